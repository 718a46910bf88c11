"""The school's calendar (lich.yaml)."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator

from ...domain.content.event import CalendarEvent
from ...domain.message import Message
from ...domain.problem import Problem
from ...domain.text.dates import in_numbers
from .forms.form_types import Date, Name, YesNo, as_typed, wrong
from .forms.yaml_file import YamlFile, YamlForm

_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{2})?", re.IGNORECASE)
# From the one on, and before the other, people gather overnight.
_EVENING, _MORNING = time(17), time(9)
_Hours = tuple[time, time | None]


def _hours(value: Any) -> _Hours:
    """7:30, 7h30, or 7 giờ 30 – 9 giờ."""
    text = as_typed(value).replace("phút", " ")
    found = [(int(hour), int(minute or 0)) for hour, minute in _HOUR.findall(text)]
    if not 1 <= len(found) <= 2 or any(hour > 23 or minute > 59 for hour, minute in found):
        raise wrong(
            Message("NR-CALENDAR-001", f"“{as_typed(value)}” không phải là giờ."),
            'Ghi trong ngoặc kép, ví dụ  giờ: "7:30 - 9:00"',
        )
    start, *end = (time(hour, minute) for hour, minute in found)
    return start, end[0] if end else None


class CalendarEntry(YamlForm):
    on: Date
    until: Date | None = None
    at: Annotated[_Hours | None, BeforeValidator(_hours)] = None
    what: Name
    where: str = ""
    who: str = ""
    is_public: YesNo = True


def read_events(path: str, text: str) -> tuple[list[CalendarEvent], list[Problem]]:
    """The events of a calendar file, in their order; broken entries are left out with a problem."""
    file = YamlFile(path, text)
    if file.root is None:
        # A calendar may be empty: then there is nothing on.
        return [], file.problems
    entries = file.read_numbered_list(CalendarEntry)
    for n, entry in entries:
        file.problems += _faults(entry, file, n)
    events = {_event(entry): None for _, entry in entries if _is_sound(entry)}
    return sorted(events, key=lambda event: event.order), file.problems


def _event(entry: CalendarEntry) -> CalendarEvent:
    start, end = entry.at or (None, None)
    last = entry.until or entry.on
    if entry.until is None and start and end and start >= _EVENING and end <= _MORNING:
        # 22:00 - 1:30 ends after midnight.
        last += timedelta(days=1)
    return CalendarEvent(
        on=entry.on,
        last=last,
        what=entry.what,
        start=start,
        end=end,
        where=entry.where,
        who=entry.who,
        is_public=entry.is_public,
    )


def _is_sound(entry: CalendarEntry) -> bool:
    event = _event(entry)
    return event.on <= event.last and not (
        event.on == event.last and event.start and event.end and event.end <= event.start
    )


def _faults(entry: CalendarEntry, file: YamlFile, n: int) -> Iterator[Problem]:
    event = _event(entry)
    if event.last < event.on:
        yield Problem(
            file.path,
            file.line(n, "until"),
            Message(
                "NR-CALENDAR-002",
                f"“{event.what}” kết thúc ({in_numbers(event.last)}) trước khi bắt đầu"
                f" ({in_numbers(event.on)}).",
            ),
            f"Ghi:  ngày: {in_numbers(event.last)}  và  đến: {in_numbers(event.on)}",
        )
    elif not _is_sound(entry) and event.start and event.end:
        yield Problem(
            file.path,
            file.line(n, "at"),
            Message(
                "NR-CALENDAR-003",
                f"“{event.what}” kết thúc lúc {event.end:%H:%M}, trước khi bắt đầu"
                f" {event.start:%H:%M}.",
            ),
            _remedy_of_hours(event.on, event.start, event.end),
        )


def _remedy_of_hours(on: date, start: time, end: time) -> str:
    if start == end:
        return f'Ghi:  giờ: "{start:%H:%M}"'
    return (
        f'Ghi:  giờ: "{end:%H:%M} - {start:%H:%M}"  hoặc, nếu sang hôm sau mới xong, thêm dòng'
        f"  đến: {in_numbers(on + timedelta(days=1))}"
    )
