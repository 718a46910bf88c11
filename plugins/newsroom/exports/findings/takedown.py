"""Words for an edition that takes nearly everything down: what is wrong with it, what to type."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.site.takedown import Gone, Takedown
from ...domain.text.dates import in_numbers
from ...vocabulary.approval import WHY_GONE

SHOWN = 5


def takedown_in_words(found: Takedown, command: str) -> str:
    """Every reason not to go on, cause before consequence; `command` is the line that does."""
    lines = [
        "Chưa đăng gì cả, trang cũ vẫn giữ nguyên: bản này không giống một lần đăng thường ngày.",
        *_reasons(found),
    ]
    return "\n".join((*lines, *_ways_on(found, command)))


def sending_in_words(found: Takedown, command: str) -> str:
    """The same of an edition that is made, and would take nearly everything from a host."""
    lines = ["Chưa gửi gì cả: bản này không giống một lần đăng thường ngày."]
    if found.last_on:
        too_early = Message(
            "NR-REMOVAL-001",
            f"- Bản sắp gửi là của ngày {in_numbers(found.on)}, trước ngày của bản đang ở trên máy"
            f" chủ ({in_numbers(found.last_on)}).\n"
            "    → Xem lại ngày giờ của máy này. Máy khác đã gửi bản mới hơn thì lấy nội dung mới"
            " nhất về (git pull) rồi chạy lại.",
        )
        lines.append(too_early.with_id)
    if found.gone:
        lines.append(
            f"- {_lost(found).with_id}\n    → Nội dung trên máy này có thể thiếu hoặc cũ: lấy nội"
            " dung mới nhất về, xem lại kế hoạch và các tệp vừa xóa, rồi chạy lại."
        )
    return "\n".join((*lines, *_ways_on(found, command)))


def takedown_problems(found: Takedown, path: str) -> Iterator[Problem]:
    """A warning for each reason for which `publish` would ask; `path` names the last edition."""
    if found.last_on:
        hint = "Xem lại ngày giờ của máy, và biến NEWSROOM_TODAY nếu có đặt."
        yield Problem(path, 1, _backwards(found), hint, Level.WARNING)
        # All else follows from it.
        return
    hint = (
        "Xem lại kế hoạch (ban biên tập, quyền duyệt), các tệp vừa xóa hoặc đổi tên. Đúng là muốn"
        " vậy thì  python3 tasks.py publish --allow-removals"
    )
    if found.approved:
        yield Problem(path, 1, _emptied(found), hint, Level.WARNING)
    if found.gone:
        yield Problem(path, 1, _lost(found, " "), hint, Level.WARNING)


def _ways_on(found: Takedown, command: str) -> Iterator[str]:
    if found.decided:
        yield (
            f"Trong đó có {len(found.decided)} bài gỡ hoặc trả lại theo quyết định, đang chờ lần"
            f" đăng này: {_some(found.decided)}."
        )
    urgent = " (hoặc phải gỡ bài ngay)" if found.decided else ""
    yield f"Nếu đúng là muốn vậy{urgent}, gõ:  {command}"


def _reasons(found: Takedown) -> Iterator[str]:
    if found.last_on:
        yield (
            f"- {_backwards(found).with_id}\n"
            "    → Xem lại ngày giờ của máy, và biến NEWSROOM_TODAY nếu có đặt, rồi chạy lại."
        )
    if found.approved:
        yield f"- {_emptied(found).with_id}"
    if found.gone:
        yield f"- {_lost(found).with_id}"
    if (found.approved or found.gone) and not found.last_on:
        yield (
            "    → Gõ  python3 tasks.py check  và xem lại ngày giờ của máy, kế hoạch (ban biên"
            " tập, quyền duyệt), các tệp vừa xóa hoặc đổi tên; sửa rồi chạy lại."
        )


def _backwards(found: Takedown) -> Message:
    last = in_numbers(found.last_on) if found.last_on else ""
    return Message(
        "NR-REMOVAL-002",
        f"Hôm nay là {in_numbers(found.on)}, trước ngày của bản đang đứng ({last}).",
    )


def _emptied(found: Takedown) -> Message:
    return Message(
        "NR-REMOVAL-003", f"Trang sẽ không còn bài nào, dù có {found.approved} bài đã duyệt."
    )


def _lost(found: Takedown, gap: str = "\n    ") -> Message:
    return Message(
        "NR-REMOVAL-004",
        f"{len(found.gone)} trong {found.shown} bài, trang, văn bản đang đăng sẽ mất địa chỉ"
        " mà không có dòng gỡ hay trả lại:"
        f" {_some(one.address for one in found.gone)}.{gap}Vì: {_causes(found.gone)}.",
    )


def _causes(gone: Iterable[Gone]) -> str:
    counts = Counter(WHY_GONE[one.why] for one in gone)
    return "; ".join(f"{cause} ({count})" for cause, count in counts.most_common())


def _some(addresses: Iterable[str]) -> str:
    """/tin-bai/2024/11/a/, /tin-bai/2024/11/b/ và 12 địa chỉ nữa"""
    named = [f"/{address}" for address in addresses]
    more = f" và {len(named) - SHOWN} địa chỉ nữa" if len(named) > SHOWN else ""
    return ", ".join(named[:SHOWN]) + more
