"""`check --against REF`: who wrote the approvals and who changed what was approved, from git.

See docs/decisions/0006-who-approved-is-read-from-git.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from ...buildtools.cache.build_cache import BuildCache
from ...domain.plan.plan import Plan
from ...domain.problem import Problem
from ...domain.provenance.checks import (
    OF_A_WHOLE,
    Finding,
    import_findings,
    item_findings,
    plan_findings,
)
from ...domain.provenance.commit import SIGNED, import_mark, signed_lines_of
from ...domain.provenance.file_history import FileHistory
from ...domain.provenance.history_walker import followed
from ...domain.provenance.permissions import Subject
from ...domain.provenance.rights import BoardRights, WholeFileRights
from ...domain.text.dates import moment_of
from ...intake.content.item_reader import read_words
from ...intake.folder.content_folder import ContentFolder
from ...intake.folder.scan import Scan
from ...intake.imports.import_cache import read_list
from ...intake.plan.site_config import SiteConfig, read_site_config
from ...provenance.git import NoHistory
from ...provenance.git_history import History
from ...provenance.history_views import (
    ImportsHistory,
    ItemsHistory,
    PlansHistory,
    is_basis,
    is_plan,
    is_register,
    subject_at,
)
from ...provenance.past_folder import PastScan
from ...provenance.past_imports import is_import
from ...provenance.past_versions import ItemVersions, is_item
from ...provenance.uncommitted import ON_THE_DISK, Uncommitted, uncommitted
from .against_words import BROKEN_PLANS, LINKED, altered, said_of, strange
from .moved_since import moved_since
from .uncommitted_words import lapsed_on_the_disk, not_committed

__all__ = ["NoHistory", "problems_against"]


def problems_against(content: Path, ref: str, today: date = date.max) -> tuple[Problem, ...]:
    """Problems: what was done between `ref` and HEAD by somebody who had not the right to.

    Compares commits. What is not committed is named, and a decision in it is held against the
    board of today. Raises NoHistory, with a message for the user, where git cannot tell.
    """
    if content.is_symlink():
        # Where it leads is another folder, of which the past knows nothing.
        raise NoHistory(LINKED.format(folder=content.name))
    history = History(content.resolve(), ref, today)
    with closing(history.git):
        loose = uncommitted(history.git)
        if not (history.touched or history.altered or history.strange or loose):
            return ()
        return _Comparison(content, ref, history, loose).problems(today)


class _Comparison:
    def __init__(
        self, content: Path, ref: str, history: History, loose: Mapping[str, Uncommitted]
    ) -> None:
        self._history, self._content, self._loose = history, content, loose
        self._folder = content.name
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
        self._versions = ItemVersions(history, scan, site_url)

    def problems(self, today: date) -> tuple[Problem, ...]:
        of_plans = [*self._of_plans()]
        plans = self._old_plans
        # A branch that only lags behind has plans of yesterday: they add nobody.
        if not of_plans and any(map(is_plan, self._history.touched)):
            plans = (*plans, *self._new_plans)
        rights = BoardRights(plans=plans)
        of_wholes = (*of_plans, *self._of_registers(plans), *self._of_imports(rights))
        findings = (*of_wholes, *self._of_items(rights))
        known = self._old_plans or self._new_plans
        found = {
            *(said_of(finding, self._label(finding.path), plans) for finding in findings),
            *(strange(self._label(path)) for path in self._history.strange),
            *(altered(self._label(path)) for path in self._history.altered),
            *(not_committed(kind, self._label(path)) for path, kind in self._loose.items()),
            *self._signed_on_the_disk(rights, today),
            *moved_since(
                self._history,
                lambda commit, path: self._versions.item(commit, path, known, self._school),
                known,
                moment_of(today),
                self._label,
            ),
        }
        return tuple(sorted(found, key=lambda problem: problem.place))

    def _signed_on_the_disk(self, rights: BoardRights, today: date) -> Iterator[Problem]:
        """Decisions that no commit has yet, by somebody who could not make them today."""
        there = [path for path, kind in self._loose.items() if kind in ON_THE_DISK]
        if not any(is_item(path) or is_import(path) for path in there):
            return
        folder = ContentFolder(Scan(self._content))
        yield from self._imports_on_the_disk(folder, there, rights, today)
        for path in filter(is_item, there):
            if path not in folder.files:
                continue
            known = self._versions.at(self._history.head, path).marks
            for mark in signed_lines_of(
                read_words(path, folder, self._versions.site_url).decisions
            ):
                is_new = mark.kind in SIGNED and mark not in known
                if is_new and not rights.may_sign_on(mark, today):
                    yield lapsed_on_the_disk(mark, self._label(path))

    def _imports_on_the_disk(
        self, folder: ContentFolder, there: Sequence[str], rights: BoardRights, today: date
    ) -> Iterator[Problem]:
        for path in filter(is_import, there):
            before = self._versions.imports.at(self._history.head, path)
            one = read_list(path, path, folder.read(path))[0] if path in folder.files else None
            mark = import_mark(one) if one else None
            is_new = mark is not None and (before is None or import_mark(before) != mark)
            if mark and is_new and not rights.may_sign_on(mark, today):
                yield lapsed_on_the_disk(mark, self._label(path))

    def _label(self, path: str) -> str:
        return f"{self._folder}/{path}"

    def _of_plans(self) -> Iterator[Finding]:
        """Changes of plans and of the school file by others than the editor-in-chief.

        The first plans are anybody's, and whatever came with them.
        """
        if self._has_old_plans:
            paths = sorted(filter(is_basis, self._history.touched))
            yield from self._of_wholes(paths, self._old_plans)

    def _of_registers(self, plans: Sequence[Plan]) -> Iterator[Finding]:
        """Changes of the calendar and the registers by somebody off the board."""
        if self._has_old_plans:
            yield from self._of_wholes(sorted(filter(is_register, self._history.touched)), plans)

    def _of_imports(self, rights: BoardRights) -> Iterator[Finding]:
        """Approvals of imports by somebody without the right, and lists that others changed."""
        imports = self._versions.imports
        past = ImportsHistory(self._history, imports)
        of_lists = WholeFileRights(plans=rights.plans, subject=Subject.IMPORT_LIST)
        for path in sorted(filter(is_import, self._history.touched)):
            yield from import_findings(path, followed(past, [path], of_lists)[path], rights)

    def _of_wholes(self, paths: Sequence[str], plans: Sequence[Plan]) -> Iterator[Finding]:
        for path in paths:
            subject = subject_at(path)
            rights = WholeFileRights(plans=plans, subject=subject)
            trail = followed(PlansHistory(self._history), [path], rights)[path]
            yield from plan_findings(path, trail, OF_A_WHOLE[subject])

    def _of_items(self, rights: BoardRights) -> Iterator[Finding]:
        past = ItemsHistory(self._history, self._versions)
        paths = sorted(self._paths())
        trails = followed(past, paths, rights)
        for path in paths:
            yield from self._of_item(path, trails[path], rights)

    def _of_item(self, path: str, trail: FileHistory, rights: BoardRights) -> Iterator[Finding]:
        is_there = trail.version.content is not None
        commit = self._history.head if is_there else self._history.start
        # As the gate will hold it, whoever wrote the plans of today.
        plans: Sequence[Plan] = self._new_plans or self._old_plans

        return item_findings(
            path,
            trail,
            lambda: self._versions.item(commit, path, plans, self._school),
            plans,
            rights,
        )

    def _paths(self) -> set[str]:
        """The items that a commit changed, or that show what a commit changed.

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
        shown = {path for path in changed if not (is_item(path) or is_basis(path))}
        return {*filter(is_item, changed), *self._versions.showing(shown)}


def _basis(files: Mapping[str, str]) -> dict[str, str]:
    """The files that say who is who."""
    return {path: code for path, code in files.items() if is_basis(path)}


def _foundation(scan: PastScan) -> SiteConfig:
    return read_site_config(ContentFolder(scan), BuildCache(None, ""))
