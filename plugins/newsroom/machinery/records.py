"""What is remembered from one build to the next: one SQLite file, safe to delete at any time.

Holds only plain values (text, numbers, tuples): reading a file that somebody tampered with must
not run code. Every value carries a checksum; a file that is damaged, or was written by another
version of the software, is forgotten and made anew.
"""

import marshal
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from .version import version

T = TypeVar("T")
# A shelf is kept in this many pieces, so that a small change writes little.
PIECES = 64
_TABLES = """
DROP TABLE IF EXISTS fact;
DROP TABLE IF EXISTS piece;
DROP TABLE IF EXISTS sheet;
CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB);
CREATE TABLE piece (shelf TEXT, number INTEGER, value BLOB, PRIMARY KEY (shelf, number));
CREATE TABLE sheet (path TEXT PRIMARY KEY, head BLOB, body BLOB);
"""
# Another build has the file, or the disk takes no files: nothing to mend.
_NOT_OURS_NOW = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
)


# The file of all records, in the folder of caches.
NAME = "newsroom.sqlite"


def records_in(cache: Path, *, only_read: bool = False) -> "Records":
    """The records of a project, from its folder of caches."""
    return Records(cache / NAME, version(), only_read=only_read)


class Damaged(ValueError):
    """A value is not what was written."""


class Records:
    """Facts (single values), shelves (mappings that are read whole) and sheets (one a manuscript).

    `path` None keeps everything in memory. `version` names everything that what is kept depends
    on besides the content: under another one nothing is found. Nothing is written before `save`,
    and then all of it or nothing. `only_read` leaves the file as it is, whatever it is. Where the
    file cannot be used (a read-only disk, another build at the same time) everything goes on
    without it.
    """

    def __init__(self, path: Path | None, version: str, *, only_read: bool = False) -> None:
        self._path, self._version, self._only_read = path, version, only_read
        self._shelves: dict[str, Shelf] = {}
        self._facts: dict[str, Any] = {}
        self._new_facts: set[str] = set()
        self._sheets: dict[str, tuple[bytes, bytes] | None] = {}
        self._file, self._process = self._open(), os.getpid()

    def _open(self) -> sqlite3.Connection:
        for _ in range(2):
            try:
                return self._opened(self._path)
            except (sqlite3.Error, OSError, Damaged) as error:
                if self._only_read or getattr(error, "sqlite_errorcode", None) in _NOT_OURS_NOW:
                    break
                self._remove()
        return self._opened(None)

    def _opened(self, path: Path | None) -> sqlite3.Connection:
        if path and self._only_read:
            place = f"{path.resolve().as_uri()}?mode=ro"
            file = sqlite3.connect(place, uri=True, timeout=5, isolation_level=None)
            if _version_in(file) != self._version:
                file.close()
                raise Damaged("version")
            return file
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(path or ":memory:", timeout=5, isolation_level=None)
        try:
            # A killed build is rolled back by the journal; a power cut is found by the checksums.
            file.execute("PRAGMA synchronous=OFF")
            # An article's sheet fits into one page.
            file.execute("PRAGMA page_size=16384")
            if _version_in(file) != self._version:
                file.executescript(_TABLES)
                file.execute("INSERT INTO fact VALUES ('version', ?)", (packed(self._version),))
        except BaseException:
            file.close()
            raise
        return file

    def _remove(self) -> None:
        for name in (self._path, Path(f"{self._path}-journal")) if self._path else ():
            with suppress(OSError):
                name.unlink(missing_ok=True)

    def fact(self, name: str) -> Any:
        """A single value; None where it is not known."""
        if name not in self._facts:
            rows = self._ask("SELECT value FROM fact WHERE name = ?", name)
            self._facts[name] = unpacked(rows[0][0]) if rows else None
        return self._facts[name]

    def set_fact(self, name: str, value: Any) -> None:
        self._facts[name] = value
        self._new_facts.add(name)

    def shelf(self, name: str) -> "Shelf":
        if name not in self._shelves:
            rows = self._ask("SELECT number, value FROM piece WHERE shelf = ?", name)
            self._shelves[name] = Shelf((number, unpacked(value)) for number, value in rows)
        return self._shelves[name]

    def head(self, path: str) -> Any:
        """What was read of a manuscript's header, as `put_sheet` was given it; None if nothing."""
        return self._sheet(path, "head", 0)

    def body(self, path: str) -> Any:
        """The text of a manuscript, as `put_sheet` was given it; None if nothing."""
        return self._sheet(path, "body", 1)

    def put_sheet(self, path: str, sheet: tuple[bytes, bytes] | None) -> None:
        """Keep head and body of a manuscript, both `packed`; None forgets it."""
        self._sheets[path] = sheet

    def _sheet(self, path: str, column: str, place: int) -> Any:
        if path in self._sheets:
            sheet = self._sheets[path]
            return unpacked(sheet[place]) if sheet else None
        rows = self._ask(f"SELECT {column} FROM sheet WHERE path = ?", path)
        return unpacked(rows[0][0]) if rows else None

    def _ask(self, question: str, name: str) -> list[Any]:
        try:
            if self._process != os.getpid():
                # SQLite forbids to use a file that was opened before a fork.
                self._only_read = True
                self._inherited, self._file = self._file, self._open()
                self._process = os.getpid()
            return self._file.execute(question, (name,)).fetchall()
        except sqlite3.Error as error:
            raise Damaged(str(error)) from error

    def whole(self, work: Callable[[], T]) -> T:
        """What the work returns; where it meets damage all is forgotten and it begins again."""
        try:
            return work()
        except Damaged:
            self._forget()
            return work()

    def _forget(self) -> None:
        self._file.close()
        self._shelves, self._facts, self._sheets = {}, {}, {}
        self._new_facts = set()
        self._remove()
        self._file = self._open()

    def save(self) -> None:
        """Write everything that changed, in one transaction."""
        with suppress(sqlite3.Error):
            self._file.execute("BEGIN IMMEDIATE")
            self._write()
            self._file.execute("COMMIT")
        if self._file.in_transaction:
            self._file.execute("ROLLBACK")

    def _write(self) -> None:
        gone = [(path,) for path, sheet in self._sheets.items() if sheet is None]
        kept = ((path, *sheet) for path, sheet in self._sheets.items() if sheet)
        self._file.executemany("DELETE FROM sheet WHERE path = ?", gone)
        self._file.executemany("INSERT OR REPLACE INTO sheet VALUES (?, ?, ?)", kept)
        facts = ((name, packed(self._facts[name])) for name in sorted(self._new_facts))
        self._file.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?)", facts)
        for name, shelf in self._shelves.items():
            self._file.executemany(
                "INSERT OR REPLACE INTO piece VALUES (?, ?, ?)",
                ((name, number, packed(piece)) for number, piece in shelf.changed()),
            )

    def close(self) -> None:
        self._file.close()


class Shelf(dict[str, Any]):
    """A mapping kept in pieces, of which only those that changed are written.

    A dict, so that asking it thousands of times costs nothing; whatever changes it goes through
    the methods below.
    """

    def __init__(self, pieces: Iterable[tuple[int, dict[str, Any]]]) -> None:
        self._pieces = dict(pieces)
        for piece in self._pieces.values():
            super().update(piece)
        self._touched: set[int] = set()

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        self._piece_of(key)[key] = value

    def update(self, *given: Any, **named: Any) -> None:
        # The dict's own would not tell the pieces, and what was made would be made again.
        for key, value in dict(*given, **named).items():
            self[key] = value

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        del self._piece_of(key)[key]

    def clear(self) -> None:
        super().clear()
        self._touched.update(self._pieces)
        for piece in self._pieces.values():
            piece.clear()

    def _piece_of(self, key: str) -> dict[str, Any]:
        number = zlib.crc32(key.encode("utf-8", "surrogatepass")) % PIECES
        self._touched.add(number)
        return self._pieces.setdefault(number, {})

    def changed(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The pieces that hold something new or have lost something."""
        return ((number, self._pieces[number]) for number in sorted(self._touched))


def _version_in(file: sqlite3.Connection) -> Any:
    if not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'fact'").fetchone():
        return None
    found = file.execute("SELECT value FROM fact WHERE name = 'version'").fetchone()
    return unpacked(found[0]) if found else None


def packed(value: Any) -> bytes:
    """A plain value as bytes with their checksum in front."""
    content = marshal.dumps(value)
    return zlib.crc32(content).to_bytes(4, "big") + content


def unpacked(content: bytes) -> Any:
    """The value of `packed`. Raises Damaged."""
    if not isinstance(content, bytes) or zlib.crc32(content[4:]) != int.from_bytes(content[:4]):
        raise Damaged("checksum")
    return marshal.loads(content[4:])
