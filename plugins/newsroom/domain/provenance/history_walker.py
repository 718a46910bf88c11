"""Follows files through a history, from its beginning to its end."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from .commit import Commit, Version
from .file_history import FileHistory, begun, merged, stepped
from .rights import Rights


class Past(Protocol):
    """A history of files. `commits` are in order, parents first; parents not among them are old."""

    @property
    def commits(self) -> Sequence[Commit]: ...
    @property
    def nothing(self) -> Version:
        """The version of a file before the very first commit."""
        ...

    def parents(self, commit: str) -> Sequence[str]: ...
    def version(self, commit: str, path: str) -> Version: ...
    def source(self, commit: str, parent: str, path: str) -> str:
        """The path under which the parent has the file that is here in the commit."""
        ...

    def has_left(self, commit: str, path: str) -> bool:
        """True where the file of that path went to another path in this commit."""
        ...


def followed(past: Past, paths: Iterable[str], rights: Rights) -> Mapping[str, FileHistory]:
    """The trail of each of these paths at the last commit."""
    return _Following(past, rights).to_the_end(_with_sources(past, paths))


def _with_sources(past: Past, paths: Iterable[str]) -> tuple[str, ...]:
    """The paths, and all from which their files came."""
    found = dict.fromkeys(paths)
    for commit in reversed(past.commits):
        for parent in past.parents(commit.code):
            found |= dict.fromkeys(past.source(commit.code, parent, path) for path in [*found])
    return tuple(found)


class _Following:
    def __init__(self, past: Past, rights: Rights) -> None:
        self._past, self._rights = past, rights
        self._trails: dict[str, dict[str, FileHistory]] = defaultdict(dict)
        # Every trail there was, by its path: where two sides parted.
        self._known: dict[str, list[FileHistory]] = defaultdict(list)

    def to_the_end(self, paths: Sequence[str]) -> Mapping[str, FileHistory]:
        for commit in self._past.commits:
            for path in paths:
                self._trails[commit.code][path] = self._trail(commit, path)
        return self._trails[self._past.commits[-1].code] if self._past.commits else {}

    def _trail(self, commit: Commit, path: str) -> FileHistory:
        past, code = self._past, commit.code
        version = past.version(code, path)
        parents = past.parents(code)
        sources = [past.source(code, parent, path) for parent in parents]
        before = [self._before(p, source) for p, source in zip(parents, sources, strict=True)]
        if past.has_left(code, path):
            changes = frozenset.union(frozenset({commit}), *(trail.changes for trail in before))
            trail = begun(version, changes)
        elif len(before) > 1:
            known = [trail for source in {path, *sources} for trail in self._known[source]]
            trail = merged(before, known, version, commit, self._rights)
        else:
            trail = stepped(
                before[0] if before else begun(past.nothing), version, commit, self._rights
            )
        if trail not in before:
            self._known[path].append(trail)
        return trail

    def _before(self, parent: str, path: str) -> FileHistory:
        if path not in self._trails[parent]:
            trail = self._trails[parent][path] = begun(self._past.version(parent, path))
            self._known[path].append(trail)
        return self._trails[parent][path]
