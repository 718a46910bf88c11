"""The calendar, from the records while its file is what it was."""

from datetime import date, time
from typing import Any

from ..domain.event import Event
from ..domain.problem import Level, Problem
from ..machinery.records import Records
from .content_folder import ContentFolder
from .scan import CALENDAR_FILE
from .text_file import UnreadableText, read_plain


def read_calendar(
    folder: ContentFolder, records: Records
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events and what is wrong with their file; nothing where there is none."""
    if CALENDAR_FILE not in folder.files:
        return (), ()
    digest = folder.scan.digest(CALENDAR_FILE)
    kept = records.fact("calendar")
    if not kept or kept[0] != digest:
        kept = (digest, *_read(folder))
        records.set_fact("calendar", kept)
    _, events, problems = kept
    return tuple(map(_event, events)), tuple(
        Problem(path, line, message, hint, Level(level))
        for path, line, message, hint, level in problems
    )


def _read(folder: ContentFolder) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    label = folder.label(CALENDAR_FILE)
    of_characters: list[Problem] = []
    try:
        text = read_plain(folder.read(CALENDAR_FILE), label, of_characters)
    except UnreadableText as error:
        return (), ((label, error.line, error.reason, error.hint, Level.ERROR.value),)
    # The readers of YAML and its forms take a tenth of a second to import.
    from .calendar_file import read_events

    events, problems = read_events(label, text)
    return (
        tuple(map(_plain, events)),
        tuple(
            (p.path, p.line, p.message, p.hint, p.level.value) for p in (*of_characters, *problems)
        ),
    )


def _plain(event: Event) -> tuple[Any, ...]:
    return (
        event.on.isoformat(),
        event.last.isoformat(),
        event.what,
        event.start.isoformat() if event.start else "",
        event.end.isoformat() if event.end else "",
        event.where,
        event.who,
        event.is_public,
    )


def _event(plain: tuple[Any, ...]) -> Event:
    on, last, what, start, end, where, who, is_public = plain
    return Event(
        on=date.fromisoformat(on),
        last=date.fromisoformat(last),
        what=what,
        start=time.fromisoformat(start) if start else None,
        end=time.fromisoformat(end) if end else None,
        where=where,
        who=who,
        is_public=is_public,
    )
