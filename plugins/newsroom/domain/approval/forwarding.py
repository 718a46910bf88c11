"""The rule of sending and carrying: approved, selected, then sent, then carried.

Requirements P1 (S0), P2 (S1), P6 (S4). An office takes what the school stands behind, so the last
approval comes first. Newspapers and offices also pull what nobody sent them: a carrying needs no
sending, and it stays one where the article was edited and approved anew behind it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..content.content_item import Article
from ..content.submission import ForwardingFault, Submission, SubmissionKind
from ..plan.plan import Plan, plan_on
from .gate import is_of_the_board, required_roles
from .validity import RoleClaim, evaluate, unfilled


def forwarding_fault(
    sent: Submission,
    article: Article,
    approved_on: date | None,
    plans: Sequence[Plan],
    today: date,
) -> ForwardingFault | None:
    """Why a sending or carrying does not count; None where it does.

    `approved_on` is the day of the last approval that the article needs.
    """
    if approved_on is None:
        return ForwardingFault.NOT_APPROVED
    if sent.kind is SubmissionKind.CARRIED:
        first = first_approved_on(article, plans, today) or approved_on
        return ForwardingFault.BEFORE_APPROVAL if sent.on < min(first, approved_on) else None
    if sent.on < approved_on:
        return ForwardingFault.BEFORE_APPROVAL
    plan = plan_on(plans, sent.on)
    needs_selection = plan is not None and plan.sending_needs_selection
    if needs_selection and not _was_selected(sent, article, approved_on, plans, today):
        return ForwardingFault.NOT_SELECTED
    return None


def first_approved_on(article: Article, plans: Sequence[Plan], today: date) -> date | None:
    """The first day on which every role was filled, over whatever text the article then had."""
    required, given = required_roles(article, plans), list[RoleClaim]()
    for approval in sorted(article.decisions.approvals, key=lambda approval: approval.order):
        then = replace(article, fingerprint=approval.seal)
        given += evaluate(approval, then, plans, today).offers
        if given and not unfilled(required, given):
            return approval.on
    return None


def _was_selected(
    sent: Submission, article: Article, approved_on: date, plans: Sequence[Plan], today: date
) -> bool:
    """True where the board selected the approved article for that office, by the day it went."""
    return any(
        selection.office.code == sent.office.code
        and approved_on <= selection.on <= sent.on
        and is_of_the_board(selection.by, selection.on, plans, today)
        for selection in article.selections
    )
