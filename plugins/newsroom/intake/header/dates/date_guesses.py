"""The day that was probably meant by a date in a form that we do not read, for a remedy."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ....domain.text.vietnamese import clean, strip_marks

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SPOKEN = (
    *("gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"),
    *("muoi mot", "muoi hai"),
)
_ALSO_SPOKEN = {"mot": 1, "chap": 12, "bon": 4}
_BEFORE_YEAR = r"\s*[\s,./\\-]\s*(?:nam\s+)?(\d{4})\b"
_NAMED_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s*[\s,./\\-]\s*([a-z]+){_BEFORE_YEAR}")
_MONTH_FIRST = re.compile(rf"\b([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?{_BEFORE_YEAR}")
_SPOKEN_MONTH = re.compile(rf"\b(\d{{1,2}})\s*,?\s*thang\s+([a-z]+(?:\s+[a-z]+)?){_BEFORE_YEAR}")
_OTHER_SIGNS = re.compile(r"\b(\d{1,2})\s*[\\,_|:;·\s]\s*(\d{1,2})\s*[\\,_|:;·\s]\s*(\d{4})\b")
_DIGITS = re.compile(r"^(\d{8})$")
_SERIAL = re.compile(r"^(\d{5})$")
# Day 0 of Excel's calendar, which has a 29 February 1900.
_EXCEL = date(1899, 12, 30)


def guessed_days(text: str) -> Iterator[date]:
    """Every day that the text may mean, the likeliest first."""
    plain = strip_marks(clean(text)).casefold().strip()
    for day, month, year in _readings(plain):
        try:
            yield date(year, month, day)
        except ValueError:
            continue
    if serial := _SERIAL.match(plain):
        # A cell of Excel that was pasted as its number.
        yield _EXCEL + timedelta(days=int(serial[1]))


def _readings(text: str) -> Iterator[tuple[int, int, int]]:
    """Day, month, year; maybe of no calendar."""
    if found := _OTHER_SIGNS.search(text):
        yield int(found[1]), int(found[2]), int(found[3])
    for pattern, day, month in ((_SPOKEN_MONTH, 1, 2), (_NAMED_MONTH, 1, 2), (_MONTH_FIRST, 2, 1)):
        if (found := pattern.search(text)) and (number := _month(found[month])):
            yield int(found[day]), number, int(found[3])
    if whole := _DIGITS.match(text):
        digits = whole[1]
        yield int(digits[:2]), int(digits[2:4]), int(digits[4:])
        yield int(digits[6:]), int(digits[4:6]), int(digits[:4])


def _month(word: str) -> int:
    """1 to 12; 0 for a word that names no month."""
    for names in (_ROMAN, _SPOKEN):
        if word in names:
            return names.index(word) + 1
    return _ALSO_SPOKEN.get(word) or next(
        (n for n, name in enumerate(_ENGLISH, 1) if word.startswith(name)), 0
    )
