"""The rights that the plans give: to write lines of a header, and to change files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, assert_never

from ..approval.import_approval import who_may_approve_imports
from ..plan.board import BOARD, HEAD, BoardMember, Role
from ..plan.group import Person
from ..plan.plan import Plan
from ..text.vietnamese import fold
from .commit import Commit, SignedLine, SignedLineKind
from .permissions import PERMISSIONS, Holder, Subject, subject_of


class Rights(Protocol):
    """The rights of commits over a kind of file."""

    def may_edit(self, commit: Commit) -> bool: ...
    def may_change(self, commit: Commit, writers: frozenset[str]) -> bool:
        """True where the commit may change what such writers wrote and the approvals stay good."""
        ...

    def may_add(self, mark: SignedLine, commit: Commit) -> bool: ...


@dataclass(frozen=True, kw_only=True)
class BoardRights:
    """The rights over items: an approval is its giver's, all else any board member's.

    But what a member wrote, another has to approve: authors do not approve their own. Whoever
    acts must have the right on each day that the commit can be of: an approval also on the day
    that it claims, so that nobody approves for a time when they still could.

    `plans` may hold a plan twice, as it was and as it is; either will do.
    """

    plans: Sequence[Plan]

    def may_edit(self, commit: Commit) -> bool:
        return self.holds(PERMISSIONS[Subject.REMOVED_LINE], commit)

    def may_change(self, commit: Commit, writers: frozenset[str]) -> bool:
        return self.holds(PERMISSIONS[Subject.APPROVED_ITEM], commit, writers=writers)

    def may_add(self, mark: SignedLine, commit: Commit) -> bool:
        return self.holds(PERMISSIONS[subject_of(mark)], commit, mark=mark)

    def holds(
        self,
        holder: Holder,
        commit: Commit,
        *,
        writers: frozenset[str] = frozenset(),
        mark: SignedLine | None = None,
    ) -> bool:
        """True where the commit's author is such a holder on each day that it can be of.

        `writers` are the folded names of an item's authors, `mark` the line that names a signer.
        """
        match holder:
            case Holder.ANYBODY:
                return True
            case Holder.SIGNER:
                return mark is not None and self._signs(mark, commit)
            case Holder.BOARD:
                return all(any(self._members(commit.email, day)) for day in commit.days)
            case Holder.BOARD_BUT_AUTHORS:
                return self.holds(Holder.BOARD, commit) and not self._wrote(commit, writers)
            case Holder.LAST_WORD:
                return mark is not None and self._has_the_last_word(mark, commit)
            case Holder.EDITOR_IN_CHIEF:
                return all(self._is_chief(commit.email, day) for day in commit.days)
            case _:
                assert_never(holder)

    def _signs(self, mark: SignedLine, commit: Commit) -> bool:
        return self.is_own(mark, commit.email) and all(
            self._has_the_right(mark, day, commit.email) for day in commit.days
        )

    def _wrote(self, commit: Commit, writers: frozenset[str]) -> bool:
        people = (m.person for day in commit.days for m in self._members(commit.email, day))
        return any(
            writers & {fold(name) for name in (person.code, person.name, *person.aliases)}
            for person in people
        )

    def _members(self, email: str, day: date) -> Iterator[BoardMember]:
        return (m for m in serving(self.plans, day) if m.person.has_email(email))

    def _is_chief(self, email: str, day: date) -> bool:
        return any(
            member.serves_on(day) and member.person.has_email(email)
            for plan in plans_for(self.plans, day)
            for member in plan.editors_in_chief
        )

    def _has_the_last_word(self, mark: SignedLine, commit: Commit) -> bool:
        return all(self._is_of_the_last_word(mark, day, commit.email) for day in commit.days)

    def _is_of_the_last_word(self, mark: SignedLine, day: date, email: str | None = None) -> bool:
        """True where its giver may approve imports on that day; under another code too."""
        givers = tuple(self._givers(mark, email))
        return any(
            _is_one_of(givers, person, plan, email)
            for plan in plans_for(self.plans, day)
            for person in who_may_approve_imports(plan, day)
        )

    def may_sign_on(self, mark: SignedLine, day: date) -> bool:
        """True where whoever it names holds, by any address, what it claims on its own that day."""
        if mark.kind is SignedLineKind.IMPORTED:
            return self._is_of_the_last_word(mark, day)
        return self._has_the_right(mark, day)

    def is_own(self, mark: SignedLine, email: str) -> bool:
        """True where the mark is in the name of whoever has that address, on the day it claims."""
        return any(True for _ in self._givers(mark, email))

    def _givers(self, mark: SignedLine, email: str | None = None) -> Iterator[Person]:
        """The people who bear the name of the mark on the day it claims, and have that address."""
        if mark.on is None:
            return
        for plan in self.plans:
            if plan.term.contains(mark.on):
                found = plan.people.find(mark.by)
                yield from (p for p in found if email is None or p.has_email(email))

    def _has_the_right(self, mark: SignedLine, day: date, email: str | None = None) -> bool:
        """True where the giver holds on another day what the mark claims on its own.

        A mark that claims nothing that its giver held then is the gate's to turn away.
        """
        givers = tuple(self._givers(mark, email))
        claimed_on = mark.on or day
        own = (plan for plan in self.plans if plan.term.contains(claimed_on))
        claimed = _roles(own, givers, claimed_on, email)
        held = _roles(plans_for(self.plans, day), givers, day, email)
        if mark.kind is not SignedLineKind.APPROVED:
            # Corrections and selections are the board's, in whatever role.
            return bool(held - {HEAD}) or not claimed - {HEAD}
        if mark.role in claimed:
            return mark.role in held
        return BOARD in held if BOARD in claimed else bool(claimed & held or not claimed)


def _roles(
    plans: Iterable[Plan], givers: Sequence[Person], day: date, email: str | None
) -> frozenset[Role]:
    """The roles in which one of these could approve on that day; a head's where it is asked."""
    found: set[Role] = set()
    for plan in plans:
        for member in plan.board:
            if member.serves_on(day) and _is_one_of(givers, member.person, plan, email):
                found |= {*member.roles}
        heads = (group.head for group in plan.groups if group.exists_on(day))
        if any(head and _is_one_of(givers, head, plan, email) for head in heads):
            found.add(HEAD)
    return frozenset(found)


def _is_one_of(givers: Sequence[Person], person: Person, plan: Plan, email: str | None) -> bool:
    """True where a person of the plan is one of these.

    Over the years a code is one person's; under another code it is one of the same name and
    address.
    """
    is_reached = email is None or person.has_email(email)
    return any(
        person.code == giver.code or (is_reached and plan.are_one(person, giver))
        for giver in givers
    )


@dataclass(frozen=True, kw_only=True)
class WholeFileRights:
    """The rights over files that are one thing each: plans, the school file, registers, lists.

    Whoever signs the list of an import needs the right to that.
    """

    plans: Sequence[Plan]
    subject: Subject

    def may_edit(self, commit: Commit) -> bool:
        return BoardRights(plans=self.plans).holds(PERMISSIONS[self.subject], commit)

    def may_change(self, commit: Commit, writers: frozenset[str]) -> bool:
        return self.may_edit(commit)

    def may_add(self, mark: SignedLine, commit: Commit) -> bool:
        if mark.kind is SignedLineKind.IMPORTED:
            return BoardRights(plans=self.plans).may_add(mark, commit)
        return self.may_edit(commit)


def serving(plans: Sequence[Plan], day: date) -> Iterator[BoardMember]:
    """The board of that day."""
    return (m for plan in plans_for(plans, day) for m in plan.board if m.serves_on(day))


def plans_for(plans: Sequence[Plan], day: date) -> tuple[Plan, ...]:
    """The plans in force on that day; the latest ones where there is none."""
    in_force = tuple(plan for plan in plans if plan.term.contains(day))
    last = max((plan.term.last for plan in plans), default=None)
    return in_force or tuple(plan for plan in plans if plan.term.last == last)
