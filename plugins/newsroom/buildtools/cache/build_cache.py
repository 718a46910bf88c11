"""The cache from one build to the next: one SQLite file, safe to delete at any time.

Nothing in it is believed before it is read against its form (cache_forms.py). A file that is
damaged, altered or of another version of the software is forgotten and made anew; of damage
people hear one line.
"""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from ..version import version
from .cache_file import UNREADABLE, is_busy, opened, opened_to_read, removed
from .cache_forms import CachedTable, CachedValue, CacheForm, Damaged
from .cached_rows import PIECES, CachedRows

T = TypeVar("T")
_FORGOTTEN = (
    "Bộ nhớ đệm (.cache) có chỗ hỏng hoặc lạ nên đã bỏ đi; lần này làm lại từ đầu. [NR-BUILD-021]"
)


# The file of all records, in the folder of caches.
NAME = "newsroom.sqlite"


def build_cache_in(cache: Path, *, only_read: bool = False) -> "BuildCache":
    """The records of a project, from its folder of caches."""
    return BuildCache(cache / NAME, version(), only_read=only_read)


class BuildCache:
    """The cache: single values, tables (mappings that are read whole) and parses (one an item).

    `path` None keeps everything in memory. `version` names everything that what is kept depends
    on besides the content: under another one nothing is found. Nothing is written before `save`,
    and then all of it or nothing. `only_read` leaves the file as it is, whatever it is. Where the
    file cannot be used (a read-only disk, another build at the same time) everything goes on
    without it.
    """

    def __init__(self, path: Path | None, version: str, *, only_read: bool = False) -> None:
        self._path, self._version, self._only_read = path, version, only_read
        self._tables: dict[str, tuple[CachedTable[Any], CachedRows[Any]]] = {}
        self._facts: dict[str, Any] = {}
        self._new_facts: dict[str, CachedValue[Any]] = {}
        self._sheets: dict[str, tuple[bytes, bytes] | None] = {}
        # Whether anything was found in the file.
        self.has_read, self._begins_again = False, 0
        self._file, self._process = self._open(), os.getpid()

    def _open(self) -> sqlite3.Connection:
        for _ in range(2):
            try:
                if self._only_read and self._path:
                    return opened_to_read(self._path, self._version)
                return opened(self._path, self._version)
            except (*UNREADABLE, OSError, Damaged) as error:
                if self._only_read or is_busy(error) or not self._path:
                    break
                if isinstance(error, OSError):
                    break
                removed(self._path)
                _tell()
        return opened(None, self._version)

    def fact(self, value: CachedValue[T]) -> T | None:
        """A single value; None where it is not known."""
        if value.name not in self._facts:
            self._facts[value.name] = self._understood(lambda: self._fact(value))
        found: T | None = self._facts[value.name]
        return found

    def _fact(self, value: CachedValue[T]) -> T | None:
        rows = self._ask("SELECT value FROM fact WHERE name = ?", value.name)
        return value.unpacked(rows[0][0], value.name) if rows else None

    def set_fact(self, value: CachedValue[T], found: T | None) -> None:
        """Keep a value; None forgets it."""
        self._facts[value.name] = found
        self._new_facts[value.name] = value

    def cached_rows(self, table: CachedTable[T]) -> CachedRows[T]:
        if table.name not in self._tables:
            found = self._understood(lambda: self._shelf(table))
            self._tables[table.name] = table, CachedRows(()) if found is None else found
        return self._tables[table.name][1]

    def _shelf(self, table: CachedTable[T]) -> CachedRows[T]:
        rows = self._ask("SELECT number, value FROM piece WHERE shelf = ?", table.name)
        if not {number for number, _ in rows} <= {*range(PIECES)}:
            raise Damaged(table.name)
        cached_rows = CachedRows(
            (number, table.piece.unpacked(value, f"{table.name} {number}"))
            for number, value in rows
        )
        table.check(cached_rows)
        return cached_rows

    def head(self, form: CacheForm[T], path: str) -> T | None:
        """The header that `store_parse` was given for an item; None if nothing."""
        return self._understood(lambda: self._sheet(form, path, "head", 0))

    def body(self, form: CacheForm[T], path: str) -> T | None:
        """The text of an item, as `store_parse` was given it; None if nothing."""
        return self._understood(lambda: self._sheet(form, path, "body", 1))

    def store_parse(self, path: str, sheet: tuple[bytes, bytes] | None) -> None:
        """Keep head and body of an item, both packed for its path; None forgets it."""
        self._sheets[path] = sheet

    def _sheet(self, form: CacheForm[T], path: str, column: str, number: int) -> T | None:
        if path in self._sheets:
            sheet = self._sheets[path]
            return form.unpacked(sheet[number], path) if sheet else None
        rows = self._ask(f"SELECT {column} FROM sheet WHERE path = ?", path)
        return form.unpacked(rows[0][0], path) if rows else None

    def _ask(self, question: str, name: str) -> list[Any]:
        try:
            if self._process != os.getpid():
                # SQLite forbids to use a file that was opened before a fork.
                self._only_read = True
                self._inherited, self._file = self._file, self._open()
                self._process = os.getpid()
            rows = self._file.execute(question, (_as_kept(name),)).fetchall()
        except UNREADABLE as error:
            raise Damaged(str(error)) from error
        self.has_read = self.has_read or bool(rows)
        return rows

    def _understood(self, read: Callable[[], T]) -> T | None:
        """The value read. Where it is damaged all work begins again, or goes on with nothing."""
        try:
            return read()
        except Damaged:
            if self._begins_again:
                raise
        self.forget()
        return None

    def whole(
        self, work: Callable[[], T], is_news: Callable[[Exception], bool] = lambda error: False
    ) -> T:
        """The result of the work; where that meets damage all is forgotten and it begins again.

        Damage need not say so: a value of the right form may still be nonsense. So does any error,
        if something was remembered, but those of the system and those that `is_news` knows.
        """
        self._begins_again += 1
        try:
            return work()
        except Damaged:
            self.forget()
        except Exception as error:
            if isinstance(error, OSError) or is_news(error) or not self.has_read:
                raise
            self.forget()
        finally:
            self._begins_again -= 1
        return work()

    def forget(self) -> None:
        """Throw everything away, and say so: something in it cannot be understood."""
        self._file.close()
        self._tables, self._facts, self._sheets = {}, {}, {}
        self._new_facts, self.has_read = {}, False
        if self._path and not self._only_read:
            removed(self._path)
            _tell()
        self._file, self._process = self._open(), os.getpid()

    def save(self) -> None:
        """Write everything that changed, in one transaction."""
        with suppress(*UNREADABLE):
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
        for name, value in sorted(self._new_facts.items()):
            found = self._facts[name]
            self._file.execute("DELETE FROM fact WHERE name = ?", (_as_kept(name),))
            if found is not None:
                row = (_as_kept(name), value.packed(found, name))
                self._file.execute("INSERT INTO fact VALUES (?, ?)", row)
        for name, (table, cached_rows) in self._tables.items():
            self._file.executemany(
                "INSERT OR REPLACE INTO piece VALUES (?, ?, ?)",
                (
                    (_as_kept(name), number, table.piece.packed(piece, f"{name} {number}"))
                    for number, piece in cached_rows.changed()
                ),
            )

    def close(self) -> None:
        self._file.close()


def _tell() -> None:
    print(_FORGOTTEN, file=sys.stderr)


def _as_kept(name: str) -> str:
    """A name that SQLite takes: a folder's may hold half a character."""
    return name.encode("utf-8", "backslashreplace").decode()
