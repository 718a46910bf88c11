"""Signs of a text in an old encoding: most texts have none, which is told without decoding."""

import re

# Signs that Vietnamese prose has not; a text without them is in none of the encodings.
_SIGNS_OF_LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
_SIGNS_OF_PROSE = "«»·°²³±½×÷§©®£´\x85\xa0\xad"
# A run of all others is matched faster than one of these is searched for.
_USUAL = re.compile(
    rf"[\x00-\x7f{_SIGNS_OF_LETTERS}{_SIGNS_OF_PROSE}"
    r"\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02c5\u02c7-\u02db"
    r"\u02dd-\u201f\u2022-\u202f\u2031-\u2038\u203b-\u2121\u2123-\U0010ffff]*+"
)
MOJIBAKE = ("á»", "áº")
# Pairs that Vietnamese has not: windows-1258 and VNI write tones and accents behind the vowel, and
# UTF-8 that was misread has signs behind a capital.
_PAIR = re.compile(
    r"[ÌÒÞìòÂâÙù°²³´±µ·§©«®£](?:(?<=[aeiouyâêôãõýAEIOUYÂÊÔÃÕÝ][ÌÒÞìò])|(?<=[aeoAEO][ÂâÙù])"
    r"|(?<=[ÃÂ][°²³´±µ·§©«®£]))"
)
VIQR_SIGN = re.compile(r"[aeoAEO]\^['`?~.]?|[ouOU]\+['`?~.]?|[aA]\(['`?~.]")


def may_be_legacy(text: str) -> bool:
    """True where a text has any sign of an old encoding; most have none, which is told quickly."""
    return (
        not _USUAL.fullmatch(text)
        or any(sign in text for sign in MOJIBAKE)
        or bool(_PAIR.search(text))
        or (("^" in text or "+" in text) and bool(VIQR_SIGN.search(text)))
    )
