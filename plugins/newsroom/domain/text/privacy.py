"""Private facts in a text, which a school page had better not tell of a child.

Rules for advice: they would rather miss something than report a false case. None of
them repeats what it found, for what `check` says may land in a public log.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date

from .dates import NotADate, find_date
from .vietnamese import clean

# The target of an address is no word of the text.
_ADDRESS = re.compile(
    r"\]\([^)\s]*|(?:https?://|www\.|mailto:|tel:)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+"
)
_NOT_BEFORE, _NOT_BEHIND = r"(?<![\w./,+-])", r"(?![\w/]|[.,-]\d)"
_GAP = r"[ .–·-]{0,2}"
_PHONE = re.compile(
    rf"{_NOT_BEFORE}(?:\(?(?:\+|00)84\)?{_GAP}(?:\(0\){_GAP})?|84(?=\d{{9}}(?!\d))|\(?0{_GAP})"
    rf"[35789]\d{{1,2}}\)?(?:{_GAP}\d{{1,7}}){{1,5}}{_NOT_BEHIND}"
)
# Addresses that are somebody's telephone.
_DIALLED = re.compile(
    r"(?:tel:|sms:|callto:|(?:zalo\.me|wa\.me)/|viber://\S{0,40}?number=)"
    r"(?:%2B|\+)?([\d(][\d ().-]{7,20})",
    re.IGNORECASE,
)
_CITIZEN = re.compile(
    rf"{_NOT_BEFORE}0\d{{2}}[ .]?[0-3]\d{{2}}[ .]?\d{{3}}[ .]?\d{{3}}{_NOT_BEHIND}"
)
# Words in front of a number that is no person's: a hotline, an account, a document.
_NOBODYS = re.compile(
    r"(?i:hotline|đường dây nóng|tổng đài|tài khoản|stk|số hiệu|mã số thuế|mã vạch|mst|biên lai)"
    r"[^.;!?\n]{0,40}$"
)
# Words that end in "sinh" and have nothing to do with being born on a day.
_OTHER_BIRTHS = frozenset(
    {
        *("học", "tuyển", "thí", "vệ", "phát", "hy", "hi", "giáng", "nảy", "khai", "sơ", "giáo"),
        *("thư", "tái", "nhân", "ký", "kí", "mưu", "dân", "hậu", "tiền", "môn", "nữ", "nam"),
        *("chiêu", "du", "ôn", "sản", "song", "y", "trường", "hộ", "thực", "tân", "cựu"),
    }
)
_OF_A_CHILD = frozenset({"em", "cháu", "bé", "con", "bạn", "đều", "cùng"})
_DAY = (
    r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})"
    r"|\d{1,2} tháng \d{1,2},? năm \d{4})(?!\d)"
)
_BORN = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]{0,10})(?P<gap>[\s,;:()–—-]{0,4})"
    rf"\b(?:sinh(?: vào)? ngày|ngày sinh|sinh(?! (?:năm|ngày|vào)))\s?:?\s?(?P<day>{_DAY})",
    re.IGNORECASE,
)
_BORN_IN = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]{0,10})(?P<gap>[\s,;:()–—-]{0,4})"
    r"\b(?:sinh năm|năm sinh|sn\.?)\s?:?\s?(?P<year>(?:19|20)\d{2})(?![\d/-])",
    re.IGNORECASE,
)
_NAME_AND_DAY = re.compile(
    r"\b(?:[Ee]m|[Cc]háu|[Bb]é|[Bb]ạn|[Hh]ọc sinh)((?:\s{1,2}[^\W\d_]{1,10}){1,6})\s?"
    rf"\(\s?(?P<day>{_DAY})\s?[),;]"
)
YOUNGEST, OLDEST = 2, 18


def phone_numbers(text: str, own: Collection[str] = ()) -> int:
    """The count of mobile numbers in a line, each once, in words or in an address that dials it.

    `own` are the school's, which everybody may know.
    """
    ours = {_national(number) for number in own}
    return len({digits for digits in _numbers(text) if digits not in ours})


def _numbers(text: str) -> Iterator[str]:
    """Every mobile number as it is dialled at home."""
    if len(text) < 9:
        return
    # Full-width digits and those of mathematics are dialled like any other.
    plain = unicodedata.normalize("NFKC", text)
    for address in _DIALLED.finditer(plain):
        if is_mobile(digits := _national(address[1])):
            yield digits
    for match in _PHONE.finditer(_words(plain)):
        if is_mobile(digits := _national(match[0])) and not _is_nobodys(match):
            yield digits


def is_mobile(digits: str) -> bool:
    """Ten digits, as mobile numbers have since 2018."""
    return len(digits) == 10 and digits[0] == "0" and digits[1] in "35789"


def citizen_numbers(text: str) -> int:
    """The count of citizen numbers (căn cước, mã định danh: 12 digits) in a line."""
    plain = unicodedata.normalize("NFKC", text) if len(text) >= 12 else ""
    return sum(not _is_nobodys(match) for match in _CITIZEN.finditer(_words(plain)))


def births_of_children(text: str, today: date) -> int:
    """The count of days and years of birth in a line that are a child's on that day."""
    words = unicodedata.normalize("NFKC", clean(text))
    days = [m["day"] for m in _BORN.finditer(words) if _is_of_a_person(m)]
    days += [m["day"] for m in _NAME_AND_DAY.finditer(words) if _is_name(m[1])]
    years = [int(m["year"]) for m in _BORN_IN.finditer(words) if _is_of_a_person(m)]
    years += [year for day in days if (year := year_of(day))]
    return sum(is_a_child_born(year, today) for year in years)


def is_a_child_born(year: int, today: date) -> bool:
    """Somebody who was born in that year goes to a school or a kindergarten today."""
    return YOUNGEST <= today.year - year <= OLDEST


def _words(text: str) -> str:
    return _ADDRESS.sub(" ", clean(text))


def _is_nobodys(match: re.Match[str]) -> bool:
    start = match.start()
    return bool(_NOBODYS.search(match.string[max(0, start - 60) : start]))


def _national(number: str) -> str:
    """The digits as dialled at home: +84 912… becomes 0912…"""
    digits = re.sub(r"\D", "", number).removeprefix("00")
    is_abroad = digits.startswith("84") and len(digits) > 10
    return "0" + digits[2:].removeprefix("0") if is_abroad else digits


def _is_of_a_person(match: re.Match[str]) -> bool:
    """True where "sinh" stands behind a name or a pause, and is not the end of another word."""
    before, gap = match["before"], match["gap"]
    if not before or gap.strip():
        return True
    lower = before.lower()
    return lower in _OF_A_CHILD or (before[0].isupper() and lower not in _OTHER_BIRTHS)


def _is_name(words: str) -> bool:
    return all(word[0].isupper() for word in words.split())


def year_of(day: str) -> int | None:
    """The year of a day that is written out; None where there is no such day."""
    try:
        return find_date(day)[0].year
    except NotADate:
        return None
