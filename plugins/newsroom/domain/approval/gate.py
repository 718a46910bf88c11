"""The gate: it says whether an article may be public, and if not, why not.

The rule of the contract: it carries every approval its category asks for, each by a person whom
the plan of that date lets give it, none by an author, none from the future, by as many people as
there are roles, over the text as it stands, and it is not returned or withdrawn; and that the
families agreed to its pictures, where the plan wants that said. Requirements P1 to P5.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..content.content_item import NO_DATE, Article, ContentItem
from ..content.decisions import Decision, DecisionKind
from ..plan.board import BOARD, HEAD, Role
from ..plan.plan import Plan, plan_on
from ..section import RESERVED_SLUGS
from ..text.dates import moment_of
from .approvers import asks_for_head, authors_of, groups_of, who_has_the_last_word, who_may_fill
from .blocker import Blocker, BlockerKind
from .consent import lacks_consent
from .import_approval import import_fault, reasons_with_import
from .validity import Casting, EvaluatedApproval, RoleClaim, cast, evaluate, unfilled


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """The gate's judgement of an item on one day.

    `reasons` empty means public. `approved_on` is the day on which the last approval it needs
    was given; None while one is missing. `open_roles` are those in which somebody has to approve
    it as it stands, `approved_by` the codes of those who fill the others: they are not asked again.
    `stand_ins` are the roles that a second member of the board fills, since only authors hold them.
    """

    reasons: tuple[Blocker, ...]
    approved_on: date | None
    open_roles: tuple[Role, ...]
    approved_by: tuple[str, ...]
    stand_ins: tuple[Role, ...] = ()


def judge(item: ContentItem, plans: Sequence[Plan], now: date) -> Judgement:
    """Hold an item against the rule. `now` is a moment, or a day as of its first minute."""
    moment = moment_of(now)
    today = moment.date()
    weighed = [evaluate(approval, item, plans, today) for approval in item.decisions.since_return]
    required = required_roles(item, plans)
    casting = cast(required, [offer for one in weighed for offer in one.offers])
    own = _reasons_of_approval(item, weighed, casting, plans)
    missing = reasons_with_import(item, own, plans, today)
    is_of_import = bool(own) and not missing
    reasons = [
        *(
            Blocker(kind=BlockerKind.WITHDRAWN, who=d.by, on=d.on, text=d.reason)
            for d in item.decisions.of(DecisionKind.WITHDRAWN)
        ),
        *(Blocker(kind=BlockerKind.BROKEN, text=str(error.message)) for error in item.errors),
        *missing,
    ]
    if isinstance(item, Article) and lacks_consent(item, plans):
        reasons.append(Blocker(kind=BlockerKind.NO_CONSENT))
    if moment < item.appears_at and item.appears != NO_DATE:
        reasons.append(Blocker(kind=BlockerKind.SCHEDULED, on=item.appears, at=item.hour))
    if len(reasons) > 1:
        order = list(BlockerKind)
        reasons.sort(key=lambda reason: order.index(reason.kind))
    return Judgement(
        reasons=tuple(reasons),
        approved_on=_imported_on(item)
        if is_of_import
        else None
        if missing
        else _completed_on(weighed, required, plans),
        # Edited, with every role filled by somebody: the one whose yes fell has to look again.
        open_roles=()
        if is_of_import
        else casting.missing
        or tuple(dict.fromkeys(r.role or BOARD for r in missing if r.kind is BlockerKind.EDITED)),
        approved_by=tuple(claim.by.code for claim in casting.claims),
        stand_ins=tuple(claim.role for claim in casting.claims if claim.is_stand_in),
    )


def roles_missing(item: ContentItem, plans: Sequence[Plan], today: date) -> tuple[Role, ...]:
    """The roles in which somebody still has to approve it as it stands."""
    since = item.decisions.since_return
    weighed = (evaluate(approval, item, plans, today) for approval in since)
    return unfilled(required_roles(item, plans), [offer for one in weighed for offer in one.offers])


def _imported_on(item: ContentItem) -> date | None:
    """The day of the decision over the import that brought it."""
    return item.imported.decision.on if isinstance(item, Article) and item.imported else None


def _completed_on(
    weighed: Sequence[EvaluatedApproval], required: Sequence[Role], plans: Sequence[Plan]
) -> date | None:
    """The day of the approval with which every role was filled for the first time.

    Where the plan keeps the last word for the principal, the day of that.
    """
    sound = [one.approval.on for one in weighed if one.offers]
    last = plan_on(plans, sound[-1]) if sound else None
    if last and last.principal_approves_last:
        return sound[-1]
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
    item: ContentItem,
    weighed: Sequence[EvaluatedApproval],
    casting: Casting,
    plans: Sequence[Plan],
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
    if casting.missing:
        return (
            *(one.fault for one in weighed if one.fault),
            *(Blocker(kind=BlockerKind.MISSING_ROLE, role=role) for role in casting.missing),
        )
    edited = tuple(
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
    return edited or _without_the_last_word(item, weighed, plans)


def _without_the_last_word(
    item: ContentItem, weighed: Sequence[EvaluatedApproval], plans: Sequence[Plan]
) -> tuple[Blocker, ...]:
    """The reason where the plan of the last approval keeps it for the principal, who has not come.

    Of all that count, the last approval is then to be the principal's.
    """
    *_, last = (one for one in weighed if one.offers)
    plan = plan_on(plans, last.approval.on)
    people = who_has_the_last_word(authors_of(item), plan, last.approval.on) if plan else ()
    given_by = {claim.by.code for claim in last.offers}
    if not people or given_by & {person.code for person in people}:
        return ()
    names = ", ".join(person.name for person in people)
    return (Blocker(kind=BlockerKind.NO_LAST_WORD, who=names),)


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
    # Of an hour of that very day nobody knows whether it had come: then there is no trace of it.
    if not days or item.appears_at > moment_of(min(days)):
        return None
    if not item.slug or (not isinstance(item, Article) and item.slug in RESERVED_SLUGS):
        # It never had an address of its own: at that one stands, or will stand, something else.
        return None
    weighed = [
        evaluate(approval, replace(item, fingerprint=approval.seal), plans, today)
        for approval in item.decisions.since_return
        if approval.on <= min(days)
    ]
    given = [offer for one in weighed for offer in one.offers]
    if _stood_by_import(item, min(days), plans, today):
        return min(days)
    never_stood = unfilled(required_roles(item, plans), given) or _without_the_last_word(
        item, weighed, plans
    )
    return None if never_stood else min(days)


def _stood_by_import(item: ContentItem, day: date, plans: Sequence[Plan], today: date) -> bool:
    """True where the decision over its import had let it out by that day, whatever its text was."""
    imported = item.imported if isinstance(item, Article) else None
    if imported is None or not imported.seal or item.decisions.of(DecisionKind.RETURNED):
        return False
    decided = imported.decision.on
    return (
        decided is not None
        and item.appears <= decided <= day
        and import_fault(imported.decision, plans, today) is None
    )


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
    """True where the one person of that name served on the board on a day that has come."""
    plan = plan_on(plans, on)
    if plan is None or on > today or len(plan.people.find(name)) != 1:
        return False
    return plan.member(name, on) is not None
