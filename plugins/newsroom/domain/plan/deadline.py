"""By when something has to be there. Requirements T1 to T5."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import Month, Period
from .due import DueKind, DueRule
from .plan import Plan
from .quota import Quota

# How far ahead the desk looks for what is due.
DAYS_AHEAD = 31


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A day (hạn) by which something has to be there: quotas, or what a rule of the plan says.

    `period` is the stretch of time that it closes.
    """

    on: date
    period: Period
    quotas: tuple[Quota, ...] = ()
    rule: DueRule | None = None

    def days_left(self, today: date) -> int:
        """Negative once the day is over."""
        return (self.on - today).days


def deadlines_of(rule: DueRule, plan: Plan) -> tuple[Deadline, ...]:
    """Every day on which a rule's thing is due in the plan's term, in order.

    A day that a month does not have is its last one.
    """
    early = timedelta(days=1 if rule.when.is_before else 0)
    quotas = tuple(quota for quota in plan.quotas if quota.code in rule.quotas)
    return tuple(
        Deadline(on=day - early, period=period, quotas=quotas, rule=rule)
        for day, period in _days(rule, plan)
        if plan.term.contains(day - early)
    )


def deadlines(plan: Plan) -> tuple[Deadline, ...]:
    """Every deadline that the plan itself names, in order."""
    found = [deadline for rule in plan.deadlines for deadline in deadlines_of(rule, plan)]
    return tuple(sorted(found, key=order_of_deadlines))


def coming_deadlines(plan: Plan, today: date) -> tuple[Deadline, ...]:
    """The plan's own deadlines in the next month (sắp đến hạn), soonest first."""
    return tuple(d for d in deadlines(plan) if 0 <= d.days_left(today) <= DAYS_AHEAD)


def _days(rule: DueRule, plan: Plan) -> Iterable[tuple[date, Period]]:
    when = rule.when
    match when.kind:
        case DueKind.DAY_OF_MONTH:
            return [(_in_month(month, when.day), month.period) for month in plan.months]
        case DueKind.END_OF_MONTH:
            return [(month.last, month.period) for month in plan.months]
        case DueKind.END_OF_SEMESTER:
            return [(semester.last, semester) for semester in plan.semesters]
        case DueKind.END_OF_YEAR:
            return [(plan.end_of_lessons(year), year) for year in plan.years]
        case DueKind.END_OF_TERM:
            return [(plan.term.last, plan.term)]
        case DueKind.DAY_OF_YEAR:
            days = ((year.day_of_year(when.month, when.day), year) for year in plan.years)
            return [(day, year) for day, year in days if day]
        case DueKind.ONCE:
            on = when.on
            return [(on, year) for year in plan.years if on and year.contains(on)]


def _in_month(month: Month, number: int) -> date:
    return month.first.replace(day=min(number, month.last.day))


def order_of_deadlines(deadline: Deadline) -> tuple[date, str]:
    """Sorts deadlines by their days, and by their codes within one."""
    return deadline.on, deadline.rule.code if deadline.rule else ""
