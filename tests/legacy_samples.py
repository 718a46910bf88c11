"""Unicode turned into what old fonts, code pages and wrong readings made of it."""

import unicodedata

from newsroom.domain.text.encodings.legacy_encodings import decode_tcvn3, decode_vni

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VIQR = {"\u0306": "(", "\u0302": "^", "\u031b": "+", "\u0301": "'", "\u0300": "`"}
_VIQR |= {"\u0309": "?", "\u0303": "~", "\u0323": "."}
_TCVN3 = {decode_tcvn3(chr(code)): chr(code) for code in range(0xA1, 0xFF)}
_SIGNS = "aeouyôöAEOUYÔÖ"
_MARKS = "øûõùïêèúüéëâàåãáä"
_PAIRS = [
    sign + mark
    for sign in (*_SIGNS, "")
    for mark in (*_MARKS, *_MARKS.upper(), *"ìæóíòîñôöÌÆÓÍÒÎÑÔÖ")
    if not sign or sign.isupper() == mark.isupper()
]
_VNI = {meant: pair for pair in _PAIRS if len(meant := decode_vni(pair)) == 1 and meant != pair}


def tcvn3(text: str) -> str:
    """As a .VnTime font has it; capitals with tones become small."""
    return "".join(_TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def vni(text: str) -> str:
    return "".join(_VNI.get(letter, letter) for letter in text)


def viqr(text: str) -> str:
    return "".join(map(_viqr, text))


def _viqr(letter: str) -> str:
    if letter in "đĐ":
        return "dd" if letter == "đ" else "DD"
    bare, *marks = unicodedata.normalize("NFD", letter)
    return bare + "".join(_VIQR.get(mark, mark) for mark in sorted(marks, key=_TONES.__contains__))


def windows_1258(text: str) -> bytes:
    made = b""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in _TONES)
        vowel = "".join(mark for mark in marks if mark not in _TONES)
        try:
            made += letter.encode("cp1258")
        except UnicodeEncodeError:
            made += unicodedata.normalize("NFC", vowel).encode("cp1258") + tone.encode("cp1258")
    return made


def read_as(codec: str, content: bytes) -> str:
    """Bytes as a program shows them that takes them for that code page."""
    return "".join(_letter(codec, byte) for byte in content)


def _letter(codec: str, byte: int) -> str:
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


WAYS = {
    "TCVN3": tcvn3,
    "VNI": vni,
    "VIQR": viqr,
    "UTF-8 as 1252": lambda text: read_as("cp1252", text.encode()),
    "UTF-8 as Latin-1": lambda text: text.encode().decode("latin-1"),
    "UTF-8 as 1258": lambda text: read_as("cp1258", text.encode()),
    "1258 as 1252": lambda text: read_as("cp1252", windows_1258(text)),
    "TCVN3 as 1258": lambda text: read_as("cp1258", tcvn3(text).encode("latin-1", "ignore")),
    "VNI as 1258": lambda text: read_as("cp1258", vni(text).encode("latin-1", "ignore")),
}
