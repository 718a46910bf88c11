"""The plan by which a video is stripped: the bytes that go, or the fault for which it cannot be."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple


class MediaFault(Enum):
    """The fault for which a video or a piece of sound cannot be shown."""

    EMPTY = "empty"
    NO_VIDEO = "no video"
    OTHER_KIND = "other kind"
    TORN = "torn"
    LOCKED = "locked"
    ELSEWHERE = "elsewhere"
    NOTHING_TO_SEE = "nothing to see"
    TOO_LARGE = "too large"


class Unusable(Exception):
    """A file is no video of ours."""

    def __init__(self, fault: MediaFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class StrippingPlan(NamedTuple):
    """The plan for a file: bytes from `start` to `end` stay, the rest is cut off.

    Among them `blanks` (begin and end) become zeros, and `words` are written over what is there.
    All places count from the beginning of the file as it is.
    """

    start: int
    end: int
    blanks: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[int, bytes], ...] = ()


def gaps(first: int, last: int, kept: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges from `first` to `last` that lie in none of these ranges.

    >>> [*gaps(0, 9, [(5, 7), (1, 3), (2, 4)])]
    [(0, 1), (4, 5), (7, 9)]
    """
    for begin, end in sorted(kept):
        if end <= first:
            continue
        if begin >= last:
            break
        if begin > first:
            yield first, begin
        first = max(first, end)
    if first < last:
        yield first, last
