"""Text whose bytes were read in the wrong code page (1252, 1258, Latin-1), as it was meant."""

import re
import unicodedata

from .viqr import VIQR_TONES


# Where the code pages of Windows have no letter, programs keep the byte as it is; Latin-1 has
# none of theirs.
def _bytes_by_letter(codec: str) -> dict[str, int]:
    found = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        try:
            found[bytes((byte,)).decode(codec)] = byte
        except UnicodeDecodeError:
            continue
    return found


_WESTERN, _VIETNAMESE = _bytes_by_letter("cp1252"), _bytes_by_letter("cp1258")
_WESTERN_LETTERS = [bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(0x100)]
# A font with signs of its own has them in the private area, at the byte they were typed with; the
# soft hyphen, which is ư in TCVN3, is U+001F in Word; µ has two codes.
_AS_TYPED = {
    **{0xF000 + byte: _WESTERN_LETTERS[byte] for byte in range(0x20, 0x100)},
    **{byte: _WESTERN_LETTERS[byte] for byte in range(0x80, 0xA0)},
    0x1F: "\xad",
    0x3BC: "µ",
}


def as_typed(text: str) -> str:
    """The text of an old font as windows-1252 shows what was typed, however a program kept it.

    >>> as_typed("\\uf054r\\uf0ad\\uf0ea\\x93")
    'Tr\\xadê“'
    """
    return unicodedata.normalize("NFC", text.translate(_AS_TYPED))


_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode_utf8_as_western(text: str) -> str:
    """Text in UTF-8 that was read as windows-1252, such as “TrÆ°á»\\x9dng”."""
    return _repaired(text, _WESTERN)


def decode_utf8_twice_as_western(text: str) -> str:
    """Text in UTF-8 that was so misread twice, as a database that was copied and copied back.

    >>> decode_utf8_twice_as_western("TrÃ¡ÂºÂ§n")
    'Trần'
    """
    return decode_utf8_as_western(decode_utf8_as_western(text))


def decode_utf8_as_vietnamese(text: str) -> str:
    """Text in UTF-8 that was read as windows-1258, such as “TrÆ°á»\\x9dng”, “hĂ¬nh”."""
    return _repaired(text, _VIETNAMESE)


def _repaired(text: str, byte_of: dict[str, int]) -> str:
    """The text with each run of letters that is UTF-8 byte by byte read as that.

    >>> decode_utf8_as_western("háº¡nh phÃºc, «chào»")
    'hạnh phúc, «chào»'
    """
    made, run = [], bytearray()
    kept: list[str] = []

    def take() -> None:
        if run:
            made.append(_read_utf8(bytes(run), kept))
            run.clear()
            kept.clear()

    for letter in text:
        byte = byte_of.get(letter)
        if byte is None:
            take()
            made.append(letter)
        else:
            run.append(byte)
            kept.append(letter)
    take()
    return unicodedata.normalize("NFC", "".join(made))


def _read_utf8(run: bytes, letters: list[str]) -> str:
    made, place = [], 0
    while place < len(run):
        found = _UTF8.match(run, place)
        try:
            made.append(found[0].decode() if found else letters[place])
            place = found.end() if found else place + 1
        except UnicodeDecodeError:
            made.append(letters[place])
            place += 1
    return "".join(made)


def decode_vietnamese_as_western(text: str) -> str:
    """Text in windows-1258 that was read as windows-1252.

    >>> decode_vietnamese_as_western("TrýõÌng TiêÒu hoòc")
    'Trường Tiểu học'
    """
    return _as_other(text, _WESTERN, "cp1258")


def decode_western_as_vietnamese(text: str) -> str:
    """Text as windows-1252 showed it, of what was read as windows-1258 instead.

    What is written in TCVN3 or VNI can be decoded after that.
    """
    return _as_other(text, _VIETNAMESE, "cp1252")


def _as_other(text: str, byte_of: dict[str, int], codec: str) -> str:
    letters = (part for letter in text for part in _parts(letter, byte_of))
    return unicodedata.normalize(
        "NFC",
        "".join(
            bytes((byte_of[letter],)).decode(codec, "replace") if letter in byte_of else letter
            for letter in letters
        ),
    )


def _parts(letter: str, byte_of: dict[str, int]) -> str:
    """A letter as the code page has it: itself, or its vowel and its tone."""
    if letter in byte_of or letter.isascii():
        return letter
    vowel, tone = _parted(letter)
    return vowel + tone if tone in byte_of else letter


def _parted(letter: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in VIQR_TONES.values()), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "")), tone


def read_as_western(content: bytes) -> str:
    """Bytes as a program shows them that takes all for windows-1252."""
    return "".join(map(_WESTERN_LETTERS.__getitem__, content))


def bytes_of_western(text: str) -> bytes:
    """The bytes that a program took for windows-1252. Raises UnicodeError for other letters."""
    return text.translate(_LATIN1_OF_WESTERN).encode("latin-1")


_LATIN1_OF_WESTERN = {ord(letter): byte for letter, byte in _WESTERN.items() if ord(letter) != byte}
