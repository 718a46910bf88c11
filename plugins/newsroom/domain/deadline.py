"""By when something has to be there."""

from dataclasses import dataclass
from datetime import date

from .calendar import Period, PeriodKind
from .plan import Plan
from .quota import Quota


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """The last day (hạn) of a period in which quotas are counted, today or ahead."""

    on: date
    period: Period
    quotas: tuple[Quota, ...]

    def days_left(self, today: date) -> int:
        return (self.on - today).days


def next_deadlines(plan: Plan, today: date) -> tuple[Deadline, ...]:
    """The ends of all periods that run today and carry a quota, soonest first."""
    found = [
        Deadline(on=period.last, period=period, quotas=quotas)
        for kind in PeriodKind
        if (quotas := tuple(quota for quota in plan.quotas if quota.per is kind))
        for period in plan.periods(kind)
        if period.contains(today)
    ]
    return tuple(sorted(found, key=lambda deadline: deadline.on))
