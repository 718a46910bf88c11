"""The findings in a git history: commits that changed a file without the right to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from ..approval.blocker import BlockerKind
from ..approval.gate import judge, required_roles
from ..approval.import_approval import stands_by_import
from ..approval.validity import evaluate, unfilled
from ..content.content_item import Article, ContentItem
from ..content.decisions import Approval, DecisionKind
from ..plan.plan import Plan
from .commit import (
    LEDGER,
    SIGNED,
    Commit,
    Content,
    SignedLine,
    SignedLineKind,
    Version,
    signed_line_of,
)
from .file_history import FileHistory
from .permissions import Subject
from .rights import BoardRights

_IMPORTED = SignedLineKind.IMPORTED
# Under its sight a plan is followed as an item is under an approval.
PLAN_MARK = SignedLine(kind=SignedLineKind.APPROVED, who="plan", on=None)


class FindingKind(Enum):
    """The kinds of findings: each is an act without the right to it."""

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
    IMPORT_LIST = "the list of an import changed"


OF_A_WHOLE: Mapping[Subject, FindingKind] = {
    Subject.PLAN: FindingKind.PLAN,
    Subject.SCHOOL: FindingKind.SCHOOL,
    Subject.REGISTER: FindingKind.REGISTER,
}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that a commit did to a file; `changed` are the parts of its content, if it did."""

    kind: FindingKind
    path: str
    commit: Commit
    mark: SignedLine | None = None
    changed: tuple[str, ...] = ()


def item_findings(
    path: str,
    trail: FileHistory,
    read: Callable[[], ContentItem | None],
    plans: Sequence[Plan],
    rights: BoardRights | None = None,
) -> Iterator[Finding]:
    """The findings about an item at the end of its trail.

    `rights` tell a decision by somebody who never had the right from one by somebody who has it
    no longer. `read` gives it as it stands; a deleted one as it stood where the comparison begins,
    None if it did not. It is asked only where something depends on the gate.
    """
    if trail.version.content is None:
        yield from _of_deleted(path, trail, read, plans)
        return
    yield from _of_marks(path, trail, rights)
    given = [mark for mark in trail.rightful & trail.version.marks if _lets_out(mark)]
    if any(not trail.vouches_for(mark) for mark in given):
        yield from _of_edits(path, trail, read(), plans)


def plan_findings(
    path: str, trail: FileHistory, kind: FindingKind = FindingKind.PLAN
) -> Iterator[Finding]:
    """The commits that changed a plan, where the plan is not what the right people made it.

    Likewise for the school file, the calendar and the registers; `kind` says which it is.
    """
    if not trail.vouches_for(PLAN_MARK):
        for commit in _in_order(trail.edits - trail.seen[PLAN_MARK].edits):
            yield Finding(kind=kind, path=path, commit=commit)


def import_findings(path: str, trail: FileHistory, rights: BoardRights) -> Iterator[Finding]:
    """The findings about the file of an import: who signed it, and who changed its list.

    A signature by whoever has the right answers for the list as it stands there.
    """
    present = {mark for mark in trail.version.marks if mark.kind is _IMPORTED}
    rightful = {mark for mark in trail.rightful if mark.kind is _IMPORTED}
    forged = sorted(present - rightful, key=lambda mark: mark.rest)
    for mark in forged:
        commit = _culprit(trail, mark)
        is_own = rights.is_own(mark, commit.email)
        kind = FindingKind.LAPSED if is_own else FindingKind.WRITTEN
        yield Finding(kind=kind, path=path, commit=commit, mark=mark)
    if forged or any(map(trail.vouches_for, present)):
        return
    gone = sorted(rightful - present, key=lambda mark: mark.rest)
    for mark in gone:
        yield Finding(kind=FindingKind.REMOVED, path=path, commit=_culprit(trail, mark), mark=mark)
    if not gone:
        yield from plan_findings(path, trail, FindingKind.IMPORT_LIST)


def plan_version(content: Content | None) -> Version:
    return Version(content=content, marks=frozenset({PLAN_MARK}))


def _of_marks(path: str, trail: FileHistory, rights: BoardRights | None) -> Iterator[Finding]:
    is_out = any(map(_lets_out, trail.version.marks & trail.rightful))
    # Of the import that brought it, its own file tells.
    present, rightful = _of_header(trail.version.marks), _of_header(trail.rightful)
    if not is_out:
        # Nothing of it is public: whoever approves it will read its ledger.
        present, rightful = _without_ledger(present), _without_ledger(rightful)
    written = [mark for mark in present - rightful if _is_signed(mark) or mark.kind in LEDGER]
    for mark in present - rightful:
        kind = _kind_of(mark, _culprit(trail, mark), rights)
        is_said = mark.kind is SignedLineKind.ANSWERED and any(
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
        if mark.kind is not SignedLineKind.ANSWERED and not is_rewritten and not is_answered:
            yield Finding(kind=FindingKind.REMOVED, path=path, commit=commit, mark=mark)


def _of_header(marks: frozenset[SignedLine]) -> frozenset[SignedLine]:
    return frozenset(mark for mark in marks if mark.kind is not _IMPORTED)


def _without_ledger(marks: frozenset[SignedLine]) -> frozenset[SignedLine]:
    return frozenset(mark for mark in marks if mark.kind not in LEDGER)


def _kind_of(mark: SignedLine, commit: Commit, rights: BoardRights | None) -> FindingKind:
    """The kind of finding for a mark that stands there and that its commit had no right to add."""
    if mark.kind in LEDGER:
        return FindingKind.LEDGER
    if mark.kind is SignedLineKind.ANSWERED:
        return FindingKind.MOVED
    if not _is_signed(mark):
        return FindingKind.CLOSED
    is_own = rights is not None and rights.is_own(mark, commit.email)
    return FindingKind.LAPSED if is_own else FindingKind.WRITTEN


def _of_edits(
    path: str, trail: FileHistory, item: ContentItem | None, plans: Sequence[Plan]
) -> Iterator[Finding]:
    """An approval given to another text must not fill a role: as if each bore a seal."""
    if item is None:
        return
    weighed = {
        signed_line_of(approval): evaluate(approval, _sealed(item, approval), plans, date.max)
        for approval in item.decisions.since_return
    }
    standing = {mark: one for mark, one in weighed.items() if mark in trail.rightful}
    stale = [mark for mark, one in standing.items() if one.offers and not trail.vouches_for(mark)]
    of_import = _marks_of_import(item, trail, plans)
    if any(map(trail.vouches_for, of_import)):
        return
    stale += of_import
    required = required_roles(item, plans)
    offered = [offer for one in standing.values() for offer in one.offers]
    vouched = [offer for mark, one in standing.items() if mark not in stale for offer in one.offers]
    # The yes of its import is as good as all of these.
    missing = () if of_import else unfilled(required, offered)
    if len(unfilled(required, vouched)) == len(missing):
        return
    last = max(stale, key=lambda mark: len(trail.seen[mark].edits))
    sight = trail.seen[last]
    is_withdrawn = bool(item.decisions.of(DecisionKind.WITHDRAWN))
    yield Finding(
        kind=FindingKind.EDITED_WHILE_WITHDRAWN if is_withdrawn else FindingKind.EDITED,
        path=path,
        commit=_in_order(trail.edits - sight.edits)[-1],
        mark=last,
        changed=_parts(sight.content, trail.version.content),
    )


def _marks_of_import(
    item: ContentItem, trail: FileHistory, plans: Sequence[Plan]
) -> list[SignedLine]:
    """The rightful approval of the import that brought it, where that is what lets it out."""
    if not (isinstance(item, Article) and item.imported):
        return []
    if not item.fingerprint:
        item = replace(item, fingerprint=item.imported.seal)
    if not stands_by_import(item, plans, date.max):
        return []
    return [mark for mark in trail.rightful & trail.version.marks if mark.kind is _IMPORTED]


def _sealed(item: ContentItem, approval: Approval) -> ContentItem:
    """The item; where nobody can tell its seal, as if the approval's held."""
    if item.fingerprint:
        return item
    return replace(item, fingerprint=approval.seal)


def _of_deleted(
    path: str, trail: FileHistory, read: Callable[[], ContentItem | None], plans: Sequence[Plan]
) -> Iterator[Finding]:
    old = [mark for mark in trail.rightful if _lets_out(mark) and trail.seen[mark].by is None]
    if not old:
        return
    item = read()
    if item is None or is_approved(item, plans):
        yield Finding(kind=FindingKind.DELETED, path=path, commit=_culprit(trail, old[0]))


def is_approved(item: ContentItem, plans: Sequence[Plan]) -> bool:
    """True where nothing but a mistake to mend or a day to come keeps the item from the public."""
    reasons = judge(item, plans, date.max).reasons
    return all(r.kind in (BlockerKind.BROKEN, BlockerKind.NO_CONSENT) for r in reasons)


def _approves(mark: SignedLine) -> bool:
    return mark.kind is SignedLineKind.APPROVED


def _lets_out(mark: SignedLine) -> bool:
    """True for an approval in the header, and for that of the import that brought it."""
    return _approves(mark) or mark.kind is _IMPORTED


def _is_signed(mark: SignedLine) -> bool:
    return mark.kind in SIGNED


def _culprit(trail: FileHistory, mark: SignedLine) -> Commit:
    return trail.slips.get(mark) or _in_order(trail.changes)[-1]


def _in_order(commits: frozenset[Commit]) -> list[Commit]:
    return sorted(commits, key=lambda commit: commit.number)


def _parts(old: Content | None, new: Content | None) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    return tuple(name for name in Content._fields if getattr(old, name) != getattr(new, name))
