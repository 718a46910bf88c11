"""The passages that are read out of a file, and the gaps that could not be read."""

import time
from enum import Enum
from typing import NamedTuple

# In characters, of one file: a thousand full pages. More is no paper that anybody offers readers.
MOST_TEXT = 4_000_000


class Passage(NamedTuple):
    """A paragraph, or a row of a table, with the place in which people find it.

    `place` is Vietnamese, without a capital: `trang 3`, `trang tính “Lớp 4A”, dòng 5`. Of a row
    `cells` are its cells from the left, also empty ones, and `text` is the same with tabs between.
    """

    place: str
    text: str
    cells: tuple[str, ...] = ()


class Gap(Enum):
    """Why a file, or a part of it, could not be read."""

    LOCKED = "locked"
    BROKEN = "broken"
    TOO_LARGE = "too large"
    TOO_LONG = "too long"
    OLD = "old"


class Reading(NamedTuple):
    """The words of a file, and the gaps in the reading: none where all of it was read."""

    passages: tuple[Passage, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Unread(Exception):
    """A file cannot be read, or not to its end."""

    def __init__(self, gap: Gap) -> None:
        super().__init__(gap.value)
        self.gap = gap


class Allowance:
    """The limit of what reading one file, and all files in it, may cost: a small one may be a bomb.

    In bytes that are unpacked, and in seconds of the processor's time.
    """

    LARGEST, LONGEST = 150_000_000, 20.0

    def __init__(self) -> None:
        self.left = self.LARGEST
        self._end = time.process_time() + self.LONGEST

    def spend(self, size: int) -> None:
        """Raises Unread where it was too much, or took too long."""
        self.left -= size
        if self.left < 0:
            raise Unread(Gap.TOO_LARGE)
        if time.process_time() > self._end:
            raise Unread(Gap.TOO_LONG)


def row(place: str, cells: list[str]) -> Passage:
    """A row of a table; cells at its end that hold nothing are left out."""
    while cells and not cells[-1].strip():
        cells.pop()
    return Passage(place, "\t".join(cells), tuple(cells))
