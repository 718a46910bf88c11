"""Tables: those that place pictures side by side become pictures, all others plain HTML."""

import re
from collections.abc import Callable
from copy import deepcopy

from ..xml_names import Element
from .captions import LONGEST_CAPTION
from .inline import text_of, wrapped_in
from .piece import UNKNOWN, Line, PictureHere, Piece, TableHere

# Reads a paragraph of a cell, and takes its marks out of it.
CellReader = Callable[[Element], list[Line | PictureHere]]
_SPANS = ("colspan", "rowspan")
# A letterhead or a signature has one row, or two.
_ROWS_OF_FACTS = 3
_FEWEST_COLUMNS = 2
# In letters.
_LONGEST_NAME = 40


def layout_pieces(table: Element, read: CellReader) -> list[Piece]:
    """The pictures of a table that only places them, with the words below each as its caption.

    Empty where the table holds more than pictures and short words.
    """
    if next(table.iter("img"), None) is None:
        return []
    rows = [[_pieces_in(cell, read) for cell in row] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    pictures = [one for cell in cells for one in cell if isinstance(one, PictureHere)]
    words = [one for cell in cells for one in cell if isinstance(one, Line) and one.text]
    is_long = any(len(one.text) > LONGEST_CAPTION for one in words)
    if is_long and max(map(len, rows)) <= _FEWEST_COLUMNS:
        # Pictures beside the text that tells of them.
        return [one for cell in cells for one in cell]
    if not pictures or is_long:
        return []
    # A row of a table with facts has more words than pictures.
    if len(words) > len(pictures) + 1:
        return []
    return [*_in_order(rows)]


def _in_order(rows: list[list[list[Piece]]]) -> list[Piece]:
    found: list[Piece] = []
    for n, row in enumerate(rows):
        has_pictures = any(isinstance(one, PictureHere) for cell in row for one in cell)
        below = rows[n + 1] if n + 1 < len(rows) else []
        is_captions = has_pictures and bool(below) and not _has_pictures(below)
        for column, cell in enumerate(row):
            if not has_pictures and n and _has_pictures(rows[n - 1]):
                # These words went with the pictures above them.
                continue
            found += cell
            if is_captions and len(below) == len(row):
                found += below[column]
        if is_captions and len(below) != len(row):
            found += [one for cell in below for one in cell]
    return found


def _has_pictures(row: list[list[Piece]]) -> bool:
    return any(isinstance(one, PictureHere) for cell in row for one in cell)


def _pieces_in(cell: Element, read: CellReader) -> list[Piece]:
    return [piece for paragraph in cell.iter("p") for piece in read(deepcopy(paragraph))]


def table_piece(table: Element, read: CellReader) -> TableHere:
    """A table in plain HTML: a cell's lines apart by breaks, its first row a head if it is bold."""
    rows, texts, known = [], list[str](), None
    has_head = next(table.iter("th"), None) is not None
    count, heads = sum(1 for _ in table.iter("tr")), 0
    for n, row in enumerate(table.iter("tr")):
        cells = [(cell, _pieces_in(cell, read)) for cell in row if cell.tag in ("td", "th")]
        lines = [one for _, pieces in cells for one in pieces if isinstance(one, Line)]
        known = known or next((line.known for line in lines), None)
        if n == 0 and not has_head and _is_head(cells, count):
            # A name that goes down over two rows makes both of them the head.
            heads = max(int(cell.get("rowspan", "1")) for cell, _ in cells)
        is_head = n < heads or any(cell.tag == "th" for cell, _ in cells)
        rows.append((is_head, "".join(_cell(cell, pieces, is_head) for cell, pieces in cells)))
        texts.append("\t".join(" ".join(_plain(pieces).split("\n")) for _, pieces in cells).strip())
    return TableHere(
        html=f"<table>{_written(rows)}</table>",
        text="\n".join(filter(None, texts)),
        known=known or UNKNOWN,
    )


def _is_head(cells: list[tuple[Element, list[Piece]]], rows: int) -> bool:
    """True for a first row all in bold, or that names its columns: a few words over each."""
    lines = [one for _, pieces in cells for one in pieces if isinstance(one, Line)]
    if len(cells) < 2 or rows < 2 or not any(line.text for line in lines):
        return False
    if all(line.known.bold for line in lines if line.text):
        return True
    texts = [_plain(pieces) for _, pieces in cells]
    # The corner above a column of names may be empty.
    named = all(texts[1:]) and (bool(texts[0]) or len(texts) > _FEWEST_COLUMNS)
    return (rows >= _ROWS_OF_FACTS and named) and all(
        len(text) <= _LONGEST_NAME and not any(map(str.isdigit, text)) for text in texts
    )


def _written(rows: list[tuple[bool, str]]) -> str:
    heads = 0
    while heads < len(rows) and rows[heads][0]:
        heads += 1
    head = "".join(f"<tr>{row}</tr>" for _, row in rows[:heads])
    body = "".join(f"<tr>{row}</tr>" for _, row in rows[heads:])
    return (f"<thead>{head}</thead>" if head else "") + (f"<tbody>{body}</tbody>" if body else "")


def _cell(cell: Element, pieces: list[Piece], is_head: bool) -> str:
    spans = "".join(f' {name}="{cell.get(name)}"' for name in _SPANS if cell.get(name))
    name = "th" if is_head else "td"
    return f"<{name}{spans}>{'<br>'.join(_shown(one, is_head) for one in pieces)}</{name}>"


def _shown(piece: Piece, is_head: bool) -> str:
    match piece:
        case Line():
            inner = piece.inner
            if is_head and wrapped_in(inner, "strong"):
                inner = re.sub(r"^<strong>|</strong>$", "", inner)
            return _numbered(piece, inner)
        case PictureHere():
            return f'<img src="{piece.name}" alt="{_attribute(piece.description)}">'
    return ""


def _numbered(line: Line, inner: str) -> str:
    """A number that Word counts in a column of numbers is all that stands in its cell."""
    counted = line.known.counted
    if counted is None:
        return inner
    return f"{counted.label or '•'} {inner}" if inner else counted.label.strip(".)")


def _attribute(words: str) -> str:
    import html

    return html.escape(words)


def _plain(pieces: list[Piece]) -> str:
    return " ".join(text_of(_shown(one, False)) for one in pieces if isinstance(one, Line))
