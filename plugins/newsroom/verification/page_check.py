"""One file by itself: whether it is well formed, where it leads, how large it is."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote

from ..domain.message import Message
from ..domain.text.vietnamese import size_in_words

_TAG = re.compile(r"<(/?[a-z][a-z0-9-]*)")
# Each begins with letters: that is four times as fast as one pattern for all.
_ADDRESSES = [re.compile(f'{name}="([^"]*)"') for name in ("href", "src", "poster", "action")]
_SOURCES = re.compile('srcset="([^"]*)"')
_ELEMENT = re.compile(r"<(?:id|loc)>([^<]*)</")
_OF_THE_PAGE = re.compile(
    r'<link rel="(?:canonical|alternate)"[^>]* href="([^"]*)"'
    r'|<meta property="og:(?:url|image)" content="([^"]*)"'
)
VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
        *("track", "wbr"),
    }
)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
# In bytes. Phones on a village's network open these pages. How large an attachment may be is for
# its host to say, which only a deploy knows: domain/site/host_limits.py.
BUDGET = {
    ".html": 3_000_000,
    ".css": 300_000,
    ".js": 300_000,
    ".woff2": 200_000,
    ".jpg": 3_000_000,
    ".png": 6_000_000,
    ".webp": 3_000_000,
    ".avif": 3_000_000,
}
LARGEST, ATTACHMENTS = 95_000_000, "tep/"


_DESK_MARKS = ('<aside class="desk-bar"', '<aside class="banner" aria-label="Chưa đăng"')


class Leads(NamedTuple):
    """The link targets of a page inside the site: files, and places in other files."""

    files: frozenset[str]
    places: tuple[tuple[str, str], ...]


def ending(path: str) -> str:
    return path[path.rfind(".") :].lower() if "." in path else ""


def size_fault(path: str, size: int) -> str:
    most = BUDGET.get(ending(path), LARGEST)
    if size <= most or path.startswith(ATTACHMENTS):
        return ""
    return f"{size_in_words(size)}, quá mức {size_in_words(most)}"


def html_fault(text: str) -> str:
    """The first fault of form in a page; empty if there is none."""
    counts = Counter(_TAG.findall(text))
    opened = {name: n for name, n in counts.items() if name[0] != "/" and name not in VOID}
    closed = {name[1:]: n for name, n in counts.items() if name[0] == "/"}
    if opened != closed:
        # Closed at once (<path/>), in a comment, or left open: only a real reader can tell.
        from .nesting import nesting_fault

        if fault := nesting_fault(text, VOID):
            return fault
    return "" if "<html" in text and text.endswith(("</html>", "</html>\n")) else "không trọn vẹn"


def faults_of_page(text: str) -> Iterator[Message]:
    """The faults of a page whatever it says: it is torn, or one of the desk's."""
    if fault := html_fault(text):
        yield Message("NR-VERIFY-029", f"HTML sai: {fault}.")
    if any(mark in text for mark in _DESK_MARKS):
        yield Message("NR-VERIFY-030", "Đây là trang của ban biên tập, không phải trang công khai.")


def other_fault(path: str, content: bytes) -> str:
    """The fault of form in XML or JSON; empty if there is none, or for files of other kinds."""
    if path.endswith((".xml", ".svg")):
        from xml.parsers import expat

        try:
            expat.ParserCreate().Parse(content, True)
        except expat.ExpatError as error:
            return str(error)
    elif path.endswith((".json", ".webmanifest")):
        try:
            json.loads(content)
        except ValueError as error:
            return str(error)
    return ""


class Guide:
    """Turns the addresses in pages into paths of files. Remembers those it has seen."""

    def __init__(self, site_url: str, base_path: str) -> None:
        self._site, self.base = f"{site_url}/", base_path
        self._known: dict[int, dict[str, tuple[str, str]]] = {}

    def leads(self, path: str, text: str) -> Leads:
        """The link targets of a page. One outside the site's folder is a file named ``..``."""
        depth = path.count("/")
        known = self._known.setdefault(depth, {})
        # All pages of one depth say the way up from the root, so one answer serves them all.
        files: set[str] = set()
        places: list[tuple[str, str]] = []
        for address in dict.fromkeys(self._addresses(path, text)):
            found = known.get(address)
            if found is None:
                found = self._target(path, address)
                if address.startswith("../" * max(depth, 1)):
                    known[address] = found
            target, place = found
            if target:
                files.add(target)
                if place:
                    places.append((target, place))
        return Leads(frozenset(files), tuple(places))

    def _addresses(self, path: str, text: str) -> Iterator[str]:
        if path.endswith(".xml"):
            for pattern in (*_ADDRESSES, _ELEMENT):
                yield from pattern.findall(text)
            return
        # A writer may link to our host for what is none of this site's; the page's own head not.
        for pattern in _ADDRESSES:
            yield from (a for a in pattern.findall(text) if not a.startswith(self._site))
        yield from (
            a for two in _OF_THE_PAGE.findall(text) for a in two if a.startswith(self._site)
        )
        for several in _SOURCES.findall(text):
            yield from (part.split()[0] for part in several.split(",") if part.strip())

    def _target(self, path: str, address: str) -> tuple[str, str]:
        """The file and the place in it; no file where it is none of ours."""
        plain = unescape(address).strip()
        if plain.startswith(self._site):
            plain = self.base + plain.removeprefix(self._site)
        if _OUTSIDE.match(plain):
            return "", ""
        way, _, place = plain.partition("#")
        way = unquote(way.partition("?")[0])
        if not way:
            return path, unquote(place)
        if way.startswith("/"):
            if not way.startswith(self.base):
                return "..", ""
            way = "/" + way.removeprefix(self.base)
            full = normpath(way).lstrip("/")
        else:
            full = normpath(f"{path.rpartition('/')[0]}/{way}".lstrip("/"))
        if full.startswith(".."):
            return "..", ""
        if way.endswith("/") or full == ".":
            full = f"{full}/index.html".removeprefix("./")
        return full.lstrip("/"), unquote(place)


def tags_of(text: str) -> str:
    """The tags of a page without what stands between them: words may look like addresses."""
    from .nesting import start_tags

    return "\n".join(start_tags(text))


def has_place(text: str, place: str) -> bool:
    return f'id="{place}"' in text or place == "top"


def places_in(text: str) -> set[str]:
    return set(re.findall(' id="([^"]*)"', text))
