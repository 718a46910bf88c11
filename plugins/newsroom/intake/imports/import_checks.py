"""Faults of decisions over imports that only show beside the plans, the folder and each other."""

from collections.abc import Iterator, Sequence
from datetime import date

from ...domain.approval.import_approval import ImportFault, import_fault, who_may_approve_imports
from ...domain.content.import_decision import ImportList
from ...domain.message import Message
from ...domain.plan.plan import Plan, plan_on
from ...domain.problem import Level, Problem
from ...domain.text.dates import in_numbers
from ...vocabulary import things
from ...vocabulary.approval import command_to_approve_import
from ..folder.content_folder import ContentFolder

_FAULTS = {
    ImportFault.AHEAD: Message("NR-ARCHIVE-010", "Ngày duyệt {on} chưa tới: cả danh sách chờ."),
    ImportFault.NO_PLAN: Message(
        "NR-ARCHIVE-011",
        "Chưa có kế hoạch nào cho ngày {on}, nên không biết {by} khi ấy có quyền duyệt không: cả"
        " danh sách chờ.",
    ),
    ImportFault.AMBIGUOUS: Message(
        "NR-ARCHIVE-012", "Có nhiều người tên “{by}”: cả danh sách chờ."
    ),
    ImportFault.NOT_ON_BOARD: Message(
        "NR-ARCHIVE-013",
        "“{by}” không có tên trong ban biên tập ngày {on}: cả danh sách chờ.",
    ),
    ImportFault.NO_RIGHT: Message(
        "NR-ARCHIVE-014",
        "“{by}” không có lời duyệt cuối vào ngày {on}, nên không duyệt được một lần nhập: cả danh"
        " sách chờ.",
    ),
}


def import_problems(
    lists: Sequence[ImportList], folder: ContentFolder, plans: Sequence[Plan], today: date
) -> Iterator[Problem]:
    """Everything wrong with decisions that can be read, and advice on what they name no more."""
    first: dict[str, ImportList] = {}
    for one in lists:
        yield from _of_the_giver(one, folder, plans, today)
        yield from _twice(one, first, folder)
        if gone := [path for path in one.files if path not in folder.files]:
            yield _gone(one, gone, folder)


def approvers_in_words(plans: Sequence[Plan], today: date) -> str:
    """The names of those who may approve an import today; empty where there is nobody."""
    plan = plan_on(plans, today)
    people = who_may_approve_imports(plan, today) if plan else ()
    return " hoặc ".join(person.name for person in people)


def command_to_approve(label: str, plans: Sequence[Plan], today: date) -> str:
    """The command with which somebody who may do so approves an import today."""
    plan = plan_on(plans, today)
    people = who_may_approve_imports(plan, today) if plan else ()
    return command_to_approve_import(label, people[0].name if people else "")


def _of_the_giver(
    one: ImportList, folder: ContentFolder, plans: Sequence[Plan], today: date
) -> Iterator[Problem]:
    decision = one.decision
    fault = import_fault(decision, plans, today)
    if fault not in _FAULTS:
        # The others are told where the file is read, and that nobody decided is no fault.
        return
    label, on = folder.label(decision.path), in_numbers(decision.on) if decision.on else ""
    may = approvers_in_words(plans, today)
    remedy = f"Người có lời duyệt cuối{f' ({may})' if may else ''} xem lại rồi gõ"
    yield Problem(
        label,
        one.line,
        _FAULTS[fault].format(by=decision.by, on=on),
        f"{remedy}  {command_to_approve(label, plans, today)}",
    )


def _twice(
    one: ImportList, first: dict[str, ImportList], folder: ContentFolder
) -> Iterator[Problem]:
    """An error for each other list that names articles of this one; `first` has who named each."""
    others: dict[str, list[str]] = {}
    for path in one.files:
        other = first.setdefault(path, one)
        if other is not one:
            others.setdefault(other.decision.path, []).append(path)
    for other_path, paths in others.items():
        other = first[paths[0]]
        many = f" và {len(paths) - 1} bài nữa" if paths[1:] else ""
        yield Problem(
            folder.label(one.decision.path),
            one.lines.get(paths[0], 1),
            Message(
                "NR-ARCHIVE-015",
                f"{paths[0]}{many} đã ghi ở {folder.label(other_path)}, dòng"
                f" {other.lines.get(paths[0], 1)}: tệp ấy được tính, tệp này thì không.",
            ),
            "Xóa cả tệp này nếu là bản chép thừa; nếu không thì xóa các dòng ấy và dòng dấu, rồi"
            " nhờ người duyệt duyệt lại.",
        )


def _gone(one: ImportList, gone: Sequence[str], folder: ContentFolder) -> Problem:
    many = f" và {len(gone) - 1} tệp nữa" if gone[1:] else ""
    return Problem(
        folder.label(one.decision.path),
        one.lines.get(gone[0], 1),
        Message("NR-ARCHIVE-016", f"Không còn {things.ARTICLE_FILE.lower()} {gone[0]}{many}."),
        "Đã xóa thì không phải làm gì. Đã đổi tên thì trả lại tên cũ (địa chỉ muốn khác thì ghi"
        " dòng slug); hoặc sửa tên ở đây, xóa dấu của bài và dòng dấu, rồi nhờ người duyệt duyệt"
        " lại.",
        Level.ADVICE,
    )
