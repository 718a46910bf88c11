"""The order of people in Vietnamese lists: by given name, then middle names, then family name."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, TypeVar

from ..text.alphabet import Order, alphabetical
from .register import is_body

# What tells two of one name apart stands behind it: (1A), số 2, A.
_MARK = re.compile(r"\s+(?:\([^()]*\)|(?:số\s+)?\d+\w?|([A-H]))$")


@lru_cache(maxsize=10_000)
def by_given_name(name: str) -> tuple[Order, ...]:
    """The key by which people are sorted.

    The last word is the given name and the first the family's, whatever they are: a given name of
    two syllables cannot be known. Titles in front and posts behind count for nothing, a mark that
    tells namesakes apart (Lê Văn An 2) comes last. A body that writes (Ban đại diện cha mẹ học
    sinh) has no given name and stands where its first word does.

    >>> sorted(["Trần Bình", "Cô Lê Thị Ánh", "Nguyễn Văn An", "Lê Văn An"], key=by_given_name)
    ['Lê Văn An', 'Nguyễn Văn An', 'Cô Lê Thị Ánh', 'Trần Bình']
    """
    from .titles import without_titles

    if is_body(name):
        return alphabetical(name), alphabetical(name)
    bare, mark = without_titles(name) or name, ""
    while found := _MARK.search(bare):
        # Nguyễn Văn A is called A.
        if len(bare[: found.start()].split()) < (3 if found[1] else 2):
            break
        bare, mark = bare[: found.start()], f"{found[0].strip()} {mark}"
    family, *rest = bare.split() or [""]
    middle, given = rest[:-1], rest[-1] if rest else family
    parts = (given, " ".join(middle), family if rest else "", mark, name)
    return tuple(map(alphabetical, parts))


class Called(Protocol):
    """Anybody with a name, and a code that tells them from a namesake."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


P = TypeVar("P", bound=Called)


def people_in_order(people: Iterable[P]) -> tuple[P, ...]:
    """These people as a class list has them; namesakes by their codes."""
    return tuple(sorted(people, key=lambda one: (by_given_name(one.name), one.code)))
