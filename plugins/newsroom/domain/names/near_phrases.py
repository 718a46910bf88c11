"""The body or section that a name not in the plan probably means.

Told by the words that set it apart: not `Tổ` or `Bộ phận`, which many bear. Numbers have to be the
same (`Tổ chuyên môn 1` is `Tổ 1`), and an abbreviation stands for its words (`KHTN`, `CĐ`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..text.vietnamese import clean
from .name_words import bare, is_one_slip, is_unmarked, shared_words, skeletons, words_of

_NUMBER_WORDS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
}
# Bodies that are told by their number, each of which is called by any of these.
_NUMBERED = frozenset(
    {
        *("to", "khoi", "nhom", "to khoi", "khoi lop", "to khoi lop", "to chuyen mon", "to cm"),
        *(
            "tcm",
            "to gv",
            "to giao vien",
            "to chuyen mon khoi",
            "nhom khoi",
            "to cm khoi",
            "t",
            "k",
        ),
        *("khoi chuyen mon", "nhom chuyen mon", "giao vien khoi", "to so", "gv khoi", "gv to", ""),
    }
)
_NUMBERED_KIND = re.compile(r"^([^\d]*?)\s*\d+(?:(?:[\s,;.&/+–—-]|và|va|tổ|khối|lớp)+\d+)*\s*$")
# Kinds of bodies and what stands in many a full name: alone they tell none apart.
_KIND_WORDS = """
tổ bộ phận ban nhóm phụ trách trường trung tâm đơn vị khối của và nhà hội sở cơ quan thuộc các
thể huyện xã phường quận tỉnh thành phố thị trấn đào tạo tiền phong cộng sản hồ chí minh
"""
_KINDS = frozenset(_KIND_WORDS.split())
_BARE_KINDS = frozenset(map(bare, _KINDS))
# Neither a commune nor an association.
_SOCIAL = ("xa", "hoi")
_VOWEL = re.compile(r"[aeiouy]")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
# Công đoàn trường TH Mẫu is the Công đoàn.
_OF_A_SCHOOL = re.compile(r"(?<=\w)\s+(?:của\s+)?(?:trường|truong)(?:\s.*)?$", re.IGNORECASE)
_LONG_FOR = {
    "gd": "giáo dục",
    "gddt": "giáo dục đào tạo",
    "gdđt": "giáo dục đào tạo",
    "pgd": "phòng giáo dục",
    "ttgdtx": "trung tâm GDTX",
    "pgddt": "phòng giáo dục đào tạo",
    "pgdđt": "phòng giáo dục đào tạo",
    "sgd": "sở giáo dục",
    "sgdđt": "sở giáo dục đào tạo",
    "đtn": "đoàn thanh niên",
    "tntp": "thiếu niên tiền phong",
    "tncs": "thanh niên cộng sản",
    "hcm": "hồ chí minh",
}


@dataclass(frozen=True)
class _Phrase:
    name: str

    @cached_property
    def numbers(self) -> frozenset[int]:
        return frozenset(map(int, re.findall(r"\d+", _in_digits(self.name))))

    @cached_property
    def kind(self) -> str:
        """The words before the number, bare: khoi, to chuyen mon."""
        found = _NUMBERED_KIND.match(_in_digits(self.name))
        return " ".join(bare(word) for word in words_of(found[1])) if found else ""

    @property
    def is_numbered(self) -> bool:
        is_whole = _NUMBERED_KIND.match(_in_digits(self.name)) is not None
        return bool(self.numbers) and is_whole and self.kind in _NUMBERED

    @cached_property
    def words(self) -> list[str]:
        """Its words as typed, abbreviations that everybody knows in full."""
        found: list[str] = []
        for word in words_of(re.sub(r"(?<=\w)\s*&\s*(?=\w)", "", self.name)):
            long = _LONG_FOR.get(word.casefold()) if word.isupper() else None
            found += words_of(long) if long else [word]
        return found

    def own(self, shared: frozenset[str]) -> list[int]:
        """The places of its words that set it apart; all of them where none does."""
        plain = [bare(word) for word in self.words]
        if is_unmarked(self.name):
            kinds = {n for n, word in enumerate(plain) if word in _BARE_KINDS}
        else:
            kinds = {n for n, word in enumerate(self.words) if word.casefold() in _KINDS}
        social = {n for n in range(len(plain)) if tuple(plain[n : n + 2]) == _SOCIAL}
        kinds -= social | {n + 1 for n in social}
        return [n for n, word in enumerate(plain) if n not in kinds and word not in shared]


def near_phrases(text: str, names: Sequence[str]) -> list[int]:
    """The places in `names` of those that the text probably means, in order."""
    phrases = [_Phrase(name) for name in names]
    shorter = _OF_A_SCHOOL.sub("", _BRACKETS.sub("", text))
    return _near(_Phrase(_plain(text)), phrases) or _near(_Phrase(_plain(shorter)), phrases)


def _near(typed: _Phrase, phrases: Sequence[_Phrase]) -> list[int]:
    if typed.is_numbered:
        return _numbered(typed, phrases)
    if typed.numbers:
        return []
    shared = shared_words(" ".join(phrase.words) for phrase in phrases)
    scores = {
        place: score
        for place, phrase in enumerate(phrases)
        if not phrase.is_numbered and (score := _likeness(typed, phrase, shared)) is not None
    }
    best = max(scores.values(), default=0.0)
    return [place for place in scores if scores[place] == best]


def _plain(text: str) -> str:
    return re.sub(r"[“”\"]", "", clean(text)).strip(" .,;:-–—")


def _in_digits(name: str) -> str:
    """The name with the words for numbers behind `tổ`, `khối` as digits, Roman ones too.

    Only where nothing follows them: `Tổ Ba Mẫu` may be a place.
    """
    words = clean(name).split()
    found = [*words]
    for n in range(1, len(words)):
        rest = [bare(word.strip(",;")) for word in words[n:]]
        if bare(words[n - 1].strip(",;")) in _BEFORE_NUMBERS and all(map(_says_number, rest)):
            found[n:] = [str(_NUMBER_WORDS.get(word, word)) for word in rest]
            break
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", " ".join(found))


_BEFORE_NUMBERS = frozenset({"to", "khoi", "mon", "lop", "so", "cm", "nhom"})


def _says_number(word: str) -> bool:
    return word in _NUMBER_WORDS or word in ("va", "-", "–", "&", "+")


def _numbered(typed: _Phrase, phrases: Sequence[_Phrase]) -> list[int]:
    """Those of the same numbers; else what holds them, or has one that was typed twice."""
    own = [n for n, phrase in enumerate(phrases) if phrase.is_numbered]
    equal = [n for n in own if phrases[n].numbers == typed.numbers]
    holding = [n for n in own if phrases[n].numbers > typed.numbers]
    doubled = [n for n in own if {int(str(k) * 2) for k in phrases[n].numbers} == typed.numbers]
    joined = [n for n in own if typed.numbers == {_joined(phrases[n].numbers)}]
    found = equal or holding or doubled or joined
    called_alike = [n for n in found if phrases[n].kind == typed.kind]
    return called_alike or found


def _joined(numbers: frozenset[int]) -> int:
    """45 for 4 and 5."""
    return int("".join(map(str, sorted(numbers))))


def _likeness(typed: _Phrase, phrase: _Phrase, shared: frozenset[str]) -> float | None:
    """The share of both names that is the other's, from 0 to 2; None where it tells nothing."""
    pairs, exact = _aligned(typed.words, phrase.words)
    met, meant = {a for a, _ in pairs}, {b for _, b in pairs}
    own, theirs = typed.own(shared), phrase.own(shared)
    if not theirs:
        # Its name is of common words alone: those have to be all there.
        own, theirs = list(range(len(typed.words))), list(range(len(phrase.words)))
    told = [n for n in own if n in met]
    missing, extra = [n for n in theirs if n not in meant], len(own) - len(told)
    if not told or not any(n in meant for n in theirs):
        return None
    is_whole = not missing
    if extra and not (is_whole and len(theirs) >= 2 and extra <= len(theirs)):
        return None
    if not is_whole and (
        len(theirs) - len(missing) < 2 or len(missing) > len(theirs) - len(missing)
    ):
        return None
    # “Toán” is no slip for “Đoàn”.
    if not exact and sum(len(typed.words[n]) for n in told) < 5:
        return None
    coverage = len(meant) / len(phrase.words) + len(met) / len(typed.words)
    return round(coverage - (0 if exact else 0.05), 4)


def _aligned(typed: Sequence[str], meant: Sequence[str]) -> tuple[set[tuple[int, int]], bool]:
    """Pairs of places whose words are the same, in order, and whether none needed a slip."""
    pairs: set[tuple[int, int]] = set()
    exact, start, slips = True, 0, 0
    for n, word in enumerate(typed):
        for m in range(start, len(meant)):
            if (span := _span(word, meant, m)) or (span := 0):
                pairs |= {(n, m + k) for k in range(span)}
                start = m + span
                break
            # CĐ alone is an abbreviation of its own name, not of Chi đội.
            if len(meant) > 1 and (back := _span(meant[m], typed, n)):
                pairs |= {(n + k, m) for k in range(back)}
                start = m + 1
                break
            if not slips and len(word) >= 4 and is_one_slip(bare(word), bare(meant[m])):
                pairs.add((n, m))
                exact, slips, start = False, 1, m + 1
                break
    return pairs, exact


def _span(word: str, others: Sequence[str], start: int) -> int:
    """The number of others from `start` on the word stands for: itself, or by their initials."""
    other = others[start]
    if bare(word) == bare(other) or bare(other) in skeletons(word):
        return 1
    is_short = word.isupper() or (len(word) > 2 and not _VOWEL.search(bare(word)))
    if is_short and 2 <= len(word) <= len(others) - start:
        span = others[start : start + len(word)]
        if all(bare(letter) == bare(part)[:1] for letter, part in zip(word, span, strict=True)):
            return len(word)
    return 0
