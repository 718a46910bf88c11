"""Deadlines of the plan: the days by which it wants a thing done. Requirements T1 to T5."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import assert_never


class DueKind(Enum):
    """The kind of a deadline's day: how often it comes round, and what it hangs on."""

    DAY_OF_MONTH = "day of month"
    END_OF_MONTH = "end of month"
    END_OF_SEMESTER = "end of semester"
    END_OF_YEAR = "end of year"
    END_OF_TERM = "end of term"
    DAY_OF_YEAR = "day of year"
    ONCE = "once"

    @property
    def needs_its_period(self) -> bool:
        """True where it comes round so often that its name alone does not tell which is meant."""
        match self:
            case DueKind.DAY_OF_MONTH | DueKind.END_OF_MONTH | DueKind.END_OF_SEMESTER:
                return True
            case DueKind.END_OF_YEAR | DueKind.END_OF_TERM | DueKind.DAY_OF_YEAR | DueKind.ONCE:
                return False
            case _:
                assert_never(self)


@dataclass(frozen=True, kw_only=True)
class DueTime:
    """The days of a deadline (hạn): the 25th of each month, the end of a semester, 31 May.

    `day` is that of the month, `month` that of the year (1 to 12), `on` the day of the one that
    comes once. `is_before` says that the day itself is too late (“trước ngày 31/5”).
    """

    kind: DueKind
    day: int = 0
    month: int = 0
    on: date | None = None
    is_before: bool = False


@dataclass(frozen=True, kw_only=True)
class DueRule:
    """A deadline of the plan (hạn), with whoever has to keep it.

    `groups` are codes; none means the whole school. `offices` (codes) are to whom it goes.
    `quotas` are the codes of those that have to be met by it; their period still ends when it
    ends, but what comes behind the deadline is late. `notice_days` before it people are reminded.
    One that is not public stays at the desk.
    """

    code: str
    name: str
    when: DueTime
    groups: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    quotas: frozenset[str] = frozenset()
    notice_days: int = 3
    is_public: bool = False
    source: str = ""
