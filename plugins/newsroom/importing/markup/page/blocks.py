"""A page as readers see it: its blocks, and the runs of words in them.

Two texts are the same page where their blocks are equal. So this is what is compared to tell
whether Markdown says what the HTML said, and what both are written from.
"""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from ....intake.text.credit import parted


class RunKind(Enum):
    """The kinds of what stands within a line."""

    WORDS = auto()
    BREAK = auto()
    PICTURE = auto()
    NOTE = auto()


class Run(NamedTuple):
    """Words that look alike, the end of a line, a picture, or the sign of a footnote.

    `text` are the words, a picture's description, or a footnote's number. `formats` are names of
    HTML's elements; `href` is where the words lead, `source` the address of the picture.
    """

    kind: RunKind
    text: str = ""
    formats: frozenset[str] = frozenset()
    href: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class WordsBlock:
    """A paragraph (`p`) or a heading (`h2` to `h6`).

    How it was set is no part of the page, and only tells a caption from a paragraph.
    """

    tag: str
    runs: tuple[Run, ...]
    is_centred: bool = field(default=False, compare=False)
    classes: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def text(self) -> str:
        return "".join("\n" if run.kind is RunKind.BREAK else run.text for run in self.runs)


@dataclass(frozen=True, kw_only=True)
class PageListItem:
    """One item of a list and its number; 0 in a list without numbers."""

    blocks: tuple["PageBlock", ...]
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class PageList:
    """A list: with bullets (`ul`), with numbers (`ol`), or with signs in its words (`lettered`)."""

    kind: str
    items: tuple[PageListItem, ...]


@dataclass(frozen=True, kw_only=True)
class Quotation:
    """A quotation of some length."""

    blocks: tuple["PageBlock", ...]


@dataclass(frozen=True, kw_only=True)
class GridCell:
    """One cell: words, or blocks where it holds more than words."""

    runs: tuple[Run, ...] = ()
    blocks: tuple["PageBlock", ...] = ()
    is_head: bool = False
    columns: int = 1
    rows: int = 1
    is_centred: bool = field(default=False, compare=False)
    classes: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table, row by row."""

    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, kw_only=True)
class PictureBlock:
    """A picture on its own, with its caption in plain words.

    Captions are the same where the page shows the same: it sets the credit apart.
    """

    source: str
    description: str = ""
    caption: str = field(default="", compare=False)
    shown: str = field(init=False)
    is_centred: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", " ".join(" ".join(parted(self.caption)).split()))


@dataclass(frozen=True, kw_only=True)
class Divider:
    """A line across the page."""


@dataclass(frozen=True, kw_only=True)
class SetAsTyped:
    """Words of which every blank counts."""

    text: str


@dataclass(frozen=True, kw_only=True)
class PageNotes:
    """The footnotes, in the order of their numbers."""

    notes: tuple[tuple["PageBlock", ...], ...]


@dataclass(frozen=True, kw_only=True)
class OtherBlock:
    """An element for which Markdown has no form: `dl`, `details` and their parts."""

    tag: str
    blocks: tuple["PageBlock", ...]


PageBlock = (
    WordsBlock
    | PageList
    | Quotation
    | Grid
    | PictureBlock
    | Divider
    | SetAsTyped
    | PageNotes
    | OtherBlock
)
