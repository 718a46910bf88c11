"""The history of a file from commit to commit, and how much of the file is rightful.

A file is followed forwards through the history. Beside what it says, its trail knows what it
ought to say: a commit changes that only where its author has the right. At the end the two are
compared (`checks`), so a wrong commit that was taken back leaves nothing behind.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TypeVar

from .commit import ABSENT, LEDGER, Commit, Content, SignedLine, SignedLineKind, Version
from .rights import Rights

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class FilePresence:
    """The state that the giver of a mark has seen: the content, and edits without the right so far.

    `by` is the commit that brought the mark; None where it was there from the beginning.
    """

    content: Content | None
    edits: frozenset[Commit] = frozenset()
    by: Commit | None = None


@dataclass(frozen=True, kw_only=True)
class FileHistory:
    """A file up to some commit.

    `rightful` are the marks that ought to be there, each with its sight in `seen`. `edits` are
    the commits that changed the content without the right, `slips` those that last added or
    removed a mark so. `changes` are all commits that changed the file.
    """

    version: Version = ABSENT
    rightful: frozenset[SignedLine] = frozenset()
    seen: Mapping[SignedLine, FilePresence] = field(default_factory=dict)
    edits: frozenset[Commit] = frozenset()
    slips: Mapping[SignedLine, Commit] = field(default_factory=dict)
    changes: frozenset[Commit] = frozenset()

    def vouches_for(self, mark: SignedLine) -> bool:
        """True where the mark is rightful and was given to the content as it now stands."""
        sight = self.seen.get(mark)
        if sight is None or mark not in self.rightful:
            return False
        return sight.content == self.version.content or self.edits <= sight.edits


def begun(version: Version, changes: frozenset[Commit] = frozenset()) -> FileHistory:
    """The trail of a file that is trusted as it is."""
    return FileHistory(
        version=version,
        rightful=version.marks,
        seen={mark: FilePresence(content=version.content) for mark in version.marks},
        changes=changes,
    )


def stepped(trail: FileHistory, version: Version, commit: Commit, rights: Rights) -> FileHistory:
    """The trail behind a commit that leaves the file in this version."""
    if version == trail.version:
        return trail
    if commit.is_trusted:
        return begun(version, trail.changes | {commit})
    may_edit = rights.may_edit(commit)
    rightful, seen, slips = set(trail.rightful), dict(trail.seen), dict(trail.slips)
    edits, is_read_again = trail.edits, False
    if version.content != trail.version.content:
        if rights.may_change(commit, trail.version.writers | version.writers):
            for mark in filter(trail.vouches_for, trail.rightful):
                seen[mark] = replace(seen[mark], content=version.content, edits=edits)
        else:
            edits |= {commit}
    for mark in trail.version.marks - version.marks:
        if may_edit:
            rightful.discard(mark)
        _note(slips, mark, None if may_edit else commit)
    for mark in version.marks - trail.version.marks:
        if may_add := rights.may_add(mark, commit):
            rightful.add(mark)
            seen[mark] = FilePresence(content=version.content, edits=edits, by=commit)
        _note(slips, mark, None if may_add else commit)
        is_read_again |= may_add and mark.kind is SignedLineKind.APPROVED
    if is_read_again:
        # Whoever approves has read the ledger as it stands there.
        ledger = {mark for mark in version.marks if mark.kind in LEDGER}
        rightful = {mark for mark in rightful if mark.kind not in LEDGER} | ledger
    return FileHistory(
        version=version,
        rightful=frozenset(rightful),
        seen=seen,
        edits=edits,
        slips=slips,
        changes=trail.changes | {commit},
    )


def _note(slips: dict[SignedLine, Commit], mark: SignedLine, commit: Commit | None) -> None:
    slips.pop(mark, None)
    if commit:
        slips[mark] = commit


def merged(
    trails: Sequence[FileHistory],
    known: Iterable[FileHistory],
    version: Version,
    commit: Commit,
    rights: Rights,
) -> FileHistory:
    """The trail behind a merge: what differs from a clean joining of its sides is its own doing.

    `known` are all earlier trails of the file, to find where the sides parted.
    """
    different = [trail for n, trail in enumerate(trails) if trail not in trails[:n]]
    earlier = tuple(known) if len(different) > 1 else ()
    joined = reduce(lambda one, other: _joined(one, other, earlier, version), different)
    return stepped(joined, version, commit, rights)


def _joined(
    one: FileHistory, other: FileHistory, known: Sequence[FileHistory], version: Version
) -> FileHistory:
    """Both sides of a merge in one, each having what it changed since they parted."""
    common = one.changes & other.changes
    older = (trail for trail in known if trail.changes <= common)
    base = max(older, key=lambda trail: len(trail.changes), default=FileHistory())
    was, *contents = (trail.version.content for trail in (base, one, other))
    content = _changed(was, *contents)
    if content is None and all(contents):
        # Both changed it. What the merge made of that is its own, unless it is one side's; and it
        # does not cover for the side that somebody changed without the right.
        theirs = 0 if one.edits - base.edits else 1
        content = version.content if version.content in contents else contents[theirs]
    rightful = _either(base.rightful, one.rightful, other.rightful)
    both = {**one.seen, **other.seen}
    return FileHistory(
        version=Version(
            content=content,
            marks=_either(base.version.marks, one.version.marks, other.version.marks),
            writers=one.version.writers | other.version.writers,
        ),
        rightful=rightful,
        seen={
            mark: _changed(*(trail.seen.get(mark) for trail in (base, one, other))) or both[mark]
            for mark in rightful
        },
        edits=one.edits | other.edits,
        slips={**one.slips, **other.slips},
        changes=one.changes | other.changes,
    )


def _changed(was: T | None, left: T | None, right: T | None) -> T | None:
    """Of something that both sides have, what the side that changed it made; None if both did."""
    if right in (left, was):
        return left
    return right if left == was else None


def _either(base: frozenset[T], one: frozenset[T], other: frozenset[T]) -> frozenset[T]:
    """The elements that both have, and those that either has new."""
    return one & other | (one - base) | (other - base)
