"""A headline in capitals, in the letters of a sentence; names as text and plan write them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...domain.text.vietnamese import clean, fold
from ...domain.text.wording import in_sentence_case, is_shouted
from .names_by_form import set_foreign_words, set_people, stands_together

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LONGEST_NAME = 8
_SENTENCE_END = re.compile(r"[.!?…:;\n“\"‘'(•-]\s*$")
# Names in headlines of every school.
_NAMES = re.compile(
    "Việt Nam|Nhà giáo Việt Nam|Hồ Chí Minh|Bác Hồ|Quốc khánh|Trung thu|Tết|Nguyên đán|Hà Nội|Đảng"
    "|Tết Nguyên đán|Tết Trung thu|Phụ nữ Việt Nam|Quân đội nhân dân Việt Nam|Điện Biên Phủ|Noel"
    "|Trần Hưng Đạo|Hùng Vương|Thiếu niên Tiền phong Hồ Chí Minh|Thiếu niên Tiền phong"
    "|Đinh Mùi|Mậu Thân|Bính Ngọ|Ất Tỵ|Mặt trận Tổ quốc|Trường Sa|Hoàng Sa|tiếng Anh|tiếng Việt"
    "|miền Trung|miền Bắc|miền Nam|miền Tây|Tây Nguyên|Cháu ngoan Bác Hồ|Tổ quốc"
    "|Cộng hòa xã hội chủ nghĩa Việt Nam|Cộng hoà xã hội chủ nghĩa Việt Nam"
).pattern.split("|")
_ADDRESSES = re.compile("cô|thầy|cô giáo|thầy giáo").pattern.split("|")
# Words of headlines that are nobody's name.
_COMMON = frozenset(
    map(
        fold,
        re.compile(
            "chào|mừng|tổ|chức|ngày|hội|lễ|khai|giảng|bế|tổng|kết|quả|sơ|phát|động|thi|đua|tham|gia|đón|lần|thứ|hạnh|phúc|xã|bản|thôn"
            "|nhận|trao|tặng|quà|học|sinh|giáo|viên|trường|lớp|khối|thầy|cô|em|các|với|và|cùng|cho"
            "|của|trong|tại|ở|về|năm|tháng|đọc|sách|văn|nghệ|thể|dục|thao|hoạt|trải|nghiệm|ngoại"
            "|khóa|chuyên|đề|môn|hưởng|ứng|tuyên|truyền|phòng|chống|an|toàn|giao|thông|kỷ|kỉ|niệm"
            "|thành|lập|sinh|hoạt|dưới|cờ|tiết|mẫu|giỏi|cấp|nhà|vui|tươi|sáng|đầu|cuối|kỳ|kì"
            "|người|tốt|việc|gương|bài|tin|chung|tay|vì|môi|xanh|sạch|đẹp|trồng|cây|quyên|góp|ủng"
            "|hộ|thăm|hỏi|tri|ân|kết|nạp|đội|đoàn|đại|nghị|tập|huấn|triển|lãm|giải|nhất|nhì|ba"
        ).pattern.split("|"),
    )
)


@dataclass(frozen=True, kw_only=True)
class Retold:
    """A headline in small letters. `doubtful` are its words that nothing shows to be no name."""

    title: str
    doubtful: tuple[str, ...] = ()


def retold(headline: str, text: str, names: Iterable[str]) -> Retold:
    """The headline; set in sentence case if it is in capitals.

    `text` is the article, `names` are those of the plan and the school.
    """
    headline = " ".join(clean(headline).split())
    if not is_shouted(headline):
        return Retold(title=headline)
    title = in_sentence_case(headline)
    words = list(_WORD.finditer(title))
    folded = [fold(word[0]) for word in words]
    in_text, letters = _cases_in(text), list(title)
    listed = tuple(names)
    known = {
        **_of_given_names(listed),
        **_of_names(listed),
        **_of_names(_NAMES, fewest=1),
        **in_text,
    }
    certain = _set_names(letters, words, folded, known)
    _set_acronyms(letters, words, in_text)

    def is_common(word: str) -> bool:
        return word in _COMMON or in_text.get((word,), "").islower()

    guessed = set_people(letters, words, folded, certain, is_common)
    guessed |= set_foreign_words(letters, words, certain, title)
    _begin_sentences(letters, words, certain)
    seen = {word for form in in_text for word in form}
    spelt = "".join(letters)
    doubtful = tuple(
        spelt[word.start() : word.end()]
        for number, word in enumerate(words)
        if number in guessed
        or (
            number
            and number not in certain
            and folded[number] not in seen | _COMMON
            and word[0].islower()
        )
    )
    return Retold(title=spelt, doubtful=doubtful)


_Cases = dict[tuple[str, ...], str]


def _of_names(names: Iterable[str], fewest: int = 2) -> _Cases:
    """The words of each name, folded, and its spelling; what is in capitals tells nothing."""
    found: _Cases = {}
    for name in names:
        words = _WORD.findall(clean(name))
        if len(words) >= fewest and any(word[0].isupper() for word in words) and not name.isupper():
            found.setdefault(tuple(map(fold, words)), " ".join(words))
    return found


def _of_given_names(names: Iterable[str]) -> _Cases:
    """The forms in which teachers go by the last word of their name: cô Hà."""
    found: _Cases = {}
    for name in names:
        words = clean(name).split()
        if len(words) > 2 and all(word.istitle() for word in words):
            for address in _ADDRESSES:
                spelt = [*address.split(), words[-1]]
                found[tuple(map(fold, spelt))] = " ".join(spelt)
    return found


def _cases_in(text: str) -> _Cases:
    """The spellings of a text: each run of words in its most frequent form.

    A word that begins a sentence tells nothing of its case; lines in capitals neither.
    """
    forms: dict[tuple[str, ...], Counter[str]] = {}
    for line in clean(text).split("\n"):
        if is_shouted(line) or line.isupper():
            continue
        words = list(_WORD.finditer(line))
        for start, first in enumerate(words):
            before = line[: first.start()]
            if not before.strip(" *_#>-+•–") or _SENTENCE_END.search(before):
                continue
            for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
                run = words[start:end]
                if len(run) > 1 and not stands_together(line, run[-2], run[-1]):
                    break
                key = tuple(fold(word[0]) for word in run)
                forms.setdefault(key, Counter())[" ".join(word[0] for word in run)] += 1
    return {key: counted.most_common(1)[0][0] for key, counted in forms.items()}


def _set_names(
    letters: list[str], words: Sequence[re.Match[str]], folded: Sequence[str], known: _Cases
) -> frozenset[int]:
    """Sets the longest known runs of words, from the left; the numbers of the words in them."""
    certain: set[int] = set()
    start = 0
    while start < len(words):
        for end in range(min(start + _LONGEST_NAME, len(words)), start, -1):
            form = known.get(tuple(folded[start:end]))
            if form is None:
                continue
            for number, spelt in zip(range(start, end), form.split(" "), strict=True):
                word = words[number]
                if len(spelt) == len(word[0]):
                    letters[word.start() : word.end()] = spelt
                certain.add(number)
            start = end - 1
            break
        start += 1
    return frozenset(certain)


def _set_acronyms(letters: list[str], words: Sequence[re.Match[str]], in_text: _Cases) -> None:
    for word in words:
        spelt = in_text.get((fold(word[0]),), "")
        if len(spelt) == len(word[0]) > 1 and spelt.isupper():
            letters[word.start() : word.end()] = spelt


def _begin_sentences(
    letters: list[str], words: Sequence[re.Match[str]], certain: frozenset[int]
) -> None:
    """The first letter of all, of what is quoted and of each sentence is a capital."""
    title = "".join(letters)
    for number, word in enumerate(words):
        first = word.start()
        before = title[:first].rstrip()
        ends_sentence = before[-1:] in tuple(".!?") and title[first - 1] == " "
        opens_quote = title[first - 1 : first] in ("“", "‘", "«") or (
            title[first - 1 : first] == '"' and title[:first].count('"') % 2
        )
        if number == 0 or ends_sentence or opens_quote:
            letters[first] = letters[first].upper()
        elif number == 1 and words[0][0].isdigit() and 1 not in certain and not word[0].isupper():
            # “20 năm thành lập trường”: the number is its first word.
            letters[first] = letters[first].lower()
