"""Who wrote what: commits, the lines that decide, and whom the plans let write them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple, Protocol

from .approval import Approval, DecisionKind, Decisions
from .board import BoardMember
from .plan import Plan
from .vietnamese import fold


@dataclass(frozen=True, kw_only=True)
class Commit:
    """One commit. `number` is its place in the history, `email` its author's, `on` its day.

    A trusted one stood already where the comparison begins: what it did is rightful.
    """

    code: str
    number: int
    email: str
    on: date
    is_trusted: bool = False


class MarkKind(Enum):
    """What a line of a header decides. ANSWERED: an approval stands below a return of its day."""

    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    SELECTED = "selected"
    ANSWERED = "answered"


# What somebody writes in their own name and nobody may write for them.
SIGNED = frozenset({MarkKind.APPROVED, MarkKind.CORRECTED, MarkKind.SELECTED})
_OF_DECISION = {
    DecisionKind.RETURNED: MarkKind.RETURNED,
    DecisionKind.WITHDRAWN: MarkKind.WITHDRAWN,
    DecisionKind.CORRECTED: MarkKind.CORRECTED,
    DecisionKind.SELECTED: MarkKind.SELECTED,
}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A decision in a header. Two are the same wherever they stand and however they are spaced."""

    kind: MarkKind
    who: str
    on: date | None
    rest: str = ""
    by: str = field(default="", compare=False)
    line: int = field(default=1, compare=False)


class Content(NamedTuple):
    """A file without its marks: where it stands, and digests of what it says.

    `words` are title, summary and text; `pictures` the bytes of pictures and attachments;
    `facts` all else in its header.
    """

    path: str
    words: str
    facts: str = ""
    pictures: str = ""


@dataclass(frozen=True, kw_only=True)
class Version:
    """A file as one commit has it. Without content: there is no such file.

    `writers` are the names of its authors, folded.
    """

    content: Content | None = None
    marks: frozenset[Mark] = frozenset()
    writers: frozenset[str] = field(default=frozenset(), compare=False)


ABSENT = Version()


def marks_of(decisions: Decisions) -> Iterator[Mark]:
    """Everything decided about a manuscript, as marks."""
    for approval in decisions.approvals:
        yield mark_of(approval)
    for other in decisions.others:
        kind = _OF_DECISION[other.kind]
        yield Mark(
            kind=kind,
            who=fold(other.by),
            on=other.on,
            rest=fold(other.reason),
            by=other.by,
            line=other.line,
        )
    # Of two decisions of a day the lower one counts: to move a line is to decide.
    for given in decisions.of(DecisionKind.RETURNED):
        for approval in decisions.approvals:
            if approval.on == given.on and approval.order > given.order:
                yield Mark(
                    kind=MarkKind.ANSWERED,
                    who=fold(approval.by),
                    on=approval.on,
                    rest=f"{fold(given.by)} {fold(given.reason)}",
                    by=approval.by,
                    line=approval.line,
                )


def mark_of(approval: Approval) -> Mark:
    role = approval.role.code if approval.role else ""
    return Mark(
        kind=MarkKind.APPROVED,
        who=fold(approval.by),
        on=approval.on,
        rest=f"{role} {approval.seal}",
        by=approval.by,
        line=approval.line,
    )


class Rights(Protocol):
    """Whose commit may do what to a kind of file."""

    def may_edit(self, commit: Commit) -> bool: ...
    def may_change(self, commit: Commit, writers: frozenset[str]) -> bool:
        """Whether it may change what such writers wrote and the approvals stay good."""
        ...

    def may_add(self, mark: Mark, commit: Commit) -> bool: ...


@dataclass(frozen=True, kw_only=True)
class BoardRights:
    """The rights over manuscripts: an approval is its giver's, all else any board member's.

    But what a member wrote, another has to approve: no author stands in for a reader.

    `plans` may hold a plan twice, as it was and as it is; either will do.
    """

    plans: Sequence[Plan]

    def may_edit(self, commit: Commit) -> bool:
        return any(self._members(commit))

    def may_change(self, commit: Commit, writers: frozenset[str]) -> bool:
        members = list(self._members(commit))
        return bool(members) and not any(
            writers & {fold(name) for name in (person.code, person.name, *person.aliases)}
            for person in (member.person for member in members)
        )

    def _members(self, commit: Commit) -> Iterator[BoardMember]:
        return (
            member
            for plan in plans_for(self.plans, commit.on)
            for member in plan.board
            if member.serves_on(commit.on) and member.person.has_email(commit.email)
        )

    def may_add(self, mark: Mark, commit: Commit) -> bool:
        if mark.kind in SIGNED:
            return self._is_own(mark, commit.email)
        return self.may_edit(commit)

    def _is_own(self, mark: Mark, email: str) -> bool:
        day = mark.on
        if day is None:
            return False
        plans = (plan for plan in self.plans if plan.term.contains(day))
        return any(person.has_email(email) for p in plans for person in p.people.find(mark.by))


@dataclass(frozen=True, kw_only=True)
class EditorRights:
    """The rights over plans: the editor-in-chief's alone."""

    plans: Sequence[Plan]

    def may_edit(self, commit: Commit) -> bool:
        return any(
            member.serves_on(commit.on) and member.person.has_email(commit.email)
            for plan in plans_for(self.plans, commit.on)
            for member in plan.editors_in_chief
        )

    def may_change(self, commit: Commit, writers: frozenset[str]) -> bool:
        return self.may_edit(commit)

    def may_add(self, mark: Mark, commit: Commit) -> bool:
        return self.may_edit(commit)


def plans_for(plans: Sequence[Plan], day: date) -> tuple[Plan, ...]:
    """The plans in force on that day; the latest ones where there is none."""
    in_force = tuple(plan for plan in plans if plan.term.contains(day))
    last = max((plan.term.last for plan in plans), default=None)
    return in_force or tuple(plan for plan in plans if plan.term.last == last)
