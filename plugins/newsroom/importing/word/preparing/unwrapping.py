"""Wrappers around words opened: content controls, smart tags, alternatives for older offices."""

from ..left import Left, LeftThing
from ..xml_names import MC, A, Element, V, W, child, found, local, remove, unwrap, value

_WRAPPERS = tuple(
    f"{W}{name}" for name in ("smartTag", "customXml", "bdo", "dir", "sdtContent", "subDoc")
)
_TEXT = f"{W}txbxContent"
_CONTENTS = frozenset(("Table of Contents", "Table of Figures", "Bibliographies"))
_CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"


def choose_alternatives(root: Element) -> None:
    """Of each thing that is told twice keep one: the newer, unless it holds nothing of use."""
    for twice in found(root, f"{MC}AlternateContent"):
        newer, older = twice.find(f"{MC}Choice"), twice.find(f"{MC}Fallback")
        kept = next((one for one in (newer, older) if one is not None and _is_of_use(one)), None)
        for one in (newer, older):
            if one is not None and one is not kept:
                remove(one)
        for one in list(twice):
            if one is kept:
                unwrap(one)
            else:
                remove(one)
        unwrap(twice)


def _is_of_use(alternative: Element) -> bool:
    for element in alternative.iter():
        name = local(element)
        if element.tag in (_TEXT, f"{A}blip", f"{W}t", f"{V}imagedata", f"{V}textpath"):
            return True
        if name in ("chart", "relIds"):
            return True
    return False


def unwrap_controls(root: Element, left: Left) -> None:
    """Open what stands around words and says nothing to readers."""
    for control in found(root, f"{W}sdt"):
        if control.getparent() is None:
            continue
        gallery = value(child(control, "sdtPr"), "docPartObj", "docPartGallery")
        if gallery in _CONTENTS:
            left.add(LeftThing.TABLE_OF_CONTENTS)
            remove(control)
            continue
        # A prompt of Word's: "Click or tap here to enter text."
        if child(control, "sdtPr", "showingPlcHdr") is not None and not _is_checkbox(control):
            for text in found(control, f"{W}t"):
                remove(text)
        for inside in list(control):
            if local(inside) != "sdtContent":
                control.remove(inside)
        unwrap(control)
    for wrapper in found(root, *_WRAPPERS):
        for properties in list(wrapper):
            if local(properties) in ("smartTagPr", "customXmlPr"):
                wrapper.remove(properties)
        unwrap(wrapper)
    for above in found(root, f"{W}ruby"):
        base = child(above, "rubyBase")
        run = above.getparent()
        if base is not None and local(run) == "r":
            inner = [piece for one in base for piece in one if local(piece) != "rPr"]
            at = run.index(above)
            run[at:at] = inner
        remove(above)
    for chunk in found(root, f"{W}altChunk"):
        left.add(LeftThing.CHUNK)
        remove(chunk)


def _is_checkbox(control: Element) -> bool:
    return control.find(f"{W}sdtPr/{_CHECKED}") is not None


def take_out_marks(root: Element) -> None:
    """Marks that stand between words and mean nothing here."""
    names = ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd")
    for mark in found(root, *(f"{W}{name}" for name in (*names, "lastRenderedPageBreak"))):
        remove(mark)
