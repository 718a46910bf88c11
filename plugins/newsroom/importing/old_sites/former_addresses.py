"""The addresses of an old site, in the form in which headers hold and redirects compare them."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from ...domain.addresses.former_address import key_of
from ...domain.addresses.typed_former_address import read_former_address

# In letters. Nobody's link is longer; a picture that stands in its address is.
_LONGEST = 2_000


def from_root(address: str, hosts: Collection[str] = ()) -> str:
    """The address from the root of its site, as a header has it: `/2019/09/khai-giang`, `/?p=12`.

    Empty for one of another site, where `hosts` are those of this one, for no web address, and
    for one that no redirect can answer.
    """
    address = address.strip()
    if not address or len(address) > _LONGEST or not is_inside(address, hosts):
        return ""
    parts = urlsplit(address)
    read = _canonical(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}")
    return read or ""


def is_inside(address: str, hosts: Collection[str]) -> bool:
    """True for an address on one of these hosts, or without any; with no hosts, on any."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.").lower()
    except ValueError:
        return False
    return parts.scheme.lower() in ("", "http", "https") and (
        not host or not hosts or host in hosts
    )


@lru_cache(maxsize=4_096)
def _canonical(address: str) -> str:
    read = read_former_address(address, "")
    return read if isinstance(read, str) else ""


def address_key(address: str, hosts: Collection[str] = ()) -> str:
    """The form that the spellings of one address share; empty for what has no canonical form.

    >>> address_key("https://www.truongcu.example/2019/B%C3%A0i/") == address_key("/2019/bài")
    True
    """
    plain = from_root(address, hosts)
    return key_of(plain) if plain else ""


def canonical(addresses: Iterable[str], hosts: Collection[str]) -> tuple[str, ...]:
    """The old addresses of an entry from the root of its site, each once; never the front page."""
    found: dict[str, str] = {}
    for address in addresses:
        plain = from_root(address, hosts)
        if plain and plain != "/":
            found.setdefault(key_of(plain), plain)
    return tuple(found.values())
