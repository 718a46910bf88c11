"""Decisions on an article: approvals, returns, withdrawals, corrections and selections."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..plan.board import Role


@dataclass(frozen=True, kw_only=True)
class Approval:
    """One person's yes to an article (duyệt), as its header says it.

    `role` is None where the line names none. A `seal` (dấu, 12 hex digits) binds the yes to
    what readers are told. `line` gives two decisions of a day their order.
    """

    by: str
    on: date
    role: Role | None = None
    seal: str = ""
    line: int = 0

    @property
    def order(self) -> tuple[date, int]:
        return (self.on, self.line)


class DecisionKind(Enum):
    """The kind of a decision of the board other than an approval."""

    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    SELECTED = "selected"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """An article given back (trả lại), taken down (gỡ), corrected (đính chính) or selected to be
    sent upward (chọn gửi).

    `reason` is what stands behind the date: the reason, or to whom a selected article is to go.
    `on` is None where the line could not be read to the end: it holds all the same, for a slip
    of the pen must not put a withdrawn article back.
    """

    kind: DecisionKind
    by: str
    on: date | None
    reason: str
    line: int = 0

    @property
    def order(self) -> tuple[date, int]:
        return (self.on or date.max, self.line)


@dataclass(frozen=True)
class Decisions:
    """Everything decided about one article, in the order of its header."""

    approvals: tuple[Approval, ...] = ()
    others: tuple[Decision, ...] = ()

    def of(self, kind: DecisionKind) -> tuple[Decision, ...]:
        return tuple(decision for decision in self.others if decision.kind is kind)

    @property
    def standing_return(self) -> Decision | None:
        """The last return that no approval follows."""
        returns = sorted(self.of(DecisionKind.RETURNED), key=lambda decision: decision.order)
        if not returns:
            return None
        answered = any(approval.order > returns[-1].order for approval in self.approvals)
        return None if answered else returns[-1]

    @property
    def since_return(self) -> tuple[Approval, ...]:
        """The approvals that no return has undone, oldest first."""
        last = max((d.order for d in self.of(DecisionKind.RETURNED)), default=(date.min, 0))
        later = (approval for approval in self.approvals if approval.order > last)
        return tuple(sorted(later, key=lambda approval: approval.order))

    @property
    def out_of_order(self) -> tuple[tuple[Approval, Decision], ...]:
        """The approvals and returns whose days say one order and whose lines the other.

        Days decide. Each pair is an approval and a return of which the one that stands lower is
        of an earlier day; of several, the nearest line.
        """
        found = []
        dated = [(back, back.on) for back in self.of(DecisionKind.RETURNED) if back.on]
        for approval in self.approvals:
            against = [
                back
                for back, on in dated
                if on != approval.on and (approval.line > back.line) != (approval.on > on)
            ]
            if against:
                nearest = min(against, key=lambda back: abs(back.line - approval.line))
                found.append((approval, nearest))
        return tuple(found)
