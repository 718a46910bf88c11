"""The audit of bodies: is each group, person and right of the plan used or usable?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ...message import Message
from ...names.register import nearest
from ...text.dates import in_numbers
from ..board import BOARD, HEAD, Role
from ..calendar import Period
from ..group import Person
from ..plan import Plan
from .finding import Place, PlanFinding, asked_periods


def body_findings(plan: Plan) -> Iterator[PlanFinding]:
    """A finding for each group, person and right of which nothing can come."""
    yield from _groups(plan)
    yield from _quotas_of_groups(plan)
    yield from _board(plan)
    yield from _categories(plan)
    yield from _capitals(plan)


def _capitals(plan: Plan) -> Iterator[PlanFinding]:
    """Names of people in capitals, which every page and paper would shout."""
    named: list[tuple[Place, Person]] = [
        *((("board", n), member.person) for n, member in enumerate(plan.board)),
        *((("contributors", n), person) for n, person in enumerate(plan.contributors)),
    ]
    for n, group in enumerate(plan.groups):
        named += [(("groups", n, "head"), group.head)] if group.head else []
        named += [(("groups", n, "members", m), one) for m, one in enumerate(group.members)]
    told: set[str] = set()
    for place, person in named:
        words = person.name.split()
        if len(words) > 1 and person.name.isupper() and person.code not in told:
            told.add(person.code)
            yield PlanFinding(
                place=place,
                message=Message(
                    "NR-AUDIT-029",
                    f"Tên “{person.name}” viết toàn chữ hoa, và lên trang đúng như thế.",
                ),
                hint=f"Ghi:  {' '.join(map(str.capitalize, words))}",
            )


def _groups(plan: Plan) -> Iterator[PlanFinding]:
    for n, group in enumerate(plan.groups):
        if not group.exists_between(plan.term.first, plan.term.last):
            yield PlanFinding(
                place=("groups", n),
                message=Message(
                    "NR-AUDIT-001",
                    f"{group.name} không có ngày nào trong thời gian của kế hoạch"
                    f" ({_bounds(group.first, group.last)}).",
                ),
                hint="Bỏ tổ này khỏi danh sách, hoặc sửa “từ”, “đến” của tổ.",
            )
        elif not group.members and group.head is None and not plan.waits_for("groups", n):
            yield PlanFinding(
                place=("groups", n),
                message=Message(
                    "NR-AUDIT-002", f"{group.name} chưa có ai: không biết ai viết bài của tổ."
                ),
                hint="Thêm dòng  thành viên: [Họ Và Tên]",
            )


def _quotas_of_groups(plan: Plan) -> Iterator[PlanFinding]:
    """Quotas whose groups are all gone, or not there yet, in some of their periods."""
    for n, quota in enumerate(plan.quotas):
        groups = [plan.group(code) for code in quota.groups]
        empty = [
            period
            for period in asked_periods(plan, quota)
            if groups and not any(g.exists_between(period.first, period.last) for g in groups)
        ]
        if empty:
            yield PlanFinding(
                place=("quotas", n, "who"),
                message=Message(
                    "NR-AUDIT-003",
                    f"Chỉ tiêu “{quota.name}” không giao cho tổ nào trong {_span(empty)}.",
                ),
                hint=f"Ghi ở “ai” một tổ đang hoạt động, ví dụ  ai: {_a_group_of(plan, empty[-1])}",
            )


def _a_group_of(plan: Plan, period: Period) -> str:
    there = (g.code for g in plan.groups if g.exists_between(period.first, period.last))
    return next(there, "toàn đơn vị")


def _span(periods: list[Period]) -> str:
    names = [period.name[:1].lower() + period.name[1:] for period in periods]
    return names[0] if len(names) == 1 else f"{names[0]} đến {names[-1]}"


def _board(plan: Plan) -> Iterator[PlanFinding]:
    asked = {role for category in plan.categories for role in category.required_roles} | {BOARD}
    told: set[Role] = set()
    for n, member in enumerate(plan.board):
        name = member.person.name
        if _never_meets(member.first, member.last, plan.term):
            yield PlanFinding(
                place=("board", n),
                message=Message(
                    "NR-AUDIT-004",
                    f"{name} không ở ban biên tập ngày nào trong thời gian của kế hoạch"
                    f" ({_bounds(member.first, member.last)}).",
                ),
                hint="Bỏ tên này khỏi ban biên tập, hoặc sửa “từ”, “đến”.",
            )
        elif not member.roles:
            yield PlanFinding(
                place=("board", n),
                message=Message("NR-AUDIT-005", f"{name} ở ban biên tập mà chưa có quyền nào."),
                hint="Ghi:  quyền: [duyệt]",
            )
        for role in member.roles:
            if role not in asked and role not in told:
                told.add(role)
                like = nearest(role.name, _named(asked))
                yield PlanFinding(
                    place=("board", n, "roles"),
                    message=Message(
                        "NR-AUDIT-006", f"Quyền “{role.name}” của {name} không chuyên mục nào cần."
                    ),
                    hint=f"Có phải là “{like}”? Ghi:  quyền: {_with(like, role, member.roles)}"
                    if like
                    else f"Ghi ở chuyên mục cần quyền ấy:  cần duyệt: [{role.name}]",
                )


def _named(roles: Iterable[Role]) -> list[str]:
    return [role.name for role in roles if role != BOARD]


def _with(name: str, slip: Role, roles: Iterable[Role]) -> str:
    """The list as it is to be typed, with that name in the place of the slip."""
    words = {slip: name, BOARD: "duyệt"}
    return f"[{', '.join(words.get(role, role.name) for role in roles)}]"


def _never_meets(first: date | None, last: date | None, term: Period) -> bool:
    return bool((first and first > term.last) or (last and last < term.first))


def _bounds(first: date | None, last: date | None) -> str:
    begins = [f"từ {in_numbers(first)}"] if first else []
    ends = [f"đến {in_numbers(last)}"] if last else []
    return " ".join(begins + ends)


def _categories(plan: Plan) -> Iterator[PlanFinding]:
    """Categories that ask for a right that nobody on the board has, or ever serves with."""
    held = {role for member in plan.board for role in member.roles}
    asked = {role for category in plan.categories for role in category.required_roles}
    for n, category in enumerate(plan.categories):
        for role in category.extra_roles:
            if role in held or (role == HEAD and any(group.head for group in plan.groups)):
                continue
            if plan.waits_for("groups" if role == HEAD else "board"):
                continue
            like = nearest(role.name, [own.name for own in held if own != BOARD])
            if like and nearest(like, _named(asked)) == role.name:
                # One slip, told on the board's line: two remedies would only swap the two.
                continue
            right = _with(like, role, category.extra_roles) if like else ""
            yield PlanFinding(
                place=("categories", n, "extra_roles"),
                message=Message(
                    "NR-PLAN-016",
                    f"Chuyên mục “{category.name}” cần người duyệt “{role.name}”, nhưng ban"
                    " biên tập không ai có quyền đó.",
                ),
                hint=f"Có phải là “{like}”? Ghi:  cần duyệt: {right}"
                if like
                else f"Thêm quyền ấy cho một người trong ban biên tập:  quyền: [{role.name}]",
            )
