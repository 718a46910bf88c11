"""Writes an article of an old site and the files beside it: in one stroke, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from ...buildtools.operating_system import already_there, named_if_free
from ...intake.folder.scan import IMPORTS
from ...intake.imports.import_cache import JOURNAL, begun_paths

# Hidden, so that no build looks into them.
_STAGE = ".import-"


class ImportJournal:
    """The paths that an import has begun and no list has yet (content/nhap/.dang-nhap).

    What interrupts an import leaves it behind; the next one goes on from there.
    """

    def __init__(self, content: Path) -> None:
        self._content = content
        self._place = content / IMPORTS / JOURNAL

    def paths(self) -> frozenset[str]:
        return frozenset(begun_paths(self._content))

    def begin(self, path: str) -> None:
        self._place.parent.mkdir(parents=True, exist_ok=True)
        with self._place.open("a", encoding="utf-8", newline="\n") as file:
            # A full disk may have cut the line above.
            file.write(f"\n{path}\n")

    def finish(self) -> None:
        self._place.unlink(missing_ok=True)
        # No list, no folder.
        with suppress(OSError):
            self._place.parent.rmdir()


class ArticleWriter:
    """Writes articles into the content folder, never over a file.

    `interrupted` are the paths that an earlier run had begun: the folder of such an article is
    made anew.
    """

    def __init__(self, content: Path, interrupted: Iterable[str] = ()) -> None:
        self.content = content
        self.journal = ImportJournal(content)
        self._interrupted = frozenset(interrupted)
        self._stages: set[Path] = set()

    def write(self, path: str, compose: Callable[[Path], str]) -> None:
        """Write the article at `path` (tin-bai/2019-09/khai-giang.md), which nobody has.

        `compose` puts its files into the folder that it is given, below the article's own name,
        and returns the text. Raises OSError, FileExistsError too, leaving nothing behind.
        """
        place = self.content / path
        is_new = not place.parent.exists()
        place.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=place.parent))
        try:
            text = compose(stage)
            with (stage / place.name).open("wb") as file:
                file.write(text.encode())
            self._put_in_place(stage, place, path)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
            if is_new:
                with suppress(OSError):
                    place.parent.rmdir()

    def _put_in_place(self, stage: Path, place: Path, path: str) -> None:
        """The files first, then the article that names them."""
        if os.path.lexists(place):
            raise already_there(place)
        folder, staged = place.with_suffix(""), stage / place.stem
        if path in self._interrupted and folder.is_dir():
            shutil.rmtree(folder)
        self.journal.begin(path)
        has_files = staged.is_dir()
        if has_files:
            if os.path.lexists(folder):
                raise already_there(folder)
            os.rename(staged, folder)
        try:
            named_if_free(stage / place.name, place)
        except BaseException:
            if has_files:
                shutil.rmtree(folder, ignore_errors=True)
            raise


def forget_stages(content: Path) -> None:
    """Remove what a killed import left half made; nothing of it has a name that anybody reads."""
    for stage in (content / "tin-bai").glob(f"*/{_STAGE}*"):
        shutil.rmtree(stage, ignore_errors=True)
