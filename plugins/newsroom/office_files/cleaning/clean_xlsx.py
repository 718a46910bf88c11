"""A workbook without what it does not show: hidden sheets, rows and columns.

What is shown stays as it is: where something hidden goes, formulas become the values that stand
there, for they would be counted again without it.
"""

import re
from typing import Any

from ..package_traces import column_number, hidden_columns, is_hidden_row
from ..parts import attribute, tag
from ..words.xlsx_words import WORKBOOK
from .package import OfficePackage, removed

_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData/></worksheet>"
)
_STRINGS = "xl/sharedStrings.xml"
_OF_OTHERS = re.compile(r"\[[^\]]+\]")
_LISTS = ("dataValidations", "conditionalFormatting", "extLst")


def clean_workbook(package: OfficePackage) -> None:
    root = package.tree(WORKBOOK)
    for one in [*root.iter()]:
        if tag(one) in ("fileSharing", "absPath"):
            removed(one)
    parts = {one.get("Id"): target for one, _, target in package.related(WORKBOOK)}
    sheets = [one for one in root.iter() if tag(one) == "sheet"]
    hidden = [one for one in sheets if one.get("state", "visible") != "visible"]
    shown = [parts.get(attribute(one, "id"), "") for one in sheets if one not in hidden]
    if not all(map(_has_values, map(package.tree, shown))):
        # Without their formulas these cells would be empty.
        _forget_strings(package, parts.values())
        return
    names = [name for one in hidden if (name := _emptied(package, parts, one))]
    went = [_without_hidden(package.tree(part)) for part in shown if package.tree(part) is not None]
    if names or any(went):
        _freeze(package, root, shown, names)
    else:
        _cut_off(package, root, shown)
    _forget_strings(package, parts.values())
    for number, one in enumerate(hidden, start=1):
        if attribute(one, "id") in parts and one.get("name") in names:
            one.set("name", f"an-{number}")


def _has_values(root: Any) -> bool:
    """True where each formula stands beside the value that it had when the workbook was saved."""
    formulas = () if root is None else root.iter("{*}f")
    cells = (one.getparent() for one in formulas)
    return all(tag(cell) != "c" or any(tag(one) == "v" and one.text for one in cell)
               for cell in cells)  # fmt: skip


def _emptied(package: OfficePackage, parts: dict[Any, str], sheet: Any) -> str:
    """Empty a hidden sheet; its name, or nothing where it is of a kind that cannot be emptied."""
    part = parts.get(attribute(sheet, "id"), "")
    root = package.tree(part)
    if root is None or tag(root) != "worksheet":
        return ""
    package.replace(part, _EMPTY)
    package.unrelate(part, lambda kind, target: True)
    return str(sheet.get("name", ""))


def _without_hidden(root: Any) -> bool:
    """Empty the hidden cells of a sheet; whether there were any that could be."""
    columns, found = hidden_columns(root), False
    if any(tag(one) == "tableParts" for one in root):
        # The heads of a table must be what the table says they are.
        return False
    for row in root.iter("{*}row"):
        for cell in [one for one in row if tag(one) == "c"]:
            if len(cell) and (is_hidden_row(row) or column_number(cell) in columns):
                row.remove(cell)
                found = True
    return found


def _freeze(package: OfficePackage, workbook: Any, shown: list[str], names: list[str]) -> None:
    """Let nothing lean on what is gone: formulas, names and lists of choices."""
    for part in shown:
        root = package.tree(part)
        for one in [] if root is None else [*root.iter()]:
            is_formula = tag(one) == "f" and tag(one.getparent()) == "c"
            if is_formula or (tag(one) in _LISTS and any(name in _words(one) for name in names)):
                removed(one)
    for one in [one for one in workbook.iter() if tag(one) == "definedName"]:
        if any(name in (one.text or "") for name in names):
            removed(one)
    _cut_off(package, workbook, shown)
    package.unrelate(WORKBOOK, lambda kind, target: kind == "calcChain")


def _cut_off(package: OfficePackage, workbook: Any, shown: list[str]) -> None:
    """Take out the links to other workbooks, which are kept with their paths and numbers."""
    if not package.unrelate(WORKBOOK, lambda kind, target: kind == "externalLink"):
        return
    for part in shown:
        root = package.tree(part)
        for one in [] if root is None else [*root.iter("{*}f")]:
            if _OF_OTHERS.search(one.text or ""):
                removed(one)
    for one in [*workbook.iter()]:
        if tag(one) == "externalReferences" or (
            tag(one) == "definedName" and _OF_OTHERS.search(one.text or "")
        ):
            removed(one)
    package.unrelate(WORKBOOK, lambda kind, target: kind == "calcChain")


def _words(element: Any) -> str:
    return " ".join(element.itertext())


def _forget_strings(package: OfficePackage, parts: Any) -> None:
    """Empty the texts of the workbook that no cell shows any more; their numbers stay."""
    strings = package.tree(_STRINGS)
    if strings is None:
        return
    used = set()
    for part in parts:
        root = package.tree(part) if part.endswith(".xml") else None
        for cell in () if root is None else root.iter("{*}c"):
            if cell.get("t") == "s":
                used |= {one.text for one in cell if tag(one) == "v"}
    every = [one for one in strings if tag(one) == "si"]
    for number, one in enumerate(every):
        if str(number) not in used:
            for child in [*one]:
                one.remove(child)
            # A string must hold a text, be it an empty one.
            one.append(one.makeelement(one.tag.replace("}si", "}t")))
