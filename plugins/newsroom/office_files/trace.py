"""The traces in a file: what it tells besides what it shows."""

from enum import Enum
from typing import NamedTuple

from .words.passage import Gap


class TraceKind(Enum):
    """Of what kind it is. The values are kept between builds."""

    AUTHOR = "author"
    SAVED_BY = "saved by"
    COMPANY = "company"
    PROPERTIES = "properties"
    COMMENTS = "comments"
    CHANGES = "changes"
    HIDDEN_TEXT = "hidden text"
    HIDDEN_SHEETS = "hidden sheets"
    HIDDEN_ROWS = "hidden rows"
    HIDDEN_COLUMNS = "hidden columns"
    HIDDEN_SLIDES = "hidden slides"
    HIDDEN_LAYERS = "hidden layers"
    NOTES = "notes"
    PIVOT = "pivot"
    LINKED = "linked"
    ATTACHED = "attached"
    SCRIPT = "script"
    THUMBNAIL = "thumbnail"
    PICTURE_PLACE = "picture place"
    PICTURE_OTHER = "picture other"
    SIGNED = "signed"


class Trace(NamedTuple):
    """One thing that a file tells: the names that stand there, and how often there are any."""

    kind: TraceKind
    names: tuple[str, ...] = ()
    times: int = 1


class TraceFindings(NamedTuple):
    """The traces of a file, and the gaps that could not be looked at."""

    traces: tuple[Trace, ...] = ()
    gaps: tuple[Gap, ...] = ()


def one_each(found: "list[Trace]") -> tuple[Trace, ...]:
    """The traces of a kind as one, in the order of the kinds."""
    made = []
    for kind in TraceKind:
        alike = [trace for trace in found if trace.kind is kind]
        if alike:
            names = dict.fromkeys(name for trace in alike for name in trace.names)
            made.append(Trace(kind, tuple(names), sum(trace.times for trace in alike)))
    return tuple(made)
