"""The pieces of a document: lines of words, pictures, tables, notes."""

from dataclasses import dataclass

from ...block import Alignment
from ..looks.style_sheet import StyleRole
from ..preparing.plain_document import KnownParagraph

UNKNOWN = KnownParagraph(
    style="", role=StyleRole.BODY, level=0, alignment=Alignment.LEFT, bold=False, italic=False,
    capitals=False, counted=None, in_text_box=False, indent=0,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Line:
    """A paragraph's words as HTML and in plain, with what is known of it.

    `columns` are the words of a short line with a tab between what stands side by side; else empty.
    """

    inner: str
    text: str
    known: KnownParagraph
    columns: str = ""


@dataclass(frozen=True, kw_only=True)
class PictureHere:
    """A picture in its place; `caption` is HTML."""

    name: str
    description: str
    known: KnownParagraph
    caption: str = ""


@dataclass(frozen=True, kw_only=True)
class TableHere:
    """A table: its rows of cells, each of which is HTML of one or more lines."""

    html: str
    text: str
    known: KnownParagraph


@dataclass(frozen=True, kw_only=True)
class NotesHere:
    """The notes at the end, each as the HTML of its words."""

    notes: tuple[str, ...]


Piece = Line | PictureHere | TableHere | NotesHere
