"""Tables drawn with | signs: directly under a line, and without the line under their head."""

import re
from typing import NamedTuple

_CODE_OR_ESCAPED = re.compile(r"`[^`]*`|\\.")
# Phones and Word make one long dash of two short ones.
_RULE = re.compile(r" *\|? *:?[-–—]+:? *(?:\| *:?[-–—]+:? *)*\|? *")
_LONG_DASH = re.compile("[–—]+")


class TableRows(NamedTuple):
    """The lines of a table as Python-Markdown reads them, and the line after its last."""

    lines: tuple[str, ...]
    end: int


def table_at(lines: list[str], n: int) -> TableRows | None:
    """The table that begins on line `n`; None if none does."""
    if "|" not in lines[n] or n + 1 == len(lines) or "|" not in lines[n + 1]:
        return None
    columns, below = _columns(lines[n]), lines[n + 1]
    has_rule = bool(_RULE.fullmatch(below))
    if not has_rule and not _are_rows(lines[n], below):
        return None
    if has_rule and _RULE.fullmatch(lines[n]):
        return None
    end = n + 1 + has_rule
    while end < len(lines) and (_is_row(lines[end]) or _parts_rows(lines, end)):
        end += 1
    below_head = (line.strip(" ") for line in lines[n + 1 + has_rule : end])
    head, rows = lines[n].strip(" "), [line for line in below_head if line]
    return TableRows((head, _rule(below if has_rule else "", columns, head), *rows), end)


def _is_row(line: str) -> bool:
    return "|" in _CODE_OR_ESCAPED.sub("", line)


def _parts_rows(lines: list[str], n: int) -> bool:
    """True where a blank line parts two rows of one table, and no other begins below it."""
    around = lines[n - 1 : n + 3]
    if len(around) < 3 or around[1].strip() or not _are_rows(around[0], around[2]):
        return False
    return not (_RULE.fullmatch(around[0]) or (len(around) > 3 and _RULE.fullmatch(around[3])))


def _rule(typed: str, columns: int, head: str) -> str:
    """The line under the head, with as many cells as the head has."""
    cells = _LONG_DASH.sub("---", typed).strip()
    missing = columns - _columns(cells) if cells else columns
    if cells and not missing:
        return cells
    kept = [cell for cell in cells.strip("|").split("|") if cell.strip()][:columns]
    whole = "|".join([*kept, *["---"] * (columns - len(kept))])
    return f"|{whole}|" if head.startswith("|") else whole


def _columns(row: str) -> int:
    bare = _CODE_OR_ESCAPED.sub("", row).strip(" ")
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


def _are_rows(*rows: str) -> bool:
    """True where lines without a rule between them can be nothing but rows of one table."""
    bare = [row.strip(" ") for row in rows]
    # The last sign is often left out; |x| in a formula has no blank behind the first.
    are_framed = all(
        len(row) > 2 and row[0] == "|" and (row[-1] == "|" or row[1] == " ") for row in bare
    )
    return are_framed and len({*map(_columns, bare)}) == 1 and _columns(bare[0]) > 1
