"""Bytes as they can be searched: their words, and what is packed inside them."""

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html import escape
from io import BytesIO
from typing import Protocol

# Signs part words; letters outside ASCII, digits, `-` and `_` make them.
_PARTS = bytes(n if chr(n).isalnum() or n >= 128 or chr(n) in "-_" else 32 for n in range(256))
# What HTML, XML and JSON write for a sign, and what that sign is in a text: nothing.
_ESCAPES = frozenset((b"amp", b"quot", b"lt", b"gt", b"apos", b"34", b"39", b"x27", b"nbsp"))
_ESCAPED_LETTER = re.compile(rb"\\u([0-9a-fA-F]{4})")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
# What a file may unpack to; a bomb is not read to its end.
LARGEST = 50_000_000
DEEPEST = 3


def words_in(content: bytes) -> list[bytes]:
    """The words of a file, in their order, whatever marks it up.

    >>> [word.decode() for word in words_in("<p>Trường <b>A1</b>, hop-to.jpg".encode())]
    ['p', 'Trường', 'b', 'A1', 'b', 'hop-to', 'jpg']
    """
    return content.translate(_PARTS).split()


def as_line(words: Sequence[bytes]) -> bytes:
    """Words in one line, with a space on both sides of each, without traces of escaping."""
    return b" " + b" ".join([word for word in words if word not in _ESCAPES]) + b" "


def line_of(text: str) -> bytes:
    """The line that a plain text makes, as `as_line` makes it of a page that shows the text."""
    return as_line(words_in(escape(text).encode("utf-8", "surrogatepass")))


def unpacked(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """The file, and everything that is packed in it: gzip, zip, office files, streams of a PDF.

    Raises PackedFileTooLarge where it would unpack to more than LARGEST.
    """
    yield content
    if depth >= DEEPEST:
        return
    if b"\\u" in content:
        yield _ESCAPED_LETTER.sub(lambda m: chr(int(m[1], 16)).encode("utf-8", "replace"), content)
    if b"\r\n " in content:
        # Calendar files fold their lines.
        yield content.replace(b"\r\n ", b"")
    if content[:2] == b"\x1f\x8b":
        import gzip

        with suppress(OSError, EOFError, zlib.error):
            yield from unpacked(_limited(gzip.GzipFile(fileobj=BytesIO(content))), depth + 1)
    elif content[:2] == b"PK":
        yield from _in_zip(content, depth)
    elif content[:5] == b"%PDF-":
        for stream in _PDF_STREAM.findall(content):
            with suppress(zlib.error):
                made = zlib.decompressobj().decompress(stream, LARGEST)
                yield made
    elif content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield content.decode("utf-16", "replace").encode("utf-8", "replace")


class Packed(Protocol):
    """A packed file, opened."""

    def read(self, size: int, /) -> bytes: ...


class PackedFileTooLarge(Exception):
    """A packed file holds more than anybody has to look at."""


def _limited(file: Packed) -> bytes:
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise PackedFileTooLarge
    return content


def _in_zip(content: bytes, depth: int) -> Iterator[bytes]:
    # Imported where there is one: an edit publishes none.
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            left = LARGEST
            for entry in packed.infolist():
                yield entry.filename.encode("utf-8", "replace")
                with packed.open(entry) as file:
                    inside = _limited(file)
                left -= len(inside)
                if left < 0:
                    raise PackedFileTooLarge
                yield from unpacked(inside, depth + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, zlib.error, EOFError):
        # Locked with a password or broken: nobody reads it by accident.
        return


def metadata_in(content: bytes) -> str:
    """The first trace of where a picture comes from; empty where it is nothing but a picture.

    Cameras write place and time, programs write names and earlier versions of the picture.
    """
    if content[:2] == b"\xff\xd8":
        return _in_jpeg(content)
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        return _in_chunks(content, 8, (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"), is_png=True)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _in_chunks(content, 12, (b"EXIF", b"XMP "), is_png=False)
    found = (mark for mark in (b"Exif\0\0", b"<x:xmpmeta") if mark in content)
    return next(found, b"").decode("latin-1").strip("\0<")


def _in_jpeg(content: bytes) -> str:
    at = 2
    while content[at : at + 1] == b"\xff" and at + 4 <= len(content):
        kind = content[at + 1]
        if kind == 0xDA:
            break
        # APP1 is Exif and XMP, APP13 Photoshop, FE a comment. APP0 and APP14 say how to decode,
        # APP2 which colours.
        if kind in (0xE1, 0xED, 0xFE) or 0xE3 <= kind <= 0xEC:
            return "lời ghi kèm" if kind == 0xFE else f"APP{kind - 0xE0}"
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return ""


def _in_chunks(content: bytes, at: int, unwanted: tuple[bytes, ...], *, is_png: bool) -> str:
    while at + 8 <= len(content):
        if is_png:
            size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
            step = 12 + size
        else:
            kind, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
            step = 8 + size + size % 2
        if kind in unwanted:
            return kind.decode().strip()
        at += step
    return ""
