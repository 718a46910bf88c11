"""Why an item is withheld."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..plan.board import Role


class BlockerKind(Enum):
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
    TOO_EARLY = "approval dated before the article existed"
    NO_SEAL = "approval without the seal that the plan asks for"
    MISSING_ROLE = "missing an approval"
    NO_LAST_WORD = "the principal, who approves last, has not approved"
    WAITING = "waiting"
    NO_CONSENT = "its pictures lack the consent that the plan asks for"
    SCHEDULED = "its date has not come"


@dataclass(frozen=True, kw_only=True, slots=True)
class Blocker:
    """One reason for withholding: its kind, whom it concerns, and what somebody wrote.

    Of a missing role `who` are the codes of those who fill the others, with commas: two roles take
    two people.
    """

    kind: BlockerKind
    who: str = ""
    role: Role | None = None
    on: date | None = None
    text: str = ""
