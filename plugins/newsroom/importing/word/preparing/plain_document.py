"""The plain document: what mammoth is given, and what is known of each of its paragraphs."""

from dataclasses import dataclass, field

from ...block import Alignment
from ..left import Left, LeftThing
from ..looks.numbering import Counted, Numbering
from ..looks.old_letters import in_unicode
from ..looks.runs import ParagraphLook, run_pieces, set_plain
from ..looks.style_sheet import StyleRole, StyleSheet, heading_of
from ..package import WordPackage
from ..xml_names import Element, W, found, local, number, remove, value
from .accepting import accept_changes, take_out_comments
from .fields import resolve_fields, resolve_links
from .first_letters import join_first_letters
from .graphics import PlacedPicture, place_pictures, put_equations_as_words
from .tables import even_tables
from .text_boxes import lift_text_boxes
from .unwrapping import choose_alternatives, take_out_marks, unwrap_controls

NOTES = ("footnotes", "endnotes")
_P = f"{W}p"
_ALIGNMENTS = {
    **dict.fromkeys(("center", "centerGroup"), Alignment.CENTRE),
    **dict.fromkeys(("right", "end"), Alignment.RIGHT),
}


@dataclass(frozen=True, kw_only=True)
class KnownParagraph:
    """A paragraph as its document sets it, known by its number.

    `indent` is how far its first line is set in, in twentieths of a point.
    """

    style: str
    role: StyleRole
    level: int
    alignment: Alignment
    bold: bool
    italic: bool
    capitals: bool
    counted: Counted | None
    in_text_box: bool
    indent: int


@dataclass
class PlainDocument:
    """A document and its notes as trees of plain elements, with all that was taken out of them."""

    body: Element
    notes: dict[str, Element] = field(default_factory=dict)
    paragraphs: list[KnownParagraph] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    left: Left = field(default_factory=Left)


def plain_document(package: WordPackage) -> PlainDocument:
    """Makes a file's text plain. Raises UnreadableWord."""
    styles = StyleSheet(package.tree(package.place("styles")), package.tree(package.place("theme")))
    numbering = Numbering(package.tree(package.place("numbering")), styles)
    plain = PlainDocument(body=package.body())
    for kind in NOTES:
        root = package.tree(package.place(kind))
        if root is not None:
            plain.notes[kind] = root
    for kind, root in (("document", plain.body), *plain.notes.items()):
        part = package.main if kind == "document" else package.place(kind)
        relations = package.relations.get(part, {})
        choose_alternatives(root)
        take_out_marks(root)
        take_out_comments(root, plain.left)
        accept_changes(root)
        unwrap_controls(root, plain.left)
        resolve_fields(root, plain.left)
        plain.links[kind] = resolve_links(root, relations, plain.left)
        put_equations_as_words(root, plain.left)
        lift_text_boxes(root, plain.left)
        place_pictures(root, relations, plain.pictures, plain.left)
        join_first_letters(root)
        even_tables(root)
    _learn_all(plain, styles, numbering)
    _keep_known_notes(plain)
    _count_headers(package, plain.left)
    return plain


def _learn_all(plain: PlainDocument, styles: StyleSheet, numbering: Numbering) -> None:
    """Write every paragraph anew, its words in Unicode."""
    paragraphs = [one for root in (plain.body, *plain.notes.values()) for one in found(root, _P)]
    ids = [value(one, "pPr", "pStyle") or styles.usual for one in paragraphs]
    for paragraph, id in zip(paragraphs, ids, strict=True):
        if styles.role(id)[0] is StyleRole.CONTENTS:
            plain.left.counts[LeftThing.TABLE_OF_CONTENTS] |= 1
            _empty(paragraph)
    pieces = [
        [*run_pieces(paragraph, id, styles, plain.left)]
        for paragraph, id in zip(paragraphs, ids, strict=True)
    ]
    for paragraph, id, some in zip(
        paragraphs, ids, in_unicode(pieces, plain.left), strict=True
    ):  # fmt: skip
        counted = numbering.counted(paragraph, id)
        look = set_plain(paragraph, some)
        _learn(paragraph, id, plain, styles, counted, look)


def _learn(
    paragraph: Element, id: str, plain: PlainDocument, styles: StyleSheet,
    counted: Counted | None, look: ParagraphLook,
) -> None:  # fmt: skip
    """Note the looks of a paragraph under its number, which it gets as a bookmark."""
    role, level = _role(paragraph, id, styles)
    side = value(paragraph, "pPr", "jc") or styles.paragraph_value(id, "jc") or ""
    plain.paragraphs.append(
        KnownParagraph(
            style=styles.name(id),
            role=role,
            level=level,
            alignment=_ALIGNMENTS.get(side, Alignment.LEFT),
            bold=look.bold,
            italic=look.italic,
            capitals=look.capitals,
            counted=counted,
            in_text_box=paragraph.get("box") is not None,
            indent=_indent(paragraph, id, styles),
        )
    )
    for one in list(paragraph):
        if local(one) == "pPr":
            paragraph.remove(one)
    paragraph.attrib.clear()
    if role is not StyleRole.BODY and (look.bold or look.italic):
        _take_off_emphasis(paragraph, look.bold, look.italic)
    name = {f"{W}name": f"p{len(plain.paragraphs) - 1}"}
    paragraph.insert(0, paragraph.makeelement(f"{W}bookmarkStart", name))


def _role(paragraph: Element, style: str, styles: StyleSheet) -> tuple[StyleRole, int]:
    role, level = styles.role(style)
    outline = number(value(paragraph, "pPr", "outlineLvl"))
    if role is StyleRole.BODY and outline is not None:
        return heading_of(outline)
    return role, level


def _empty(paragraph: Element) -> None:
    for one in list(paragraph):
        if local(one) != "pPr":
            paragraph.remove(one)


def _take_off_emphasis(paragraph: Element, bold: bool, italic: bool) -> None:
    """A heading is bold as it is; a caption needs no slant."""
    for name in [f"{W}b"] * bold + [f"{W}i"] * italic:
        for mark in found(paragraph, name):
            remove(mark)


def _indent(paragraph: Element, style: str, styles: StyleSheet) -> int:
    places = []
    for names in (("left", "start"), ("firstLine",), ("hanging",)):
        given = (
            value(paragraph, "pPr", "ind", of=name) or styles.paragraph_value(style, "ind", of=name)
            for name in names
        )
        places.append(number(next(filter(None, given), "0")) or 0)
    return places[0] + places[1] - places[2]


def _keep_known_notes(plain: PlainDocument) -> None:
    """Take out notes without words or id, and what points to a note that the file has not."""
    for kind in NOTES:
        name = kind.removesuffix("s")
        known = set[str]()
        for note in found(plain.notes[kind], f"{W}{name}") if kind in plain.notes else ():
            id = note.get(f"{W}id")
            has_words = any((text.text or "").strip() for text in note.iter(f"{W}t"))
            if id is None or id in known or not has_words:
                remove(note)
            else:
                known.add(id)
        for place in (plain.body, *plain.notes.values()):
            for reference in found(place, f"{W}{name}Reference"):
                if reference.get(f"{W}id") not in known or place is not plain.body:
                    remove(reference)


def _count_headers(package: WordPackage, left: Left) -> None:
    """The words at the head and foot of pages; numbers of pages are no words."""
    for part in (*package.places("header"), *package.places("footer")):
        root = package.tree(part)
        words = " ".join(
            "".join(text.text or "" for text in one.iter(f"{W}t"))
            for one in (() if root is None else root.iter(f"{W}p"))
        )
        words = " ".join(words.split())
        if sum(map(str.isalpha, words)) > len("trang"):
            left.add(LeftThing.HEADER, words if len(words) <= 60 else words[:59] + "…")
