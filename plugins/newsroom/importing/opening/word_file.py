"""A .docx that is safe to read, out of whatever was handed in as one."""

from dataclasses import dataclass

from ...domain.message import Message
from .handed_format import HandedFormat, format_of
from .libre_office import as_docx
from .package_check import check_word
from .refusals import refused_format
from .shared_link import SharingPlace, link_in, place_of

# What LibreOffice makes a .docx of, by the ending under which it knows it.
_CONVERTED = {
    HandedFormat.DOC: ".doc",
    HandedFormat.WPS: ".wps",
    HandedFormat.RTF: ".rtf",
    HandedFormat.ODT: ".odt",
    HandedFormat.WORD_XML: ".xml",
}


@dataclass(frozen=True, kw_only=True)
class OpenedWord:
    """A .docx that may be read, and sentences for the person who handed it in."""

    content: bytes
    notes: tuple[Message, ...] = ()


def word_file(content: bytes, name: str) -> OpenedWord | None:
    """The .docx that a file is, or that LibreOffice made of it; None for a text, such as .txt.

    `name` is how messages call the file. Raises FileNotTaken, which says what the file is and how
    to save it as .docx: for any other format, and for a hostile, locked or torn package.
    """
    form = format_of(content, name)
    if form is HandedFormat.TEXT:
        return None
    if form is HandedFormat.DOCX:
        return OpenedWord(content=content, notes=check_word(content, name))
    if form is HandedFormat.LINK:
        raise refused_format(form, name, _place(content))
    ending = _CONVERTED.get(form)
    made = as_docx(content, ending) if ending else None
    if made is None or format_of(made, "bai.docx") is not HandedFormat.DOCX:
        raise refused_format(form, name)
    said = Message(
        "NR-OPEN-031",
        f"“{name}” được LibreOffice đổi sang .docx: xin đọc lại, nhất là bảng và chỗ đặt ảnh.",
    )
    return OpenedWord(content=made, notes=(said, *check_word(made, name)))


def _place(content: bytes) -> SharingPlace:
    link = link_in(content)
    # A file of Google's own has no address but the number of the paper.
    return (place_of(link) if link else SharingPlace.GOOGLE) or SharingPlace.OTHER
