"""Words for public addresses that would be lost, with the line that keeps each."""

from collections.abc import Iterable, Iterator, Sequence

from ...domain.addresses.lost_address import LostAddress, line_to_add
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.site.publication import Newsroom
from ...vocabulary.approval import WHY_GONE
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import HEADER
from ...vocabulary.words import shown

SHOWN = 8
_ADDED = "Thêm dòng  {line}  vào đầu bài: ai có liên kết cũ vẫn tới đúng bài."


def moved_problems(lost: Iterable[LostAddress], newsroom: Newsroom) -> Iterator[Problem]:
    """A piece of advice for each item that moved, at its file, with the line to type."""
    for one in lost:
        if one.moved_to:
            yield moved_problem(newsroom.label(one.moved_to), one.address)


def moved_problem(label: str, address: str) -> Problem:
    return Problem(
        label,
        1,
        Message(
            "NR-ADDRESS-007",
            f"Bài này trước đây ở {line_to_add(address)}; lần đăng tới, địa chỉ ấy không mở được"
            " nữa.",
        ),
        _ADDED.format(line=_line(address)),
        Level.ADVICE,
    )


def lost_problem(lost: Sequence[LostAddress], path: str) -> Iterator[Problem]:
    """One piece of advice on all that have no file any more; `path` names the last edition."""
    gone = [one for one in lost if not one.moved_to and one.why is None]
    if gone:
        named = ", ".join(line_to_add(one.address) for one in gone[:SHOWN])
        more = f" và {len(gone) - SHOWN} địa chỉ nữa" if len(gone) > SHOWN else ""
        yield Problem(
            path,
            1,
            Message(
                "NR-ADDRESS-008",
                f"Lần đăng tới, {len(gone)} địa chỉ đang mở sẽ không còn bài nào: {named}{more}.",
            ),
            "Bài đã đổi tên hay gộp vào bài khác thì thêm vào bài ấy dòng"
            f"  {_line(gone[0].address)} ; muốn gỡ thật thì để tệp lại và ghi dòng gỡ.",
            Level.ADVICE,
        )


def lost_in_words(lost: Sequence[LostAddress], newsroom: Newsroom) -> str:
    """Everything that was public and is not any more, as one message of `publish`."""
    if not lost:
        return ""
    head = Message("NR-ADDRESS-009", f"{len(lost)} địa chỉ công khai không còn mở được:")
    lines = [head.with_id, *(f"    - {_said(one, newsroom)}" for one in lost[:SHOWN])]
    if len(lost) > SHOWN:
        lines.append(f"    … và {len(lost) - SHOWN} địa chỉ nữa: gõ  python3 tasks.py check")
    return "\n".join(lines)


def _said(one: LostAddress, newsroom: Newsroom) -> str:
    address = line_to_add(one.address)
    if one.moved_to:
        label = newsroom.label(one.moved_to)
        return f"{address} → thêm vào {label} dòng  {_line(one.address)}"
    return f"{address}: {WHY_GONE[one.why]}"


def _line(address: str) -> str:
    return f"{shown(HEADER, SharedField.FORMER_ADDRESSES)}: {line_to_add(address)}"
