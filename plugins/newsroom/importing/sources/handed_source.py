"""The values of a source: the file that holds the text, the pictures and films beside it."""

from dataclasses import dataclass

from ...domain.message import UserFacingError
from ..block import HandedPicture
from ..handed_in.taken_off import TakenOff


class SourceRefused(UserFacingError):
    """A source cannot be taken; the message says why and what to do. Nothing was written."""


@dataclass(frozen=True, kw_only=True)
class HandedFile:
    """A file as it was handed in; `name` is how messages call it."""

    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class HandedSource:
    """Everything of a source: its text, what lies beside it, and sentences on what was left.

    `around` are the facts of the mail that it was attached to: who sent it, and when.
    """

    text: HandedFile
    pictures: tuple[HandedPicture, ...] = ()
    films: tuple[HandedFile, ...] = ()
    left: tuple[str, ...] = ()
    around: tuple[TakenOff, ...] = ()
