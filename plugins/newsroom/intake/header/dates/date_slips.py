"""Messages for a date that is none, with the day that was probably meant."""

import calendar
import re
from collections.abc import Sequence
from datetime import date, time

from ....domain.message import Message
from ....domain.plan.plan import Plan
from ....domain.text.dates import (
    NotADate,
    as_typed,
    find_date,
    in_numbers,
    parse_date,
    parse_moment,
)

_DAY_AND_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:[/.\-]|,?\s*tháng)\s*(\d{1,2})(?:\s*(?:[/.\-]|,?\s*năm)\s*(\d{4}))?"
    r"(?!\s*[/.\-]?\d)",
    re.IGNORECASE,
)


def explain_date(text: str, key: str, path: str, plans: Sequence[Plan]) -> tuple[Message, str]:
    """The message, and the line to type, for the value of a key that names no day.

    `path` is that of the article: its folder (2026-11) and the plans tell which year is likely.
    """
    if real := _day_of_a_wrong_hour(text):
        hint = f"Ghi giờ từ 0:00 tới 23:59, ví dụ  {key}: {as_typed(real, time(7, 30))}"
        return Message("NR-DATE-003", f"Giờ ở “{text}” không có thật."), hint
    found, at = _DAY_AND_MONTH.search(text), _hour_in(text)
    message = Message("NR-DATE-001", f"“{text}” không phải là một ngày có thật.")
    example = in_numbers(likely_day(path, "", plans))
    hint = f"Ghi ngày trước, đủ ngày tháng năm, ví dụ  {key}: {example}"
    if meant := _guess(text, plans):
        return message, f"Ghi:  {key}: {as_typed(meant, at)}"
    if found is None:
        return message, hint
    day, month, year = int(found[1]), int(found[2]), int(found[3] or 0)
    if not year:
        meant = _in_a_plan(day, month, path, plans)
        return Message(
            "NR-DATE-002", f"“{text}” thiếu năm."
        ), f"Ghi:  {key}: {as_typed(meant, at)}" if meant else hint
    if month > 12 >= day and (meant := _day(month, day, year)):
        return message, f"Ngày đứng trước tháng. Ghi:  {key}: {as_typed(meant, at)}"
    if 1 <= month <= 12 and 28 < day <= 31:
        last = calendar.monthrange(year, month)[1]
        meant = date(year, month, last)
        return message, f"Tháng {month} có {last} ngày. Ghi:  {key}: {as_typed(meant, at)}"
    return message, hint


def _day_of_a_wrong_hour(text: str) -> date | None:
    """The day of the calendar beside which an hour stands that is none."""
    try:
        day = find_date(text)[0]
    except NotADate:
        return None
    try:
        parse_moment(text)
    except NotADate:
        return day
    return None


def _hour_in(text: str) -> time | None:
    """The hour that stands beside a day that is none: it must not get lost with it."""
    try:
        return parse_moment(f"1/1/2000 {_DAY_AND_MONTH.sub(' ', text)}")[1]
    except NotADate:
        return None


def _guess(text: str, plans: Sequence[Plan]) -> date | None:
    """The day of a plan that another form of date says."""
    from .date_guesses import guessed_days

    return next(
        (day for day in guessed_days(text) if any(plan.term.contains(day) for plan in plans)), None
    )


def _in_a_plan(day: int, month: int, path: str, plans: Sequence[Plan]) -> date | None:
    """That day of the year in which it was probably meant."""
    years = {year for plan in plans for year in (plan.term.first.year, plan.term.last.year)}
    days = [meant for year in sorted(years, reverse=True) if (meant := _day(day, month, year))]
    planned = [meant for meant in days if any(plan.term.contains(meant) for plan in plans)]
    in_background = [meant for meant in planned if f"{meant:%Y-%m}" in path]
    return next(iter((*in_background, *planned, *days)), None)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def likely_day(path: str, text: str, plans: Sequence[Plan]) -> date:
    """A day for an item that names none: as its text, its name or its folder tells.

    `text` is what is read of it. Always a day of a plan, if there is one.
    """
    month = _FOLDER.search(path)
    named = _FILE_DAY.search(path)
    told = [day for line in text.split("\n")[:_LINES_READ] if (day := _day_in(line))]
    if named and (day := _day(int(named[3]), int(named[2]), int(named[1]))):
        told.insert(0, day)
    if month:
        told = [day for day in told if f"{day:%Y-%m}" == month[0]]
        if day := _day(20, int(month[2]), int(month[1])):
            told.append(day)
    planned = (day for day in told if not plans or any(plan.term.contains(day) for plan in plans))
    last = max((plan.term for plan in plans), key=lambda term: term.last, default=None)
    if last is None:
        return next(planned, date(2026, 11, 20))
    usual = _in_a_plan(20, 11, path, plans)
    return next(planned, usual if usual and last.contains(usual) else last.first)


_FOLDER = re.compile(r"(?<!\d)(20\d\d)-(\d\d)(?=/)")
_FILE_DAY = re.compile(r"(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)[^/]*$")
_LINES_READ = 60


def _day_in(line: str) -> date | None:
    try:
        return parse_date(line)
    except NotADate:
        return None
