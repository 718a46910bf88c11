"""Git's answers, parsed: whatever is not exactly what was asked for is not understood.

Names are bytes here, as git keeps them: they may hold line ends, colons and no known encoding.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

LOG_FORMAT = "%H%n%P%n%T%n%at%n%ct%n%ae"
# Its days are those of Vietnam, wherever the clock of a committer's machine says it is.
_VIETNAM = timezone(timedelta(hours=7))
_CODE = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_MODE = re.compile(rb"[0-7]{6}")
_STATUS = re.compile(rb"[ACDMRTUX](\d{0,3})")


class NotUnderstood(ValueError):
    """An answer that is not what was asked for."""


@dataclass(frozen=True, kw_only=True)
class LoggedCommit:
    """A commit as the log has it; `authored` and `committed` are what its two clocks said."""

    code: str
    parents: tuple[str, ...]
    tree: str
    authored: date
    committed: date
    email: str


class TreeEntry(NamedTuple):
    """An entry of a commit's tree under one name."""

    mode: str
    code: str
    name: bytes


class Change(NamedTuple):
    """A difference between two trees; `target` is another name where a file was renamed."""

    mode_before: str
    mode_after: str
    code_before: str
    status: str
    name: bytes
    target: bytes


class FileState(NamedTuple):
    """The state of a file of the disk beside the last commit: two letters of `git status`."""

    state: str
    name: bytes


def logged_commits(answer: bytes) -> Iterator[LoggedCommit]:
    """The commits of `git log -z --format=LOG_FORMAT`."""
    for row in _ended(answer):
        parts = row.split(b"\n", 5)
        if len(parts) != 6:
            raise NotUnderstood(repr(row[:80]))
        code, parents, tree, authored, committed, email = parts
        yield LoggedCommit(
            code=_code(code),
            parents=tuple(map(_code, parents.split())),
            tree=_code(tree),
            authored=_day(authored),
            committed=_day(committed),
            email=email.decode("utf-8", "replace"),
        )


def tree_entries(answer: bytes) -> Iterator[TreeEntry]:
    """The entries of `git ls-tree -r -z`."""
    for row in _ended(answer):
        facts, tab, name = row.partition(b"\t")
        parts = facts.split(b" ")
        if len(parts) != 3 or not tab or not name:
            raise NotUnderstood(repr(row[:80]))
        yield TreeEntry(_mode(parts[0]), _code(parts[2]), name)


def tree_changes(answer: bytes) -> list[list[Change]]:
    """The changes that `git diff-tree --stdin -r --raw -z` tells, by pair of trees, in order."""
    made: list[list[Change]] = []
    place = 0
    while place < len(answer):
        if answer[place : place + 1] != b":":
            line, place = _until(b"\n", answer, place)
            if len(list(map(_code, line.split(b" ")))) != 2:
                raise NotUnderstood(repr(line[:80]))
            made.append([])
            continue
        line, place = _until(b"\0", answer, place + 1)
        facts = line.split(b" ")
        if len(facts) != 5 or not made or not _STATUS.fullmatch(facts[4]):
            raise NotUnderstood(repr(line[:80]))
        status = facts[4].decode()
        name, place = _until(b"\0", answer, place)
        target = name
        if status[0] in "RC":
            target, place = _until(b"\0", answer, place)
        _code(facts[3])
        before = _code(facts[2])
        made[-1].append(Change(_mode(facts[0]), _mode(facts[1]), before, status[0], name, target))
    return made


def file_states(answer: bytes) -> Iterator[FileState]:
    """The states of `git status --porcelain=v1 -z`."""
    rows = _ended(answer)
    for row in rows:
        if len(row) < 4 or row[2:3] != b" ":
            raise NotUnderstood(repr(row[:80]))
        state = row[:2].decode("ascii", "replace")
        if set(state) & set("RC") and next(rows, None) is None:
            raise NotUnderstood(repr(row[:80]))
        yield FileState(state, row[3:])


def unwatched_files(answer: bytes) -> Iterator[bytes]:
    """The files of `git ls-files -v -z` whose changes git was told not to look for."""
    for row in _ended(answer):
        if len(row) < 3 or row[1:2] != b" ":
            raise NotUnderstood(repr(row[:80]))
        if row[:1] == b"S" or row[:1].islower():
            yield row[2:]


def attribute_values(answer: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Name, attribute and value of `git check-attr -z`."""
    rows = list(_ended(answer))
    if len(rows) % 3:
        raise NotUnderstood(repr(rows[-1][:80]))
    yield from zip(rows[::3], rows[1::3], rows[2::3], strict=True)


def _ended(answer: bytes) -> Iterator[bytes]:
    """The parts of an answer, each ended by a NUL."""
    *rows, rest = answer.split(b"\0")
    if rest:
        raise NotUnderstood(repr(rest[:80]))
    return iter(rows)


def _until(end: bytes, answer: bytes, place: int) -> tuple[bytes, int]:
    """The bytes from there to that sign, and the place behind it."""
    found = answer.find(end, place)
    if found < place + 1:
        raise NotUnderstood(repr(answer[place : place + 80]))
    return answer[place:found], found + 1


def _code(word: bytes) -> str:
    if not _CODE.fullmatch(word):
        raise NotUnderstood(repr(word[:80]))
    return word.decode()


def _mode(word: bytes) -> str:
    if not _MODE.fullmatch(word):
        raise NotUnderstood(repr(word[:80]))
    return word.decode()


def _day(seconds: bytes) -> date:
    """The day of a moment; the last one there is where a forged number names none."""
    try:
        return datetime.fromtimestamp(int(seconds), _VIETNAM).date()
    except (ValueError, OverflowError, OSError):
        return date.max
