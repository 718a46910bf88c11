"""A sentence that names a pupil together with a mark, an address, an illness or a hardship.

Rules for advice, as in privacy.py: they would rather miss something than report a false case.
A prize won in public is news; a mark in a test, where somebody lives and what ails them is not.
"""

import re
from collections.abc import Iterator
from enum import Enum

from .vietnamese import clean


class PupilFact(Enum):
    """A fact of a pupil that stays in the school's own books."""

    MARK = "mark"
    ADDRESS = "address"
    ILLNESS = "illness"
    HARDSHIP = "hardship"


# In Unicode's last Vietnamese block capitals and small letters take turns.
_CAPITALS = "A-ZÀ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_CAPITALISED = rf"[{_CAPITALS}][^\W\d_]{{0,9}}"
# A class of its own, because `em` alone is also "I" and "younger sister".
_PUPIL = re.compile(
    r"\b(?:[Ee]m|[Cc]háu|[Bb]é|[Bb]ạn|[Hh]ọc sinh|HS)(?: HS| học sinh)?:? "
    rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,5}}"
)
_OF_A_CLASS = re.compile(
    rf"\b{_CAPITALISED}(?: {_CAPITALISED}){{1,5}}[ ,(–-]{{1,3}}"
    r"(?:học sinh|HS)?[ ]?lớp (?:\d{1,2}|[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm)"
)
_MARK = re.compile(
    r"\b(?:được|đạt|là|:|=|chỉ)? ?(?:\d{1,2}[.,]\d{1,2}|\b\d{1,2}) ?điểm\b"
    r"|\bđiểm(?: (?:thi|kiểm tra|trung bình|tổng kết|môn|cuối kỳ|giữa kỳ|toán|văn|tiếng việt|"
    r"tiếng anh|cả năm|học kỳ))*[^.;!?\d]{0,12}\b\d{1,2}(?:[.,]\d{1,2})?\b(?! ?(?:/|giờ|h\b))"
    r"|\b(?:học lực|hạnh kiểm|xếp loại)(?: (?:học lực|hạnh kiểm|cả năm|loại))?[: ]{1,2}"
    r"(?:yếu|kém|trung bình|chưa hoàn thành|chưa đạt|khá|tốt|giỏi)\b",
    re.IGNORECASE,
)
# Points of a game, a contest or a whole class are news.
_CONTEST = re.compile(
    r"\b(?:giải|huy chương|chung kết|trận|tỉ số|tỷ số|đội|cuộc thi|hội thi|vòng thi|thủ khoa|"
    r"điểm thi đua|điểm tựa|thời điểm|địa điểm|điểm trường|quan điểm|điểm hẹn)\b",
    re.IGNORECASE,
)
_PLACE = (
    r"(?:thôn|xóm|ấp|bản|buôn|làng|khu phố|tổ dân phố|tdp|số nhà|nhà số|ngõ|ngách|hẻm|"
    r"khu tập thể|chung cư|căn hộ|số \d+)"
)
_ADDRESS = re.compile(
    rf"\b(?:ở|ngụ|trú|sống|thường trú|tạm trú|nhà)(?: (?:ở|tại|em ở|cháu ở))? {_PLACE}\b"
    rf"|\bđịa chỉ(?: nhà)?:? [^.;!?]{{0,10}}{_PLACE}\b",
    re.IGNORECASE,
)
_ILLNESS = re.compile(
    r"\b(?:(?:bị|mắc|mang|chữa|phát hiện)(?: (?:phải|căn|chứng|bệnh|hội chứng)){0,2} "
    r"(?:bệnh|ung thư|tim bẩm sinh|u não|tự kỷ|tự kỉ|tăng động|trầm cảm|động kinh|bại não|down|"
    r"hiv|viêm gan|suy thận|máu trắng|bạch cầu|tiểu đường|hen suyễn|lao phổi|câm điếc|khiếm thị|"
    r"khiếm thính|tật)"
    r"|(?:khuyết tật|tàn tật|chậm phát triển|thiểu năng|bệnh hiểm nghèo|ung thư máu|tim bẩm sinh|"
    r"khiếm thị|khiếm thính|rối loạn phổ tự kỷ))\b",
    re.IGNORECASE,
)
_HARDSHIP = re.compile(
    r"\b(?:hộ (?:gia đình )?(?:cận )?nghèo|mồ côi"
    r"|hoàn cảnh (?:gia đình )?(?:đặc biệt |rất |hết sức )?(?:khó khăn|éo le)"
    r"|nhiễm chất độc|(?:bố|cha) mẹ ly hôn)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;…])\s+")
# A longer one is no sentence; patterns are asked of so much of it.
LONGEST = 600


def pupil_facts(text: str) -> tuple[PupilFact, ...]:
    """The facts that a line tells of pupils it names, each kind once, in the order of PupilFact."""
    words = clean(text)
    found = {fact for part in _SENTENCE.split(words) for fact in _told(part[:LONGEST])}
    return tuple(fact for fact in PupilFact if fact in found)


def _told(sentence: str) -> Iterator[PupilFact]:
    if not (_PUPIL.search(sentence) or _OF_A_CLASS.search(sentence)):
        return
    if _MARK.search(sentence) and not _CONTEST.search(sentence):
        yield PupilFact.MARK
    for fact, pattern in (
        (PupilFact.ADDRESS, _ADDRESS),
        (PupilFact.ILLNESS, _ILLNESS),
        (PupilFact.HARDSHIP, _HARDSHIP),
    ):
        if pattern.search(sentence):
            yield fact
