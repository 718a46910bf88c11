"""The worth of a line of the ledger (gửi, được đăng): it is shown and counts, or has a fault."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from ..content.content_item import Article
from ..content.submission import Submission
from ..plan.plan import Plan, plan_on


class LedgerFault(Enum):
    """The reason for which a line of the ledger is neither shown nor counted."""

    AHEAD = "its day has not come"
    EDITED = "changed after it was sealed"
    NO_SEAL = "without the seal that the plan asks for"


def ledger_fault(
    line: Submission, article: Article, plans: Sequence[Plan], today: date
) -> LedgerFault | None:
    """The fault for which a line of this article does not count; None where it does.

    A seal is asked for where the plan of the line's day asks for those of approvals; a line that
    somebody typed by hand counts elsewhere without one.
    """
    if line.on > today:
        return LedgerFault.AHEAD
    if line.seal:
        return None if line.seal == line.seal_for(article.slug) else LedgerFault.EDITED
    plan = plan_on(plans, line.on)
    return LedgerFault.NO_SEAL if plan and plan.seal_required else None


def sound_submissions(
    article: Article, plans: Sequence[Plan], today: date
) -> tuple[Submission, ...]:
    """The lines of its ledger that count."""
    return tuple(
        line for line in article.submissions if ledger_fault(line, article, plans, today) is None
    )
