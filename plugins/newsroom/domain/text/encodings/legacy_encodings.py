"""Vietnamese as it was written before Unicode, turned into Unicode.

Each function takes text that was typed or saved in an old encoding and then read as Western
European (windows-1252), as a browser or Word shows it, and gives what was meant. What is no letter
of the encoding stays. Tables: TCVN 5712:1993 (VN3, the fonts named .Vn…), the VNI-Windows fonts
(VNI-…), RFC 1456 (VIQR), and the code pages 1252 and 1258 of Windows.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..syllables import is_syllable

# Of each vowel: bare, grave, hook, tilde, acute, dot below.
_VOWELS = (
    *("aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị"),
    *("oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"),
)


def _pairs(left: str, right: str) -> Iterable[tuple[str, str]]:
    return zip(left.split(), right.split(), strict=True)


_TCVN3 = str.maketrans(
    dict(
        _pairs(
            "¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ \xad ® "
            "µ ¶ · ¸ ¹ » ¼ ½ ¾ Æ Ç È É Ê Ë Ì Î Ï Ð Ñ Ò Ó Ô Õ Ö × Ø Ü Ý Þ "
            "ß á â ã ä å æ ç è é ê ë ì í î ï ñ ò ó ô õ ö ÷ ø ù ú û ü ý þ",
            "Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ "
            "à ả ã á ạ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ ĩ í ị "
            "ò ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ",
        )
    )
)


def decode_tcvn3(text: str) -> str:
    """The text of a .VnTime font.

    Its capitals with tones are small letters of a font of capitals (.VnTimeH): they come out small.

    >>> decode_tcvn3("Tr\\xadêng TiÓu häc")
    'Trường Tiểu học'
    """
    return text.translate(_TCVN3)


# The marks that follow a vowel, in the order of _VOWELS; ô and ö are ơ and ư themselves.
_VNI_TONES = "øûõùï"
_VNI_MARKED = {"a": ("êèúüéë", "âàåãáä"), "e": ("", "âàåãáä"), "o": ("", "âàåãáä")}
_VNI_ALONE = {"ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "î": "ỵ", "ñ": "đ"}


def _vni_table() -> Iterator[tuple[str, str]]:
    yield from _VNI_ALONE.items()
    for vowel, sign in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"),
                        ("ơ", "ô"), ("ư", "ö")):  # fmt: skip
        row = next(row for row in _VOWELS if row[0] == vowel)
        if sign != vowel:
            yield sign, vowel
        yield from zip((sign + mark for mark in _VNI_TONES), row[1:], strict=True)
    for vowel, (breve, circumflex) in _VNI_MARKED.items():
        for marks, accent in ((breve, "\u0306"), (circumflex, "\u0302")):
            marked = unicodedata.normalize("NFC", vowel + accent)
            row = next(row for row in _VOWELS if row[0] == marked) if marks else ""
            yield from ((vowel + mark, letter) for mark, letter in zip(marks, row, strict=True))


def _with_capitals(table: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for typed, meant in table:
        yield typed, meant
        yield typed.upper(), meant.upper()
        if len(typed) > 1:
            yield typed[0].upper() + typed[1:], meant.upper()


_VNI = dict(_with_capitals(_vni_table()))
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


def decode_vni(text: str) -> str:
    """The text of a VNI- font.

    >>> decode_vni("Tröôøng Tieåu hoïc")
    'Trường Tiểu học'
    """
    return _VNI_SIGNS.sub(lambda sign: _VNI[sign[0]], text)


_VIQR = re.compile(
    r"\\(?P<plain>.)|(?P<d>dd)|(?P<vowel>[aeiouy])(?P<mark>[(^+]?)(?P<tone>['`?~.]?)",
    re.IGNORECASE | re.DOTALL,
)
# Behind a word, where a sentence ends; a tone is followed by its word or by the next one.
_SENTENCE_END = re.compile(
    r"""(?:["')\]”»*_]+[.,;:]?)?(?:\s*\Z|\s*\n|\s+[^\s\w]*[A-Z])|\s+\d(?<=\.\s\d)|(?<=\.)\.\.(?!\.)"""
)
# “Chị” before a name, “Thị” within the name of a woman, “Tạ” before that.
_IN_A_NAME = re.compile(r"\b(?:[A-Z]\S*\s+(?:Thi|THI)|[Cc]hi|CHI)\.\Z")
_BEFORE_THI = re.compile(r"\s+(?:Thi|THI)\.")
_LONGEST_NAME = 40
_VIQR_MARKS = {"(": "\u0306", "^": "\u0302", "+": "\u031b"}
_VIQR_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_MARKED = {"(": "a", "^": "aeo", "+": "ou"}
_VIQR_MARK = re.compile(r"[aeo]\^|[ou]\+|a\(|dd|\\", re.IGNORECASE)
# Also the name of a class: 4A.
_ADDRESS = re.compile(r"://|^www\.|\w@\w|^\d|^/", re.IGNORECASE)
# The address of a Markdown link is a chunk of its own.
_CHUNK = re.compile(r"(?<=\]\()\S+|(?:(?!\]\()\S)+")
_WORD = re.compile(r"[^\W\d_]+")


def decode_viqr(text: str) -> str:
    """The text as mail and Usenet wrote it, in plain ASCII; a backslash takes a sign as it is.

    A full stop or question mark behind a bare vowel is read as one where a sentence may end. What
    has no mark and would be no syllable (an address, “edu.vn”) stays.

    >>> decode_viqr("Cu?a ta, mau.edu.vn. Tru+o+`ng Tie^?u ho.c chu? nha` Ma^~u?")
    'Của ta, mau.edu.vn. Trường Tiểu học chủ nhà Mẫu?'
    """
    return _CHUNK.sub(_viqr_chunk, text)


def _viqr_chunk(chunk: re.Match[str]) -> str:
    made, place = [], chunk.start()
    # The text goes on behind the chunk: it tells where a sentence ends.
    for found in _VIQR.finditer(chunk.string, chunk.start(), chunk.end()):
        made += [chunk.string[place : found.start()], _viqr_letter(found)]
        place = found.end()
    decoded = "".join([*made, chunk.string[place : chunk.end()]])
    if _ADDRESS.search(chunk[0]):
        return chunk[0]
    words = [word for word in _WORD.findall(decoded) if not word.isascii()]
    return decoded if _VIQR_MARK.search(chunk[0]) or all(map(is_syllable, words)) else chunk[0]


def _viqr_letter(found: re.Match[str]) -> str:
    if found["plain"]:
        return found["plain"]
    if found["d"]:
        return "Đ" if found["d"][0] == "D" else "đ"
    vowel, mark, tone = found["vowel"], found["mark"], found["tone"]
    rest = ""
    if mark and vowel.lower() not in _MARKED[mark]:
        return found[0]
    if tone and tone in ".?" and not mark and _may_end_a_sentence(found):
        tone, rest = "", tone
    letter = vowel + _VIQR_MARKS.get(mark, "") + _VIQR_TONES.get(tone, "")
    return unicodedata.normalize("NFC", letter) + rest


def _may_end_a_sentence(found: re.Match[str]) -> bool:
    text, end = found.string, found.end()
    is_name = _IN_A_NAME.search(text, max(0, end - _LONGEST_NAME), end)
    return not (is_name or _BEFORE_THI.match(text, end)) and bool(_SENTENCE_END.match(text, end))


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
    tone = next((mark for mark in marks if mark in _VIQR_TONES.values()), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "")), tone


def read_as_western(content: bytes) -> str:
    """Bytes as a program shows them that takes all for windows-1252."""
    return "".join(map(_WESTERN_LETTERS.__getitem__, content))


def bytes_of_western(text: str) -> bytes:
    """The bytes that a program took for windows-1252. Raises UnicodeError for other letters."""
    return text.translate(_LATIN1_OF_WESTERN).encode("latin-1")


_LATIN1_OF_WESTERN = {ord(letter): byte for letter, byte in _WESTERN.items() if ord(letter) != byte}
