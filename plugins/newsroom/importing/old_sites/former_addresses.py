"""The addresses of an old site, in the one form in which they are compared and written."""

import re
from collections.abc import Collection, Iterable
from urllib.parse import quote, unquote, urlsplit

from ...domain.text.vietnamese import clean

_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)


def from_root(address: str, hosts: Collection[str] = ()) -> str:
    """The address from the root of its site: `/2019/09/khai-giang/`, `/?p=12`.

    Empty for one of another site, where `hosts` are those of this one, and for no web address.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.").lower()
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https") or (host and hosts and host not in hosts):
        return ""
    if not parts.path and not parts.query:
        return "/" if host else ""
    path = quote(unquote(parts.path), safe="/@:+,;=~!$&'()*-._") or "/"
    if not path.startswith("/"):
        path = f"/{path}"
    return f"{path}?{parts.query}" if parts.query else path


def address_key(address: str) -> str:
    """What the spellings of one address share: case, slash at the end, percent signs.

    >>> address_key("https://www.truongcu.example/2019/B%C3%A0i/") == address_key("/2019/bài")
    True
    """
    path, mark, query = from_root(address).partition("?")
    plain = clean(unquote(_INDEX.sub("/", path))).casefold().rstrip("/")
    return f"{plain}{mark}{query.casefold()}"


def canonical(addresses: Iterable[str], hosts: Collection[str]) -> tuple[str, ...]:
    """The old addresses of an entry from the root of its site, each once; never the front page."""
    found: dict[str, str] = {}
    for address in addresses:
        plain = from_root(address, hosts)
        if plain and plain != "/":
            found.setdefault(address_key(plain), plain)
    return tuple(found.values())
