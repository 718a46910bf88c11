"""The head of a table, which most editors leave to the writer, who makes its words bold."""

from dataclasses import replace

from ....intake.typed_text.pasted_tables import has_head
from ..page.blocks import Grid, GridCell, RunKind


def with_head(grid: Grid) -> Grid:
    """The table, its first row as its head where it names the columns."""
    first, *others = grid.rows
    if not others or any(cell.is_head for row in grid.rows for cell in row):
        return grid
    if not all(len(row) == len(first) and all(map(_is_plain, row)) for row in grid.rows):
        return grid
    if not all(cell.runs for cell in first):
        return grid
    if not _is_bold(first, others) and not _names_columns(grid):
        return grid
    head = tuple(
        replace(
            cell,
            is_head=True,
            runs=tuple(run._replace(formats=run.formats - {"strong"}) for run in cell.runs),
        )
        for cell in first
    )
    return Grid(rows=(head, *others))


def _is_plain(cell: GridCell) -> bool:
    return not cell.blocks and cell.rows == cell.columns == 1


def _is_bold(first: tuple[GridCell, ...], others: list[tuple[GridCell, ...]]) -> bool:
    bold = [all(map(_all_bold, row)) for row in (first, *others)]
    return bold[0] and not all(bold[1:])


def _all_bold(cell: GridCell) -> bool:
    return all("strong" in run.formats for run in cell.runs if run.kind is RunKind.WORDS)


def _names_columns(grid: Grid) -> bool:
    """True where no first cell is a figure, and some cell below is one: as in a pasted table."""
    rows = [[_text(cell) for cell in row] for row in grid.rows]
    columns = [tuple(column) for column in zip(*rows, strict=True)]
    has_figures = any(cell.isdecimal() for column in columns for cell in column[1:])
    return len(columns) > 2 and has_figures and has_head(columns)


def _text(cell: GridCell) -> str:
    return "".join(run.text for run in cell.runs)
