"""The marks that git leaves in a file which two people changed at once."""

import re
from typing import NamedTuple

# Git writes each seven times, then a blank and a name, or nothing.
_MARK = re.compile(r"^[ \t]{0,3}(<{7}|>{7}|\|{7}|={7})(?![<>|=])(?:[ \t][^\n]*)?$", re.MULTILINE)
_CERTAIN = ("<<<<<<<", ">>>>>>>", "|||||||")


class ConflictMark(NamedTuple):
    """A line that git wrote: its number, from 1, and its words."""

    line: int
    words: str


def conflict_marks(text: str) -> tuple[ConflictMark, ...]:
    """Every mark in a text. A line of `=` alone is one only beside the others.

    >>> [mark.line for mark in conflict_marks("a\\n<<<<<<< HEAD\\nb\\n=======\\nc\\n>>>>>>> x\\n")]
    [2, 4, 6]
    >>> conflict_marks("Tiêu đề\\n=======\\n")
    ()
    """
    if not any(sign in text for sign in _CERTAIN):
        return ()
    found = [
        ConflictMark(text.count("\n", 0, mark.start()) + 1, mark[0].strip())
        for mark in _MARK.finditer(text)
    ]
    is_conflict = any(mark.words.startswith(_CERTAIN) for mark in found)
    return tuple(found) if is_conflict else ()
