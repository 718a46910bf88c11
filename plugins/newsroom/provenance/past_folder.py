"""The content folder as a commit has it, for the readers that know it from the disk."""

import hashlib
import posixpath
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO

from ..images.image_file import Look, look
from ..intake.folder.content_folder import ContentFolder, is_linkable
from ..intake.folder.scan import Scan
from .git import Git
from .git_history import History


class PastScan(Scan):
    """The folder at one end of a history: `files` holds content ids for places."""

    def __init__(self, root: Path, files: Mapping[str, str], git: Git) -> None:
        self.root, self.known, self.looks, self.misnamed = root, {}, {}, []
        self._digests, self._marks = {}, {}
        self.files, self._git = dict(files), git

    def read(self, path: str) -> bytes:
        return self._git.blob(self.files[path])

    def open(self, path: str) -> IO[bytes]:
        return BytesIO(self.read(path))

    def digest_of_large(self, path: str) -> str:
        return hashlib.sha256(self.read(path)).hexdigest()


class PastFolder(ContentFolder):
    """The folder at one commit of a history, for one text: `asked` are the names it looked for.

    It does not know all its files by heart: that would cost as much as the archive is large.
    """

    def __init__(self, history: History, commit: str, scan: Scan) -> None:
        super().__init__(scan)
        self._history, self._commit = history, commit
        self.asked: set[str] = set()

    def code(self, path: str) -> str | None:
        return self._history.code(self._commit, path)

    def read(self, path: str) -> bytes:
        code = self.code(path)
        if code is None:
            raise FileNotFoundError(path)
        return self._history.git.blob(code)

    def open(self, path: str) -> IO[bytes]:
        return BytesIO(self.read(path))

    def manuscript_like(self, path: str) -> str:
        return ""

    def look(self, path: str) -> Look:
        return look(self.read(path))

    def digest(self, path: str) -> bytes:
        return hashlib.sha256(self.read(path)).digest()

    def inside(self, place: str) -> list[str]:
        ever = self._history.now.keys() | self._history.touched
        found = sorted(path for path in ever if posixpath.dirname(path) == place)
        # Also those of other commits: where one comes or goes, the answer is another.
        self.asked.update(map(name_of, found))
        return [path for path in found if self.code(path) is not None]

    @cached_property
    def _folders(self) -> Mapping[str, str]:
        ever = self._history.now.keys() | self._history.touched
        return {posixpath.dirname(path).casefold(): posixpath.dirname(path) for path in ever}

    def find(self, target: str, folder: str) -> str | None:
        self.asked.add(name_of(posixpath.normpath(target)))
        return super().find(target, folder)

    def holds(self, path: str) -> bool:
        return is_linkable(path) and self.code(path) is not None

    def holds_alike(self, path: str) -> str | None:
        alike = self._history.alike.get(path.casefold(), ())
        return next((other for other in alike if self.holds(other)), None)

    def nearest(self, target: str, folder: str) -> str | None:
        return None

    def holds_unusable(self, target: str, folder: str) -> bool:
        return False


def name_of(path: str) -> str:
    """A file's name as texts are asked for it, whatever its folder and case."""
    return posixpath.basename(path).casefold()
