"""On time or late, judged by the duty and not by the article. Requirements P7, E1 (S4, III.1).

A quota asks for a number by a day. Only what was needed to reach the number can be late; whatever
came besides is on time where it came by the day, and else neither.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..plan.calendar import Period
from ..plan.group import Group
from ..plan.measure import declaration_of
from ..plan.plan import Plan
from ..plan.quota import Quota
from .contributions import Contribution, EventLog, first_of_each
from .owing import owed_periods
from .quota_deadlines import due_day


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A thing that answered a duty: whose the duty is (None: the whole school's), and in time?"""

    group: str | None
    is_late: bool


@dataclass(frozen=True)
class Arrivals:
    """All arrivals of a plan, by thing."""

    by_thing: Mapping[str, tuple[Arrival, ...]]

    def is_on_time(self, event: Contribution, group: str | None = None) -> bool | None:
        """True for on time, False for late, None where no duty of the group asked for it.

        Without a group: of any group. What one duty needed and had late is late, though it came
        in time for another.
        """
        found = [
            arrival.is_late
            for arrival in self.by_thing.get(event.thing, ())
            if group is None or arrival.group in (None, group)
        ]
        return not any(found) if found else None


def arrivals_of(plan: Plan, ledger: EventLog) -> Arrivals:
    """Everything that came to answer a duty of the plan, up to the ledger's day."""
    found: dict[str, list[Arrival]] = defaultdict(list)
    for quota in plan.quotas:
        if quota.at_least is not None and declaration_of(quota.measure).can_be_late:
            owners: list[Group | None] = [plan.group(code) for code in quota.groups]
            for group in owners or [None]:
                for period in owed_periods(plan, quota):
                    for thing, arrival in _arrivals(plan, ledger, quota, group, period):
                        found[thing].append(arrival)
    return Arrivals({thing: tuple(arrivals) for thing, arrivals in found.items()})


def _arrivals(
    plan: Plan, ledger: EventLog, quota: Quota, group: Group | None, period: Period
) -> Iterator[tuple[str, Arrival]]:
    """One duty: so many by a day. In the order in which they came."""
    due, missing = due_day(plan, quota, period), quota.at_least or 0
    answering = (
        event
        for event in ledger.within(quota.measure, period)
        if plan.term.contains(event.on)
        and event.answers(quota)
        and (group is None or group.code in event.groups)
    )
    # Of a thing that came several times (sent to two offices) the first time is its day.
    in_order = sorted(answering, key=lambda event: (event.came, event.thing))
    for event in first_of_each(in_order):
        is_late = event.came > due
        if not is_late or missing > 0:
            code = group.code if group else None
            yield event.thing, Arrival(group=code, is_late=is_late)
        missing -= event.amount
