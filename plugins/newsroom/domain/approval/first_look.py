"""The head's first look at an article: its place among the approvals is advice, never a reason."""

from collections.abc import Sequence
from datetime import date

from ..content.content_item import ContentItem
from ..content.decisions import Approval
from ..plan.board import BOARD, HEAD, Role
from ..plan.plan import Plan
from .approvers import asks_for_head
from .gate import required_roles
from .validity import evaluate


def comes_before_the_head(item: ContentItem, plans: Sequence[Plan], today: date) -> bool:
    """True where an approval for the board, given now, would come before the head's first look."""
    is_asked = asks_for_head(item) and HEAD in required_roles(item, plans)
    return is_asked and _first(HEAD, item, plans, today) is None


def late_first_look(item: ContentItem, plans: Sequence[Plan], today: date) -> Approval | None:
    """The head's approval where it came behind the board's, though the plan asks for it first."""
    if not asks_for_head(item):
        return None
    of_the_board = _first(BOARD, item, plans, today)
    of_the_head = _first(HEAD, item, plans, today)
    if of_the_board is None or of_the_head is None:
        return None
    return of_the_head if of_the_board.order < of_the_head.order else None


def _first(role: Role, item: ContentItem, plans: Sequence[Plan], today: date) -> Approval | None:
    """The first approval that counts in this role since the last return."""
    weighed = (evaluate(approval, item, plans, today) for approval in item.decisions.since_return)
    filled = (one.approval for one in weighed if role in {offer.role for offer in one.offers})
    return next(filled, None)
