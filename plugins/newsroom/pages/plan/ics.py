"""The calendar as RFC 5545 writes it, for phones and computers to subscribe to."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Timezone, TimezoneStandard
from icalendar import Event as Entry

from ...domain.content.event import CalendarEvent, codes_of
from ...domain.plan.calendar import SchoolYear

ZONE = "Asia/Ho_Chi_Minh"


def calendar_file(
    events: Iterable[CalendarEvent], *, name: str, site_url: str, year_starts_in: int
) -> bytes:
    """The whole file. The same events always give the same bytes: the clock is not asked."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{urlsplit(site_url).netloc}//Newsroom//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    codes = codes_of(events, year_starts_in)
    if any(event.start for event in codes):
        calendar.add_component(_zone())
    for event, code in codes.items():
        year = SchoolYear.of(event.on, year_starts_in)
        calendar.add_component(_entry(event, code, site_url, year.first))
    return bytes(calendar.to_ical())


def _entry(event: CalendarEvent, code: str, site_url: str, stamp: date) -> Entry:
    entry = Entry()
    entry.add("uid", f"{code}@{urlsplit(site_url).netloc}")
    # Asked for by the standard; the beginning of the school year never lies behind the event.
    entry.add("dtstamp", datetime.combine(stamp, time(), UTC))
    if event.start:
        entry.add("dtstart", _moment(event.on, event.start))
        if event.end or event.last > event.on:
            entry.add("dtend", _moment(event.last, event.end or event.start))
    else:
        entry.add("dtstart", event.on)
        # The day behind the last one, as the standard counts.
        entry.add("dtend", event.last + timedelta(days=1))
    entry.add("summary", event.what)
    if event.where:
        entry.add("location", event.where)
    if event.who:
        entry.add("description", event.who)
    entry.add("url", f"{site_url}/lich/")
    # Nobody is busy because the school has a fair.
    entry.add("transp", "TRANSPARENT")
    if event.notice_days is not None:
        entry.add_component(_alarm(event, event.notice_days))
    return entry


def _alarm(event: CalendarEvent, days: int) -> Alarm:
    """A reminder at seven in the morning, so many days before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-days, hours=7))
    alarm.add("description", event.what)
    return alarm


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(ZONE))


def _zone() -> Timezone:
    """Vietnam's hour, which has not changed since 1975."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone
