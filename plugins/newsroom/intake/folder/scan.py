"""The scan of the content folder: what lies in it, and whether it is what lay there before.

Looks at every file at every build, so it does as little as can be for each.
"""

import hashlib
import os
from bisect import bisect_left
from collections.abc import Iterable, MutableMapping
from functools import cached_property
from pathlib import Path
from typing import IO

from ...buildtools.cache.cache_forms import CachedTable
from ...domain.content.content_item import ContentKind
from ...domain.text.vietnamese import clean
from ...images.image_file import ImageFault, Look, look

ARTICLES, PAGES, DOCUMENTS = (kind.value for kind in ContentKind)
ITEMS = (ARTICLES, PAGES, DOCUMENTS)
PLANS, PICTURES = "ke-hoach", "anh"
SCHOOL_FILE, PHOTO_LEDGER, CALENDAR_FILE = "truong.yaml", "anh/goi-anh.yaml", "lich.yaml"
UNIT_LEDGER = "dang-o-don-vi.yaml"
# One file for each import of an old site: what it brought, and who approved it.
IMPORTS = "nhap"
# Only .md is right; the others are read too, so that their writer hears of it.
TEXT_ENDINGS = (".md", ".markdown", ".mdown", ".txt")
OFFICE_ENDINGS = (".docx", ".doc", ".odt", ".rtf")
PLAN_ENDINGS = (".yaml", ".yml")
# Windows would end its lines in its own way.
_BINARY = getattr(os, "O_BINARY", 0)


# What the disk says of a file that changes when the file is written.
Marks = tuple[int, int, int, int]
# The digests of large files by their paths, and what was seen of pictures by their digests.
FILES = CachedTable[tuple[Marks, str]](
    "files",
    tuple[Marks, str],
    lambda found: all(len(bytes.fromhex(digest)) == 32 for _, digest in found.values()),
)
LOOKS = CachedTable[Look](
    "pictures",
    Look,
    lambda found: {look.fault for look in found.values()} <= {"", *(f.value for f in ImageFault)},
)
# More than nearly every article has.
_AT_ONCE = 1 << 14
# In bytes: what is read whole to be hashed.
_HELD = 1 << 24


def kind_of(path: str) -> ContentKind:
    """The kind that a file of the content folder is handed in as: its folder tells."""
    folder = path.partition("/")[0]
    return ContentKind(folder) if folder in ITEMS else ContentKind.ARTICLE


class Scan:
    """Every visible file below a folder: its path in it, with `/` and in NFC, and its place.

    Links that lead out of the folder are left out. `misnamed` are files not among them: no
    address holds their name, or another one has it in NFC. `known` remembers digests of large
    files from build to build, `looks` what was seen of pictures, by their digests.
    """

    def __init__(
        self,
        root: Path,
        known: MutableMapping[str, tuple[Marks, str]] | None = None,
        looks: MutableMapping[str, Look] | None = None,
    ) -> None:
        self.root = root
        self.known = {} if known is None else known
        self.looks = {} if looks is None else looks
        self.misnamed: list[str] = []
        self._digests: dict[str, bytes] = {}
        self._marks: dict[str, Marks] = {}
        found = _files_below(str(root))
        named: dict[str, str] = {}
        for name in sorted(found):
            plain = name if name.isascii() else clean(name)
            if plain.isprintable() and plain not in named:
                named[plain] = found[name]
            else:
                self.misnamed.append(name)
        self.files = dict(sorted(named.items()))

    def below(self, folder: str, *endings: str) -> list[str]:
        """The files in a folder and below it; if endings are given, with one of these."""
        # Names are in order, and 0 stands right behind the slash: no other folder is looked at.
        first, behind = (bisect_left(self._in_order, f"{folder}{sign}") for sign in "/0")
        found = self._in_order[first:behind]
        return [f for f in found if f.lower().endswith(endings)] if endings else found

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self.files)

    def read(self, path: str) -> bytes:
        place = self.files[path]
        # Python's own files take half as long again, and there are thousands to be read.
        file = os.open(place, os.O_RDONLY | _BINARY)
        try:
            content = os.read(file, _AT_ONCE)
        finally:
            os.close(file)
        return content if len(content) < _AT_ONCE else Path(place).read_bytes()

    def open(self, path: str) -> IO[bytes]:
        """A file that is too large to be held."""
        return open(self.files[path], "rb")

    def marks(self, path: str) -> Marks:
        if path not in self._marks:
            stat = os.stat(self.files[path])
            self._marks[path] = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
        return self._marks[path]

    def size(self, path: str) -> int:
        """In bytes."""
        return self.marks(path)[0]

    def digest(self, path: str) -> bytes:
        """The digest by which the content of a text is told: of all of it, read each time."""
        if path not in self._digests:
            self._digests[path] = hashlib.sha256(self.read(path)).digest()
        return self._digests[path]

    def digest_now(self, path: str) -> bytes:
        """The same as the file stands at this moment, whatever was read of it before."""
        return hashlib.sha256(self.read(path)).digest()

    def digest_of_large(self, path: str) -> str:
        """The same of a picture or attachment, read again only when the disk says it changed.

        Thousands of photos cannot be read at every build. Besides size and time of writing the
        disk's own marks (inode and, on Linux and macOS, the time of its last change, which no
        program can set) have to be the same.
        """
        marks = self.marks(path)
        kept = self.known.get(path)
        if kept and kept[0] == marks:
            return kept[1]
        if marks[0] > _HELD:
            with open(self.files[path], "rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        else:
            digest = self.digest(path).hex()
        self.known[path] = (marks, digest)
        return digest

    def look(self, path: str) -> Look:
        """The look of a picture, without decoding it; looked at once in its life."""
        digest = self.digest_of_large(path)
        if digest not in self.looks:
            self.looks[digest] = look(self.read(path))
        return self.looks[digest]

    def note_fault(self, path: str, fault: ImageFault) -> None:
        """Remember of a picture what only its decoding could show."""
        self.looks[self.digest_of_large(path)] = Look(0, 0, fault.value)

    @cached_property
    def texts(self) -> list[str]:
        """The files that are told by their content."""
        endings = (*TEXT_ENDINGS, *PLAN_ENDINGS)
        return [path for path in self.files if path.lower().endswith(endings)]

    def digests(self, paths: Iterable[str]) -> list[bytes]:
        return [self.digest(path) for path in paths]

    def take(self, paths: Iterable[str], digests: Iterable[bytes]) -> None:
        """Take digests that another process has made."""
        self._digests.update(zip(paths, digests, strict=True))

    def state(self) -> str:
        """One digest of everything there is: texts by content, the rest by the disk's marks."""
        digest = hashlib.sha256("\n".join(self.files).encode())
        texts = set(self.texts)
        for path in self.files:
            told = self.digest(path) if path in texts else repr(self.marks(path)).encode()
            digest.update(told)
        digest.update("\n".join(self.misnamed).encode("utf-8", "surrogateescape"))
        return digest.hexdigest()


def _files_below(root: str) -> dict[str, str]:
    """The place of every visible file by its path in the folder, as the disk spells it."""
    inside = os.path.realpath(root) + os.sep
    found: dict[str, str] = {}
    folders = [("", root)]
    while folders:
        prefix, folder = folders.pop()
        try:
            entries = os.scandir(folder)
        except OSError:
            continue
        with entries:
            for entry in entries:
                if is_passed_over(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append((f"{prefix}{entry.name}/", entry.path))
                elif _is_file_inside(entry, inside):
                    found[prefix + entry.name] = entry.path
    return found


def is_passed_over(name: str) -> bool:
    """True where a name is one that programs give their own files.

    An item `.md` is what remains where somebody forgot its name: it is to be told.
    """
    if name.startswith(".") and name.lower().endswith(".md"):
        return name.startswith(("._", ".#"))
    return name.startswith((".", "~"))


def _is_file_inside(entry: "os.DirEntry[str]", inside: str) -> bool:
    try:
        is_file = entry.is_file()
    except OSError:
        # A link to itself.
        return False
    return is_file and (not entry.is_symlink() or os.path.realpath(entry.path).startswith(inside))
