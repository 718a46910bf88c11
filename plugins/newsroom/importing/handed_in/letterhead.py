"""The lines of a letterhead: the motto of the state, offices, a number, a place and a day.

Source: Nghị định 30/2020/NĐ-CP, phụ lục I, and what schools type after it.
"""

import re
from collections.abc import Collection

from ...domain.text.dates import NotADate, find_date
from ...domain.text.vietnamese import clean
from .plain_words import bare, cells_in, is_rule, plain
from .taken_off import TakenOff, Tells

_MOTTO = re.compile(
    r"(?:cong hoa xa hoi chu nghia(?: viet nam)?|doc lap ?[-,.] ?tu do ?[-,.] ?hanh phuc)[.!]?"
)
_OFFICE = re.compile(
    r"(?:ubnd|uy ban nhan dan|so (?:gd|giao duc)|phong (?:gd|giao duc|van hoa|vh)|bo giao duc"
    r"|truong|dang (?:bo|uy)|chi bo|cong doan|lien doi|chi doan|doan (?:truong|thanh nien|tntp|xa)"
    r"|doi (?:tntp|thieu nien)|to|khoi|bo phan|ban (?:ktnb|kiem tra|giam hieu|chap hanh|bien tap)"
    r"|hoi (?:dong|phu huynh)|nhom|huyen|tinh|xa|phuong|thanh pho|tp|quan)(?![\w])"
)
# The words of a headline: an office does nothing but bear its name.
_HAPPENING = re.compile(
    r"(?<!\w)(?:tổ chức|tham gia|tham dự|khai giảng|bế giảng|khai mạc|phát động|đón|chào|kết nạp"
    r"|trao|tặng|hội thi|ngày hội|hội nghị|lễ|mừng|hưởng ứng|ra quân|tuyên truyền|sinh hoạt"
    r"|thực hiện|đoạt|giành|nhận|trong|với|cho|kỷ niệm|kỉ niệm|tổng kết|sơ kết|cùng|chung tay"
    r"|quyên góp|ủng hộ|vui|thi|nhiều|đã|khi|sẽ|của|là|hạnh phúc|đẩy mạnh|tập huấn|thăm)(?!\w)",
    re.IGNORECASE,
)
# What may be the headline alone, under the name of whoever held it.
_HELD = re.compile(r"(?:ngày hội|hội thi|hội nghị|lễ)(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(r"so ?: ?[\d. …/_-]*(?:/[\w&.-]*)?\s*")
_NUMBERED = re.compile(r"so ?: ?[\d.…]*/[\w&./-]+ ")
_KIND = re.compile(
    r"(?:(tin)|(?:noi dung(?: bai(?: viet)?| tin)?|bai lam"
    r"|tin,? ?(?:va )?bai|(?:tin|ban tin) ngan|bai viet|bai|tin tuc|bai tuyen truyen"
    r"|(?:tin,? )?bai (?:du thi|tham du"
    r"|(?:gui|nop|dang)(?: (?:bao|web|website|trang|len|cho|cong|thong tin|dien tu|nha|cua|truong)"
    r")*)|tuan ?(?:: ?\d{1,2}|\d{1,2} ?(?=\())(?: ?\(.{4,40}\))?|(phong su|phong van)))"
    r"(?: (?:thang|tuan|so|quy|ky|lan|dot)(?: thu)? [\d/ivx-]+(?:[ /-]\d{4})?)?[.:]?"
)
_SUBJECT = re.compile(r"\W*(?:v/v|ve viec)\b")
_PLACE_AND_DAY = re.compile(
    r"(?:[\w .&'-]{2,40},\s*)?(?:thu \w+,? )?"
    r"(?:ngay:? ?(?:\d|mung|mong|thang).*\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
# A paper that was never dated: ngày … tháng 11 năm 2026
_OPEN_DAY = re.compile(r"(?:[\w .&'-]{2,40},\s*)?ngay[\d .…_]* thang[\d .…_]* nam[\d .…_]*")
_DAY_WORDS = re.compile(r"[\s,.;:()]*")
_LONGEST_OFFICE = 12


def letterhead_cells(line: str) -> list[str]:
    """The cells of a line: also where a motto, or a day, stands behind other words without a gap.

    >>> letterhead_cells("TRƯỜNG TH SAO MẪU Độc lập - Tự do - Hạnh phúc")
    ['TRƯỜNG TH SAO MẪU', 'Độc lập - Tự do - Hạnh phúc']
    """
    return [piece for cell in cells_in(line) or [line] for piece in _parted(cell)]


def _parted(cell: str) -> list[str]:
    words = " ".join(bare(cell).split())
    said = plain(words)
    if len(said) != len(words):
        return [cell]
    if (motto := _MOTTO.search(said)) and motto.end() == len(said) and motto.start():
        return [words[: motto.start()].strip(), words[motto.start() :]]
    number = _NUMBERED.match(said)
    if number and day_in(words[number.end() :]):
        return [words[: number.end()].strip(), words[number.end() :]]
    return [cell]


def is_motto(line: str) -> bool:
    return _MOTTO.fullmatch(plain(line)) is not None


def day_in(line: str) -> str:
    """The day in a line that holds a place and a day and nothing else; empty for all others.

    >>> [day_in(one) for one in ("Xã Mẫu, ngày 20/11/2026", "Xã Mẫu, 20/11/2026")]
    ['ngày 20/11/2026', '20/11/2026']
    >>> [day_in(one) for one in ("Ngày 20/11/2026, lớp 1A ra vườn.", "Ngày sinh: 1/2/1990")]
    ['', '']
    """
    words = bare(line).strip("()")
    if not _PLACE_AND_DAY.match(plain(words)):
        return ""
    try:
        _, start, end = find_date(words)
    except NotADate:
        return ""
    before = words[:start].strip(" ,.")
    is_alone = _DAY_WORDS.fullmatch(words[end:]) is not None
    return words[start:end] if is_alone and len(before.split()) <= 6 else ""


def letterhead_cell(cell: str, known: Collection[str], *, beside_motto: bool) -> TakenOff | None:
    """One cell or line of a letterhead; None for whatever may be the article's.

    `known` are the plain names of the school, its offices and bodies. An office that is not among
    them is taken for one only where the motto of the state stands near.
    """
    words = bare(cell)
    if is_motto(words) or is_rule(cell) or not words:
        return TakenOff(words=words)
    if _NUMBER.fullmatch(plain(words)):
        return TakenOff(words=words)
    if day := day_in(words):
        return TakenOff(words=words, tells=Tells.DAY, value=day)
    if _OPEN_DAY.fullmatch(plain(words)):
        return TakenOff(words=words)
    is_known = plain(words) in known
    if is_known or (beside_motto and is_office(words)):
        return TakenOff(words=words, tells=Tells.GROUP, value=words, is_weak=True)
    return None


def letterhead(line: str, known: Collection[str], *, beside_motto: bool) -> list[TakenOff]:
    """A line of a letterhead, cell by cell; empty where even one of them is none."""
    found: list[TakenOff] = []
    cells = letterhead_cells(line)
    for cell in cells:
        one = letterhead_cell(cell, known, beside_motto=beside_motto)
        if one is None and len(cells) > 1 and beside_motto and is_subject(cell):
            one = TakenOff(words=bare(cell))
        if one is None:
            return []
        found.append(one)
    return found


def is_subject(line: str) -> bool:
    """True for the subject of a letter: V/v tuyên truyền."""
    return _SUBJECT.match(plain(line)) is not None


def is_office(line: str) -> bool:
    """True for the name of a school, an office or a body that stands by itself.

    >>> [is_office(one) for one in ("TRƯỜNG TH SAO MẪU", "TRƯỜNG TH SAO MẪU ĐÓN TẾT")]
    [True, False]
    """
    words = bare(line)
    return (
        _OFFICE.match(plain(words)) is not None
        and len(words.split()) <= _LONGEST_OFFICE
        and not words.endswith((".", "!", "?", ":", ";", ","))
        and not _HAPPENING.search(clean(words))
    )


def begins_with_happening(line: str) -> bool:
    """True where the line says what somebody did: the office above it is its subject."""
    words = bare(line)
    return _HAPPENING.match(words) is not None and _HELD.match(words) is None


def kind_label(line: str) -> TakenOff | None:
    """A line that only says what the paper is: TIN BÀI, BÀI DỰ THI, TIN THÁNG 11."""
    words = bare(line)
    found = _KIND.fullmatch(plain(words))
    if found is None:
        return None
    genre = found[1] or found[2]
    if genre:
        genre_words = " ".join(clean(words).casefold().split()[: len(genre.split())])
        return TakenOff(words=words, tells=Tells.GENRE, value=genre_words, is_weak=True)
    return TakenOff(words=words)
