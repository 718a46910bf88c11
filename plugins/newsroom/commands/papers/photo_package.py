"""One package of pictures while it is made: every picture anew, a list, a sheet, the ZIP files."""

import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ...buildtools.progress import teller
from ...domain.records.photo_archive import Shot, parts
from ...domain.site.publication import Evaluation, Newsroom
from ...domain.tally.reporting import Span
from ...exports.packages.photo_list import contact_sheet, entries, photo_list
from ...exports.packages.zip_archive import write_zip
from ...images.image_file import Look, look
from ...images.image_processing import render_whole
from ...images.render_jobs import Job, render_all
from ...images.rendition import Rendition

# The longer side of a picture on the contact sheet, in pixels: 45 mm at 160 dots an inch.
_SMALL = 280
LIST, SHEET = "danh-sach-anh.xlsx", "to-anh.html"


class Made(NamedTuple):
    """The package made: its files, the pictures in them, and those that could not be opened."""

    files: tuple[str, ...]
    shots: tuple[Shot, ...]
    broken: tuple[str, ...]


class PackageDraft:
    """One package while it is made, in a folder of its own."""

    def __init__(
        self,
        evaluation: Evaluation,
        span: Span,
        found: Sequence[Shot],
        folder: Path,
        name: str,
        group: str,
    ) -> None:
        self._evaluation, self._newsroom = evaluation, evaluation.newsroom
        self._found, self._folder, self._name = found, folder, name
        who = f" của {found[0].group.name}" if group else ""
        when = dict.fromkeys((span.period.name, span.plan.term.name))
        self._title = f"Ảnh tư liệu{who}: {', '.join(when)}"

    def write(self, most: int) -> Made:
        drafts = self._folder / "nhap"
        drafts.mkdir()
        broken = self._render(drafts)
        kept = tuple(shot for shot in self._found if shot.path not in broken)
        today = self._evaluation.publication.today
        rows = entries(kept, self._newsroom)
        school = self._newsroom.school

        def small(shot: Shot) -> bytes:
            return (drafts / f"nho-{shot.file}").read_bytes()

        listed = {
            LIST: photo_list(self._title, rows, school, today),
            SHEET: contact_sheet(self._title, rows, small, today),
        }
        files = [(name, self._folder / name) for name in listed]
        for name, place in files:
            place.write_bytes(listed[name])
        files += [(shot.name, drafts / shot.file) for shot in kept]
        zips = self._zip(files, most)
        shutil.rmtree(drafts)
        return Made((*zips, *listed), kept, broken)

    def _render(self, drafts: Path) -> tuple[str, ...]:
        """Make every picture; the paths of those that cannot be made."""
        jobs, broken = list[Job](), list[str]()
        names = {shot.path: shot.file for shot in self._found}
        for path in names:
            read = partial(read_picture, self._newsroom, path)
            seen = look(read())
            if seen.fault:
                broken.append(path)
            else:
                jobs.append(Job(path, read, seen, _wanted(seen)))

        def keep(path: str, copy: Rendition, content: bytes) -> None:
            (drafts / f"{'nho-' * copy.is_shared}{names[path]}").write_bytes(content)

        broken += render_all(jobs, keep, teller(len(jobs)), render_whole)
        return tuple(sorted(broken))

    def _zip(self, files: Sequence[tuple[str, Path]], most: int) -> list[str]:
        """Packages by mail, each whole by itself; their names."""
        cut = parts([_size_in_zip(name, place) for name, place in files], most)
        names = [self._name_of(number, len(cut)) for number in range(1, len(cut) + 1)]
        for name, part in zip(names, cut, strict=True):
            write_zip(self._folder / name, _contents([files[n] for n in part]))
        return names

    def _name_of(self, number: int, count: int) -> str:
        return f"{self._name}.zip" if count == 1 else f"{self._name}_phan-{number}-{count}.zip"


def _contents(files: Sequence[tuple[str, Path]]) -> Iterator[tuple[str, bytes]]:
    return ((name, place.read_bytes()) for name, place in files)


def _size_in_zip(name: str, place: Path) -> int:
    """At most: the name stands in it twice, with what else a ZIP file says of it."""
    return place.stat().st_size + 2 * len(name.encode()) + 128


def _wanted(seen: Look) -> tuple[Rendition, ...]:
    """The whole picture, and the small one for the sheet."""
    scale = min(1.0, _SMALL / max(seen.width, seen.height))
    small = Rendition(max(1, round(seen.width * scale)), max(1, round(seen.height * scale)), True)
    return Rendition(seen.width, seen.height), small


def read_picture(newsroom: Newsroom, path: str) -> bytes:
    return Path(newsroom.place(path)).read_bytes()
