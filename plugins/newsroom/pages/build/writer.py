"""From pages to files: what changed is made anew, what did not is not touched."""

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ...buildtools.cache.cache_forms import Damaged
from ...buildtools.cache.cached_rows import CachedRows
from ...buildtools.parallel import map_chunks
from ...domain.site.site_path import path_fault
from .output_files import Damage, OutputFile
from .page import Page

if TYPE_CHECKING:
    from .renderer import Renderer

# Making fewer pages is quicker than starting a second process. Eight of those that need no
# template, such as the files of the search, are as much work as one page.
WORTH_SHARING = 60


class IncrementalWriter:
    """Writes an edition: `stage` makes what is missing in `staging`, ChangeSet puts it in place.

    `remembered` is what we know to stand in the target; `base` is what all pages from templates
    depend on besides their own key. `look` is asked about each file that was made, by its bytes or
    where it lies; what it finds must be picklable. `last` is a file that is made of all others, in
    `finish`.
    """

    def __init__(
        self,
        remembered: CachedRows[OutputFile],
        renderer: "Callable[[], Renderer]",
        base: str,
        look: Callable[[str, bytes | Path], Any] = lambda path, content: None,
        last: str = "",
    ) -> None:
        self._remembered, self._renderer, self._base = remembered, renderer, base
        self._look, self.last = look, last

    def stage(self, pages: Sequence[Page], found: Damage, staging: Path) -> "ChangeSet":
        """Make every page whose key is new or whose file is damaged, in `staging`."""
        base, remembered, changed = f"{self._base} ", self._remembered, found.changed
        keys: dict[str, str] = {}
        stale: dict[str, Page] = {}
        for page in pages:
            path = page.save_as
            key = keys[path] = base + page.key if page.template else page.key
            output = remembered.get(path)
            if output is None or output[0] != key or path in changed:
                stale[path] = page
        made: dict[str, OutputFile] = {}
        reports: list[Any] = []
        if stale:
            renderer = self._renderer()

            def make_some(some: Sequence[Page]) -> tuple[dict[str, OutputFile], list[Any]]:
                seen: list[Any] = []
                remembered = {
                    page.save_as: self._make(page, keys[page.save_as], renderer, staging, seen)
                    for page in some
                }
                return remembered, seen

            # Lists of one year show the same cards, so they are best made by the same process.
            by_age = sorted(stale.values(), key=lambda page: page.updated or date.min)
            ready = sum(not page.template for page in by_age)
            for part, seen in map_chunks(make_some, by_age, WORTH_SHARING + ready - ready // 8):
                made.update(part)
                reports += seen
        same = {
            path: output
            for path, output in made.items()
            if path not in found.changed and self._digest_of(path) == output.digest
        }
        for path in same:
            # Made of other things, and yet the same: the file that stands keeps its time.
            (staging / path).unlink()
        gone = [path for path in self._remembered if path not in keys and path != self.last]
        if any(map(path_fault, gone)):
            # It would be removed: a claim of the cache may name no other file of this machine.
            raise Damaged("output files")
        return ChangeSet(
            made={path: output for path, output in made.items() if path not in same},
            same=same,
            gone=gone,
            strays=found.strays,
            reports=reports,
        )

    def unchanged(self, changes: "ChangeSet") -> list[str]:
        """The paths in the target that were not made anew, so that nobody looked at them."""
        new = {*changes.made, *changes.same, *changes.gone, self.last}
        return [path for path in self._remembered if path not in new]

    def finish(
        self, changes: "ChangeSet", staging: Path, make: Callable[[Mapping[str, Any]], bytes]
    ) -> "ChangeSet":
        """The changes with the last file, made of the OutputFile of all others by their paths."""
        remembered: dict[str, Any] = {**self._remembered, **changes.made}
        for path in (*changes.gone, self.last):
            remembered.pop(path, None)
        output = _written(staging, self.last, make(remembered), "")
        return changes._replace(made={**changes.made, self.last: output})

    def remember(self, changes: "ChangeSet") -> None:
        """Take down what stands in the target after the changes."""
        for path, output in changes.made.items():
            self._remembered[path] = output
        for path, output in changes.same.items():
            self._remembered[path] = self._remembered[path]._replace(key=output.key)
        for path in changes.gone:
            del self._remembered[path]

    def _digest_of(self, path: str) -> str:
        """The digest of what stands there; nothing where nothing does."""
        known = self._remembered.get(path)
        return known.digest if known else ""

    def _make(
        self, page: Page, key: str, renderer: "Renderer", staging: Path, seen: list[Any]
    ) -> OutputFile:
        content = renderer.content(page)
        if (report := self._look(page.save_as, content)) is not None:
            seen.append(report)
        if isinstance(content, Path):
            return _copied(staging, page.save_as, content, key)
        return _written(staging, page.save_as, content, key)


def _copied(staging: Path, path: str, source: Path, key: str) -> OutputFile:
    """A file that may be too large to be held."""
    place = f"{staging}/{path}"
    _make_folder(os.path.dirname(place))
    shutil.copyfile(source, place)
    with open(place, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        stat = os.fstat(file.fileno())
    return OutputFile(key, digest, stat.st_size, stat.st_mtime_ns)


def _written(staging: Path, path: str, content: bytes, key: str) -> OutputFile:
    if ".." in path.split("/") or path.startswith("/") or "\\" in path:
        # No address of ours is like that: the cache says so.
        raise Damaged(path)
    place = f"{staging}/{path}"
    _make_folder(os.path.dirname(place))
    with open(place, "wb") as file:
        file.write(content)
        file.flush()
        stat = os.fstat(file.fileno())
    return OutputFile(key, hashlib.sha256(content).hexdigest(), stat.st_size, stat.st_mtime_ns)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


class ChangeSet(NamedTuple):
    """The changes that a build makes in its target, by paths in it."""

    made: Mapping[str, OutputFile]
    same: Mapping[str, OutputFile]
    gone: Sequence[str]
    strays: Sequence[str]
    reports: Sequence[Any] = ()

    def put_in_place(
        self,
        staging: Path,
        target: Path,
        put: Callable[[Path, Path], None] = os.replace,
    ) -> None:
        """First take away what may no longer be seen, then `put` in what is new."""
        for path in (*self.gone, *self.strays):
            _remove(target, path)
        for path in self.made:
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            put(staging / path, place)


def _remove(target: Path, path: str) -> None:
    """Remove a file or an empty folder, and the folders above it that hold nothing else."""
    place = target / path
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    for folder in place.parents:
        if folder == target:
            break
        # Somebody may have taken the folder away before us.
        with suppress(FileNotFoundError):
            if any(folder.iterdir()):
                break
            folder.rmdir()
