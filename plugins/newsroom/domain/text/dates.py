"""Dates as Vietnamese people write them, and in words again."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

_DAY_FIRST = re.compile(
    r"(?<!\d)(?:ngày\s*)?(\d{1,2})(?:\s*[/.\-]\s*|\s+tháng\s+|\s*,?\s*tháng\s+)(\d{1,2})"
    # Behind a code such as to-2-3 another date begins, and no year.
    r"(?:\s*[/.\-]\s*|\s*,?\s*năm\s+|\s*,\s*(?!\d{1,4}\s*[/.\-]\s*\d))(\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_SPOKEN = re.compile(
    rf"(?<!\d)(?:ngày\s*)?(\d{{1,2}})\s*,?\s*tháng\s+({'|'.join(sorted(_MONTHS, reverse=True))})"
    r"(?:\s*,?\s*năm\s+|\s*,\s*|\s*[/.\-]\s*|\s+)(\d{4})(?!\d)",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?!\d)")
_TIME = re.compile(
    r"(?<!\d)(\d{1,2})(?::|h|g|\s*giờ\s*)(\d{2})?(?:\s*phút)?(?::\d{2}(?:\.\d+)?)?"
    r"\s*(Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class NotADate(ValueError):
    """The text names no day of the calendar."""


def find_date(text: str) -> tuple[date, int, int]:
    """The first date in the text, with where it starts and ends.

    The day comes before the month (20/11/2024); a year in front turns the order round.
    Raises NotADate where there is none, or where the day does not exist (31/02).
    """
    day_first, year_first = _DAY_FIRST.search(text), _YEAR_FIRST.search(text)
    if year_first and (not day_first or year_first.start() <= day_first.start()):
        found, (year, month, day) = year_first, map(int, year_first.groups())
    elif day_first:
        found, (day, month, year) = day_first, map(int, day_first.groups())
    elif spoken := _SPOKEN.search(text):
        found, month = spoken, _MONTHS[spoken[2].lower()]
        day, year = int(spoken[1]), int(spoken[3])
    else:
        raise NotADate(text)
    try:
        return date(year + 2000 if year < 100 else year, month, day), found.start(), found.end()
    except ValueError:
        raise NotADate(text) from None


def parse_date(text: str) -> date:
    """The day that the text names, in Vietnam. Raises NotADate."""
    return parse_moment(text)[0]


def parse_moment(text: str) -> tuple[date, time | None]:
    """The day and, where given, the time of day in Vietnam (UTC+7). Raises NotADate.

    A time with an offset, as web editors write it, is brought to Vietnamese time first and can
    so fall on another day: 2024-11-30T23:30:00Z is 1 December.
    """
    day, start, end = find_date(text)
    clock = _TIME.search(text[end:]) or _TIME.search(text[:start])
    if clock is None:
        return day, None
    hour, minute, offset = int(clock[1]), int(clock[2] or 0), clock[3]
    if hour > 23 or minute > 59:
        raise NotADate(text)
    if offset is None:
        return day, time(hour, minute)
    try:
        moment = datetime.combine(day, time(hour, minute), _zone(offset)).astimezone(VIETNAM)
    except (ValueError, OverflowError):
        raise NotADate(text) from None
    return moment.date(), moment.time()


def _zone(offset: str) -> timezone:
    if offset in "Zz":
        return UTC
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))


def in_numbers(day: date) -> str:
    """20/11/2024"""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def in_words(day: date) -> str:
    """Thứ Tư, ngày 20 tháng 11 năm 2024"""
    return f"{WEEKDAYS[day.weekday()]}, ngày {day.day} tháng {day.month} năm {day.year}"
