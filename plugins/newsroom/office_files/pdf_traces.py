"""The traces that programs write into a PDF besides what its pages show."""

import re
from collections.abc import Iterator
from typing import Any

from ..images.image_traces import traces_of_picture
from .package_traces import NOBODY
from .trace import Trace, TraceKind
from .words.passage import Allowance
from .words.pdf_words import opened_pdf

# Notes that readers stick on a page; what is drawn on it is no note (ISO 32000-2, 12.5.6).
NOTES = ("/Text", "/Popup", "/Caret", "/FileAttachment", "/Sound", "/Movie", "/RichMedia")
MARKS = ("/Highlight", "/Underline", "/StrikeOut", "/Squiggly")
_AUTHORS = re.compile(rb"<(?:dc:creator|pdf:Author|photoshop:AuthorsPosition)\b[^>]*>(.{0,2000}?)"
                      rb"</(?:dc:creator|pdf:Author|photoshop:AuthorsPosition)>", re.S)  # fmt: skip
_TAGS = re.compile(r"<[^<>]*>")
_MOST_OBJECTS = 200_000


def traces_of_pdf(content: bytes, allowance: Allowance) -> Iterator[Trace]:
    """Raises Unread."""
    with opened_pdf(content) as reader:
        root = reader.trailer["/Root"].get_object()
        info = reader.trailer.get("/Info")
        info = info.get_object() if info is not None else {}
        for key, kind in (
            ("/Author", TraceKind.AUTHOR),
            ("/Company", TraceKind.COMPANY),
            ("/Manager", TraceKind.AUTHOR),
            ("/SourceModified", TraceKind.PROPERTIES),
        ):
            if name := _words(info.get(key)):
                yield Trace(kind, (name,) if kind is not TraceKind.PROPERTIES else ())
        if (metadata := root.get("/Metadata")) is not None:
            for said in _AUTHORS.findall(metadata.get_object().get_data()[:1_000_000]):
                if name := _words(_TAGS.sub(" ", said.decode("utf-8", "replace"))):
                    yield Trace(TraceKind.AUTHOR, (name,))
        yield from _of_catalogue(root)
        yield from _of_pages(reader, allowance)
        yield from _of_objects(reader, allowance)


def _words(value: Any) -> str:
    words = " ".join(str(value or "").split())
    return "" if words.lower() in NOBODY else words


def _of_catalogue(root: Any) -> Iterator[Trace]:
    names = root.get("/Names")
    names = names.get_object() if names is not None else {}
    if "/EmbeddedFiles" in names and (count := _count(names["/EmbeddedFiles"].get_object())):
        yield Trace(TraceKind.ATTACHED, times=count)
    action = root.get("/OpenAction")
    action = action.get_object() if action is not None else None
    runs = isinstance(action, dict) and action.get("/S") in ("/JavaScript", "/Launch")
    if "/JavaScript" in names or "/AA" in root or runs:
        yield Trace(TraceKind.SCRIPT)
    layers = root.get("/OCProperties")
    layers = layers.get_object() if layers is not None else {}
    usual = layers.get("/D")
    if usual is not None and (off := usual.get_object().get("/OFF")):
        yield Trace(TraceKind.HIDDEN_LAYERS, times=len(off.get_object()))
    if is_signed(root):
        yield Trace(TraceKind.SIGNED)


def _count(tree: Any, depth: int = 0) -> int:
    """The number of names that a name tree holds."""
    found = len(tree.get("/Names", ())) // 2
    for kid in tree.get("/Kids", ())[:1000] if depth < 5 else ():
        found += _count(kid.get_object(), depth + 1)
    return found


def is_signed(root: Any) -> bool:
    """True where somebody signed the file: any change would break that."""
    form = root.get("/AcroForm")
    form = form.get_object() if form is not None else {}
    return bool(int(form.get("/SigFlags", 0)) & 1) or "/Perms" in root


def _of_pages(reader: Any, allowance: Allowance) -> Iterator[Trace]:
    for page in reader.pages:
        allowance.spend(1_000)
        if "/Thumb" in page:
            yield Trace(TraceKind.THUMBNAIL)
        for note in page.annotations or ():
            told = note.get_object()
            kind, name = told.get("/Subtype"), _words(told.get("/T"))
            if kind == "/FileAttachment":
                yield Trace(TraceKind.ATTACHED)
            elif (kind in NOTES and kind != "/Popup") or (kind in MARKS and told.get("/Contents")):
                yield Trace(TraceKind.COMMENTS, (name,) if name else ())
            elif name and kind not in ("/Widget", "/Popup"):
                yield Trace(TraceKind.AUTHOR, (name,))
            action = told.get("/A")
            action = action.get_object() if action is not None else {}
            if isinstance(action, dict) and action.get("/S") in ("/JavaScript", "/Launch"):
                yield Trace(TraceKind.SCRIPT)


def _of_objects(reader: Any, allowance: Allowance) -> Iterator[Trace]:
    """Pictures that are kept as their cameras made them."""
    count = min(int(reader.trailer.get("/Size", 0)), _MOST_OBJECTS)
    for number in range(1, count):
        try:
            thing = reader.get_object(number)
        except Exception:
            # A number that is not used, or an object that is torn: nobody sees it.
            continue
        if is_photograph(thing):
            allowance.spend(len(thing._data))
            seen = traces_of_picture(thing._data)
            if seen.has_place:
                yield Trace(TraceKind.PICTURE_PLACE)
            elif seen.has_other:
                yield Trace(TraceKind.PICTURE_OTHER)


def is_photograph(thing: Any) -> bool:
    """True where an object is a picture that lies in the PDF as a JPEG file."""
    if getattr(thing, "_data", None) is None or thing.get("/Subtype") != "/Image":
        return False
    filters = thing.get("/Filter")
    return filters in ("/DCTDecode", ["/DCTDecode"])
