"""Decisions that can be made today: who may make them, and what would be written for them.

The gate reads decisions; here they are about to be made. Requirements P1 to P5, A12.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..content.content_item import ContentItem
from ..content.decisions import Approval
from ..plan.board import BOARD, BoardMember, Role
from ..plan.group import Person
from ..plan.plan import Plan, plan_on
from .approvers import holder
from .blocker import Blocker, BlockerKind
from .gate import judge, roles_missing
from .validity import evaluate

# Behind whatever stands in a header already.
_LAST_LINE = 1_000_000


def member_or_reason(plans: Sequence[Plan], name: str, today: date) -> BoardMember | Blocker:
    """The board member of that name who serves today, or why nobody may decide under it."""
    plan = plan_on(plans, today)
    bearers = plan.people.find(name) if plan else ()
    if len(bearers) > 1:
        return Blocker(kind=BlockerKind.AMBIGUOUS, who=name, on=today)
    member = plan.member(name, today) if plan else None
    return member or Blocker(kind=BlockerKind.NOT_ON_BOARD, who=name, on=today)


def name_to_write(person: Person, plans: Sequence[Plan], today: date) -> str:
    """The person's name, or the code where somebody else bears the name too."""
    plan = plan_on(plans, today)
    is_alone = plan is None or len(plan.people.find(person.name)) == 1
    return person.name if is_alone else person.code


def approval_or_reason(
    item: ContentItem,
    plans: Sequence[Plan],
    today: date,
    *,
    by: str,
    role: Role | None = None,
) -> Approval | Blocker:
    """The sealed approval that this person can give today, or why it would count for nothing.

    Without a role it is given in the one that the item still lacks and the person holds.
    """
    plan = plan_on(plans, today)
    if plan and len(plan.people.find(by)) > 1:
        return Blocker(kind=BlockerKind.AMBIGUOUS, who=by, on=today)
    found = holder(by, item, plan, today) if plan else None
    if found is None:
        return Blocker(kind=BlockerKind.NOT_ON_BOARD, who=by, on=today)
    held = found.roles
    if not held or (role and role not in held):
        return Blocker(kind=BlockerKind.NO_RIGHT, who=by, role=role, on=today)
    wanted = role or _most_needed(held, roles_missing(item, plans, today))
    approval = Approval(
        by=name_to_write(found.person, plans, today),
        on=today,
        role=None if wanted == BOARD else wanted,
        seal=item.fingerprint,
        line=_LAST_LINE,
    )
    return evaluate(approval, item, plans, today).fault or approval


def _most_needed(held: Sequence[Role], missing: Sequence[Role]) -> Role:
    usable = [role for role in missing if role in held] or held
    return BOARD if BOARD in usable else usable[0]


def is_given(approval: Approval, item: ContentItem, plans: Sequence[Plan], today: date) -> bool:
    """True where the same person's yes to this very text, in that role, stands already."""
    mine = evaluate(approval, item, plans, today)
    since = (evaluate(one, item, plans, today) for one in item.decisions.since_return)
    stands = any(
        one.approval.seal == approval.seal
        and mine.roles <= one.roles
        and own.by.code == offer.by.code
        for one in since
        for offer in one.offers
        for own in mine.offers
    )
    # Whoever has the last word says it again behind what was approved since.
    return stands and not is_needed(approval, item, plans, today)


def is_needed(approval: Approval, item: ContentItem, plans: Sequence[Plan], today: date) -> bool:
    """True where it would fill a role that is empty, or answer for a text changed since."""
    after = with_approval(item, approval)
    roles = [len(roles_missing(one, plans, today)) for one in (after, item)]
    reasons = [len(judge(one, plans, today).reasons) for one in (after, item)]
    return roles[0] < roles[1] or reasons[0] < reasons[1]


def with_approval(item: ContentItem, approval: Approval) -> ContentItem:
    """The item once the approval stands in its header."""
    decisions = item.decisions
    return replace(
        item,
        decisions=replace(decisions, approvals=(*decisions.approvals, approval)),
    )
