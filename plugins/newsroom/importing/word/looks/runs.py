"""The words of a paragraph in plain runs: how they look worked out, old fonts read, signs told."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ....domain.text.encodings.old_fonts import old_font
from ....domain.text.vietnamese import clean
from ..left import Left, LeftThing
from ..xml_names import Element, W, local
from .run_look import RunLook, look_of
from .signs import in_sign_font, sign_of
from .style_sheet import StyleSheet


class RunPiece(NamedTuple):
    """A stretch of a paragraph: words, or an element that is no word (a break, a picture, a note).

    `link` is the hyperlink that it stands in.
    """

    look: RunLook
    text: str
    element: Element | None
    link: Element | None


class ParagraphLook(NamedTuple):
    """The looks that every letter of a paragraph has."""

    bold: bool
    italic: bool
    capitals: bool


def set_plain(paragraph: Element, pieces: list[RunPiece]) -> ParagraphLook:
    """Write the runs of a paragraph anew, as few as there are looks; tells how all of it looks."""
    look = _look_of_all(pieces)
    pieces = _joined(_evened(_as_seen(pieces, look)))
    for one in list(paragraph):
        if local(one) != "pPr":
            paragraph.remove(one)
    _write(paragraph, pieces)
    return look


def run_pieces(
    paragraph: Element, style: str, styles: StyleSheet, left: Left
) -> Iterator[RunPiece]:
    """The pieces of a paragraph in order, without what is hidden."""
    is_hidden_told = False
    for run in paragraph.iter(f"{W}r"):
        # Of a paragraph in a cell in a paragraph there is none; a run in a run has its own words.
        look = look_of(run, style, styles)
        link = next(run.iterancestors(f"{W}hyperlink"), None)
        if look.hidden:
            if not is_hidden_told and any((t.text or "").strip() for t in run.iter(f"{W}t")):
                left.add(LeftThing.HIDDEN)
                is_hidden_told = True
            continue
        is_marked_by_hand = any(
            one.get(f"{W}customMarkFollows") in ("1", "true") for one in run if one is not None
        )
        for one in run:
            match local(one):
                case "t" if not is_marked_by_hand:
                    yield RunPiece(look, in_sign_font(one.text or "", look.font), None, link)
                case "tab" | "ptab":
                    yield RunPiece(look, "\t", None, link)
                case "noBreakHyphen":
                    yield RunPiece(look, "-", None, link)
                case "cr" | "br":
                    # Behind the end of a page or a column begins a paragraph: two breaks.
                    ends_page = one.get(f"{W}type") in ("page", "column")
                    for _ in range(2 if ends_page else 1):
                        yield RunPiece(look, "", run.makeelement(f"{W}br", {}), link)
                case "softHyphen":
                    # In an old font it is a letter; elsewhere it is taken out with the invisible.
                    yield RunPiece(look, "\u00ad", None, link)
                case "sym":
                    font, code = one.get(f"{W}font", ""), one.get(f"{W}char", "")
                    if (sign := sign_of(font, code)) is None:
                        left.add(LeftThing.SYMBOL, f"{font} {code}")
                    own = font if old_font(font) else ""
                    yield RunPiece(replace(look, font=own), sign or "", None, link)
                case "drawing" | "footnoteReference" | "endnoteReference":
                    yield RunPiece(RunLook(), "", one, link)


def _look_of_all(pieces: list[RunPiece]) -> ParagraphLook:
    worded = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    lettered = [piece for piece in worded if any(map(str.isalpha, piece.text))]
    return ParagraphLook(
        bold=bool(worded) and all(piece.look.bold for piece in worded),
        italic=bool(worded) and all(piece.look.italic for piece in worded),
        capitals=bool(lettered)
        and all(piece.look.capitals or piece.text == piece.text.upper() for piece in lettered),
    )


def _as_seen(pieces: list[RunPiece], of_all: ParagraphLook) -> list[RunPiece]:
    """Words that a switch shows in capitals, in capitals.

    A line that is all so keeps what was typed, where that tells which letters are large.
    """
    typed = "".join(piece.text for piece in pieces)
    if of_all.capitals and typed != typed.lower():
        return pieces
    return [
        piece._replace(text=piece.text.upper()) if piece.look.capitals else piece
        for piece in pieces
    ]


def _plain_look(look: RunLook) -> RunLook:
    """The part of a look that becomes Markdown."""
    return RunLook(bold=look.bold, italic=look.italic, struck=look.struck, raised=look.raised)


def _evened(pieces: list[RunPiece]) -> list[RunPiece]:
    """Blanks between two words of one look have it too, and signs at an edge none of their own."""
    plain = [piece._replace(look=_plain_look(piece.look)) for piece in pieces if _is_there(piece)]
    for n, piece in enumerate(plain):
        if piece.element is None and not piece.text.strip():
            before = plain[n - 1].look if n else RunLook()
            after = plain[n + 1].look if n + 1 < len(plain) else RunLook()
            plain[n] = piece._replace(look=before if before == after else RunLook())
    return plain


def _is_there(piece: RunPiece) -> bool:
    return bool(piece.text) or piece.element is not None


def _joined(pieces: list[RunPiece]) -> list[RunPiece]:
    joined: list[RunPiece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            last
            and last.element is None is piece.element
            and last.look == piece.look
            and last.link is piece.link
        ):
            joined[-1] = last._replace(text=last.text + piece.text)
        else:
            joined.append(piece)
    return joined


def _write(paragraph: Element, pieces: list[RunPiece]) -> None:
    open_link: Element | None = None
    copied: Element = None
    for piece in pieces:
        place = paragraph
        if piece.link is not None:
            if piece.link is not open_link:
                copied = paragraph.makeelement(f"{W}hyperlink", dict(piece.link.attrib))
                paragraph.append(copied)
            place = copied
        open_link = piece.link
        place.append(_run(paragraph, piece))


def _run(paragraph: Element, piece: RunPiece) -> Element:
    run = paragraph.makeelement(f"{W}r", {})
    properties = run.makeelement(f"{W}rPr", {})
    look = piece.look
    for name, is_on in (("b", look.bold), ("i", look.italic), ("strike", look.struck)):
        if is_on:
            properties.append(properties.makeelement(f"{W}{name}", {}))
    if look.raised:
        properties.append(properties.makeelement(f"{W}vertAlign", {f"{W}val": look.raised}))
    run.append(properties)
    if piece.element is not None:
        run.append(piece.element)
    else:
        text = run.makeelement(f"{W}t", {})
        text.text = clean(piece.text)
        run.append(text)
    return run
