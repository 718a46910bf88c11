"""Unicode written as the old standards say, independent of the tables that read it.

TCVN 5712:1993 (VN3, as windows-1252 shows it) and the VNI-Windows table, letter by letter; VIQR by
RFC 1456. A TCVN3 font has no capitals with tones: those are small ones of a font of capitals.
"""

import unicodedata

LOWER = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
ALPHABET = LOWER + LOWER.upper()
_TCVN3_CODES = {
    "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ă": 0xA8, "ằ": 0xBB, "ẳ": 0xBC,
    "ẵ": 0xBD, "ắ": 0xBE, "ặ": 0xC6, "â": 0xA9, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA,
    "ậ": 0xCB, "đ": 0xAE, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1, "ê": 0xAA,
    "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "ỉ": 0xD8, "ĩ": 0xDC,
    "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ô": 0xAB,
    "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9, "ơ": 0xAC, "ờ": 0xEA, "ở": 0xEB,
    "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4,
    "ư": 0xAD, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7, "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB,
    "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE,
    "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7,
}  # fmt: skip
_VNI_PAIRS = {
    "à": "aø", "ả": "aû", "ã": "aõ", "á": "aù", "ạ": "aï", "ă": "aê", "ằ": "aè", "ẳ": "aú",
    "ẵ": "aü", "ắ": "aé", "ặ": "aë", "â": "aâ", "ầ": "aà", "ẩ": "aå", "ẫ": "aã", "ấ": "aá",
    "ậ": "aä", "đ": "ñ", "è": "eø", "ẻ": "eû", "ẽ": "eõ", "é": "eù", "ẹ": "eï", "ê": "eâ",
    "ề": "eà", "ể": "eå", "ễ": "eã", "ế": "eá", "ệ": "eä", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "í": "í",
    "ị": "ò", "ò": "oø", "ỏ": "oû", "õ": "oõ", "ó": "où", "ọ": "oï", "ô": "oâ", "ồ": "oà",
    "ổ": "oå", "ỗ": "oã", "ố": "oá", "ộ": "oä", "ơ": "ô", "ờ": "ôø", "ở": "ôû", "ỡ": "ôõ",
    "ớ": "ôù", "ợ": "ôï", "ù": "uø", "ủ": "uû", "ũ": "uõ", "ú": "uù", "ụ": "uï", "ư": "ö",
    "ừ": "öø", "ử": "öû", "ữ": "öõ", "ứ": "öù", "ự": "öï", "ỳ": "yø", "ỷ": "yû", "ỹ": "yõ",
    "ý": "yù", "ỵ": "î",
}  # fmt: skip
_VIQR_MARKS = {0x306: "(", 0x302: "^", 0x31B: "+"}
_VIQR_TONES = {0x301: "'", 0x300: "`", 0x309: "?", 0x303: "~", 0x323: "."}


def write_tcvn3(text: str) -> str:
    return "".join(
        bytes([code]).decode("latin-1") if (code := _TCVN3_CODES.get(letter)) else letter
        for letter in text
    )


def write_tcvn3_capitals(text: str) -> str:
    """For a font of capitals: what is typed is small."""
    return write_tcvn3(text.lower())


def write_vni(text: str) -> str:
    made = (_VNI_PAIRS.get(letter.lower(), letter.lower()) for letter in text)
    return "".join(
        typed.upper() if letter.isupper() else typed
        for letter, typed in zip(text, made, strict=True)
    )


def write_viqr(text: str) -> str:
    return "".join(map(_viqr, text))


def _viqr(letter: str) -> str:
    if letter in "đĐ":
        return {"đ": "dd", "Đ": "DD"}[letter]
    bare, *marks = map(ord, unicodedata.normalize("NFD", letter))
    signs = [mark for mark in marks if mark in _VIQR_MARKS]
    tones = [mark for mark in marks if mark in _VIQR_TONES]
    return chr(bare) + "".join(
        [*(_VIQR_MARKS[mark] for mark in signs), *(_VIQR_TONES[mark] for mark in tones)]
    )
