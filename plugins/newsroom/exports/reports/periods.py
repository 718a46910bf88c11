"""The month, semester or year that somebody asks for."""

from collections.abc import Sequence
from datetime import date

from ...domain.message import Message, UserFacingError
from ...domain.plan.calendar import Month, Period, PeriodKind
from ...domain.plan.plan import Plan, plan_on
from ...domain.site.publication import Evaluation
from ...domain.tally.reminders import plan_of_month
from ...domain.tally.reporting import Span


class NoSuchPeriod(UserFacingError):
    """No plan has the month, semester or year asked for; the message says which there are."""


def no_plan_of(period: str, plans: Sequence[Plan]) -> NoSuchPeriod:
    """The error for a month, year or day of which there is no plan."""
    have = ", ".join(plan.code for plan in plans) or "chưa có kế hoạch nào"
    return NoSuchPeriod(
        Message("NR-PAPER-011", f"Không có kế hoạch cho {period}. Đang có: {have}.")
    )


def span_asked(evaluation: Evaluation, month: str = "", semester: str = "", year: str = "") -> Span:
    """One month, one semester or a whole year of a plan, this month by default.

    `month` is 2026-11, `semester` counts from 1, `year` is a plan's code or that of one of its
    years. A plan without semesters has the halves of its year in their place. Raises NoSuchPeriod.
    """
    plan = _plan(evaluation, month, year, is_of_today=bool(semester) and not month)
    if semester:
        half = _nth_half_year(plan, semester, year, evaluation.publication.today)
        return Span(plan=plan, period=half, kind=PeriodKind.SEMESTER)
    if month or not year:
        asked = month_asked(evaluation, month)
        return Span(plan=plan, period=asked.period, kind=PeriodKind.MONTH)
    period = next((p for p in plan.years if p.code == year), plan.term)
    return Span(plan=plan, period=period, kind=PeriodKind.YEAR)


def year_of_today(evaluation: Evaluation) -> str:
    """The code of the year in which we are, or which ended last. Raises NoSuchPeriod."""
    today = evaluation.publication.today
    years = _plan(evaluation, "", "", is_of_today=True).years
    return next((year.code for year in years if year.contains(today)), years[-1].code)


def _plan(evaluation: Evaluation, month: str, year: str, *, is_of_today: bool) -> Plan:
    """The plan of that year, of that month, or the one in force today.

    A month in which another plan took over is that one's which counts it.
    """
    plans, asked = evaluation.newsroom.plans, month_asked(evaluation, month)
    if year:
        by_year = [plan for plan in plans if year in (period.code for period in plan.years)]
        found = next((plan for plan in plans if plan.code == year), next(iter(by_year), None))
    else:
        in_force = plan_on(plans, evaluation.publication.today) if is_of_today else None
        found = in_force or plan_of_month(plans, asked)
    if not found:
        raise no_plan_of(year or month or str(asked.first), plans)
    return found


def month_asked(evaluation: Evaluation, code: str = "") -> Month:
    """From 2026-11; this month by default. Raises NoSuchPeriod where that is no month."""
    try:
        return Month.parse(code) if code else Month.of(evaluation.publication.today)
    except ValueError:
        raise NoSuchPeriod(
            Message("NR-PAPER-012", f"“{code}” không phải là một tháng; ghi như 2026-11.")
        ) from None


def _nth_half_year(plan: Plan, number: str, year: str, today: date) -> Period:
    """The semester of that number; where the plan has none, that half of the year (of today's)."""
    halves = plan.half_years
    if not plan.semesters:
        asked = next((period for period in plan.years if period.code == year), None)
        running = next((period for period in plan.years if period.contains(today)), plan.years[0])
        halves = tuple(half for half in halves if (asked or running).contains(half.first))
    if number not in map(str, range(1, len(halves) + 1)):
        raise NoSuchPeriod(
            Message("NR-PAPER-013", f"Kế hoạch {plan.code} có {len(halves)} học kỳ; ghi 1 hoặc 2.")
        )
    return halves[int(number) - 1]
