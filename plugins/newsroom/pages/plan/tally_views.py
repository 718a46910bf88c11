"""A tally as templates get it: words, colours' names and links."""

from dataclasses import dataclass

from ...domain.plan.calendar import Month, Period, PeriodKind
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...domain.tally.tally import QuotaRow, Tally
from ...vocabulary import labels
from ...vocabulary.measures import MEASURES, unseen_in_words
from ...vocabulary.publisher import PublisherNouns
from ...vocabulary.tally import (
    aim_in_words,
    count_in_words,
    periods_met_in_words,
    verdict_in_words,
    who,
)
from ...vocabulary.words import shown
from ..build.link import Link


@dataclass(frozen=True, kw_only=True)
class CellView:
    """One cell: `kind` is that of its verdict (met, short, not-reached …), for its colour."""

    count: str
    verdict: str
    kind: str
    url: str = ""
    note: str = ""


EMPTY = CellView(count="–", verdict="", kind="none")


@dataclass(frozen=True, kw_only=True)
class RowView:
    """One group (or the school) through the year."""

    code: str
    who: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, kw_only=True)
class QuotaView:
    """One quota with its rows."""

    code: str
    name: str
    measure: str
    source: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A month, a semester or the year of the matrix."""

    name: str
    short: str
    url: str
    is_total: bool


def month_url(month: Month) -> str:
    return f"{Section.QUOTAS}/{month.year}/{month.number:02}/"


def periods_of_matrix(tally: Tally) -> list[Period]:
    """The periods that a quota uses: months, each semester behind its months, the term at the end.

    A month or semester of which no quota says anything has no column.
    """
    used = {code for row in tally.rows for code in (*row.cells, *row.totals)}
    return [period for period in _periods(tally.plan) if period.code in used]


def _periods(plan: Plan) -> list[Period]:
    periods: list[Period] = []
    for n, month in enumerate(plan.months):
        periods.append(month.period)
        following = plan.months[n + 1] if n + 1 < len(plan.months) else None
        semester = plan.semester_of(month)
        if semester and (following is None or plan.semester_of(following) != semester):
            periods.append(semester)
    periods += [s for s in plan.semesters if s not in periods]
    periods += [year for year in plan.years if year not in (plan.term, *periods)]
    return [*periods, plan.term]


def columns(plan: Plan, tally: Tally) -> tuple[Column, ...]:
    months = {month.code: month for month in plan.months}
    return tuple(
        _column(period, months.get(period.code), plan, tally) for period in periods_of_matrix(tally)
    )


def _column(period: Period, month: Month | None, plan: Plan, tally: Tally) -> Column:
    if month:
        short = f"{month.number}/{month.year % 100:02}"
    elif period == plan.term:
        short = labels.WHOLE_TERM if len(plan.years) > 1 else labels.WHOLE_YEAR
    else:
        short = period.name.replace(labels.SEMESTER, "HK")
    return Column(
        name=period.name,
        short=short,
        url=month_url(month) if month and has_page(month, tally) else "",
        is_total=month is None,
    )


def has_page(month: Month, tally: Tally) -> bool:
    """Months that have begun have a page."""
    return month.first <= tally.today


def quota_views(tally: Tally, nouns: PublisherNouns) -> tuple[QuotaView, ...]:
    """The matrix of a plan, row by row, cells in the order of `columns`."""
    return tuple(
        QuotaView(
            code=quota.code,
            name=quota.name,
            measure=f"tính theo {shown(MEASURES, quota.measure)}",
            source=quota.source,
            rows=tuple(
                RowView(
                    code=row.code,
                    who=who(row, nouns),
                    cells=tuple(
                        cell_view(row, period, tally) for period in periods_of_matrix(tally)
                    ),
                )
                for row in tally.rows
                if row.quota is quota
            ),
        )
        for quota in tally.plan.quotas
    )


def cell_view(row: QuotaRow, period: Period, tally: Tally) -> CellView:
    cell = row.cell(period.code)
    if cell is None:
        return EMPTY
    is_month = row.quota.per is PeriodKind.MONTH and period.code in row.cells
    month = Month.of(period.first)
    page = month_url(month) if is_month else tally.plan.url
    has_target = has_page(month, tally) if is_month else cell.count
    return CellView(
        count=count_in_words(cell),
        verdict=verdict_in_words(cell.verdict),
        kind=cell.verdict.kind.name.lower().replace("_", "-"),
        url=f"{page}#{row.code}" if has_target else "",
        note="; ".join(filter(None, (aim_in_words(cell), periods_met_in_words(cell)))),
    )


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """The delivery of one row in one period: the articles behind the number."""

    code: str
    who: str
    cell: CellView
    articles: tuple[Link, ...]
    elsewhere: tuple[Link, ...]
    unseen: str


def delivery(row: QuotaRow, period: Period, tally: Tally, nouns: PublisherNouns) -> Delivery | None:
    cell = row.cell(period.code)
    if cell is None:
        return None
    return Delivery(
        code=row.code,
        who=who(row, nouns),
        cell=cell_view(row, period, tally),
        articles=tuple(Link(article.title, article.url) for article in cell.articles),
        elsewhere=tuple(Link(found.title, found.link) for found in cell.elsewhere),
        unseen=unseen_in_words(row.quota, cell.unseen),
    )
