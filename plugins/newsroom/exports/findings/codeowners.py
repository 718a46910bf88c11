"""CODEOWNERS: who must agree before a change is merged, as GitHub and GitLab read it.

Both hosts take e-mail addresses, and on both the last line that matches a file wins.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ...domain.approval.import_approval import who_may_approve_imports
from ...domain.message import Message, UserFacingError
from ...domain.plan.board import BOARD, BoardMember
from ...domain.plan.plan import Plan
from ...domain.provenance.permissions import PERMISSIONS, Holder, Subject

MARK = (
    "# Tệp này do lệnh “python3 tasks.py codeowners” viết. Đừng sửa tay: sửa kế hoạch rồi chạy lại."
)
_HIDING = "@users.noreply."
_ADDRESS = re.compile(r"[^\s@#\\]+@[^\s@#\\]+\.[^\s@#\\]+")


class NoOwner(UserFacingError):
    """Nobody could be asked for a part of the repository; the message says whom it needs."""


def codeowners(plan: Plan, day: date) -> str:
    """The file for the board that serves on that day. Raises NoOwner: no part may be nobody's."""
    serving = serving_on(plan, day)
    if not serving:
        raise NoOwner(
            Message("NR-OWNERS-005", f"{plan.path} không có ai trong ban biên tập vào ngày này.")
        )
    heads = chiefs_of(plan, day)
    chiefs = " ".join(address for head in heads for address in addresses(head))
    if not chiefs:
        raise NoOwner(
            Message(
                "NR-OWNERS-006",
                f"{_names(heads)} (đứng đầu ban biên tập) chưa có “thư điện tử” dùng được"
                f" trong {plan.path}.",
            )
        )
    owners = " ".join(address for member in editors(serving) for address in addresses(member))
    if not owners:
        raise NoOwner(
            Message(
                "NR-OWNERS-007",
                f"Không ai có quyền “{BOARD.name}” có “thư điện tử” trong {plan.path}.",
            )
        )
    asked = {Holder.EDITOR_IN_CHIEF: chiefs, Holder.BOARD: owners}
    return f"""\
{MARK}
# Theo ban biên tập của kế hoạch {plan.code}. Dòng ở dưới thắng dòng ở trên.

# Phần mềm, giao diện, tệp của máy kiểm tra, tệp này, và mọi thứ không kể ở dưới.
* {chiefs}

# Bài, trang cố định, văn bản, lịch, ảnh: một người có quyền duyệt của ban biên tập.
/content/ {owners}

# Duyệt cả một lần nhập từ trang cũ: người có lời duyệt cuối.
/content/nhap/ {_last_word(plan, day) or chiefs}

# Kế hoạch và truong.yaml: ai được duyệt gì, ghi ở đây.
/content/ke-hoach/ {asked[PERMISSIONS[Subject.PLAN]]}
/content/truong.yaml {asked[PERMISSIONS[Subject.SCHOOL]]}
"""


def _last_word(plan: Plan, day: date) -> str:
    """The addresses of whoever may approve an import on that day."""
    may = {person.code for person in who_may_approve_imports(plan, day)}
    members = (member for member in serving_on(plan, day) if member.person.code in may)
    return " ".join(address for member in members for address in addresses(member))


def remarks(plan: Plan, day: date) -> Iterator[str]:
    """Remarks for the editor-in-chief on the board that serves on that day."""
    serving = serving_on(plan, day)
    if missing := [member.person.name for member in serving if not addresses(member)]:
        yield (
            f"Chưa có thư điện tử dùng được: {', '.join(missing)}."
            f" Ghi “thư điện tử” của họ vào {plan.path} rồi chạy lại."
        )
    chief = _names(chiefs_of(plan, day))
    yield (
        f"Kế hoạch, truong.yaml và phần mềm cần {chief} đồng ý, mà không ai đồng ý được với"
        f" đề nghị do mình gửi: đề nghị về các phần ấy xin nhờ người khác gửi, {chief} đồng ý."
    )
    reachable = [member for member in editors(serving) if addresses(member)]
    if len(reachable) == 1:
        yield (
            f"Chỉ có {reachable[0].person.name} duyệt được: thay đổi do chính người ấy đề nghị"
            " thì không ai đồng ý thay được. Nên có ít nhất hai người."
        )


def _names(members: Sequence[BoardMember]) -> str:
    return " hoặc ".join(member.person.name for member in members)


def serving_on(plan: Plan, day: date) -> tuple[BoardMember, ...]:
    return tuple(member for member in plan.board if member.serves_on(day))


def editors(members: Sequence[BoardMember]) -> tuple[BoardMember, ...]:
    """Those with the board's own right; the accountant's covers finance only."""
    return tuple(member for member in members if BOARD in member.roles)


def chiefs_of(plan: Plan, day: date) -> tuple[BoardMember, ...]:
    """The editors-in-chief who serve on that day, else the first of the board who does."""
    chiefs = tuple(member for member in plan.editors_in_chief if member.serves_on(day))
    return chiefs or serving_on(plan, day)[:1]


def addresses(member: BoardMember) -> tuple[str, ...]:
    """The e-mail addresses under which a host may know the member.

    One that hides the real one stands in commits, and finds nobody when an owner is looked for.
    """
    return tuple(e for e in member.person.emails if _ADDRESS.fullmatch(e) and _HIDING not in e)
