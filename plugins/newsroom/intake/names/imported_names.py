"""The names in the header of an imported article: known to some plan, or words of an older time.

The years of an archive have no plan. A name is held against the plan of its day where there is one,
then against the others, the newest first; a name that none knows for certain stays a name.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from ...domain.names.register import Register
from ...domain.names.titles import without_titles
from ...domain.plan.category import OLD_ARTICLES, Category
from ...domain.plan.group import Group, Person
from ...domain.plan.plan import Plan
from ...domain.text.vietnamese import clean, fold
from ..header.lines import split_names
from .typed_names import group_named, whole_names_in

T = TypeVar("T", Group, Person)
# No code of a plan begins with it: a name of then is never taken for somebody of today.
_NO_CODE = "~"


def plans_asked(plans: Sequence[Plan], on: date) -> tuple[Plan, ...]:
    """The plans in the order in which they are asked for a name of that day."""
    newest_first = sorted(plans, key=lambda plan: plan.term.first, reverse=True)
    return tuple(sorted(newest_first, key=lambda plan: not plan.term.contains(on)))


def imported_authors(value: str, plans: Sequence[Plan]) -> tuple[Person, ...]:
    """Everybody whom a line names, each once. `plans` are in the order in which they are asked."""

    def find(plan: Plan, name: str) -> tuple[Person, ...]:
        return plan.people.find(name) or plan.people.find(without_titles(name))

    return _named(value, plans, find, _person)


def imported_groups(value: str, plans: Sequence[Plan]) -> tuple[Group, ...]:
    """Every group that a line names, likewise."""

    def find(plan: Plan, name: str) -> tuple[Group, ...]:
        return group_named(name, plan.group_register)

    return _named(value, plans, find, _group)


def imported_category(value: str, plans: Sequence[Plan]) -> Category:
    """The category that a line names; where no plan knows it, that of old articles.

    A plan may have that one too, with whatever it asks of it.
    """
    for words in (value, OLD_ARTICLES.name):
        for plan in plans:
            register: Register[Category] = plan.category_register
            for _, found in whole_names_in(words, register):
                if len(found) == 1:
                    return found[0]
    return OLD_ARTICLES


def _named(
    value: str,
    plans: Sequence[Plan],
    find: Callable[[Plan, str], tuple[T, ...]],
    unknown: Callable[[str], T],
) -> tuple[T, ...]:
    def found(name: str) -> Iterator[T]:
        return (one[0] for plan in plans if len(one := find(plan, name)) == 1)

    names = split_names(value, lambda name: next(found(name), None) is not None)
    every = (next(found(name), None) or unknown(name) for name in names)
    return tuple({one.code: one for one in every}.values())


def _person(name: str) -> Person:
    return Person(code=_code(name), name=_words(name), is_of_plan=False)


def _group(name: str) -> Group:
    return Group(code=_code(name), name=_words(name), kind="", is_of_plan=False)


def _code(name: str) -> str:
    return f"{_NO_CODE}{fold(name)}"


def _words(name: str) -> str:
    return " ".join(clean(name).split())
