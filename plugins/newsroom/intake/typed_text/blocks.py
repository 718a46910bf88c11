"""Blocks that are found by the shape of their lines, as elements of the page."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    HashHeaderProcessor,
    ParagraphProcessor,
    SetextHeaderProcessor,
)

from . import LETTERED
from .line_breaks import with_breaks
from .pasted_tables import PastedTable
from .structure import PLACE_RE, ListItem, Structure, TypedList

_HEADING = re.compile(r"#+ ")


class Places(BlockProcessor):
    """Puts lists and pasted tables where they were found."""

    def __init__(self, parser: BlockParser, structure: Structure) -> None:
        super().__init__(parser)
        self.structure = structure

    def test(self, parent: Element, block: str) -> bool:
        return PLACE_RE.fullmatch(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        place = PLACE_RE.fullmatch(blocks.pop(0).strip())
        assert place is not None
        found = self.structure.found[int(place[1])]
        if isinstance(found, PastedTable):
            _add_table(parent, found)
        else:
            self._add_list(parent, found)

    def _add_list(self, parent: Element, found: TypedList) -> None:
        of_list = SubElement(parent, "ol" if found.first.is_number else "ul")
        if found.first.is_letter:
            of_list.set("class", LETTERED)
        if found.first.is_number and found.first.number != 1:
            of_list.set("start", str(found.first.number))
        for item in found.items:
            self._add_item(of_list, item)

    def _add_item(self, of_list: Element, item: ListItem) -> None:
        element = SubElement(of_list, "li")
        if item.number is not None:
            element.set("value", str(item.number))
        # Below a heading stand paragraphs.
        is_loose = item.is_loose or _HEADING.match(item.lines[0])
        self.parser.state.set("looselist" if is_loose else "list")
        self.parser.parseBlocks(element, "\n".join(item.lines).split("\n\n"))
        self.parser.state.reset()


def _add_table(parent: Element, grid: PastedTable) -> None:
    table = SubElement(parent, "table")
    rows = list(grid.rows)
    if grid.has_head:
        _add_rows(SubElement(table, "thead"), [rows.pop(0)], "th")
    _add_rows(SubElement(table, "tbody"), rows, "td")


def _add_rows(part: Element, rows: list[tuple[str, ...]], tag: str) -> None:
    for row in rows:
        of_row = SubElement(part, "tr")
        for cell in row:
            SubElement(of_row, tag).text = cell


class Paragraphs(ParagraphProcessor):
    """Paragraphs that keep the line breaks that were typed."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        blocks[0] = with_breaks(blocks[0])
        super().run(parent, blocks)


class Headings(HashHeaderProcessor):
    """Headings of # signs. One # and a word is a hashtag; C# keeps its sign."""

    RE = re.compile(
        r"(?:^|\n)(?!#[^\s#])(?P<level>#{1,6})"
        r"(?P<header>(?:\\.|[^\\#]|#+(?=[^#\n])|(?<=\w)#(?=\n|$))*?)"
        r"(?:(?<!\w)#+|(?<=\w)##+)?(?:\n|$)"
    )


class UnderlinedHeadings(SetextHeaderProcessor):
    """Headings over a line of = signs; below a line of words, --- is a line across the page."""

    RE = re.compile(r"^.*?\n=+[ ]*(\n|$)", re.MULTILINE)
