"""The cells of a tally: one quota of one group in one period, and their sums."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..content.unit_publication import UnitPublication
from ..plan.calendar import Period, PeriodKind
from ..plan.plan import Plan
from ..plan.quota import Quota
from ..site.article_record import ArticleRecord, newest_first
from .verdict import Verdict, VerdictKind, Verdicts, verdicts_on_sum


@dataclass(frozen=True, kw_only=True)
class PeriodsMet:
    """The periods of a total that were met (or, without a target, reached its aim)."""

    met: int
    of: int
    per: PeriodKind


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One quota of one group in one period.

    `target` is what is owed, `aim` what is striven for (phấn đấu); the count is held against each
    by itself.
    `articles` are the published ones behind the count, newest first; `count` may be larger,
    for an article handed in counts before anybody may see it. `elsewhere` are those on the sites
    of units, oldest first. `periods_met` is set on totals.
    """

    period: Period
    count: int
    target: int | None
    aim: int | None
    verdicts: Verdicts
    articles: tuple[ArticleRecord, ...] = ()
    elsewhere: tuple[UnitPublication, ...] = ()
    periods_met: PeriodsMet | None = None

    @property
    def verdict(self) -> Verdict:
        """The verdict on what is owed, and where nothing is, on what is striven for."""
        return self.verdicts.first

    @property
    def unseen(self) -> int:
        """The number of those counted but not public, or no articles at all (photo packages)."""
        return self.count - len(self.articles) - len(self.elsewhere)

    @property
    def shortfall(self) -> int:
        return self.verdict.by if self.verdict.kind is VerdictKind.SHORT else 0

    @property
    def is_met(self) -> bool:
        """True where what is owed is there, or where nothing is owed what is striven for."""
        return self.verdict.kind in (VerdictKind.MET, VerdictKind.OVER, VerdictKind.REACHED)

    @property
    def is_owing(self) -> bool:
        """True where something is still lacking to what is owed; to an aim nothing is."""
        return self.target is not None and self.count < self.target


def totals_of(plan: Plan, quota: Quota, cells: dict[str, Cell]) -> dict[str, Cell]:
    """Half-yearly sums of a monthly quota, and the term sum of what is counted in parts of it."""
    totals: dict[str, Cell] = {}
    if quota.per is PeriodKind.MONTH:
        for half in plan.half_years:
            inside = [
                cells[month.code]
                for month in plan.months
                if month.code in cells and plan.half_year_of(month) == half
            ]
            if inside:
                totals[half.code] = sum_of(half, inside, quota)
    if cells and plan.term.code not in cells:
        totals[plan.term.code] = sum_of(plan.term, list(cells.values()), quota)
    return totals


def sum_of(period: Period, cells: Sequence[Cell], quota: Quota) -> Cell:
    """The sum of cells: counts, targets and shortfalls add up."""
    articles = {article.path: article for cell in cells for article in cell.articles}
    elsewhere = {found.link: found for cell in cells for found in cell.elsewhere}
    count, of = sum(cell.count for cell in cells), len(cells)
    target = None if quota.at_least is None else quota.at_least * of
    aim = None if quota.aim is None else quota.aim * of
    return Cell(
        period=period,
        count=count,
        target=target,
        aim=aim,
        verdicts=verdicts_on_sum([cell.verdicts for cell in cells], count, target),
        articles=newest_first(articles.values()),
        elsewhere=tuple(elsewhere.values()),
        periods_met=None
        if target is None and aim is None
        else PeriodsMet(met=sum(cell.is_met for cell in cells), of=of, per=quota.per),
    )
