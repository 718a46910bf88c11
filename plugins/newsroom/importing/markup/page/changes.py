"""A page with all its runs changed alike, however deep they stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from .blocks import (
    Grid,
    GridCell,
    OtherBlock,
    PageBlock,
    PageList,
    PageListItem,
    PageNotes,
    Quotation,
    Run,
    RunKind,
    WordsBlock,
)
from .run_order import in_order


def with_runs(blocks: Sequence[PageBlock], change: Callable[[Run], Run]) -> tuple[PageBlock, ...]:
    """The blocks, each run as it is changed."""

    def changed(block: PageBlock) -> PageBlock:
        match block:
            case WordsBlock():
                return replace(block, runs=in_order(map(change, block.runs)))
            case Quotation() | OtherBlock():
                return replace(block, blocks=with_runs(block.blocks, change))
            case PageList():
                items = (
                    replace(item, blocks=with_runs(item.blocks, change)) for item in block.items
                )
                return replace(block, items=tuple(items))
            case PageNotes():
                return PageNotes(notes=tuple(with_runs(note, change) for note in block.notes))
            case Grid():
                rows = (tuple(map(changed_cell, row)) for row in block.rows)
                return Grid(rows=tuple(rows))
        return block

    def changed_cell(cell: GridCell) -> GridCell:
        return replace(
            cell,
            runs=in_order(map(change, cell.runs)),
            blocks=with_runs(cell.blocks, change),
        )

    return tuple(map(changed, blocks))


def signs_of_notes(block: PageBlock) -> list[str]:
    """The numbers of the footnotes to which a block leads, each once, in order."""
    return [*dict.fromkeys(run.text for run in _runs(block) if run.kind is RunKind.NOTE)]


def _runs(block: PageBlock) -> Iterator[Run]:
    found: list[Run] = []

    def kept(run: Run) -> Run:
        found.append(run)
        return run

    with_runs((block,), kept)
    yield from found


def with_plain_notes(blocks: Sequence[PageBlock]) -> tuple[PageBlock, ...]:
    """The page, its footnotes as a list at its end, their signs as raised numbers in brackets."""

    def plain(run: Run) -> Run:
        if run.kind is not RunKind.NOTE:
            return run
        return Run(RunKind.WORDS, f"[{run.text}]", frozenset({"sup"}))

    return tuple(chain.from_iterable(map(_as_list, with_runs(blocks, plain))))


def _as_list(block: PageBlock) -> tuple[PageBlock, ...]:
    if not isinstance(block, PageNotes):
        return (block,)
    items = tuple(
        PageListItem(blocks=note, number=n) for n, note in enumerate(block.notes, start=1) if note
    )
    return (PageList(kind="ol", items=items),) if items else ()
