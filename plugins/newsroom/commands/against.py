"""`check --against REF`: who wrote the approvals and who changed what was approved, from git.

See docs/decisions/0006-who-approved-is-read-from-git.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from ..domain.authorship import BoardRights, EditorRights
from ..domain.following import followed
from ..domain.plan import Plan
from ..domain.problem import Problem
from ..domain.provenance import Trail
from ..domain.vouching import Finding, manuscript_findings, plan_findings
from ..history.git import NoHistory
from ..history.git_history import History
from ..history.past_folder import PastScan
from ..history.past_versions import PastVersions, is_manuscript
from ..history.pasts import ManuscriptsPast, PlansPast, is_plan
from ..intake.content_folder import ContentFolder
from ..intake.foundation import Foundation, read_foundation
from ..intake.scan import SCHOOL_FILE
from ..machinery.records import Records
from .against_words import BROKEN_PLANS, LINKED, altered, said_of, strange

__all__ = ["NoHistory", "problems_against"]


def problems_against(content: Path, ref: str) -> tuple[Problem, ...]:
    """What was done between `ref` and HEAD by somebody who had not the right to.

    Compares commits: what is not committed is not looked at. Raises NoHistory, with a message for
    the user, where git cannot tell.
    """
    if content.is_symlink():
        # Where it leads is another folder, of which the past knows nothing.
        raise NoHistory(LINKED.format(folder=content.name))
    history = History(content.resolve(), ref)
    with closing(history.git):
        if not history.touched and not history.altered:
            return ()
        return _Comparison(content, ref, history).problems()


class _Comparison:
    def __init__(self, content: Path, ref: str, history: History) -> None:
        self._history, self._folder = history, content.name
        scan = PastScan(content, history.now, history.git)
        now = _foundation(scan)
        was = now
        if _basis(history.was) != _basis(history.now):
            was = _foundation(PastScan(content, history.was, history.git))
        self._has_old_plans = any(map(is_plan, history.was))
        if self._has_old_plans and not was.plans:
            raise NoHistory(BROKEN_PLANS.format(ref=ref))
        self._old_plans, self._new_plans = was.plans, now.plans
        self._school = now.school
        site_url = now.school.site_url if now.school else ""
        self._versions = PastVersions(history, scan, site_url)

    def problems(self) -> tuple[Problem, ...]:
        of_plans = [*self._of_plans()]
        plans = self._old_plans
        # A branch that only lags behind has plans of yesterday: they add nobody.
        if not of_plans and any(map(is_plan, self._history.touched)):
            plans = (*plans, *self._new_plans)
        findings = (*of_plans, *self._of_manuscripts(BoardRights(plans=plans)))
        found = {
            *(said_of(finding, self._label(finding.path), plans) for finding in findings),
            *(strange(self._label(path)) for path in self._history.strange),
            *(altered(self._label(path)) for path in self._history.altered),
        }
        return tuple(sorted(found, key=lambda problem: problem.place))

    def _label(self, path: str) -> str:
        return f"{self._folder}/{path}"

    def _of_plans(self) -> Iterator[Finding]:
        """Changes of plans by others than the editor-in-chief; the first plans are anybody's."""
        if not self._has_old_plans:
            return
        paths = sorted(filter(is_plan, self._history.touched))
        trails = followed(PlansPast(self._history), paths, EditorRights(plans=self._old_plans))
        for path in paths:
            yield from plan_findings(path, trails[path])

    def _of_manuscripts(self, rights: BoardRights) -> Iterator[Finding]:
        past = ManuscriptsPast(self._history, self._versions)
        paths = sorted(self._paths())
        trails = followed(past, paths, rights)
        for path in paths:
            yield from self._of_manuscript(path, trails[path])

    def _of_manuscript(self, path: str, trail: Trail) -> Iterator[Finding]:
        is_there = trail.version.content is not None
        commit = self._history.head if is_there else self._history.start
        # As the gate will hold it, whoever wrote the plans of today.
        plans: Sequence[Plan] = self._new_plans or self._old_plans

        return manuscript_findings(
            path,
            trail,
            lambda: self._versions.manuscript(commit, path, plans, self._school),
            plans,
        )

    def _paths(self) -> set[str]:
        """The manuscripts that a commit changed, or that show what a commit changed.

        What a merge only brought along from the trusted side is left out.
        """
        history = self._history
        changed: set[str] = set()
        for commit in history.commits:
            parents = () if commit.is_trusted else history.parents[commit.code]
            for parent in parents:
                changed |= {
                    path
                    for path in history.difference(commit.code, parent).before
                    if len(parents) == 1 or history.was.get(path) != history.now.get(path)
                }
        shown = {path for path in changed if not is_manuscript(path) and not is_plan(path)}
        return {*filter(is_manuscript, changed), *self._versions.showing(shown)}


def _basis(files: Mapping[str, str]) -> dict[str, str]:
    """The files that say who is who."""
    return {path: code for path, code in files.items() if path == SCHOOL_FILE or is_plan(path)}


def _foundation(scan: PastScan) -> Foundation:
    return read_foundation(ContentFolder(scan), Records(None, ""))
