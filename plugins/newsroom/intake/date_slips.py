"""What to say of a date that is none, with the day that was probably meant."""

import calendar
import re
from collections.abc import Sequence
from datetime import date

from ..domain.dates import in_numbers
from ..domain.plan import Plan

_DAY_AND_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:[/.\-]|,?\s*tháng)\s*(\d{1,2})(?:\s*(?:[/.\-]|,?\s*năm)\s*(\d{4}))?"
    r"(?!\s*[/.\-]?\d)",
    re.IGNORECASE,
)
_EXAMPLE = "20/11/2026"


def explain_date(text: str, key: str, path: str, plans: Sequence[Plan]) -> tuple[str, str]:
    """What to say, and the line to type, for the value of a key that names no day.

    `path` is that of the article: its folder (2026-11) and the plans tell which year is likely.
    """
    found = _DAY_AND_MONTH.search(text)
    message = f"“{text}” không phải là một ngày có thật."
    hint = f"Ghi ngày trước, đủ ngày tháng năm:  {key}: {_EXAMPLE}"
    if found is None:
        return message, hint
    day, month, year = int(found[1]), int(found[2]), int(found[3] or 0)
    if not year:
        meant = _in_a_plan(day, month, path, plans)
        return f"“{text}” thiếu năm.", f"Ghi:  {key}: {in_numbers(meant)}" if meant else hint
    if month > 12 >= day and (meant := _day(month, day, year)):
        return message, f"Ngày đứng trước tháng. Ghi:  {key}: {in_numbers(meant)}"
    if 1 <= month <= 12 and 28 < day <= 31:
        last = calendar.monthrange(year, month)[1]
        meant = date(year, month, last)
        return message, f"Tháng {month} có {last} ngày. Ghi:  {key}: {in_numbers(meant)}"
    return message, hint


def _in_a_plan(day: int, month: int, path: str, plans: Sequence[Plan]) -> date | None:
    """That day of the year in which it was probably meant."""
    years = {year for plan in plans for year in (plan.term.first.year, plan.term.last.year)}
    days = [meant for year in sorted(years, reverse=True) if (meant := _day(day, month, year))]
    planned = [meant for meant in days if any(plan.term.contains(meant) for plan in plans)]
    beside = [meant for meant in planned if f"{meant:%Y-%m}" in path]
    return next(iter((*beside, *planned, *days)), None)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
