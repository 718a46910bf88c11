"""Names that hold numbers, whatever the signs between them: Khối 4,5 is Khối 4-5."""

import re
from collections.abc import Sequence

from ..text.vietnamese import clean, fold

_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s*(?:[,;.&/+\-–—]|và|\s)\s*(?=\d)")


def same_number(text: str, names: Sequence[str]) -> list[int]:
    """The places of the names that differ from the text only in the signs between numbers.

    >>> same_number("Khối 4,5", ["Tổ 4-5", "Khối 4-5", "Khối 4"])
    [1]
    """
    key = _evenly(text)
    return [place for place, name in enumerate(names) if key and _evenly(name) == key]


def _evenly(text: str) -> str:
    """The text with a dash between its numbers; nothing for one without several."""
    even, count = _BETWEEN_DIGITS.subn("-", clean(text))
    return fold(even) if count else ""
