"""The school's calendar: a page to read, and a file for the calendar of a phone."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ...domain.content.event import CalendarEvent
from ...domain.plan.calendar import Month, SchoolYear
from ...domain.section import Section
from ...domain.text.dates import WEEKDAYS, in_numbers
from ..build.page import Page, key_of, ready
from ..build.site import Site

URL, FILE = Section.CALENDAR.front, f"{Section.CALENDAR}/lich.ics"
# At the desk only: with the deadlines and whatever else is for the staff.
DESK_FILE = f"{Section.CALENDAR}/noi-bo.ics"


class CalendarEventView(NamedTuple):
    """An event in the list: “Thứ Sáu, 20/11/2026”, “7:30 – 9:00”."""

    day: str
    when: str
    hours: str
    what: str
    where: str
    who: str
    is_internal: bool


def calendar_pages(site: Site) -> Iterator[Page]:
    """Coming events by month, then those of this school year that are over; and the .ics."""
    public = site.publication
    today, starts_in = public.today, site.school.year_starts_in
    events = site.events
    first_day = SchoolYear.of(today, starts_in).first
    coming = coming_of(events, today)
    past = [event for event in events if event.is_over(today) and event.last >= first_day]
    yield ready(
        URL,
        "calendar",
        {
            "coming": _by_month(coming),
            "past": _by_month(past),
            "file": FILE if public.events else "",
            "desk_file": DESK_FILE if site.is_desk and events else "",
        },
    )
    about = (site.school.name, site.school.site_url, starts_in)
    files = {FILE: public.events, **({DESK_FILE: events} if site.is_desk else {})}
    for url, entries in files.items():
        if entries:
            yield Page(url, key_of(about, entries), partial(_file, entries, about))


def coming_of(events: Iterable[CalendarEvent], today: date) -> list[CalendarEvent]:
    """Those that are not over."""
    return [event for event in events if not event.is_over(today)]


def _file(events: Sequence[CalendarEvent], about: tuple[str, str, int]) -> bytes:
    # The library takes a fifth of a second to import.
    from .ics import calendar_file

    name, site_url, starts_in = about
    return calendar_file(events, name=name, site_url=site_url, year_starts_in=starts_in)


def _by_month(events: Iterable[CalendarEvent]) -> list[tuple[str, list[CalendarEventView]]]:
    """In the order of their first days."""
    months = groupby(events, key=lambda event: Month.of(event.on))
    return [(month.name, list(map(event_view, of_month))) for month, of_month in months]


def event_view(event: CalendarEvent) -> CalendarEventView:
    first = f"{WEEKDAYS[event.on.weekday()]}, {in_numbers(event.on)}"
    last = "" if event.last == event.on else f" đến {in_numbers(event.last)}"
    hours = [f"{hour.hour}:{hour.minute:02}" for hour in (event.start, event.end) if hour]
    return CalendarEventView(
        day=event.on.isoformat(),
        when=first + last,
        hours=" – ".join(hours),
        what=event.what,
        where=event.where,
        who=event.who,
        is_internal=not event.is_public,
    )
