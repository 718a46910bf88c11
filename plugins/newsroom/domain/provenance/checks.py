"""What git does not vouch for: where a file is not what the right people made it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from ..approval.blocker import ReasonKind
from ..approval.gate import judge, required_roles
from ..approval.validity import unfilled, weigh
from ..content.content_item import Manuscript
from ..content.decisions import Approval, DecisionKind
from ..plan.plan import Plan
from .commit import LEDGER, SIGNED, Commit, Content, Mark, MarkKind, Version, mark_of
from .file_history import Trail
from .rights import BoardRights

# Under its sight a plan is followed as a manuscript is under an approval.
PLAN_MARK = Mark(kind=MarkKind.APPROVED, who="plan", on=None)


class FindingKind(Enum):
    """What somebody did without the right to."""

    WRITTEN = "a decision written in somebody else's name"
    LAPSED = "a decision for a day on which its giver still had the right"
    LEDGER = "a sending or carrying written by somebody off the board"
    MOVED = "an approval moved below a return"
    CLOSED = "an article returned or withdrawn by somebody off the board"
    REMOVED = "a decision taken out"
    EDITED = "changed after the approval"
    EDITED_WHILE_WITHDRAWN = "changed after the approval, but withdrawn"
    DELETED = "an approved article deleted"
    PLAN = "a plan changed"
    SCHOOL = "the school file changed"
    REGISTER = "the calendar or a register changed"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that a commit did to a file; `changed` are the parts of its content, if it did."""

    kind: FindingKind
    path: str
    commit: Commit
    mark: Mark | None = None
    changed: tuple[str, ...] = ()


def manuscript_findings(
    path: str,
    trail: Trail,
    read: Callable[[], Manuscript | None],
    plans: Sequence[Plan],
    rights: BoardRights | None = None,
) -> Iterator[Finding]:
    """What is wrong with a manuscript at the end of its trail.

    `rights` tell a decision in a stranger's hand from one of somebody who has the right no
    longer. `read` gives it as it stands; a deleted one as it stood where the comparison begins,
    None if it did not. It is asked only where something depends on the gate.
    """
    if trail.version.content is None:
        yield from _of_deleted(path, trail, read, plans)
        return
    yield from _of_marks(path, trail, rights)
    given = [mark for mark in trail.rightful & trail.version.marks if _approves(mark)]
    if any(not trail.vouches_for(mark) for mark in given):
        yield from _of_edits(path, trail, read(), plans)


def plan_findings(
    path: str, trail: Trail, kind: FindingKind = FindingKind.PLAN
) -> Iterator[Finding]:
    """The commits that changed a plan, where the plan is not what the right people made it.

    Likewise for the school file, the calendar and the registers; `kind` says which it is.
    """
    if not trail.vouches_for(PLAN_MARK):
        for commit in _in_order(trail.edits - trail.seen[PLAN_MARK].edits):
            yield Finding(kind=kind, path=path, commit=commit)


def plan_version(content: Content | None) -> Version:
    return Version(content=content, marks=frozenset({PLAN_MARK}))


def _of_marks(path: str, trail: Trail, rights: BoardRights | None) -> Iterator[Finding]:
    present, rightful = trail.version.marks, trail.rightful
    if not any(map(_approves, present & rightful)):
        # Nothing of it is public: whoever approves it will read its ledger.
        present, rightful = _without_ledger(present), _without_ledger(rightful)
    written = [mark for mark in present - rightful if _is_signed(mark) or mark.kind in LEDGER]
    for mark in present - rightful:
        kind = _kind_of(mark, _culprit(trail, mark), rights)
        is_said = mark.kind is MarkKind.ANSWERED and any(
            (one.who, one.on) == (mark.who, mark.on) for one in written
        )
        if is_said:
            continue
        yield Finding(kind=kind, path=path, commit=_culprit(trail, mark), mark=mark)
    approved_anew = any(_approves(m) and trail.vouches_for(m) and trail.seen[m].by for m in present)
    for mark in rightful - present:
        commit = _culprit(trail, mark)
        is_rewritten = any(
            (one.kind, one.who) == (mark.kind, mark.who) and _culprit(trail, one) == commit
            for one in written
        )
        is_answered = approved_anew and _approves(mark)
        if mark.kind is not MarkKind.ANSWERED and not is_rewritten and not is_answered:
            yield Finding(kind=FindingKind.REMOVED, path=path, commit=commit, mark=mark)


def _without_ledger(marks: frozenset[Mark]) -> frozenset[Mark]:
    return frozenset(mark for mark in marks if mark.kind not in LEDGER)


def _kind_of(mark: Mark, commit: Commit, rights: BoardRights | None) -> FindingKind:
    """What it means that a mark stands there which its commit had no right to add."""
    if mark.kind in LEDGER:
        return FindingKind.LEDGER
    if mark.kind is MarkKind.ANSWERED:
        return FindingKind.MOVED
    if not _is_signed(mark):
        return FindingKind.CLOSED
    is_own = rights is not None and rights.is_own(mark, commit.email)
    return FindingKind.LAPSED if is_own else FindingKind.WRITTEN


def _of_edits(
    path: str, trail: Trail, manuscript: Manuscript | None, plans: Sequence[Plan]
) -> Iterator[Finding]:
    """An approval given to another text must not fill a role: as if each bore a seal."""
    if manuscript is None:
        return
    weighed = {
        mark_of(approval): weigh(approval, _sealed(manuscript, approval), plans, date.max)
        for approval in manuscript.decisions.since_return
    }
    standing = {mark: one for mark, one in weighed.items() if mark in trail.rightful}
    stale = [mark for mark, one in standing.items() if one.offers and not trail.vouches_for(mark)]
    required = required_roles(manuscript, plans)
    offered = [offer for one in standing.values() for offer in one.offers]
    vouched = [offer for mark, one in standing.items() if mark not in stale for offer in one.offers]
    if len(unfilled(required, vouched)) == len(unfilled(required, offered)):
        return
    last = max(stale, key=lambda mark: len(trail.seen[mark].edits))
    sight = trail.seen[last]
    is_withdrawn = bool(manuscript.decisions.of(DecisionKind.WITHDRAWN))
    yield Finding(
        kind=FindingKind.EDITED_WHILE_WITHDRAWN if is_withdrawn else FindingKind.EDITED,
        path=path,
        commit=_in_order(trail.edits - sight.edits)[-1],
        mark=last,
        changed=_parts(sight.content, trail.version.content),
    )


def _sealed(manuscript: Manuscript, approval: Approval) -> Manuscript:
    """The manuscript; where nobody can tell its seal, as if the approval's held."""
    if manuscript.fingerprint:
        return manuscript
    return replace(manuscript, fingerprint=approval.seal)


def _of_deleted(
    path: str, trail: Trail, read: Callable[[], Manuscript | None], plans: Sequence[Plan]
) -> Iterator[Finding]:
    old = [mark for mark in trail.rightful if _approves(mark) and trail.seen[mark].by is None]
    if not old:
        return
    manuscript = read()
    if manuscript is None or is_approved(manuscript, plans):
        yield Finding(kind=FindingKind.DELETED, path=path, commit=_culprit(trail, old[0]))


def is_approved(manuscript: Manuscript, plans: Sequence[Plan]) -> bool:
    """Whether nothing but a slip to mend or a day to come keeps it from the public."""
    reasons = judge(manuscript, plans, date.max).reasons
    return all(r.kind in (ReasonKind.BROKEN, ReasonKind.NO_CONSENT) for r in reasons)


def _approves(mark: Mark) -> bool:
    return mark.kind is MarkKind.APPROVED


def _is_signed(mark: Mark) -> bool:
    return mark.kind in SIGNED


def _culprit(trail: Trail, mark: Mark) -> Commit:
    return trail.slips.get(mark) or _in_order(trail.changes)[-1]


def _in_order(commits: frozenset[Commit]) -> list[Commit]:
    return sorted(commits, key=lambda commit: commit.number)


def _parts(old: Content | None, new: Content | None) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    return tuple(name for name in Content._fields if getattr(old, name) != getattr(new, name))
