"""Tables for spreadsheet programs."""

import csv
import io
from collections.abc import Iterable, Sequence

# What a spreadsheet would calculate instead of showing it.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_for_excel(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV that Excel opens right by a double click: marked as UTF-8, CRLF line ends.

    A text that would be taken for a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_as_text(cell) for cell in row] for row in rows)
    return out.getvalue()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
