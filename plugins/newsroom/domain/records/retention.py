"""Retention (lưu trữ hồ sơ): records to keep, and until when. Requirements L1, L2 (S4, IV.2).

These rules only say what may go: nothing here, and nothing that uses it, ever deletes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..content.document import Retention, RetentionKind, RetentionRule
from ..plan.calendar import Period, SchoolYear, day_of_year
from ..plan.plan import Plan, plan_on
from ..site.article_record import ArticleRecord
from .disclosure import kept_until


@dataclass(frozen=True, kw_only=True)
class Custody:
    """A document or article of the site and how long it is kept.

    `retention` is that of its own header, else what the plan of its day says (`rule`); None where
    nobody said anything. `due` is the first day on which it may be destroyed; None for never, or
    where nobody said. What was disclosed (công khai) stays its five years whatever the plan says.
    """

    record: ArticleRecord
    retention: Retention | None
    rule: RetentionRule | None = None
    due: date | None = None

    @property
    def is_for_ever(self) -> bool:
        return self.retention is not None and self.retention.kind is RetentionKind.PERMANENT


def custody(
    records: Iterable[ArticleRecord], plans: Sequence[Plan], year_starts_in: int
) -> tuple[Custody, ...]:
    """The custody of all that was ever public, oldest first.

    What never was (waiting, returned, withdrawn before its day) is no record. `year_starts_in` is
    the month in which the school's year begins, for what is older than every plan.
    """
    build_cache = (d for d in records if d.is_dated and (d.is_public or d.removed))
    in_order = sorted(build_cache, key=lambda record: (record.on, record.path))
    return tuple(_custody(record, plans, year_starts_in) for record in in_order)


def kept_for_ever(custodies: Iterable[Custody]) -> tuple[Custody, ...]:
    """The records that must never be destroyed. Requirement L1."""
    return tuple(one for one in custodies if one.is_for_ever)


def due_for_destruction(custodies: Iterable[Custody], on: date) -> tuple[Custody, ...]:
    """The records that may be destroyed on that day, by their own time. Requirement L2."""
    return tuple(one for one in custodies if one.due and one.due <= on)


def undecided(custodies: Iterable[Custody]) -> tuple[Custody, ...]:
    """The records without a time in header or plan: they are kept until somebody says."""
    return tuple(one for one in custodies if one.retention is None)


def _custody(record: ArticleRecord, plans: Sequence[Plan], year_starts_in: int) -> Custody:
    plan = plan_on(plans, record.on)
    rule = None if record.paper and record.document.retention else _rule(record, plan)
    retention = rule.retention if rule else _own(record)
    due = _due(retention, _end_of_year(record, plan, year_starts_in)) if retention else None
    if due and record.paper and record.document.disclosed_under:
        due = max(due, kept_until(record, year_starts_in))
    return Custody(record=record, retention=retention, rule=rule, due=due)


def _own(record: ArticleRecord) -> Retention | None:
    """The retention of its own header; only a document has such a line."""
    return record.paper.retention if record.paper else None


def _rule(record: ArticleRecord, plan: Plan | None) -> RetentionRule | None:
    """The first sentence of the plan that speaks of it."""
    kind = record.document.type if record.paper else None
    return next(
        (
            rule
            for rule in (plan.retention if plan else ())
            if (kind in rule.types if kind else rule.holds_for_articles)
        ),
        None,
    )


def _end_of_year(record: ArticleRecord, plan: Plan | None, year_starts_in: int) -> date:
    """The last day of the year to which it belongs: the plan's, else the school's."""
    years: tuple[Period, ...] = plan.years if plan else ()
    own = next((year.last for year in years if year.contains(record.on)), None)
    year = SchoolYear.of(record.on, year_starts_in)
    return own or SchoolYear(year.start + 1, year_starts_in).first - timedelta(days=1)


def _due(retention: Retention, end: date) -> date | None:
    """The first day on which it may go, the year of its making ending on `end`."""
    after = end + timedelta(days=1)
    match retention.kind:
        case RetentionKind.PERMANENT:
            return None
        case RetentionKind.END_OF_YEAR:
            return after
        case RetentionKind.YEARS:
            return day_of_year(after.year + retention.years, after.month, after.day)
