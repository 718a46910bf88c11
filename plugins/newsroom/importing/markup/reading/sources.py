"""The addresses of a page as it is read: pictures, links, what is embedded, what is left out."""

from collections import Counter
from typing import Protocol

from ..page.blocks import Run, RunKind
from .html_tree import HtmlElement


class PageSources(Protocol):
    """The questions that a reader of pages asks of each picture, link and embedded thing."""

    def picture(self, element: HtmlElement, formats: frozenset[str], href: str) -> list[Run]:
        """The runs in the place of a picture."""

    def link(self, element: HtmlElement) -> str:
        """The address to which a link leads; empty where it is none."""

    def embedded(self, element: HtmlElement) -> list[Run]:
        """The runs in the place of a frame, a video or a sound."""

    def leave(self, element: HtmlElement) -> None:
        """Tells that an element was left out."""

    def leave_hidden(self, element: HtmlElement) -> None:
        """Tells that words were left out which no reader of the old page saw."""


class AddressesAsTheyAre:
    """The addresses of a page of our own: as they are."""

    def __init__(self) -> None:
        self.left: Counter[str] = Counter()

    def picture(self, element: HtmlElement, formats: frozenset[str], href: str) -> list[Run]:
        given = element.attributes
        source = given.get("src", "")
        return [Run(RunKind.PICTURE, given.get("alt", ""), formats, href, source)]

    def link(self, element: HtmlElement) -> str:
        return element.attributes.get("href", "")

    def embedded(self, element: HtmlElement) -> list[Run]:
        return []

    def leave(self, element: HtmlElement) -> None:
        return None

    def leave_hidden(self, element: HtmlElement) -> None:
        return None
