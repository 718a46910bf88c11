"""What has to be kept, and until when (lưu trữ hồ sơ). Requirements L1, L2 (S4, IV.2).

These rules only say what may go: nothing here, and nothing that uses it, ever deletes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..content.document import DocumentType, Retention, RetentionKind, RetentionRule
from ..plan.calendar import Period, SchoolYear, day_of_year
from ..plan.plan import Plan, plan_on
from ..site.article_record import UNDATED, Docket
from .disclosure import kept_until


@dataclass(frozen=True, kw_only=True)
class Custody:
    """A document or article of the site and how long it is kept.

    `retention` is that of its own header, else what the plan of its day says (`rule`); None where
    nobody said anything. `due` is the first day on which it may be destroyed; None for never, or
    where nobody said. What was disclosed (công khai) stays its five years whatever the plan says.
    """

    docket: Docket
    retention: Retention | None
    rule: RetentionRule | None = None
    due: date | None = None

    @property
    def is_for_ever(self) -> bool:
        return self.retention is not None and self.retention.kind is RetentionKind.PERMANENT


def custody(
    dockets: Iterable[Docket], plans: Sequence[Plan], year_starts_in: int
) -> tuple[Custody, ...]:
    """The custody of all that was ever public, oldest first.

    What never was (waiting, returned, withdrawn before its day) is no record. `year_starts_in` is
    the month in which the school's year begins, for what is older than every plan.
    """
    records = (d for d in dockets if d.on not in ("", UNDATED) and (d.is_public or d.removed))
    in_order = sorted(records, key=lambda docket: (docket.on, docket.path))
    return tuple(_custody(docket, plans, year_starts_in) for docket in in_order)


def kept_for_ever(custodies: Iterable[Custody]) -> tuple[Custody, ...]:
    """What must never be destroyed. Requirement L1."""
    return tuple(one for one in custodies if one.is_for_ever)


def due_for_destruction(custodies: Iterable[Custody], on: date) -> tuple[Custody, ...]:
    """What may be destroyed on that day, by its own time. Requirement L2."""
    return tuple(one for one in custodies if one.due and one.due <= on)


def undecided(custodies: Iterable[Custody]) -> tuple[Custody, ...]:
    """What neither its header nor the plan gives a time: it is kept until somebody says."""
    return tuple(one for one in custodies if one.retention is None)


def _custody(docket: Docket, plans: Sequence[Plan], year_starts_in: int) -> Custody:
    plan = plan_on(plans, docket.day)
    rule = None if docket.paper and docket.document.retention else _rule(docket, plan)
    retention = rule.retention if rule else _own(docket)
    due = _due(retention, _end_of_year(docket, plan, year_starts_in)) if retention else None
    if due and docket.paper and docket.document.disclosed_under:
        due = max(due, kept_until(docket, year_starts_in))
    return Custody(docket=docket, retention=retention, rule=rule, due=due)


def _own(docket: Docket) -> Retention | None:
    """What its own header says; only a document has such a line."""
    if not docket.paper or not docket.document.retention:
        return None
    return Retention(kind=RetentionKind(docket.document.retention), years=docket.document.years)


def _rule(docket: Docket, plan: Plan | None) -> RetentionRule | None:
    """The first sentence of the plan that speaks of it."""
    kind = DocumentType(docket.document.type) if docket.paper else None
    return next(
        (
            rule
            for rule in (plan.retention if plan else ())
            if (kind in rule.types if kind else docket.is_article and rule.holds_for_articles)
        ),
        None,
    )


def _end_of_year(docket: Docket, plan: Plan | None, year_starts_in: int) -> date:
    """The last day of the year to which it belongs: the plan's, else the school's."""
    years: tuple[Period, ...] = plan.years if plan else ()
    own = next((year.last for year in years if year.contains(docket.day)), None)
    year = SchoolYear.of(docket.day, year_starts_in)
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
