"""Blocks as Markdown that was read back: whatever would read otherwise stays as HTML."""

from collections.abc import Sequence
from typing import NamedTuple

from ....domain.text.vietnamese import clean
from ....intake.text.checks.text_bounds import too_much
from ....intake.text.markdown_text import BrokenMarkdown, fill, render
from ....intake.typed_text.typed_signs import straightened
from ..page.blocks import PageBlock, PageNotes, Run, RunKind
from ..page.changes import signs_of_notes, with_plain_notes, with_runs
from ..reading.page_reader import page_of
from .escaping import Care
from .html_writer import html_of
from .markdown_writer import NoMarkdown, mark_below, markdown_of

# In letters: no file of an article may be longer, so nobody has to know how it would read.
_LONGEST = 1_000_000
_MOST_ROUNDS = 8
# Each sign of a footnote is compared with all others when it is read.
_MOST_NOTES = 300
_HTML = len(Care)


class WrittenBlock(NamedTuple):
    """A block as it is written, and whether that is HTML."""

    text: str
    is_html: bool


def written(blocks: tuple[PageBlock, ...]) -> list[WrittenBlock]:
    """The blocks as Markdown; as HTML those that no Markdown says, or not for sure."""
    if sum(len(signs_of_notes(block)) for block in blocks) > _MOST_NOTES:
        return written(with_plain_notes(blocks))
    choices = [0] * len(blocks)
    first = _write(blocks, choices)
    text = joined(first)
    # Such a text is refused by whoever reads it.
    if len(text) > _LONGEST or too_much(text) or read_back(text) == blocks:
        return first
    for n, block in enumerate(blocks):
        if not isinstance(block, PageNotes):
            choices[n] = _choice(block)
    for _ in range(_MOST_ROUNDS):
        found = _write(blocks, choices)
        read = read_back(joined(found))
        if read == blocks:
            return found
        if _gives_up_notes(blocks, found):
            return written(with_plain_notes(blocks))
        _take_more_care(choices, blocks, read)
    return _write(blocks, [_HTML] * len(blocks))


def _gives_up_notes(blocks: Sequence[PageBlock], found: Sequence[WrittenBlock]) -> bool:
    """True where a sign of a footnote stands in HTML, which leads nowhere."""
    return any(
        one.is_html and (signs_of_notes(block) or isinstance(block, PageNotes))
        for block, one in zip(blocks, found, strict=True)
    )


def _take_more_care(
    choices: list[int], blocks: Sequence[PageBlock], read: Sequence[PageBlock]
) -> None:
    """More care for the first block that reads otherwise, and for those beside it."""
    place = next(
        (n for n, (a, b) in enumerate(zip(read, blocks, strict=False)) if a != b),
        min(len(read), len(blocks)) - 1,
    )
    for n in range(max(place - 1, 0), min(place + 2, len(blocks))):
        choices[n] = min(choices[n] + 2, _HTML)


def _choice(block: PageBlock) -> int:
    """The least care with which a block reads back by itself; 3 for HTML."""
    signs = signs_of_notes(block)
    if signs:
        # By itself a block's footnotes are counted from 1.
        counted = {sign: str(n) for n, sign in enumerate(signs, start=1)}
        (block,) = with_runs((block,), lambda run: _recounted(run, counted))
    notes = "".join(f"\n\n[^{n}]: x" for n in range(1, len(signs) + 1))
    for care in Care:
        try:
            text = markdown_of(block, care)
        except NoMarkdown:
            return _HTML
        if read_back(f"{text}{notes}")[: -1 if notes else None] == (block,):
            return care
    return _HTML


def _recounted(run: Run, counted: dict[str, str]) -> Run:
    return run._replace(text=counted[run.text]) if run.kind is RunKind.NOTE else run


def _write(blocks: Sequence[PageBlock], choices: Sequence[int]) -> list[WrittenBlock]:
    found: list[WrittenBlock] = []
    mark = "."
    for n, (block, choice) in enumerate(zip(blocks, choices, strict=True)):
        mark = mark_below(blocks[n - 1] if n else None, block, mark)
        try:
            if choice == _HTML:
                raise NoMarkdown
            found.append(WrittenBlock(markdown_of(block, Care(choice), mark), False))
        except NoMarkdown:
            found.append(WrittenBlock(html_of(block), True))
    return found


def joined(blocks: Sequence[WrittenBlock]) -> str:
    return "\n\n".join(block.text for block in blocks)


def read_back(text: str) -> tuple[PageBlock, ...]:
    """The page that our own text rules make of Markdown; empty where they give up."""
    try:
        rendered = render(straightened(clean(text)))
    except BrokenMarkdown:
        return ()
    return page_of(fill(rendered.html, iter(rendered.finished)))
