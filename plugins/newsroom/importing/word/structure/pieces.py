"""The pieces of a document in their order, out of the HTML that mammoth makes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..pictures import WordPictures
from ..preparing.plain_document import KnownParagraph
from ..xml_names import Element
from .inline import columns_of, paragraphs_of, text_of, trimmed
from .piece import UNKNOWN, Line, NotesHere, PictureHere, Piece
from .tables import layout_pieces, table_piece

_NOTE = re.compile(
    r'<sup><a href="#(?:foot|end)note-[^"]*" id="(?:foot|end)note-ref-[^"]*">\[(\d+)\]</a></sup>'
)


class PieceReader:
    """Reads the HTML of mammoth, piece by piece."""

    def __init__(self, known: Sequence[KnownParagraph], pictures: WordPictures) -> None:
        self._known, self._pictures = known, pictures

    def pieces(self, html: str) -> Iterator[Piece]:
        """The pieces of a whole document."""
        from lxml.html import fragment_fromstring

        root = fragment_fromstring(html, create_parent="div")
        for element in root:
            match element.tag:
                case "p":
                    yield from self.of_paragraph(element)
                case "table":
                    yield from self._of_table(element)
                case "ol":
                    yield NotesHere(notes=tuple(self._note(note) for note in element))

    def of_paragraph(
        self, paragraph: Element, *, keeps_number: bool = False
    ) -> Iterator[Line | PictureHere]:
        """The words of a paragraph, and its pictures above or below them.

        With `keeps_number` also a paragraph that holds nothing but the number Word gave it.
        """
        known = self._known_of(paragraph)
        above: list[PictureHere] = []
        below: list[PictureHere] = []
        for image in list(paragraph.iter("img")):
            place = below if _has_words_before(image, paragraph) else above
            number = int(image.get("src", "0"))
            if name := self._pictures.names.get(number):
                description = self._pictures.descriptions.get(number, "")
                place.append(PictureHere(name=name, description=description, known=known))
            image.drop_tree()
        yield from above
        parts = [*paragraphs_of(_inner(paragraph))]
        columns = columns_of(_untrimmed(paragraph)) if len(parts) == 1 else ""
        if not parts and keeps_number and known.counted:
            parts = [""]
        for part in parts:
            yield Line(inner=part, text=text_of(part), known=known, columns=columns)
            # A number is of the first line alone.
            known = replace(known, counted=None)
        yield from below

    def _known_of(self, paragraph: Element) -> KnownParagraph:
        mark = next(paragraph.iter("a"), None)
        if mark is None or not re.fullmatch(r"p\d+", mark.get("id", "")):
            return UNKNOWN
        known = self._known[int(mark.get("id")[1:])]
        mark.drop_tree()
        return known

    def _of_table(self, table: Element) -> Iterator[Piece]:
        placed = layout_pieces(table, self._in_cell)
        if not placed:
            piece = table_piece(table, self._in_cell)
            placed = [piece] if piece.text or "<img" in piece.html else []
        yield from placed

    def _in_cell(self, paragraph: Element) -> list[Line | PictureHere]:
        return [*self.of_paragraph(paragraph, keeps_number=True)]

    def _note(self, note: Element) -> str:
        """The words of a note, without the way back that mammoth adds."""
        lines = []
        for paragraph in note.iter("p"):
            for link in list(paragraph.iter("a")):
                if re.match(r"#(foot|end)note-ref-", link.get("href", "")):
                    link.drop_tree()
            lines += [one.inner for one in self.of_paragraph(paragraph) if isinstance(one, Line)]
        return "<br>".join(line for line in lines if line)


def _inner(element: Element) -> str:
    return trimmed(_untrimmed(element))


def _untrimmed(element: Element) -> str:
    """The HTML within an element, its references to notes as the text rules write them."""
    from lxml.html import tostring

    html = tostring(element, encoding="unicode", with_tail=False)
    inner = html[html.index(">") + 1 : html.rindex("<")] if "</" in html else ""
    return _NOTE.sub(_as_written, inner)


def _as_written(found: re.Match[str]) -> str:
    count = found[1]
    return f'<sup id="fnref:{count}"><a class="footnote-ref" href="#fn:{count}">{count}</a></sup>'


def _has_words_before(image: Element, paragraph: Element) -> bool:
    for element in paragraph.iter():
        if element is image:
            return False
        if (element.text or "").strip():
            return True
        is_closed = element is not paragraph and element not in image.iterancestors()
        if is_closed and (element.tail or "").strip():
            return True
    return False
