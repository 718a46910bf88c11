"""The text of an article cut into the blocks of which paper is made."""

from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from ...domain.content.content_item import Body, Reference, ReferenceKind

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({"p", "li", "blockquote", "pre", "figcaption", "div", "dt", "dd", *_HEADINGS})


class TextRun(NamedTuple):
    """Words of one form."""

    words: str
    is_bold: bool = False
    is_italic: bool = False


class Text(NamedTuple):
    """A paragraph. `kind` is p, heading, item or caption."""

    kind: str
    pieces: tuple[TextRun, ...]

    @property
    def words(self) -> str:
        return "".join(piece.words for piece in self.pieces)


class Shown(NamedTuple):
    """A picture by its path in the content folder, and what it shows in words."""

    path: str
    alt: str


class PaperTable(NamedTuple):
    """A table."""

    rows: tuple[tuple[str, ...], ...]


Block = Text | Shown | PaperTable


def blocks_of(body: Body) -> tuple[Block, ...]:
    """The blocks in the order of the text. Links keep their words."""
    reader = _Reader()
    reader.feed("".join(_markup(body)))
    reader.close()
    reader.end_text()
    return tuple(reader.blocks)


def _markup(body: Body) -> Iterator[str]:
    for part in body.parts:
        if not isinstance(part, Reference):
            yield part
        elif part.kind is ReferenceKind.PICTURE and part.attribute == "src":
            yield f'src="{escape(part.target)}"'


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._kind = "p"
        self._pieces: list[TextRun] = []
        self._bold = self._italic = 0
        self._rows: list[list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS and self._rows is None:
            # The paragraph of a list's item is the item.
            if not (tag == "p" and self._kind == "item" and not self._pieces):
                self.end_text()
                self._kind = _kind(tag)
        elif tag in ("strong", "b"):
            self._bold += 1
        elif tag in ("em", "i"):
            self._italic += 1
        elif tag == "br":
            self._pieces.append(TextRun("\n"))
        elif tag == "img":
            found = dict(attrs)
            # Between two paragraphs of words, and never inside one.
            self.blocks.append(Shown(found.get("src") or "", found.get("alt") or ""))
        elif tag == "table":
            self.end_text()
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS and self._rows is None:
            self.end_text()
        elif tag in ("strong", "b"):
            self._bold = max(0, self._bold - 1)
        elif tag in ("em", "i"):
            self._italic = max(0, self._italic - 1)
        elif tag == "table" and self._rows is not None:
            if any(self._rows):
                self.blocks.append(PaperTable(tuple(tuple(row) for row in self._rows if row)))
            self._rows = None

    def handle_data(self, data: str) -> None:
        if self._rows is not None:
            if self._rows and self._rows[-1]:
                self._rows[-1][-1] = " ".join(f"{self._rows[-1][-1]} {data}".split())
            return
        words = data.replace("\n", " ")
        if self._pieces or words.strip():
            self._pieces.append(TextRun(words, bool(self._bold), bool(self._italic)))

    def end_text(self) -> None:
        """All that stood until here is a paragraph."""
        if any(piece.words.strip() for piece in self._pieces):
            self.blocks.append(Text(self._kind, tuple(self._pieces)))
        self._pieces, self._kind = [], "p"


def _kind(tag: str) -> str:
    if tag in _HEADINGS:
        return "heading"
    return {"li": "item", "figcaption": "caption"}.get(tag, "p")
