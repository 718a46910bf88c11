"""The pieces that are taken off a text because they are no part of the article, and their facts."""

from dataclasses import dataclass
from enum import Enum


class Tells(Enum):
    """The fact that a piece around a text tells of its article."""

    NOTHING = "nothing"
    TITLE = "title"
    SUMMARY = "summary"
    GROUP = "group"
    AUTHOR = "author"
    CATEGORY = "category"
    GENRE = "genre"
    DAY = "day"
    CREDIT = "who took the pictures"


@dataclass(frozen=True, kw_only=True)
class TakenOff:
    """One piece that was taken off: its words as they stood, and what they tell.

    `is_weak` marks a fact that counts only where nothing else tells it: the sender of a message,
    the subject of a mail, a body named in the letterhead.
    """

    words: str
    tells: Tells = Tells.NOTHING
    value: str = ""
    is_weak: bool = False
