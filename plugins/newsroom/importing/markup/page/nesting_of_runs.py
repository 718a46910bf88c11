"""Runs of words as elements within one another: bold words around an italic one, a link in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .blocks import Run, RunKind

# Of formats that reach equally far the first is the outer one.
_OUTER_FIRST = ("strong", "em", "del", "mark", "u", "sup", "sub")


@dataclass(frozen=True, kw_only=True)
class FormatSpan:
    """Runs that have a format in common, or lead to the same address (`a`)."""

    tag: str
    href: str
    within: tuple["FormatSpan | Run", ...]


def nested(runs: Sequence[Run]) -> tuple["FormatSpan | Run", ...]:
    """The runs as spans, of which the longest are the outer ones. Code is left to the run."""
    return tuple(_nested(runs, 0, len(runs), frozenset(), False))


def _nested(
    runs: Sequence[Run], start: int, end: int, formats: frozenset[str], is_linked: bool
) -> Iterator["FormatSpan | Run"]:
    n = start
    while n < end:
        run = runs[n]
        longest, tag = n, ""
        for name in _OUTER_FIRST if run.formats else ():
            if name in run.formats and name not in formats:
                reach = n + 1
                while reach < end and name in runs[reach].formats:
                    reach += 1
                if reach > longest:
                    longest, tag = reach, name
        if run.href and not is_linked:
            reach = n + 1
            while reach < end and runs[reach].href == run.href:
                reach += 1
            if reach > longest:
                longest, tag = reach, "a"
        if not tag or run.kind in (RunKind.BREAK, RunKind.NOTE):
            yield run
            n += 1
            continue
        is_link = tag == "a"
        inner = formats if is_link else formats | {tag}
        within = tuple(_nested(runs, n, longest, inner, is_linked or is_link))
        yield FormatSpan(tag=tag, href=run.href if is_link else "", within=within)
        n = longest
