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
    r"(?<!\d)(\d{1,2})(?:\s*(?::|giờ|h|g)\s*|\.(?=\d{2}(?!\d)))(\d{1,2}(?!\d)|rưỡi)?(?:\s*phút)?"
    r"(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
# The part of the day, by which people count its hours to twelve.
_PART_OF_DAY = re.compile(r"(?<!\w)(sáng|trưa|chiều|tối|đêm|sa|ch|am|pm)(?!\w)", re.IGNORECASE)
_AFTERNOON = {"chiều", "tối", "ch", "pm"}
_WEEKDAY = re.compile(r"(?<!\w)thứ\s*[2-7](?!\d)", re.IGNORECASE)
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
    # 24 giờ ngày 31/5 is still the 31st where only days count.
    return _parsed(text)[0]


def parse_moment(text: str) -> tuple[date, time | None]:
    """The day and, where given, the time of day in Vietnam (UTC+7). Raises NotADate.

    A time with an offset, as web editors write it, is brought to Vietnamese time first and can
    so fall on another day: 2024-11-30T23:30:00Z is 1 December. So can midnight: 24:00 and 12 giờ
    đêm begin the next day. Hours are counted to twelve where the part of the day is named.

    >>> parse_moment("8 giờ rưỡi tối 21/11/2026")[1], parse_moment("21/11/2026 24:00")[0].day
    (datetime.time(20, 30), 22)
    """
    day, at, is_next = _parsed(text)
    try:
        return day + timedelta(days=is_next), at
    except OverflowError:
        raise NotADate(text) from None


def _parsed(text: str) -> tuple[date, time | None, bool]:
    """The day, the time, and True where that time is of the day after."""
    day, start, end = find_date(text)
    clock = _clock_in(text, start, end)
    if clock is None:
        return day, None, False
    hour, minute, offset = int(clock[1]), _minutes(clock[2]), clock[3]
    part = _PART_OF_DAY.search(text)
    hour = _of_24(hour, part[1].lower()) if part else hour
    if hour == 24 and not minute and offset is None:
        return day, time.min, True
    if hour > 23 or minute > 59:
        raise NotADate(text)
    if offset is None:
        return day, time(hour, minute), False
    try:
        moment = datetime.combine(day, time(hour, minute), _zone(offset)).astimezone(VIETNAM)
    except (ValueError, OverflowError):
        raise NotADate(text) from None
    return moment.date(), moment.time(), False


def _clock_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The time behind the date that stands there, or in front of it."""
    return _TIME.search(text, end) or _TIME.search(text, 0, start)


def _minutes(text: str | None) -> int:
    return 30 if text and text.lower() == "rưỡi" else int(text or 0)


def _of_24(hour: int, part: str) -> int:
    """The hour of the whole day that an hour of a part of it is."""
    if part in ("sáng", "sa", "am"):
        return 0 if hour == 12 else hour
    if part == "trưa":
        return hour + 12 if hour < 4 else hour
    if hour == 12 and part in ("tối", "đêm"):
        return 24
    is_late = part in _AFTERNOON or hour > 5
    return hour + 12 if hour < 12 and is_late else hour


def unread_part(text: str) -> str:
    """The words of a moment that hold numbers and were understood as neither day nor time.

    Raises NotADate.
    """
    _, start, end = find_date(text)
    clock = _clock_in(text, start, end)
    spans = [(start, end), *([clock.span()] if clock else [])]
    spans += [day.span() for day in _WEEKDAY.finditer(text)]
    rest = "".join(
        " " if any(first <= n < last for first, last in spans) else letter
        for n, letter in enumerate(text)
    )
    return " ".join(rest.split()) if re.search(r"\d", rest) else ""


def _zone(offset: str) -> timezone:
    if offset in "Zz":
        return UTC
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))


def moment_of(day: date) -> datetime:
    """A moment as it is; of a day its first minute, before any hour of it has come."""
    return day if isinstance(day, datetime) else datetime.combine(day, time.min)


def in_numbers(day: date) -> str:
    """20/11/2024"""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def moment_in_numbers(day: date, at: time | None) -> str:
    """23:30 ngày 20/11/2024, or ngày 20/11/2024 where there is no hour."""
    return f"{at:%H:%M} ngày {in_numbers(day)}" if at else f"ngày {in_numbers(day)}"


def as_typed(day: date, at: time | None) -> str:
    """20/11/2024 7:30, as a header's line has it; without the hour where there is none."""
    return f"{in_numbers(day)} {at.hour}:{at.minute:02}" if at else in_numbers(day)


def in_words(day: date) -> str:
    """Thứ Tư, ngày 20 tháng 11 năm 2024"""
    return f"{WEEKDAYS[day.weekday()]}, ngày {day.day} tháng {day.month} năm {day.year}"
