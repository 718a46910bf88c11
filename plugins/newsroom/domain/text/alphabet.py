"""The order of Vietnamese words: by letter, then by tone, one syllable after another.

As dictionaries and class lists have it (Từ điển tiếng Việt, TCVN 6909, CLDR's `vi`): ă and â are
letters behind a, đ one behind d; the tones follow ngang, huyền, hỏi, ngã, sắc, nặng. CLDR compares
the letters of the whole text before its first tone; dictionaries end with each syllable, so that
ba bị stands before bà. Decision 35.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, TypeVar

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
# Huyền, hỏi, ngã, sắc, nặng; 0 is ngang.
_TONES = {mark: rank for rank, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
# Breve, circumflex and horn make another letter; every other mark is a stranger's.
_OF_A_LETTER = "\u0306\u0302\u031b"
_WORD = re.compile(r"\d+|[^\W\d_]+")

# 0 for a number and 1 for a word; its digits or letters, its tones, its foreign marks.
WordOrder = tuple[int, tuple[int, ...], tuple[int, ...], str]
Order = tuple[tuple[WordOrder, ...], str]


@lru_cache(maxsize=10_000)
def alphabetical(text: str) -> Order:
    """The key by which names of groups, categories, documents and places are sorted.

    Capitals, NFC or NFD and punctuation make no difference; numbers go by their value, before
    letters. Two texts have one key only where they are the same text.

    >>> sorted(["Tổ 10", "Tổ 2", "Đội", "Ảnh", "Ăn", "Dân vận"], key=alphabetical)
    ['Ảnh', 'Ăn', 'Dân vận', 'Đội', 'Tổ 2', 'Tổ 10']
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    return tuple(map(_order_of, _WORD.findall(plain))), unicodedata.normalize("NFC", text)


class Titled(Protocol):
    """Anything with a name: a group, a category."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Titled)


def in_order(things: Iterable[N]) -> tuple[N, ...]:
    """These things sorted by their names."""
    return tuple(sorted(things, key=lambda one: alphabetical(one.name)))


@lru_cache(maxsize=10_000)
def _order_of(word: str) -> WordOrder:
    if word[0].isdecimal():
        digits = [int(digit) for digit in word.lstrip("0")]
        return 0, (len(digits), *digits), (), ""
    letters, tones, foreign = [], [], ""
    for letter in word:
        bare, *marks = list(unicodedata.normalize("NFD", letter))
        kept = "".join(mark for mark in marks if mark in _OF_A_LETTER)
        known = unicodedata.normalize("NFC", bare + kept)
        foreign += "".join(m for m in marks if m not in _TONES and m not in _OF_A_LETTER)
        letters.append(_RANKS.get(known) or _RANKS.get(bare) or len(_RANKS) + ord(bare))
        tones += [_TONES[mark] for mark in marks if mark in _TONES]
    return 1, tuple(letters), tuple(tones), foreign
