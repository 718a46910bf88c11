"""The keys of a record, and which of them a field moves: said with its type, and read from there.

A page is made anew when its key is another one. A field that a page shows and that stands in no
key of it leaves an old page behind, without a word; so no field of a record goes without.
"""

from collections.abc import Callable
from dataclasses import fields
from enum import Flag, auto
from operator import attrgetter
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

T = TypeVar("T")


class RecordKey(Flag):
    """The keys of a record: of what lists show of it, what tallies count, and what its page says.

    The key of lists is a part of the other two.
    """

    LIST = auto()
    TALLY = auto()
    PAGE = auto()


Listed = Annotated[T, RecordKey.LIST]
Counted = Annotated[T, RecordKey.TALLY]
OnPage = Annotated[T, RecordKey.PAGE]
CountedOnPage = Annotated[T, RecordKey.TALLY | RecordKey.PAGE]
# Shown by no page that is made from these keys: of the desk, the checks, or the keeping itself.
Unkeyed = Annotated[T, RecordKey(0)]


def keys_moved(record: type) -> dict[str, RecordKey]:
    """The keys that each field of a record moves. Raises TypeError where a field says nothing."""
    hints = get_type_hints(record, include_extras=True)
    found = {field.name: get_args(hints[field.name])[1:] for field in fields(record)}
    if silent := [name for name, said in found.items() if not _is_told(said)]:
        raise TypeError(f"{record.__name__}: no key is said for {', '.join(silent)}")
    return {name: key for name, (key, *_) in found.items()}


def values_for(record: type, key: RecordKey) -> Callable[[Any], Any]:
    """The reader of all values of a record that move that key."""
    return attrgetter(*(name for name, moved in keys_moved(record).items() if key in moved))


def _is_told(said: tuple[Any, ...]) -> bool:
    return bool(said) and isinstance(said[0], RecordKey)
