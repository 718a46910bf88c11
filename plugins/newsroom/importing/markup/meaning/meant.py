"""The blocks of an old page as its writer meant them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ..page.blocks import (
    Grid,
    GridCell,
    PageBlock,
    PageList,
    Quotation,
    Run,
    RunKind,
    SetAsTyped,
    WordsBlock,
)
from ..page.run_order import in_order
from .captions import with_captions
from .picture_tables import without_frame
from .table_heads import with_head
from .typed_lists import with_typed_lists

_BLANK_LINE = re.compile(r"\n\s*\n")


def meant(blocks: Sequence[PageBlock]) -> tuple[PageBlock, ...]:
    """The blocks, what only looked like lists, captions and heads of tables as what they are."""
    if blocks and all(isinstance(block, SetAsTyped) for block in blocks):
        blocks = [*chain.from_iterable(map(_paragraphs, blocks))]
    return _meant(blocks)


def _meant(blocks: Sequence[PageBlock]) -> tuple[PageBlock, ...]:
    apart = tuple(chain.from_iterable(map(without_frame, blocks)))
    read = with_captions(with_typed_lists(apart))
    return _lists_joined(tuple(map(_meant_within, read)))


def _paragraphs(block: PageBlock) -> Iterator[PageBlock]:
    """A text of nothing but typed lines is no code: somebody pasted it as it was."""
    assert isinstance(block, SetAsTyped)
    for paragraph in _BLANK_LINE.split(block.text):
        runs: list[Run] = []
        for line in filter(str.strip, paragraph.split("\n")):
            runs += [*([Run(RunKind.BREAK)] if runs else []), Run(RunKind.WORDS, line)]
        if runs:
            yield WordsBlock(tag="p", runs=in_order(runs))


def _meant_within(block: PageBlock) -> PageBlock:
    match block:
        case WordsBlock():
            return _without_line(block)
        case Grid():
            rows = tuple(tuple(map(_meant_in_cell, row)) for row in block.rows)
            return with_head(replace(block, rows=rows))
        case Quotation():
            return replace(block, blocks=_meant(block.blocks))
        case PageList():
            items = (replace(item, blocks=_meant(item.blocks)) for item in block.items)
            return replace(block, items=tuple(items))
    return block


def _without_line(block: WordsBlock) -> WordsBlock:
    """A line under a whole paragraph only dresses it; under a word it tells which word is meant."""
    words = [run for run in block.runs if run.kind is RunKind.WORDS]
    if not all("u" in run.formats or run.href for run in words):
        return block
    return replace(
        block, runs=in_order(run._replace(formats=run.formats - {"u"}) for run in block.runs)
    )


def _meant_in_cell(cell: GridCell) -> GridCell:
    return replace(cell, blocks=_lists_joined(cell.blocks)) if cell.blocks else cell


def _lists_joined(blocks: tuple[PageBlock, ...]) -> tuple[PageBlock, ...]:
    """Two lists in a row as one, where nobody could tell them apart."""
    joined: list[PageBlock] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(block, PageList) and isinstance(above, PageList) and _goes_on(above, block):
            joined[-1] = replace(above, items=(*above.items, *block.items))
        else:
            joined.append(block)
    return tuple(joined)


def _goes_on(above: PageList, below: PageList) -> bool:
    if above.kind != below.kind or above.kind == "lettered":
        return False
    return above.kind == "ul" or below.items[0].number == above.items[-1].number + 1
