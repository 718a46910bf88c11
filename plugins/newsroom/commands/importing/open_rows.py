"""The table of old names in content/: read before an import, and given the rows it lacks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.problem import Problem
from ...domain.text.vietnamese import fold
from ...importing.old_sites.names.old_names import NameTable, OldNames
from ...importing.old_sites.names.table_file import TABLE_FILE, read_name_table
from ...importing.old_sites.names.table_rows import OpenRow, with_rows
from ...importing.old_sites.plan_of_files import PlannedFiles
from .refusals import not_written

if TYPE_CHECKING:
    from ...domain.plan.plan import Plan

Rows = Mapping[str, Sequence[OpenRow]]


@dataclass(frozen=True, kw_only=True)
class TableOnDisk:
    """The file content/nhap.yaml, which may not be there yet."""

    content: Path

    @property
    def place(self) -> Path:
        return self.content / TABLE_FILE

    def _bytes(self) -> bytes:
        try:
            return self.place.read_bytes()
        except FileNotFoundError:
            return b""

    def read(self, plans: Sequence["Plan"]) -> tuple[NameTable, list[Problem]]:
        return read_name_table(self._bytes(), f"{self.content.name}/{TABLE_FILE}", plans)

    def add(self, rows: Rows, known: NameTable) -> None:
        """Write the rows that are missing; every line that is there stays. Raises BuildRefused."""
        fresh = {
            section: [row for row in some if (section, fold(row.old)) not in known.known]
            for section, some in rows.items()
        }
        if not any(fresh.values()):
            return
        text = with_rows(self._bytes().decode("utf-8-sig"), fresh)
        part = self.place.with_name(f".{TABLE_FILE}.moi")
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            part.replace(self.place)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise not_written(error, self.place) from error


def open_rows(planned: PlannedFiles, names: OldNames) -> Rows:
    """The old names that nobody knows yet, by section, the most frequent first."""
    asked: dict[str, tuple[Mapping[str, int], Callable[[str], object], Callable[[str], str]]] = {
        "categories": (planned.categories, names.category, names.near_category),
        "authors": (planned.authors, names.author, names.near_author),
    }
    return {
        section: [
            OpenRow(old=old, articles=number, like=near(old))
            for old, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
            if meaning(old) is None
        ]
        for section, (counted, meaning, near) in asked.items()
    }
