"""The words of a workbook (ECMA-376, SpreadsheetML)."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any, NamedTuple

from ..parts import Parts, attribute, tag, xml_faults
from .passage import Gap, Passage, Unread, row

WORKBOOK = "xl/workbook.xml"
# The numbers of formats that show a day, without a text of their own (part 1, 18.8.30).
_DAYS = frozenset({*range(14, 18), 22, *range(27, 32), *range(50, 59)})
_NOT_THE_FORM = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
# More columns than this no list has; what stands further to the right comes without empty cells.
_WIDEST = 1_000
_BESIDE = {
    "xl/comments": "nhận xét",
    "xl/threadedComments": "nhận xét",
    "xl/drawings/": "hình vẽ",
    "xl/charts/": "biểu đồ",
}
_FIRST, _FIRST_OF_MACS = datetime(1899, 12, 30), datetime(1904, 1, 1)


class XlsxSheet(NamedTuple):
    """A sheet of a workbook: its name, its part, and whether the office shows it."""

    name: str
    part: str
    is_hidden: bool


def sheets_of(parts: Parts) -> Iterator[XlsxSheet]:
    root = parts.tree(WORKBOOK)
    related = parts.related(WORKBOOK)
    for one in () if root is None else root.iter():
        if tag(one) == "sheet":
            _, part = related.get(attribute(one, "id"), ("", ""))
            hidden = one.get("state", "visible") != "visible"
            yield XlsxSheet(one.get("name", ""), part, hidden)


def words_of_xlsx(parts: Parts) -> Iterator[Passage]:
    """Every row of every sheet, hidden ones among them, then comments and what drawings say."""
    strings, days = _strings(parts), _formats_of_days(parts)
    root = parts.tree(WORKBOOK)
    of_macs = root is not None and any(
        tag(one) == "workbookPr" and one.get("date1904") in ("1", "true") for one in root.iter()
    )
    first = _FIRST_OF_MACS if of_macs else _FIRST
    for sheet in sheets_of(parts):
        for number, line in rows_of(parts, sheet.part):
            cells: list[str] = []
            for place, cell in enumerate(line):
                column = column_of(cell.get("r", ""), place)
                cells += [""] * min(column - len(cells), _WIDEST)
                cells.append(_shown(cell, strings, days, first))
            made = row(f"trang tính “{sheet.name}”, dòng {number}", cells)
            if made.cells:
                yield made
    for start, what in _BESIDE.items():
        for name in parts.below(start):
            if text := all_text(parts.tree(name)):
                yield Passage(what, text)


def rows_of(parts: Parts, name: str) -> Iterator[tuple[str, list[Any]]]:
    """The number and the cells of each row, one after the other: a sheet may have a million."""
    from lxml import etree

    content = parts.read(name)
    if not content:
        return
    if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content:
        raise Unread(Gap.BROKEN)
    with xml_faults():
        before = 0
        for _, line in etree.iterparse(BytesIO(content), tag="{*}row", resolve_entities=False):
            said = line.get("r", "")
            before = int(said) if said.isascii() and said.isdigit() else before + 1
            yield str(before), [cell for cell in line if tag(cell) == "c"]
            line.clear()
            while line.getprevious() is not None:
                del line.getparent()[0]


def column_of(reference: str, otherwise: int) -> int:
    """The number of a cell's column, from 0: that of `AB12` is 27."""
    letters = reference.rstrip("0123456789").upper()
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        return otherwise
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def all_text(root: Any) -> str:
    """The words of an XML part, a line for each paragraph."""
    if root is None:
        return ""
    said = ("\n" if tag(one) == "p" else one.text if tag(one) in ("t", "v", "text") else ""
            for one in root.iter())  # fmt: skip
    return "".join(text or "" for text in said).strip()


def _strings(parts: Parts) -> list[str]:
    root = parts.tree("xl/sharedStrings.xml")
    return [] if root is None else [_of_string(one) for one in root if tag(one) == "si"]


def _of_string(element: Any) -> str:
    """Without what is written above Chinese and Japanese signs to read them."""
    return "".join(
        one.text or ""
        for one in element.iter()
        if tag(one) == "t" and (one is element or tag(one.getparent()) != "rPh")
    )


def _formats_of_days(parts: Parts) -> set[int]:
    """The numbers of the cell formats that show a number as a day."""
    root = parts.tree("xl/styles.xml")
    if root is None:
        return set()
    own = {
        one.get("numFmtId"): _NOT_THE_FORM.sub("", one.get("formatCode", "")).lower()
        for one in root.iter()
        if tag(one) == "numFmt"
    }
    days = {number for number, form in own.items() if "y" in form or "d" in form}
    formats = next((one for one in root if tag(one) == "cellXfs"), ())
    return {
        place
        for place, one in enumerate(formats)
        if (number := one.get("numFmtId", "0")) in days
        or (number not in own and number.isdigit() and int(number) in _DAYS)
    }


def _shown(cell: Any, strings: list[str], days: set[int], first: datetime) -> str:
    """A cell as people see it, nearly: a day as 20/11/2026, any other number as it is kept."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return next((_of_string(one) for one in cell if tag(one) == "is"), "")
    value = next((one.text or "" for one in cell if tag(one) == "v"), "")
    try:
        if kind == "s":
            place = int(value)
            return strings[place] if place >= 0 else ""
        if kind == "n" and value and int(cell.get("s", "0")) in days:
            return (first + timedelta(days=float(value))).strftime("%d/%m/%Y")
    except (ValueError, IndexError, OverflowError):
        return value
    return value
