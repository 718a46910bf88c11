"""Remedies for an approval that does not count. No remedy makes a yes of what was none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ...domain.approval.approvers import authors_of, holder, near_approvers, who_may_fill
from ...domain.approval.blocker import Blocker, BlockerKind
from ...domain.approval.deciding import name_to_write
from ...domain.approval.ledger import LedgerFault
from ...domain.approval.timeliness import DAYS_AHEAD, approvable_from, is_too_early
from ...domain.content.content_item import Article, ContentItem
from ...domain.content.submission import Submission
from ...domain.message import Message
from ...domain.plan.board import BOARD
from ...domain.plan.plan import Plan, plan_on
from ...domain.text.dates import in_numbers
from ...domain.unfilled import places_in_words
from ...vocabulary.approval import NOT_A_YES, says_no_yes, submission_in_words, way_to_approve
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.header import FIELD_OF_SUBMISSION, HEADER
from ...vocabulary.words import asked_in_words, shown


def remedy(item: ContentItem, plans: Sequence[Plan], reason: Blocker, today: date) -> str:
    """The way out of one reason that somebody's line of approval gave, in a sentence."""
    plan = plan_on(plans, reason.on) if reason.on else None
    match reason.kind:
        case BlockerKind.EDITED:
            return (
                "Nhờ người duyệt xem lại bản mới rồi thêm một dòng duyệt,"
                " hoặc trả chữ và ảnh về như lúc được duyệt."
            )
        case BlockerKind.IMPORT_EDITED:
            return (
                "Người duyệt đọc bản mới rồi gõ lệnh approve cho bài này, hoặc trả chữ và ảnh về"
                " như lúc nhập."
            )
        case BlockerKind.IMPORT_AHEAD:
            return "Sửa ngày của bài nếu ghi nhầm; ngày đúng thì duyệt riêng bằng lệnh approve."
        case BlockerKind.FUTURE_APPROVAL:
            return "Sửa lại ngày duyệt; nếu ghi đúng thì chờ đến ngày ấy."
        case BlockerKind.TOO_EARLY:
            return _earlier_than_the_article(item, plans, reason, today)
        case BlockerKind.NO_SEAL:
            return "Nhờ người duyệt chép dấu từ trang Bài chờ duyệt vào cuối dòng này:  dấu …"
    if says_no_yes(f"{reason.who} {reason.role.name if reason.role else ''}"):
        return NOT_A_YES
    if plan is None or reason.on is None:
        return "Kiểm tra ngày duyệt: chưa có kế hoạch nào cho ngày ấy."
    match reason.kind:
        case BlockerKind.AMBIGUOUS:
            codes = " hoặc ".join(person.code for person in plan.people.find(reason.who))
            return f"Ghi mã thay cho tên: {codes}."
        case BlockerKind.NOT_ON_BOARD:
            asked = asked_in_words(near_approvers(reason.who, item, plan, reason.on))
            return asked or _asks_others(item, plan, reason.on)
        case BlockerKind.NO_RIGHT:
            return _other_role(item, plan, reason, reason.on)
    return _asks_others(item, plan, reason.on)


def still_to_fill(plan: Plan) -> str:
    """The lines on which the board waits for names: until then nobody else may approve."""
    places = places_in_words(plan.waits_for("board"))
    return f"Ban biên tập còn chỗ phải điền: {places}. Điền họ tên thật vào đó trước."


def fault_of_line(fault: LedgerFault, line: Submission, article: str) -> tuple[Message, str]:
    """The message and the remedy for a line gửi or được đăng of the article of that slug."""
    sealed = replace(line, seal=line.seal_for(article))
    words = submission_in_words(sealed, line.office.short_name)
    right = f"{shown(HEADER, FIELD_OF_SUBMISSION[line.kind])}: {words}"
    match fault:
        case LedgerFault.AHEAD:
            return (
                Message(
                    "NR-SEND-014", f"Ngày {in_numbers(line.on)} ở dòng gửi/được đăng chưa tới."
                ),
                "Sửa lại ngày; trước ngày ấy dòng này không hiện và không được tính.",
            )
        case LedgerFault.EDITED:
            return (
                Message(
                    "NR-SEND-021",
                    "Dòng này bị sửa sau khi đóng dấu, nên không hiện và không được tính.",
                ),
                "Trả dòng về như lúc lệnh dispatch hay carried ghi; nếu dòng như bây giờ mới đúng"
                f" thì ban biên tập ghi:  {right}",
            )
        case LedgerFault.NO_SEAL:
            return (
                Message(
                    "NR-SEND-022",
                    "Dòng này chưa có dấu mà kế hoạch bắt buộc, nên không hiện và không được tính.",
                ),
                f"Ghi bằng lệnh dispatch hay carried; gõ tay thì ban biên tập ghi:  {right}",
            )


def _other_role(item: ContentItem, plan: Plan, reason: Blocker, day: date) -> str:
    """For somebody who may approve in another role than the one named.

    The line to type is given only where a role of the plan was named: other words behind the date
    may be a condition, which the line would drop.
    """
    member = plan.member(reason.who, day)
    if member is None:
        return _asks_others(item, plan, day)
    roles = ", ".join(role.name for role in member.roles)
    every = {role for other in plan.board for role in other.roles}
    if reason.role not in every:
        return (
            f"Sau ngày chỉ ghi quyền duyệt (người này được duyệt: {roles}). Đồng ý thì người duyệt"
            " bỏ mấy chữ ấy; chưa đồng ý thì đổi thành dòng  trả lại."
        )
    return (
        f"Người này được duyệt: {roles}."
        f" Ghi:  {shown(HEADER, BoardField.APPROVED)}: {reason.who}, {in_numbers(day)}"
    )


def _asks_others(item: ContentItem, plan: Plan, day: date) -> str:
    """The people to ask instead: those who may approve for the board and wrote no part of it."""
    may = who_may_fill(BOARD, authors_of(item), (), plan, day)
    others = [name_to_write(person, (plan,), day) for person in may]
    if plan.waits_for("board"):
        return still_to_fill(plan)
    if not others:
        return "Nhờ người khác trong ban biên tập duyệt."
    return f"Nhờ người khác trong ban biên tập duyệt: {' hoặc '.join(others)}."


def _earlier_than_the_article(
    item: ContentItem, plans: Sequence[Plan], reason: Blocker, today: date
) -> str:
    """For an approval of a day on which the article did not exist: from which day on it counts."""
    first = approvable_from(item)
    if first is None or not isinstance(item, Article):
        return "Sửa lại ngày duyệt."
    if is_too_early(today, item):
        again = way_to_approve(first, today, is_handed_in=item.is_submission_dated)
        return f"{again}  rồi nhờ người duyệt đọc bài, duyệt lại."
    since = (
        f"Bài nộp ngày {in_numbers(first)} (dòng nộp)"
        if item.is_submission_dated
        else f"Bài đề ngày {in_numbers(item.on)} nên được duyệt sớm nhất {DAYS_AHEAD} ngày trước,"
        f" từ {in_numbers(first)}"
    )
    plan = plan_on(plans, today)
    still_may = plan is not None and holder(reason.who, item, plan, today) is not None
    role = f", {reason.role.name}" if reason.role else ""
    line = f"{shown(HEADER, BoardField.APPROVED)}: {reason.who}, {in_numbers(today)}{role}"
    again = (
        f"không nhầm thì người duyệt đọc lại bài rồi ghi:  {line}"
        if still_may
        else "không nhầm thì " + _lowered(_asks_others(item, plan or plans[-1], today))
    )
    return f"{since}. Ghi nhầm ngày thì người ấy sửa ngày ở dòng này; {again}"


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
