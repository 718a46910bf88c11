"""Everything that a file tells besides what it shows: for `check` to say, and for cleaning."""

from collections.abc import Iterator

from ..images.image_traces import traces_of_picture
from .package_traces import is_office, traces_of_package
from .parts import Parts
from .pdf_traces import traces_of_pdf
from .trace import Trace, TraceFindings, TraceKind, one_each
from .words.passage import Allowance, Gap, Unread
from .words.words_of_file import DEEPEST

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")


def traces_of(content: bytes) -> TraceFindings:
    """The traces in a PDF, DOCX, XLSX, PPTX or ZIP file, whatever it is called. Never raises."""
    found: list[Trace] = []
    gaps: dict[Gap, None] = {}
    for one in _traces(content, Allowance(), 0):
        if isinstance(one, Gap):
            gaps[one] = None
        else:
            found.append(one)
    return TraceFindings(one_each(found), tuple(gaps))


def _traces(content: bytes, allowance: Allowance, depth: int) -> Iterator[Trace | Gap]:
    try:
        if b"%PDF-" in content[:1024]:
            yield from traces_of_pdf(content, allowance)
        elif content[:8] == _OLD:
            is_locked = "EncryptedPackage".encode("utf-16-le") in content
            yield Gap.LOCKED if is_locked else Gap.OLD
        elif content[:2] == b"PK":
            parts = Parts(content, allowance)
            if is_office(parts):
                yield from traces_of_package(parts)
                inside = [name for name in parts if "/embeddings/" in name]
                yield from (Trace(TraceKind.ATTACHED) for name in inside if name.endswith(".bin"))
            else:
                inside = [*parts]
            for name in inside if depth < DEEPEST else ():
                yield from _of_member(parts, name, depth)
    except Unread as unread:
        yield unread.gap


def _of_member(parts: Parts, name: str, depth: int) -> Iterator[Trace | Gap]:
    try:
        content = parts.read(name)
    except Unread as unread:
        yield unread.gap
        return
    if name.lower().endswith(_PICTURES):
        yield from of_picture(content)
    elif content[:2] == b"PK" or b"%PDF-" in content[:1024] or content[:8] == _OLD:
        yield from _traces(content, parts.allowance, depth + 1)


def of_picture(content: bytes) -> Iterator[Trace]:
    seen = traces_of_picture(content)
    if seen.has_place:
        yield Trace(TraceKind.PICTURE_PLACE)
    elif seen.has_other:
        yield Trace(TraceKind.PICTURE_OTHER)
