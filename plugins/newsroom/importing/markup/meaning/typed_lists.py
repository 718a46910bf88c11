"""Lists that somebody typed line by line, each with a dash or a number, in paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....intake.text.markdown_text import BrokenMarkdown, fill, render
from ....intake.typed_text.markers import Marker, marker_of
from ..page.blocks import PageBlock, PageList, Run, RunKind, WordsBlock
from ..page.run_order import in_order
from ..reading.page_reader import page_of
from ..writing.escaping import Care
from ..writing.markdown_writer import inline

_LEVEL = re.compile(r"mso-level-(\d)")
# Who asks and answers with a dash before each sentence speaks.
_SPOKEN = re.compile(r"[?!][”\"]?$")
_BULLET = re.compile(r"\s*[-+*•●■➢❖○◦▪·‣]\s")


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One line of a paragraph: its runs, its sign if it begins with one, its level in Word."""

    runs: tuple[Run, ...]
    block: WordsBlock
    marker: Marker | None
    level: int


def with_typed_lists(blocks: tuple[PageBlock, ...]) -> tuple[PageBlock, ...]:
    """The blocks, runs of at least two lines with signs as the lists that the text rules read."""
    read: list[PageBlock] = []
    lines: list[_Line] = []
    for block in blocks:
        if isinstance(block, WordsBlock) and block.tag == "p":
            lines += _lines(block)
        else:
            read += _blocks_of(lines)
            lines = []
            read.append(block)
    return (*read, *_blocks_of(lines))


def _lines(block: WordsBlock) -> Iterator[_Line]:
    level = next((int(found[1]) for name in block.classes if (found := _LEVEL.match(name))), 0)
    line: list[Run] = []
    for run in (*block.runs, Run(RunKind.BREAK)):
        if run.kind is not RunKind.BREAK:
            line.append(run)
            continue
        runs = tuple(_with_plain_sign(line))
        text = "".join(one.text for one in runs if one.kind is not RunKind.PICTURE)
        first_is_plain = bool(runs) and not runs[0].formats and not runs[0].href
        marker = marker_of(text) if first_is_plain else None
        yield _Line(
            runs=runs, block=block, marker=marker if marker and marker.words else None, level=level
        )
        line = []


def _with_plain_sign(line: Sequence[Run]) -> Iterator[Run]:
    """The line, a bullet at the start of bold words apart from them."""
    first = line[0] if line else None
    sign = _BULLET.match(first.text) if first and first.formats and not first.href else None
    if not first or not sign:
        yield from line
        return
    yield Run(RunKind.WORDS, sign[0])
    yield first._replace(text=first.text[sign.end() :])
    yield from line[1:]


def _blocks_of(lines: Sequence[_Line]) -> Iterator[PageBlock]:
    n = 0
    words: list[_Line] = []
    while n < len(lines):
        end = n
        while end < len(lines) and lines[end].marker:
            end += 1
        made: tuple[PageBlock, ...] = ()
        if end > n:
            if _stands_alone(lines[n:end]):
                end = n + 1
            made = _list(lines[n:end])
        if made:
            yield from _paragraphs(words)
            yield from made
            words = []
        else:
            end = max(end, n + 1)
            words += lines[n:end]
        n = end
    yield from _paragraphs(words)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[WordsBlock]:
    """The paragraphs of which these lines are left, as they were."""
    runs: list[Run] = []
    for n, line in enumerate(lines):
        runs += [*([Run(RunKind.BREAK)] if runs else []), *line.runs]
        is_last = n + 1 == len(lines) or lines[n + 1].block is not line.block
        if is_last:
            yield replace(line.block, runs=in_order(runs))
            runs = []


def _list(lines: Sequence[_Line]) -> tuple[PageBlock, ...]:
    """The list of lines that all have a sign; empty where they are none."""
    markers = [line.marker for line in lines if line.marker]
    first = markers[0]
    if not any(line.level for line in lines):
        is_alone = len(lines) == 1
        if is_alone and not first.is_glyph:
            return ()
        if not any(marker.is_glyph for marker in markers) and any(
            _SPOKEN.search("".join(run.text for run in line.runs)) for line in lines
        ):
            return ()
        if first.is_number and not _is_counted(markers):
            return ()
    typed = "\n".join(map(_typed, lines))
    try:
        rendered = render(typed)
    except BrokenMarkdown:
        return ()
    blocks = page_of(fill(rendered.html, iter(rendered.finished)))
    return blocks if all(isinstance(block, PageList) for block in blocks) else ()


def _stands_alone(lines: Sequence[_Line]) -> bool:
    """True where the second line has a sign that neither goes on nor nests under the first."""
    first, second = (line.marker for line in (*lines[:2], lines[0])[:2])
    assert first
    assert second
    goes_on = first.kind == second.kind or second.rank > first.rank
    return not goes_on and not any(line.level for line in lines[:2])


def _is_counted(markers: Sequence[Marker]) -> bool:
    """True where a second number follows, or what stands under the first."""
    return all(
        not marker.is_number or marker.number == n
        for n, marker in enumerate((m for m in markers if m.is_number), start=markers[0].number)
    )


def _typed(line: _Line) -> str:
    marker = line.marker
    assert marker is not None
    sign = "" if marker.is_letter else _sign(marker)
    text = "".join(run.text for run in line.runs)
    skipped = len(text) - len(marker.words)
    runs: list[Run] = []
    for run in line.runs:
        cut = min(skipped, len(run.text)) if run.kind is RunKind.WORDS else 0
        skipped -= cut
        if run.kind is not RunKind.WORDS or run.text[cut:]:
            runs.append(run._replace(text=run.text[cut:]))
    indent = "    " * max(line.level - 1, 0)
    return f"{indent}{sign}{inline(in_order(runs), Care.LIGHT)}"


def _sign(marker: Marker) -> str:
    return f"{marker.number}{marker.kind[1:]} " if marker.is_number else f"{marker.kind} "
