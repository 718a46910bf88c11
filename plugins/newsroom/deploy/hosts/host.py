"""A place that takes files, and what every such place can be asked."""

import hashlib
import stat
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path

from ...domain.message import Message, UserFacingError
from ...domain.site.site_path import folders_of

# After so many files the host is told what has come, so that the next try goes on from there.
NOTED_EVERY = 40


class CannotDeploy(UserFacingError):
    """Nothing can be sent, or not all was; the message says why and what to do, in Vietnamese."""


def unreachable(host: str, why: object) -> CannotDeploy:
    """The error for a host (and its port) to which there is no way."""
    return CannotDeploy(Message("NR-DEPLOY-005", f"Không nối được tới {host}: {why}."))


class HostFileTooLarge(Exception):
    """A file on the host is larger than what was asked for can be."""


class Kind(Enum):
    """The kind of entry at a path of a host. A link is never followed."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


class Host(ABC):
    """A folder somewhere that takes files. Paths have `/`; folders are made as they are needed.

    `put` never leaves half a file under its name and writes through no link at that name; `get`
    gives None where there is no such file. `made_folders` are those that this sending made.
    All raise CannotDeploy, or one of `faults`.
    """

    # What is raised where a connection broke or the other side speaks nonsense.
    faults: tuple[type[Exception], ...] = (OSError, EOFError)
    # How many files are sent before the host is told; 0 for as many as belong together.
    at_once = NOTED_EVERY

    def __init__(self) -> None:
        self.made_folders: set[str] = set()

    @abstractmethod
    def get(self, path: str, most: int | None = None) -> bytes | None:
        """The content of a file. Raises HostFileTooLarge beyond `most` bytes."""

    @abstractmethod
    def put(self, path: str, content: bytes) -> None: ...

    @abstractmethod
    def delete(self, path: str) -> None:
        """The file or link itself; nothing where it is gone already."""

    @abstractmethod
    def remove_empty(self, folder: str) -> bool:
        """Remove a folder if nothing is in it, and say so."""

    @abstractmethod
    def kinds(self, paths: Iterable[str]) -> Mapping[str, Kind] | None:
        """The kind of entry at each of these paths and of their folders on the way; None if untold.

        Paths are left out where nothing stands, or a link lies on the way.
        """

    @abstractmethod
    def close(self) -> None: ...

    def put_all(self, folder: Path, paths: Sequence[str]) -> Iterator[str]:
        """Send these files of a folder; yields each that has arrived."""
        for path in paths:
            self.put(path, (folder / path).read_bytes())
            yield path

    def delete_all(self, paths: Sequence[str]) -> Iterator[str]:
        for path in paths:
            self.delete(path)
            yield path

    def remove_all_empty(self, folders: Iterable[str]) -> set[str]:
        """Those of the folders that were empty, and are gone."""
        deepest_first = sorted(folders, key=lambda folder: (-folder.count("/"), folder))
        return {folder for folder in deepest_first if self.remove_empty(folder)}

    def contents(self, paths: Iterable[str], most: int) -> Iterator[tuple[str, bytes]]:
        """The content of each of these files that is there and not larger than `most`."""
        for path in paths:
            try:
                content = self.get(path, most)
            except HostFileTooLarge:
                continue
            if content is not None:
                yield path, content


def kind_of_mode(mode: int) -> Kind:
    """From the mode of a file that was asked for without following a link."""
    if stat.S_ISLNK(mode):
        return Kind.LINK
    if stat.S_ISDIR(mode):
        return Kind.FOLDER
    return Kind.FILE if stat.S_ISREG(mode) else Kind.OTHER


def kinds_along(paths: Iterable[str], look: Callable[[str], Kind | None]) -> dict[str, Kind]:
    """The kinds of entry at these paths and on the way to them, asked step by step from outside."""
    seen: dict[str, Kind | None] = {}
    for path in paths:
        for step in (*folders_of(path), path):
            if step not in seen:
                seen[step] = look(step)
            if seen[step] is not Kind.FOLDER:
                break
    return {path: kind for path, kind in seen.items() if kind}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
