"""The words of which a field holds one: for a form, a list of remedies, the handbook."""

from ..content import CONSENTS, DOCUMENT_TYPES, RETENTIONS
from ..genres import GENRES
from ..words import shown
from .declaration import ValueKind


def fixed_words(kind: ValueKind) -> tuple[str, ...]:
    """The words that the software knows; empty where the plan, the folder or the writer has them.

    A retention may also be a number of years.
    """
    match kind:
        case ValueKind.GENRE:
            return tuple(shown(GENRES, genre) for genre in GENRES)
        case ValueKind.CONSENT:
            return tuple(shown(CONSENTS, consent) for consent in CONSENTS)
        case ValueKind.DOCUMENT_TYPE:
            return tuple(shown(DOCUMENT_TYPES, one) for one in DOCUMENT_TYPES)
        case ValueKind.RETENTION:
            return tuple(shown(RETENTIONS, one) for one in RETENTIONS)
        case _:
            return ()
