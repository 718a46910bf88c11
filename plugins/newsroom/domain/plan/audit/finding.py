"""A finding of the audit: the place in the file, the reason, and the line to type."""

from dataclasses import dataclass
from datetime import date, timedelta

from ...message import Message
from ...problem import Level, Problem
from ...text.dates import in_numbers
from ..calendar import Period
from ..plan import Plan
from ..quota import Quota

Place = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class PlanFinding:
    """One thing that a plan asks for and that cannot be so.

    `place` is that of the entry in its file. `locked` are the days on which it is a deadlock: an
    article that nobody may approve. None for all else, which is advice on any day.
    """

    place: Place
    message: Message
    hint: str
    locked: Period | None = None

    def level_on(self, today: date) -> Level:
        """An error only while it locks somebody out; of days gone by or to come it is advice."""
        return Level.ERROR if self.locked and self.locked.contains(today) else Level.ADVICE

    def as_problem(self, path: str, line: int, today: date) -> Problem:
        return Problem(path, line, self.message, self.hint, self.level_on(today))


def asked_periods(plan: Plan, quota: Quota) -> tuple[Period, ...]:
    """The periods of a quota that its own days leave."""
    return tuple(
        period
        for period in plan.periods(quota.per)
        if (quota.first is None or quota.first <= period.last)
        and (quota.last is None or period.first <= quota.last)
    )


def days_in_words(first: date, last: date, within: Period) -> str:
    """“ từ 02/01/2025 đến 31/07/2025”, with only the end that the term does not have itself."""
    begins = f" từ {in_numbers(first)}" if first > within.first else ""
    ends = f" đến {in_numbers(last)}" if last < within.last else ""
    return begins + ends


def day_after(day: date) -> date:
    return day + timedelta(days=1)
