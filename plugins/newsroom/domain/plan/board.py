"""The editorial board: who may approve, and in which role."""

from dataclasses import dataclass, field
from datetime import date

from ..text.vietnamese import fold
from .group import Person, exists_between


@dataclass(frozen=True)
class Role:
    """A right to approve (quyền duyệt): the board's own, or one that some categories ask for.

    Requirements P4, P5 (S4, III.2b and III.3c): finance and inspection articles need a second
    person. Two roles are the same when their names fold alike.
    """

    name: str = field(compare=False)
    code: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", fold(self.name))


BOARD = Role("ban biên tập")
# The first look of the head of a group that wrote it, where a category asks for that (A6).
HEAD = Role("tổ trưởng")


@dataclass(frozen=True, kw_only=True)
class BoardMember:
    """A member of the editorial board (ban biên tập), with the roles in which they may approve.

    Requirement A12 (S4, III.6): each member's task and responsibility is written down.
    """

    person: Person
    title: str
    duty: str
    roles: tuple[Role, ...]
    is_editor_in_chief: bool = False
    is_principal: bool = False
    first: date | None = None
    last: date | None = None

    def serves_on(self, day: date) -> bool:
        return exists_between(self.first, self.last, day, day)

    def may_approve_as(self, role: Role, day: date) -> bool:
        return role in self.roles and self.serves_on(day)
