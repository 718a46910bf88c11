"""The quotas of the plan: what it asks for, in numbers."""

from dataclasses import dataclass

from .calendar import PeriodKind
from .category import Genre
from .measure import Measure


@dataclass(frozen=True, kw_only=True)
class Quota:
    """A sentence of the plan such as "mỗi tổ chuyên môn nộp ít nhất 1 tin, bài mỗi tháng".

    `groups` are the codes of the groups that each owe it; empty means the whole school at once.
    `genres`, `categories` and `destinations` (codes) narrow what counts; empty means any.
    `at_least` is None where the plan encourages without a number (requirement Q10).
    `source` names the paragraph of the plan on paper.
    """

    code: str
    name: str
    per: PeriodKind
    measure: Measure
    at_least: int | None = None
    groups: tuple[str, ...] = ()
    genres: frozenset[Genre] = frozenset()
    categories: frozenset[str] = frozenset()
    destinations: frozenset[str] = frozenset()
    source: str = ""
