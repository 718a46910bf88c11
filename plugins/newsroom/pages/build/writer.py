"""From pages to files: what changed is made anew, what did not is not touched."""

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ...buildtools.cache_forms import Damaged
from ...buildtools.cached_rows import CachedRows
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
    """Writes an edition: `stage` makes what is missing in `workshop`, ChangeSet puts it in place.

    `prints` is what stands in the target, as remembered; `base` is what all pages from templates
    depend on besides their own key. `look` is asked about each file that was made, by its bytes or
    where it lies; what it finds must be picklable. `last` is a file that is made of all others, in
    `finish`.
    """

    def __init__(
        self,
        prints: CachedRows[OutputFile],
        renderer: "Callable[[], Renderer]",
        base: str,
        look: Callable[[str, bytes | Path], Any] = lambda path, content: None,
        last: str = "",
    ) -> None:
        self._prints, self._renderer, self._base = prints, renderer, base
        self._look, self.last = look, last

    def stage(self, pages: Sequence[Page], found: Damage, workshop: Path) -> "ChangeSet":
        """Make every page whose key is new or whose file is damaged, in `workshop`."""
        base, prints, changed = f"{self._base} ", self._prints, found.changed
        keys: dict[str, str] = {}
        stale: dict[str, Page] = {}
        for page in pages:
            path = page.save_as
            key = keys[path] = base + page.key if page.template else page.key
            print_ = prints.get(path)
            if print_ is None or print_[0] != key or path in changed:
                stale[path] = page
        made: dict[str, OutputFile] = {}
        sights: list[Any] = []
        if stale:
            renderer = self._renderer()

            def make_some(some: Sequence[Page]) -> tuple[dict[str, OutputFile], list[Any]]:
                seen: list[Any] = []
                prints = {
                    page.save_as: self._make(page, keys[page.save_as], renderer, workshop, seen)
                    for page in some
                }
                return prints, seen

            # Lists of one year show the same cards, so they are best made by the same process.
            by_age = sorted(stale.values(), key=attrgetter("updated"))
            ready = sum(not page.template for page in by_age)
            for part, seen in map_chunks(make_some, by_age, WORTH_SHARING + ready - ready // 8):
                made.update(part)
                sights += seen
        same = {
            path: print_
            for path, print_ in made.items()
            if path not in found.changed and self._digest_of(path) == print_.digest
        }
        for path in same:
            # Made of other things, and yet the same: the file that stands keeps its time.
            (workshop / path).unlink()
        gone = [path for path in self._prints if path not in keys and path != self.last]
        if any(map(path_fault, gone)):
            # It would be removed: a claim of the cache may name no other file of this machine.
            raise Damaged("prints")
        return ChangeSet(
            made={path: print_ for path, print_ in made.items() if path not in same},
            same=same,
            gone=gone,
            strays=found.strays,
            sights=sights,
        )

    def unchanged(self, delivery: "ChangeSet") -> list[str]:
        """The paths in the target that were not made anew, so that nobody looked at them."""
        new = {*delivery.made, *delivery.same, *delivery.gone, self.last}
        return [path for path in self._prints if path not in new]

    def finish(
        self, delivery: "ChangeSet", workshop: Path, make: Callable[[Mapping[str, Any]], bytes]
    ) -> "ChangeSet":
        """The delivery with the last file, made of the OutputFile of all others by their paths."""
        prints: dict[str, Any] = {**self._prints, **delivery.made}
        for path in (*delivery.gone, self.last):
            prints.pop(path, None)
        print_ = _written(workshop, self.last, make(prints), "")
        return delivery._replace(made={**delivery.made, self.last: print_})

    def remember(self, delivery: "ChangeSet") -> None:
        """Take down what stands in the target after the delivery."""
        for path, print_ in delivery.made.items():
            self._prints[path] = print_
        for path, print_ in delivery.same.items():
            self._prints[path] = self._prints[path]._replace(key=print_.key)
        for path in delivery.gone:
            del self._prints[path]

    def _digest_of(self, path: str) -> str:
        """The digest of what stands there; nothing where nothing does."""
        known = self._prints.get(path)
        return known.digest if known else ""

    def _make(
        self, page: Page, key: str, renderer: "Renderer", workshop: Path, seen: list[Any]
    ) -> OutputFile:
        content = renderer.content(page)
        if (sight := self._look(page.save_as, content)) is not None:
            seen.append(sight)
        if isinstance(content, Path):
            return _copied(workshop, page.save_as, content, key)
        return _written(workshop, page.save_as, content, key)


def _copied(workshop: Path, path: str, source: Path, key: str) -> OutputFile:
    """A file that may be too large to be held."""
    place = f"{workshop}/{path}"
    _make_folder(os.path.dirname(place))
    shutil.copyfile(source, place)
    with open(place, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        stat = os.fstat(file.fileno())
    return OutputFile(key, digest, stat.st_size, stat.st_mtime_ns)


def _written(workshop: Path, path: str, content: bytes, key: str) -> OutputFile:
    if ".." in path.split("/") or path.startswith("/") or "\\" in path:
        # No address of ours is like that: the cache says so.
        raise Damaged(path)
    place = f"{workshop}/{path}"
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
    sights: Sequence[Any] = ()

    def put_in_place(
        self,
        workshop: Path,
        target: Path,
        put: Callable[[Path, Path], None] = os.replace,
    ) -> None:
        """First take away what may no longer be seen, then `put` in what is new."""
        for path in (*self.gone, *self.strays):
            _remove(target, path)
        for path in self.made:
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            put(workshop / path, place)


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
