"""What lies in the content folder, and whether it is what lay there before.

Looks at every file at every build, so it does as little as can be for each.
"""

import hashlib
import os
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any, NamedTuple

from ..domain.vietnamese import clean

ARTICLES, PAGES, PLANS, PICTURES = "tin-bai", "trang", "ke-hoach", "anh"
SCHOOL_FILE, PHOTO_LEDGER = "truong.yaml", "anh/goi-anh.yaml"
# Only .md is right; the others are read too, so that their writer hears of it.
TEXT_ENDINGS = (".md", ".markdown", ".mdown", ".txt")
PLAN_ENDINGS = (".yaml", ".yml")
# Windows would end its lines in its own way.
_BINARY = getattr(os, "O_BINARY", 0)


class Scanned(NamedTuple):
    """A file as the disk tells of it: where it is, and what changes when it is written."""

    place: str
    marks: tuple[int, int, int, int]


class Scan:
    """Every visible file below a folder by its path in it, with `/` and in NFC.

    Links that lead out of the folder are left out. `misnamed` are files not among them: no
    address holds their name, or another one has it in NFC. `known` remembers digests of large
    files from build to build.
    """

    def __init__(self, root: Path, known: MutableMapping[str, Any] | None = None) -> None:
        self.root = root
        self.known: MutableMapping[str, Any] = {} if known is None else known
        self.files: dict[str, Scanned] = {}
        self.misnamed: list[str] = []
        self._digests: dict[str, bytes] = {}
        inside = os.path.realpath(root)
        self._inside = inside + os.sep
        taken: dict[str, str] = {}
        found = dict(self._walk(str(root), ""))
        for name in sorted(found):
            plain = name if name.isascii() else clean(name)
            if plain.isprintable() and plain not in taken:
                taken[plain] = name
            else:
                self.misnamed.append(name)
        self.files = {plain: found[taken[plain]] for plain in sorted(taken)}

    def _walk(self, folder: str, prefix: str) -> Iterator[tuple[str, Scanned]]:
        try:
            entries = os.scandir(folder)
        except OSError:
            return
        with entries:
            for entry in entries:
                name = entry.name
                if name.startswith((".", "~")):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from self._walk(entry.path, f"{prefix}{name}/")
                elif entry.is_file() and self._is_ours(entry):
                    stat = entry.stat()
                    marks = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
                    yield f"{prefix}{name}", Scanned(entry.path, marks)

    def _is_ours(self, entry: "os.DirEntry[str]") -> bool:
        return not entry.is_symlink() or os.path.realpath(entry.path).startswith(self._inside)

    def below(self, folder: str, *endings: str) -> list[str]:
        """The files in a folder and the folders below it, by their endings in any case."""
        start = f"{folder}/"
        return [f for f in self.files if f.startswith(start) and f.lower().endswith(endings)]

    def read(self, path: str) -> bytes:
        place, marks = self.files[path]
        # Python's own files take half as long again, and there are thousands to be read.
        file = os.open(place, os.O_RDONLY | _BINARY)
        try:
            # One more than it had: most files are then read at once, and seen to end.
            content = os.read(file, marks[0] + 1)
            if len(content) == marks[0]:
                return content
        finally:
            os.close(file)
        return Path(place).read_bytes()

    def digest(self, path: str) -> bytes:
        """What the content of a text is told by: a digest of all of it, read each time."""
        if path not in self._digests:
            self._digests[path] = hashlib.sha256(self.read(path)).digest()
        return self._digests[path]

    def digest_of_large(self, path: str) -> str:
        """The same of a picture or attachment, read again only when the disk says it changed.

        Thousands of photos cannot be read at every build. Besides size and time of writing the
        disk's own marks (inode and, on Linux and macOS, the time of its last change, which no
        program can set) have to be the same.
        """
        marks = self.files[path].marks
        kept = self.known.get(path)
        if kept and kept[0] == marks:
            return str(kept[1])
        digest = self.digest(path).hex()
        self.known[path] = (marks, digest)
        return digest

    def state(self) -> str:
        """One digest of everything there is: texts by content, the rest by the disk's marks."""
        digest = hashlib.sha256("\n".join(self.files).encode())
        texts = (*TEXT_ENDINGS, *PLAN_ENDINGS)
        for path, file in self.files.items():
            if path.lower().endswith(texts):
                digest.update(self.digest(path))
            else:
                digest.update(repr(file.marks).encode())
        digest.update("\n".join(self.misnamed).encode("utf-8", "surrogateescape"))
        return digest.hexdigest()
