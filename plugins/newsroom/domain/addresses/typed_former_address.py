"""An old address as somebody typed or pasted it: its canonical form, or what is wrong with it."""

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from ..message import Message
from ..section import RESERVED_SLUGS, Section
from ..text.address import AddressFault
from .former_address import is_file

# In letters of the canonical form: what every host takes in one rule.
LONGEST = 900
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?=//)", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?:javascript|data|mailto|tel|file|ftp):", re.IGNORECASE)
# truong.edu.vn/tin/1.html, as browsers show an address; a file's name is none.
_HOST = re.compile(
    r"(?:[\w-]+\.)+(?!html?\b|php\b|aspx?\b|jsp\b)[a-z]{2,}(?::\d+)?(?=[/?]|$)", re.I
)
_FRONT_FILE = re.compile(r"/index\.html?$", re.IGNORECASE)
# What those who share a link put behind it; no page was ever told apart by it.
_OF_SHARING = re.compile(r"utm_\w+|fbclid|gclid|zarsrc", re.IGNORECASE)
# Programs and browsers ask for these, or the site makes them.
_OF_THE_HOST = frozenset(
    {
        *("_headers", "_redirects", "404.html", "cname", "favicon.ico", "manifest.json"),
        *("robots.txt", "sitemap.xml", "chuyen-huong.nginx.conf"),
    }
)
# Below these an item may have stood, here or on another site.
_OF_ITEMS = (Section.ARTICLES, Section.DOCUMENTS)
# Below these nothing but files for programs lies, or what nobody but the board may see.
_OF_PROGRAMS = frozenset(
    {
        *(Section.SEARCH, Section.FEEDS, Section.TALLIES, Section.THEME, Section.IMAGES),
        *(Section.FILES, Section.PEOPLE, Section.REDIRECTS),
        *(section for section in Section if section.is_of_the_desk),
    }
)
_EXAMPLE = "Ghi như ở thanh địa chỉ của trình duyệt, ví dụ  /tin-tuc/khai-giang-12.html ."


def read_former_address(typed: str, site_url: str) -> str | AddressFault:
    """The canonical form of an address that somebody typed, or what is wrong with it.

    `site_url` is that of this site, which may lie in a folder of its host.

    >>> read_former_address("http://cu.example/index.php?nv=news&id=5#top", "https://moi.example")
    '/index.php?id=5&nv=news'
    >>> read_former_address("tin tức/Bài 1.html", "https://moi.example")
    '/tin%20t%E1%BB%A9c/B%C3%A0i%201.html'
    """
    plain = typed.strip().strip("<>").strip().replace("&amp;", "&")
    shown = plain if len(plain) <= 80 else f"{plain[:79]}…"
    if not plain.isprintable() or "\\" in plain:
        return _unreadable(shown)
    try:
        host, path, query = _split(plain)
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=40)
        path = unicodedata.normalize("NFC", unquote(path, errors="strict"))
    except ValueError:
        return _unreadable(shown)
    pairs = sorted(pair for pair in pairs if not _OF_SHARING.fullmatch(pair[0]))
    words = (path, *(word for pair in pairs for word in pair))
    names = [name for name in path.split("/") if name not in ("", ".")]
    if any("\\" in word or not word.isprintable() for word in words) or ".." in names:
        return _unreadable(shown)
    path = _FRONT_FILE.sub("", f"/{'/'.join(names)}") or "/"
    path = _below_the_site(host, path, site_url)
    if not path:
        return AddressFault(
            Message(
                "NR-ADDRESS-001",
                f"Địa chỉ cũ “{shown}” nằm ngoài thư mục của trang, nên trang không trả lời được.",
            ),
            f"Bỏ dòng này, và nhờ người giữ máy chủ dẫn địa chỉ ấy về {site_url}/ .",
        )
    if reason := _reserved(path, is_asked=bool(pairs)):
        return reason
    asked = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)
    address = quote(path, safe="/") + (f"?{asked}" if asked else "")
    if len(address) > LONGEST:
        return AddressFault(
            Message("NR-ADDRESS-002", f"Địa chỉ cũ “{shown}” dài quá {LONGEST} chữ."),
            "Bỏ dòng này: máy chủ không nhận địa chỉ dài như vậy.",
        )
    return address


def _unreadable(shown: str) -> AddressFault:
    printed = "".join(letter if letter.isprintable() else "�" for letter in shown)
    return AddressFault(Message("NR-ADDRESS-003", f"Không hiểu địa chỉ cũ “{printed}”."), _EXAMPLE)


def _split(plain: str) -> tuple[str, str, str]:
    """Host, path and query. Raises ValueError for what no web server was ever asked for."""
    scheme = _SCHEME.match(plain)
    if _OTHER_SCHEME.match(plain) or (scheme and scheme[1].lower() not in ("http", "https")):
        raise ValueError("no address of a web page")
    if not scheme and not plain.startswith("//"):
        if not _HOST.match(plain):
            way = plain.partition("#")[0]
            path, _, query = way.partition("?")
            return "", path, query
        plain = f"//{plain}"
    parts = urlsplit(plain)
    if not parts.hostname:
        raise ValueError("no host")
    return parts.hostname, parts.path, parts.query


def _below_the_site(host: str, path: str, site_url: str) -> str:
    """The path from the root of this site; empty where it is none of this site's folder."""
    ours = urlsplit(site_url)
    base = unquote(ours.path).rstrip("/")
    if not base:
        return path
    if path == base or path.startswith(f"{base}/"):
        return path[len(base) :] or "/"
    is_ours = host.removeprefix("www.") == (ours.hostname or "").removeprefix("www.")
    return "" if host and is_ours else path


def _reserved(path: str, *, is_asked: bool) -> AddressFault | None:
    """The fault of an address at which this site has pages or files of its own.

    `is_asked` tells that a query follows: the front page may be asked for an old article.
    """
    first, _, rest = path[1:].partition("/")
    section = first.casefold()
    if not first:
        is_free = is_asked
    elif section in _OF_THE_HOST or any(name.startswith(".") for name in path[1:].split("/")):
        is_free = False
    elif section in RESERVED_SLUGS:
        may = section in _OF_ITEMS or (is_file(path) and section not in _OF_PROGRAMS)
        is_free = bool(rest) and may
    else:
        is_free = True
    if is_free:
        return None
    return AddressFault(
        Message(
            "NR-ADDRESS-004",
            f"Địa chỉ {path} là của phần khác của trang này, không làm địa chỉ cũ được.",
        ),
        "Bỏ dòng này: trang giữ địa chỉ ấy cho trang chủ, danh sách hoặc tệp của máy.",
    )
