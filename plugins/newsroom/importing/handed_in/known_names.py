"""The names by which a paper is told from its article: those of the school and its plan."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from .plain_words import plain


@dataclass(frozen=True, kw_only=True)
class KnownNames:
    """The names by which a paper is told from its article, in plain form where not functions."""

    offices: Collection[str]
    is_person: Callable[[str], bool]
    is_group: Callable[[str], bool]
    is_category: Callable[[str], bool]


def known_names(
    offices: Iterable[str],
    is_person: Callable[[str], bool],
    is_group: Callable[[str], bool],
    is_category: Callable[[str], bool],
) -> KnownNames:
    """The names of a school and its plan, as the rules ask for them."""
    return KnownNames(
        offices=frozenset(plain(one) for one in offices if one),
        is_person=is_person,
        is_group=is_group,
        is_category=is_category,
    )
