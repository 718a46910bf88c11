"""Whether an article may be public, and if not, why not.

The rule of the contract: it carries every approval its category asks for, each by a person whom
the plan of that date lets give it, none by an author, none from the future, by as many people as
there are roles, over the text as it stands, and it is not returned or withdrawn.
Requirements P1 to P5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from .approval import Approval, Decision, DecisionKind
from .article import NO_DATE, Article, Manuscript
from .board import BOARD, BoardMember, Role
from .group import Person
from .plan import Plan, plan_on


class ReasonKind(Enum):
    """Why an article is withheld. The order is that in which the desk shows them."""

    WITHDRAWN = "withdrawn"
    BROKEN = "broken"
    RETURNED = "returned"
    EDITED = "edited after approval"
    SELF_APPROVED = "approved by an author"
    AMBIGUOUS = "approved by a name that several people bear"
    NOT_ON_BOARD = "approved by somebody not on the board"
    NO_RIGHT = "approved without the right"
    FUTURE_APPROVAL = "approval dated in the future"
    NO_SEAL = "approval without the seal that the plan asks for"
    MISSING_ROLE = "missing an approval"
    WAITING = "waiting"
    SCHEDULED = "its date has not come"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason for withholding: its kind, whom it concerns, and what somebody wrote."""

    kind: ReasonKind
    who: str = ""
    role: Role | None = None
    on: date | None = None
    text: str = ""


def reasons_to_withhold(
    manuscript: Manuscript, plans: Sequence[Plan], today: date
) -> tuple[Reason, ...]:
    """Every reason that keeps the manuscript from the public; empty means it is public."""
    reasons = [
        *(
            Reason(kind=ReasonKind.WITHDRAWN, who=d.by, on=d.on, text=d.reason)
            for d in manuscript.decisions.of(DecisionKind.WITHDRAWN)
        ),
        *(Reason(kind=ReasonKind.BROKEN, text=error.message) for error in manuscript.errors),
        *_reasons_of_approval(manuscript, plans, today),
    ]
    if isinstance(manuscript, Article) and today < manuscript.on != NO_DATE:
        reasons.append(Reason(kind=ReasonKind.SCHEDULED, on=manuscript.on))
    order = list(ReasonKind)
    return tuple(sorted(reasons, key=lambda reason: order.index(reason.kind)))


def approved_on(article: Manuscript, plans: Sequence[Plan], today: date) -> date | None:
    """The day on which the last approval it needs was given; None while one is missing."""
    if _reasons_of_approval(article, plans, today):
        return None
    required = _required_roles(article)
    given: list[_Offer] = []
    for approval in article.decisions.since_return:
        if _fault(approval, article, plans, today) is None:
            given += _offers(approval, plans)
            if not _unfilled(required, given):
                return approval.on
    return None


def _required_roles(manuscript: Manuscript) -> tuple[Role, ...]:
    return manuscript.category.required_roles if isinstance(manuscript, Article) else (BOARD,)


def _authors(manuscript: Manuscript) -> tuple[Person, ...]:
    return manuscript.authors if isinstance(manuscript, Article) else ()


def _reasons_of_approval(
    manuscript: Manuscript, plans: Sequence[Plan], today: date
) -> tuple[Reason, ...]:
    if returned := manuscript.decisions.standing_return:
        return (
            Reason(
                kind=ReasonKind.RETURNED,
                who=returned.by,
                on=returned.on,
                text=returned.reason,
            ),
        )
    approvals = manuscript.decisions.since_return
    faults = {approval: _fault(approval, manuscript, plans, today) for approval in approvals}
    given = [
        offer
        for approval in approvals
        if faults[approval] is None
        for offer in _offers(approval, plans)
    ]
    missing = _unfilled(_required_roles(manuscript), given)
    if not approvals:
        return (Reason(kind=ReasonKind.WAITING),)
    if missing:
        return (
            *(fault for fault in faults.values() if fault),
            *(Reason(kind=ReasonKind.MISSING_ROLE, role=role) for role in missing),
        )
    return tuple(
        fault
        for approval, fault in faults.items()
        if fault
        and fault.kind is ReasonKind.EDITED
        and not any(
            later.order > approval.order
            and not faults[later]
            and _roles(later, plans) & _roles(approval, plans)
            for later in approvals
        )
    )


def _fault(
    approval: Approval, manuscript: Manuscript, plans: Sequence[Plan], today: date
) -> Reason | None:
    """Why this approval does not count; None when it does."""
    plan = plan_on(plans, approval.on)
    member = plan.member(approval.by, approval.on) if plan else None

    def because(kind: ReasonKind) -> Reason:
        return Reason(kind=kind, who=approval.by, role=approval.role, on=approval.on)

    if approval.on > today:
        return because(ReasonKind.FUTURE_APPROVAL)
    if plan is None or member is None:
        return because(ReasonKind.NOT_ON_BOARD)
    # Whoever could be meant: a name that an author bears too must not approve for them.
    bearers = plan.people.find(approval.by)
    if any(plan.are_one(one, author) for one in bearers for author in _authors(manuscript)):
        return because(ReasonKind.SELF_APPROVED)
    if len(bearers) > 1:
        return because(ReasonKind.AMBIGUOUS)
    role = _named_role(approval, member)
    if role and not member.may_approve_as(role, approval.on):
        return because(ReasonKind.NO_RIGHT)
    if approval.seal and approval.seal != manuscript.fingerprint:
        return because(ReasonKind.EDITED)
    if plan.seal_required and not approval.seal:
        return because(ReasonKind.NO_SEAL)
    return None


@dataclass(frozen=True, kw_only=True)
class _Offer:
    """A role that a sound approval can fill."""

    role: Role
    by: Person
    plan: Plan


def _offers(approval: Approval, plans: Sequence[Plan]) -> list[_Offer]:
    """The roles in which this approval, known to be sound, can count.

    A line that names no role counts for the board if the person may approve for the board, else
    for the rights they have: an accountant who just writes her name means the finance.
    """
    plan = plan_on(plans, approval.on)
    member = plan.member(approval.by, approval.on) if plan else None
    if plan is None or member is None:
        return []
    if role := _named_role(approval, member):
        roles: tuple[Role, ...] = (role,)
    else:
        roles = (BOARD,) if BOARD in member.roles else member.roles
    return [_Offer(role=role, by=member.person, plan=plan) for role in roles]


def _named_role(approval: Approval, member: BoardMember) -> Role | None:
    """The role a line names; a member's own title or duty behind the date names none."""
    if approval.role in {Role(words) for words in (member.title, member.duty) if words}:
        return None
    return approval.role


def _roles(approval: Approval, plans: Sequence[Plan]) -> set[Role]:
    return {offer.role for offer in _offers(approval, plans)}


def _unfilled(required: Sequence[Role], given: Sequence[_Offer]) -> tuple[Role, ...]:
    """The roles that stay empty when each role is given to another person, as well as can be."""
    if not required:
        return ()
    role, rest = required[0], required[1:]
    best = (role, *_unfilled(rest, given))
    for offer in given:
        if offer.role == role:
            left = [other for other in given if not other.plan.are_one(other.by, offer.by)]
            best = min(best, _unfilled(rest, left), key=len)
    return best


def sound_corrections(
    manuscript: Manuscript, plans: Sequence[Plan], today: date
) -> tuple[Decision, ...]:
    """The corrections that readers may see: by somebody on the board of that day, not ahead."""
    return tuple(
        correction
        for correction in manuscript.decisions.of(DecisionKind.CORRECTED)
        if correction.on
        and correction.on <= today
        and (plan := plan_on(plans, correction.on))
        and plan.member(correction.by, correction.on)
    )
