"""An address that an item had before: on another site, or here before its day or name changed.

The canonical form has the path and the query alone, percent-encoded, so that it is one word of
ASCII whatever somebody typed: no format of a host can be broken by it.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote

# As nearly all are: nothing in it has to be encoded.
_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")
_FILE_ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class FormerAddress:
    """A former address (địa chỉ cũ) in its canonical form, and the line that says it.

    `address` begins with `/` at the root of this site: `/vi/news/bai-1.html`, `/?p=123`.
    """

    address: str
    line: int = 1

    @property
    def path(self) -> str:
        """The path as a server has it: decoded, in NFC, without a slash at its end."""
        is_plain = "%" not in self.address and "?" not in self.address
        return self.address if is_plain else _parts(self.address)[0]

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The names and values behind the question mark, in order of their names."""
        return _parts(self.address)[1] if "?" in self.address else ()

    @property
    def as_url(self) -> str:
        """The path as an address of ours is told: `tin-bai/2026/10/a/`."""
        return f"{self.path[1:]}/"

    @property
    def key(self) -> str:
        """The form that two spellings of one address share: some hosts know no case."""
        return key_of(self.address)


def key_of(address: str) -> str:
    """The form in which canonical addresses are compared.

    >>> key_of("/Tin/B%C3%80I.html") == key_of("/tin/b%C3%A0i.html")
    True
    """
    path, mark, query = address.partition("?")
    if "%" not in path:
        return address.lower()
    return unicodedata.normalize("NFC", unquote(path).casefold()) + mark + query.lower()


def address_of(url: str) -> str:
    """The canonical form of an address of ours, from its url.

    >>> address_of("tin-bai/2026/11/a/"), address_of("")
    ('/tin-bai/2026/11/a', '/')
    """
    path = f"/{url}".rstrip("/") or "/"
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/")


def is_file(path: str) -> bool:
    """True where the last part of a path has an ending, as `a.html` or `a.php`."""
    return bool(_FILE_ENDING.search(path.rpartition("/")[2]))


@lru_cache(maxsize=32_768)
def _parts(address: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    path, _, query = address.partition("?")
    return unquote(path), tuple(parse_qsl(query, keep_blank_values=True))
