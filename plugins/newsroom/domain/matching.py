"""Finding a person, group or category by what somebody wrote."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Generic, Protocol, TypeVar

from .vietnamese import fold, strip_marks


class Named(Protocol):
    """Whatever has a code, a name and other names (bí danh)."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


T = TypeVar("T", bound=Named)


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

    def nearest(self, text: str) -> str | None:
        """The name most like the text, for a suggestion."""
        return nearest(text, [n for e in self.entries for n in (e.name, *e.aliases)])


def nearest(text: str, words: Iterable[str], likeness: float = 0.65) -> str | None:
    """The word most like the text, marks aside; None where none is like it (0 to 1) enough."""
    bare = {strip_marks(word).casefold(): word for word in reversed(list(words))}
    close = get_close_matches(strip_marks(text).casefold(), bare, n=1, cutoff=likeness)
    return bare[close[0]] if close else None
