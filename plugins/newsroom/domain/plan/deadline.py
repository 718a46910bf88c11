"""By when something has to be there. Requirements T1 to T5."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import Month, Period, PeriodKind
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
    return tuple(sorted(found, key=_order))


def coming_deadlines(plan: Plan, today: date) -> tuple[Deadline, ...]:
    """The plan's own deadlines in the next month (sắp đến hạn), soonest first."""
    return tuple(d for d in deadlines(plan) if 0 <= d.days_left(today) <= DAYS_AHEAD)


def due_day(plan: Plan, quota: Quota, period: Period) -> date:
    """The last day on which what a quota asks of a period is on time.

    It is that of the deadline which names the quota, else the last day of the period.
    """
    named = _first_in(period, _naming(plan, quota))
    return named.on if named else period.last


def next_deadlines(plan: Plan, today: date) -> tuple[Deadline, ...]:
    """By when the quotas of all periods that run today have to be met, soonest first.

    A deadline inside a period may be over: what is owed is still owed.
    """
    return tuple(sorted(_of_periods(plan, lambda p: p.contains(today)), key=_order))


def quota_deadlines(plan: Plan) -> tuple[Deadline, ...]:
    """By when the quotas of every period of the term have to be met, in order."""
    return tuple(sorted(_of_periods(plan, lambda _: True), key=_order))


def _of_periods(plan: Plan, wanted: Callable[[Period], bool]) -> Iterator[Deadline]:
    for kind in PeriodKind:
        quotas = [(q, _naming(plan, q)) for q in plan.quotas if q.per is kind]
        for period in plan.periods(kind) if quotas else ():
            if wanted(period):
                by_day: dict[tuple[date, DueRule | None], list[Quota]] = defaultdict(list)
                for quota, naming in quotas:
                    named = _first_in(period, naming)
                    day = (named.on, named.rule) if named else (period.last, None)
                    by_day[day].append(quota)
                for (on, rule), of_day in by_day.items():
                    yield Deadline(on=on, period=period, quotas=tuple(of_day), rule=rule)


def _naming(plan: Plan, quota: Quota) -> list[Deadline]:
    """The deadlines of the plan that name the quota."""
    rules = (rule for rule in plan.deadlines if quota.code in rule.quotas)
    return [deadline for rule in rules for deadline in deadlines_of(rule, plan)]


def _first_in(period: Period, found: Iterable[Deadline]) -> Deadline | None:
    return min((d for d in found if period.contains(d.on)), key=_order, default=None)


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
            return [(_end_of_lessons(year, plan), year) for year in plan.years]
        case DueKind.END_OF_TERM:
            return [(plan.term.last, plan.term)]
        case DueKind.DAY_OF_YEAR:
            days = ((year.day_of_year(when.month, when.day), year) for year in plan.years)
            return [(day, year) for day, year in days if day]
        case DueKind.ONCE:
            years = (year for year in plan.years if when.on and year.contains(when.on))
            return [(when.on, year) for year in years if when.on]


def _in_month(month: Month, number: int) -> date:
    return month.first.replace(day=min(number, month.last.day))


def _end_of_lessons(year: Period, plan: Plan) -> date:
    """A school year is over with its last semester, not with the summer."""
    return max(
        (semester.last for semester in plan.semesters if year.contains(semester.last)),
        default=year.last,
    )


def _order(deadline: Deadline) -> tuple[date, str]:
    return deadline.on, deadline.rule.code if deadline.rule else ""
