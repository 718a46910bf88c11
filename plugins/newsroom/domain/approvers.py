"""Who is to be asked for an approval."""

from collections.abc import Iterable
from datetime import date

from .board import BoardMember, Role
from .category import Category
from .group import Person
from .plan import Plan


def approvers(
    category: Category, authors: Iterable[Person], plan: Plan, day: date
) -> dict[Role, tuple[Person, ...]]:
    """For each role that the category asks for, who may approve in it on that day."""
    writers = tuple(authors)
    return {
        role: tuple(member.person for member in who_may_fill(role, writers, plan, day))
        for role in category.required_roles
    }


def who_may_fill(
    role: Role, authors: Iterable[Person], plan: Plan, day: date
) -> tuple[BoardMember, ...]:
    """The members who hold that role on that day, in the plan's order; never one of the authors."""
    writers = tuple(authors)
    return tuple(
        member
        for member in plan.board
        if member.may_approve_as(role, day)
        and not any(plan.are_one(member.person, writer) for writer in writers)
    )
