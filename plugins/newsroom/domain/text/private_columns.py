"""Columns of a table that had better not be public, told by the words at their head.

Under `Ngày sinh` a day is a birthday, under `SĐT` a number that Excel robbed of its first zero is
a telephone, under `Điểm` a number is a mark, if the row also names somebody. Rules for advice.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from .privacy import is_a_child_born, is_mobile, year_of
from .vietnamese import clean, strip_marks


class ColumnKind(Enum):
    """The kinds of private columns, by what the cells tell of the people in the rows."""

    PHONE = "phone"
    BIRTH = "birth"
    CITIZEN = "citizen"
    FAMILY = "family"
    MARK = "mark"
    ADDRESS = "address"
    ILLNESS = "illness"
    HARDSHIP = "hardship"


class PrivateColumn(NamedTuple):
    """A column: its kind and heading, the heading's row (from 0), the count of cells that tell."""

    kind: ColumnKind
    heading: str
    head: int
    cells: int


Row = Sequence[str]
# Without marks, in small letters; asked in this order.
_HEADINGS: tuple[tuple[ColumnKind, re.Pattern[str]], ...] = (
    (
        ColumnKind.CITIZEN,
        re.compile(r"\b(?:cccd|cmnd|can cuoc|chung minh|ma dinh danh|so dinh danh|ddcn)\b"),
    ),
    (
        ColumnKind.PHONE,
        re.compile(r"\b(?:so dien thoai|dien thoai|sdt|so dt|dtdd|di dong|phone|zalo)\b|^dt$"),
    ),
    (
        ColumnKind.BIRTH,
        re.compile(r"\b(?:ngay sinh|nam sinh|ngay thang nam sinh|sinh ngay|ntns)\b|^ns$"),
    ),
    (
        ColumnKind.ADDRESS,
        re.compile(
            r"\b(?:dia chi|noi o|cho o|ho khau|thuong tru|tam tru|que quan)\b"
            r"|^(?:thon|xom|to dan pho|so nha)(?: xom| to)?$"
        ),
    ),
    (
        ColumnKind.FAMILY,
        re.compile(
            r"\b(?:phu huynh|cha me|bo me|ho (?:va )?ten (?:cha|bo|me|ong|ba)|ten (?:cha|bo|me)|"
            r"nguoi giam ho|nguoi do dau)\b"
        ),
    ),
    (
        ColumnKind.ILLNESS,
        re.compile(
            r"\b(?:khuyet tat|dang tat|benh ly|suc khoe|can nang|chieu cao|bmi)\b|^(?:ten )?benh$"
        ),
    ),
    (
        ColumnKind.HARDSHIP,
        re.compile(
            r"\b(?:ho (?:can )?ngheo|hoan canh|mo coi|dien chinh sach|doi tuong|mien giam)\b"
        ),
    ),
    (
        ColumnKind.MARK,
        re.compile(
            r"\b(?:diem|xep loai|hoc luc|hanh kiem|ren luyen|ket qua hoc tap|danh gia|tbm|dtb)\b"
        ),
    ),
)
_NAME_HEADING = re.compile(
    r"\b(?:ho (?:va )?(?:ten dem|dem|ten)|(?:ten )?(?:hoc sinh|tre|hoc vien|thi sinh))\b"
    r"|^(?:ho|ten|ho ten)$"
)
# Of these a table of classes or of schools says nothing private.
_ONLY_OF_SOMEBODY = frozenset(
    {ColumnKind.MARK, ColumnKind.ADDRESS, ColumnKind.ILLNESS, ColumnKind.HARDSHIP}
)
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,6}")
_NUMBERED = re.compile(r"^[\d.,/\s%-]+$")
_MARK_WORDS = re.compile(
    r"^(?:a|b|c|d|t|h|k|g|đ|cđ|tb|ht|htt|cht|tốt|khá|giỏi|đạt|chưa đạt|trung bình|yếu|kém|xuất sắc|"
    r"hoàn thành|hoàn thành tốt|chưa hoàn thành)$",
    re.IGNORECASE,
)


def private_columns(rows: Sequence[Row], today: date) -> tuple[PrivateColumn, ...]:
    """The private columns of a table, whose first rows may be a title; a heading may come again."""
    found: list[PrivateColumn] = []
    heads = [number for number, cells in enumerate(rows) if _is_head(cells)]
    for head, end in pairwise((*heads, len(rows))):
        found.extend(_of_part(rows[head], rows[head + 1 : end], head, today))
    return tuple(found)


def _is_head(cells: Row) -> bool:
    """A row of short words with a private heading among them, beside something else."""
    filled = [cell for cell in cells if cell.strip()]
    return (
        len(filled) > 1
        and all(len(cell) <= 60 and not _NUMBERED.match(cell) for cell in filled)
        and any(heading_kind(cell) for cell in filled)
    )


def heading_kind(cell: str) -> ColumnKind | None:
    """The kind of column that a heading names; None where it is nothing private."""
    words = _bare(cell)
    return next((kind for kind, pattern in _HEADINGS if pattern.search(words)), None)


def _bare(cell: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", strip_marks(clean(cell)).casefold()).split())


def _of_part(head: Row, rows: Sequence[Row], number: int, today: date) -> Iterator[PrivateColumn]:
    names = [n for n, cell in enumerate(head) if not heading_kind(cell) and _names(cell)]
    named = [row for row in rows if _is_somebody(row, names)]
    for column, heading in enumerate(head):
        kind = heading_kind(heading)
        if kind is None:
            continue
        told = _TELLS[kind]
        asked = named if kind in _ONLY_OF_SOMEBODY else rows
        cells = (row[column].strip() for row in asked if column < len(row))
        if count := sum(bool(cell) and told(cell, today) for cell in cells):
            yield PrivateColumn(kind, " ".join(clean(heading).split()), number, count)


def _names(heading: str) -> bool:
    return bool(_NAME_HEADING.search(_bare(heading)))


def _is_somebody(row: Row, names: Collection[int]) -> bool:
    """Family name and given name may stand in two columns."""
    words = " ".join(row[n].strip() for n in names if n < len(row)).strip()
    return bool(_NAME.fullmatch(clean(words)))


def _digits(cell: str) -> str:
    return re.sub(r"\D", "", cell)


def _is_phone(cell: str, today: date) -> bool:
    """Ten digits, eleven as of a house before 2018 or with 84, nine where Excel took the zero."""
    digits = _digits(cell)
    return is_mobile(f"0{digits}") or len(digits) in (10, 11)


def _is_birth(cell: str, today: date) -> bool:
    year = year_of(cell)
    if year is None and (found := re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", cell)):
        year = int(found[0])
    if cell.isdecimal() and len(cell) == 5:
        # Excel's own count of days.
        year = date.fromordinal(date(1899, 12, 30).toordinal() + int(cell)).year
    return year is not None and is_a_child_born(year, today)


def _is_citizen(cell: str, today: date) -> bool:
    return 9 <= len(_digits(cell)) <= 12


def _is_mark(cell: str, today: date) -> bool:
    return bool(_NUMBERED.match(cell) or _MARK_WORDS.match(cell))


def _is_filled(cell: str, today: date) -> bool:
    return cell.casefold() not in ("-", "–", "không", "0", "k", "...", "…")


def _is_words(cell: str, today: date) -> bool:
    return any(letter.isalpha() for letter in cell) and len(cell) > 2


_TELLS: dict[ColumnKind, Callable[[str, date], bool]] = {
    ColumnKind.PHONE: _is_phone,
    ColumnKind.BIRTH: _is_birth,
    ColumnKind.CITIZEN: _is_citizen,
    ColumnKind.FAMILY: _is_words,
    ColumnKind.MARK: _is_mark,
    ColumnKind.ADDRESS: _is_words,
    ColumnKind.ILLNESS: _is_filled,
    ColumnKind.HARDSHIP: _is_filled,
}
