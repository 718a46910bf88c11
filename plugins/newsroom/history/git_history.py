"""The commits between two points of a repository, and every file's content at each of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from ..domain.authorship import Commit
from ..domain.vietnamese import clean
from ..intake.scan import (
    CALENDAR_FILE,
    MANUSCRIPTS,
    PICTURES,
    PLAN_ENDINGS,
    PLANS,
    SCHOOL_FILE,
    TEXT_ENDINGS,
)
from .git import NO_REF, NOTHING_COMMON, SHALLOW, Git, NoHistory

_FORMAT = "%H%n%P%n%T%n%cI%n%ae"
# Modes of links and of other repositories' commits: what stands there is not in this history.
_ELSEWHERE = ("120000", "160000")
_AS_IT_IS = (b"unspecified", b"unset")


def _parts(path: str) -> Iterator[str]:
    """The path and the folders that hold it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _day(when: str) -> date:
    """The day of a commit; the last one there is where a forged number names none."""
    try:
        return date.fromisoformat(when[:10])
    except ValueError:
        return date.max


@dataclass
class Difference:
    """What one commit changed beside one of its parents.

    `before` has the content id in the parent of each path that is another in the commit, None
    for none; `moved` where a new path's file was.
    """

    before: dict[str, str | None] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)


class History:
    """What led from `ref` to HEAD, seen below one folder. Paths are in that folder, NFC, with `/`.

    `commits` are in order, parents first; those that lead to `ref` too are trusted. `was` and
    `now` have every file's content id at either end. `strange` are paths that came to hold what
    no history tells: links, other repositories, a second spelling of another file's name, also
    one by which Windows would put it in the place of another. `altered` are those that git writes
    to the disk with other words than it keeps.
    """

    def __init__(self, folder: Path, ref: str) -> None:
        self.git = Git(folder)
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
        spelled = {
            name.casefold(): name
            for name in (*MANUSCRIPTS, PLANS, PICTURES, SCHOOL_FILE, CALENDAR_FILE)
        }
        spelled |= {part.casefold(): part for path in self.was for part in _parts(path)}
        return {
            path
            for path in self.now.keys() - self.was.keys()
            if any(spelled.setdefault(part.casefold(), part) != part for part in _parts(path))
        }

    def _read(self, news: list[tuple[Commit, list[str], str]]) -> None:
        codes = {commit.code for commit, *_ in news}
        edge = sorted({p for _, parents, _ in news for p in parents} - codes)
        rows = news
        if len(edge) > 1:
            # Branches that left at different points: the way between those points is trusted.
            base = self.git.ask("merge-base", "--octopus", *edge).decode().strip()
            every = self._log(base, self.head) if base else iter(news)
            rows = [(replace(c, is_trusted=c.code not in codes), p, tree) for c, p, tree in every]
        self.commits = tuple(commit for commit, *_ in rows)
        self.parents: Mapping[str, Sequence[str]] = {c.code: parents for c, parents, _ in rows}
        trees = {commit.code: tree for commit, _, tree in rows}
        pairs = [(parent, code) for code, parents in self.parents.items() for parent in parents]
        for parent in {parent for parent, _ in pairs} - trees.keys():
            trees[parent] = self.git.ask("rev-parse", f"{parent}^{{tree}}").decode().strip()
        made = self._compared([(trees[a], trees[b]) for a, b in pairs])
        self._differences = dict(zip(pairs, made, strict=True))

    def difference(self, commit: str, parent: str) -> Difference:
        return self._differences[parent, commit]

    @cached_property
    def touched(self) -> frozenset[str]:
        """Every path that some commit changed beside some parent."""
        return frozenset(path for made in self._differences.values() for path in made.before)

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
        place = self.git.ask("rev-parse", "--git-path", "shallow").decode().strip()
        return frozenset((self.git.top / place).read_text().split())

    def _log(self, start: str, end: str) -> Iterator[tuple[Commit, list[str], str]]:
        """Commit, parents and tree of all that leads to `end` and not to `start`."""
        words = ("--topo-order", "--reverse", "-z", f"--format={_FORMAT}", end, f"^{start}")
        said = self.git.ask("log", *words).decode("utf-8", "replace")
        for number, row in enumerate(filter(None, said.split("\0"))):
            code, parents, tree, when, email = row.split("\n", 4)
            yield (
                Commit(code=code, number=number, email=email, on=_day(when)),
                parents.split(),
                tree,
            )

    def _tree(self, commit: str) -> tuple[dict[str, str], dict[str, str]]:
        """The files of a commit, and what is none, each with its id."""
        files: dict[str, str] = {}
        strange: dict[str, str] = {}
        listed = self.git.ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", self._place)
        rows = (row.partition(b"\t") for row in listed.split(b"\0") if row)
        for facts, _, name in sorted(rows, key=lambda row: row[2]):
            mode, _, code = facts.decode().split()
            path = self._path(name)
            if path is None:
                continue
            if mode in _ELSEWHERE or path in files:
                strange[path] = code
            if mode not in _ELSEWHERE:
                files.setdefault(path, code)
        return files, strange

    def _altered(self) -> Iterator[str]:
        """The files that `.gitattributes` has converted on their way to the disk.

        What is published is read there. Pictures may be in Git LFS, texts may not.
        """
        names = self.git.ask(
            "ls-tree", "-r", "-z", "--name-only", "--full-tree", self.head, "--", self._place
        )
        words = ("check-attr", "-z", "--stdin", "filter", "working-tree-encoding")
        said = self.git.ask(*words, given=names).split(b"\0")
        for name, attribute, value in zip(said[::3], said[1::3], said[2::3], strict=False):
            path = self._path(name)
            is_text = path is not None and path.lower().endswith((*TEXT_ENDINGS, *PLAN_ENDINGS))
            if path and value not in _AS_IT_IS and (is_text or attribute != b"filter"):
                yield path

    def _compared(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Difference]:
        asked = "".join(f"{before} {after}\n" for before, after in pairs).encode()
        words = ("--stdin", "-r", "--raw", "-z", "-M", "-l5000", "--no-abbrev", "--", self._place)
        # Every pair's answer begins with the pair on a line of its own.
        parts = iter(self.git.ask("diff-tree", *words, given=asked).split(b"\0"))
        made: list[Difference] = []
        for part in parts:
            heads, colon, facts = part.rpartition(b":")
            made += [
                Difference() for _ in range(heads.count(b"\n") if colon else part.count(b"\n"))
            ]
            if colon:
                self._note(made[-1], facts.decode().split(), parts)
        return iter(made)

    def _note(self, made: Difference, facts: list[str], names: Iterator[bytes]) -> None:
        mode_before, mode_after, before, _, status = facts
        path = self._path(next(names))
        target = self._path(next(names)) if status[0] in "RC" else path
        was = None if mode_before in (*_ELSEWHERE, "000000") else before
        if path is not None and path != target and status[0] == "R":
            made.before[path] = was
        if target is None:
            return
        if path == target:
            made.before[target] = was
        else:
            made.before.setdefault(target, None)
            if path is not None and was and mode_after not in _ELSEWHERE:
                made.moved[target] = path

    @property
    def _place(self) -> str:
        return self.git.prefix or "."

    def _path(self, name: bytes) -> str | None:
        """A path below the folder as the scan would have it; None for what no scan looks at."""
        try:
            plain = name.decode()[len(self.git.prefix) :]
        except UnicodeDecodeError:
            return None
        path = plain if plain.isascii() else clean(plain)
        # As the disk spells it: an invisible letter before the dot is none to hide behind.
        is_hidden = any(part.startswith((".", "~")) for part in plain.split("/"))
        return None if is_hidden or not path.isprintable() else path

    @cached_property
    def alike(self) -> Mapping[str, Sequence[str]]:
        """Every path there ever was, by its form without case."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self.touched | self.now.keys()):
            found[path.casefold()].append(path)
        return found
