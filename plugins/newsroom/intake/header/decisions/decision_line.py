"""Lines of the header that say who, when and what: `Tên, ngày, lý do`."""

import re
from dataclasses import dataclass, replace
from datetime import date

from ....domain.content.seal import SEAL_LENGTH
from ....domain.text.dates import NotADate, find_date

_SEAL_WORD = re.compile(r"[,;]?\s*\b(?:dấu|seal)\b\s*:?\s*(\S*)\s*$", re.IGNORECASE)
# Behind a line of the ledger “dấu” may also be of the note: công văn có dấu đỏ.
_SEAL_OF_LINE = re.compile(r"[\s,;]+(?:dấu|seal)\s*:?\s*([0-9a-f]{6,})\s*$", re.IGNORECASE)
_SEAL = re.compile(rf"[0-9a-f]{{{SEAL_LENGTH}}}", re.IGNORECASE)
_EDGES = " \t,;.:-–—()"
# “Thứ” may also be part of a name.
_WEEKDAY = r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật"
_DAY_WORD = re.compile(rf"[\s,;]*\b(?:vào\s+)?(?:{_WEEKDAY})?[\s,]*$", re.IGNORECASE)


class UnreadableLine(ValueError):
    """No name, or no date of the calendar."""


class UnreadableSeal(UnreadableLine):
    """Something calls itself a seal and is none."""


@dataclass(frozen=True, kw_only=True)
class DecisionLine:
    """A name, a day, and the rest: a role, a reason or a link; of some also the seal."""

    name: str
    on: date
    rest: str
    seal: str = ""


def read_decision(text: str) -> DecisionLine:
    """Read `Tên, 20/11/2024, phần còn lại`; the date may also stand first.

    Raises UnreadableLine.
    """
    try:
        on, start, end = find_date(text)
    except NotADate:
        raise UnreadableLine(text) from None
    before, after = text[:start], text[end:].lstrip(_EDGES)
    name = _name(_DAY_WORD.sub("", before))
    if not name:
        name, _, after = (part.strip(_EDGES) for part in after.partition(","))
    if not name:
        raise UnreadableLine(text)
    return DecisionLine(name=name, on=on, rest=after.rstrip())


def _name(text: str) -> str:
    """Without what stood around it, but “Lan (A)” keeps the bracket that it opened."""
    name = text.strip(_EDGES)
    return f"{name})" if name.count("(") > name.count(")") and f"{name})" in text else name


def read_approval(text: str) -> DecisionLine:
    """Read `Tên, 20/11/2024, vai trò dấu 0123456789ab`. Raises UnreadableLine, UnreadableSeal."""
    return _read_sealed(text, _SEAL_WORD)


def read_submission(text: str) -> DecisionLine:
    """Read `Nơi, 20/11/2024, liên kết dấu 0123456789ab`. Raises as `read_approval`."""
    return _read_sealed(text, _SEAL_OF_LINE)


def _read_sealed(text: str, behind: re.Pattern[str]) -> DecisionLine:
    found = behind.search(text)
    if found is None:
        return read_decision(text)
    if not _SEAL.fullmatch(found[1]):
        raise UnreadableSeal(text)
    return replace(read_decision(text[: found.start()]), seal=found[1].lower())
