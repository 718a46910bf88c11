"""The line on which words stand in a long text, however often that is asked."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

# Signs that join words to what stands before them: "a.jpg" is no part of "ba.jpg".
_JOINING = "./%-_"
# In letters; what a text of everyday length may cost by being searched from end to end.
_SEARCHED_PLAINLY = 200_000
# In letters; words that are alike for so long are compared one by one.
_COMPARED = 96


class TextPlaces:
    """The places of words in one text.

    A few words are searched for; from then on the text has an index, so that as many questions as
    the text has letters take about as long as sorting its words.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, Sequence[int]] = {}
        self._searched = 0

    def line(self, words: str, number: int) -> int | None:
        """The line, from 0, on which such words stand for that time, from 1, or the last time.

        None where they are not met.
        """
        places = self.of(words)
        if not places:
            return None
        place = places[min(max(number, 1), len(places)) - 1]
        return bisect_left(self._line_ends, place)

    def of(self, words: str) -> Sequence[int]:
        """The places where such words begin, in order; not where they end a longer word or name."""
        if not words:
            return ()
        if words not in self._found:
            self._found[words] = self._places(words)
        return self._found[words]

    def _places(self, words: str) -> Sequence[int]:
        if self._searched < _SEARCHED_PLAINLY:
            self._searched += len(self._text)
            return self._scan(words)
        start = words[:_COMPARED]
        text, starts, size = self._text, self._starts, len(start)
        first = bisect_left(starts, start, key=lambda place: text[place : place + size])
        last = bisect_right(starts, start, lo=first, key=lambda place: text[place : place + size])
        return sorted(place for place in starts[first:last] if text.startswith(words, place))

    def _scan(self, words: str) -> list[int]:
        places, place = [], self._text.find(words)
        while place >= 0:
            if self._begins(place):
                places.append(place)
                place = self._text.find(words, place + len(words))
            else:
                place = self._text.find(words, place + 1)
        return places

    def _begins(self, place: int) -> bool:
        if not place:
            return True
        before = self._text[place - 1]
        return not (before.isalnum() or before in _JOINING)

    @cached_property
    def _starts(self) -> list[int]:
        """Every place where words may begin, in the order of the words that begin there."""
        text = self._text
        starts = [place for place in range(len(text)) if self._begins(place)]
        return sorted(starts, key=lambda place: text[place : place + _COMPARED])

    @cached_property
    def _line_ends(self) -> list[int]:
        return [place for place, letter in enumerate(self._text) if letter == "\n"]
