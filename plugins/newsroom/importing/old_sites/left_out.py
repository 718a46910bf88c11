"""The things of an old site that do not come along, each told with its reason."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

# More names of one kind are only counted: an export of a million comments must not fill the memory.
MOST_NAMED = 1_000


class LeftKind(Enum):
    """The reason for which something was left, or what became of it on the way."""

    DRAFT = "draft"
    PRIVATE = "private"
    LOCKED = "locked"
    FUTURE = "future"
    TRASH = "trash"
    PAGE = "page"
    DOCUMENT = "document"
    OTHER_TYPE = "other type"
    UNREADABLE = "unreadable"
    NO_DATE = "no date"
    NO_TITLE = "no title"
    TITLE_MADE = "title made"
    EMPTY = "empty"
    TOO_LONG = "too long"
    TWICE = "twice"
    BY_TABLE = "by table"
    REMOVED_SINCE = "removed since"
    COMMENT = "comment"
    SHORTCODE = "shortcode"
    FORM = "form"
    EMBEDDED = "embedded"
    HIDDEN_TEXT = "hidden text"
    PICTURE_MISSING = "picture missing"
    PICTURE_REFUSED = "picture refused"
    FILE_MISSING = "file missing"
    FILE_REFUSED = "file refused"
    LINK_LOST = "link lost"
    CHARACTERS = "characters"
    ENCODING = "encoding"


@dataclass(frozen=True, kw_only=True)
class NotImported:
    """One thing that was left: the entry in which it stood, and what tells which it was."""

    kind: LeftKind
    entry: str = ""
    detail: str = ""


class LeftLog:
    """Everything that was left: how often, and the first thousand of each kind by name."""

    def __init__(self) -> None:
        self.counts: Counter[LeftKind] = Counter()
        self._named: dict[LeftKind, list[NotImported]] = {}

    def leave(self, kind: LeftKind, entry: str = "", detail: str = "", count: int = 1) -> None:
        self.counts[kind] += count
        named = self._named.setdefault(kind, [])
        if (entry or detail) and len(named) < MOST_NAMED:
            named.append(NotImported(kind=kind, entry=entry, detail=" ".join(detail.split())[:200]))

    def named(self, kind: LeftKind) -> tuple[NotImported, ...]:
        return tuple(self._named.get(kind, ()))
