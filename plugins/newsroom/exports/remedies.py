"""What to do about an approval that does not count."""

from datetime import date

from ..domain.board import BOARD
from ..domain.dates import in_numbers
from ..domain.docket import Docket
from ..domain.plan import Plan
from ..domain.reason import Reason, ReasonKind
from ..vocabulary import HEADER, shown


def remedy(docket: Docket, plan: Plan | None, reason: Reason) -> str:
    """The way out of one reason that somebody's line of approval gave, in a sentence.

    `plan` is that of the approval's day, if there is one.
    """
    match reason.kind:
        case ReasonKind.EDITED:
            return (
                "Nhờ người duyệt xem lại bản mới rồi thêm một dòng duyệt,"
                " hoặc trả chữ và ảnh về như lúc được duyệt."
            )
        case ReasonKind.FUTURE_APPROVAL:
            return "Sửa lại ngày duyệt; nếu ghi đúng thì chờ đến ngày ấy."
        case ReasonKind.NO_SEAL:
            return "Nhờ người duyệt chép dấu từ trang Bài chờ duyệt vào cuối dòng này:  dấu …"
    if plan is None or reason.on is None:
        return "Kiểm tra ngày duyệt: chưa có kế hoạch nào cho ngày ấy."
    match reason.kind:
        case ReasonKind.AMBIGUOUS:
            codes = " hoặc ".join(person.code for person in plan.people.find(reason.who))
            return f"Ghi mã thay cho tên: {codes}."
        case ReasonKind.NOT_ON_BOARD:
            like = plan.board_register.nearest(reason.who)
            return f"Có phải là “{like}”?" if like else _asks_others(docket, plan, reason.on)
        case ReasonKind.NO_RIGHT:
            member = plan.member(reason.who, reason.on)
            roles = ", ".join(role.name for role in member.roles) if member else ""
            return (
                f"Người này được duyệt: {roles}."
                f" Ghi:  {shown(HEADER, 'approved')}: {reason.who}, {in_numbers(reason.on)}"
            )
    return _asks_others(docket, plan, reason.on)


def _asks_others(docket: Docket, plan: Plan, day: date) -> str:
    """Whom to ask instead: those who may approve for the board and wrote no part of it."""
    authors = {code for code, _, _ in docket.authors}
    others = [
        member.person.name
        for member in plan.board
        if member.may_approve_as(BOARD, day) and member.person.code not in authors
    ]
    if not others:
        return "Nhờ người khác trong ban biên tập duyệt."
    return f"Nhờ người khác trong ban biên tập duyệt: {' hoặc '.join(others)}."
