"""The gate: it says whether an article may be public, and if not, why not.

The rule of the contract: it carries every approval its category asks for, each by a person whom
the plan of that date lets give it, none by an author, none from the future, by as many people as
there are roles, over the text as it stands, and it is not returned or withdrawn; and that the
families agreed to its pictures, where the plan wants that said. Requirements P1 to P5.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..content.content_item import NO_DATE, RESERVED_SLUGS, Article, ContentItem
from ..content.decisions import Decision, DecisionKind
from ..plan.board import BOARD, HEAD, Role
from ..plan.plan import Plan, plan_on
from .approvers import asks_for_head, groups_of, who_may_fill
from .blocker import Blocker, BlockerKind
from .consent import lacks_consent
from .validity import EvaluatedApproval, RoleClaim, evaluate, unfilled


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """The gate's judgement of an item on one day.

    `reasons` empty means public. `approved_on` is the day on which the last approval it needs
    was given; None while one is missing.
    """

    reasons: tuple[Blocker, ...]
    approved_on: date | None


def judge(item: ContentItem, plans: Sequence[Plan], today: date) -> Judgement:
    """Hold an item against the rule."""
    weighed = [evaluate(approval, item, plans, today) for approval in item.decisions.since_return]
    required = required_roles(item, plans)
    missing = _reasons_of_approval(item, weighed, required)
    reasons = [
        *(
            Blocker(kind=BlockerKind.WITHDRAWN, who=d.by, on=d.on, text=d.reason)
            for d in item.decisions.of(DecisionKind.WITHDRAWN)
        ),
        *(Blocker(kind=BlockerKind.BROKEN, text=error.message) for error in item.errors),
        *missing,
    ]
    if isinstance(item, Article) and lacks_consent(item, plans):
        reasons.append(Blocker(kind=BlockerKind.NO_CONSENT))
    if today < item.appears != NO_DATE:
        reasons.append(Blocker(kind=BlockerKind.SCHEDULED, on=item.appears))
    if len(reasons) > 1:
        order = list(BlockerKind)
        reasons.sort(key=lambda reason: order.index(reason.kind))
    return Judgement(
        reasons=tuple(reasons),
        approved_on=None if missing else _completed_on(weighed, required),
    )


def roles_missing(item: ContentItem, plans: Sequence[Plan], today: date) -> tuple[Role, ...]:
    """The roles in which somebody still has to approve it as it stands."""
    since = item.decisions.since_return
    weighed = (evaluate(approval, item, plans, today) for approval in since)
    return unfilled(required_roles(item, plans), [offer for one in weighed for offer in one.offers])


def _completed_on(weighed: Sequence[EvaluatedApproval], required: Sequence[Role]) -> date | None:
    """The day of the approval with which every role was filled for the first time."""
    given: list[RoleClaim] = []
    for one in weighed:
        given += one.offers
        if one.offers and not unfilled(required, given):
            return one.approval.on
    return None


def required_roles(item: ContentItem, plans: Sequence[Plan]) -> tuple[Role, ...]:
    """The roles in which it has to be approved, each by another person.

    The head's first look is dropped where every head is an author, or there is none: the board
    reads it anyway.
    """
    if not isinstance(item, Article):
        return (BOARD,)
    roles = item.category.required_roles
    plan = plan_on(plans, item.on) if asks_for_head(item) else None
    if plan and not who_may_fill(HEAD, item.authors, groups_of(item), plan, item.on):
        return tuple(role for role in roles if role != HEAD)
    return roles


def _reasons_of_approval(
    item: ContentItem, weighed: Sequence[EvaluatedApproval], required: Sequence[Role]
) -> tuple[Blocker, ...]:
    if returned := item.decisions.standing_return:
        return (
            Blocker(
                kind=BlockerKind.RETURNED,
                who=returned.by,
                on=returned.on,
                text=returned.reason,
            ),
        )
    if not weighed:
        return (Blocker(kind=BlockerKind.WAITING),)
    given = [offer for one in weighed for offer in one.offers]
    if missing := unfilled(required, given):
        return (
            *(one.fault for one in weighed if one.fault),
            *(Blocker(kind=BlockerKind.MISSING_ROLE, role=role) for role in missing),
        )
    return tuple(
        one.fault
        for one in weighed
        if one.fault
        and one.fault.kind is BlockerKind.EDITED
        and not any(
            later.approval.order > one.approval.order
            and not later.fault
            and later.roles & one.roles
            for later in weighed
        )
    )


def removed_on(item: ContentItem, plans: Sequence[Plan], today: date) -> date | None:
    """The day on which something that stood in public was taken down; None for all else.

    The world knows its address already, so a short page may say there that it is gone (C1). It
    stood in public if on that day its own date had come and every role had been filled over
    whatever text it then had.
    """
    days = [
        decision.on
        for decision in item.decisions.of(DecisionKind.WITHDRAWN)
        if decision.on and decision.on <= today
    ]
    if not days or item.appears > min(days):
        return None
    if not item.slug or (not isinstance(item, Article) and item.slug in RESERVED_SLUGS):
        # It never had an address of its own: at that one stands, or will stand, something else.
        return None
    given = [
        offer
        for approval in item.decisions.since_return
        if approval.on <= min(days)
        for offer in evaluate(
            approval, replace(item, fingerprint=approval.seal), plans, today
        ).offers
    ]
    return None if unfilled(required_roles(item, plans), given) else min(days)


def sound_corrections(
    item: ContentItem, plans: Sequence[Plan], today: date
) -> tuple[Decision, ...]:
    """The corrections that readers may see: by somebody on the board of that day, not ahead."""
    return tuple(
        correction
        for correction in item.decisions.of(DecisionKind.CORRECTED)
        if correction.on and is_of_the_board(correction.by, correction.on, plans, today)
    )


def is_of_the_board(name: str, on: date, plans: Sequence[Plan], today: date) -> bool:
    """True where somebody of that name served on the board on a day that has come."""
    plan = plan_on(plans, on)
    return on <= today and plan is not None and plan.member(name, on) is not None
