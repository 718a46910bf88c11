"""The calendar, from the records while its file is what it was."""

from ...buildtools.cache.build_cache import BuildCache
from ...buildtools.cache.cache_forms import CachedValue
from ...domain.content.event import CalendarEvent
from ...domain.problem import Problem
from ..folder.content_folder import ContentFolder
from ..folder.scan import CALENDAR_FILE
from ..text.text_file import UnreadableText, read_plain

Found = tuple[tuple[CalendarEvent, ...], tuple[Problem, ...]]
# Under the digest of its file.
CALENDAR = CachedValue[tuple[bytes, Found]]("calendar", tuple[bytes, Found])


def read_calendar(folder: ContentFolder, build_cache: BuildCache) -> Found:
    """The events and what is wrong with their file; nothing where there is none."""
    if CALENDAR_FILE not in folder.files:
        return (), ()
    digest = folder.scan.digest(CALENDAR_FILE)
    kept = build_cache.fact(CALENDAR)
    if kept is None or kept[0] != digest:
        kept = (digest, _read(folder))
        build_cache.set_fact(CALENDAR, kept)
    return kept[1]


def _read(folder: ContentFolder) -> Found:
    label = folder.label(CALENDAR_FILE)
    of_characters: list[Problem] = []
    try:
        text = read_plain(folder.read(CALENDAR_FILE), label, of_characters)
    except UnreadableText as error:
        return (), (Problem(label, error.line, error.reason, error.hint),)
    # The readers of YAML and its forms take a tenth of a second to import.
    from .calendar_file import read_events

    events, problems = read_events(label, text)
    return tuple(events), (*of_characters, *problems)
