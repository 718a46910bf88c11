"""A fact that was another one before: the name, the address, the body above of a school."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise


@dataclass(frozen=True, kw_only=True)
class DatedFact:
    """The value of one field (by its name in code) from `first` to `last`; None: unbounded."""

    field: str
    text: str
    first: date | None = None
    last: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def begins(self) -> date:
        return self.first or date.min

    @property
    def ends(self) -> date:
        return self.last or date.max


def text_on(facts: Iterable[DatedFact], day: date) -> str:
    """The value that holds on a day; between two the one before, before all the first.

    Of two that hold, the one that says its days more closely: an entry without days stands for
    all the time that no other speaks of. Raises ValueError where there are none.
    """
    every = sorted(facts, key=lambda fact: (fact.begins, fact.ends))
    if holding := [fact for fact in every if fact.holds_on(day)]:
        return min(holding, key=lambda fact: (-fact.begins.toordinal(), fact.ends)).text
    begun = [fact for fact in every if fact.begins <= day]
    return (begun[-1] if begun else every[0]).text


def clashes(facts: Sequence[DatedFact]) -> Iterator[tuple[int, date]]:
    """The place of each fact that shares a day with an earlier one in time, and when to begin it.

    One without any day clashes only with another such one.
    """
    for (i, one), (j, other) in combinations(enumerate(facts), 2):
        (n, earlier), (m, later) = sorted(((i, one), (j, other)), key=lambda pair: pair[1].begins)
        are_open = [fact.first is None and fact.last is None for fact in (earlier, later)]
        if any(are_open) and not all(are_open):
            continue
        if later.begins <= earlier.ends:
            follows = earlier.last + timedelta(days=1) if earlier.last else earlier.begins
            yield (m if m != n else n), follows


def gaps(facts: Iterable[DatedFact]) -> Iterator[tuple[DatedFact, DatedFact]]:
    """Two that follow one another in time with days between them that neither holds."""
    every = sorted(facts, key=lambda fact: (fact.begins, fact.ends))
    if any(fact.first is None and fact.last is None for fact in every):
        return
    for earlier, later in pairwise(every):
        if earlier.last and later.first and earlier.last + timedelta(days=1) < later.first:
            yield earlier, later
