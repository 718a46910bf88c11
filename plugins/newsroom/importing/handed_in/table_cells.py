"""The cells of a table that was handed in, as plain words."""

import re
from html.parser import HTMLParser

from ..block import Block

_BREAKS = frozenset({"br", "p", "li", "div"})


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append("")
        elif tag in _BREAKS:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        self._add(re.sub(r"\s+", " ", data))

    def _add(self, words: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += words


def rows_of(block: Block) -> list[list[str]]:
    """Each row of a table, cell by cell; a cell may have several lines. Typed rows end at tabs."""
    if not block.html:
        return [re.split(r"\t|\s\|\s", line.strip(" |")) for line in block.text.split("\n")]
    cells = _Cells()
    cells.feed(block.html)
    cells.close()
    return [[_tidy(cell) for cell in row] for row in cells.rows]


def _tidy(cell: str) -> str:
    return "\n".join(line for part in cell.split("\n") if (line := part.strip()))
