"""The plan file of the next year, made from the text of this one: its comments stay.

Years move on in the title, the term, the semesters and the deadlines that name a year. What names
no year (31/5, the 25th of each month) holds again. Days from and to which somebody serves are
never moved: that would give back a right to approve that had ended.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from ...domain.plan.plan import Plan
from ...domain.text.dates import in_numbers
from ..plan.forms.yaml_file import YamlFile
from ..plan.plan_file import PlanFile

_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})(\s*[/.\-]\s*)(\d{1,2})(\s*[/.\-]\s*)(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([/.\-])(\d{1,2})([/.\-])(\d{1,2})(?!\d)")
_IN_WORDS = re.compile(r"((?:ngày\s+)?)(\d{1,2})(\s+tháng\s+)(\d{1,2})(\s+năm\s+)(\d{4})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, kw_only=True)
class NextPlan:
    """A plan file to be: its name, its text, and the lines that still speak of the old years."""

    name: str
    text: str
    first: date
    last: date
    still_old: tuple[int, ...]


def next_plan(path: str, text: str, plan: Plan) -> NextPlan:
    """The file of the plan that follows `plan`, which was read from this text.

    It begins the day after the old one ends and is as many years long.
    """
    years = max(1, round((plan.term.last - plan.term.first).days / 365.25))
    first, last = plan.term.last + timedelta(days=1), _later(plan.term.last, years)
    file = YamlFile(path, text)
    file.read(PlanFile)
    lines = text.split("\n")
    old = range(plan.term.first.year, plan.term.last.year + 1)
    moved = {
        file.line("first"): lambda line: _with_date(line, first),
        file.line("last"): lambda line: _with_date(line, last),
        file.line("title"): lambda line: with_years(line, old, years),
        **{line: lambda line: _moved(line, years) for line in _dated(file)},
        **dict.fromkeys(_to_be_filled_in(file), _emptied),
    }
    for number, change in moved.items():
        lines[number - 1] = change(lines[number - 1])
    return NextPlan(
        name=_name(PurePosixPath(path), old, years, first, last),
        text="\n".join(lines),
        first=first,
        last=last,
        still_old=tuple(
            number
            for number, line in enumerate(lines, start=1)
            if number not in moved and any(int(year) in old for year in _YEAR.findall(line))
        ),
    )


def _dated(file: YamlFile) -> Iterator[int]:
    """The lines on which a day of the plan may stand with its year."""
    fields = {
        **dict.fromkeys(("semesters", "quotas"), ("first", "last")),
        "deadlines": ("when",),
        "disclosures": ("due",),
    }
    for place, line in file.lines.items():
        if len(place) == 3 and place[2] in fields.get(str(place[0]), ()):
            yield line


def _to_be_filled_in(file: YamlFile) -> Iterator[int]:
    fields = ("number", "issued", "quotas_from", "replaced")
    return (file.lines[(field,)] for field in fields if (field,) in file.lines)


def _emptied(line: str) -> str:
    """`số: 52/KH` as a comment: the new plan on paper has a number and a day of its own."""
    return line if line.lstrip().startswith(("#", "{")) else f"# {line.rstrip()} (năm trước)"


def _with_date(line: str, day: date) -> str:
    """The line with its first date replaced."""
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _IN_WORDS):
        if pattern.search(line):
            return pattern.sub(in_numbers(day), line, count=1)
    return line


def _moved(line: str, years: int) -> str:
    """The line with every whole date so many years later."""
    line = _YEAR_FIRST.sub(
        lambda m: f"{int(m[1]) + years}{m[2]}{m[3]}{m[4]}{_day(m[5], m[3], int(m[1]) + years)}",
        line,
    )
    line = _IN_WORDS.sub(
        lambda m: (
            f"{m[1]}{_day(m[2], m[4], int(m[6]) + years)}{m[3]}{m[4]}{m[5]}{int(m[6]) + years}"
        ),
        line,
    )
    return _DAY_FIRST.sub(
        lambda m: f"{_day(m[1], m[3], int(m[5]) + years)}{m[2]}{m[3]}{m[4]}{int(m[5]) + years}",
        line,
    )


def _day(number: str, month: str, year: int) -> str:
    """29 February is the 28th in most years."""
    return "28" if int(number) == 29 and int(month) == 2 and monthrange(year, 2)[1] < 29 else number


def with_years(text: str, old: range, years: int) -> str:
    return _YEAR.sub(lambda m: str(int(m[0]) + years) if int(m[0]) in old else m[0], text)


def _later(day: date, years: int) -> date:
    """So many years later; the last day of a month stays one."""
    year = day.year + years
    was_last = day.day == monthrange(day.year, day.month)[1]
    last = monthrange(year, day.month)[1]
    return date(year, day.month, last if was_last else min(day.day, last))


def _name(path: PurePosixPath, old: range, years: int, first: date, last: date) -> str:
    """2026-2027.yaml for 2025-2026.yaml; a name without years gets those of the new term."""
    moved = with_years(path.stem, old, years)
    if moved == path.stem:
        moved = str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    return f"{moved}{path.suffix}"
