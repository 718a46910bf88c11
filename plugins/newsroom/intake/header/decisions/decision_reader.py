"""Reads the decisions of a header: approvals and the rest, each with its line."""

import re

from ....domain.content.decisions import Approval, Decision, Decisions
from ....domain.message import Message
from ....domain.problem import Level
from ....domain.text.dates import NotADate, in_numbers, parse_date
from ....domain.text.vietnamese import fold_key
from ....vocabulary import things
from ....vocabulary.approval import AGREEMENT, NOT_A_YES, role_named, says_no_yes
from ....vocabulary.fields.board_fields import BoardField
from ....vocabulary.fields.declaration import HeaderField
from ....vocabulary.fields.shared_fields import SharedField
from ....vocabulary.header import DECISION_FIELDS
from ...content.item_file import ItemFile
from ..header import HeaderEntry, key_of
from .decision_line import UnreadableLine, UnreadableSeal, read_approval, read_decision


def read_decisions(file: ItemFile) -> Decisions:
    """Everything that was decided; a problem of the file for each line that cannot be read."""
    approvals = [
        a for entry in file.header.all(BoardField.APPROVED) if (a := _approval(file, entry))
    ]
    others = [
        _decision(file, entry, name) for name in DECISION_FIELDS for entry in file.header.all(name)
    ]
    decisions = Decisions(tuple(approvals), tuple(others))
    _advise_on_order(file, decisions)
    return decisions


def _advise_on_order(file: ItemFile, decisions: Decisions) -> None:
    """Note where days and lines disagree: whoever reads the lines would think otherwise."""
    for approval, back in decisions.out_of_order:
        given, returned = in_numbers(approval.on), in_numbers(back.on) if back.on else ""
        entry = next(e for e in file.header.all(BoardField.APPROVED) if e.line == approval.line)
        if approval.line > back.line:
            message = Message(
                "NR-GATE-002",
                f"Lời duyệt này đứng dưới dòng trả lại (dòng {back.line}) nhưng ghi ngày {given},"
                f" trước ngày trả lại {returned}: máy tính theo ngày, nên lời duyệt đã bị bỏ.",
            )
            hint = "Duyệt lại sau khi trả thì người duyệt ghi thêm dòng mới với ngày hôm ấy"
        else:
            message = Message(
                "NR-GATE-003",
                f"Lời duyệt này đứng trên dòng trả lại (dòng {back.line}) nhưng ghi ngày {given},"
                f" sau ngày trả lại {returned}: máy tính theo ngày, nên lời duyệt vẫn còn.",
            )
            hint = "Trả lại sau khi duyệt thì người trả ghi thêm dòng mới với ngày hôm ấy"
        file.problem(
            entry,
            message,
            f"{hint}; ghi nhầm ngày thì người ấy sửa ngày; đúng cả rồi thì xếp hai dòng theo ngày.",
            Level.ADVICE,
        )


def _approval(file: ItemFile, entry: HeaderEntry) -> Approval | None:
    try:
        line = read_approval(entry.value)
    except UnreadableSeal:
        file.problem(
            entry,
            Message("NR-GATE-004", f"Dấu duyệt ở dòng “{entry.value}” không đủ 12 chữ số."),
            "Chép lại dấu từ trang bài chờ duyệt, hoặc bỏ chữ “dấu …” đi.",
        )
        return None
    except UnreadableLine:
        file.problem(
            entry,
            Message("NR-GATE-005", f"Dòng duyệt “{entry.value}” thiếu tên hoặc ngày."),
            _remedy_of_approval(file, entry.value),
        )
        return None
    says_yes = fold_key(line.rest) in map(fold_key, AGREEMENT)
    role = role_named(line.rest) if line.rest and not says_yes else None
    return Approval(by=line.name, on=line.on, role=role, seal=line.seal, line=entry.line)


def _remedy_of_approval(file: ItemFile, value: str) -> str:
    """The line to type only where it says no more than what stands there."""
    name = _name_in(value)
    if says_no_yes(value):
        return NOT_A_YES
    if not name:
        return (
            f"Người duyệt ghi họ tên và ngày mình duyệt, ví dụ  {key_of(BoardField.APPROVED)}: Họ"
            f" và tên, {_day_of(file)}"
        )
    return f"Ghi:  {key_of(BoardField.APPROVED)}: {name}, {_day_of(file)}"


def _day_of(file: ItemFile) -> str:
    """The article's own day, for an example of a whole line."""
    try:
        return in_numbers(parse_date(file.header.text(SharedField.DATE)))
    except NotADate:
        return "20/11/2026"


def _name_in(value: str) -> str:
    """The words that stand where the name belongs, if they look like one."""
    name = re.split(r"[,;(\d]", value)[0].strip(" -–—")
    words = name.split()
    agrees = fold_key(name) in map(fold_key, AGREEMENT)
    is_name = 1 < len(words) <= 6 and all(word[:1].isupper() for word in words)
    return name if is_name and not agrees else ""


def _decision(file: ItemFile, entry: HeaderEntry, name: HeaderField) -> Decision:
    kind = DECISION_FIELDS[name]
    try:
        line = read_decision(entry.value)
    except UnreadableLine:
        file.problem(
            entry,
            Message("NR-GATE-006", f"Dòng “{key_of(name)}: {entry.value}” thiếu tên hoặc ngày."),
            f"Ghi:  {key_of(name)}: {_name_in(entry.value) or things.A_NAME}, {_day_of(file)}, lý"
            " do  (không dùng thì xóa dòng này)",
        )
        return Decision(kind=kind, by="", on=None, reason=entry.value, line=entry.line)
    return Decision(kind=kind, by=line.name, on=line.on, reason=line.rest, line=entry.line)
