"""The people who may give an approval, and those who are to be asked for it."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..content.content_item import Article, ContentItem
from ..plan.board import BOARD, HEAD, BoardMember, Role
from ..plan.category import Category
from ..plan.group import Person
from ..plan.plan import Plan


def approvers(
    category: Category, authors: Iterable[Person], groups: Iterable[str], plan: Plan, day: date
) -> dict[Role, tuple[Person, ...]]:
    """For each role that the category asks for, who may approve in it on that day.

    `groups` are the codes of those to which the article belongs.
    """
    writers, codes = tuple(authors), tuple(groups)
    return {role: who_may_fill(role, writers, codes, plan, day) for role in category.required_roles}


def who_may_fill(
    role: Role, authors: Iterable[Person], groups: Iterable[str], plan: Plan, day: date
) -> tuple[Person, ...]:
    """Everybody who holds that role on that day, in the plan's order; never one of the authors."""
    writers = tuple(authors)
    holders = (member.person for member in plan.board if member.may_approve_as(role, day))
    return tuple(
        person
        for person in (heads_of(groups, plan, day) if role == HEAD else holders)
        if not any(plan.are_one(person, writer) for writer in writers)
    )


def near_approvers(
    name: str, item: ContentItem, plan: Plan, day: date, role: Role | None = None
) -> tuple[str, ...]:
    """The names near one that nobody bears, of those who may approve the item on that day.

    In that role, if one is given, else in any that it asks for. Nothing where somebody without
    the right is as near: a name must not be put into the mouth of whoever typed another.
    """
    near = plan.people.near(name)
    found = [person for one in near for person in plan.people.find(one)]
    may = {person.code for person in _who_may_approve(item, plan, day, role)}
    return near if all(person.code in may for person in found) else ()


def _who_may_approve(
    item: ContentItem, plan: Plan, day: date, role: Role | None
) -> Iterator[Person]:
    if not isinstance(item, Article):
        yield from who_may_fill(role or BOARD, (), (), plan, day)
        return
    groups = groups_of(item)
    for one in (role,) if role else item.category.required_roles:
        yield from who_may_fill(one, item.authors, groups, plan, day)


def heads_of(groups: Iterable[str], plan: Plan, day: date) -> tuple[Person, ...]:
    """The heads of these groups (by code) on that day, each once."""
    codes = set(groups)
    heads = (
        group.head
        for group in plan.groups
        if group.code in codes and group.head and group.exists_on(day)
    )
    return tuple({head.code: head for head in heads}.values())


def holder(
    name: str, item: ContentItem, plan: Plan, day: date
) -> tuple[Person, tuple[Role, ...], BoardMember | None] | None:
    """Whoever bears the name and may approve the item on that day, and in which roles.

    The board's members have the roles that the plan gives them; a head has the first look where
    the category asks for it (requirement A6).
    """
    member = plan.member(name, day)
    bearers = {person.code for person in plan.people.find(name)}
    heads = heads_of(groups_of(item), plan, day) if asks_for_head(item) else ()
    head = next((person for person in heads if person.code in bearers), None)
    person = member.person if member else head
    if person is None:
        return None
    return person, (*(member.roles if member else ()), *([HEAD] if head else [])), member


def asks_for_head(item: ContentItem) -> bool:
    return isinstance(item, Article) and HEAD in item.category.extra_roles


def groups_of(item: ContentItem) -> tuple[str, ...]:
    """The codes of the groups that wrote it; none for a standing page."""
    groups = item.groups if isinstance(item, Article) else ()
    return tuple(group.code for group in groups)
