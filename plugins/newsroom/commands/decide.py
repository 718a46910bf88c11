"""approve, return, withdraw, correct: a decision of the board, written into the header."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..domain.approval import Approval
from ..domain.article import Manuscript
from ..domain.board import BoardMember, Role
from ..domain.dates import in_numbers
from ..domain.deciding import (
    approval_or_reason,
    is_given,
    member_or_reason,
    name_to_write,
    with_approval,
)
from ..domain.docket import Docket
from ..domain.gate import judge
from ..domain.newsroom import Review
from ..domain.reason import Reason, ReasonKind
from ..domain.school import Superior
from ..domain.vietnamese import clean, fold
from ..exports.terminal import problem_lines
from ..intake.decision_line import read_decision
from ..intake.header_lines import split_names
from ..refusal import Refused
from ..vocabulary import HEADER, approval_in_words, reason_in_words, role_named, shown
from .manuscripts import docket_at, write_fact

DONE = {
    "approved": "Đã duyệt",
    "returned": "Đã trả lại",
    "withdrawn": "Đã gỡ",
    "corrected": "Đã ghi đính chính",
    "selected": "Đã chọn gửi",
}
AFTERWARDS = {
    "returned": "Bài rời trang từ lần publish tới; người viết thấy lý do ở bàn biên tập"
    " và ở lệnh check.",
    "withdrawn": "Bài rời trang từ lần publish tới. Gấp thì chạy ngay:"
    " python3 tasks.py publish --keep-going",
    "corrected": "Lời đính chính hiện ở đầu bài từ lần publish tới. Nếu sửa cả chữ trong bài đã có"
    " dấu, phải duyệt lại.",
    "selected": "Bài nằm ở mục “Đã chọn gửi” của bàn biên tập cho tới khi có dòng gửi.",
}


@dataclass(frozen=True)
class Desk:
    """The content on one day, and how decisions about it are made known."""

    content: Path
    review: Review
    say: Callable[[str], None] = print

    @property
    def today(self) -> date:
        return self.review.publication.today

    def docket(self, typed: str) -> Docket:
        return docket_at(typed, self.review.newsroom, self.content)

    def label(self, docket: Docket) -> str:
        return self.review.newsroom.label(docket.path)

    def named(self, name: str) -> str:
        """The name, if one is given. Raises Refused."""
        if not name.strip():
            raise Refused(f'Thiếu tên người quyết định: thêm  --by "Họ và tên".{self._who()}')
        return name

    def member(self, name: str) -> BoardMember:
        """The board member who decides. Raises Refused."""
        self.named(name)
        found = member_or_reason(self.review.newsroom.plans, name, self.today)
        if isinstance(found, Reason):
            raise Refused(self.refusal(found))
        return found

    def refusal(self, reason: Reason) -> str:
        """Why somebody may not decide, and who may."""
        plan = self.review.newsroom.plan_on(self.today)
        if plan is None:
            return (
                f"Chưa có kế hoạch nào cho ngày {in_numbers(self.today)}, nên chưa ai được duyệt."
                "\n    → Thêm tệp kế hoạch của năm vào thư mục ke-hoach."
            )
        hint = self._who()
        if reason.kind is ReasonKind.AMBIGUOUS:
            codes = " hoặc ".join(person.code for person in plan.people.find(reason.who))
            hint = f"\n    → Ghi mã thay cho tên: {codes}."
        elif reason.kind is ReasonKind.NOT_ON_BOARD and (
            like := plan.board_register.nearest(reason.who)
        ):
            hint = f"\n    → Có phải là “{like}”?"
        return f"{reason_in_words(reason)}.{hint}"

    def _who(self) -> str:
        plan = self.review.newsroom.plan_on(self.today)
        serving = [m for m in plan.board if m.serves_on(self.today)] if plan else []
        return "\n    → Trong ban biên tập hôm nay có:" + "".join(
            f"\n      {member.person.name}: {', '.join(role.name for role in member.roles)}"
            for member in serving
        )

    def name(self, member: BoardMember) -> str:
        """How a line names the member. Raises Refused."""
        return self.sure_of(name_to_write(member.person, self.review.newsroom.plans, self.today))

    def sure_of(self, name: str) -> str:
        """The name, if a line that bears it will be read as it is meant. Raises Refused."""
        read = read_decision(f"{name}, {in_numbers(self.today)}").name
        if fold(read) != fold(name):
            raise Refused(
                f"Chưa ghi gì: trong một dòng quyết định, tên “{name}” bị đọc thành “{read}”."
                "\n    → Nhờ Tổng biên tập ghi tên ấy khác đi trong kế hoạch."
            )
        return name


def approve(desk: Desk, paths: Iterable[str], by: str, role: str = "") -> None:
    """Seal and write one person's yes into each of these. Raises Refused, with none written.

    All are looked at before the first is written.
    """
    desk.named(by)
    planned = [
        (docket, *_approval(desk, docket, by, role_named(role) if role else None))
        for docket in dict.fromkeys(map(desk.docket, paths))
    ]
    for docket, manuscript, approval in planned:
        record(desk, docket, manuscript, approval)


def _approval(
    desk: Desk, docket: Docket, by: str, role: Role | None
) -> tuple[Manuscript, Approval]:
    newsroom = desk.review.newsroom
    manuscript, label = newsroom.read(docket.path), desk.label(docket)
    if docket.problems_found() and any(p.is_error for p in docket.problems_found()):
        errors = problem_lines(p for p in docket.problems_found() if p.is_error)
        raise Refused(f"{errors}\n{label}: bài còn lỗi nên chưa duyệt được. Sửa xong rồi duyệt.")
    if any(reason.kind is ReasonKind.WITHDRAWN for reason in docket.why()):
        raise Refused(f"{label}: bài đã gỡ. Muốn đăng lại thì xóa dòng “gỡ:” rồi duyệt.")
    found = approval_or_reason(manuscript, newsroom.plans, desk.today, by=by, role=role)
    if isinstance(found, Reason):
        raise Refused(f"{label}: {desk.refusal(found)}")
    return manuscript, found


def record(desk: Desk, docket: Docket, manuscript: Manuscript, approval: Approval) -> None:
    """Write an approval that counts, and say what the article still lacks."""
    plans, label = desk.review.newsroom.plans, desk.label(docket)
    if is_given(approval, manuscript, plans, desk.today):
        desk.say(f"{label}: {approval.by} đã duyệt rồi, không ghi thêm.")
    else:
        desk.sure_of(approval.by)
        words = approval_in_words(approval)
        write_fact(desk.review.newsroom, docket, "approved", words)
        desk.say(f"Đã duyệt {label}\n    {shown(HEADER, 'approved')}: {words}")
        manuscript = with_approval(manuscript, approval)
    reasons = judge(manuscript, plans, desk.today).reasons
    if reasons:
        desk.say("\n".join(f"    Còn: {reason_in_words(reason)}." for reason in reasons))
    else:
        desk.say("    Bài đã đủ lời duyệt: lần publish tới sẽ lên trang.")


def decide(desk: Desk, field: str, paths: Iterable[str], by: str, why: str) -> None:
    """Write `Name, date, reason` under that key (returned, withdrawn, corrected) into each file.

    Raises Refused.
    """
    member, reason = desk.member(by), " ".join(clean(why).split())
    if not reason:
        raise Refused(
            f'Thiếu lý do.\n    → Thêm  --why "…"; lý do được ghi vào dòng {_key(field)}.'
        )
    name = desk.name(member)
    dockets = list(dict.fromkeys(map(desk.docket, paths)))
    for docket in dockets:
        if field == "returned":
            _refuse_approvals_ahead(desk, docket)
        if field == "corrected" and not docket.is_public:
            raise Refused(
                f"{desk.label(docket)}: bài chưa đăng nên không cần đính chính; cứ sửa trong bài."
            )
    for docket in dockets:
        words = f"{name}, {in_numbers(desk.today)}, {reason}"
        write_fact(desk.review.newsroom, docket, field, words)
        desk.say(f"{DONE[field]} {desk.label(docket)}\n    {_key(field)}: {words}")
    desk.say(AFTERWARDS[field])


def _refuse_approvals_ahead(desk: Desk, docket: Docket) -> None:
    """An approval of a day to come would answer today's return when that day is there."""
    approvals = desk.review.newsroom.read(docket.path).decisions.approvals
    ahead = next((approval for approval in approvals if approval.on > desk.today), None)
    if ahead:
        raise Refused(
            f"{desk.label(docket)}:{ahead.line}: dòng duyệt ghi ngày {in_numbers(ahead.on)} chưa"
            " tới; để lại thì tới ngày ấy bài tự lên trang.\n    → Xóa dòng ấy rồi trả lại."
        )


def select(desk: Desk, paths: Iterable[str], by: str, to: str) -> None:
    """Select approved articles for superiors, named as the school file does. Raises Refused."""
    superiors = desk.review.newsroom.school.superior_register
    today = [superior for superior in superiors if superior.exists_on(desk.today)]
    names = split_names(to, lambda name: bool(superiors.find(name)))

    def meant(name: str) -> list[Superior]:
        return [superior for superior in superiors.find(name) if superior in today]

    for name in names:
        if len(meant(name)) > 1:
            codes = " hoặc ".join(superior.code for superior in meant(name))
            raise Refused(f"Có nhiều nơi tên “{name}”. Ghi mã: {codes}.")
    found = [superior for name in names for superior in meant(name)]
    if not names or len(found) < len(names):
        known = ", ".join(superior.short_name for superior in today)
        raise Refused(f'Gửi cho ai? Thêm  --to "…", một hay nhiều trong: {known}.')
    paths = list(paths)
    for docket in map(desk.docket, paths):
        if not docket.is_article:
            raise Refused(f"{desk.label(docket)}: chỉ tin, bài mới chọn gửi cấp trên được.")
        if not docket.is_public:
            raise Refused(f"{desk.label(docket)}: bài chưa được đăng nên chưa chọn gửi được.")
    written = (s.short_name if meant(s.short_name) == [s] else s.code for s in found)
    decide(desk, "selected", paths, by, ", ".join(written))


def _key(field: str) -> str:
    return shown(HEADER, field)
