"""A text as readers see it: its blocks of words, and its pictures with their descriptions."""

from dataclasses import dataclass
from html.parser import HTMLParser

from ...domain.content.content_item import Body, Reference, ReferenceKind

_BLOCKS = frozenset(
    {
        *("p", "li", "pre", "blockquote", "figcaption", "td", "th", "dt", "dd"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    }
)


@dataclass(frozen=True, kw_only=True)
class RenderedText:
    """The words of a text, block by block, and its pictures: description and reference.

    `tables` are its tables, each as rows of cells; the cells are blocks too.
    """

    blocks: tuple[str, ...]
    pictures: tuple[tuple[str, Reference], ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()

    @property
    def words(self) -> int:
        return sum(len(block.split()) for block in self.blocks)


def rendered_text(body: Body) -> RenderedText:
    """The text that the HTML of a body shows."""
    reader = _Reader(tuple(body.references))
    numbers = iter(range(len(reader.references)))
    reader.feed(
        "".join(p if isinstance(p, str) else f'{p.attribute}="{next(numbers)}"' for p in body.parts)
    )
    reader.close()
    blocks = (" ".join(block.split()) for block in reader.blocks)
    return RenderedText(
        blocks=tuple(block for block in blocks if block),
        pictures=tuple(reader.pictures),
        tables=tuple(
            tuple(tuple(" ".join(cell.split()) for cell in row) for row in table)
            for table in reader.tables
        ),
    )


class _Reader(HTMLParser):
    def __init__(self, references: tuple[Reference, ...]) -> None:
        super().__init__()
        self.references = references
        self.blocks = [""]
        self.pictures: list[tuple[str, Reference]] = []
        self.tables: list[list[list[str]]] = []
        self._is_in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin_of_a_table(tag)
        if tag in _BLOCKS:
            self.blocks.append("")
        elif tag == "br":
            self.blocks[-1] += "\n"
        given = dict(attrs)
        number = given.get("src") or ""
        if tag == "img" and number.isdecimal() and int(number) < len(self.references):
            picture = self.references[int(number)]
            if picture.kind is ReferenceKind.PICTURE:
                self.pictures.append((given.get("alt") or "", picture))

    def _begin_of_a_table(self, tag: str) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables:
            if not self.tables[-1]:
                self.tables[-1].append([])
            self.tables[-1][-1].append("")
            self._is_in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._is_in_cell = False
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_data(self, words: str) -> None:
        self.blocks[-1] += words
        if self._is_in_cell:
            self.tables[-1][-1][-1] += words
