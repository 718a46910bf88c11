"""The worth of an import's one decision, and what it gives each article of its list. Decision 41.

It is an approval of its own kind: it fills every role, for the archive was public already. So it
is given by whoever has the last word, over a list that names each article with its seal.
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from ..content.content_item import Article, ContentItem
from ..content.decisions import DecisionKind
from ..content.import_decision import ImportDecision
from ..plan.board import BOARD
from ..plan.group import Person
from ..plan.plan import Plan, plan_on
from .blocker import Blocker, BlockerKind


class ImportFault(Enum):
    """The reason for which a decision over an import gives nothing to any of its articles."""

    UNREADABLE = "its file cannot be read"
    UNDECIDED = "nobody has decided yet"
    UNSEALED = "its seal is not that of its list"
    AHEAD = "its day has not come"
    NO_PLAN = "no plan says who served on its day"
    AMBIGUOUS = "several people bear the name"
    NOT_ON_BOARD = "its giver was not on the board of that day"
    NO_RIGHT = "its giver did not have the last word"


def who_may_approve_imports(plan: Plan, day: date) -> tuple[Person, ...]:
    """Those with the last word over what appears: the editor-in-chief.

    Where the plan keeps the last approval for the principal (hiệu trưởng duyệt cuối), that is the
    principal. Both only while they serve, and hold the board's right to approve.
    """
    members = plan.principals if plan.principal_approves_last else plan.editors_in_chief
    return tuple(member.person for member in members if member.may_approve_as(BOARD, day))


def import_fault(
    decision: ImportDecision, plans: Sequence[Plan], today: date
) -> ImportFault | None:
    """The fault for which the decision counts for nothing; None where it does."""
    if not decision.is_readable:
        return ImportFault.UNREADABLE
    if not decision.by and not decision.seal:
        return ImportFault.UNDECIDED
    if decision.on is None or not decision.is_sealed:
        return ImportFault.UNSEALED
    if decision.on > today:
        return ImportFault.AHEAD
    return right_to_import(decision.by, plans, decision.on)


def right_to_import(name: str, plans: Sequence[Plan], day: date) -> ImportFault | None:
    """The reason for which somebody may not decide about an import on a day; None if they may."""
    plan = plan_on(plans, day)
    if plan is None:
        return ImportFault.NO_PLAN
    if len(plan.people.find(name)) > 1:
        return ImportFault.AMBIGUOUS
    member = plan.member(name, day)
    if member is None:
        return ImportFault.NOT_ON_BOARD
    may = {person.code for person in who_may_approve_imports(plan, day)}
    return None if member.person.code in may else ImportFault.NO_RIGHT


def import_reason(article: Article, plans: Sequence[Plan], today: date) -> Blocker | None:
    """The reason for which its import does not let an article out; None where it does.

    The article must be an imported one.
    """
    imported = article.imported
    assert imported is not None
    decision = imported.decision
    fault = import_fault(decision, plans, today)
    if fault is ImportFault.UNDECIDED or (fault is None and not imported.seal):
        kind = BlockerKind.IMPORT_WAITING
    elif fault:
        kind = BlockerKind.IMPORT_VOID
    elif imported.seal != article.fingerprint:
        kind = BlockerKind.IMPORT_EDITED
    elif decision.on and article.on > decision.on:
        # An archive is of the past: nobody says yes to what is still to come by a list.
        kind = BlockerKind.IMPORT_AHEAD
    else:
        return None
    return Blocker(kind=kind, who=decision.by, on=decision.on, text=decision.path)


def stands_by_import(item: ContentItem, plans: Sequence[Plan], today: date) -> bool:
    """True where the decision over its import is approval enough for an item.

    What was ever returned needs a yes of its own.
    """
    return (
        isinstance(item, Article)
        and item.imported is not None
        and not item.decisions.of(DecisionKind.RETURNED)
        and import_reason(item, plans, today) is None
    )


def reasons_with_import(
    item: ContentItem, own: tuple[Blocker, ...], plans: Sequence[Plan], today: date
) -> tuple[Blocker, ...]:
    """The reasons left by the item's own approvals, once its import is asked too."""
    if not own or not isinstance(item, Article) or item.imported is None:
        return own
    if item.decisions.of(DecisionKind.RETURNED):
        return own
    reason = import_reason(item, plans, today)
    if reason is None:
        return ()
    # Whoever wrote approvals into the header wants to know what these lack.
    return own if item.decisions.approvals else (reason,)


def counts(article: Article, plans: Sequence[Plan], today: date) -> bool:
    """True where an article counts in quotas: an imported one, where its decision says so.

    Such a decision has to be sound itself; whoever edits the article later changes nothing.
    """
    if article.imported is None:
        return True
    decision = article.imported.decision
    return decision.counts and import_fault(decision, plans, today) is None
