"""The quotas of the plan: what it asks for, in numbers."""

from dataclasses import dataclass
from datetime import date

from .calendar import PeriodKind
from .category import Genre
from .measure import Measure


@dataclass(frozen=True, kw_only=True)
class Quota:
    """A sentence of the plan such as "mỗi tổ chuyên môn nộp ít nhất 1 tin, bài mỗi tháng".

    `groups` are the codes of the groups that each owe it; empty means the whole school at once.
    `genres`, `categories` and `destinations` (codes) narrow what counts; empty means any.
    `at_least` is what is owed, `aim` what the plan strives for (phấn đấu) and nobody owes; both are
    None where it encourages without a number (requirement Q10). `first` and `last` are the days
    between which it is asked (từ, đến), `destination_lifetimes` those between which each of its
    destinations exists; None is without bound. `source` names the paragraph of the plan on paper.
    """

    code: str
    name: str
    per: PeriodKind
    measure: Measure
    at_least: int | None = None
    aim: int | None = None
    groups: tuple[str, ...] = ()
    genres: frozenset[Genre] = frozenset()
    categories: frozenset[str] = frozenset()
    destinations: frozenset[str] = frozenset()
    destination_lifetimes: tuple[tuple[date | None, date | None], ...] = ()
    first: date | None = None
    last: date | None = None
    source: str = ""
