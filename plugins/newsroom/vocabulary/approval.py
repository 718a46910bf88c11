"""The words of approval: roles, reasons for waiting, and who may change what."""

import re
from collections.abc import Mapping
from datetime import date
from typing import assert_never

from ..domain.approval.blocker import Blocker, BlockerKind
from ..domain.content.decisions import Approval
from ..domain.content.submission import Submission
from ..domain.message import Message
from ..domain.plan.board import BOARD, HEAD, Role, RoleKind
from ..domain.provenance.permissions import PERMISSIONS, Holder, Subject
from ..domain.text.dates import in_numbers, moment_in_numbers
from ..domain.text.vietnamese import clean, fold_key
from .fields.article_fields import ArticleField
from .header import HEADER
from .publisher import PublisherNouns, role_in_words
from .words import Words, lookup, shown

# Said behind an approval's date, these name no role.
AGREEMENT = ("đồng ý", "đồng ý đăng", "đã duyệt", "duyệt đăng", "nhất trí", "ok")

# A line of approval that holds one of these is no yes, whatever else it says.
_NO_YES = re.compile(
    r"(?<!\w)(?:không|khong|ko|chưa|chua|đừng|khoan|từ chối|phản đối|trả lại|trả bài|bỏ|hủy|huỷ|chờ"
    r"|tạm|hoãn|sửa|xem lại|cần|nếu|no|not)(?!\w)",
    re.IGNORECASE,
)


def _names_of_role(kind: RoleKind) -> tuple[str, ...]:
    """The words for a role that the software knows; the plan names the others."""
    match kind:
        case RoleKind.BOARD:
            return (
                "duyệt",
                "ban biên tập",
                "bbt",
                "biên tập",
                "tổng biên tập",
                "phó tổng biên tập",
            )
        case RoleKind.HEAD:
            return (
                "tổ trưởng",
                "trưởng nhóm",
                "trưởng bộ phận",
                "trưởng đơn vị",
                "tổ trưởng duyệt",
            )
        case RoleKind.OF_A_CATEGORY:
            return ()
        case _:
            assert_never(kind)


ROLE_NAMES: Words[Role] = {role: _names_of_role(role.kind) for role in (BOARD, HEAD)}

# The first words of the title of whoever leads a school or an office.
PRINCIPAL = (
    *("hiệu trưởng", "quyền hiệu trưởng", "giám đốc", "quyền giám đốc"),
    *("thủ trưởng", "phụ trách trường", "chủ nhóm lớp"),
)

EDITOR_IN_CHIEF = ("tổng biên tập", "trưởng ban biên tập")

REASONS = {
    BlockerKind.WITHDRAWN: Message("NR-GATE-007", "Đã gỡ{by}{reason}"),
    BlockerKind.BROKEN: Message("NR-GATE-008", "Có lỗi phải sửa: {text}"),
    BlockerKind.RETURNED: Message("NR-GATE-009", "{Who} trả lại{on}{reason}"),
    BlockerKind.EDITED: Message(
        "NR-GATE-010", "Đã sửa sau khi {who} duyệt{on}: dấu duyệt không còn khớp, cần duyệt lại"
    ),
    BlockerKind.SELF_APPROVED: Message("NR-GATE-011", "{Who} là tác giả nên không được tự duyệt"),
    BlockerKind.AMBIGUOUS: Message(
        "NR-GATE-012", "Có nhiều người tên {who}: cần ghi mã của người duyệt"
    ),
    BlockerKind.NOT_ON_BOARD: Message("NR-GATE-013", "{Who} không có tên trong ban biên tập{at}"),
    BlockerKind.NO_RIGHT: Message("NR-GATE-014", "{Who} không có quyền duyệt “{role}”{at}"),
    BlockerKind.FUTURE_APPROVAL: Message("NR-GATE-015", "Ngày duyệt của {who}{at} chưa tới"),
    BlockerKind.TOO_EARLY: Message(
        "NR-GATE-022", "Lời duyệt của {who} ghi ngày {when}, trước khi có bài này"
    ),
    BlockerKind.NO_SEAL: Message(
        "NR-GATE-016", "Lần duyệt của {who} chưa có dấu duyệt mà kế hoạch bắt buộc"
    ),
    BlockerKind.MISSING_ROLE: Message("NR-GATE-017", "Còn thiếu người duyệt “{role}”"),
    BlockerKind.NO_LAST_WORD: Message("NR-GATE-023", "Chờ {who} duyệt cuối, như kế hoạch ghi"),
    BlockerKind.IMPORT_VOID: Message(
        "NR-GATE-024", "Quyết định nhập ở content/{text} chưa có hiệu lực nên cả danh sách chờ"
    ),
    BlockerKind.IMPORT_EDITED: Message(
        "NR-GATE-025",
        "Sửa sau khi nhập: không còn như lúc {who} duyệt lần nhập{on}, cần duyệt riêng",
    ),
    BlockerKind.IMPORT_AHEAD: Message(
        "NR-GATE-026",
        "Ngày của bài đứng sau ngày duyệt lần nhập{at}, nên lời duyệt ấy không tính cho bài này",
    ),
    BlockerKind.IMPORT_WAITING: Message("NR-GATE-027", "Chờ duyệt lần nhập ở content/{text}"),
    BlockerKind.WAITING: Message("NR-GATE-018", "Chờ ban biên tập duyệt"),
    BlockerKind.NO_CONSENT: Message(
        "NR-GATE-019", "Bài có ảnh mà chưa ghi sự đồng ý của gia đình các em"
    ),
    BlockerKind.SCHEDULED: Message("NR-GATE-020", "Hẹn đăng {moment}"),
}

# In a few words, of what is gone from the public site.
WHY_GONE: dict[BlockerKind | None, str] = {
    None: "tệp bài không còn, hoặc đã đổi tên",
    BlockerKind.WITHDRAWN: "đã gỡ",
    BlockerKind.BROKEN: "có lỗi phải sửa",
    BlockerKind.RETURNED: "đã trả lại",
    BlockerKind.EDITED: "đã sửa sau khi duyệt",
    BlockerKind.SELF_APPROVED: "tác giả tự duyệt",
    BlockerKind.AMBIGUOUS: "tên người duyệt trùng với người khác",
    BlockerKind.NOT_ON_BOARD: "người duyệt không có tên trong ban biên tập",
    BlockerKind.NO_RIGHT: "người duyệt không có quyền ấy",
    BlockerKind.FUTURE_APPROVAL: "ngày duyệt chưa tới",
    BlockerKind.TOO_EARLY: "ngày duyệt đứng trước khi có bài",
    BlockerKind.NO_SEAL: "lời duyệt thiếu dấu mà kế hoạch bắt buộc",
    BlockerKind.MISSING_ROLE: "thiếu một lời duyệt",
    BlockerKind.NO_LAST_WORD: "hiệu trưởng chưa duyệt cuối",
    BlockerKind.IMPORT_VOID: "quyết định nhập không còn hiệu lực",
    BlockerKind.IMPORT_EDITED: "đã sửa sau khi nhập",
    BlockerKind.IMPORT_AHEAD: "ngày của bài đứng sau ngày duyệt lần nhập",
    BlockerKind.IMPORT_WAITING: "lần nhập chưa được duyệt",
    BlockerKind.WAITING: "không còn lời duyệt",
    BlockerKind.NO_CONSENT: "gia đình không đồng ý ảnh, hoặc chưa ghi sự đồng ý",
    BlockerKind.SCHEDULED: "chưa tới lúc đăng",
}

NOT_A_YES = (
    "Dòng này chưa phải lời đồng ý: xóa đi thì bài tự chờ; trả bài thì ghi  trả lại: họ tên, ngày,"
    " lý do. Đồng ý thì người duyệt tự ghi lại, chỉ họ tên và ngày."
)

# Who may change what: the words of the one table; the handbook has the same rows.
_SUBJECTS: Mapping[Subject, str] = {
    Subject.DRAFT: "Viết, sửa bài chưa duyệt; thêm ảnh, tệp mà bài đã duyệt không dùng",
    Subject.SIGNED_LINE: "Ghi dòng “duyệt”, “đính chính”, “chọn gửi”",
    Subject.CLOSING_LINE: "Ghi dòng “trả lại”, “gỡ”",
    Subject.REMOVED_LINE: "Bỏ hay đổi một dòng quyết định; xóa bài đã duyệt",
    Subject.APPROVED_ITEM: "Sửa bài, trang, văn bản đã duyệt, ảnh và tệp của nó",
    Subject.LEDGER_LINE: "Ghi, đổi, bỏ dòng “gửi”, “được đăng” ở bài đã duyệt",
    Subject.REGISTER: "Sửa lịch (lich.yaml), sổ nhận gói ảnh (goi-anh.yaml), sổ bài đăng ở đơn vị"
    " (dang-o-don-vi.yaml)",
    Subject.IMPORT_LIST: "Ghi danh sách của một lần nhập (nhap)",
    Subject.IMPORT: "Duyệt một lần nhập",
    Subject.PLAN: "Sửa kế hoạch (ke-hoach)",
    Subject.SCHOOL: "Sửa hồ sơ (truong.yaml)",
}
_HOLDERS: Mapping[Holder, str] = {
    Holder.ANYBODY: "mọi người",
    Holder.SIGNER: "chính người có tên ở dòng ấy, từ thư điện tử của mình, khi đang giữ quyền ấy:"
    " vào ngày ghi ở dòng và vào ngày ghi vào kho bài (commit)",
    Holder.BOARD: "một người trong ban biên tập",
    Holder.BOARD_BUT_AUTHORS: "một người trong ban biên tập mà không phải tác giả",
    Holder.EDITOR_IN_CHIEF: "Tổng biên tập",
    Holder.LAST_WORD: "chính người có lời duyệt cuối mà tệp ghi tên, từ thư điện tử của mình: Tổng"
    " biên tập, hoặc hiệu trưởng nếu kế hoạch ghi “hiệu trưởng duyệt cuối”",
}
# In a message: only they may.
HOLDERS_IN_SHORT: Mapping[Holder, str] = {
    Holder.ANYBODY: "mọi người",
    Holder.SIGNER: "người có tên ở dòng ấy",
    Holder.BOARD: "ban biên tập",
    Holder.BOARD_BUT_AUTHORS: "ban biên tập",
    Holder.EDITOR_IN_CHIEF: "tổng biên tập",
    Holder.LAST_WORD: "người có lời duyệt cuối",
}
# What follows where somebody else does it.
_OTHERWISE: Mapping[Subject, str] = {
    Subject.CLOSING_LINE: "người khác ghi thì bài vẫn rời trang và người ấy được nêu tên",
    Subject.APPROVED_ITEM: "người khác sửa thì phải duyệt lại",
    Subject.LEDGER_LINE: "người khác ghi thì phải duyệt lại",
}
WHO_MAY_CHANGE = tuple(
    (
        _SUBJECTS[subject],
        "; ".join(filter(None, (_HOLDERS[holder], _OTHERWISE.get(subject)))),
    )
    for subject, holder in PERMISSIONS.items()
)


def way_to_approve(first: date, today: date, *, is_handed_in: bool) -> str:
    """The lines that let an article be approved today, which is before the first day for it.

    `is_handed_in` tells that its header says on which day it was handed in.
    """
    line = f"{shown(HEADER, ArticleField.SUBMITTED)}: {in_numbers(today)}"
    if is_handed_in:
        return (
            f"Dòng nộp ghi ngày {in_numbers(first)}, chưa tới. Bài đã nộp rồi thì người viết sửa"
            f" dòng ấy:  {line}"
        )
    return (
        f"Theo ngày của bài thì từ {in_numbers(first)} mới duyệt được. Bài đã nộp rồi thì người"
        f" viết ghi ở phần đầu bài:  {line}"
    )


def command_to_approve_import(label: str, name: str = "") -> str:
    """The command with which somebody approves an import, whose file is at that path."""
    typed = label if re.fullmatch(r"[\w./-]+", label) else f'"{label}"'
    return f'python3 tasks.py approve --import {typed} --by "{name or "Họ và tên"}"'


def says_no_yes(text: str) -> bool:
    """True where words behind or before a name refuse, wait or ask for changes."""
    return _NO_YES.search(clean(text)) is not None


def role_named(name: str) -> Role:
    """The role that a word means: the board's own and the head's have several names."""
    return lookup(ROLE_NAMES, name) or Role(name.strip())


def heads_the_board(office: str) -> bool:
    """True where a title or duty (maybe one of several, behind commas) is the editor-in-chief's."""
    named = map(fold_key, office.replace(";", ",").split(","))
    return not set(named).isdisjoint(map(fold_key, EDITOR_IN_CHIEF))


def leads_the_school(title: str) -> bool:
    """True where a title is the principal's, with whatever stands behind it."""
    words = fold_key(title)
    return any(words.startswith(fold_key(form)) for form in PRINCIPAL)


def approval_in_words(approval: Approval, nouns: PublisherNouns) -> str:
    """The value of a duyệt line: Tên, 20/11/2026, vai trò dấu 0123456789ab."""
    role = f", {role_in_words(approval.role, nouns)}" if approval.role else ""
    sealed = f" dấu {approval.seal}" if approval.seal else ""
    return f"{approval.by}, {in_numbers(approval.on)}{role}{sealed}"


def submission_in_words(line: Submission, name: str) -> str:
    """The value of a gửi or được đăng line, with the office's name as the school file knows it."""
    rest = line.link or line.note
    said = f"{name}, {in_numbers(line.on)}" + (f", {rest}" if rest else "")
    return f"{said} dấu {line.seal}" if line.seal else said


def reason_in_words(reason: Blocker, nouns: PublisherNouns) -> Message:
    """A sentence, without its full stop, that says why an article waits."""
    who = reason.who or "người duyệt"
    when = in_numbers(reason.on) if reason.on else ""
    return REASONS[reason.kind].format(
        who=who,
        Who=who[:1].upper() + who[1:],
        by=f" bởi {reason.who}" + (f" ngày {when}" if when else "") if reason.who else "",
        when=when,
        on=f" ngày {when}" if when else "",
        at=f" vào ngày {when}" if when else "",
        moment=moment_in_numbers(reason.on, reason.at) if reason.on else "",
        role=role_in_words(reason.role or BOARD, nouns),
        reason=f": {reason.text}" if reason.text else "",
        text=reason.text,
    )
