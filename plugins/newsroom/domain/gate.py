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


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What the gate says of a manuscript on one day.

    `reasons` empty means public. `approved_on` is the day on which the last approval it needs
    was given; None while one is missing.
    """

    reasons: tuple[Reason, ...]
    approved_on: date | None


def judge(manuscript: Manuscript, plans: Sequence[Plan], today: date) -> Judgement:
    """Hold a manuscript against the rule."""
    weighed = [
        _weigh(approval, manuscript, plans, today) for approval in manuscript.decisions.since_return
    ]
    missing = _reasons_of_approval(manuscript, weighed)
    reasons = [
        *(
            Reason(kind=ReasonKind.WITHDRAWN, who=d.by, on=d.on, text=d.reason)
            for d in manuscript.decisions.of(DecisionKind.WITHDRAWN)
        ),
        *(Reason(kind=ReasonKind.BROKEN, text=error.message) for error in manuscript.errors),
        *missing,
    ]
    if isinstance(manuscript, Article) and today < manuscript.on != NO_DATE:
        reasons.append(Reason(kind=ReasonKind.SCHEDULED, on=manuscript.on))
    if len(reasons) > 1:
        order = list(ReasonKind)
        reasons.sort(key=lambda reason: order.index(reason.kind))
    return Judgement(
        reasons=tuple(reasons),
        approved_on=None if missing else _completed_on(manuscript, weighed),
    )


def reasons_to_withhold(
    manuscript: Manuscript, plans: Sequence[Plan], today: date
) -> tuple[Reason, ...]:
    """Every reason that keeps the manuscript from the public; empty means it is public."""
    return judge(manuscript, plans, today).reasons


def _completed_on(manuscript: Manuscript, weighed: Sequence["_Weighed"]) -> date | None:
    """The day of the approval with which every role was filled for the first time."""
    required = _required_roles(manuscript)
    given: list[_Offer] = []
    for one in weighed:
        given += one.offers
        if one.offers and not _unfilled(required, given):
            return one.approval.on
    return None


def _required_roles(manuscript: Manuscript) -> tuple[Role, ...]:
    return manuscript.category.required_roles if isinstance(manuscript, Article) else (BOARD,)


def _authors(manuscript: Manuscript) -> tuple[Person, ...]:
    return manuscript.authors if isinstance(manuscript, Article) else ()


def _reasons_of_approval(
    manuscript: Manuscript, weighed: Sequence["_Weighed"]
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
    if not weighed:
        return (Reason(kind=ReasonKind.WAITING),)
    given = [offer for one in weighed for offer in one.offers]
    if missing := _unfilled(_required_roles(manuscript), given):
        return (
            *(one.fault for one in weighed if one.fault),
            *(Reason(kind=ReasonKind.MISSING_ROLE, role=role) for role in missing),
        )
    return tuple(
        one.fault
        for one in weighed
        if one.fault
        and one.fault.kind is ReasonKind.EDITED
        and not any(
            later.approval.order > one.approval.order
            and not later.fault
            and later.roles & one.roles
            for later in weighed
        )
    )


@dataclass(frozen=True, kw_only=True)
class _Offer:
    """A role that a sound approval can fill."""

    role: Role
    by: Person
    plan: Plan


@dataclass(frozen=True, kw_only=True)
class _Weighed:
    """One approval: why it does not count, or (where it does) the roles it can fill.

    `roles` are those that it meant to fill, also where it does not count.
    """

    approval: Approval
    fault: Reason | None
    roles: frozenset[Role]
    offers: tuple[_Offer, ...]


def _weigh(
    approval: Approval, manuscript: Manuscript, plans: Sequence[Plan], today: date
) -> _Weighed:
    plan = plan_on(plans, approval.on)
    member = plan.member(approval.by, approval.on) if plan else None
    if plan is None or member is None:
        kind = ReasonKind.NOT_ON_BOARD
        if approval.on > today:
            kind = ReasonKind.FUTURE_APPROVAL
        return _Weighed(
            approval=approval, fault=_fault(approval, kind), roles=frozenset(), offers=()
        )
    kind_of_fault = _kind_of_fault(approval, member, plan, manuscript, today)
    roles = _roles(approval, member)
    return _Weighed(
        approval=approval,
        fault=_fault(approval, kind_of_fault) if kind_of_fault else None,
        roles=frozenset(roles),
        offers=()
        if kind_of_fault
        else tuple(_Offer(role=role, by=member.person, plan=plan) for role in roles),
    )


def _fault(approval: Approval, kind: ReasonKind) -> Reason:
    return Reason(kind=kind, who=approval.by, role=approval.role, on=approval.on)


def _kind_of_fault(
    approval: Approval, member: BoardMember, plan: Plan, manuscript: Manuscript, today: date
) -> ReasonKind | None:
    """Why this approval of a board member does not count; None when it does."""
    if approval.on > today:
        return ReasonKind.FUTURE_APPROVAL
    # Whoever could be meant: a name that an author bears too must not approve for them.
    bearers = plan.people.find(approval.by)
    if any(plan.are_one(one, author) for one in bearers for author in _authors(manuscript)):
        return ReasonKind.SELF_APPROVED
    if len(bearers) > 1:
        return ReasonKind.AMBIGUOUS
    role = _named_role(approval, member)
    if role and not member.may_approve_as(role, approval.on):
        return ReasonKind.NO_RIGHT
    if approval.seal and approval.seal != manuscript.fingerprint:
        return ReasonKind.EDITED
    if plan.seal_required and not approval.seal:
        return ReasonKind.NO_SEAL
    return None


def _roles(approval: Approval, member: BoardMember) -> tuple[Role, ...]:
    """The roles in which an approval means to count.

    A line that names no role counts for the board if the person may approve for the board, else
    for the rights they have: an accountant who just writes her name means the finance.
    """
    if role := _named_role(approval, member):
        return (role,)
    return (BOARD,) if BOARD in member.roles else member.roles


def _named_role(approval: Approval, member: BoardMember) -> Role | None:
    """The role a line names; a member's own title or duty behind the date names none."""
    if approval.role is None or approval.role in {
        Role(words) for words in (member.title, member.duty) if words
    }:
        return None
    return approval.role


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
