"""The tally: counts of what was delivered, against the targets of the plan."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..plan.calendar import Period, PeriodKind
from ..plan.group import Group, Person
from ..plan.measure import Measure, measures_by_author
from ..plan.plan import Plan
from ..plan.quota import Quota
from ..site.article_record import ArticleRecord, newest_first
from .contributions import EventLog, first_of_each


class VerdictKind(Enum):
    """The kinds of verdict: a count against its target on one day."""

    MET = "met"
    SHORT = "short"
    OVER = "over"
    RUNNING = "running"
    AHEAD = "ahead"
    NO_TARGET = "no target"


@dataclass(frozen=True)
class Verdict:
    """A verdict and, for short and over, by how many."""

    kind: VerdictKind
    by: int = 0


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One quota of one group in one period.

    `articles` are the published ones behind the count, newest first; `count` may be larger,
    for an article handed in counts before anybody may see it. `months_met` is set on totals of
    a monthly quota: how many of all its months are over and were met.
    """

    period: Period
    count: int
    target: int | None
    verdict: Verdict
    articles: tuple[ArticleRecord, ...] = ()
    months_met: tuple[int, int] | None = None

    @property
    def unseen(self) -> int:
        """The number of those counted but not public, or no articles at all (photo packages)."""
        return self.count - len(self.articles)

    @property
    def shortfall(self) -> int:
        return self.verdict.by if self.verdict.kind is VerdictKind.SHORT else 0


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
                for period in self.plan.periods(quota.per)
                if group is None or group.exists_between(period.first, period.last)
            }
            yield QuotaRow(
                quota=quota, group=group, cells=cells, totals=_totals(self.plan, quota, cells)
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
            verdict=_verdict(count, quota.at_least, period, self.today),
            articles=newest_first(e.article for e in things if e.article and e.article.is_public),
        )


def _verdict(count: int, target: int | None, period: Period, today: date) -> Verdict:
    """Short is said only when the period is over; met and over as soon as they are."""
    if target is None:
        return Verdict(VerdictKind.NO_TARGET)
    if count > target:
        return Verdict(VerdictKind.OVER, count - target)
    if period.is_ahead(today):
        return Verdict(VerdictKind.AHEAD)
    if count == target:
        return Verdict(VerdictKind.MET)
    if period.is_over(today):
        return Verdict(VerdictKind.SHORT, target - count)
    return Verdict(VerdictKind.RUNNING)


def _totals(plan: Plan, quota: Quota, cells: dict[str, Cell]) -> dict[str, Cell]:
    """Semester sums of a monthly quota, and the term sum of whatever is counted in parts of it."""
    totals: dict[str, Cell] = {}
    if quota.per is PeriodKind.MONTH:
        for semester in plan.semesters:
            inside = [
                cells[month.code]
                for month in plan.months
                if month.code in cells and plan.semester_of(month) == semester
            ]
            if inside:
                totals[semester.code] = _sum(semester, inside)
    if cells and plan.term.code not in cells:
        totals[plan.term.code] = _sum(plan.term, list(cells.values()))
    return totals


def _sum(period: Period, cells: list[Cell]) -> Cell:
    """The sum of cells. A rich month does not make up for an empty one: shortfalls add up."""
    articles = {article.path: article for cell in cells for article in cell.articles}
    short = sum(cell.shortfall for cell in cells)
    count, targets = sum(cell.count for cell in cells), [cell.target for cell in cells]
    target = None if None in targets else sum(t for t in targets if t is not None)
    over = [cell for cell in cells if _is_settled(cell)]
    return Cell(
        period=period,
        count=count,
        target=target,
        verdict=_verdict_of_sum(cells, short, count, target),
        articles=newest_first(articles.values()),
        months_met=None
        if target is None
        else (sum(not cell.shortfall for cell in over), len(cells)),
    )


def _is_settled(cell: Cell) -> bool:
    return cell.verdict.kind not in (VerdictKind.RUNNING, VerdictKind.AHEAD)


def _verdict_of_sum(cells: Iterable[Cell], short: int, count: int, target: int | None) -> Verdict:
    kinds = {cell.verdict.kind for cell in cells}
    if target is None:
        return Verdict(VerdictKind.NO_TARGET)
    if short:
        return Verdict(VerdictKind.SHORT, short)
    if kinds == {VerdictKind.AHEAD}:
        return Verdict(VerdictKind.AHEAD)
    if kinds & {VerdictKind.RUNNING, VerdictKind.AHEAD}:
        return Verdict(VerdictKind.RUNNING)
    return Verdict(VerdictKind.OVER, count - target) if count > target else Verdict(VerdictKind.MET)
