"""Finding what somebody may have meant among thousands of names, without comparing each."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from heapq import nsmallest

from ..text.vietnamese import strip_marks

LIKENESS = 0.65
# What is compared letter by letter: the names that share most rare pieces, and those that stand
# on either side of the text where all are put in order, by their beginnings and by their ends.
_BY_PIECES, _BY_PLACE = 6, 2
COMPARED = _BY_PIECES + 4 * _BY_PLACE
_LOOKED_AT = 1_000
# No disk and no host has longer names; comparing grows with the square.
_LONGEST = 300


class SimilarNames:
    """Names by the three-letter pieces they consist of, for one search after the other.

    A search begins with the rarest pieces of what was typed and ends after a fixed number of
    steps, so it takes as long among ten thousand names as among a hundred. The same names and
    the same question have the same answer, whatever was asked before.
    """

    def __init__(self, names: Iterable[str]) -> None:
        bare = {_bare(name): name for name in sorted(names, reverse=True)}
        self._names = dict(sorted(bare.items()))
        self._in_order = list(self._names)
        self._backwards = sorted(name[::-1] for name in self._in_order)
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._in_order):
            for piece in _pieces(name):
                self._with[piece].append(number)
        self._answers: dict[str, str | None] = {}

    def nearest(self, text: str) -> str | None:
        """The name most like the text, marks and case aside; None where none is like it enough."""
        bare = _bare(text)
        if bare not in self._answers:
            self._answers[bare] = self._search(bare) if len(bare) <= _LONGEST else None
        return self._answers[bare]

    def _search(self, bare: str) -> str | None:
        shared: Counter[int] = Counter()
        left = _LOOKED_AT
        for piece in sorted(_pieces(bare), key=lambda piece: (len(self._having(piece)), piece)):
            found = self._having(piece)[:left]
            shared.update(found)
            left -= len(found)
            if not left:
                break
        best = nsmallest(_BY_PIECES, shared, key=lambda number: (-shared[number], number))
        likely = {self._in_order[number] for number in best}
        likely |= {*_beside(bare, self._in_order)}
        likely |= {name[::-1] for name in _beside(bare[::-1], self._backwards)}
        close = get_close_matches(bare, sorted(likely), n=3, cutoff=LIKENESS)
        return next((self._names[name] for name in close if _may_mean(bare, name)), None)

    def _having(self, piece: str) -> list[int]:
        return self._with.get(piece, [])


def _may_mean(typed: str, name: str) -> bool:
    """True where what tells the two from all others is alike: the last part of an address.

    >>> _may_mean("/2026/10/hoi-sach/", "/2026/11/hoi-sach/"), _may_mean("/to/to-1/", "/to/hoc-vu/")
    (True, False)
    """
    return SequenceMatcher(a=_last_part(name), b=_last_part(typed)).ratio() >= LIKENESS


def _last_part(name: str) -> str:
    return name.rstrip("/").rpartition("/")[2]


def _beside(text: str, in_order: Sequence[str]) -> Sequence[str]:
    place = bisect_left(in_order, text)
    return in_order[max(place - _BY_PLACE, 0) : place + _BY_PLACE]


def _bare(name: str) -> str:
    return strip_marks(name).casefold()


def _pieces(bare: str) -> set[str]:
    """Its runs of three letters, those at its ends too."""
    text = f"\n{bare}\n"
    return {text[start : start + 3] for start in range(len(text) - 2)}
