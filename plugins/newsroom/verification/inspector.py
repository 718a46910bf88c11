"""A whole edition, looked at before the world sees it.

Every file that is new is looked at by itself; then all of them together. Of the files that stand
unchanged only those are read again that could have lost what they lead to, or could hold words
that were public when they were made. See docs/decisions/0012-verified-before-the-swap.md.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from pathlib import Path
from urllib.parse import quote

from ..buildtools.cache_forms import CachedTable
from ..buildtools.parallel import map_chunks
from ..domain.site.site_path import path_fault
from ..media.stripping import STRIPPED
from .dead_links import dead_links
from .edition import MANIFEST, SITE_MAP, Edition, FileReport, InspectionVerdict, files_in
from .leak_patterns import KINDS, LeakPattern, LeakPatterns
from .list_titles import named_by_lists
from .offered import OFFICE, faults_of_offered, look_at_film, words_of_office
from .page_check import (
    Guide,
    Leads,
    ending,
    faults_of_page,
    has_place,
    other_fault,
    places_in,
    size_fault,
    tags_of,
)
from .reading import PackedFileTooLarge, as_line, metadata_in, unpacked, words_in

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
TEXTS = (".html", ".xml", ".json", ".js", ".css", ".txt", ".svg", ".ics", ".webmanifest", "")
DESK_FOLDERS = ("cho-duyet/", "trang-chu/", "quy-che/", "noi-dung/", "danh-muc/")
# Which source says what is looked for in public too: its name and a digest of its content.
SAID = CachedTable[tuple[str, str]]("said", tuple[str, str])
# With more than these, looking at a whole file is quicker than looking for each.
MANY = 60
# Reading fewer files is quicker than starting a second process.
WORTH_SHARING = 1500


class Inspector:
    """Looks at one edition. `said` remembers the leak patterns that are public too, and where."""

    def __init__(
        self,
        edition: Edition,
        leak_patterns: LeakPatterns,
        said: MutableMapping[str, tuple[str, str]],
    ) -> None:
        self._edition, self._needles, self._said = edition, leak_patterns, said
        self._guide = Guide(edition.site_url, edition.base_path)
        self._machine = [
            form.encode()
            for folder in edition.machine
            for form in {folder, quote(folder), folder.replace("\\", "\\\\")}
        ]

    def look(self, path: str, content: bytes | Path) -> FileReport | None:
        """One file by itself; None where nothing is to be said of it.

        Of a film it is enough to know where it lies.
        """
        if ending(path) in STRIPPED:
            digest, weighs, faults = look_at_film(path, content)
            faults = [*self._owners(path, digest), *faults]
            return FileReport(path, tuple(faults), weighs) if faults or weighs else None
        if isinstance(content, Path):
            content = content.read_bytes()
        # No sending would take it: see domain/site/site_path.py.
        faults = [f"Tên tệp {fault}; đổi tên tệp."] if (fault := path_fault(path)) else []
        suspects: list[LeakPattern] = []
        dead: list[str] = []
        places: tuple[tuple[str, str], ...] = ()
        weighs = size_fault(path, len(content))
        kind = ending(path.rpartition("/")[2])
        if kind in (".html", ".xml"):
            try:
                text = content.decode()
            except UnicodeDecodeError:
                text = ""
                faults.append("Tệp không phải UTF-8.")
            faults += faults_of_page(text) if kind == ".html" else ()
            leads = self._guide.leads(path, text)
            dead = self._dead(path, text, leads)
            if dead and kind == ".html":
                # An article about web pages has addresses among its words.
                leads = self._guide.leads(path, tags_of(text))
                dead = self._dead(path, text, leads)
            places = tuple(pair for pair in leads.places if pair[0] != path)
            if path == SITE_MAP:
                faults += self._faults_of_site_map(leads.files)
        if fault := other_fault(path, content):
            faults.append(f"Tệp không đọc được: {fault}.")
        if path.startswith(DESK_FOLDERS) or (
            path.startswith("ca-nhan/") and not self._edition.individuals_public
        ):
            faults.append("Trang này chỉ dành cho ban biên tập.")
        if kind in TEXTS:
            suspects = [*self._needles.found_in(content)]
            for packed in self._packed(content):
                suspects += self._needles.found_in(packed)
        else:
            faults += self._faults_of_binary(path, kind, content, suspects)
        if any(folder in content and not self._is_written(folder) for folder in self._machine):
            faults.append("Tệp nêu đường dẫn trên máy dựng trang.")
        if faults or weighs or dead or places or suspects:
            found = tuple(dict.fromkeys(suspects))
            return FileReport(path, tuple(faults), weighs, tuple(dead), places, found)
        return None

    def _dead(self, path: str, text: str, leads: Leads) -> list[str]:
        """The targets of a page's links that do not exist: other files, and places in itself."""
        here = (place for target, place in leads.places if target == path)
        return [
            *sorted(leads.files - self._edition.files),
            *(f"#{place}" for place in here if not has_place(text, place)),
        ]

    def _owners(self, path: str, digest: str) -> Iterator[str]:
        for code in (digest, path):
            if owner := self._needles.files.get(code):
                yield f"Lộ ảnh hoặc tệp của {owner}, là bài chưa được đăng."

    def _packed(self, content: bytes) -> Iterator[bytes]:
        """The contents that a text hides by its way of writing; nothing in nearly every one."""
        if b"\\u" in content or b"\r\n " in content:
            yield from [*unpacked(content)][1:]

    def _is_written(self, folder: bytes) -> bool:
        """True where a writer names this folder of the machine: then the build did not leak it."""
        return any(folder in content for _, content in self._edition.sources())

    def _faults_of_site_map(self, named: frozenset[str]) -> Iterator[str]:
        listed = self._edition.listed()
        yield from (f"Sơ đồ nêu {path}, mà trang không có." for path in sorted(named - listed)[:5])
        yield from (f"Sơ đồ thiếu trang {path}." for path in sorted(listed - named)[:5])

    def _faults_of_binary(
        self, path: str, kind: str, content: bytes, suspects: list[LeakPattern]
    ) -> Iterator[str]:
        digest = hashlib.sha256(content).hexdigest()
        yield from self._owners(path, digest)
        if copied := self._edition.content_items().get(digest):
            yield f"Đây là tệp bài {copied}, không phải thứ để đăng."
        if offered := self._edition.offered(path, digest):
            # Approved as it is: its words are public, but for those of what is withheld.
            yield from faults_of_offered(offered, kind, content)
            return
        if kind in PICTURES and (trace := metadata_in(content)):
            yield f"Ảnh còn thông tin ghi kèm ({trace})."
        try:
            for layer in unpacked(content):
                suspects.extend(self._needles.found_in(layer))
                if b"\0" in layer[:4000]:
                    suspects.extend(self._needles.found_in(layer.replace(b"\0", b"")))
            if kind in OFFICE:
                # Word and PDF cut words into pieces.
                suspects.extend(self._needles.found_in(words_of_office(content)))
        except PackedFileTooLarge:
            yield "Tệp nén bung ra quá lớn nên không soát được."

    def judge(
        self,
        sights: Iterable[FileReport],
        read: Callable[[str], bytes],
        unknown: Iterable[str] = (),
        missing: Iterable[str] = (),
    ) -> InspectionVerdict:
        """Hold what was seen in single files against all of them. `read` gives any file."""
        sights = sorted(sights)
        grave = [self._edition.problem(s.path, fault) for s in sights for fault in s.faults]
        grave += [self._edition.problem(path, "Tệp lạ, không thuộc trang này.") for path in unknown]
        grave += [self._edition.problem(path, "Thiếu tệp này.") for path in missing]
        said = self.said_in_public({leak_pattern for s in sights for leak_pattern in s.suspects})
        said.update(named_by_lists(sights, read))
        grave += [
            self._edition.problem(
                s.path,
                f"Lộ {KINDS[n.kind]} của {n.owner}, là bài chưa được đăng: “{n.text[:80]}”.",
            )
            for s in sights
            for n in s.suspects
            if n not in said
        ]
        slight, remarks = dead_links(sights, self._edition, self._guide, read)
        slight += [self._edition.problem(s.path, f"Tệp {s.weighs}.") for s in sights if s.weighs]
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
            marks.update(self._needles.telling(owner))
        if not marks:
            return []
        looked_for = () if len(marks) > MANY else tuple(sorted(marks))

        def look_at(some: Sequence[str]) -> list[FileReport]:
            seen = []
            for path in some:
                content = read(path)
                if not looked_for or any(mark in content for mark in looked_for):
                    seen.append(self.look(path, content))
            return [sight for sight in seen if sight]

        texts = [path for path in paths if ending(path.rpartition("/")[2]) in TEXTS]
        return [sight for part in map_chunks(look_at, texts, WORTH_SHARING) for sight in part]

    def audit(self, folder: Path, *, may_hold_more: bool = False) -> InspectionVerdict:
        """Every file of a folder that ought to be this edition, or at least hold it."""
        paths = [path for path in files_in(folder) if path != MANIFEST]

        def read(path: str) -> bytes:
            return (folder / path).read_bytes()

        def look_at(some: Sequence[str]) -> list[FileReport]:
            return [sight for path in some if (sight := self.look(path, folder / path))]

        sights = [sight for part in map_chunks(look_at, paths, 60) for sight in part]
        expected = self._edition.files - {MANIFEST}
        unknown = () if may_hold_more else sorted({*paths} - expected)
        return self.judge(sights, read, unknown, sorted(expected - {*paths}))


def _as_linked(address: str) -> str:
    """The address as pages write it, whatever the way there."""
    path, sign, place = address.partition("#")
    return f"{path.removesuffix('index.html')}{sign}{place}"


def lost_places(before: bytes, after: bytes) -> set[str]:
    """The places in a page that links could mean and that it has no more."""
    return places_in(before.decode("utf-8", "replace")) - places_in(
        after.decode("utf-8", "replace")
    )
