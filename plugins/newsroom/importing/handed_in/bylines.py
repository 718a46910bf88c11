"""The labelled lines around a text: who wrote it, for which group, who took the pictures."""

import re

from ...domain.names.titles import CREDIT
from .letterhead import day_in
from .plain_words import bare, plain
from .taken_off import TakenOff, Tells

_KIND = r"(?:tin|bai|tin bai|bai viet|anh|hinh|hinh anh|video|clip|noi dung|loi|viet bai|chup anh)"
_AUTHOR = re.compile(
    rf"(?:nguoi (?:viet|thuc hien|gui|nop|dua tin|soan|dua bai)(?: bai| tin)?(?: viet)?"
    r"|tac gia(?: bai viet| bai)?|ho (?:va )?ten(?: nguoi viet| tac gia)?|(?:cong tac vien|ctv)"
    r"|thuc hien|bien soan|viet bai|dua tin"
    rf"|{_KIND}(?: ?(?:,|va|&|/|\+|-) ?{_KIND})*)"
)
_CREDIT = re.compile(
    r"(?:(?:nguon )?(?:anh|hinh|hinh anh|video|clip)(?: minh hoa| tu lieu| chup)?"
    r"(?: (?:boi|do))?|nguoi chup(?: anh)?|chup anh)"
)
_GROUP = re.compile(
    r"(?:to|khoi|to chuyen mon|to khoi|don vi(?: cong tac)?|bo phan|nhom|doan the|doi)"
)
_DAY = re.compile(r"ngay (?:viet|nop|gui|gui bai|nop bai|dang)|ngay")
_TITLE = re.compile(r"(?:tieu de|tua de|ten bai(?: viet| du thi)?|ten tac pham|dau de|nhan de)")
_SUMMARY = re.compile(r"(?:tom tat|sapo|loi dan|chapo|chapeau)")
_CONTACT = re.compile(
    r"(?:chuc vu|chuc danh|(?:so )?dien thoai(?: lien he)?|sdt|dt|so dt|e-?mail|thu dien tu"
    r"|dia chi(?: e-?mail| lien he| nha)?|ngay,? (?:thang,? )?(?:nam )?sinh|sinh ngay|nam sinh"
    r"|gioi tinh|dan toc|que quan|noi o|noi cong tac|trinh do[\w ]{0,20}|so (?:cccd|cmnd)|cccd|cmnd"
    r"|ngay vao [\w ]{3,20}|giao vien huong dan|lop|truong|don vi|so tai khoan|stk|zalo|facebook)"
)
_LABELS = (
    (_CREDIT, Tells.CREDIT),
    (_AUTHOR, Tells.AUTHOR),
    (_GROUP, Tells.GROUP),
    (_DAY, Tells.DAY),
    (_TITLE, Tells.TITLE),
    (_SUMMARY, Tells.SUMMARY),
    (re.compile("chuyen muc"), Tells.CATEGORY),
    (re.compile("the loai"), Tells.GENRE),
)
_PARTS = re.compile(r"^([^:：]{1,40}?)\s*[:：]\s*(.+)$", re.DOTALL)
_LONGEST = 160
_OF_PICTURES = re.compile(r"(?:ảnh|hình|video|clip|chụp ảnh)\s*[:：]\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(\[](.*)[)\]]\.?", re.DOTALL)


def byline(line: str) -> tuple[TakenOff, ...]:
    """The facts of a labelled line; empty for every other one.

    >>> [one.value for one in byline("Bài: Bùi Thị Mẫu Hà - Ảnh: Lan Mẫu")]
    ['Bùi Thị Mẫu Hà', 'Lan Mẫu']
    """
    words = bare(line)
    inner = _IN_BRACKETS.fullmatch(words)
    parts = _PARTS.match(bare(inner[1]) if inner else words)
    if parts is None or len(words) > _LONGEST or "\n" in words:
        return ()
    label, value = plain(parts[1]), bare(parts[2]).strip(" .;,")
    tells = next((told for pattern, told in _LABELS if pattern.fullmatch(label)), None)
    if tells is None or not value:
        return ()
    if tells in (Tells.AUTHOR, Tells.CREDIT) and (both := _written_and_taken(words)):
        return both
    if tells is Tells.DAY:
        day = day_in(value) or day_in(f"ngày {value}")
        return (TakenOff(words=words, tells=tells, value=day),) if day else ()
    if tells is Tells.AUTHOR and not _is_name(value):
        return ()
    if tells is Tells.GROUP and len(value.split()) > 8:
        return ()
    return (TakenOff(words=words, tells=tells, value=value),)


def contact(line: str) -> TakenOff | None:
    """A line about whoever wrote, which no reader is to see: a post, a telephone number."""
    words = bare(line)
    parts = _PARTS.match(words)
    is_one = parts is not None and _CONTACT.fullmatch(plain(parts[1])) and len(words) <= 100
    return TakenOff(words=words) if is_one else None


def _written_and_taken(words: str) -> tuple[TakenOff, ...]:
    """`Bài: A - Ảnh: B` as its two facts; empty where one of them is all it tells."""
    credits = list(CREDIT.finditer(words))
    if len(credits) < 2:
        return ()
    ends = [*(one.start() for one in credits[1:]), len(words)]
    facts = []
    for credit, end in zip(credits, ends, strict=True):
        tells = Tells.CREDIT if _OF_PICTURES.fullmatch(credit[0]) else Tells.AUTHOR
        value = words[credit.end() : end].strip(" \t.,;/|+-–—&()")
        facts.append(TakenOff(words=words, tells=tells, value=value))
    return tuple(facts) if all(one.value for one in facts) else ()


def _is_name(value: str) -> bool:
    """True where the value may name people: no sentence, and a capital in it."""
    ends = re.search(r"[.!?]\s+\w", re.sub(r"(?i:ths|ts|gv|đ/c|cn)\.", "", value))
    return ends is None and len(value.split()) <= 25 and any(one.isupper() for one in value)
