"""The time of owing: not before its plan was issued, nor after, nor where nobody is left.

Decision 28. The plan's own words go first: `từ` and `đến` of the quota, then `chỉ tiêu từ` of the
plan; else its day of issue, and without one the first day of its term.
"""

from ..plan.calendar import Period, PeriodKind, asks_its_month
from ..plan.group import exists_between
from ..plan.plan import Plan
from ..plan.quota import Quota

_DAYS_OF_A_YEAR = 365


def owed_periods(plan: Plan, quota: Quota) -> tuple[Period, ...]:
    """The stretches of the plan's term of which the quota asks something, in order."""
    return tuple(period for period in plan.periods(quota.per) if is_owed(plan, quota, period))


def is_owed(plan: Plan, quota: Quota, period: Period) -> bool:
    """True where the quota asks something of one of its periods, for the whole of which it does."""
    return (
        _has_begun(plan, quota, period)
        and (quota.last is None or period.first <= quota.last)
        and not _was_replaced(plan, quota, period)
        and _somebody_takes_it(quota, period)
    )


def _has_begun(plan: Plan, quota: Quota, period: Period) -> bool:
    if start := quota.first or plan.quotas_from:
        return start <= period.last
    issued = plan.issued or plan.term.first
    if quota.per is PeriodKind.MONTH and period.contains(issued):
        return asks_its_month(issued)
    return issued < period.last


def _was_replaced(plan: Plan, quota: Quota, period: Period) -> bool:
    """True where another plan took over before the period was over."""
    replaced = plan.replaced
    match quota.per:
        case _ if replaced is None:
            return False
        case PeriodKind.MONTH:
            # The one that the new plan could still ask is none of the old one's months.
            return False
        case PeriodKind.YEAR | PeriodKind.TERM:
            # The term ends on the day before; a year that was whole by then is owed.
            days = (period.last - period.first).days + 1
            is_whole = quota.per is PeriodKind.YEAR and days >= _DAYS_OF_A_YEAR
            return period.last == plan.term.last and not is_whole
        case PeriodKind.SEMESTER:
            return replaced <= period.last


def _somebody_takes_it(quota: Quota, period: Period) -> bool:
    """True where one of its destinations exists on at least one day of the period."""
    return not quota.destination_lifetimes or any(
        exists_between(first, last, period.first, period.last)
        for first, last in quota.destination_lifetimes
    )
