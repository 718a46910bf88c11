"""Vietnamese of the fonts before Unicode, TCVN3 and VNI, turned into Unicode.

Each function takes text that was typed or saved in an old encoding and then read as Western
European (windows-1252), as a browser or Word shows it, and gives what was meant. What is no letter
of the encoding stays. Tables: TCVN 5712:1993 (VN3, the fonts named .Vn…) and the VNI-Windows fonts
(VNI-…).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

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
