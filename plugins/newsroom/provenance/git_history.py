"""The commits between two points of a repository, and every file's content at each of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from ..domain.provenance.commit import Commit
from ..intake.folder.scan import (
    CALENDAR_FILE,
    ITEMS,
    PICTURES,
    PLAN_ENDINGS,
    PLANS,
    SCHOOL_FILE,
    TEXT_ENDINGS,
)
from .answers import (
    LOG_FORMAT,
    LoggedCommit,
    NotUnderstood,
    attribute_values,
    logged_commits,
    tree_entries,
)
from .differences import ELSEWHERE, Difference, differences, path_below
from .git import FAILED, NO_REF, NOTHING_COMMON, SHALLOW, Git, NoHistory

_AS_IT_IS = (b"unspecified", b"unset")


def _parts(path: str) -> Iterator[str]:
    """The path and the folders that hold it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


class History:
    """The history from `ref` to HEAD, seen below one folder. Paths are in it, NFC, with `/`.

    `commits` are in order, parents first; those that lead to `ref` too are trusted. `was` and
    `now` have every file's content id at either end. `strange` are paths that came to hold what
    no history tells: links, other repositories, a second spelling of another file's name, also
    one by which Windows would put it in the place of another. `altered` are those that git writes
    to the disk with other words than it keeps. No commit is of a later day than `today`. Raises
    NoHistory.
    """

    def __init__(self, folder: Path, ref: str, today: date = date.max) -> None:
        self.git, self._today = Git(folder), today
        try:
            self._begin(ref)
        except NotUnderstood as error:
            raise NoHistory(FAILED.format(word="?", said=error)) from error

    def _begin(self, ref: str) -> None:
        start, head = self.git.commit(ref), self.git.commit("HEAD")
        if start is None or head is None:
            is_cut = bool(self._cut) and head is not None
            raise NoHistory((SHALLOW if is_cut else NO_REF).format(ref=ref))
        self.start, self.head = start, head
        news = list(self._log(start, head))
        if not self.git.ask("merge-base", start, head):
            raise NoHistory((SHALLOW if self._cut else NOTHING_COMMON).format(ref=ref))
        if any(commit.code in self._cut for commit, *_ in news):
            raise NoHistory(SHALLOW.format(ref=ref))
        self._read(news)
        self.was, odd_before = self._tree(start)
        self.now, odd_now = self._tree(head)
        changed = {path for path, code in odd_now.items() if odd_before.get(path) != code}
        self.strange = sorted(changed | self._spelled_anew())
        self.altered = sorted(set(self._altered()))

    def _spelled_anew(self) -> set[str]:
        """New paths that are, but for case, another path or in another folder."""
        token = {
            name.casefold(): name for name in (*ITEMS, PLANS, PICTURES, SCHOOL_FILE, CALENDAR_FILE)
        }
        token |= {part.casefold(): part for path in self.was for part in _parts(path)}
        return {
            path
            for path in self.now.keys() - self.was.keys()
            if any(token.setdefault(part.casefold(), part) != part for part in _parts(path))
        }

    def _read(self, news: list[tuple[Commit, list[str], str]]) -> None:
        codes = {commit.code for commit, *_ in news}
        edge = sorted({p for _, parents, _ in news for p in parents} - codes)
        rows = news
        if len(edge) > 1:
            # Branches that left at different points: the way between those points is trusted.
            base = self.git.ask("merge-base", "--octopus", *edge).decode().strip()
            every = self._log(base, self.head) if base else news
            rows = [(replace(c, is_trusted=c.code not in codes), p, tree) for c, p, tree in every]
        self.commits = tuple(commit for commit, *_ in rows)
        self.parents: Mapping[str, Sequence[str]] = {c.code: parents for c, parents, _ in rows}
        trees = {commit.code: tree for commit, _, tree in rows}
        pairs = [(parent, code) for code, parents in self.parents.items() for parent in parents]
        for parent in {parent for parent, _ in pairs} - trees.keys():
            trees[parent] = self.git.tell("rev-parse", f"{parent}^{{tree}}").decode().strip()
        made = differences(self.git, [(trees[a], trees[b]) for a, b in pairs])
        self._differences = dict(zip(pairs, made, strict=True))

    def difference(self, commit: str, parent: str) -> Difference:
        return self._differences[parent, commit]

    @cached_property
    def touched(self) -> frozenset[str]:
        """Every path that some commit changed beside some parent."""
        return frozenset(path for made in self._differences.values() for path in made.before)

    def path_now(self, path: str) -> str:
        """The path at the end of what stood under a path at the start, wherever it was moved."""
        for commit in self.commits:
            for parent in self.parents[commit.code]:
                moved = self.difference(commit.code, parent).moved
                path = next((new for new, old in moved.items() if old == path), path)
        return path

    def code(self, commit: str, path: str) -> str | None:
        """The id of a file's content at a commit (or a parent of the first); None for no file."""
        if path not in self.touched:
            return self.now.get(path)
        if path not in self._codes:
            self._codes[path] = self._codes_of(path)
        return self._codes[path].get(commit)

    @cached_property
    def _codes(self) -> dict[str, dict[str, str | None]]:
        return {}

    def _codes_of(self, path: str) -> dict[str, str | None]:
        """Told from the end backwards: what a commit did not change was so before it."""
        found = {self.head: self.now.get(path)}
        for commit in reversed(self.commits):
            for parent in self.parents[commit.code]:
                if parent not in found:
                    before = self.difference(commit.code, parent).before
                    found[parent] = before[path] if path in before else found[commit.code]
        return found

    @cached_property
    def _cut(self) -> frozenset[str]:
        """The commits of a shallow clone whose parents were left behind."""
        if self.git.ask("rev-parse", "--is-shallow-repository").strip() != b"true":
            return frozenset()
        place = self.git.tell("rev-parse", "--git-path", "shallow").decode().strip()
        try:
            return frozenset((self.git.top / place).read_text().split())
        except (OSError, UnicodeDecodeError) as error:
            raise NoHistory(FAILED.format(word="shallow", said=error)) from error

    def _log(self, start: str, end: str) -> list[tuple[Commit, list[str], str]]:
        """Commit, parents and tree of all that leads to `end` and not to `start`.

        Whatever its author's clock said, a commit was made after its parents.
        """
        words = ("--topo-order", "--reverse", "-z", f"--format={LOG_FORMAT}")
        found = list(logged_commits(self.git.tell("log", *words, end, f"^{start}")))
        edge = {parent for one in found for parent in one.parents} - {one.code for one in found}
        asked = "".join(f"{code}\n" for code in sorted(edge)).encode()
        words = ("--no-walk", "--stdin", "-z", f"--format={LOG_FORMAT}")
        older = logged_commits(self.git.tell("log", *words, given=asked)) if edge else ()
        days = {one.code: max(one.authored, one.committed) for one in older}
        made = []
        for number, one in enumerate(found):
            before = (days[parent] for parent in one.parents if parent in days)
            days[one.code] = on = max(one.authored, one.committed, *before)
            made.append((self._commit(one, number, on), [*one.parents], one.tree))
        return made

    def _commit(self, one: LoggedCommit, number: int, on: date) -> Commit:
        # A clock that goes ahead makes nobody a member of a board to come.
        return Commit(
            code=one.code,
            number=number,
            email=one.email,
            on=min(on, self._today),
            authored=min(one.authored, self._today),
        )

    def _tree(self, commit: str) -> tuple[dict[str, str], dict[str, str]]:
        """The files of a commit, and what is none, each with its id."""
        files: dict[str, str] = {}
        strange: dict[str, str] = {}
        listed = self.git.tell("ls-tree", "-r", "-z", "--full-tree", commit, "--", self.git.place)
        for mode, code, name in sorted(tree_entries(listed), key=lambda entry: entry.name):
            path = self._path(name)
            if path is None:
                continue
            if mode in ELSEWHERE or path in files:
                strange[path] = code
            if mode not in ELSEWHERE:
                files.setdefault(path, code)
        return files, strange

    def _altered(self) -> Iterator[str]:
        """The files that `.gitattributes` has converted on their way to the disk.

        What is published is read there. Pictures may be in Git LFS, texts may not.
        """
        names = self.git.tell(
            "ls-tree", "-r", "-z", "--name-only", "--full-tree", self.head, "--", self.git.place
        )
        words = ("check-attr", "-z", "--stdin", "filter", "working-tree-encoding")
        for name, attribute, value in attribute_values(self.git.tell(*words, given=names)):
            path = self._path(name)
            is_text = path is not None and path.lower().endswith((*TEXT_ENDINGS, *PLAN_ENDINGS))
            if path and value not in _AS_IT_IS and (is_text or attribute != b"filter"):
                yield path

    def _path(self, name: bytes) -> str | None:
        return path_below(self.git.prefix, name)

    @cached_property
    def alike(self) -> Mapping[str, Sequence[str]]:
        """Every path there ever was, by its form without case."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self.touched | self.now.keys()):
            found[path.casefold()].append(path)
        return found
