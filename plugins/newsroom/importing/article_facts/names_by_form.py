"""Names in a headline in capitals that nothing tells but their form: people, foreign words."""

import re
from collections.abc import Callable, Collection, Sequence

from ...domain.text.vietnamese import fold

# Abbreviations that can be read as one word; the others cannot be spoken.
_SPOKEN_ACRONYMS = re.compile("STEAM|ASEAN|UNESCO|UNICEF|IELTS|TOEFL|TOEIC|COVID|VIOEDU|VNEDU|ICDL")
# GOOGLE, ROBOTICS: no syllable of ours, and no abbreviation either.
_FOREIGN = re.compile(r"(?=[A-Z]{5})[^AEIOUY]{0,3}(?:[AEIOUY]{1,3}[^AEIOUY]{1,3})+[AEIOUY]{0,3}")
_SURNAMES = frozenset(
    map(
        fold,
        re.compile(
            "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trịnh|mai"
            "|đào|lương|tạ|trương|hà|cao|lâm|tô|vương|tống|châu|chu"
        ).pattern.split("|"),
    )
)
_MIDDLE_NAMES = frozenset(map(fold, re.compile("văn|thị").pattern.split("|")))
# Nguyễn Thị Mẫu An: a surname, a middle name, and two more at most.
_LONGEST_PERSON = 4


def set_people(
    letters: list[str],
    words: Sequence[re.Match[str]],
    folded: Sequence[str],
    certain: Collection[int],
    is_common: Callable[[str], bool],
) -> set[int]:
    """Sets names that nothing tells but their form, NGUYỄN VĂN …; the numbers of their words."""
    guessed: set[int] = set()
    line = "".join(letters)
    for first, name in enumerate(folded[:-2]):
        if name not in _SURNAMES or folded[first + 1] not in _MIDDLE_NAMES or first in certain:
            continue
        for number in range(first, min(first + _LONGEST_PERSON, len(words))):
            parts_here = number > first and not stands_together(
                line, *words[number - 1 : number + 1]
            )
            if parts_here or (number > first + 2 and is_common(folded[number])):
                break
            letters[words[number].start()] = words[number][0][0].upper()
            guessed.add(number)
    return guessed


def set_foreign_words(
    letters: list[str], words: Sequence[re.Match[str]], certain: Collection[int], title: str
) -> set[int]:
    """Sets the words of other languages, within quotes as in a sentence; their numbers."""
    guessed: set[int] = set()
    for number, word in enumerate(words):
        is_acronym = _SPOKEN_ACRONYMS.fullmatch(word[0]) or number in certain
        if is_acronym or not word[0].isascii() or not _FOREIGN.fullmatch(word[0]):
            continue
        before = title[: word.start()]
        is_quoted = before.count("“") > before.count("”") or before.count('"') % 2
        spelt = word[0].lower() if is_quoted else word[0].capitalize()
        letters[word.start() : word.end()] = spelt
        guessed.add(number)
    return guessed


def stands_together(line: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return not line[one.end() : other.start()].strip(" -–&")
