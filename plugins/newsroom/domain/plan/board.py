"""The editorial board: who may approve, and in which role."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import assert_never

from ..text.vietnamese import fold
from .group import Person, exists_between


class RoleKind(Enum):
    """The kind of a role, from which follows who holds it."""

    BOARD = "the board's own, which every item asks for"
    HEAD = "the first look of a head of the group that wrote"
    OF_A_CATEGORY = "a role that the plan names and gives to members of the board"

    @property
    def is_held_by_members(self) -> bool:
        """True where members of the board hold it, as the plan says of each."""
        match self:
            case RoleKind.BOARD | RoleKind.OF_A_CATEGORY:
                return True
            case RoleKind.HEAD:
                return False
            case _:
                assert_never(self)

    @property
    def may_be_vacant(self) -> bool:
        """True where the board stands in when nobody but authors holds it. Decision 33."""
        match self:
            case RoleKind.OF_A_CATEGORY:
                return True
            case RoleKind.BOARD | RoleKind.HEAD:
                return False
            case _:
                assert_never(self)


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

    @property
    def kind(self) -> RoleKind:
        return _KINDS.get(self.code, RoleKind.OF_A_CATEGORY)


BOARD = Role("ban biên tập")
# The first look of the head of a group that wrote it, where a category asks for that (A6).
HEAD = Role("tổ trưởng")
_KINDS = {BOARD.code: RoleKind.BOARD, HEAD.code: RoleKind.HEAD}


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
