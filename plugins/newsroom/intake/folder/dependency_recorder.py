"""The recorder of what reading one item depended on besides its own text."""

import posixpath
from typing import IO

from ...images.image_file import Look
from .content_folder import ContentFolder


class DependencyRecorder(ContentFolder):
    """The content folder as one item sees it: it notes every question.

    `asked` are the file names it looked for, in lower case: only a file that comes or goes under
    one of them can change an answer. Folders whose files it looked at end with a slash. `missed`
    tells that something was not found, or that other files' names were looked at. `used` are the
    files whose content was read, with their digests.
    """

    def __init__(self, folder: ContentFolder, path: str) -> None:
        super().__init__(folder.scan)
        self._folder, self._path = folder, path
        self.asked: set[str] = set()
        self.missed = False
        self.used: dict[str, str] = {}

    def find(self, target: str, text: str) -> str | None:
        self.asked.add(posixpath.basename(posixpath.normpath(target)).casefold())
        found = self._folder.find(target, text)
        self.missed = self.missed or found is None
        return found

    def find_folder(self, target: str, text: str) -> str | None:
        found = self._folder.find_folder(target, text)
        self.missed = self.missed or found is None
        return found

    def inside(self, place: str) -> list[str]:
        self.asked.add(f"{place}/".casefold())
        return self._folder.inside(place)

    def nearest(self, target: str, folder: str) -> str | None:
        self.missed = True
        return self._folder.nearest(target, folder)

    def holds_unusable(self, target: str, folder: str) -> bool:
        self.missed = True
        return self._folder.holds_unusable(target, folder)

    def read(self, path: str) -> bytes:
        if path != self._path:
            self.used[path] = self.scan.digest_of_large(path)
        return self._folder.read(path)

    def open(self, path: str) -> IO[bytes]:
        self.used[path] = self.scan.digest_of_large(path)
        return self._folder.open(path)

    def look(self, path: str) -> Look:
        self.used[path] = self.scan.digest_of_large(path)
        return self._folder.look(path)

    def digest(self, path: str) -> bytes:
        self.used[path] = self.scan.digest_of_large(path)
        return self._folder.digest(path)
