"""The lock: articles that nobody may approve, in words, with the line to type."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...message import Message
from ..board import BOARD, Role
from ..calendar import Period
from ..group import Person
from ..plan import Plan
from .finding import Place, PlanFinding, days_in_words

# What stays open where the principal approves last and has no right to approve.
LAST_WORD = Role("hiệu trưởng duyệt cuối")


@dataclass(frozen=True, kw_only=True)
class ApprovalLock:
    """Articles that nobody may approve: whose, and the roles that stay empty.

    By the groups that write (none: all of them), or by one of their people (`author`) where others
    of the group find an approver. `categories` are indexes in the plan.
    """

    groups: tuple[str, ...]
    categories: tuple[int, ...]
    missing: tuple[Role, ...]
    author: Person | None = None

    @property
    def is_deadlock(self) -> bool:
        return self.author is None

    def finding(self, plan: Plan, days: Period) -> PlanFinding:
        message, hint = self._words(plan, days)
        return PlanFinding(
            place=self._place(plan),
            message=message,
            hint=hint,
            locked=days if self.is_deadlock else None,
        )

    def _place(self, plan: Plan) -> Place:
        codes = [group.code for group in plan.groups]
        if self.author:
            on_board = (
                ("board", n)
                for n, member in enumerate(plan.board)
                if plan.are_one(member.person, self.author)
            )
            return next(on_board, ("groups", codes.index(self.groups[0])))
        if self.groups:
            return ("groups", codes.index(self.groups[0]))
        return ("board",) if self._is_of_all(plan) else ("categories", self.categories[0])

    def _is_of_all(self, plan: Plan) -> bool:
        return len(self.categories) == len(plan.categories)

    def _words(self, plan: Plan, days: Period) -> tuple[Message, str]:
        when = days_in_words(days.first, days.last, plan.term)
        names = " và ".join(f"“{role.name}”" for role in self.missing)
        where = "" if self._is_of_all(plan) else f" ở chuyên mục {self._categories_named(plan)}"
        if self.missing == (LAST_WORD,):
            who = ", ".join(member.person.name for member in plan.principals)
            return (
                Message(
                    "NR-AUDIT-026",
                    f"Kế hoạch để {who} duyệt cuối, mà người ấy chưa có quyền nào{when}, nên không"
                    " bài nào đăng được.",
                ),
                f"Ghi cho {who}:  quyền: [duyệt]",
            )
        if self.author:
            return (
                Message(
                    "NR-AUDIT-022",
                    f"Bài do {self.author.name} viết{where} không còn ai khác duyệt{when}: thiếu"
                    f" người duyệt {names}.",
                ),
                _one_more(self.missing, f"không phải là {self.author.name}"),
            )
        if self.groups:
            whose = ", ".join(plan.group(code).name for code in self.groups)
            return (
                Message(
                    "NR-AUDIT-023",
                    f"Bài của {whose}{where} không ai duyệt được{when}: người viết cũng là người"
                    f" duyệt {names} duy nhất.",
                ),
                _one_more(self.missing, f"không viết bài của {whose}"),
            )
        if not any(member.may_approve_as(BOARD, days.first) for member in plan.board):
            return (
                Message(
                    "NR-AUDIT-024",
                    f"Ban biên tập không ai có quyền “duyệt”{when}, nên không bài nào đăng được.",
                ),
                "Thêm quyền ấy cho ít nhất hai người:  quyền: [duyệt]",
            )
        return (
            Message(
                "NR-AUDIT-025",
                f"Bài{where} không ai duyệt cho đủ được{when}: thiếu người duyệt {names}, vì mỗi"
                " quyền phải do một người khác.",
            ),
            _one_more(self.missing, "chưa có quyền nào"),
        )

    def _categories_named(self, plan: Plan) -> str:
        return ", ".join(f"“{plan.categories[n].name}”" for n in self.categories)


def _one_more(missing: Iterable[Role], who: str) -> str:
    roles = ", ".join("duyệt" if role == BOARD else role.name for role in missing)
    return (
        f"Thêm vào “ban biên tập” một người {who}, ví dụ"
        f"  - {{tên: …, chức vụ: …, quyền: [{roles}]}}"
    )
