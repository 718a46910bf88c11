"""A whole edition, looked at before the world sees it.

Every file that is new is looked at by itself; then all of them together. Of the files that stand
unchanged only those are read again that could have lost what they lead to, or could hold words
that were public when they were made. See docs/decisions/0012-verified-before-the-swap.md.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from pathlib import Path

from ..buildtools.cache.cache_forms import CachedTable
from ..buildtools.parallel import map_chunks
from ..domain.message import Message
from .dead_links import dead_links
from .edition import MANIFEST, Edition, FileReport, InspectionVerdict, files_in
from .file_reporter import TEXTS, FileReporter
from .leak_patterns import KINDS, LeakPattern, LeakPatterns
from .list_titles import named_by_lists
from .page_check import ending, places_in
from .reading import as_line, words_in

# Which source says what is looked for in public too: its name and a digest of its content.
SAID = CachedTable[tuple[str, str]]("said", tuple[str, str])
# With more than these, looking at a whole file is quicker than looking for each.
MANY = 60
# Reading fewer files is quicker than starting a second process.
WORTH_SHARING = 1500
_UNKNOWN = Message("NR-VERIFY-012", "Tệp lạ, không thuộc trang này.")
_LACKING = Message("NR-VERIFY-013", "Thiếu tệp này.")


class Inspector:
    """Looks at one edition. `said` remembers the leak patterns that are public too, and where."""

    def __init__(
        self,
        edition: Edition,
        leak_patterns: LeakPatterns,
        said: MutableMapping[str, tuple[str, str]],
    ) -> None:
        self._edition, self._leak_patterns, self._said = edition, leak_patterns, said
        self._files = FileReporter(edition, leak_patterns)

    def look(self, path: str, content: bytes | Path) -> FileReport | None:
        """One file by itself; None where nothing is to be said of it."""
        return self._files.look(path, content)

    def judge(
        self,
        reports: Iterable[FileReport],
        read: Callable[[str], bytes],
        unknown: Iterable[str] = (),
        missing: Iterable[str] = (),
    ) -> InspectionVerdict:
        """Hold what was seen in single files against all of them. `read` gives any file."""
        reports = sorted(reports)
        grave = [self._edition.problem(s.path, fault) for s in reports for fault in s.faults]
        grave += [self._edition.problem(path, _UNKNOWN) for path in unknown]
        grave += [self._edition.problem(path, _LACKING) for path in missing]
        said = self.said_in_public({leak_pattern for s in reports for leak_pattern in s.suspects})
        said.update(named_by_lists(reports, read))
        grave += [
            self._edition.problem(
                s.path,
                Message(
                    "NR-VERIFY-014",
                    f"Lộ {KINDS[n.kind]} của {n.owner}, là bài chưa được đăng: “{n.text[:80]}”.",
                ),
            )
            for s in reports
            for n in s.suspects
            if n not in said
        ]
        slight, remarks = dead_links(reports, self._edition, self._files.guide, read)
        slight += [
            self._edition.problem(s.path, Message("NR-VERIFY-015", f"Tệp nặng {s.weighs}."))
            for s in reports
            if s.weighs
        ]
        return InspectionVerdict(tuple(grave), tuple(slight), tuple(remarks))

    def said_in_public(self, suspects: set[LeakPattern]) -> set[LeakPattern]:
        """Those that somebody may say in public: the words of a withheld article stand in an
        approved one, in the plan or in the theme too."""
        if not suspects:
            return set()
        wanted, found = set(suspects), set()
        remembered = {leak_pattern: self._said.get(leak_pattern.line.decode("utf-8", "replace"))
                      for leak_pattern in suspects}  # fmt: skip
        for name, content in self._edition.sources():
            code = hashlib.sha256(content).hexdigest()[:16]
            if again := [n for n in wanted if remembered[n] == (name, code)]:
                found.update(again)
                wanted.difference_update(again)
            # A plan names contributors whom no page shows.
            asked = [n for n in wanted if n.kind != "person" or not name.startswith("ke-hoach/")]
            if asked and (spoken := [*self._spoken(asked, content)]):
                for leak_pattern in spoken:
                    self._said[leak_pattern.line.decode("utf-8", "replace")] = (name, code)
                found.update(spoken)
                wanted.difference_update(spoken)
            if not wanted:
                break
        return found

    def _spoken(
        self, leak_patterns: Iterable[LeakPattern], content: bytes
    ) -> Iterator[LeakPattern]:
        line = as_line(words_in(content))
        yield from (leak_pattern for leak_pattern in leak_patterns if leak_pattern.line in line)

    def look_again(
        self,
        paths: Sequence[str],
        read: Callable[[str], bytes],
        gone: Iterable[str],
        newly_withheld: Iterable[str],
    ) -> list[FileReport]:
        """Files that stand unchanged, where something was taken away or is no longer public.

        `gone` are addresses of files, or of places in them (`a/index.html#b`), that were there.
        """
        marks = {_as_linked(address).encode() for address in gone}
        for owner in newly_withheld:
            marks.update(self._leak_patterns.telling(owner))
        if not marks:
            return []
        looked_for = () if len(marks) > MANY else tuple(sorted(marks))

        def look_at(some: Sequence[str]) -> list[FileReport]:
            seen = []
            for path in some:
                content = read(path)
                if not looked_for or any(mark in content for mark in looked_for):
                    seen.append(self.look(path, content))
            return [report for report in seen if report]

        texts = [path for path in paths if ending(path.rpartition("/")[2]) in TEXTS]
        return [report for part in map_chunks(look_at, texts, WORTH_SHARING) for report in part]

    def audit(self, folder: Path) -> InspectionVerdict:
        """Every file of a folder that ought to be this edition."""
        paths = [path for path in files_in(folder) if path != MANIFEST]

        def read(path: str) -> bytes:
            return (folder / path).read_bytes()

        def look_at(some: Sequence[str]) -> list[FileReport]:
            return [report for path in some if (report := self.look(path, folder / path))]

        reports = [report for part in map_chunks(look_at, paths, 60) for report in part]
        expected = self._edition.files - {MANIFEST}
        return self.judge(reports, read, sorted({*paths} - expected), sorted(expected - {*paths}))


def _as_linked(address: str) -> str:
    """The address as pages write it, whatever the way there."""
    path, sign, place = address.partition("#")
    return f"{path.removesuffix('index.html')}{sign}{place}"


def lost_places(before: bytes, after: bytes) -> set[str]:
    """The places in a page that links could mean and that it has no more."""
    return places_in(before.decode("utf-8", "replace")) - places_in(
        after.decode("utf-8", "replace")
    )
