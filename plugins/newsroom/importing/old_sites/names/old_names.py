"""The names that an old site knows, as the plans call them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ....domain.names.register import Named, Register
from ....domain.names.titles import without_titles
from ....domain.plan.category import OLD_ARTICLES
from ....domain.plan.group import Person
from ....domain.plan.plan import Plan
from ....domain.text.vietnamese import fold
from ....intake.names.typed_names import group_named
from ...old_article import OldCategory


@dataclass(frozen=True, kw_only=True)
class MeantCategory:
    """The category that an old one became; `name` is empty where its articles are left."""

    name: str


@dataclass(frozen=True, kw_only=True)
class MeantAuthor:
    """The people and groups that an old name stands for, as a header names them; maybe nobody."""

    authors: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NameTable:
    """The rows that somebody filled in: what each old name means, under its folded form.

    `known` are all names that have a row, filled or not.
    """

    categories: Mapping[str, MeantCategory] = field(default_factory=dict)
    authors: Mapping[str, MeantAuthor] = field(default_factory=dict)
    known: frozenset[tuple[str, str]] = frozenset()


class OldNames:
    """The meaning of old names: as the table says, else as a plan knows them for certain.

    Plans are asked the newest first.
    """

    def __init__(self, plans: Sequence[Plan], table: NameTable) -> None:
        self.plans = sorted(plans, key=lambda plan: plan.term.first, reverse=True)
        self.table = table
        self._authors: dict[str, MeantAuthor | None] = {}
        self._categories: dict[str, MeantCategory | None] = {}

    def category(self, name: str) -> MeantCategory | None:
        """The category of that name; None where nobody knows it."""
        key = fold(name)
        if key not in self._categories:
            self._categories[key] = self.table.categories.get(key) or self.known_category(name)
        return self._categories[key]

    def of_article(self, categories: Sequence[OldCategory]) -> MeantCategory | None:
        """The first of its categories that is one of ours; None where none is.

        Where one of them is to be left, and none is ours, so is the article.
        """
        meant = [found for one in categories if (found := self.category(one.name))]
        return next((one for one in meant if one.name), meant[0] if meant else None)

    def author(self, name: str) -> MeantAuthor | None:
        """The people of that name; None where nobody knows it."""
        key = fold(name)
        if key not in self._authors:
            self._authors[key] = self.table.authors.get(key) or self.known_author(name)
        return self._authors[key]

    def known_category(self, name: str) -> MeantCategory | None:
        if fold(name) == fold(OLD_ARTICLES.name):
            return MeantCategory(name=OLD_ARTICLES.name)
        for plan in self.plans:
            found = plan.category_register.find(name)
            if len(found) == 1:
                return MeantCategory(name=_typed(found[0], plan.category_register))
        return None

    def known_author(self, name: str) -> MeantAuthor | None:
        """The person or group that a plan calls so, a person with the group of their own."""
        for plan in self.plans:
            people = plan.people.find(name) or plan.people.find(without_titles(name))
            if len(people) == 1:
                groups = tuple(_groups_of(people[0], plan))[:1]
                return MeantAuthor(authors=(_typed(people[0], plan.people),), groups=groups)
            bodies = group_named(name, plan.group_register)
            if len(bodies) == 1:
                return MeantAuthor(groups=(_typed(bodies[0], plan.group_register),))
        return None

    def near_category(self, name: str) -> str:
        """The category that is probably meant; empty where none is near."""
        return next((n for p in self.plans if (n := p.category_register.nearest(name))), "") or ""

    def near_author(self, name: str) -> str:
        """The person or group that is probably meant, likewise."""
        near = (p.people.nearest(name) or p.group_register.nearest(name) for p in self.plans)
        return next(filter(None, near), "") or ""

    @cached_property
    def every_category(self) -> tuple[str, ...]:
        """The categories of the newest plan, to be chosen from."""
        return tuple(c.name for c in self.plans[0].categories) if self.plans else ()


def _groups_of(person: Person, plan: Plan) -> Iterator[str]:
    for group in plan.groups:
        if person.code in {one.code for one in (group.head, *group.members) if one}:
            yield _typed(group, plan.group_register)


def _typed(entry: Named, register: Register[Named] | Register) -> str:  # type: ignore[type-arg]
    """The name of a thing, or its code where others bear that name."""
    return entry.name if register.find(entry.name) == (entry,) else entry.code
