"""Forms of files that are not read, told by their first bytes, and how to save them instead."""

import posixpath

from ...domain.message import Message
from .handed_source import HandedFile, SourceRefused

_FORMS = (
    (b"%PDF", (".pdf",)),
    (b"{\\rtf", (".rtf",)),
    (b"\xd0\xcf\x11\xe0", (".doc", ".xls", ".ppt")),
)
_OTHERS = (".odt", ".pages", ".wps", ".gdoc", ".xlsx", ".pptx", ".key", ".numbers")
_NOT_READ = Message(
    "NR-FROM-016",
    "Tệp “{}” thuộc loại {}, máy không đọc. Mở tệp, chọn “Lưu thành” (Save as), loại Word"
    " (.docx), rồi đưa tệp mới.",
)


def refuse_other_formats(file: HandedFile) -> None:
    """Raises SourceRefused for a file that is neither words nor a .docx."""
    ending = posixpath.splitext(file.name)[1].lower()
    for start, endings in _FORMS:
        if file.content.startswith(start):
            raise SourceRefused(
                _NOT_READ.format(file.name, ending if ending in endings else endings[0])
            )
    if ending in _OTHERS or ending in (".doc", ".pdf", ".rtf"):
        raise SourceRefused(_NOT_READ.format(file.name, ending))
