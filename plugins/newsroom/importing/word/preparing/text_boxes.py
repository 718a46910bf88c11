"""Text boxes of a document, put into its text where they are anchored."""

import re

from ..left import Left, LeftThing
from ..xml_names import WP, A, Element, V, W, local, number, remove
from .graphics import GRAPHIC_HOLDERS, short_words

_TEXT = f"{W}txbxContent"


def lift_text_boxes(root: Element, left: Left) -> None:
    """Put the paragraphs of each box behind (or above) the paragraph that it hangs on."""
    while (box := next(root.iter(_TEXT), None)) is not None:
        anchor = next(box.iterancestors(f"{W}p"), None)
        if anchor is None:
            remove(box)
            continue
        shape = next((one for one in box.iterancestors() if one.tag in GRAPHIC_HOLDERS), None)
        words = "".join(text.text or "" for text in box.iter(f"{W}t")).strip()
        # A frame around a picture holds its caption, which goes with it.
        if words and not _holds_picture(box):
            left.add(LeftThing.TEXT_BOX, short_words(words))
        lifted = [one for one in box if local(one) in ("p", "tbl")]
        for one in lifted:
            for paragraph in one.iter(f"{W}p"):
                paragraph.set("box", "1")
        parent, at = anchor.getparent(), anchor.getparent().index(anchor)
        at += 0 if shape is not None and _stands_above(shape, anchor) else 1
        # The next box of the same paragraph comes behind this one.
        while at < len(parent) and parent[at].get("of") == "box":
            at += 1
        for one in lifted:
            one.set("of", "box")
        parent[at:at] = lifted
        remove(box)
    for one in root.iter(f"{W}p", f"{W}tbl"):
        one.attrib.pop("of", None)


def _holds_picture(box: Element) -> bool:
    return next(box.iter(f"{A}blip", f"{V}imagedata"), None) is not None


def _stands_above(shape: Element, anchor: Element) -> bool:
    """True where a box stands higher on the page than the paragraph that it hangs on."""
    for place in shape.iter(f"{WP}positionV"):
        offset = number(place.findtext(f"{WP}posOffset"))
        if place.get("relativeFrom") in ("paragraph", "line"):
            return offset is not None and offset < 0
        return _is_first(anchor)
    for one in shape.iter(f"{V}shape", f"{V}rect", f"{V}roundrect"):
        style = one.get("style", "")
        above = re.search(r"margin-top:\s*-", style)
        return bool(above) or ("mso-position-vertical-relative:page" in style and _is_first(anchor))
    return False


def _is_first(paragraph: Element) -> bool:
    return not any(
        one.find(f".//{W}t") is not None for one in paragraph.itersiblings(preceding=True)
    )
