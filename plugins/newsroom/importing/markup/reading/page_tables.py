"""Tables of HTML as the page has them; a table that only held things in place is none."""

from collections.abc import Callable, Iterable
from itertools import chain

from ..page.blocks import Grid, GridCell, PageBlock, PictureBlock, Run, RunKind, WordsBlock
from ..page.run_order import in_order
from .html_tree import HtmlElement
from .styles import is_centred

_MOST_SPAN = 100
ReadBlocks = Callable[[Iterable[HtmlElement | str]], tuple[PageBlock, ...]]


def blocks_of_table(element: HtmlElement, blocks_of: ReadBlocks) -> list[PageBlock]:
    """The table with its caption before it, or what a table of one column held."""
    above: list[PageBlock] = []
    rows: list[tuple[GridCell, ...]] = []
    for row in _rows_of(element, above, blocks_of):
        cells = tuple(_cell(cell, blocks_of) for cell in row)
        if any(cell.runs or cell.blocks for cell in cells):
            rows.append(cells)
    if not rows:
        return above
    if all(len(row) == 1 for row in rows):
        return [*above, *chain.from_iterable(unpacked(row[0]) for row in rows)]
    return [*above, Grid(rows=tuple(rows))]


def _rows_of(
    element: HtmlElement, above: list[PageBlock], blocks_of: ReadBlocks
) -> Iterable[list[HtmlElement]]:
    for child in element.children:
        if isinstance(child, str):
            continue
        if child.tag == "tr":
            yield [one for one in child.children if isinstance(one, HtmlElement)]
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows_of(child, above, blocks_of)
        elif child.tag == "caption":
            above += blocks_of(child.children)


def _cell(element: HtmlElement, blocks_of: ReadBlocks) -> GridCell:
    blocks = blocks_of(element.children)
    is_head = element.tag == "th"
    columns = _span(element, "colspan")
    rows = _span(element, "rowspan")
    if all((isinstance(one, WordsBlock) and one.tag == "p") or (isinstance(one, PictureBlock)
           and not one.caption) for one in blocks):  # fmt: skip
        runs: list[Run] = []
        for one in blocks:
            if runs:
                runs.append(Run(RunKind.BREAK))
            if isinstance(one, PictureBlock):
                runs.append(Run(RunKind.PICTURE, one.description, source=one.source))
            elif isinstance(one, WordsBlock):
                runs += one.runs
        if is_head:
            runs = [run._replace(formats=run.formats - {"strong"}) for run in runs]
        blocks, words = (), in_order(runs)
    else:
        words = ()
    return GridCell(
        runs=words,
        blocks=blocks,
        is_head=is_head,
        columns=columns,
        rows=rows,
        is_centred=is_centred(element),
        classes=frozenset(element.classes),
    )


def _span(element: HtmlElement, name: str) -> int:
    written = element.attributes.get(name, "").strip()
    return min(int(written), _MOST_SPAN) if written.isdecimal() and int(written[:4]) > 0 else 1


def unpacked(cell: GridCell) -> Iterable[PageBlock]:
    """The blocks of a cell, as they would stand without a table."""
    if cell.blocks:
        return cell.blocks
    blocks: list[PageBlock] = []
    line: list[Run] = []
    for run in (*cell.runs, Run(RunKind.BREAK)):
        if run.kind is RunKind.PICTURE and not run.href:
            blocks.append(
                PictureBlock(source=run.source, description=run.text, is_centred=cell.is_centred)
            )
        elif run.kind is RunKind.BREAK:
            if line:
                blocks.append(
                    WordsBlock(
                        tag="p",
                        runs=in_order(line),
                        is_centred=cell.is_centred,
                        classes=cell.classes,
                    )
                )
            line = []
        else:
            line.append(run)
    return blocks
