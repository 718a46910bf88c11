"""The signs of fonts that hold no letters: Wingdings, Symbol, Webdings."""

import re

from ....domain.text.encodings.old_fonts import old_font
from ....domain.text.vietnamese import clean

# Where such a font has its signs when they stand among letters.
_PRIVATE = 0xF000
_SIGN_FONTS = re.compile(r"(Wingdings(?: [23])?|Symbol|Webdings)", re.IGNORECASE)


def sign_of(font: str, code: str) -> str | None:
    """The sign that a font shows for a code in hexadecimal, as `w:sym` gives them."""
    try:
        at = int(code, 16)
    except ValueError:
        return None
    if old_font(font):
        return chr(at & 0xFF)
    if _SIGN_FONTS.fullmatch(font) or _PRIVATE <= at < _PRIVATE + 0x100:
        return _shown(font, at & 0xFF)
    return chr(at) if 0x20 <= at < 0xD800 else None


def in_sign_font(text: str, font: str) -> str:
    """A text as its font shows it: `ü` is a tick in Wingdings."""
    if not _SIGN_FONTS.fullmatch(font):
        return text
    return "".join(
        _shown(font, ord(one) & 0xFF) or one if _is_sign(one) and not one.isspace() else one
        for one in text
    )


def _is_sign(letter: str) -> bool:
    return ord(letter) < 0x100 or _PRIVATE <= ord(letter) < _PRIVATE + 0x100


def _shown(font: str, at: int) -> str | None:
    from mammoth.docx.dingbats import dingbats

    usual = clean(chr(_PRIVATE + at))
    if usual and ord(usual[0]) < 0xE000 and not font.lower().startswith(("symbol", "webdings")):
        return usual
    found = dingbats.get((font.title(), at))
    return chr(found) if found is not None else usual if ord(usual or "\ue000") < 0xE000 else None
