"""Files that took long to make, kept from build to build under names that tell their content."""

import hashlib
import os
import threading
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import IO

_UNFINISHED = ".part"
ABANDONED_AFTER = 3600.0


class Store:
    """A folder of files; each carries a digest of its bytes in its name, and is whole or absent.

    It may be deleted, cut short or restored from elsewhere at any time: what does not match its
    digest is not there. The digest proves no more than that: whoever takes a file looks at it.
    A name is `STEM.ENDING`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _names(self) -> dict[str, str]:
        """The file of each name."""
        found: dict[str, str] = {}
        with suppress(FileNotFoundError), os.scandir(self._folder) as entries:
            for entry in entries:
                stem, _, rest = entry.name.partition(".")
                _, _, ending = rest.partition(".")
                if not ending or entry.name.endswith(_UNFINISHED):
                    continue
                # Not a link into somebody's files, nor a pipe, which would have us wait for ever.
                if entry.is_file(follow_symlinks=False):
                    found[f"{stem}.{ending}"] = entry.name
        return found

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def get(self, name: str) -> bytes | None:
        """The content; None where it is not there, or not what was put there."""
        file = self._names.get(name, "")
        if not file:
            return None
        try:
            content = (self._folder / file).read_bytes()
        except OSError:
            content = b""
        if file.split(".")[1] != _digest(content):
            del self._names[name]
            return None
        return content

    def __bool__(self) -> bool:
        return bool(self._names)

    def place(self, name: str) -> Path | None:
        """The path of the file, for one that is too large to be held; None as in `get`."""
        file = self._names.get(name, "")
        place = self._folder / file
        with suppress(OSError):
            if file and file.split(".")[1] == _digest_of(place):
                return place
        self._names.pop(name, None)
        return None

    def size(self, name: str) -> int:
        """In bytes; 0 where it is not there."""
        with suppress(OSError):
            return (self._folder / self._names[name]).stat().st_size if name in self else 0
        return 0

    def put_made(self, name: str, write: Callable[[IO[bytes]], None]) -> None:
        """Keep what `write` writes into a file that can be read and sought in."""
        stem, _, ending = name.partition(".")
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._folder / f"{name}.{os.getpid()}-{threading.get_ident()}{_UNFINISHED}"
        try:
            with unfinished.open("w+b") as out:
                write(out)
            file = f"{stem}.{_digest_of(unfinished)}.{ending}"
            os.replace(unfinished, self._folder / file)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
        self._names[name] = file

    def put(self, name: str, content: bytes) -> None:
        """Keep it; a build that is killed leaves no half of it. From any thread."""
        stem, _, ending = name.partition(".")
        file = f"{stem}.{_digest(content)}.{ending}"
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = f"{file}.{os.getpid()}-{threading.get_ident()}{_UNFINISHED}"
        (self._folder / unfinished).write_bytes(content)
        os.replace(self._folder / unfinished, self._folder / file)
        self._names[name] = file

    def discard(self, name: str) -> None:
        """Take away what is not what it ought to be."""
        if file := self._names.pop(name, ""):
            with suppress(OSError):
                (self._folder / file).unlink(missing_ok=True)

    def prune(self, stems: Collection[str] | Mapping[str, object]) -> None:
        """Forget what begins with none of these stems (up to the first `-`), and what broke off."""
        for name, file in list(self._names.items()):
            if name.partition("-")[0] not in stems:
                with suppress(OSError):
                    (self._folder / file).unlink(missing_ok=True)
                del self._names[name]
        for left in self._folder.glob(f"*{_UNFINISHED}"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > ABANDONED_AFTER:
                    left.unlink()


def _digest_of(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
