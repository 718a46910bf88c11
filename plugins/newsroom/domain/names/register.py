"""Finding a person, group or category by what somebody wrote."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Generic, Protocol, TypeVar

from ..text.vietnamese import fold, strip_marks


class Named(Protocol):
    """Anything with a code, a name and other names (bí danh)."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


T = TypeVar("T", bound=Named)
# More would be a list of the school, not a suggestion.
_MOST_NAMED = 3


class Register(Generic[T]):
    """Named things, found by code, exact name or alias after folding, never by slug.

    A name that several of them bear finds them all: the caller says that it is ambiguous.
    """

    def __init__(self, entries: Iterable[T]) -> None:
        self.entries = tuple(entries)
        self._found: dict[str, tuple[T, ...]] = {}
        for entry in self.entries:
            for key in {fold(name) for name in (entry.code, entry.name, *entry.aliases) if name}:
                self._found[key] = (*self._found.get(key, ()), entry)
        # A code goes before names: it is there to tell them apart.
        for key, found in self._found.items():
            if len(found) > 1:
                self._found[key] = tuple(e for e in found if fold(e.code) == key) or found

    def __iter__(self) -> Iterator[T]:
        return iter(self.entries)

    def find(self, text: str) -> tuple[T, ...]:
        """Everything of that name; where it is somebody's code, only those of that code."""
        return self._found.get(fold(text), ())

    def near(self, text: str) -> tuple[str, ...]:
        """The names that the text probably means, one of each entry.

        None is better than a wrong one. A code stands for a name that would not find its entry.
        """
        forms = [(entry, form) for entry in self.entries for form in (entry.name, *entry.aliases)]
        found: dict[str, str] = {}
        for place in self._like(text, [form for _, form in forms]):
            entry, form = forms[place]
            found.setdefault(entry.code, form if len(self.find(form)) == 1 else entry.code)
        return tuple(found.values()) if len(found) <= _MOST_NAMED else ()

    def _like(self, text: str, names: Sequence[str]) -> list[int]:
        """The places in `names` of those that a name that none bears probably means."""
        return near_words(text, names)

    def nearest(self, text: str) -> str | None:
        """The one name that the text probably means; None where there is none, or several."""
        near = self.near(text)
        return near[0] if len(near) == 1 else None


class BodyRegister(Register[T]):
    """Groups and units: told by number and by the words that set them apart."""

    def _like(self, text: str, names: Sequence[str]) -> list[int]:
        return near_bodies(text, names)


class StaffRegister(Register[T]):
    """People, of whom some are bodies that write (Ban đại diện cha mẹ học sinh)."""

    def _like(self, text: str, names: Sequence[str]) -> list[int]:
        return near_staff(text, names)


# What follows is asked of what is misspelt alone, so its rules are imported where they are used.


def near_words(text: str, names: Sequence[str]) -> list[int]:
    """For whatever has a name of words: by the words that set it apart, else by its letters."""
    from .near_phrases import near_phrases

    if found := near_phrases(text, names):
        return found
    like = nearest(text, names)
    return [] if like is None else [list(names).index(like)]


def near_bodies(text: str, names: Sequence[str]) -> list[int]:
    """For groups and units: by number and by the words that set them apart, never by letters."""
    from .near_phrases import near_phrases
    from .numbered_names import same_number

    return same_number(text, names) or near_phrases(text, names)


def near_staff(text: str, names: Sequence[str]) -> list[int]:
    """For people; some are bodies that write (Ban đại diện cha mẹ học sinh)."""
    from .near_people import near_people
    from .near_phrases import near_phrases

    if found := near_people(text, names):
        return found
    bodies = [n for n, name in enumerate(names) if is_body(name)]
    return [bodies[n] for n in near_phrases(text, [names[n] for n in bodies])]


def is_body(name: str) -> bool:
    """True for a body that writes: Ban đại diện cha mẹ học sinh."""
    return fold(name).startswith(_BODIES)


_BODIES = tuple(f"{fold(word)} " for word in ("ban", "hội", "câu lạc bộ", "tổ", "đội", "nhóm"))


def nearest(text: str, words: Iterable[str], likeness: float = 0.65) -> str | None:
    """The word most like the text, marks aside; None where none is like it (0 to 1) enough."""
    bare = {strip_marks(word).casefold(): word for word in reversed(list(words))}
    close = get_close_matches(strip_marks(text).casefold(), bare, n=1, cutoff=likeness)
    return bare[close[0]] if close else None
