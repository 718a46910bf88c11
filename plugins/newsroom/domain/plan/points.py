"""Point rules: what the plan gives points for. Requirements E1 (S4, III.1d), E2 (S2)."""

from dataclasses import dataclass
from decimal import Decimal

from .category import Genre
from .measure import Measure


@dataclass(frozen=True, kw_only=True)
class PointRule:
    """A line of the plan's points (điểm thi đua), such as "mỗi bài được Sở đăng: 5 điểm".

    It pays `points` (a fraction or less than nothing is allowed) for each thing of its `measure`:
    each article handed in, approved or published, each parent office that an article was sent to or
    carried by, each package of photos. `genres`, `categories` and `destinations` (codes) narrow
    it; empty means any. `is_punctual` narrows it to articles handed in by the day that the plan
    gives (True) or after it (False); None means either. `source` names the paragraph on paper.
    """

    name: str
    points: Decimal
    measure: Measure = Measure.PUBLISHED
    genres: frozenset[Genre] = frozenset()
    categories: frozenset[str] = frozenset()
    destinations: frozenset[str] = frozenset()
    is_punctual: bool | None = None
    source: str = ""
