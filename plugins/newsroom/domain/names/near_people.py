"""The people that a name not in the plan probably means: told by its own words, not shared ones.

Most names of a school share “Thị”, and those of the demo “Thị Mẫu”: a suggestion has to rest on
the given name (tên, the last word), and on the family name where the whole is typed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..text.vietnamese import fold
from .common_names import FAMILY_NAMES, GIVEN_NAMES
from .name_words import SLIP, bare, cost_of_word, is_unmarked, shared_words, skeletons, words_of
from .titles import gender_told, is_outsider, without_titles

_WHOLE, _SHORT, _GIVEN, _MIXED, _INITIALS = 0, 10, 20, 30, 40
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_OF_GENDER = {"thị": "nữ", "văn": "nam"}


@dataclass(frozen=True)
class _Bearer:
    """One of the names of a person, in its words. `shared` are those that tell nobody apart."""

    name: str
    shared: frozenset[str]

    @cached_property
    def words(self) -> list[str]:
        return words_of(self.name)

    @cached_property
    def given(self) -> int:
        """The place of the given name: the last word, or the last that is not everybody's."""
        own = [n for n in range(len(self.words)) if self.is_own(n)]
        return own[-1] if own else len(self.words) - 1

    def is_own(self, place: int) -> bool:
        """True where the word there tells its bearer from others."""
        return fold(self.words[place]) not in self.shared

    @property
    def gender(self) -> str:
        return next((g for w in self.words[1:-1] if (g := _OF_GENDER.get(w.casefold()))), "")


def near_people(text: str, names: Sequence[str]) -> list[int]:
    """The places in `names` of those that the text probably means, in order.

    Nothing where the text names a pupil, a family or a source.
    """
    if is_outsider(text):
        return []
    shared = shared_words(names, fold)
    bearers = [_Bearer(name, shared) for name in names]
    costs: dict[int, int] = {}
    for typed in dict.fromkeys(_variants(text)):
        for place, bearer in enumerate(bearers):
            if (cost := _cost(typed, text, bearer)) is not None:
                costs[place] = min(cost, costs.get(place, cost))
    best = min(costs.values(), default=0)
    return [place for place in sorted(costs) if costs[place] == best]


def _variants(text: str) -> Iterator[str]:
    """The text, and without more and more of what stands around a name."""
    yield text
    yield without_titles(text)
    bare_of_brackets = _BRACKETS.sub("", text)
    for shorter in (bare_of_brackets, re.split(r"\s+[-–—]\s+|,", bare_of_brackets)[0]):
        name = without_titles(shorter, fewest=1)
        yield name
        if not name.isupper():
            # A class, or a post in capitals: cô Hà 1A, chị Oanh CĐ.
            yield re.sub(r"\s+(?:\d{1,2}[A-Z]\d?|[A-ZĐ]{2,5})$", "", name)


def _cost(typed: str, text: str, bearer: _Bearer) -> int | None:
    """The cost: how far the typed name is from that one; None where it is another."""
    words = words_of(typed)
    if not words:
        return None
    ways: tuple[tuple[int, Callable[[list[str], str, _Bearer], int | None]], ...] = (
        (_WHOLE, _whole),
        (_SHORT, _shortened),
        (_MIXED, _joined_or_turned),
        (_INITIALS, _abbreviated),
    )
    for base, way in ways:
        if (cost := way(words, text, bearer)) is not None:
            return base + cost
    return None


def _whole(words: list[str], text: str, bearer: _Bearer) -> int | None:
    if len(words) != len(bearer.words):
        return None
    return _sum(words, bearer.words, range(len(words)), bearer)


def _sum(
    words: Sequence[str], meant: Sequence[str], places: Sequence[int], bearer: _Bearer
) -> int | None:
    """The costs of words held against those of a name, of which one may be a slip.

    `places` are where the words meant stand in the whole name.
    """
    unmarked = is_unmarked(" ".join(words))
    costs = [cost_of_word(a, b, unmarked) for a, b in zip(words, meant, strict=True)]
    if None in costs or costs.count(SLIP) > 1:
        return None
    for word, cost, place in zip(words, costs, places, strict=True):
        if cost == SLIP and _is_another_name(word, place, bearer):
            return None
    return sum(cost for cost in costs if cost)


def _is_another_name(word: str, place: int, bearer: _Bearer) -> bool:
    """True where the slip made a name that others bear: then it is theirs, and no slip."""
    if place == bearer.given:
        return word.casefold() in GIVEN_NAMES
    return place == 0 and word.casefold() in FAMILY_NAMES


def _shortened(words: list[str], text: str, bearer: _Bearer) -> int | None:
    """Some of the words, the given name last: Bùi Mẫu Hà, Mẫu Hà, cô Hà."""
    last = bearer.given if len(words) == 1 else len(bearer.words) - 1
    if len(words) >= len(bearer.words) or (len(words) == 1 and not bearer.is_own(last)):
        return None
    places = _places(words, bearer, last)
    if places is None:
        return None
    cost = _sum(words, [bearer.words[n] for n in places], places, bearer)
    own = [n for n in places if bearer.is_own(n)]
    if cost is None or not own:
        return None
    if own == [bearer.given]:
        told = gender_told(text.removesuffix(words[-1]))
        if (told and bearer.gender and told != bearer.gender) or (
            cost >= SLIP and len(bare(bearer.words[bearer.given])) < 4
        ):
            return None
        return cost + (_GIVEN - _SHORT if len(words) == 1 else 0)
    return cost


def _places(words: Sequence[str], bearer: _Bearer, last: int) -> list[int] | None:
    """The places of the words in the name, in their order, the last of them at `last`."""
    unmarked = is_unmarked(" ".join(words))
    if cost_of_word(words[-1], bearer.words[last], unmarked) is None:
        return None
    places, upto = [last], last
    for word in reversed(words[:-1]):
        found = [
            (cost, -n)
            for n in range(upto)
            if (cost := cost_of_word(word, bearer.words[n], unmarked)) is not None
        ]
        if not found:
            return None
        upto = -min(found)[1]
        places.insert(0, upto)
    return places


def _joined_or_turned(words: list[str], text: str, bearer: _Bearer) -> int | None:
    """The right letters with a blank too few, or the right words with the given name in front."""
    meant = [bare(word) for word in bearer.words]
    if any("".join(variant) == "".join(meant) for variant in _joined(words)):
        return 0
    own = {meant[0], meant[bearer.given]}
    turned = [bare(word) for word in (*words[1:], words[0])]
    if len(words) < 2 or len(own) < 2 or not own <= set(turned):
        return None
    return 1 if turned == [word for word in meant if word in turned] else None


def _joined(words: Sequence[str]) -> Iterator[list[str]]:
    yield [bare(word) for word in words]
    yield [min(skeletons(word), key=len) for word in words]


def _abbreviated(words: list[str], text: str, bearer: _Bearer) -> int | None:
    """Initials in place of words: Đỗ T. M. Hạnh, Đỗ TM Hạnh, Bùi Thị Mẫu H., BTMH."""
    meant = bearer.words
    if len(words) == 1 and len(words[0]) == len(meant) >= 3 and words[0].isupper():
        return 3 if _are_initials(words[0], meant) else None
    if len(words) == len(meant) >= 3 and all(len(word) == 1 for word in words):
        return 3 if _are_initials("".join(words), meant) else None
    tokens = list(_tokens(words, text, meant))
    if len(tokens) != len(meant):
        return None
    short = [n for n, token in enumerate(tokens) if _is_short(token, meant[n])]
    unmarked = is_unmarked(" ".join(tokens))
    whole = [n for n in range(len(meant)) if n not in short]
    if not short or not any(map(bearer.is_own, whole)):
        return None
    costs = [cost_of_word(tokens[n], meant[n], unmarked) for n in whole]
    if None in costs or SLIP in costs:
        return None
    if any(not bare(meant[n]).startswith(bare(tokens[n])) for n in short):
        return None
    return sum(cost for cost in costs if cost)


def _tokens(words: Sequence[str], text: str, meant: Sequence[str]) -> Iterator[str]:
    """The words, an abbreviation in capitals that is none of the name cut into its letters."""
    whole = {bare(word) for word in meant}
    for word in words:
        if 1 < len(word) <= 3 and word.isupper() and bare(word) not in whole:
            yield from word
        else:
            yield word


def _is_short(token: str, meant: str) -> bool:
    return len(token) < len(meant) and (len(token) == 1 or bare(token) in ("ng", "ngt", "tr", "th"))


def _are_initials(letters: str, words: Sequence[str]) -> bool:
    return [bare(letter) for letter in letters] == [bare(word)[0] for word in words]
