"""A history of git as the rules follow it: plans and registers, and items."""

from collections.abc import Sequence
from dataclasses import replace

from ..domain.provenance.checks import plan_version
from ..domain.provenance.commit import ABSENT, Commit, Content, Version, import_mark
from ..domain.provenance.permissions import Subject
from ..intake.folder.scan import (
    CALENDAR_FILE,
    PHOTO_LEDGER,
    PLAN_ENDINGS,
    PLANS,
    SCHOOL_FILE,
    UNIT_LEDGER,
)
from .git_history import History
from .past_imports import PastImports
from .past_versions import ItemVersions, is_item


def is_plan(path: str) -> bool:
    return path.startswith(f"{PLANS}/") and path.lower().endswith(PLAN_ENDINGS)


def is_basis(path: str) -> bool:
    """True where a file says who is who: a plan, or the school file."""
    return path == SCHOOL_FILE or is_plan(path)


def is_register(path: str) -> bool:
    """True where a file is public, or counts, without any approval of its own."""
    return path in (CALENDAR_FILE, PHOTO_LEDGER, UNIT_LEDGER)


def subject_at(path: str) -> Subject:
    """The subject of the permissions that a plan, the school file or a register is."""
    if path == SCHOOL_FILE:
        return Subject.SCHOOL
    return Subject.PLAN if is_plan(path) else Subject.REGISTER


class PlansHistory:
    """Plans, the school file and registers: each a whole, and under another name another one."""

    def __init__(self, history: History) -> None:
        self._history = history

    @property
    def commits(self) -> Sequence[Commit]:
        return self._history.commits

    @property
    def nothing(self) -> Version:
        return plan_version(None)

    def parents(self, commit: str) -> Sequence[str]:
        return self._history.parents[commit]

    def version(self, commit: str, path: str) -> Version:
        code = self._history.code(commit, path)
        return plan_version(Content(path=path, words=code) if code else None)

    def source(self, commit: str, parent: str, path: str) -> str:
        return path

    def has_left(self, commit: str, path: str) -> bool:
        return False


class ImportsHistory(PlansHistory):
    """The files of imports: each a whole, signed by whoever approved its list."""

    def __init__(self, history: History, imports: PastImports) -> None:
        super().__init__(history)
        self._imports = imports

    def version(self, commit: str, path: str) -> Version:
        version, one = super().version(commit, path), self._imports.at(commit, path)
        mark = import_mark(one) if one else None
        return replace(version, marks=version.marks | {mark}) if mark else version


class ItemsHistory(PlansHistory):
    """Articles and standing pages: renamed, they stay what they are."""

    def __init__(self, history: History, versions: ItemVersions) -> None:
        super().__init__(history)
        self._versions = versions

    @property
    def nothing(self) -> Version:
        return ABSENT

    def version(self, commit: str, path: str) -> Version:
        return self._versions.at(commit, path)

    def source(self, commit: str, parent: str, path: str) -> str:
        source = self._history.difference(commit, parent).moved.get(path, path)
        # What was no item was never looked at: its lines are new.
        return source if is_item(source) else path

    def has_left(self, commit: str, path: str) -> bool:
        if self._history.code(commit, path) is not None:
            return False
        parents = self._history.parents[commit]
        return any(path in self._history.difference(commit, p).moved.values() for p in parents)
