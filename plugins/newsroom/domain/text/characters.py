"""The characters of real files, sorted once: meant, mended, invisible, private, forbidden.

*Forbidden* are those that XML 1.0 does not allow and those that Unicode promises never to be
characters: a feed with one of them is read by nobody. *Lost* is the sign that programs put where
they could not read a letter. *Private* characters mean something in one font only: bullets and
arrows of Word's Symbol and Wingdings are known, the rest is not. Sources: XML 1.0, 2.2; Unicode
Standard, 23.5 to 23.8; the character sets of the Symbol and Wingdings fonts.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

# Word pastes its soft line break as U+000B, PDF readers their page break as U+000C.
_BLANKS = "\v\f\x85\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# What phones, Word and Zalo leave in pasted text: breaks and joiners that have no width, the
# directions of other scripts, fillers, marks of objects that were not copied, variants of signs.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc"
    "\U0001d173-\U0001d17a\U000e0000-\U000e01ef"
)
_FORBIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}"
              for plane in range(1, 0x11))
)  # fmt: skip
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_LOST = "\ufffd"
# As a font for Chinese or Japanese has them: letters and signs of the width of a whole syllable.
_FULL_WIDTH = "\uff05\uff08\uff09\uff0c\uff0e-\uff1a\uff21-\uff3a\uff41-\uff5a"
# Bold and italic letters by which people dress their words for Facebook, and those of older blocks
# that belong to the same alphabets.
_DRESSED = (
    "\u2102\u210a-\u210e\u2110-\u2112\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131"
    "\u2133\u2134\U0001d400-\U0001d7ff"
)
# As a PDF has them, which no search finds.
_LIGATURES = "\ufb00-\ufb06"

# Of each two that look alike: what somebody meant. Eth stands where Đ does on some keyboards.
_ALIKE = {"Ð": "Đ", "ð": "đ", "\u0189": "Đ"}

# What Word shows for a character of its Symbol and Wingdings fonts. Where the two fonts have
# different signs under one code, the one that Word offers as a bullet or arrow.
_WORD_SIGNS = {
    0xF020: " ", 0xF021: "✏", 0xF022: "✂", 0xF025: "🔔", 0xF026: "📖", 0xF028: "☎", 0xF02A: "✉",
    0xF02B: "+", 0xF02D: "-", 0xF03D: "=", 0xF03F: "✍", 0xF040: "✍",
    0xF043: "👍", 0xF044: "Δ", 0xF045: "☜", 0xF046: "☞", 0xF047: "☝", 0xF048: "☟", 0xF04A: "☺",
    0xF04B: "😐", 0xF04C: "☹", 0xF050: "Π", 0xF053: "Σ", 0xF057: "Ω", 0xF05C: "∴", 0xF05E: "⊥",
    0xF061: "α", 0xF062: "β", 0xF064: "δ", 0xF065: "ε", 0xF067: "γ", 0xF06A: "φ", 0xF06C: "●",
    0xF06D: "μ", 0xF06E: "■", 0xF06F: "□", 0xF070: "π", 0xF071: "❑", 0xF072: "❒", 0xF073: "⬧",
    0xF074: "⧫", 0xF075: "◆", 0xF076: "❖", 0xF077: "⬥", 0xF07E: "∼",
    0xF09E: "·", 0xF09F: "•", 0xF0A0: "▪", 0xF0A1: "○", 0xF0A2: "′", 0xF0A3: "≤", 0xF0A4: "◉",
    0xF0A5: "∞", 0xF0A7: "▪", 0xF0A8: "◻", 0xF0AA: "✦", 0xF0AB: "★", 0xF0AC: "←", 0xF0AD: "↑",
    0xF0AE: "→", 0xF0AF: "↓", 0xF0B0: "°", 0xF0B1: "±", 0xF0B2: "″", 0xF0B3: "≥", 0xF0B4: "×",
    0xF0B6: "∂", 0xF0B7: "•", 0xF0B8: "÷", 0xF0B9: "≠", 0xF0BA: "≡", 0xF0BB: "≈", 0xF0BC: "…",
    0xF0C6: "∅", 0xF0C7: "∩", 0xF0C8: "∪", 0xF0C9: "⊃", 0xF0CA: "⊇", 0xF0CC: "⊂", 0xF0CD: "⊆",
    0xF0CE: "∈", 0xF0CF: "∉", 0xF0D0: "∠", 0xF0D1: "∇", 0xF0D6: "√", 0xF0D7: "⋅", 0xF0D8: "➢",
    0xF0D9: "∧", 0xF0DA: "∨", 0xF0DB: "⇔", 0xF0DC: "⇐", 0xF0DE: "⇒", 0xF0DF: "←", 0xF0E0: "→",
    0xF0E1: "↑", 0xF0E2: "↓", 0xF0E5: "∑", 0xF0E7: "⬅", 0xF0E8: "➔", 0xF0EF: "⇦", 0xF0F0: "⇨",
    0xF0F1: "⇧", 0xF0F2: "⇩", 0xF0FB: "✗", 0xF0FC: "✓", 0xF0FD: "☒", 0xF0FE: "☑",
}  # fmt: skip

# Between two emoji a joiner makes one of them, a family or a flag; anywhere else it is invisible.
JOINER = "\u200d"
_EMOJI = "\u2190-\u21ff\u231a-\u231b\u23e9-\u23fa\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_LOOSE_JOINER = f"(?<![{_EMOJI}])(?<![{_EMOJI}]\ufe0f){JOINER}|{JOINER}(?![{_EMOJI}])"
_KEPT = (
    # A flag of a part of a country is spelt in letters that are not seen.
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
    # After a sign that has an emoji too, a mark says which is meant.
    "|[#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u24c2\u25aa-\u25fe\u2934\u2935\u3030\u303d\u3297"
    f"\u3299{_EMOJI}][\ufe0e\ufe0f]\u20e3?"
)
_CHINESE = "\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"

_UNMEANT = _INVISIBLE + _FORBIDDEN
_SPOTS = (
    _BLANKS
    + _INVISIBLE
    + _FORBIDDEN
    + _FULL_WIDTH
    + _LIGATURES
    + _DRESSED
    + "".join(_ALIKE)
    + "".join(map(chr, _WORD_SIGNS))
)
_TOLD = _FORBIDDEN + _LOST + _PRIVATE


def _all_but(characters: str) -> str:
    """The ranges of all other characters, as a class of a pattern.

    A run of these is matched in half the time that one of those is searched for, and a class of
    what is meant is much faster than one of what is not.
    """
    ranges, behind = [], 0
    end = chr(sys.maxunicode)
    for first, last in sorted(re.findall(r"(?s)(.)(?:-(.))?", f"{characters}{end}")):
        if behind < ord(first):
            ranges.append(f"\\U{behind:08x}-\\U{ord(first) - 1:08x}")
        behind = max(behind, ord(last or first) + 1)
    return f"[{''.join(ranges)}]"


_SPOTLESS = re.compile(f"{_all_but(_SPOTS)}*+")


@cache
def _one_of(characters: str) -> re.Pattern[str]:
    """One of these. Most files need none of these patterns, which take long to compile."""
    return re.compile(f"[{characters}]")


@cache
def _only(characters: str) -> re.Pattern[str]:
    return re.compile(f"{_all_but(characters)}*+")


class CharacterKind(Enum):
    """The sorts of characters that people are told about."""

    FORBIDDEN = "forbidden"
    LOST = "lost"
    PRIVATE = "private"


class OddCharacter(NamedTuple):
    """A character to be told, and its place in the text."""

    character: str
    kind: CharacterKind
    place: int


def needs_mending(text: str) -> bool:
    """True where a text holds anything that is mended or taken out; most do not."""
    return not _SPOTLESS.fullmatch(text)


def mend(text: str) -> str:
    """The text with what is meant for what only looks so, and nothing invisible or forbidden.

    >>> mend("Ðội\\u200b viên\\uf0e0７：３０")
    'Đội viên→7:30'
    """
    if not needs_mending(text):
        return text
    if JOINER in text:
        text = re.sub(_LOOSE_JOINER, "", text)
    kept = {place for found in re.finditer(_KEPT, text) for place in range(*found.span())}
    return _one_of(_SPOTS).sub(lambda spot: spot[0] if spot.start() in kept else _meant(spot), text)


def _meant(found: re.Match[str]) -> str:
    spot = found[0]
    if _one_of(_BLANKS).match(spot):
        return " "
    if spot == JOINER:
        # One that is still there joins two emoji.
        return spot
    if _one_of(_UNMEANT).match(spot):
        return ""
    if alike := _ALIKE.get(spot) or _WORD_SIGNS.get(ord(spot)):
        return alike
    plain = unicodedata.normalize("NFKC", spot)
    return plain if plain.isalnum() or spot < "\uff00" else _full_width_sign(found, plain)


def _full_width_sign(found: re.Match[str], plain: str) -> str:
    """A sign of the width of a syllable: among Chinese as it is, elsewhere as it is typed.

    A blank stands behind a colon and a comma, but within a time, a number or an address.
    """
    text, start, end = found.string, *found.span()
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    if _one_of(_CHINESE).match(before) or _one_of(_CHINESE).match(behind):
        return found[0]
    is_within = (before.isdigit() and behind.isdigit()) or behind in ("/", "／", "")
    return plain if plain not in ":," or is_within or behind.isspace() else f"{plain} "


def odd_characters(text: str) -> Iterator[OddCharacter]:
    """The characters of a text that somebody must replace, in order."""
    if _only(_TOLD).fullmatch(text):
        return
    for found in _one_of(_TOLD).finditer(text):
        character = found[0]
        if ord(character) not in _WORD_SIGNS:
            yield OddCharacter(character, _kind(character), found.start())


def invisible_in(text: str) -> tuple[str, ...]:
    """The invisible characters of a text, each once, in order."""
    return tuple(dict.fromkeys(_one_of(_INVISIBLE).findall(re.sub(_KEPT, "", text))))


def is_forbidden(code: int) -> bool:
    """True where no file of ours may hold the code point, or where it is none at all."""
    return code > 0x10FFFF or bool(_one_of(_FORBIDDEN).match(chr(code)))


def _kind(character: str) -> CharacterKind:
    if character == _LOST:
        return CharacterKind.LOST
    is_private = unicodedata.category(character) == "Co"
    return CharacterKind.PRIVATE if is_private else CharacterKind.FORBIDDEN


_CONTROLS = (
    *("NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION"),
    *("ENQUIRY", "ACKNOWLEDGE", "BELL", "BACKSPACE", "TABULATION", "LINE FEED"),
    *("LINE TABULATION", "FORM FEED", "CARRIAGE RETURN", "SHIFT OUT", "SHIFT IN"),
    *("DATA LINK ESCAPE", "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE"),
    *("DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE"),
    *("END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE"),
    *("FILE SEPARATOR", "GROUP SEPARATOR", "RECORD SEPARATOR", "UNIT SEPARATOR"),
)


def name_of(character: str) -> str:
    """The code point and its name, as tables and editors have it.

    >>> name_of("\\uffff"), name_of("\\x1b"), name_of("\\u200b")
    ('U+FFFF (NONCHARACTER)', 'U+001B (ESCAPE)', 'U+200B (ZERO WIDTH SPACE)')
    """
    code = ord(character)
    name = unicodedata.name(character, "")
    if not name and code < len(_CONTROLS):
        name = _CONTROLS[code]
    if not name:
        category = unicodedata.category(character)
        name = {"Co": "PRIVATE USE", "Cs": "SURROGATE", "Cc": "CONTROL"}.get(
            category, "NONCHARACTER" if is_forbidden(code) else "UNASSIGNED"
        )
    return f"U+{code:04X} ({name})"
