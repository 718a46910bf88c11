"""By when the quotas have to be met. Requirements T1 to T5."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ..plan.calendar import Period, PeriodKind
from ..plan.deadline import Deadline, deadlines_of, order_of_deadlines
from ..plan.due import DueRule
from ..plan.plan import Plan
from ..plan.quota import Quota
from .owing import owed_periods


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
    return tuple(sorted(_of_periods(plan, lambda p: p.contains(today)), key=order_of_deadlines))


def quota_deadlines(plan: Plan) -> tuple[Deadline, ...]:
    """By when the quotas of every period of the term have to be met, in order."""
    return tuple(sorted(_of_periods(plan, lambda _: True), key=order_of_deadlines))


def _of_periods(plan: Plan, wanted: Callable[[Period], bool]) -> Iterator[Deadline]:
    """Yields them period by period; what has no number is owed by no day."""
    for kind in PeriodKind:
        quotas = [
            (quota, _naming(plan, quota), owed_periods(plan, quota))
            for quota in plan.quotas
            if quota.per is kind and quota.at_least is not None
        ]
        for period in plan.periods(kind) if quotas else ():
            by_day: dict[tuple[date, DueRule | None], list[Quota]] = defaultdict(list)
            for quota, naming, owed in quotas:
                if wanted(period) and period in owed:
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
    return min((d for d in found if period.contains(d.on)), key=order_of_deadlines, default=None)
