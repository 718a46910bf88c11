"""The traces that Word, Excel and PowerPoint write into a file besides what it shows."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..images.image_traces import traces_of_picture
from .parts import Parts, attribute, tag
from .trace import Trace, TraceKind
from .words.docx_words import MAIN as DOCUMENT
from .words.pptx_words import PRESENTATION, slides_of
from .words.xlsx_words import WORKBOOK, sheets_of

# Programs and machines that stand where a person's name would.
NOBODY = frozenset(
    {
        *("python-docx", "openpyxl", "xlsxwriter", "apache poi", "microsoft office user"),
        *("windows user", "user", "admin", "administrator", "pc", "hp", "dell", "asus", "acer"),
        *("lenovo", "un-named", "unknown", "microsoft corporation", "microsoft"),
    }
)
_NAMED = {
    "creator": TraceKind.AUTHOR,
    "lastModifiedBy": TraceKind.SAVED_BY,
    "Manager": TraceKind.AUTHOR,
    "Company": TraceKind.COMPANY,
}
# What marks a change that is still to be accepted (ECMA-376, part 1, 17.13.5).
CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})
PROPERTY_CHANGES = re.compile(
    r"^(?:rPr|pPr|sectPr|tblPr|tblPrEx|tblGrid|tcPr|trPr|numbering)Change$"
)
_OF_THIS_MACHINE = re.compile(r"^(?:file:|\\\\|[A-Za-z]:[\\/])")


def is_office(parts: Parts) -> bool:
    return any(name in parts for name in (DOCUMENT, WORKBOOK, PRESENTATION))


def traces_of_package(parts: Parts) -> Iterator[Trace]:
    """Raises Unread."""
    yield from _of_properties(parts)
    if DOCUMENT in parts:
        yield from _of_document(parts)
    if WORKBOOK in parts:
        yield from _of_workbook(parts)
    if PRESENTATION in parts:
        yield from _of_presentation(parts)
    for name in parts:
        if "/media/" in name:
            seen = traces_of_picture(parts.read(name))
            if seen.has_place:
                yield Trace(TraceKind.PICTURE_PLACE)
            elif seen.has_other:
                yield Trace(TraceKind.PICTURE_OTHER)
        elif name.endswith("vbaProject.bin") or "/activeX/" in name:
            yield Trace(TraceKind.SCRIPT)
        elif name.startswith("_xmlsignatures/") and name.endswith(".xml"):
            yield Trace(TraceKind.SIGNED)
        elif name.endswith(".rels"):
            yield from _outside(parts, name)


def _of_properties(parts: Parts) -> Iterator[Trace]:
    for kind, name in parts.related("").values():
        match kind:
            case "core-properties" | "extended-properties":
                root = parts.tree(name)
                for one in () if root is None else root.iter():
                    words = " ".join((one.text or "").split())
                    if (named := _NAMED.get(tag(one))) and words and words.lower() not in NOBODY:
                        yield Trace(named, (words,))
            case "custom-properties":
                root = parts.tree(name)
                if root is not None and len(root):
                    yield Trace(TraceKind.PROPERTIES, times=len(root))
            case "thumbnail":
                yield Trace(TraceKind.THUMBNAIL)


def _of_document(parts: Parts) -> Iterator[Trace]:
    for name in parts.below("word/"):
        if "/_rels/" in name or name.count("/") > 1:
            continue
        root = parts.tree(name)
        tags = [] if root is None else [(tag(one), one) for one in root.iter()]
        comments = [one for kind, one in tags if kind == "comment"]
        if comments:
            yield Trace(TraceKind.COMMENTS, _authors(comments), len(comments))
        changes = [one for kind, one in tags if kind in CHANGES or PROPERTY_CHANGES.match(kind)]
        if changes:
            yield Trace(TraceKind.CHANGES, _authors(changes), len(changes))
        if name != "word/styles.xml":
            hidden = sum(kind == "vanish" and attribute(one, "val") not in ("0", "false")
                         for kind, one in tags)  # fmt: skip
            if hidden:
                yield Trace(TraceKind.HIDDEN_TEXT, times=hidden)


def _authors(elements: list[Any]) -> tuple[str, ...]:
    named = (" ".join(attribute(one, "author").split()) for one in elements)
    return tuple(dict.fromkeys(name for name in named if name))


def _of_workbook(parts: Parts) -> Iterator[Trace]:
    for sheet in sheets_of(parts):
        root = parts.tree(sheet.part)
        if root is None:
            continue
        if sheet.is_hidden:
            if len(_cells(root)) or tag(root) != "worksheet":
                yield Trace(TraceKind.HIDDEN_SHEETS, (sheet.name,))
            continue
        columns = hidden_columns(root)
        rows = sum(is_hidden_row(one) and any(map(_holds, one)) for one in root.iter("{*}row"))
        held = {n for cell in _cells(root) if (n := column_number(cell)) in columns}
        if rows:
            yield Trace(TraceKind.HIDDEN_ROWS, (sheet.name,), rows)
        if held:
            yield Trace(TraceKind.HIDDEN_COLUMNS, (sheet.name,), len(held))
    for start, kind in (
        ("xl/comments", TraceKind.COMMENTS),
        ("xl/threadedComments", TraceKind.COMMENTS),
        ("xl/pivotCache/pivotCacheRecords", TraceKind.PIVOT),
    ):
        for name in parts.below(start):
            root = parts.tree(name)
            every = [] if root is None else [*root.iter()]
            count = sum(tag(one) in ("comment", "threadedComment") for one in every)
            if count or kind is TraceKind.PIVOT:
                names = [one.text for one in every if tag(one) == "author" and one.text]
                yield Trace(kind, tuple(dict.fromkeys(names)), count or 1)


def _cells(root: Any) -> list[Any]:
    return [cell for cell in root.iter("{*}c") if _holds(cell)]


def _holds(cell: Any) -> bool:
    return any(tag(one) in ("v", "is", "f") for one in cell)


def is_hidden_row(row: Any) -> bool:
    return row.get("hidden") in ("1", "true")


def hidden_columns(root: Any) -> "Columns":
    """The numbers, from 1, of the columns of a sheet that are not shown."""
    spans = []
    for one in root.iter("{*}col"):
        first, last = one.get("min", ""), one.get("max", "")
        if one.get("hidden") in ("1", "true") and first.isdigit() and last.isdigit():
            spans.append((int(first), int(last)))
    return Columns(spans)


class Columns:
    """Numbers of columns, kept by spans: one may go to the last column that there is."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = spans

    def __contains__(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.spans)


def column_number(cell: Any) -> int:
    """From 1; 0 where the cell does not say it."""
    number = 0
    for letter in cell.get("r", "").rstrip("0123456789").upper():
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - 64
    return number


def _of_presentation(parts: Parts) -> Iterator[Trace]:
    for name in slides_of(parts):
        root = parts.tree(name)
        if root is None:
            continue
        if root.get("show") in ("0", "false") and any(one.text for one in root.iter("{*}t")):
            yield Trace(TraceKind.HIDDEN_SLIDES)
        for kind, target in parts.related(name).values():
            notes = parts.tree(target) if kind == "notesSlide" else None
            if notes is not None and any((one.text or "").strip() for one in _notes(notes)):
                yield Trace(TraceKind.NOTES)
    for name in parts.below("ppt/comments"):
        root = parts.tree(name)
        count = 0 if root is None else sum(tag(one) == "cm" for one in root.iter())
        if count:
            yield Trace(TraceKind.COMMENTS, times=count)
    root = parts.tree("ppt/commentAuthors.xml")
    names = () if root is None else tuple(one.get("name", "") for one in root.iter())
    if named := tuple(name for name in names if name):
        yield Trace(TraceKind.AUTHOR, named)


def _notes(root: Any) -> Iterator[Any]:
    """The texts written in the notes, but for the number of the slide, which is a field."""
    return (one for one in root.iter("{*}t") if tag(one.getparent()) != "fld")


def _outside(parts: Parts, name: str) -> Iterator[Trace]:
    """Files of somebody's machine that are named: their paths tell a name."""
    root = parts.tree(name)
    for one in () if root is None else root:
        target: Mapping[str, str] = one.attrib
        if target.get("TargetMode") == "External" and _OF_THIS_MACHINE.match(
            target.get("Target", "")
        ):
            yield Trace(TraceKind.LINKED)
