"""The words of approving an import: why somebody may not, what was done, and what still waits."""

from collections.abc import Mapping, Sequence
from datetime import date

from ...domain.approval.import_approval import ImportFault
from ...domain.content.import_decision import ImportDecision, ImportList
from ...domain.message import Message
from ...domain.plan.plan import Plan, plan_on
from ...domain.text.dates import in_numbers
from ...intake.imports.import_checks import command_to_approve
from ...vocabulary.content import OLD_PICTURES
from ...vocabulary.words import YES_NO, shown

# How many names of articles are said before only their number is.
NAMED = 10


def refusal(fault: ImportFault, by: str, plans: Sequence[Plan], today: date, hint: str) -> Message:
    day, plan = in_numbers(today), plan_on(plans, today)
    match fault:
        case ImportFault.NO_PLAN:
            return Message(
                "NR-ARCHIVE-006",
                f"Chưa có kế hoạch nào cho ngày {day}, nên chưa ai duyệt được một lần nhập."
                "\n    → Thêm tệp kế hoạch của năm vào thư mục ke-hoach.",
            )
        case ImportFault.AMBIGUOUS:
            codes = " hoặc ".join(one.code for one in plan.people.find(by)) if plan else ""
            return Message(
                "NR-ARCHIVE-007", f"Có nhiều người tên “{by}”.\n    → Ghi mã thay cho tên: {codes}."
            )
        case ImportFault.NO_RIGHT:
            return Message(
                "NR-ARCHIVE-008",
                f"“{by}” không có lời duyệt cuối trong kế hoạch, nên không duyệt được cả một lần"
                f" nhập.{hint}",
            )
        case _:
            return Message(
                "NR-ARCHIVE-009",
                f"“{by}” không có tên trong ban biên tập ngày {day}.{hint}",
            )


def done(label: str, decision: ImportDecision, files: Mapping[str, str]) -> str:
    approved = sum(map(bool, files.values()))
    return (
        f"Đã duyệt {approved} trong {len(files)} bài của {label}: {decision.by},"
        f" {in_numbers(decision.on) if decision.on else ''}.\n"
        f"    Ảnh cũ: {shown(OLD_PICTURES, decision.shows_pictures)}. Tính chỉ tiêu:"
        f" {shown(YES_NO, decision.counts)}.\n"
        "    Lần publish tới các bài ấy lên trang."
    )


def nothing_new(label: str, found: ImportList) -> str:
    return (
        f"{label}: {found.decision.by} đã duyệt rồi, không ghi thêm. Bài sửa sau đó thì duyệt riêng"
        " bằng lệnh approve."
    )


def edited_since(edited: Sequence[str]) -> str:
    """The articles whose seal in the list is not theirs any more."""
    return (
        f"{len(edited)} bài đã sửa sau khi nhập nên không theo lời duyệt này:{_listed(edited)}\n"
        "    Xem lại rồi duyệt riêng bằng lệnh approve; muốn duyệt theo cả danh sách thì xóa dấu"
        " của các bài ấy trong tệp rồi gõ lại lệnh."
    )


def told_of_children(paths: Sequence[str]) -> str:
    """The articles that may tell of a child more than readers should know."""
    return (
        f"Trước khi duyệt, xin xem lại: {len(paths)} bài có thể nêu điều riêng của các em (điện"
        f" thoại, ngày sinh, chỗ ở, điểm, bệnh, hoàn cảnh):{_listed(paths)}\n"
        "    Thấy từng chỗ bằng  python3 tasks.py check content/TÊN-BÀI  ; bài không nên đăng thì"
        " gõ lệnh withdraw."
    )


def _listed(paths: Sequence[str]) -> str:
    more = f"\n      … và {len(paths) - NAMED} bài nữa" if paths[NAMED:] else ""
    return "".join(f"\n      {path}" for path in paths[:NAMED]) + more


def still_waiting(label: str, waiting: Sequence[str], plans: Sequence[Plan], today: date) -> str:
    return (
        f"{len(waiting)} bài còn chờ, vì có lỗi hoặc ngày của bài chưa tới:{_listed(waiting)}\n"
        f"    Sửa xong thì gõ lại  {command_to_approve(label, plans, today)}"
    )
