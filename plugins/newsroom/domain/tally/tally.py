"""The tally: counts of what was delivered, against the targets of the plan."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..plan.calendar import Period
from ..plan.group import Group, Person
from ..plan.measure import Measure, measures_by_author
from ..plan.plan import Plan
from ..plan.quota import Quota
from ..site.article_record import newest_first
from .cell import Cell, sum_of, totals_of
from .contributions import EventLog, first_of_each
from .owing import owed_periods
from .verdict import verdicts_on


@dataclass(frozen=True, kw_only=True)
class QuotaRow:
    """One quota of one group (None: the whole school) through the plan's term.

    `cells` are those of the quota's own periods; `totals` sum a monthly quota up by semester
    and for the term. Both by period code. A group has no cell for a time before or after it.
    """

    quota: Quota
    group: Group | None
    cells: dict[str, Cell]
    totals: dict[str, Cell]

    @property
    def code(self) -> str:
        return f"{self.quota.code}--{self.group.code}" if self.group else self.quota.code

    def cell(self, code: str) -> Cell | None:
        return self.cells.get(code) or self.totals.get(code)

    def over(self, period: Period) -> Cell | None:
        """The cell of a period, or the sum of all that lie within it; None where none does."""
        if found := self.cell(period.code):
            return found
        inside = [cell for cell in self.cells.values() if period.encloses(cell.period)]
        return sum_of(period, inside, self.quota) if inside else None


@dataclass(frozen=True, kw_only=True)
class Tally:
    """A plan's whole tally (thống kê) on one day. Requirements Q1 to Q10."""

    plan: Plan
    today: date
    rows: tuple[QuotaRow, ...]


@dataclass(frozen=True, kw_only=True)
class PersonCount:
    """The counts of one person in a plan's term, without target (requirement Q10). Desk only."""

    person: Person
    counts: dict[Measure, int]


def tally(plan: Plan, ledger: EventLog) -> Tally:
    """Count everything that the plan asks for, as of the ledger's day."""
    counter = _Counter(plan=plan, ledger=ledger)
    return Tally(
        plan=plan,
        today=counter.today,
        rows=tuple(row for quota in plan.quotas for row in counter.rows(quota)),
    )


def tally_of_people(plan: Plan, ledger: EventLog) -> tuple[PersonCount, ...]:
    """The counts of each person of the plan, by given name, of every measure that has authors."""
    measures = measures_by_author()
    counts: Counter[tuple[str, Measure]] = Counter()
    for measure in measures:
        for event in first_of_each(ledger.within(measure, plan.term)):
            counts.update({(author, measure): event.amount for author in set(event.authors)})
    return tuple(
        PersonCount(person=person, counts={m: counts[person.code, m] for m in measures})
        for person in plan.people_in_order
    )


@dataclass(frozen=True, kw_only=True)
class _Counter:
    """Counts one plan's quotas in one ledger."""

    plan: Plan
    ledger: EventLog

    @property
    def today(self) -> date:
        return self.ledger.today

    def rows(self, quota: Quota) -> Iterator[QuotaRow]:
        owners: list[Group | None] = [self.plan.group(code) for code in quota.groups]
        for group in owners or [None]:
            cells = {
                period.code: self._cell(quota, group, period)
                for period in owed_periods(self.plan, quota)
                if group is None or group.exists_between(period.first, period.last)
            }
            yield QuotaRow(
                quota=quota, group=group, cells=cells, totals=totals_of(self.plan, quota, cells)
            )

    def _cell(self, quota: Quota, group: Group | None, period: Period) -> Cell:
        events = [
            event
            for event in self.ledger.within(quota.measure, period)
            # A month at the edge of the term has days of another plan.
            if self.plan.term.contains(event.on)
            and event.answers(quota)
            and (group is None or group.code in event.groups)
        ]
        # Sent to two offices, or twice, it is still one article.
        things = first_of_each(events)
        count = sum(event.amount for event in things)
        return Cell(
            period=period,
            count=count,
            target=quota.at_least,
            aim=quota.aim,
            verdicts=verdicts_on(count, quota.at_least, quota.aim, period, self.today),
            articles=newest_first(e.article for e in things if e.article and e.article.is_public),
            elsewhere=tuple(event.elsewhere for event in things if event.elsewhere),
        )
