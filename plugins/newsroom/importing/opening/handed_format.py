"""The format of a file that was handed in, told by its content; its name decides between two."""

import json
import posixpath
import re
from contextlib import suppress
from enum import Enum
from io import BytesIO

from ...office_files.kind import OLD_OFFICE, kind_of_file
from ...office_files.parts import Parts
from ...office_files.words.passage import Unread
from .shared_link import link_in

_SLIDES, _SHEETS = (".ppt", ".pps", ".pptx", ".odp", ".key"), (".xls", ".xlsx", ".ods", ".numbers")
_MIME = "mimetype"
_TYPES = "[Content_Types].xml"
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"ustar")
_WORKS = (b"MatOST", "MM".encode("utf-16-le") + b"\0\0")
# Where the header of a tape archive has its mark.
_TAPE = slice(257, 262)
_FEWEST_NULLS = 0.02


class HandedFormat(Enum):
    """The sorts of files that people hand in for an article."""

    DOCX = "docx"
    DOCM = "docm"
    DOTX = "dotx"
    DOC = "doc"
    WPS = "wps"
    RTF = "rtf"
    ODT = "odt"
    WORD_XML = "word xml"
    PDF = "pdf"
    PAGES = "pages"
    EPUB = "epub"
    LINK = "link"
    WEB_PAGE = "web page"
    SHEET = "sheet"
    SLIDES = "slides"
    PICTURE = "picture"
    VIDEO = "video"
    ZIP = "zip"
    OTHER_ARCHIVE = "other archive"
    LOCKED = "locked"
    BROKEN = "broken"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    TEXT = "text"


def format_of(content: bytes, name: str) -> HandedFormat:
    """The format of a file. Never raises; what shows no other sign is text, for its reader."""
    ending = posixpath.splitext(name)[1].lower()
    if not content.strip(b"\0 \t\r\n"):
        return HandedFormat.EMPTY
    if content.startswith(OLD_OFFICE):
        return _of_old_office(content, ending)
    if content.startswith((*_ARCHIVES, b"BZh")) or content[_TAPE] == b"ustar":
        return HandedFormat.OTHER_ARCHIVE
    if content[4:8] == b"ftyp":
        is_picture = content[8:12] in (
            b"heic",
            b"heix",
            b"mif1",
            b"msf1",
            b"hevc",
            b"avif",
            b"heim",
        )
        return HandedFormat.PICTURE if is_picture else HandedFormat.VIDEO
    if content.startswith((b"RIFF", b"BM", b"II*\0", b"MM\0*")) and 0 in content[:64]:
        return HandedFormat.VIDEO if content[8:12] == b"AVI " else HandedFormat.PICTURE
    match kind_of_file(BytesIO(content)):
        case ".docx" | ".zip":
            return _of_package(content, ending)
        case ".pdf" if content.lstrip().startswith(b"%PDF") or ending == ".pdf":
            return HandedFormat.PDF
        case ".xlsx":
            return HandedFormat.SHEET
        case ".pptx":
            return HandedFormat.SLIDES
        case "broken":
            return HandedFormat.BROKEN
        case "rtf":
            return HandedFormat.RTF
        case "picture":
            return HandedFormat.PICTURE
        case "video":
            return HandedFormat.VIDEO
        case "page":
            return _of_markup(content)
        case _:
            return _of_words(content, ending)


def _of_old_office(content: bytes, ending: str) -> HandedFormat:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        return HandedFormat.LOCKED
    is_word = has("WordDocument")
    if has("PowerPoint Document") and (ending in _SLIDES or not is_word):
        return HandedFormat.SLIDES
    if (has("Workbook") or has("Book")) and (ending in _SHEETS or not is_word):
        return HandedFormat.SHEET
    if ending == ".wps" or _WORKS[0] in content:
        return HandedFormat.WPS
    # A file whose list of streams is torn is what it is called.
    return HandedFormat.DOC if is_word or ending in (".doc", ".dot") else HandedFormat.UNKNOWN


def _of_package(content: bytes, ending: str) -> HandedFormat:
    try:
        parts = Parts(content)
        mime = parts.read(_MIME)[:100]
        types = parts.read(_TYPES)[:1_000_000]
    except Unread:
        # Locked or torn inside: looked at, and said, by those who open it.
        return HandedFormat.DOCX if ending == ".docx" else HandedFormat.ZIP
    if b"wordprocessingml" in types or b"ms-word" in types:
        if b"macroEnabled" in types or ending in (".docm", ".dotm"):
            return HandedFormat.DOCM
        is_template = b"wordprocessingml.template" in types or ending == ".dotx"
        return HandedFormat.DOTX if is_template else HandedFormat.DOCX
    if b"opendocument" in mime:
        for part, found in ((b"text", HandedFormat.ODT), (b"spreadsheet", HandedFormat.SHEET)):
            if b"opendocument." + part in mime:
                return found
        return HandedFormat.SLIDES
    if b"epub" in mime:
        return HandedFormat.EPUB
    if any(part.endswith(".iwa") or part in ("index.xml", "index.apxl") for part in parts):
        if ending in (*_SHEETS, *_SLIDES):
            return HandedFormat.SHEET if ending in _SHEETS else HandedFormat.SLIDES
        return HandedFormat.PAGES
    if "word/document.xml" in parts:
        return HandedFormat.DOCX
    return HandedFormat.BROKEN if ending in (".docx", ".docm", ".dotx") else HandedFormat.ZIP


def _of_markup(content: bytes) -> HandedFormat:
    head = content[:4_000]
    if b"Word.Document" in head or b"schemas.microsoft.com/office/2006/xmlPackage" in head:
        return HandedFormat.WORD_XML
    if b"office:document" in head:
        return HandedFormat.ODT
    is_shortcut = b"<plist" in head and link_in(content)
    return HandedFormat.LINK if is_shortcut else HandedFormat.WEB_PAGE


def _of_words(content: bytes, ending: str) -> HandedFormat:
    if re.match(rb"(?i)\s*MIME-Version:.{0,2000}multipart/related", content[:3_000], re.DOTALL):
        return HandedFormat.WEB_PAGE
    if ending in (".html", ".htm", ".xhtml") and content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return HandedFormat.WEB_PAGE
    if ending in (".gdoc", ".gsheet", ".gslides", ".url", ".webloc", ".desktop"):
        return HandedFormat.LINK
    with suppress(ValueError, RecursionError):
        if isinstance(json.loads(content[:4_000]), dict) and b"doc_id" in content[:4_000]:
            return HandedFormat.LINK
    if link_in(content) and len(content.split()) == 1:
        return HandedFormat.LINK
    has_byte_mark = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    nulls = content.count(0)
    # UTF-16 has one in every other place, and is a text all the same.
    is_binary = 0 < nulls < 0.3 * len(content) and nulls >= _FEWEST_NULLS * len(content)
    return HandedFormat.UNKNOWN if is_binary and not has_byte_mark else HandedFormat.TEXT
