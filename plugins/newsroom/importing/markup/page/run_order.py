"""Runs of words in the one form in which they are compared and written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ....intake.typed_text import addresses
from .blocks import Run, RunKind

_BLANKS = re.compile(r"\s+")
_ADDRESS = re.compile(addresses.PATTERN, re.DOTALL)
_MAY_BE_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)


def in_order(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with one blank between words, none at the edges, and neighbours that look alike
    as one.

    A blank looks like what both its neighbours look like: nobody sees a bold blank.
    """
    linked = (_without_line(run) for one in _joined(runs) for run in _with_links(one))
    return tuple(_joined(_without_outer_blanks(_parted(linked))))


def _without_line(run: Run) -> Run:
    """A link is underlined as it is."""
    return run._replace(formats=run.formats - {"u"}) if run.href and run.formats else run


def _parted(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, blanks at the edge of one as runs of their own."""
    for run in runs:
        if run.kind is not RunKind.WORDS:
            yield run
            continue
        words = _BLANKS.sub(" ", run.text)
        bare = words.strip(" ")
        if not bare:
            if words:
                yield run._replace(text=" ")
            continue
        if words[0] == " ":
            yield run._replace(text=" ")
        yield run._replace(text=bare)
        if words[-1] == " ":
            yield run._replace(text=" ")


def _without_outer_blanks(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with blanks only between two of them on one line, in the look of both."""
    before: Run | None = None
    blank = False
    for run in runs:
        if run.text == " " and run.kind is RunKind.WORDS:
            blank = True
            continue
        is_on_line = before is not None and RunKind.BREAK not in (before.kind, run.kind)
        if blank and before and is_on_line:
            is_same = (before.formats, before.href) == (run.formats, run.href)
            # Code has no blank at its edge.
            both = before.formats & run.formats - (frozenset() if is_same else {"code"})
            href = before.href if before.href == run.href else ""
            yield Run(RunKind.WORDS, " ", both, href)
        yield run
        before, blank = run, False


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    same: list[Run] = []
    for run in runs:
        is_alike = (
            same
            and run.kind is same[0].kind is RunKind.WORDS
            and ((run.formats, run.href) == (same[0].formats, same[0].href))
        )
        if not is_alike:
            yield from _one_of(same)
            same = []
        same.append(run)
    yield from _one_of(same)


def _one_of(same: list[Run]) -> Iterator[Run]:
    if not same:
        return
    if len(same) == 1:
        yield same[0]
        return
    text = unicodedata.normalize("NFC", "".join(run.text for run in same))
    yield same[0]._replace(text=text)


def _with_links(run: Run) -> Iterator[Run]:
    """The run, its bare addresses as links: as all that people type is read."""
    if run.kind is not RunKind.WORDS or run.href or "code" in run.formats:
        yield run
        return
    if not _MAY_BE_ADDRESS.search(run.text):
        yield run
        return
    end = 0
    for found in _ADDRESS.finditer(run.text):
        if address := addresses.address_in(found):
            if before := run.text[end : found.start()]:
                yield run._replace(text=before)
            yield run._replace(text=address.words, href=address.target)
            end = found.start() + len(address.words)
    if after := run.text[end:]:
        yield run._replace(text=after)
