"""Headings that were typed: a short line all in bold above words that are not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...block import Alignment
from ..looks.style_sheet import StyleRole
from .inline import without_start
from .piece import Line, PictureHere, Piece, TableHere

_LONGEST = 120
_NUMBERED = re.compile(
    r"(?P<roman>[IVX]{1,5})[.):]\s|(?P<figure>\d{1,2}(?:\.\d{1,2})*)[.):]?\s\s*\D"
    r"|(?P<capital>[A-ZĐ])[.)]\s|(?P<letter>[a-zđ])[.)]\s"
    r"|(?P<part>(?:Phần|Mục|Chương|Bài)\s+(?:\d{1,2}|[IVX]{1,5})\b)|(?P<star>\*{1,3})\s*[^\W\d_]"
)
_STAR = re.compile(r"\*{1,3}\s*")
_ENDS = re.compile(r"[.;,…]$")
_LABEL = re.compile(r"[^:]{1,30}:\s*\S")
_SIGN = re.compile(r"[-–—+•*●▪■]\s")
# In letters: a line as long as this is the text's own.
_SENTENCE = 60
_RANKS = {"part": 0, "capital": 0, "roman": 0, "figure": 1, "letter": 2, "star": 3}


def typed_headings(pieces: Sequence[Piece]) -> dict[int, int]:
    """The lines that are headings by their looks: their places, and their levels from 1."""
    lines = [one for one in pieces if isinstance(one, Line) and one.known.role is StyleRole.BODY]
    if sum(one.known.bold for one in lines) * 2 > len(lines) and len(lines) > 3:
        # A text that is all in bold says nothing by it.
        return {}
    places: list[int] = []
    has_begun = False
    for n, piece in enumerate(pieces):
        if not isinstance(piece, Line):
            continue
        if not piece.known.bold and _is_sentence(piece):
            has_begun = True
        elif _may_be_heading(piece, has_begun) and _has_text_below(pieces, n):
            places.append(n)
    return _levels(pieces, places)


def _is_sentence(line: Line) -> bool:
    is_long = len(line.text) >= _SENTENCE or bool(re.search(r"[.!?…:;]$", line.text))
    return line.known.role is StyleRole.BODY and is_long and not line.known.capitals


def label_of(line: Line) -> str:
    """The words of a line with the number that Word counts."""
    counted = line.known.counted
    return f"{counted.label} {line.text}" if counted and counted.label else line.text


def without_star(line: Line) -> Line:
    """The heading without the star that was typed before it: * Về học tập."""
    found = _STAR.match(line.text)
    if not found:
        return line
    inner = without_start(line.inner, found.end())
    return replace(line, inner=inner, text=line.text[found.end() :])


def _may_be_heading(line: Line, has_begun: bool) -> bool:
    known, text = line.known, label_of(line)
    if known.role is not StyleRole.BODY or not known.bold or known.in_text_box:
        return False
    if known.counted and known.counted.is_bullet:
        return False
    numbered = _NUMBERED.match(text)
    if known.alignment is Alignment.RIGHT or (known.alignment is Alignment.CENTRE and not numbered):
        return False
    if len(text) > _LONGEST or "\n" in text or _ENDS.search(text):
        return False
    if _SIGN.match(text) and not numbered:
        return False
    if numbered:
        return True
    return has_begun and not _LABEL.match(text) and not text.endswith(("?", "!", ":"))


def _has_text_below(pieces: Sequence[Piece], n: int) -> bool:
    for piece in pieces[n + 1 :]:
        match piece:
            case PictureHere():
                continue
            case TableHere():
                return True
            case Line():
                if piece.known.alignment is Alignment.RIGHT:
                    return False
                return not piece.known.bold or _is_below(piece, pieces[n])
            case _:
                return False
    return False


def _is_below(line: Line, above: Piece) -> bool:
    """True where a bold line is the heading of a part of what stands above it."""
    if not isinstance(above, Line):
        return False
    upper, lower = _rank(label_of(above)), _rank(label_of(line))
    return upper is not None and lower is not None and upper < lower


def _rank(text: str) -> float | None:
    found = _NUMBERED.match(text)
    if not found:
        return None
    kind = str(found.lastgroup)
    return _RANKS[kind] + (found["figure"].count(".") / 10 if kind == "figure" else 0)


def _levels(pieces: Sequence[Piece], places: Sequence[int]) -> dict[int, int]:
    ranks = {n: _rank(label_of(piece)) for n in places if isinstance(piece := pieces[n], Line)}
    used = sorted({rank for rank in ranks.values() if rank is not None})
    levels: dict[int, int] = {}
    above = 0
    for n, piece in enumerate(pieces):
        if isinstance(piece, Line) and piece.known.role is StyleRole.HEADING:
            above = piece.known.level
        elif n in ranks:
            rank = ranks[n]
            levels[n] = min(above + 1 + (used.index(rank) if rank is not None else 0), 6)
    return levels
