"""The verdicts: a count held against what is owed, and against what is striven for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..plan.calendar import Period


class VerdictKind(Enum):
    """The kinds of verdict: a count against its target, or its aim, on one day."""

    MET = "met"
    SHORT = "short"
    OVER = "over"
    RUNNING = "running"
    AHEAD = "ahead"
    REACHED = "reached"
    NOT_REACHED = "not reached"
    NO_TARGET = "no target"


@dataclass(frozen=True)
class Verdict:
    """A verdict and, for short and over, by how many."""

    kind: VerdictKind
    by: int = 0


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """The verdict on a count: `of_target` on what is owed, `of_aim` on what is striven for."""

    of_target: Verdict | None = None
    of_aim: Verdict | None = None

    @property
    def first(self) -> Verdict:
        """The one to be said: what is owed goes first."""
        return self.of_target or self.of_aim or Verdict(VerdictKind.NO_TARGET)


def verdicts_on(
    count: int, target: int | None, aim: int | None, period: Period, today: date
) -> Verdicts:
    """The verdicts on the count of one period."""
    return Verdicts(
        of_target=None if target is None else _of_target(count, target, period, today),
        of_aim=None if aim is None else _of_aim(count, aim, period, today),
    )


def verdicts_on_sum(parts: Sequence[Verdicts], count: int, target: int | None) -> Verdicts:
    """The verdicts on a sum of periods. A rich one does not make up for an empty one."""
    of_target = [part.of_target for part in parts if part.of_target]
    of_aim = [part.of_aim for part in parts if part.of_aim]
    return Verdicts(
        of_target=_of_sum(of_target, count, target) if of_target and target is not None else None,
        of_aim=_of_sum_of_aims(of_aim) if of_aim else None,
    )


def _of_target(count: int, target: int, period: Period, today: date) -> Verdict:
    """Short is said only when the period is over; met and over as soon as they are."""
    if count > target:
        return Verdict(VerdictKind.OVER, count - target)
    if period.is_ahead(today):
        return Verdict(VerdictKind.AHEAD)
    if count == target:
        return Verdict(VerdictKind.MET)
    if period.is_over(today):
        return Verdict(VerdictKind.SHORT, target - count)
    return Verdict(VerdictKind.RUNNING)


def _of_aim(count: int, aim: int, period: Period, today: date) -> Verdict:
    """Reached or not yet: of what nobody owes nothing is lacking, and nothing is too much."""
    if count >= aim:
        return Verdict(VerdictKind.REACHED)
    is_ahead = period.is_ahead(today)
    return Verdict(VerdictKind.AHEAD if is_ahead else VerdictKind.NOT_REACHED)


def _of_sum(parts: Sequence[Verdict], count: int, target: int) -> Verdict:
    kinds = {part.kind for part in parts}
    if VerdictKind.SHORT in kinds:
        short = sum(part.by for part in parts if part.kind is VerdictKind.SHORT)
        return Verdict(VerdictKind.SHORT, short)
    if kinds == {VerdictKind.AHEAD}:
        return Verdict(VerdictKind.AHEAD)
    if kinds & {VerdictKind.RUNNING, VerdictKind.AHEAD}:
        return Verdict(VerdictKind.RUNNING)
    return Verdict(VerdictKind.OVER, count - target) if count > target else Verdict(VerdictKind.MET)


def _of_sum_of_aims(parts: Sequence[Verdict]) -> Verdict:
    """An aim for each month is reached when it was in every one."""
    kinds = {part.kind for part in parts}
    if kinds in ({VerdictKind.REACHED}, {VerdictKind.AHEAD}):
        return Verdict(kinds.pop())
    return Verdict(VerdictKind.NOT_REACHED)
