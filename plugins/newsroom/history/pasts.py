"""A history of git as the rules follow it: one view of the plans, one of the manuscripts."""

from collections.abc import Sequence

from ..domain.authorship import ABSENT, Commit, Content, Version
from ..domain.vouching import plan_version
from ..intake.scan import PLAN_ENDINGS, PLANS
from .git_history import History
from .past_versions import PastVersions, is_manuscript


def is_plan(path: str) -> bool:
    return path.startswith(f"{PLANS}/") and path.lower().endswith(PLAN_ENDINGS)


class PlansPast:
    """The plan files: a plan under another name is another plan."""

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


class ManuscriptsPast(PlansPast):
    """Articles and standing pages: renamed, they stay what they are."""

    def __init__(self, history: History, versions: PastVersions) -> None:
        super().__init__(history)
        self._versions = versions

    @property
    def nothing(self) -> Version:
        return ABSENT

    def version(self, commit: str, path: str) -> Version:
        return self._versions.at(commit, path)

    def source(self, commit: str, parent: str, path: str) -> str:
        source = self._history.difference(commit, parent).moved.get(path, path)
        # What was no manuscript was never looked at: its lines are new.
        return source if is_manuscript(source) else path

    def has_left(self, commit: str, path: str) -> bool:
        if self._history.code(commit, path) is not None:
            return False
        parents = self._history.parents[commit]
        return any(path in self._history.difference(commit, p).moved.values() for p in parents)
