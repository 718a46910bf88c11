"""The worth of one approval: the roles it fills, or why it counts for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..content.content_item import ContentItem
from ..content.decisions import Approval
from ..plan.board import BOARD, Role
from ..plan.group import Person
from ..plan.plan import Plan, plan_on
from .approvers import RoleHolder, authors_of, holder
from .blocker import Blocker, BlockerKind
from .timeliness import is_too_early


@dataclass(frozen=True, kw_only=True)
class RoleClaim:
    """A role that a sound approval can fill; `is_stand_in` where its giver stands in for others."""

    role: Role
    by: Person
    plan: Plan
    is_stand_in: bool


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
    named = _named_role(approval, found)
    kind_of_fault = _kind_of_fault(approval, found.roles, named, plan, item, today)
    roles = _roles(named, found)
    return EvaluatedApproval(
        approval=approval,
        fault=_fault(approval, kind_of_fault) if kind_of_fault else None,
        roles=frozenset(roles),
        offers=()
        if kind_of_fault
        else tuple(
            RoleClaim(
                role=role, by=found.person, plan=plan, is_stand_in=role in found.stands_in_for
            )
            for role in roles
        ),
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
    if any(plan.are_one(one, author) for one in bearers for author in authors_of(item)):
        return BlockerKind.SELF_APPROVED
    if len(bearers) > 1:
        return BlockerKind.AMBIGUOUS
    if named and named not in held:
        return BlockerKind.NO_RIGHT
    if is_too_early(approval.on, item):
        return BlockerKind.TOO_EARLY
    if approval.seal and approval.seal not in item.seals:
        return BlockerKind.EDITED
    if plan.seal_required and not approval.seal:
        return BlockerKind.NO_SEAL
    return None


def _roles(named: Role | None, found: RoleHolder) -> tuple[Role, ...]:
    """The roles in which an approval means to count.

    A line that names no role counts for the board if the person may approve for the board, or for
    a role in which the board stands in; else for the rights they have: an accountant who just
    writes her name means the finance.
    """
    if named:
        return (named,)
    return (BOARD, *found.stands_in_for) if BOARD in found.roles else found.roles


def _named_role(approval: Approval, found: RoleHolder) -> Role | None:
    """The role a line names; a member's own title or duty behind the date names none.

    Unless it is called as a role that they hold: “tổ trưởng” is both.
    """
    own = (found.member.title, found.member.duty) if found.member else ()
    is_own = approval.role in {Role(words) for words in own if words}
    return None if is_own and approval.role not in found.roles else approval.role


@dataclass(frozen=True)
class Casting:
    """Roles given to people, each to another one: those that stay empty, and who has the rest."""

    missing: tuple[Role, ...] = ()
    claims: tuple[RoleClaim, ...] = ()

    @property
    def cost(self) -> tuple[int, int]:
        """The fewer roles are empty the better; then, the fewer people stand in."""
        return len(self.missing), sum(claim.is_stand_in for claim in self.claims)


def cast(required: Sequence[Role], given: Sequence[RoleClaim]) -> Casting:
    """The best way to give each role to another person."""
    if not required:
        return Casting()
    role, rest = required[0], required[1:]
    without = cast(rest, given)
    best = Casting((role, *without.missing), without.claims)
    for offer in given:
        if offer.role == role:
            left = [other for other in given if not other.plan.are_one(other.by, offer.by)]
            others = cast(rest, left)
            found = Casting(others.missing, (offer, *others.claims))
            best = min(best, found, key=lambda casting: casting.cost)
    return best


def unfilled(required: Sequence[Role], given: Sequence[RoleClaim]) -> tuple[Role, ...]:
    """The roles that stay empty when each role is given to another person, as well as can be."""
    return cast(required, given).missing
