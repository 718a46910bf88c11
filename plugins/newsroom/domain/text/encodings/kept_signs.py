"""Signs of arithmetic, quotation and trade that are letters of TCVN3 too.

Beside a figure, alone, or where no word ends in such a letter, they are the signs they seem.
"""

import re

from .legacy_encodings import decode_tcvn3

# Letters of TCVN3, as windows-1252 shows them: no sign of them stands beside a figure.
_LETTER = "A-Za-z¡-©ª-¯µ-¹»-¾Æ-þ"
_KEPT = re.compile(
    "|".join(
        (
            # 3×4, 2 ÷ 1, 1½, 5 µm
            rf"(?<=\d)[¼½¾×÷·](?![{_LETTER}])",
            rf"(?<![{_LETTER}])[¼½¾×÷·](?=\d)",
            r"(?<=\d )[×÷·](?= \d)",
            r"(?<=\d)µ(?=[mgFlsAVW]\b)",
            r"(?<=\d )µ(?=[mgFlsAVW]\b)",
            # Alone they are no word.
            r"(?<!\S)[·»¼½¾÷¶](?!\S)",
            # A sign of trade behind a name, one of copying before a year.
            rf"(?<=[A-Za-z])®(?![{_LETTER}])",
            r"©(?=\s?\d{4}\b)",
            # No syllable ends in ằ, and none has a capital behind ô.
            r"(?<=\S)»(?!\w)",
            r"(?<!\w)«(?=[^\s»]+»)",
            r"(?<!\w)«(?=[A-Z§¡¢£¤¥¦])",
        )
    )
)
# A private place for a sign that is not decoded.
_AWAY = 0x100000


def decode_tcvn3_prose(text: str) -> str:
    """The text of a .VnTime font, in which signs that are no letters stay.

    >>> decode_tcvn3_prose("«häc» 3 × 4, « t«")
    '«học» 3 × 4, ô tô'
    """
    return signs_back(decode_tcvn3(signs_hidden(text)))


def signs_hidden(text: str) -> str:
    """The text of a .VnTime font with the signs that stay in a place where nothing decodes them."""
    return _KEPT.sub(lambda sign: chr(_AWAY + ord(sign[0])), text)


def signs_back(text: str) -> str:
    """The text with the signs in their places again."""
    return re.sub("[\U001000a1-\U001000ff]", lambda sign: chr(ord(sign[0]) - _AWAY), text)
