"""Words in old fonts, in Unicode: by the font of each run, else by what they spell."""

from collections.abc import Sequence
from itertools import groupby

from ....domain.text.encodings.likeness import by_likeness
from ....domain.text.encodings.old_fonts import old_font, runs_by_font
from ..left import Left, LeftThing
from .runs import RunPiece


def in_unicode(paragraphs: Sequence[list[RunPiece]], left: Left) -> list[list[RunPiece]]:
    """The pieces of all paragraphs of a document in Unicode; tells what was found."""
    by_font = [_by_font(pieces, left) for pieces in paragraphs]
    return _by_likeness([_of_one_look(pieces) for pieces in by_font], left)


def _by_font(pieces: list[RunPiece], left: Left) -> list[RunPiece]:
    fonts = [old_font(piece.look.font) for piece in pieces]
    if not any(fonts):
        return pieces
    texts = runs_by_font([(piece.text, piece.look.font) for piece in pieces])
    for piece, font, text in zip(pieces, fonts, texts, strict=True):
        if font and text != piece.text:
            left.add(LeftThing.OLD_FONT, font.encoding.name)
    return [piece._replace(text=text) for piece, text in zip(pieces, texts, strict=True)]


def _of_one_look(pieces: list[RunPiece]) -> list[RunPiece]:
    """Neighbours that look alike joined: a letter of two signs may lie in both."""
    joined: list[RunPiece] = []
    for is_element, group in groupby(pieces, key=lambda piece: piece.element is not None):
        if is_element:
            joined += group
            continue
        for (look, link), alike in groupby(group, key=lambda piece: (piece.look, piece.link)):
            text = "".join(piece.text for piece in alike)
            joined.append(RunPiece(look, text, None, link))
    return joined


def _by_likeness(paragraphs: list[list[RunPiece]], left: Left) -> list[list[RunPiece]]:
    lines = [piece.text.replace("\n", " ") for pieces in paragraphs for piece in pieces]
    read = by_likeness("\n".join(lines))
    made = read.text.split("\n")
    if len(made) != len(lines):
        return paragraphs
    if read.encoding:
        left.add(LeftThing.OLD_FONT if read.sure else LeftThing.UNSURE_LETTERS, read.encoding)
    texts = iter(made)
    return [[piece._replace(text=next(texts)) for piece in pieces] for pieces in paragraphs]
