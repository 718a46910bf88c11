"""The events of the school's calendar, and their times. Requirements T1 to T5, N6."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from ..plan.calendar import SchoolYear
from ..text.vietnamese import fold


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """An entry of the school's calendar (lịch): an event, or a day by which something is due.

    It lasts from `on` to `last`, both included. With a `start` it has a time of day, with an `end`
    too. One that is not public is seen at the desk only. `notice_days` before it phones remind of
    it; None for an event of which they do not.
    """

    on: date
    last: date
    what: str
    start: time | None = None
    end: time | None = None
    where: str = ""
    who: str = ""
    is_public: bool = True
    notice_days: int | None = None

    @property
    def order(self) -> tuple[date, time, str]:
        return (self.on, self.start or time.min, self.what)

    def is_over(self, today: date) -> bool:
        return self.last < today


def codes_of(events: Iterable[CalendarEvent], year_starts_in: int) -> dict[CalendarEvent, str]:
    """A name for each event that stays while its hour, place and people change.

    Made of what it is and of its school year, so that an event put off by a week is still the
    same in the calendar of a parent's phone; of two alike in a year the later ones are numbered.
    """
    codes: dict[CalendarEvent, str] = {}
    seen: dict[str, int] = {}
    for event in sorted(events, key=lambda event: event.order):
        year = SchoolYear.of(event.on, year_starts_in).code
        code = hashlib.sha256(f"{year} {fold(event.what)}".encode()).hexdigest()[:16]
        seen[code] = seen.get(code, 0) + 1
        codes[event] = code if seen[code] == 1 else f"{code}-{seen[code]}"
    return codes
