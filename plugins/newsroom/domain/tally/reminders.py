"""Reminders: debts of groups with their days, and groups without debts. Requirements C7, T1."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..plan.calendar import Month
from ..plan.deadline import Deadline, deadlines
from ..plan.group import Group
from ..plan.plan import Plan
from ..plan.quota import Quota
from .quota_deadlines import quota_deadlines
from .tally import Tally


@dataclass(frozen=True, kw_only=True)
class Debt:
    """The rest that a quota asks of one group, or of the whole school (None), and by when.

    `missing` is how many are lacking: 0 where the quota is met. `charge` are the groups whose
    task it is: the group itself, or those to whom the plan gives what the whole school owes.
    """

    quota: Quota
    group: Group | None
    charge: tuple[str, ...]
    due: date
    missing: int


@dataclass(frozen=True, kw_only=True)
class MonthOfDebts:
    """All that is due in one month, as of the tally's day, soonest first.

    `tasks` are deadlines of the plan that no figure shows to be kept; those that are over are
    left out. Groups only: nobody is ever named.
    """

    month: Month
    today: date
    debts: tuple[Debt, ...]
    tasks: tuple[Deadline, ...]

    @property
    def owed(self) -> tuple[Debt, ...]:
        return tuple(debt for debt in self.debts if debt.missing)

    @property
    def settled(self) -> tuple[str, ...]:
        """Codes of the groups that had a quota of their own to meet and met all, in order."""
        asked = dict.fromkeys(debt.group.code for debt in self.debts if debt.group)
        owing = {debt.group.code for debt in self.owed if debt.group}
        return tuple(code for code in asked if code not in owing)

    def of_group(self, group: Group) -> "MonthOfDebts":
        """The part of it that is one group's."""
        return MonthOfDebts(
            month=self.month,
            today=self.today,
            debts=tuple(debt for debt in self.debts if group.code in debt.charge),
            tasks=tuple(t for t in self.tasks if t.rule and group.code in t.rule.groups),
        )


def debts_of(tally: Tally, month: Month) -> MonthOfDebts:
    """The debts of a month by the plan of the tally."""
    plan, days = tally.plan, month.period
    return MonthOfDebts(
        month=month,
        today=tally.today,
        debts=tuple(
            debt
            for deadline in quota_deadlines(plan)
            if days.contains(deadline.on)
            for debt in _debts(deadline, tally)
        ),
        tasks=tuple(
            deadline
            for deadline in deadlines(plan)
            if days.contains(deadline.on) and deadline.on >= tally.today and not deadline.quotas
        ),
    )


def _debts(deadline: Deadline, tally: Tally) -> Iterator[Debt]:
    for row in tally.rows:
        cell = row.cells.get(deadline.period.code)
        if cell is None or cell.target is None or row.quota not in deadline.quotas:
            continue
        by_rule = deadline.rule.groups if deadline.rule else ()
        yield Debt(
            quota=row.quota,
            group=row.group,
            charge=(row.group.code,) if row.group else by_rule,
            due=deadline.on,
            missing=max(0, cell.target - cell.count),
        )


def plan_of_month(plans: tuple[Plan, ...], month: Month) -> Plan | None:
    """The plan that counts a month, else one in whose term it begins or ends."""
    counting = (plan for plan in plans if month in plan.months)
    around = (p for p in plans if p.term.contains(month.first) or p.term.contains(month.last))
    return next(counting, None) or next(around, None)
