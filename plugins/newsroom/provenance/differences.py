"""Differences between commits, by the paths under which the content knows its files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from os import fsencode

from ..domain.text.vietnamese import clean
from ..intake.folder.scan import is_passed_over
from .answers import Change, NotUnderstood, tree_changes
from .git import Git

# Modes of links and of other repositories' commits: what stands there is not in this history.
ELSEWHERE = ("120000", "160000")


@dataclass
class Difference:
    """The changes that one commit made beside one of its parents.

    `before` has the content id in the parent of each path that is another in the commit, None
    for none; `moved` where a new path's file was.
    """

    before: dict[str, str | None] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)


def differences(git: Git, pairs: Sequence[tuple[str, str]]) -> Iterator[Difference]:
    """The differences of each two trees, below the folder. Raises NoHistory, NotUnderstood."""
    if not pairs:
        return
    asked = "".join(f"{before} {after}\n" for before, after in pairs).encode()
    words = ("--stdin", "-r", "--raw", "-z", "-M", "-l5000", "--no-abbrev", "--", git.place)
    answer = tree_changes(git.tell("diff-tree", *words, given=asked))
    if len(answer) != len(pairs):
        raise NotUnderstood(f"{len(answer)} of {len(pairs)} pairs")
    for changes in answer:
        made = Difference()
        for change in changes:
            _note(git, made, change)
        yield made


def _note(git: Git, made: Difference, change: Change) -> None:
    path, target = (path_below(git.prefix, name) for name in (change.name, change.target))
    was = None if change.mode_before in (*ELSEWHERE, "000000") else change.code_before
    if path is not None and path != target and change.status == "R":
        made.before[path] = was
    if target is None:
        return
    if path == target:
        made.before[target] = was
    else:
        made.before.setdefault(target, None)
        if path is not None and was and change.mode_after not in ELSEWHERE:
            made.moved[target] = path


def path_below(prefix: str, name: bytes) -> str | None:
    """A path below the folder as the scan would have it; None for what no scan looks at.

    `prefix` is the way to the folder, which may have a name in any encoding, or in none.
    """
    try:
        plain = name.removeprefix(fsencode(prefix)).decode()
    except UnicodeDecodeError:
        return None
    path = plain if plain.isascii() else clean(plain)
    # As the disk spells it: an invisible letter before the dot is none to hide behind.
    is_hidden = any(map(is_passed_over, plain.split("/")))
    return None if is_hidden or not path.isprintable() else path
