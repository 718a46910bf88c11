"""The deadlines that the plans put into the school's calendar: every day by which one is due."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..content.event import CalendarEvent
from ..plan.calendar import Period
from ..plan.deadline import Deadline, deadlines
from ..plan.plan import Plan
from ..tally.quota_deadlines import quota_deadlines
from .disclosure import due_in

# How many days ahead people are reminded of what has no days of its own.
NOTICE_DAYS = 3


def agenda(plans: Iterable[Plan]) -> tuple[CalendarEvent, ...]:
    """All deadlines of the plans as entries of the calendar, in their order. Requirement T1.

    Only those that the plan makes public are; quotas and disclosures are the desk's own.
    """
    events = {event: None for plan in plans for event in _of(plan)}
    return tuple(sorted(events, key=lambda event: event.order))


def called(deadline: Deadline) -> str:
    """The name of a deadline, with the month or semester where it comes round in each."""
    rule = deadline.rule
    if rule is None:
        return f"Chỉ tiêu {_in_a_sentence(deadline.period)}"
    if rule.when.kind.needs_its_period:
        return f"{rule.name} ({_in_a_sentence(deadline.period)})"
    return rule.name


def _in_a_sentence(period: Period) -> str:
    """tháng 11/2026"""
    return period.name[:1].lower() + period.name[1:]


def _of(plan: Plan) -> Iterator[CalendarEvent]:
    for deadline in deadlines(plan):
        if rule := deadline.rule:
            yield _event(
                deadline.on,
                called(deadline),
                who=", ".join(plan.group(code).name for code in rule.groups),
                is_public=rule.is_public,
                notice_days=rule.notice_days,
            )
    for deadline in quota_deadlines(plan):
        if deadline.rule is None:
            yield _event(deadline.on, called(deadline))
    for year in plan.years:
        for item in plan.disclosures:
            if day := due_in(item, year):
                yield _event(day, f"Công khai: {item.name}")


def _event(
    on: date, what: str, who: str = "", is_public: bool = False, notice_days: int = NOTICE_DAYS
) -> CalendarEvent:
    return CalendarEvent(
        on=on, last=on, what=f"Hạn: {what}", who=who, is_public=is_public, notice_days=notice_days
    )
