"""Tables made regular: every cell written, frames around text opened, no table in another."""

from ..xml_names import Element, W, child, found, local, number, remove, value

# What a frame or a page layout has at the most; a table with facts has more cells with words.
_FEW_CELLS = 2
# Word has 63.
MOST_COLUMNS = 63


def even_tables(root: Element) -> None:
    """Open the tables that only frame or place things, and write the cells of all others out."""
    for table in reversed([*root.iter(f"{W}tbl")]):
        inner = [one for one in table.iter(f"{W}tbl") if one is not table]
        filled = [cell for cell in _cells(table) if _has_content(cell)]
        is_frame = len(_cells(table)) == 1
        if is_frame or (inner and len(filled) <= _FEW_CELLS):
            _open(table, filled)
        elif inner:
            for one in inner:
                _write_as_lines(one)
    for span in root.iter(f"{W}gridSpan"):
        span.set(f"{W}val", str(max(1, min(number(span.get(f"{W}val")) or 1, MOST_COLUMNS))))
    for row in found(root, f"{W}tr"):
        _write_skipped_cells(row)
        _join_old_merges(row)


def _cells(table: Element) -> list[Element]:
    return [
        cell
        for row in table
        if local(row) == "tr"
        for cell in row
        if local(cell) == "tc"
    ]  # fmt: skip


def _has_content(cell: Element) -> bool:
    if next(cell.iter(f"{W}drawing"), None) is not None:
        return True
    return any((text.text or "").strip() for text in cell.iter(f"{W}t"))


def _open(table: Element, cells: list[Element]) -> None:
    parent, at = table.getparent(), table.getparent().index(table)
    inside = [one for cell in cells for one in cell if local(one) in ("p", "tbl")]
    parent[at : at + 1] = inside


def _write_as_lines(table: Element) -> None:
    """A table within a cell: a paragraph for each of its rows."""
    lines = []
    for row in table.iter(f"{W}tr"):
        line = table.makeelement(f"{W}p", {})
        for cell in (one for one in row if local(one) == "tc" and _has_content(one)):
            if len(line):
                line.append(_words(line, "; "))
            for paragraph in cell.iter(f"{W}p"):
                if len(line) and (text := "".join(line.itertext())) and not text.endswith(" "):
                    line.append(_words(line, " "))
                line.extend(one for one in list(paragraph) if local(one) != "pPr")
        if len(line):
            lines.append(line)
    parent, at = table.getparent(), table.getparent().index(table)
    parent[at : at + 1] = lines


def _words(paragraph: Element, words: str) -> Element:
    run = paragraph.makeelement(f"{W}r", {})
    text = run.makeelement(f"{W}t", {})
    text.text = words
    run.append(text)
    return run


def _write_skipped_cells(row: Element) -> None:
    """The columns that a row leaves empty before its first cell and after its last."""
    for name, at_start in (("gridBefore", True), ("gridAfter", False)):
        skipped = min(number(value(row, "trPr", name)) or 0, MOST_COLUMNS)
        cells = [one for one in row if local(one) == "tc"]
        if not skipped or not cells:
            continue
        for _ in range(skipped):
            empty = row.makeelement(f"{W}tc", {})
            empty.append(empty.makeelement(f"{W}p", {}))
            (cells[0].addprevious if at_start else cells[-1].addnext)(empty)


def _join_old_merges(row: Element) -> None:
    """Cells that were joined sideways in the way of Word 97 (`w:hMerge`)."""
    first: Element | None = None
    for cell in [one for one in row if local(one) == "tc"]:
        merged = child(cell, "tcPr", "hMerge")
        if merged is None:
            first = None
        elif merged.get(f"{W}val") == "restart" or first is None:
            first = cell
        else:
            span = child(first, "tcPr", "gridSpan")
            if span is None:
                span = row.makeelement(f"{W}gridSpan", {f"{W}val": "1"})
                first.find(f"{W}tcPr").append(span)
            span.set(f"{W}val", str((number(span.get(f"{W}val")) or 1) + 1))
            remove(cell)
