"""The people who may give an approval, and those who are to be asked for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    """Everybody who may fill that role on that day, in the plan's order; never an author.

    Where nobody but authors holds a role of a category, the board stands in. Decision 33.
    """
    writers, codes = tuple(authors), tuple(groups)
    found = _holders(role, writers, codes, plan, day)
    return found or (
        _holders(BOARD, writers, codes, plan, day)
        if is_vacant(role, writers, codes, plan, day)
        else ()
    )


def is_vacant(
    role: Role, authors: Iterable[Person], groups: Iterable[str], plan: Plan, day: date
) -> bool:
    """True for a role of a category that nobody but authors holds on that day."""
    return role.kind.may_be_vacant and not _holders(role, authors, groups, plan, day)


def _holders(
    role: Role, authors: Iterable[Person], groups: Iterable[str], plan: Plan, day: date
) -> tuple[Person, ...]:
    holders = (member.person for member in plan.board if member.may_approve_as(role, day))
    people = holders if role.kind.is_held_by_members else heads_of(groups, plan, day)
    return _besides(authors, people, plan)


def _besides(authors: Iterable[Person], people: Iterable[Person], plan: Plan) -> tuple[Person, ...]:
    writers = tuple(authors)
    return tuple(
        person for person in people if not any(plan.are_one(person, writer) for writer in writers)
    )


def who_has_the_last_word(authors: Iterable[Person], plan: Plan, day: date) -> tuple[Person, ...]:
    """The principals who serve on that day, where the plan keeps the last word for them.

    Nobody where all of them are authors: the board's yes is the last then.
    """
    if not plan.principal_approves_last:
        return ()
    return _besides(authors, (m.person for m in plan.principals if m.serves_on(day)), plan)


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


@dataclass(frozen=True, kw_only=True)
class RoleHolder:
    """Somebody who may approve an item on one day, and in which roles.

    `stands_in_for` are those of the category that are theirs only because nobody but authors
    holds them; `roles` has these too. `member` is None for a head who is not on the board.
    """

    person: Person
    roles: tuple[Role, ...]
    stands_in_for: tuple[Role, ...]
    member: BoardMember | None


def holder(name: str, item: ContentItem, plan: Plan, day: date) -> RoleHolder | None:
    """The people who bear the name and may approve the item on that day, and in which roles.

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
    own = (*(member.roles if member else ()), *([HEAD] if head else []))
    vacant = vacant_roles(item, plan, day) if BOARD in own else ()
    return RoleHolder(person=person, roles=(*own, *vacant), stands_in_for=vacant, member=member)


def vacant_roles(item: ContentItem, plan: Plan, day: date) -> tuple[Role, ...]:
    """The roles that its category asks for and nobody but its authors holds on that day."""
    if not isinstance(item, Article):
        return ()
    groups = groups_of(item)
    asked = item.category.extra_roles
    return tuple(role for role in asked if is_vacant(role, item.authors, groups, plan, day))


def authors_of(item: ContentItem) -> tuple[Person, ...]:
    return item.authors if isinstance(item, Article) else ()


def asks_for_head(item: ContentItem) -> bool:
    return isinstance(item, Article) and HEAD in item.category.extra_roles


def groups_of(item: ContentItem) -> tuple[str, ...]:
    """The codes of the groups that wrote it; none for a standing page."""
    groups = item.groups if isinstance(item, Article) else ()
    return tuple(group.code for group in groups)
