"""Disclosures (công khai) that the school owes: by when, whether made, and for how long.

Requirement N3 (S4); the duty itself is in circular 09/2024/TT-BGDĐT.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..content.document import DisclosureItem
from ..content.ref import Ref
from ..plan.calendar import Period, SchoolYear
from ..plan.plan import Plan
from ..site.article_record import ArticleRecord

KEPT_YEARS = 5


@dataclass(frozen=True, kw_only=True)
class Obligation:
    """One item of one year: by when it was due, and the public documents that answer it.

    `due` is None where the plan gives no day.
    """

    item: DisclosureItem
    year: Period
    due: date | None
    answers: tuple[ArticleRecord, ...]

    @property
    def disclosed_on(self) -> date | None:
        """The day on which the first of its documents became public."""
        return min(map(disclosed_on, self.answers), default=None)

    def days_left(self, today: date) -> int | None:
        """Negative once it is overdue; None where nothing is due any more, or on no day."""
        if self.due is None or self.answers:
            return None
        return (self.due - today).days


def obligations(plan: Plan, documents: Iterable[ArticleRecord]) -> tuple[Obligation, ...]:
    """Every item of every year of a plan, held against the public documents. Soonest due first."""
    under: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in documents:
        for ref in record.document.disclosed_under:
            under[ref.code].append(record)
    found = [
        Obligation(
            item=item,
            year=year,
            due=due_in(item, year),
            answers=tuple(d for d in under[item.code] if year.contains(day_of_duty(d))),
        )
        for year in plan.years
        for item in plan.disclosures
        if item.due_on is None or year.contains(item.due_on)
    ]
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.item.code)))


def due_in(item: DisclosureItem, year: Period) -> date | None:
    """The day of that year by which an item is due; None where it has no day in it."""
    if item.due_on:
        return item.due_on
    if item.due_day is None:
        return None
    return year.day_of_year(*item.due_day)


def day_of_duty(record: ArticleRecord) -> date:
    """The day that tells to which year a disclosed document belongs: when due, else its own."""
    return record.document.due or record.on


def disclosed_on(record: ArticleRecord) -> date:
    """The day on which a public document became so."""
    return max(record.on, record.approved or date.min)


def by_year(
    documents: Iterable[ArticleRecord], year_starts_in: int
) -> Mapping[SchoolYear, Mapping[Ref, tuple[ArticleRecord, ...]]]:
    """The disclosed documents by school year, newest first, and in each by item."""
    found: dict[SchoolYear, dict[Ref, tuple[ArticleRecord, ...]]] = defaultdict(dict)
    for record in documents:
        for ref in record.document.disclosed_under:
            items = found[SchoolYear.of(day_of_duty(record), year_starts_in)]
            items[ref] = (*items.get(ref, ()), record)
    return {
        year: dict(sorted(items.items(), key=lambda entry: entry[0].name))
        for year, items in sorted(found.items(), reverse=True)
    }


def kept_until(record: ArticleRecord, year_starts_in: int) -> date:
    """The first day on which a disclosed document may leave the site: five years after its own."""
    year = SchoolYear.of(day_of_duty(record), year_starts_in)
    return SchoolYear(year.start + 1 + KEPT_YEARS, year_starts_in).first


def taken_down_early(
    documents: Iterable[ArticleRecord], today: date, year_starts_in: int
) -> Iterator[tuple[ArticleRecord, date]]:
    """Disclosed documents that stood in public and were taken down too soon, and until when not."""
    for record in documents:
        if record.removed and record.document.disclosed_under and record.is_dated:
            until = kept_until(record, year_starts_in)
            if today < until:
                yield record, until
