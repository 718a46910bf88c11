"""The levels of headings: the title apart, the others from 1 on without a gap."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...block import Block, BlockKind

_ABOVE_ARTICLE = (BlockKind.TABLE, BlockKind.PICTURE)
# In letters: a paragraph as long as this is the text's own.
_SENTENCE = 80


def with_even_levels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with headings as an article has them: `<h2>` is the highest below the title."""
    blocks = _with_one_title(blocks)
    title = _title(blocks)
    used = sorted(
        {one.level for n, one in enumerate(blocks) if _is_heading(one) and n != title and one.level}
    )
    made = []
    for n, block in enumerate(blocks):
        if not _is_heading(block):
            made.append(block)
        elif n == title or not block.level:
            made.append(_at(block, 0))
        else:
            made.append(_at(block, used.index(block.level) + 1))
    return made


def _with_one_title(blocks: Sequence[Block]) -> list[Block]:
    """The first title, of one line or several; what has its style below the text is a heading."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        if not _is_heading(block) or block.level:
            made.append(block)
        elif last and _is_heading(last) and not last.level:
            made[-1] = replace(
                last, text=f"{last.text} {block.text}", html=f"{last.html[:-5]} {block.html[4:]}"
            )
        else:
            is_first = not any(_is_heading(one) and not one.level for one in made)
            made.append(block if is_first else replace(block, level=1))
    return made


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING


def _title(blocks: Sequence[Block]) -> int | None:
    """The place of the one heading of the highest level above all text: the title, styled so."""
    headings = [block for block in blocks if _is_heading(block)]
    if not headings or any(not block.level for block in headings):
        return None
    highest = min(block.level for block in headings)
    if sum(block.level == highest for block in headings) > 1 or headings[0].level != highest:
        return None
    place = next(n for n, block in enumerate(blocks) if block is headings[0])
    above = [block for block in blocks[:place] if block.kind not in _ABOVE_ARTICLE]
    has_text_above = any(len(block.text) >= _SENTENCE for block in above)
    return None if has_text_above or _is_numbered(headings[0]) else place


def _is_numbered(block: Block) -> bool:
    return bool(re.match(r"(?:[IVX]+|\d+)[.):]", block.text))


def _at(block: Block, level: int) -> Block:
    name = f"h{min(level + 1, 6)}"
    inner = re.sub(r"^<h\d>|</h\d>$", "", block.html)
    return replace(block, level=level, html=f"<{name}>{inner}</{name}>")
