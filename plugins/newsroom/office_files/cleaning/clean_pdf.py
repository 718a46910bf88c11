"""A PDF without what its programs wrote beside its pages."""

import io
from typing import Any

from ...images.image_traces import without_traces
from ..pdf_traces import MARKS, NOTES, is_photograph, is_signed
from ..words.passage import Gap, Unread
from ..words.pdf_words import opened_pdf

_OF_ANY = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AF")
_ACTIONS = ("/JavaScript", "/Launch")


def clean_pdf(content: bytes) -> bytes:
    """Raises Unread where it cannot be read, or where somebody signed it."""
    with opened_pdf(content) as reader:
        if is_signed(reader.trailer["/Root"].get_object()) or reader.is_encrypted:
            raise Unread(Gap.LOCKED)
        writer = _copied(reader)
        root = writer.root_object
        if "/OpenAction" in root and _acts(root["/OpenAction"].get_object()):
            del root["/OpenAction"]
        if (names := root.get("/Names")) is not None:
            for key in ("/EmbeddedFiles", "/JavaScript"):
                names.get_object().pop(key, None)
        for page in writer.pages:
            _clean_notes(page)
        things: list[Any] = [thing for thing in writer._objects if thing is not None]
        for thing in things:
            if isinstance(thing, dict):
                for key in (*_OF_ANY, "/AA"):
                    thing.pop(key, None)
                if _acts(thing.get("/A")):
                    del thing["/A"]
            if is_photograph(thing):
                thing._data = without_traces(thing._data)
        _forget_unreached(writer)
        made = _written(writer)
    with opened_pdf(made) as reader:
        # Once more, so that numbers of objects that are gone leave no gaps: then a copy of the
        # copy is the same.
        return _written(_copied(reader))


def _copied(reader: Any) -> Any:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    # Readers tell two files apart by it; made of a clock it would make each build another one.
    writer._ID = None
    return writer


def _written(writer: Any) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _forget_unreached(writer: Any) -> None:
    """Leave out what nothing leads to any more: it would be written all the same."""
    from pypdf.generic import IndirectObject

    reached, waiting = set[int](), [writer.root_object.indirect_reference]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, IndirectObject):
            if thing.idnum in reached or thing.pdf is not writer:
                continue
            reached.add(thing.idnum)
            thing = writer._objects[thing.idnum - 1]
        if isinstance(thing, dict):
            waiting += thing.values()
        elif isinstance(thing, list):
            waiting += thing
    writer._objects = [
        thing if number in reached else None
        for number, thing in enumerate(writer._objects, start=1)
    ]


def _acts(action: Any) -> bool:
    action = action.get_object() if hasattr(action, "get_object") else action
    return isinstance(action, dict) and action.get("/S") in _ACTIONS


def _clean_notes(page: Any) -> None:
    notes = page.get("/Annots")
    if notes is None:
        return
    notes = notes.get_object()
    for note in [*notes]:
        told = note.get_object()
        if told.get("/Subtype") in NOTES:
            notes.remove(note)
            continue
        for key in ("/T", "/M", "/CreationDate", "/Subj", "/RC", "/Popup", "/IRT"):
            if told.get("/Subtype") != "/Widget":
                told.pop(key, None)
        if told.get("/Subtype") in MARKS:
            told.pop("/Contents", None)
