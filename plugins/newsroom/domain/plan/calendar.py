"""The stretches of time a school counts in: months, semesters, school years, plan terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class PeriodKind(Enum):
    """Per what a quota is counted (mỗi tháng, học kỳ, năm, kỳ kế hoạch)."""

    MONTH = "month"
    SEMESTER = "semester"
    YEAR = "year"
    TERM = "term"


@dataclass(frozen=True, kw_only=True)
class Period:
    """A stretch of whole days, both ends included. `code` is its name for programs (2024-11)."""

    code: str
    name: str
    first: date
    last: date

    def contains(self, day: date) -> bool:
        return self.first <= day <= self.last

    def encloses(self, other: "Period") -> bool:
        """True where every day of the other is one of its own."""
        return self.first <= other.first and other.last <= self.last

    def overlap(self, other: "Period") -> int:
        """The number of days that both share."""
        return max(0, (min(self.last, other.last) - max(self.first, other.first)).days + 1)

    def day_of_year(self, month: int, number: int) -> date | None:
        """The first day in it of that month and number, if there is one."""
        years = range(self.first.year, self.last.year + 1)
        return next(
            (day for y in years if self.contains(day := day_of_year(y, month, number))), None
        )

    def is_over(self, today: date) -> bool:
        return self.last < today

    def is_ahead(self, today: date) -> bool:
        return today < self.first


# The last day of a month on which a plan can be issued and still ask something of that month.
_LAST_DAY_TO_ASK_THE_MONTH = 15


def asks_its_month(issued: date) -> bool:
    """True where a plan that begins on that day asks something of the month that it is in."""
    return issued.day <= _LAST_DAY_TO_ASK_THE_MONTH


def day_of_year(year: int, month: int, number: int) -> date:
    """That day of that year; 29 February is the 28th in most years."""
    try:
        return date(year, month, number)
    except ValueError:
        return date(year, month, number - 1)


@dataclass(frozen=True, order=True)
class Month:
    """A month of the calendar (tháng)."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, code: str) -> "Month":
        """From 2024-11. Raises ValueError."""
        year, number = code.split("-")
        month = cls(int(year), int(number))
        return cls.of(month.first)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> "Month":
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def code(self) -> str:
        return f"{self.year}-{self.number:02}"

    @property
    def name(self) -> str:
        return f"Tháng {self.number}/{self.year}"

    @property
    def period(self) -> Period:
        return Period(code=self.code, name=self.name, first=self.first, last=self.last)


def months_between(first: date, last: date) -> Iterator[Month]:
    """Every month that has a day between the two, in order."""
    month = Month.of(first)
    while month.first <= last:
        yield month
        month = month.next


@dataclass(frozen=True, order=True)
class SchoolYear:
    """A school year (năm học) of the archive, from `start_month` of one year to the next."""

    start: int
    start_month: int = 8

    @classmethod
    def of(cls, day: date, start_month: int = 8) -> "SchoolYear":
        return cls(day.year if day.month >= start_month else day.year - 1, start_month)

    @property
    def first(self) -> date:
        return date(self.start, self.start_month, 1)

    @property
    def code(self) -> str:
        """2024-2025, or 2024 where the school counts in calendar years."""
        return str(self.start) if self.start_month == 1 else f"{self.start}-{self.start + 1}"

    @property
    def name(self) -> str:
        return f"Năm {self.code}" if self.start_month == 1 else f"Năm học {self.code}"
