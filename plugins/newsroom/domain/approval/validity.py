"""The worth of one approval: the roles it fills, or why it counts for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..content.content_item import Article, ContentItem
from ..content.decisions import Approval
from ..plan.board import BOARD, BoardMember, Role
from ..plan.group import Person
from ..plan.plan import Plan, plan_on
from .approvers import holder
from .blocker import Blocker, BlockerKind


@dataclass(frozen=True, kw_only=True)
class RoleClaim:
    """A role that a sound approval can fill."""

    role: Role
    by: Person
    plan: Plan


@dataclass(frozen=True, kw_only=True)
class EvaluatedApproval:
    """One approval: why it does not count, or (where it does) the roles it can fill.

    `roles` are those that it meant to fill, also where it does not count.
    """

    approval: Approval
    fault: Blocker | None
    roles: frozenset[Role]
    offers: tuple[RoleClaim, ...]


def evaluate(
    approval: Approval, item: ContentItem, plans: Sequence[Plan], today: date
) -> EvaluatedApproval:
    plan = plan_on(plans, approval.on)
    found = holder(approval.by, item, plan, approval.on) if plan else None
    if plan is None or found is None:
        kind = BlockerKind.NOT_ON_BOARD
        if approval.on > today:
            kind = BlockerKind.FUTURE_APPROVAL
        return EvaluatedApproval(
            approval=approval, fault=_fault(approval, kind), roles=frozenset(), offers=()
        )
    person, held, member = found
    named = _named_role(approval, held, member)
    kind_of_fault = _kind_of_fault(approval, held, named, plan, item, today)
    roles = _roles(named, held)
    return EvaluatedApproval(
        approval=approval,
        fault=_fault(approval, kind_of_fault) if kind_of_fault else None,
        roles=frozenset(roles),
        offers=()
        if kind_of_fault
        else tuple(RoleClaim(role=role, by=person, plan=plan) for role in roles),
    )


def _fault(approval: Approval, kind: BlockerKind) -> Blocker:
    return Blocker(kind=kind, who=approval.by, role=approval.role, on=approval.on)


def _kind_of_fault(
    approval: Approval,
    held: Sequence[Role],
    named: Role | None,
    plan: Plan,
    item: ContentItem,
    today: date,
) -> BlockerKind | None:
    """Why this approval of somebody who holds roles does not count; None when it does."""
    if approval.on > today:
        return BlockerKind.FUTURE_APPROVAL
    # Whoever could be meant: a name that an author bears too must not approve for them.
    bearers = plan.people.find(approval.by)
    if any(plan.are_one(one, author) for one in bearers for author in _authors(item)):
        return BlockerKind.SELF_APPROVED
    if len(bearers) > 1:
        return BlockerKind.AMBIGUOUS
    if named and named not in held:
        return BlockerKind.NO_RIGHT
    if approval.seal and approval.seal != item.fingerprint:
        return BlockerKind.EDITED
    if plan.seal_required and not approval.seal:
        return BlockerKind.NO_SEAL
    return None


def _roles(named: Role | None, held: Sequence[Role]) -> tuple[Role, ...]:
    """The roles in which an approval means to count.

    A line that names no role counts for the board if the person may approve for the board, else
    for the rights they have: an accountant who just writes her name means the finance.
    """
    if named:
        return (named,)
    return (BOARD,) if BOARD in held else tuple(held)


def _named_role(
    approval: Approval, held: Sequence[Role], member: BoardMember | None
) -> Role | None:
    """The role a line names; a member's own title or duty behind the date names none.

    Unless it is called as a role that they hold: “tổ trưởng” is both.
    """
    own = (member.title, member.duty) if member else ()
    is_own = approval.role in {Role(words) for words in own if words}
    return None if is_own and approval.role not in held else approval.role


def unfilled(required: Sequence[Role], given: Sequence[RoleClaim]) -> tuple[Role, ...]:
    """The roles that stay empty when each role is given to another person, as well as can be."""
    if not required:
        return ()
    role, rest = required[0], required[1:]
    best = (role, *unfilled(rest, given))
    for offer in given:
        if offer.role == role:
            left = [other for other in given if not other.plan.are_one(other.by, offer.by)]
            best = min(best, unfilled(rest, left), key=len)
    return best


def _authors(item: ContentItem) -> tuple[Person, ...]:
    return item.authors if isinstance(item, Article) else ()
