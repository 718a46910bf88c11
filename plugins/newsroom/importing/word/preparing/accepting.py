"""Tracked changes, as if somebody had accepted all of them; comments taken out."""

from ..left import Left, LeftThing
from ..xml_names import Element, W, child, enclosing, found, local, remove, unwrap

_GONE = tuple(f"{W}{name}" for name in ("del", "moveFrom"))
_STAYS = tuple(f"{W}{name}" for name in ("ins", "moveTo"))
# How something looked before; and where a move or a comment begins and ends.
_PAST = tuple(
    f"{W}{name}"
    for name in (
        *("rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"),
        *("sectPrChange", "tblGridChange", "numberingChange", "delText", "delInstrText"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd"),
        *("customXmlDelRangeStart", "customXmlDelRangeEnd"),
        *("commentRangeStart", "commentRangeEnd", "annotationRef"),
    )
)
_PROPERTIES = frozenset(("rPr", "trPr", "tcPr", "numPr", "tblPr", "ctrlPr"))


def accept_changes(root: Element) -> None:
    """Take out what was deleted or moved away, keep what came."""
    for past in found(root, *_PAST):
        remove(past)
    for row in found(root, f"{W}tr"):
        if _is_marked(row, "trPr", ("del", "moveFrom")):
            remove(row)
    for cell in found(root, f"{W}tc"):
        if _is_marked(cell, "tcPr", ("cellDel",)):
            remove(cell)
    for table in found(root, f"{W}tbl"):
        if table.find(f"{W}tr") is None and table.find(f".//{W}tr") is None:
            remove(table)
    _join_paragraphs(root)
    for change in found(root, *_GONE):
        # In properties it marks a row or a paragraph, which are done.
        if local(change.getparent()) not in _PROPERTIES:
            remove(change)
    for change in found(root, *_STAYS):
        if local(change.getparent()) not in _PROPERTIES:
            unwrap(change)


def take_out_comments(root: Element, left: Left) -> None:
    """Count the comments, and take out what points to them."""
    for reference in found(root, f"{W}commentReference"):
        left.add(LeftThing.COMMENT)
        remove(reference)


def _is_marked(element: Element, properties: str, marks: tuple[str, ...]) -> bool:
    inside = child(element, properties)
    return inside is not None and any(child(inside, mark) is not None for mark in marks)


def _join_paragraphs(root: Element) -> None:
    """A paragraph whose end was deleted goes on in the next (ECMA-376, 17.13.5.15)."""
    for paragraph in found(root, f"{W}p"):
        end = child(paragraph, "pPr", "rPr")
        if end is None or not any(end.find(name) is not None for name in _GONE):
            continue
        following = paragraph.getnext()
        while following is not None and local(following) in ("bookmarkStart", "bookmarkEnd"):
            following = following.getnext()
        words = [one for one in paragraph if local(one) != "pPr"]
        if following is not None and local(following) == "p":
            at = 1 if child(following, "pPr") is not None else 0
            following[at:at] = words
            remove(paragraph)
        elif _is_needless(paragraph):
            remove(paragraph)


def _is_needless(paragraph: Element) -> bool:
    """True for a paragraph without words that its cell does not need."""
    has_words = any(
        enclosing(text, "del") is None and enclosing(text, "moveFrom") is None
        for text in paragraph.iter(f"{W}t", f"{W}drawing", f"{W}pict", f"{W}object")
    )
    return not has_words and local(paragraph.getparent()) == "body"
