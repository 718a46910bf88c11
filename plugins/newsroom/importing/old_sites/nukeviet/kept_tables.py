"""The rows of a dump that are needed, kept on disk: bodies come before the articles they are of."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from .sql_dump import DumpedRow, dumped_rows
from .sql_values import Value
from .tables import TableRole, known_table

Facts = Mapping[str, str]
_BATCH = 500


class KeptTables:
    """The rows that were read of a dump, in a file of its own that goes when it is not needed.

    `twice` counts articles whose number came a second time (the first is kept), `replaced` the
    letters that were no UTF-8, `beyond_ascii` those beside them; `comments` those of readers.
    """

    def __init__(self, place: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="newsroom-nukeviet-")
        self._file = sqlite3.connect(Path(self._folder.name) / "tables.sqlite")
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute(
            "CREATE TABLE kept (role TEXT, module TEXT, number INTEGER, facts TEXT,"
            " PRIMARY KEY (role, module, number)) WITHOUT ROWID"
        )
        self._file.execute("CREATE TABLE many (role TEXT, module TEXT, number INTEGER, facts TEXT)")
        self.twice: list[int] = []
        self.replaced = self.beyond_ascii = self.comments = 0
        self.tables: set[str] = set()
        self._read(place)
        self._file.execute("CREATE INDEX of_number ON many (role, module, number)")
        self._file.commit()

    def modules(self) -> list[str]:
        """The modules of news: `nv4_vi_news`, in alphabetical order."""
        asked = "SELECT DISTINCT module FROM kept WHERE role = ? ORDER BY module"
        return [row[0] for row in self._file.execute(asked, (TableRole.ROWS.value,))]

    def rows(self, role: TableRole, module: str | None = None) -> Iterator[tuple[str, int, Facts]]:
        """The rows of a role by module and number, those of one module or of all."""
        asked = "SELECT module, number, facts FROM kept WHERE role = ?"
        values: tuple[str, ...] = (role.value,)
        if module is not None:
            asked, values = f"{asked} AND module = ?", (*values, module)
        for name, number, facts in self._file.execute(f"{asked} ORDER BY module, number", values):
            yield name, number, json.loads(facts)

    def of_number(self, role: TableRole, module: str, number: int) -> Facts:
        """The one row of that number; empty where there is none."""
        asked = "SELECT facts FROM kept WHERE role = ? AND module = ? AND number = ?"
        found = self._file.execute(asked, (role.value, module, number)).fetchone()
        return json.loads(found[0]) if found else {}

    def many(self, role: TableRole, module: str, number: int) -> list[Facts]:
        """All rows of that number, as they came."""
        asked = "SELECT facts FROM many WHERE role = ? AND module = ? AND number = ? ORDER BY rowid"
        found = self._file.execute(asked, (role.value, module, number))
        return [json.loads(row[0]) for row in found]

    def settings(self) -> Iterator[Facts]:
        asked = "SELECT facts FROM many WHERE role = ? ORDER BY rowid"
        for row in self._file.execute(asked, (TableRole.SETTINGS.value,)):
            yield json.loads(row[0])

    def _read(self, place: Path) -> None:
        waiting: list[tuple[str, str, str, int, str]] = []
        for row in dumped_rows(place, self._wanted):
            found = known_table(row.table, tuple(row.values))
            if found is None:
                continue
            table, module = found
            if table.role is TableRole.COMMENTS:
                self.comments += 1
                continue
            kept_in = "many" if table.role in _MANY else "kept"
            number = _number(row.values[table.needed[0]])
            waiting.append((kept_in, table.role.value, module, number, self._facts(row)))
            if len(waiting) >= _BATCH:
                self._keep(waiting)
                waiting.clear()
        self._keep(waiting)

    def _wanted(self, name: str, columns: tuple[str, ...]) -> tuple[str, ...]:
        self.tables.add(name)
        found = known_table(name, columns)
        if found is None:
            return ()
        return tuple(one for one in (*found[0].needed, *found[0].used) if one in columns)

    def _facts(self, row: DumpedRow) -> str:
        return json.dumps({name: self._text(value) for name, value in row.values.items() if value})

    def _text(self, value: Value) -> str:
        text = (value or b"").decode("utf-8", "replace").replace("\0", "")
        if not text.isascii():
            self.replaced += text.count("\ufffd")
            self.beyond_ascii += sum(not letter.isascii() for letter in text)
        return text

    def _keep(self, waiting: list[tuple[str, str, str, int, str]]) -> None:
        for kept_in, role, module, number, facts in waiting:
            ignored = "OR IGNORE " if kept_in == "kept" else ""
            done = self._file.execute(
                f"INSERT {ignored}INTO {kept_in} (role, module, number, facts) VALUES (?, ?, ?, ?)",
                (role, module, number, facts),
            )
            if not done.rowcount and role == TableRole.ROWS.value:
                self.twice.append(number)


_MANY = frozenset({TableRole.TAGS, TableRole.PEN_NAMES, TableRole.SETTINGS})


def _number(value: Value) -> int:
    digits = (value or b"").strip()
    return int(digits) if digits.isdigit() and len(digits) < 19 else 0
