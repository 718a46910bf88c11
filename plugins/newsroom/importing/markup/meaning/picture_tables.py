"""Tables that hold pictures in place: side by side, each over its caption, or beside a text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from ..page.blocks import Grid, GridCell, PageBlock, PictureBlock, RunKind
from ..reading.page_tables import unpacked

# In letters: of the words below a picture that are its caption.
_LONGEST_CAPTION = 200


def without_frame(block: PageBlock) -> tuple[PageBlock, ...]:
    """The pictures of such a table with their captions; any other block as it is."""
    if not isinstance(block, Grid) or not any(map(_is_picture, chain.from_iterable(block.rows))):
        return (block,)
    if len(block.rows) == 1:
        return tuple(chain.from_iterable(map(unpacked, block.rows[0])))
    return tuple(_captioned(block)) if _holds_pictures_only(block) else (block,)


def _holds_pictures_only(grid: Grid) -> bool:
    """True where each row is one of pictures, or one of short words below such a row."""
    was_pictures = False
    for row in grid.rows:
        is_pictures = all(_is_picture(cell) or not _holds(cell) for cell in row)
        if not is_pictures and not (was_pictures and all(map(_is_short, row))):
            return False
        was_pictures = is_pictures
    return True


def _captioned(grid: Grid) -> Iterator[PageBlock]:
    rows = [*grid.rows]
    for n, row in enumerate(rows):
        if not any(map(_is_picture, row)):
            continue
        below = rows[n + 1] if n + 1 < len(rows) else ()
        words = [_text(cell) for cell in below if not _is_picture(cell)]
        pictures = [block for cell in row for block in unpacked(cell)]
        if len(words) != len(row) or len(pictures) != len(row):
            # One line below them all is the caption of the last.
            yield from pictures
            yield from chain.from_iterable(map(unpacked, below if words else ()))
            continue
        for block, caption in zip(pictures, words, strict=True):
            if isinstance(block, PictureBlock) and not block.caption:
                yield replace(block, caption=caption)
            else:
                yield block


def _holds(cell: GridCell) -> bool:
    return bool(cell.runs or cell.blocks)


def _is_picture(cell: GridCell) -> bool:
    """True where a cell begins with a picture, and at most a caption follows."""
    if cell.blocks:
        return isinstance(cell.blocks[0], PictureBlock) and len(cell.blocks) < 3
    kinds = [run.kind for run in cell.runs]
    return kinds[:1] == [RunKind.PICTURE] and len(_text(cell)) <= _LONGEST_CAPTION


def _is_short(cell: GridCell) -> bool:
    has_picture = any(run.kind is RunKind.PICTURE for run in cell.runs)
    return not (cell.blocks or has_picture) and len(_text(cell)) <= _LONGEST_CAPTION


def _text(cell: GridCell) -> str:
    return " ".join(
        "".join(run.text for run in cell.runs if run.kind is not RunKind.PICTURE).split()
    )
