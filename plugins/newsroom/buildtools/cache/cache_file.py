"""The SQLite file of the records: opened only where it is one of ours and of this version."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from .cache_forms import CachedValue, Damaged

# Raised with every change of the tables, or of how a value is written.
_FORMAT = 2
_TABLES = (
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB)",
    "CREATE TABLE piece (shelf TEXT, number INTEGER, value BLOB, PRIMARY KEY (shelf, number))",
    "CREATE TABLE sheet (path TEXT PRIMARY KEY, head BLOB, body BLOB)",
)
_VERSION = CachedValue[str]("version", str)
# In bytes: no value of ours comes near it.
_LONGEST = 1 << 26
# What SQLite raises of a file; its own message may quote bytes that are no text.
UNREADABLE = (sqlite3.Error, UnicodeError)
# Another build has the file, or the disk takes no files: nothing to mend.
_NOT_OURS_NOW = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
)


def opened_to_read(path: Path, version: str) -> sqlite3.Connection:
    """The file, which nothing will change. Raises Damaged where it is not of this version."""
    if not _is_plain_file(path):
        raise Damaged("no file of ours")
    place = f"{path.resolve().as_uri()}?mode=ro"
    file = sqlite3.connect(place, uri=True, timeout=5, isolation_level=None)
    try:
        _guard(file)
        if _format_of(file) != _FORMAT or version_of(file) != version:
            raise Damaged("version")
    except BaseException:
        file.close()
        raise
    return file


def opened(path: Path | None, version: str) -> sqlite3.Connection:
    """The file, or one in memory; emptied where it is of another version. Raises Damaged."""
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path) and not _is_plain_file(path):
            raise Damaged("no file of ours")
    file = sqlite3.connect(path or ":memory:", timeout=5, isolation_level=None)
    try:
        # A killed build is rolled back by the journal; a power cut is found by the checksums.
        file.execute("PRAGMA synchronous=OFF")
        # An article's row fits into one page.
        file.execute("PRAGMA page_size=16384")
        _guard(file)
        if _format_of(file) != _FORMAT or version_of(file) != version:
            _make_tables(file, version)
    except BaseException:
        file.close()
        raise
    return file


def removed(path: Path) -> None:
    """Take the file away, so that the next one begins with nothing."""
    for name in (path, Path(f"{path}-journal")):
        with suppress(OSError):
            if name.is_dir() and not name.is_symlink():
                # Only an empty one: what is in it may be somebody's.
                name.rmdir()
            name.unlink(missing_ok=True)


def is_busy(error: Exception) -> bool:
    """Another program has the file, or it may only be read: its content is nobody's fault."""
    return getattr(error, "sqlite_errorcode", None) in _NOT_OURS_NOW


def version_of(file: sqlite3.Connection) -> str | None:
    found = file.execute("SELECT value FROM fact WHERE name = ?", (_VERSION.name,)).fetchone()
    return _VERSION.unpacked(found[0], _VERSION.name) if found else None


def _is_plain_file(path: Path) -> bool:
    """No link into somebody's files, and no pipe, which would have us wait for ever."""
    return path.is_file() and not path.is_symlink()


def _guard(file: sqlite3.Connection) -> None:
    """Keeps the content of the file from making SQLite do anything but give us values."""
    file.execute("PRAGMA trusted_schema=OFF")
    file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)


def _format_of(file: sqlite3.Connection) -> int:
    """The number of the format. Raises Damaged where the tables are not those of ours."""
    ((number,),) = file.execute("PRAGMA user_version")
    if number == _FORMAT:
        # A view or a trigger in their place would run what it is made of.
        made = file.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        if tuple(sql for (sql,) in made) != _TABLES:
            raise Damaged("tables")
    return int(number)


def _make_tables(file: sqlite3.Connection, version: str) -> None:
    file.execute("BEGIN IMMEDIATE")
    for kind, name in file.execute("SELECT type, name FROM sqlite_master").fetchall():
        if kind in ("table", "view", "trigger") and not name.startswith("sqlite_"):
            quoted = name.replace('"', '""')
            file.execute(f'DROP {kind} IF EXISTS "{quoted}"')
    for table in _TABLES:
        file.execute(table)
    told = _VERSION.packed(version, _VERSION.name)
    file.execute("INSERT INTO fact VALUES (?, ?)", (_VERSION.name, told))
    file.execute(f"PRAGMA user_version={_FORMAT}")
    file.execute("COMMIT")
