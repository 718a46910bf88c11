"""Paragraphs of HTML as the page has them: their lines, and the pictures that stood in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..page.blocks import PageBlock, PictureBlock, Run, RunKind, WordsBlock
from ..page.run_order import in_order
from .html_tree import HtmlElement

_WORD_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])")
_COUNTED = re.compile(r"(?:\d{1,3}|[a-zđ])[.)]")


@dataclass(frozen=True, kw_only=True)
class LinesLook:
    """The tag of a paragraph or heading, and the look that tells a caption or an item of Word."""

    tag: str
    is_centred: bool
    classes: frozenset[str]


def blocks_of_runs(runs: Sequence[Run], look: LinesLook) -> Iterator[PageBlock]:
    """The paragraphs and pictures of the runs that one element held."""
    for lines in _paragraphs(in_order(runs)):
        if look.tag != "p":
            lines = in_order(map(_in_heading, lines))
        for part in _pictures_apart(lines):
            if isinstance(part, Run):
                yield PictureBlock(
                    source=part.source, description=part.text, is_centred=look.is_centred
                )
            else:
                yield WordsBlock(
                    tag=look.tag, runs=part, is_centred=look.is_centred, classes=look.classes
                )


def _in_heading(run: Run) -> Run:
    """A heading is one line, and bold as it is."""
    if run.kind is RunKind.BREAK:
        return Run(RunKind.WORDS, " ")
    return run._replace(formats=run.formats - {"strong", "u"})


def classes_of(element: HtmlElement) -> frozenset[str]:
    """The classes of a paragraph, and the level that Word gives to one of a list."""
    level = _WORD_LEVEL.search(element.style)
    return frozenset({*element.classes, *([f"mso-level-{level[1]}"] if level else [])})


def word_sign(written: str) -> str:
    """The sign that Word writes before an item: its number, its letter, or a bullet for a letter
    that is one in some font of symbols."""
    sign = written.strip()
    if not _COUNTED.fullmatch(sign):
        return "•"
    return f"{sign[:-1]})" if sign[0].isalpha() else sign


def _paragraphs(runs: tuple[Run, ...]) -> Iterable[tuple[Run, ...]]:
    """The runs as paragraphs: where two lines end at once, a paragraph does."""
    paragraph: list[Run] = []
    ends = 0
    for run in runs:
        if run.kind is RunKind.BREAK:
            ends += 1
            continue
        if ends > 1 and paragraph:
            yield tuple(paragraph)
            paragraph = []
        elif ends and paragraph:
            paragraph.append(Run(RunKind.BREAK))
        paragraph.append(run)
        ends = 0
    if paragraph:
        yield tuple(paragraph)


def _pictures_apart(runs: tuple[Run, ...]) -> Iterable[Run | tuple[Run, ...]]:
    """Each picture of a paragraph by itself, where no link needs it, and the words between.

    A picture in the middle of a sentence comes after it.
    """
    words: list[Run] = []
    waiting: list[Run] = []
    for n, run in enumerate(runs):
        if run.kind is not RunKind.PICTURE or run.href:
            words.append(run)
            continue
        starts_line = not words or words[-1].kind is RunKind.BREAK
        ends_line = n + 1 == len(runs) or runs[n + 1].kind is RunKind.BREAK
        if starts_line or ends_line:
            yield from _without_edges(words)
            yield from waiting
            yield run
            words, waiting = [], []
        else:
            waiting.append(run)
    yield from _without_edges(words)
    yield from waiting


def _without_edges(words: list[Run]) -> Iterable[tuple[Run, ...]]:
    kept = in_order(words)
    start, end = 0, len(kept)
    while start < end and kept[start].kind is RunKind.BREAK:
        start += 1
    while end > start and kept[end - 1].kind is RunKind.BREAK:
        end -= 1
    if start < end:
        yield kept[start:end]
