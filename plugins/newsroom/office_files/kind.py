"""The kind of a file by its content, whatever it is called."""

import zipfile
from typing import IO

from .parts import BROKEN, directory_is_too_large
from .words.docx_words import MAIN as DOCUMENT
from .words.pptx_words import PRESENTATION
from .words.xlsx_words import WORKBOOK

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NEW_OFFICE = (".docx", ".xlsx", ".pptx")
# How far in the file the mark of a PDF may stand (ISO 32000-2, annex I).
_FAR_ENOUGH = 1024
_MARKS = (
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"\x1a\x45\xdf\xa3", "video"),
    (b"---", "item"),
)


def kind_of_file(file: IO[bytes]) -> str:
    """`.pdf`, `.docx`, `.xlsx`, `.pptx` or `.zip`; `old` or `locked` for files of the old office
    and locked ones of the new; `broken` for a packed file that cannot be opened; else `rtf`,
    `page`, `picture`, `video`, `item` or nothing."""
    head = file.read(_FAR_ENOUGH)
    if b"%PDF" in head:
        return ".pdf"
    if head.startswith(OLD_OFFICE):
        file.seek(0)
        return "locked" if _is_locked(file) else "old"
    if head.startswith(b"PK"):
        file.seek(0)
        return _kind_of_zip(file)
    if head[4:8] == b"ftyp":
        return "video"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:9].lower().startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        return "page"
    return next((kind for mark, kind in _MARKS if start.startswith(mark)), "")


def _is_locked(file: IO[bytes]) -> bool:
    mark, before = "EncryptedPackage".encode("utf-16-le"), b""
    while block := file.read(1 << 20):
        if mark in before + block:
            return True
        before = block[-len(mark) :]
    return False


def _kind_of_zip(file: IO[bytes]) -> str:
    if directory_is_too_large(file):
        return ".zip"
    try:
        names = {*zipfile.ZipFile(file).namelist()}
    except BROKEN:
        return "broken"
    for part, ending in ((DOCUMENT, ".docx"), (WORKBOOK, ".xlsx"), (PRESENTATION, ".pptx")):
        if part in names:
            return ending
    return ".zip"


def fits(kind: str, ending: str) -> bool:
    """True where a file of that kind may have that ending.

    Locked and torn ones have no kind that could be seen: `check` says that nobody could look
    inside.
    """
    if ending in (".doc", ".xls", ".ppt"):
        return kind in ("old", "locked")
    if ending == ".zip":
        return kind in (".zip", "broken", *NEW_OFFICE)
    return kind == ending or (ending in NEW_OFFICE and kind in ("locked", "broken"))
