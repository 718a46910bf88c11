"""The words of any file that a text may offer, each with its place.

`words_of` for those who only want to read, `read` for those who must know what was not read.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from ..parts import Parts
from .docx_words import MAIN as DOCUMENT
from .docx_words import words_of_docx
from .passage import MOST_TEXT, Allowance, Gap, Passage, Reading, Unread
from .pdf_words import words_of_pdf
from .pptx_words import PRESENTATION, words_of_pptx
from .xlsx_words import WORKBOOK, words_of_xlsx

# How deep files may lie in files.
DEEPEST = 3
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What Word, Excel and PowerPoint of before 2007 write: two bytes a sign.
_RUN = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][\x01\x02\x03\x1e\x20]){8,}")
_MARKUP = re.compile(r"<[^<>]*>")


def words_of(source: Path | bytes) -> tuple[Passage, ...]:
    """The words of a PDF, DOCX, XLSX, PPTX, text, CSV or ZIP file, whatever it is called.

    Never raises for what is in the file: what cannot be read has no words.
    """
    return read(source).passages


def read(source: Path | bytes) -> Reading:
    """The same, with what could not be read. Raises OSError where the file is not there."""
    content = source if isinstance(source, bytes) else source.read_bytes()
    passages: list[Passage] = []
    gaps: dict[Gap, None] = {}
    left = MOST_TEXT
    for found in _read(content, Allowance(), 0):
        if isinstance(found, Gap):
            gaps[found] = None
            continue
        left -= len(found.text)
        if left < 0:
            gaps[Gap.TOO_LARGE] = None
            break
        passages.append(found)
    return Reading(tuple(passages), tuple(gaps))


def _read(content: bytes, allowance: Allowance, depth: int) -> Iterator[Passage | Gap]:
    """Passages as they come; a gap where reading ends before the file does."""
    try:
        if b"%PDF-" in content[:1024]:
            yield from words_of_pdf(content, allowance)
        elif content[:2] == b"PK":
            parts = Parts(content, allowance)
            if DOCUMENT in parts:
                yield from words_of_docx(parts)
            elif WORKBOOK in parts:
                yield from words_of_xlsx(parts)
            elif PRESENTATION in parts:
                yield from words_of_pptx(parts)
            else:
                yield from _in_zip(parts, depth)
                return
            yield from _embedded(parts, depth)
        elif content[:8] == _OLD:
            yield from _of_old_office(content)
        elif (text := _plain(content)) is not None:
            yield from _lines(text)
    except Unread as unread:
        yield unread.gap


def _in_zip(parts: Parts, depth: int) -> Iterator[Passage | Gap]:
    if depth >= DEEPEST:
        yield Gap.TOO_LARGE
        return
    for name in parts:
        yield Passage("tên tệp", name)
        try:
            inside = parts.read(name)
        except Unread as unread:
            yield unread.gap
            continue
        for found in _read(inside, parts.allowance, depth + 1):
            yield (
                found if isinstance(found, Gap) else found._replace(place=f"{name}, {found.place}")
            )


def _embedded(parts: Parts, depth: int) -> Iterator[Passage | Gap]:
    """Workbooks and documents that lie in an office file, behind a chart or an icon."""
    if depth >= DEEPEST:
        return
    for name in parts:
        if "/embeddings/" in name and name.lower().endswith((".xlsx", ".docx", ".pptx", ".bin")):
            for found in _read(parts.read(name), parts.allowance, depth + 1):
                yield (
                    found
                    if isinstance(found, Gap)
                    else found._replace(place=f"tệp nhúng, {found.place}")
                )


def _of_old_office(content: bytes) -> Iterator[Passage | Gap]:
    """The runs that look like words; the forms of the old office are no standard that we read."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        yield Gap.LOCKED
        return
    yield Gap.OLD
    for start in (content, content[1:]):
        for run in _RUN.findall(start):
            text = run.decode("utf-16-le", "ignore")
            if text.isprintable() or "\r" in text:
                yield Passage("trong tệp", text)


def _plain(content: bytes) -> str | None:
    """The text of a file that is one; None of any other."""
    for mark, form in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(form, "replace")
    if b"\0" in content[:4000]:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        text = content.decode("cp1258", "replace")
        return text if sum(map(str.isprintable, text)) > 0.8 * len(text) else None


def _lines(text: str) -> Iterator[Passage]:
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<?xml")):
        from html import unescape

        text = unescape(_MARKUP.sub("\n", text))
    lines = text.splitlines()
    commas = {line.count(",") for line in lines if line.strip()}
    is_table = len(lines) > 1 and len(commas) == 1 and 0 not in commas
    for number, line in enumerate(lines, start=1):
        if line.strip():
            sign = next((s for s in ("\t", ";", *([","] if is_table else [])) if s in line), "")
            yield Passage(f"dòng {number}", line.strip(), tuple(line.split(sign)) if sign else ())


__all__ = ["Gap", "Passage", "Reading", "read", "words_of"]
