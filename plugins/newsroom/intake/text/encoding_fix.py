"""Files in UTF-16 or in an old encoding, as the UTF-8 that was meant: only what is in no doubt."""

import codecs
import re
from dataclasses import dataclass

from ...domain.message import Message, UserFacingError
from ...domain.text.characters import CharacterKind, odd_characters
from ...domain.text.encodings.encoding_guess import (
    OF_UTF8,
    VIETNAMESE_AS_WESTERN,
    LegacyEncoding,
    LegacyLine,
    encoding_of,
    legacy_lines,
)
from ...domain.text.encodings.legacy_signs import may_be_legacy
from ...domain.text.encodings.misread_bytes import read_as_western
from ...domain.text.syllables import is_syllable

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WORD = re.compile(r"[^\W\d_]+")
# Of the words with marks: names of other languages and abbreviations are the rest.
_SPELT_ENOUGH = 0.9
_NO_TEXT = Message("NR-ENCODING-002", "Tệp không phải là văn bản.")
_BEYOND_WESTERN = re.compile("[\u0100-\u02c5\u1ea0-\u1ef9]")


class InDoubt(UserFacingError):
    """A text is in an old encoding, and it is not certain in which; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Conversion:
    """A text as it was meant, and the name of the encoding that it was in."""

    text: str
    was: str


def converted(content: bytes) -> Conversion | None:
    """The file in Unicode; None where it is that already. Raises InDoubt."""
    if is_utf16(content):
        return _from_utf16(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _from_bytes(content)
    lines = legacy_lines(text)
    return _from_text(text, lines) if lines else None


def is_utf16(content: bytes) -> bool:
    """True where it says so, or every other byte is nothing, as with Latin letters in UTF-16."""
    return content.startswith(_UTF16) or 4 * content.count(0) > len(content)


def _from_utf16(content: bytes) -> Conversion:
    codec = "utf-16"
    if not content.startswith(_UTF16):
        # Of letters of ours the upper byte is mostly nothing.
        codec = "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        raise InDoubt(_NO_TEXT) from None
    if any(odd.kind is not CharacterKind.PRIVATE for odd in odd_characters(text)):
        raise InDoubt(_NO_TEXT)
    return Conversion(text=text, was="UTF-16")


def _from_bytes(content: bytes) -> Conversion:
    text = read_as_western(content)
    encoding = encoding_of(text)
    if encoding is None or encoding in OF_UTF8:
        raise InDoubt(Message("NR-ENCODING-003", "Không chắc tệp lưu bằng mã nào."))
    meant = encoding.decode(text)
    if not _is_vietnamese(meant):
        raise InDoubt(
            Message("NR-ENCODING-004", "Đổi thử thì còn nhiều chữ không thành tiếng Việt.")
        )
    was = "windows-1258" if encoding == VIETNAMESE_AS_WESTERN else encoding.name
    return Conversion(text=meant, was=was)


def _from_text(text: str, lines: tuple[LegacyLine, ...]) -> Conversion:
    encoding = _only_one(lines)
    raw = text.split("\n")
    if not any(_BEYOND_WESTERN.search(line) for line in raw):
        # Nothing in it is Unicode's: short lines that tell nothing are of the same encoding.
        meant = encoding.decode(text)
    else:
        for line in lines:
            if _BEYOND_WESTERN.search(raw[line.number][line.start :]):
                raise InDoubt(
                    Message(
                        "NR-ENCODING-005",
                        f"Dòng {line.number + 1} có cả chữ Unicode lẫn chữ mã cũ.",
                    )
                )
            raw[line.number] = line.decoded
        meant = "\n".join(raw)
    if may_be_legacy(meant) and legacy_lines(meant):
        raise InDoubt(Message("NR-ENCODING-006", "Đổi thử thì vẫn còn chữ mã cũ."))
    return Conversion(text=meant, was=encoding.name)


def _only_one(lines: tuple[LegacyLine, ...]) -> LegacyEncoding:
    names = dict.fromkeys(line.encoding.name for line in lines)
    if len(names) > 1:
        raise InDoubt(
            Message("NR-ENCODING-007", f"Tệp có chỗ giống {' có chỗ giống '.join(names)}.")
        )
    return lines[0].encoding


def _is_vietnamese(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(map(is_syllable, words)) >= _SPELT_ENOUGH * len(words)
