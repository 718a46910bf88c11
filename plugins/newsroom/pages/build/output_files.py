"""The files of the output as we left them, and how it differs from that now."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ...buildtools.cache.cache_forms import CachedTable


class OutputFile(NamedTuple):
    """A file of the output as we left it: what it was made from, and how the disk tells it.

    `digest` is the SHA-256 of its content.
    """

    key: str
    digest: str
    size: int
    written: int


# The files of an output folder, by their paths in it.
OUTPUT_FILES = CachedTable[OutputFile]("output files", OutputFile)


class Damage(NamedTuple):
    """The differences of an output folder from what we left there: files to make again, strays."""

    changed: frozenset[str]
    strays: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        return not self.changed and not self.strays


def damage(target: Path, remembered: Mapping[str, OutputFile]) -> Damage:
    """Compare an output folder, file by file, with the files that we remember."""
    unseen = dict(remembered)
    strays: list[str] = []
    changed: set[str] = set()
    folders = [("", str(target))]
    while folders:
        prefix, folder = folders.pop()
        inside = 0
        with os.scandir(folder) as entries:
            for entry in entries:
                inside += 1
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append((f"{path}/", entry.path))
                    continue
                output = unseen.pop(path, None)
                if output is None:
                    strays.append(path)
                    continue
                stat = entry.stat(follow_symlinks=False)
                if (stat.st_size, stat.st_mtime_ns) != (output.size, output.written):
                    changed.add(path)
        if not inside and prefix:
            strays.append(prefix)
    return Damage(frozenset(changed | unseen.keys()), tuple(sorted(strays)))
