"""One file of an edition, looked at by itself. See decision 12."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from ..domain.message import Message
from ..domain.section import Section
from ..domain.site.site_path import path_fault
from ..media.stripping import STRIPPED
from .edition import SITE_MAP, Edition, FileReport
from .leak_patterns import LeakPattern, LeakPatterns
from .offered import OFFICE, faults_of_offered, look_at_video, words_of_office
from .page_check import (
    Guide,
    Leads,
    ending,
    faults_of_page,
    has_place,
    other_fault,
    size_fault,
    tags_of,
)
from .reading import PackedFileTooLarge, metadata_in, unpacked
from .redirect_check import faults_of_redirect_page, rules_leading_nowhere

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
TEXTS = (".html", ".xml", ".json", ".js", ".css", ".txt", ".svg", ".ics", ".webmanifest", "")
DESK_FOLDERS = tuple(section.front for section in Section if section.is_of_the_desk)


class FileReporter:
    """Looks at single files of one edition."""

    def __init__(self, edition: Edition, leak_patterns: LeakPatterns) -> None:
        self._edition, self._leak_patterns = edition, leak_patterns
        self.guide = Guide(edition.site_url, edition.base_path)
        self._machine = [
            form.encode()
            for folder in edition.machine
            for form in {folder, quote(folder), folder.replace("\\", "\\\\")}
        ]

    def look(self, path: str, content: bytes | Path) -> FileReport | None:
        """One file by itself; None where nothing is to be said of it.

        Of a video it is enough to know where it lies.
        """
        if ending(path) in STRIPPED:
            digest, weighs, of_video = look_at_video(path, content)
            found = (*self._owners(path, digest), *of_video)
            return FileReport(path, found, weighs) if found or weighs else None
        if isinstance(content, Path):
            content = content.read_bytes()
        # No sending would take it: see domain/site/site_path.py.
        faults: list[Message] = []
        if fault := path_fault(path):
            faults.append(Message("NR-VERIFY-001", f"Tên tệp {fault}; đổi tên tệp."))
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
                faults.append(Message("NR-VERIFY-002", "Tệp không phải UTF-8."))
            faults += faults_of_page(text) if kind == ".html" else ()
            faults += faults_of_redirect_page(text) if path in self._edition.redirects else ()
            leads = self.guide.leads(path, text)
            dead = self._dead(path, text, leads)
            if dead and kind == ".html":
                # An article about web pages has addresses among its words.
                leads = self.guide.leads(path, tags_of(text))
                dead = self._dead(path, text, leads)
            places = tuple(pair for pair in leads.places if pair[0] != path)
            if path == SITE_MAP:
                faults += self._faults_of_site_map(leads.files)
        dead += rules_leading_nowhere(path, content, self.guide.base, self._edition.files)
        if fault := other_fault(path, content):
            faults.append(Message("NR-VERIFY-003", f"Tệp không đọc được: {fault}."))
        if path.startswith(DESK_FOLDERS) or (
            path.startswith(Section.PEOPLE.front) and not self._edition.individuals_public
        ):
            faults.append(Message("NR-VERIFY-004", "Trang này chỉ dành cho ban biên tập."))
        if kind in TEXTS:
            suspects = [*self._leak_patterns.found_in(content)]
            for packed in self._packed(content):
                suspects += self._leak_patterns.found_in(packed)
        else:
            faults += self._faults_of_binary(path, kind, content, suspects)
        if any(folder in content and not self._is_written(folder) for folder in self._machine):
            faults.append(Message("NR-VERIFY-005", "Tệp nêu đường dẫn trên máy dựng trang."))
        if faults or weighs or dead or places or suspects:
            patterns = tuple(dict.fromkeys(suspects))
            return FileReport(path, tuple(faults), weighs, tuple(dead), places, patterns)
        return None

    def _dead(self, path: str, text: str, leads: Leads) -> list[str]:
        """The targets of a page's links that do not exist: other files, and places in itself."""
        here = (place for target, place in leads.places if target == path)
        return [
            *sorted(leads.files - self._edition.files),
            *(f"#{place}" for place in here if not has_place(text, place)),
        ]

    def _owners(self, path: str, digest: str) -> Iterator[Message]:
        for code in (digest, path):
            if owner := self._leak_patterns.files.get(code):
                yield Message(
                    "NR-VERIFY-006", f"Lộ ảnh hoặc tệp của {owner}, là bài chưa được đăng."
                )

    def _packed(self, content: bytes) -> Iterator[bytes]:
        """The contents that a text hides by its way of writing; nothing in nearly every one."""
        if b"\\u" in content or b"\r\n " in content:
            yield from [*unpacked(content)][1:]

    def _is_written(self, folder: bytes) -> bool:
        """True where a writer names this folder of the machine: then the build did not leak it."""
        return any(folder in content for _, content in self._edition.sources())

    def _faults_of_site_map(self, named: frozenset[str]) -> Iterator[Message]:
        listed = self._edition.listed()
        # A plugin of others may have made it, and lists what it likes.
        known = self._edition.files if self._edition.has_guests else listed
        yield from (
            Message("NR-VERIFY-007", f"Sơ đồ nêu {path}, mà trang không có.")
            for path in sorted(named - known)[:5]
        )
        yield from (
            Message("NR-VERIFY-008", f"Sơ đồ thiếu trang {path}.")
            for path in sorted(listed - named)[:5]
        )

    def _faults_of_binary(
        self, path: str, kind: str, content: bytes, suspects: list[LeakPattern]
    ) -> Iterator[Message]:
        digest = hashlib.sha256(content).hexdigest()
        yield from self._owners(path, digest)
        if copied := self._edition.content_items().get(digest):
            yield Message("NR-VERIFY-009", f"Đây là tệp bài {copied}, không phải thứ để đăng.")
        if offered := self._edition.offered(path, digest):
            # Approved as it is: its words are public, but for those of what is withheld.
            yield from faults_of_offered(offered, kind, content)
            return
        if kind in PICTURES and (trace := metadata_in(content)):
            yield Message("NR-VERIFY-010", f"Ảnh còn thông tin ghi kèm ({trace}).")
        try:
            for layer in unpacked(content):
                suspects.extend(self._leak_patterns.found_in(layer))
                if b"\0" in layer[:4000]:
                    suspects.extend(self._leak_patterns.found_in(layer.replace(b"\0", b"")))
            if kind in OFFICE:
                # Word and PDF cut words into pieces.
                suspects.extend(self._leak_patterns.found_in(words_of_office(content)))
        except PackedFileTooLarge:
            yield Message("NR-VERIFY-011", "Tệp nén bung ra quá lớn nên không soát được.")
