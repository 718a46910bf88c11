"""The words of published texts and where they stand (chỉ mục từ): what the site's search reads.

The search runs in the reader's browser, so theme/scripts/search.js knows the same rules: what a
word is, how it is folded, into which bucket it falls. tests/browser/test_search.py holds the two
together; docs/dinh-dang/tim-kiem.md describes what is written here.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from operator import xor
from typing import NamedTuple, TypeVar

from ..text.vietnamese import strip_marks

T = TypeVar("T")
BUCKETS = 128
# A pair of neighbours is known by its bucket and one of so many signs.
SIGNS = 128
_PAIRS = BUCKETS * SIGNS
_WORD = re.compile(r"[^\W_]+")
_TONES = dict(zip("\u0300\u0301\u0303\u0309\u0323", "`'~?.", strict=True))


class IndexedText(NamedTuple):
    """One published text as it can be searched; `labels` are those of its lists (see `label`)."""

    title: str
    summary: str
    text: str
    labels: tuple[str, ...] = ()


class SearchIndex(NamedTuple):
    """The places of the words of some texts, in buckets.

    Each of `words` has a line for each spelling that falls into the bucket: the texts that have
    it, then those with it in the summary (`.`) and in the title (`!`), as hexadecimal numbers in
    which bit n is text n. Each of `pairs` is one line: for each text a blank, then a sign for each
    pair of neighbouring words of that bucket.
    """

    words: tuple[str, ...]
    pairs: tuple[str, ...]


def search_index(texts: Sequence[IndexedText]) -> SearchIndex:
    """The search index of these texts, which are numbered from 0."""
    every, in_summary, in_title = (defaultdict[str, int](int) for _ in range(3))
    pairs: list[list[str]] = [[] for _ in range(BUCKETS)]
    for n, one in enumerate(texts):
        title, summary, text = map(words_of, one[:3])
        for place, words in (
            (every, (*title, *summary, *text, *one.labels)),
            (in_summary, summary),
            (in_title, title),
        ):
            for word in set(words):
                place[word] |= 1 << n
        for bucket in pairs:
            bucket.append(" ")
        for code in sorted(_neighbours(title) | _neighbours(summary) | _neighbours(text)):
            pairs[code // SIGNS].append(_SIGN[code % SIGNS])
    return SearchIndex(
        _lines(every, in_summary, in_title), tuple("".join(bucket) + "\n" for bucket in pairs)
    )


def words_of(text: str) -> list[str]:
    """The words of a text (tiếng) in lower case: runs of letters and digits.

    The text was cleaned when it was read.

    >>> words_of("Ngày hội “Đọc sách” 20/11")
    ['ngày', 'hội', 'đọc', 'sách', '20', '11']
    """
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def token(word: str) -> str:
    """A word as the index writes it: the sign of its tone at the end, wherever people put it.

    >>> token("đường"), token("hoà") == token("hòa")
    ('đương`', True)
    """
    tones = "".join(map(_tone.__getitem__, word))
    return "".join(map(_toneless.__getitem__, word)) + tones[:1]


def folded(word: str) -> str:
    """A word without its marks: `đường` becomes `duong`."""
    return "".join(map(_bare.__getitem__, word))


def label(kind: str, code: str) -> str:
    """A word that no text can hold, for a list that the article stands in: `to:to-1`."""
    return f"{kind}:{code}"


def bucket_of(word: str) -> int:
    """The bucket of a word, whatever its marks."""
    return _number(word) % BUCKETS


def shards_for(texts: int) -> int:
    """In how many files the buckets of so many texts are kept: few texts need few.

    >>> [shards_for(texts) for texts in (1, 60, 500, 5000)]
    [1, 16, 128, 128]
    """
    shards = 1
    while shards < BUCKETS and shards * 4 < texts:
        shards *= 2
    return shards


def _parted(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the sign of the tone."""
    parts = unicodedata.normalize("NFD", letter)
    toneless = "".join(part for part in parts if part not in _TONES)
    tones = "".join(_TONES.get(part, "") for part in parts)
    return unicodedata.normalize("NFC", toneless), tones


def _lines(*places: dict[str, int]) -> tuple[str, ...]:
    """The lines of each bucket. Words that are one but for where the tone was typed become one."""
    found: dict[str, list[int]] = {}
    buckets: dict[str, int] = {}
    for number, place in enumerate(places):
        for word, texts in place.items():
            spelling = _spelled[word]
            found.setdefault(spelling, [0, 0, 0])[number] |= texts
            buckets.setdefault(spelling, _bucket[word])
    lines: list[list[str]] = [[] for _ in range(BUCKETS)]
    for spelling, (every, in_summary, in_title) in sorted(found.items()):
        summary = f".{in_summary:x}" if in_summary else ""
        title = f"!{in_title:x}" if in_title else ""
        lines[buckets[spelling]].append(f"{spelling} {every:x}{summary}{title}\n")
    return tuple(map("".join, lines))


def _neighbours(words: Sequence[str]) -> set[int]:
    return set(map(xor, map(_left.__getitem__, words), map(_right.__getitem__, words[1:])))


def _number(word: str) -> int:
    number = 0
    for letter in folded(word):
        number = (number * 31 + ord(letter)) % 65521
    return number


# From 0 to o, then from À to ÿ: no blank, no line end, none of the #.
_SIGN = [chr(sign + (48 if sign < 64 else 128)) for sign in range(SIGNS)]


class _Known(dict[str, T]):
    """The answers that are asked for each word or letter millions of times, found out once."""

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, asked: str) -> T:
        found = self[asked] = self._find(asked)
        return found


_bare = _Known(strip_marks)
_toneless = _Known(lambda letter: _parted(letter)[0])
_tone = _Known(lambda letter: _parted(letter)[1])
_spelled = _Known(token)
_bucket = _Known(bucket_of)
# Two numbers a word, so that a pair is not the same backwards.
_left = _Known(lambda word: _number(word) % _PAIRS)
_right = _Known(lambda word: _number(word) * 40503 // 8 % _PAIRS)
