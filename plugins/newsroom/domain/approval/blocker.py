"""Why an item is withheld."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import assert_never

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
    IMPORT_VOID = "the decision over its import counts for nothing"
    IMPORT_EDITED = "changed after its import was approved"
    IMPORT_AHEAD = "its date is later than the decision over its import"
    IMPORT_WAITING = "its import waits for a decision"
    WAITING = "waiting"
    NO_CONSENT = "its pictures lack the consent that the plan asks for"
    SCHEDULED = "its date has not come"

    @property
    def family(self) -> "BlockerFamily":
        """The rule that every other question about a reason starts from."""
        match self:
            case BlockerKind.WITHDRAWN | BlockerKind.RETURNED:
                return BlockerFamily.DECISION
            case (
                BlockerKind.SELF_APPROVED
                | BlockerKind.AMBIGUOUS
                | BlockerKind.NOT_ON_BOARD
                | BlockerKind.NO_RIGHT
                | BlockerKind.FUTURE_APPROVAL
                | BlockerKind.TOO_EARLY
                | BlockerKind.NO_SEAL
                | BlockerKind.IMPORT_VOID
            ):
                return BlockerFamily.VOID_APPROVAL
            case (
                BlockerKind.EDITED
                | BlockerKind.WAITING
                | BlockerKind.BROKEN
                | BlockerKind.IMPORT_EDITED
                | BlockerKind.IMPORT_AHEAD
                | BlockerKind.IMPORT_WAITING
            ):
                return BlockerFamily.TEXT
            case BlockerKind.MISSING_ROLE | BlockerKind.NO_LAST_WORD:
                return BlockerFamily.LACK
            case BlockerKind.NO_CONSENT:
                return BlockerFamily.CONSENT
            case BlockerKind.SCHEDULED:
                return BlockerFamily.DATE
            case _:
                assert_never(self)


class BlockerFamily(Enum):
    """The families of reasons, by what brought them about.

    A decision of the board; an approval that counts for nothing; the text itself, which somebody
    wrote into; an approval that is lacking; the families' consent; the date.
    """

    DECISION = "decision"
    VOID_APPROVAL = "void approval"
    TEXT = "text"
    LACK = "lack"
    CONSENT = "consent"
    DATE = "date"


@dataclass(frozen=True, kw_only=True, slots=True)
class Blocker:
    """One reason for withholding: its kind, whom it concerns, and what somebody wrote."""

    kind: BlockerKind
    who: str = ""
    role: Role | None = None
    on: date | None = None
    at: time | None = None
    text: str = ""
