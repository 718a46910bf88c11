"""The messages to the board about a finding in git."""

from collections.abc import Sequence
from typing import assert_never

from ...domain.message import Message
from ...domain.plan.plan import Plan
from ...domain.problem import Level, Problem
from ...domain.provenance.checks import OF_A_WHOLE, Finding, FindingKind
from ...domain.provenance.commit import SIGNED, Commit, SignedLine, SignedLineKind
from ...domain.provenance.permissions import PERMISSIONS, Subject
from ...domain.text.dates import in_numbers
from ...domain.text.vietnamese import fold
from ...intake.folder.scan import CALENDAR_FILE, PHOTO_LEDGER, UNIT_LEDGER
from ...vocabulary import things
from ...vocabulary.approval import HOLDERS_IN_SHORT
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.header import HEADER
from ...vocabulary.words import shown

BROKEN_PLANS = Message(
    "NR-GIT-001",
    "Kế hoạch ở “{ref}” còn lỗi, nên không biết khi ấy ai thuộc ban biên tập."
    " So với một commit mà kế hoạch đọc được.",
)
LINKED = Message(
    "NR-GIT-002",
    "Thư mục {folder} chỉ là một liên kết, nên git không cho biết ai đã sửa gì ở đó. Để thư mục"
    " thật ở chỗ ấy rồi chạy lại, hoặc bỏ --against.",
)
_CHANGED = {
    "path": things.FILE_NAME,
    "words": things.WORDS_OF_ARTICLE,
    "facts": things.HEADER_OF_ARTICLE,
    "pictures": things.IMAGES_AND_FILES,
}


def _field_of(kind: SignedLineKind) -> BoardField:
    match kind:
        case SignedLineKind.APPROVED | SignedLineKind.ANSWERED | SignedLineKind.IMPORTED:
            return BoardField.APPROVED
        case SignedLineKind.RETURNED:
            return BoardField.RETURNED
        case SignedLineKind.WITHDRAWN:
            return BoardField.WITHDRAWN
        case SignedLineKind.CORRECTED:
            return BoardField.CORRECTED
        case SignedLineKind.SELECTED:
            return BoardField.SELECTED
        case SignedLineKind.SENT:
            return BoardField.SENT
        case SignedLineKind.CARRIED:
            return BoardField.CARRIED
        case _:
            assert_never(kind)


KEYS = {kind: _field_of(kind) for kind in SignedLineKind}
_APPROVE_AGAIN = (
    "Nhờ ban biên tập đọc lại rồi tự ghi thêm một dòng duyệt mới, hoặc trả bài về như lúc được"
    " duyệt. Nếu nhánh này gộp kiểu squash thì gộp lại bằng merge commit."
)
_SAID = {
    FindingKind.WRITTEN: Message(
        "NR-GIT-003", "Dòng {key} của {by} do {who} ghi, không phải từ {own}."
    ),
    FindingKind.LAPSED: Message(
        "NR-GIT-004",
        "Dòng {key} của {by} ghi ngày {claimed}, nhưng {who} ghi nó vào {days}: khi ấy người"
        " này không giữ quyền ấy, nên dòng này không được tính.",
    ),
    FindingKind.LEDGER: Message(
        "NR-GIT-005",
        "Dòng {key} ({by}) ở bài đã duyệt do {who} ghi, người không thuộc ban biên tập.",
    ),
    FindingKind.MOVED: Message(
        "NR-GIT-006", "Dòng duyệt của {by} bị {who} đưa xuống dưới dòng trả lại cùng ngày."
    ),
    FindingKind.CLOSED: Message(
        "NR-GIT-007", "Dòng {key} của {by} do {who} ghi, người không thuộc ban biên tập."
    ),
    FindingKind.REMOVED: Message(
        "NR-GIT-008", "Dòng {key} của {by} bị {who} bỏ đi; chỉ {may} được bỏ."
    ),
    FindingKind.EDITED: Message(
        "NR-GIT-009", "Bài bị sửa ({changed}) sau khi {by} duyệt, do {who}."
    ),
    FindingKind.EDITED_WHILE_WITHDRAWN: Message(
        "NR-GIT-010", "Bài đang gỡ bị sửa ({changed}) sau khi duyệt, do {who}."
    ),
    FindingKind.DELETED: Message("NR-GIT-011", "Bài đã duyệt bị xóa do {who}; chỉ {may} được xóa."),
    FindingKind.PLAN: Message("NR-GIT-012", "Kế hoạch bị sửa do {who}; chỉ {may} được sửa."),
    FindingKind.SCHOOL: Message(
        "NR-GIT-013", "Tệp truong.yaml bị sửa do {who}; chỉ {may} được sửa."
    ),
    FindingKind.REGISTER: Message("NR-GIT-014", "{file} bị sửa do {who}; chỉ {may} được sửa."),
    FindingKind.IMPORT_LIST: Message(
        "NR-GIT-032", "Danh sách của một lần nhập do {who} ghi hay sửa; chỉ {may} được ghi."
    ),
}
_SIGN_LIST = (
    "Nhờ người có lời duyệt cuối xem lại danh sách, gõ lệnh approve --import với tệp này rồi tự"
    " commit; hoặc trả tệp về bản cũ."
)
_RESTORE = "Nhờ {may} trả tệp về bản cũ, commit, rồi tự sửa và tự commit."
_MEANWHILE = " Trong lúc chờ, ban biên tập vẫn tính theo kế hoạch cũ."
# Of which row of the table each kind is a breach.
_SUBJECTS = {
    **{kind: subject for subject, kind in OF_A_WHOLE.items()},
    FindingKind.REMOVED: Subject.REMOVED_LINE,
    FindingKind.DELETED: Subject.REMOVED_LINE,
    FindingKind.IMPORT_LIST: Subject.IMPORT_LIST,
}
# Where it matters whose the address is: they wrote a line of somebody else, or of the board.
_TELLS_THE_WRITER = (FindingKind.WRITTEN, FindingKind.LEDGER, FindingKind.CLOSED)
_REGISTERS = {
    CALENDAR_FILE: things.CALENDAR_FILE,
    PHOTO_LEDGER: things.PHOTO_LEDGER,
    UNIT_LEDGER: things.UNIT_LEDGER,
}
_HINTS = {
    FindingKind.LAPSED: (
        "Bỏ dòng này, commit; rồi một người hôm nay có quyền ấy đọc lại, tự ghi dòng mới với ngày"
        " hôm nay và tự commit."
    ),
    FindingKind.LEDGER: (
        "Ban biên tập xem có đúng không, rồi bỏ dòng này, commit, tự ghi lại và tự commit; hoặc"
        " đọc cả bài rồi tự ghi thêm một dòng duyệt mới."
    ),
    FindingKind.MOVED: "Đưa hai dòng về thứ tự cũ; muốn duyệt lại thì ghi dòng duyệt mới.",
    FindingKind.CLOSED: "Bài được giữ lại. Ban biên tập xem rồi giữ hoặc tự bỏ dòng này.",
    FindingKind.REMOVED: "Ghi lại dòng ấy như cũ, hoặc nhờ {may} tự bỏ.",
    FindingKind.EDITED: _APPROVE_AGAIN,
    FindingKind.EDITED_WHILE_WITHDRAWN: "Trước khi bỏ dòng gỡ, ban biên tập đọc và duyệt lại.",
    FindingKind.DELETED: "Lấy tệp về như cũ; muốn bài rời trang thì ban biên tập ghi dòng gỡ.",
    FindingKind.PLAN: _RESTORE + _MEANWHILE,
    FindingKind.SCHOOL: _RESTORE + _MEANWHILE,
    FindingKind.REGISTER: _RESTORE,
    FindingKind.IMPORT_LIST: _SIGN_LIST,
}
_AT_A_LINE = (
    *(FindingKind.WRITTEN, FindingKind.LAPSED, FindingKind.LEDGER),
    *(FindingKind.MOVED, FindingKind.CLOSED),
)
_WARNINGS = (FindingKind.CLOSED, FindingKind.EDITED_WHILE_WITHDRAWN)


def said_of(finding: Finding, label: str, plans: Sequence[Plan]) -> Problem:
    """A finding as a problem at its line; `label` is the file's path in messages."""
    mark, kind = finding.mark, finding.kind
    subject = _SUBJECTS.get(kind)
    may = HOLDERS_IN_SHORT[PERMISSIONS[subject]] if subject else ""
    message = _SAID[kind].format(
        who=_who(finding.commit),
        by=(mark.by if mark else "") or things.NOBODY_NAMED,
        key=shown(HEADER, KEYS[mark.kind]) if mark else "",
        own="thư điện tử của người ấy trong kế hoạch",
        changed=", ".join(_CHANGED[part] for part in finding.changed),
        claimed=in_numbers(mark.on) if mark and mark.on else "",
        days=_days(finding.commit),
        file=_REGISTERS.get(finding.path, ""),
        may=may,
    )
    if mark and kind in _TELLS_THE_WRITER:
        message = message.reworded(message + _writer_in_words(finding.commit, mark, plans))
    # What was taken out has no line any more.
    is_there = kind in _AT_A_LINE
    return Problem(
        label,
        mark.line if mark and is_there else 1,
        message,
        _hint_of_written(mark, plans)
        if kind is FindingKind.WRITTEN and mark
        else _HINTS[kind].format(may=may),
        Level.WARNING if kind in _WARNINGS else Level.ERROR,
    )


def _writer_in_words(commit: Commit, mark: SignedLine, plans: Sequence[Plan]) -> str:
    """The owner of that address by the plans, and for whom they wrote."""
    people = (
        p for plan in plans for p in plan.people if commit.email and p.has_email(commit.email)
    )
    names = dict.fromkeys(person.name for person in people)
    if not names:
        return ""
    own_name = any(fold(mark.by) == fold(name) for name in names)
    for_whom = (
        f", người ghi thay {mark.by}" if mark.by and mark.kind in SIGNED and not own_name else ""
    )
    return f" Địa chỉ ấy trong kế hoạch là của {' hoặc '.join(names)}{for_whom}."


def strange(label: str) -> Problem:
    """A link, another repository, or a name that hides another file."""
    return Problem(
        label,
        1,
        Message(
            "NR-GIT-015",
            "Git không cho biết ai viết nội dung này: đây là liên kết, kho git con, hoặc tên trùng"
            " tệp khác.",
        ),
        "Chép tệp thật vào, với tên riêng, chữ không dấu.",
    )


def altered(label: str) -> Problem:
    """A file whose words on the disk are not those that git keeps."""
    return Problem(
        label,
        1,
        Message(
            "NR-GIT-016",
            "Git đổi chữ của tệp này khi chép ra đĩa, nên không cho biết ai viết những chữ ấy.",
        ),
        "Bỏ “filter” hay “working-tree-encoding” của tệp này trong .gitattributes.",
    )


def _hint_of_written(mark: SignedLine, plans: Sequence[Plan]) -> str:
    on = mark.on
    if on is None:
        return "Bỏ dòng này, rồi người ấy tự ghi."
    people = [p for plan in plans if plan.term.contains(on) for p in plan.people.find(mark.by)]
    if not people:
        return "Kế hoạch của ngày ấy không có người này: bỏ dòng này."
    if not any(person.emails for person in people):
        return (
            "Kế hoạch chưa ghi thư điện tử của người này: nhờ tổng biên tập thêm dòng "
            " thư điện tử: …  rồi chạy lại."
        )
    return (
        "Bỏ dòng này, commit, rồi người ấy tự ghi và tự commit; người ấy dùng địa chỉ khác thì nhờ"
        " tổng biên tập thêm vào kế hoạch. Nhánh gộp kiểu squash thì gộp lại bằng merge commit."
    )


def _days(commit: Commit) -> str:
    """The day of a commit; also the day that its author says, where that cannot be."""
    made = f"ngày {in_numbers(commit.on)}"
    said = commit.authored or commit.on
    if said == commit.on:
        return made
    return f"{made} (commit ấy tự nhận là ngày {in_numbers(said)}, trước khi nó được tạo)"


def _who(commit: Commit) -> str:
    return f"{commit.email or '(không có thư điện tử)'} (commit {commit.code[:7]})"
