"""Cells pasted from Excel or Word: lines with tabs between words, as many in each."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

# What Word writes for a bullet or a number when a list is copied as plain text.
_LIST_SIGN = re.compile(r"\s*(?:[-–—*+•·▪◦●○■□➢✓✔o§üØvq]|\(?(?:\d{1,3}|[^\W\d]|[IVXivx]+)[.)/])\s*")
_SYMBOL = re.compile(r"^(\s*)[o§üØvq]\t", re.MULTILINE)
_FENCE = re.compile(r"\s*(?:```|~~~)")
_LONGEST_FIGURE = 40
# A figure names no column, but a year does.
_FIGURE = re.compile(
    r"(?!(?:19|20)\d\d$)[\d.,:/+ -]*\d[\d.,:/+ -]*(?:%|đ|đồng|kg|g|km|m|cm|h|giờ|phút|em|điểm)?"
)
# “7h30”, “7 giờ - 7 giờ 15”: the first row of a programme names no column either.
_TIME = re.compile(r"\d{1,2} ?(?:h|g|giờ) ?(?:\d{1,2})? ?(?:phút|p|'|’)?(?: ?(?:[-–—]|đến) ?\d.*)?")
# In lines: how far the end of a cell that Excel put in quotes is looked for.
_TALLEST_CELL = 20
_OPEN_CELL = re.compile(r'(?:^|\t)"(?:[^"]|"")*$')
_CLOSE_CELL = re.compile(r'(?:[^"]|"")*"(?=\t|$)')


class PastedTable(NamedTuple):
    """A table: its rows of cells, the first of them its head or not."""

    rows: tuple[tuple[str, ...], ...]
    has_head: bool


def with_bullets(text: str) -> str:
    """The text, a bullet for each letter by which Word stands for one of its symbol font."""
    return _SYMBOL.sub(r"\1▪ ", text)


def lines_and_grids(lines: list[str]) -> Iterator[str | PastedTable]:
    """The lines, each run of at least two that are rows of cells as one grid."""
    is_code = False
    for count, run in groupby(_with_tall_cells(lines), _cells_in):
        rows = list(run)
        if any(_FENCE.match(row) for row in rows):
            for row in rows:
                yield row
                is_code ^= bool(_FENCE.match(row))
        elif count < 2 or len(rows) < 2 or is_code or not (grid := _grid(rows)):
            yield from rows
        else:
            yield grid


def _with_tall_cells(lines: list[str]) -> Iterator[str]:
    """The lines, those of a cell that Excel put in quotes for its line breaks as one."""
    n = 0
    while n < len(lines):
        end = _end_of_cells(lines, n)
        yield "\n".join(lines[n:end])
        n = end


def _end_of_cells(lines: list[str], n: int) -> int:
    """The line after those of the row that begins on line `n`."""
    end, has_tab = n + 1, "\t" in lines[n]
    while (has_tab or lines[n].startswith('"')) and _OPEN_CELL.search(lines[end - 1]):
        below = range(end, min(end + _TALLEST_CELL, len(lines)))
        closing = next((m for m in below if _CLOSE_CELL.match(lines[m])), None)
        if closing is None or any(_FENCE.match(line) for line in lines[end:closing]):
            break
        end = closing + 1
        has_tab = has_tab or "\t" in lines[closing]
    return end if has_tab else n + 1


def _cells_in(line: str) -> int:
    if "\t" not in line or not line.strip() or line.lstrip().startswith("<"):
        return 0
    return line.count("\t") + 1


def _grid(lines: list[str]) -> PastedTable | None:
    rows = [[_cell(cell.strip()) for cell in line.split("\t")] for line in lines]
    columns = [column for column in zip(*rows, strict=True) if any(column)]
    if len(columns) < 2 or (len(columns) == 2 and any(map(_LIST_SIGN.fullmatch, columns[0]))):
        return None
    return PastedTable(tuple(zip(*columns, strict=True)), has_head(columns))


def _cell(typed: str) -> str:
    """The words of a cell; one of several lines without the quotes that Excel put around it."""
    if "\n" not in typed:
        return typed
    words = typed.removeprefix('"').removesuffix('"').replace('""', '"')
    return "  \n".join(line.strip() for line in words.split("\n") if line.strip())


def has_head(columns: list[tuple[str, ...]]) -> bool:
    """True where the first row names the columns: words only, and not words before a colon."""
    heads = [column[0] for column in columns]
    if any(map(_is_figure, heads)) or not all(heads[1:]):
        return False
    return not all(cell.endswith(":") for cell in columns[0])


def _is_figure(cell: str) -> bool:
    if len(cell) > _LONGEST_FIGURE:
        return False
    return bool(_FIGURE.fullmatch(cell) or _TIME.fullmatch(cell))
