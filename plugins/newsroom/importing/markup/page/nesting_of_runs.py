"""Runs of words as elements within one another: bold words around an italic one, a link in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

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
    return tuple(_nested(runs, frozenset(), False))


def _nested(
    runs: Sequence[Run], formats: frozenset[str], is_linked: bool
) -> Iterator["FormatSpan | Run"]:
    n = 0
    while n < len(runs):
        run = runs[n]
        longest, tag = 0, ""
        for name in _OUTER_FIRST:
            if name in run.formats and name not in formats:
                length = sum(1 for _ in takewhile(lambda r: name in r.formats, runs[n:]))  # noqa: B023
                if length > longest:
                    longest, tag = length, name
        if run.href and not is_linked:
            length = sum(1 for _ in takewhile(lambda r: r.href == run.href, runs[n:]))  # noqa: B023
            if length > longest:
                longest, tag = length, "a"
        if not longest or run.kind in (RunKind.BREAK, RunKind.NOTE):
            yield run
            n += 1
            continue
        within = _nested(
            runs[n : n + longest],
            formats if tag == "a" else formats | {tag},
            is_linked or tag == "a",
        )
        yield FormatSpan(tag=tag, href=run.href if tag == "a" else "", within=tuple(within))
        n += longest
