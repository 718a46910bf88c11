"""The pictures, links and embedded things of an old page, under the addresses that they get."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...domain.content.video import video_at
from ...domain.text.address import fault_of_address
from .page.blocks import Run, RunKind
from .reading.html_tree import HtmlElement

_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|heic|tiff?)(?:[?#].*)?$", re.IGNORECASE)
_LAZY = ("data-src", "data-original", "data-lazy-src")
# Facebook, WordPress and mail programs draw them, and write what they drew beside.
_EMOJI = re.compile(r"\bemoji|emoticon|wp-smiley|smiley")
_PLACE_HOLDER = re.compile(r"^data:image/(?:gif|svg)|^$|/(?:blank|spacer|pixel|lazy)\.(?:gif|png)$")


@dataclass(frozen=True, kw_only=True)
class PictureAddress:
    """A picture as the old page had it, and where its link led: often to itself, larger."""

    source: str
    description: str = ""
    leads_to: str = ""


@dataclass(frozen=True, kw_only=True)
class FoundPicture:
    """A picture of the text: its address now, and what the old page said of it."""

    address: str
    old: PictureAddress


@dataclass(frozen=True, kw_only=True)
class NotTaken:
    """Something that was left out: the kind of thing, what tells which, and how often."""

    kind: str
    detail: str = ""
    count: int = 1


class OldAddresses:
    """Asks the caller for each address, and remembers what was found and what left."""

    def __init__(
        self,
        picture: Callable[[PictureAddress], str | None] | None = None,
        link: Callable[[str], str | None] | None = None,
    ) -> None:
        self._picture, self._link = picture, link
        self.pictures: list[FoundPicture] = []
        self.links: list[str] = []
        self.videos: list[str] = []
        self._left: Counter[tuple[str, str]] = Counter()

    def left_out(self) -> tuple[NotTaken, ...]:
        return tuple(
            NotTaken(kind=kind, detail=detail, count=count)
            for (kind, detail), count in self._left.items()
        )

    def picture(self, element: HtmlElement, formats: frozenset[str], href: str) -> list[Run]:
        given = element.attributes
        source = given.get("src", "")
        if _PLACE_HOLDER.search(source):
            source = next((given[name] for name in _LAZY if given.get(name)), source)
        if not source or _is_dot(given):
            return []
        if _EMOJI.search(f"{source} {given.get('class', '')}") and given.get("alt"):
            return [Run(RunKind.WORDS, given["alt"], formats, href)]
        old = PictureAddress(
            source=source, description=" ".join(given.get("alt", "").split()), leads_to=href
        )
        address = self._picture(old) if self._picture else source
        if not address:
            self._left["picture", source[:80]] += 1
            return []
        if not self._picture and source.startswith("data:"):
            self._left["picture", "data:"] += 1
            return []
        self.pictures.append(FoundPicture(address=address, old=old))
        is_larger = bool(_PICTURE_FILE.search(href)) or href == source
        return [
            Run(RunKind.PICTURE, old.description, frozenset(), "" if is_larger else href, address)
        ]

    def link(self, element: HtmlElement) -> str:
        href = element.attributes.get("href", "")
        if not href or href.startswith("#"):
            return ""
        new = self._link(href) if self._link else href
        if not new:
            self._left["link", href[:80]] += 1
            return ""
        if fault := fault_of_address(new):
            if not fault.right:
                self._left["link", href[:80]] += 1
                return ""
            new = fault.right
        if not _PICTURE_FILE.search(new):
            self.links.append(new)
        return new

    def embedded(self, element: HtmlElement) -> list[Run]:
        """A link in the place of what no page of ours may hold: a frame, a video, a file."""
        address = _embedded_address(element)
        if address.startswith("//"):
            address = f"https:{address}"
        video = video_at(address)
        if video and video.youtube:
            self.videos.append(video.link)
            return [Run(RunKind.WORDS, video.link, frozenset(), video.link)]
        if address and not address.startswith("data:"):
            address = (self._link(address) if self._link else address) or ""
            if address and not fault_of_address(address):
                words = element.attributes.get("title") or _name_of(address)
                if element.tag == "video" or (video and element.tag != "iframe"):
                    self.videos.append(address)
                self.links.append(address)
                return [Run(RunKind.WORDS, words, frozenset(), address)]
        self.leave(element)
        return []

    def leave(self, element: HtmlElement) -> None:
        if element.attributes.get("type", "") != "hidden":
            self._left[element.tag, _embedded_address(element)[:80]] += 1

    def leave_hidden(self, element: HtmlElement) -> None:
        if words := " ".join(element.words.split()):
            self._left["hidden", words[:80]] += 1


def _is_dot(given: dict[str, str]) -> bool:
    """True for a picture that nobody sees: it counts readers."""
    return given.get("width") in ("0", "1") and given.get("height") in ("0", "1")


def _embedded_address(element: HtmlElement) -> str:
    given = element.attributes
    for found in (given.get("src"), given.get("data-src"), given.get("data")):
        if found:
            return found
    for one in element.descendants():
        if one.tag in ("source", "embed") and one.attributes.get("src"):
            return one.attributes["src"]
    return ""


def _name_of(address: str) -> str:
    parts = urlsplit(address)
    name = parts.path.rsplit("/", 1)[-1]
    return name if "." in name else parts.netloc or address
