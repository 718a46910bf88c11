"""The words of a Word document (ECMA-376, WordprocessingML)."""

from collections.abc import Iterator
from typing import Any

from ..parts import Parts, tag
from .passage import Passage, row

MAIN = "word/document.xml"
_BESIDE = {
    "word/header": "đầu trang",
    "word/footer": "chân trang",
    "word/footnotes": "cước chú",
    "word/endnotes": "chú thích cuối bài",
    "word/comments": "nhận xét",
}


def words_of_docx(parts: Parts) -> Iterator[Passage]:
    """Paragraphs and rows of tables in their order, then what stands beside the text.

    What was deleted and is still kept is among it; so are comments.
    """
    yield from _of_part(parts, MAIN, "")
    for start, place in _BESIDE.items():
        for name in parts.below(start):
            yield from _of_part(parts, name, place)


def _of_part(parts: Parts, name: str, place: str) -> Iterator[Passage]:
    root = parts.tree(name)
    if root is None:
        return
    paragraphs = tables = 0
    for block in _blocks(root):
        if tag(block) == "p":
            paragraphs += 1
            if text := _text(block).strip():
                yield Passage(place or f"đoạn {paragraphs}", text)
            continue
        tables += 1
        for number, line in enumerate(_rows(block), start=1):
            where = f"bảng {tables}, dòng {number}"
            made = row(f"{place}, {where}" if place else where, [_text(cell) for cell in line])
            if made.cells:
                yield made


def _blocks(element: Any) -> Iterator[Any]:
    """The paragraphs and tables that stand in no other one."""
    for child in element:
        if tag(child) in ("p", "tbl"):
            yield child
        else:
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[list[Any]]:
    for child in table:
        if tag(child) == "tr":
            yield [cell for cell in child.iter() if tag(cell) == "tc" and _is_of(cell, child)]
        elif tag(child) != "tbl":
            yield from _rows(child)


def _is_of(cell: Any, line: Any) -> bool:
    """True where a cell is of that row, and not of a table inside one of its cells."""
    above = next((up for up in cell.iterancestors() if tag(up) == "tr"), None)
    return above is line


def _text(element: Any) -> str:
    said = []
    for one in element.iter():
        match tag(one):
            case "t" | "delText":
                said.append(one.text or "")
            case "tab":
                said.append(" ")
            case "br" | "cr" | "p" if said:
                said.append("\n")
    return "".join(said).strip()
