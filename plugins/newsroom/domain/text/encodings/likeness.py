"""Pasted text, or text of an old database, whose font nobody knows: decoded by what it spells.

Each line needs its evidence: words that are Vietnamese only when decoded. A text may have lines of
several encodings among lines of Unicode, French or arithmetic, which stay as they are.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..syllables import is_syllable
from .encoding_guess import (
    OF_UTF8,
    TCVN3,
    UTF8_AS_WESTERN,
    VIQR,
    LegacyEncoding,
    is_unicode_word,
    judged_word,
    legacy_lines,
)
from .even_capitals import with_even_capitals
from .kept_signs import signs_back, signs_hidden
from .legacy_signs import MOJIBAKE, may_be_legacy
from .misread_bytes import as_typed, bytes_of_western
from .viqr import decode_viqr

_WORD = re.compile(r"[^\W\d_]+")
_CHUNK = re.compile(r"[^ \t\n]+")
_BEYOND_WESTERN = re.compile("[\u0100-\u024f\u0300-\u036f\u1ea0-\u1ef9\u20ab]")
# A no-break blank that was the second byte of à, and became a blank when it was copied.
_LOST_BLANK = re.compile(r"(?P<before>[^\W\d_]*)Ã (?P<behind> |[^\W\d_]*)")
_MISREAD = re.compile(f"{'|'.join(MOJIBAKE)}|Ã[¡-¿]|Æ°|Ä[‘‚ƒ]|Æ¡")
_PRIVATE_LETTER = re.compile("[A-Za-z\uf041-\uf07a][\uf0a1-\uf0ff]")
# Of the words of a line that are not ASCII.
_SPELT_ENOUGH = 0.75
# One line in so many, of those that are not empty, has to show itself that it is VIQR.
_ENOUGH_VIQR = 4
_MOST_PASSES = 3
# In letters.
_SAMPLE = 4_000


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A text with what was in an old encoding in Unicode (NFC), and how certain that is.

    `encoding` names what was found, in Vietnamese; it is empty where all was Unicode. `sure` is
    false where lines look like an old encoding and would not be spelt right: those are as they
    were, to be reported.
    """

    text: str
    encoding: str = ""
    sure: bool = True


def by_likeness(text: str) -> Decoded:
    """The text with each line that is in TCVN3, VNI, VIQR or misread UTF-8 as it was meant.

    >>> by_likeness("Tr\\xadêng TiÓu häc\\nSố ½, 5 µm, élève")
    Decoded(text='Trường Tiểu học\\nSố ½, 5 µm, élève', encoding='TCVN3 (phông .VnTime)', sure=True)
    """
    made = unicodedata.normalize("NFC", text)
    if _PRIVATE_LETTER.search(made):
        made = _without_private_letters(made)
    names: dict[str, None] = {}
    is_sure = True
    while whole := _misread_whole(made):
        made = whole
        names[UTF8_AS_WESTERN.name] = None
    for _ in range(_MOST_PASSES):
        if not may_be_legacy(made):
            break
        before = made
        made, found, is_sure = _decoded_once(before)
        names |= found
        if made == before:
            break
    return Decoded(text=made, encoding=" và ".join(names), sure=is_sure)


def _misread_whole(text: str) -> str:
    """All of a text that is UTF-8 read as something else, as fields of a database are; else empty.

    Every letter of it fits: that is proof enough where what comes out is Vietnamese.
    """
    if not _MISREAD.search(text):
        return ""
    try:
        meant = unicodedata.normalize("NFC", bytes_of_western(text).decode("utf-8"))
    except UnicodeError:
        return ""
    words = [word for word in _WORD.findall(meant[:_SAMPLE]) if not word.isascii()]
    is_vietnamese = sum(map(is_syllable, words)) >= _SPELT_ENOUGH * len(words)
    return meant if words and (is_vietnamese or _MISREAD.search(meant)) else ""


def _without_private_letters(text: str) -> str:
    """The text of a font with signs of its own, where that makes it one of an old encoding."""
    typed = as_typed(text)
    return typed if legacy_lines(typed) else text


def _decoded_once(text: str) -> tuple[str, dict[str, None], bool]:
    made = text.split("\n")
    lines = [_with_lost_blanks(line) for line in made]
    found = {line.number: line for line in legacy_lines("\n".join(lines))}
    alone = _only_encoding(text, [line.encoding for line in found.values()])
    doubted = 0
    for number, line in enumerate(lines):
        known = found.get(number)
        if known is None:
            made[number] = _short_line(line, alone) or made[number]
            continue
        key, words = line[: known.start], line[known.start :]
        behind = _line_decoded(words, known.encoding)
        if behind is None:
            doubted += 1
        else:
            made[number] = (_short_line(key, known.encoding if alone else None) or key) + behind
    names = dict.fromkeys(line.encoding.name for line in found.values())
    # Where as many lines spell nothing as do, it is another language that looks so.
    is_other = doubted and 2 * doubted >= len(found)
    return text if is_other else "\n".join(made), names, not doubted


def _only_encoding(text: str, found: list[LegacyEncoding]) -> LegacyEncoding | None:
    """The encoding in which lines too short to tell by themselves are too; None where in doubt.

    No letter of such a text is Unicode's alone, but in one where a few lines were misread.
    """
    encodings = [*dict.fromkeys(found)]
    if encodings and encodings[0] in OF_UTF8:
        return encodings[0]
    if len(encodings) != 1 or _BEYOND_WESTERN.search(text):
        return None
    filled = sum(map(bool, map(str.split, text.split("\n"))))
    is_viqr = encodings[0] is VIQR
    return encodings[0] if not is_viqr or _ENOUGH_VIQR * len(found) >= filled else None


def _short_line(line: str, encoding: LegacyEncoding | None) -> str:
    """A line or a key too short to tell by itself, as its text is; empty where it is not."""
    if encoding is None or (encoding is not VIQR and line.isascii()):
        return ""
    decoded = decode_viqr(line) if encoding is VIQR else encoding.decode(line)
    if encoding is VIQR:
        words = [word for word in _WORD.findall(decoded) if not word.isascii()]
        return decoded if all(map(is_syllable, words)) else ""
    if encoding in OF_UTF8:
        return "" if _BEYOND_WESTERN.search(line) and not _MISREAD.search(line) else decoded
    chunks = [chunk for chunk in _CHUNK.findall(line) if not chunk.isascii()]
    is_likely = all(judged_word(chunk, encoding) >= 0 for chunk in chunks)
    return decoded if is_likely else ""


def _line_decoded(line: str, encoding: LegacyEncoding) -> str | None:
    """The line with all that is in the encoding decoded; None where that spells too little."""
    if encoding is VIQR:
        return decode_viqr(line)
    is_tcvn3 = encoding.name == TCVN3.name
    hidden = signs_hidden(line) if is_tcvn3 else line
    chunks = [(found[0], *found.span()) for found in _CHUNK.finditer(hidden)]
    left = _real_words([chunk for chunk, *_ in chunks], encoding)
    pieces, place = [], 0
    for n, (chunk, start, end) in enumerate(chunks):
        pieces += [hidden[place:start], chunk if n in left else encoding.decode(chunk)]
        place = end
    decoded = signs_back("".join([*pieces, hidden[place:]]))
    if is_tcvn3:
        decoded = with_even_capitals(decoded)
    words = [word for word in _WORD.findall(decoded) if not word.isascii()]
    return decoded if sum(map(is_syllable, words)) >= _SPELT_ENOUGH * len(words) else None


def _real_words(chunks: list[str], encoding: LegacyEncoding) -> set[int]:
    """The places of words that stay, since they are Unicode between words of the encoding.

    In a line without a letter that is Unicode's alone one or two such words are a chance.
    """
    verdicts = [0 if chunk.isascii() else judged_word(chunk, encoding) for chunk in chunks]
    # What windows-1258 was misread as has nothing beyond windows-1252, but for that of a mark.
    beyond = {n for n, chunk in enumerate(chunks)
              if verdicts[n] < 0 and _BEYOND_WESTERN.search(chunk)}  # fmt: skip
    real = {n for n, chunk in enumerate(chunks) if verdicts[n] < 0 and is_unicode_word(chunk)}
    if not beyond and 2 * len(real) < sum(verdict > 0 for verdict in verdicts):
        return set()
    return {*_undecided(verdicts, real | beyond)}


def _undecided(verdicts: list[int], real: set[int]) -> Iterator[int]:
    """The real words, and those beside them that could be read in both ways."""
    is_old = False
    for n, verdict in enumerate(verdicts):
        if n in real:
            is_old = False
            yield n
        elif verdict > 0:
            is_old = True
        elif verdict == 0:
            behind = (m for m in range(n, len(verdicts)) if m in real or verdicts[m] > 0)
            if not is_old or next(behind, n) in real:
                yield n


def _with_lost_blanks(line: str) -> str:
    return _LOST_BLANK.sub(_blank_back, line) if _MISREAD.search(line) and "Ã " in line else line


def _blank_back(found: re.Match[str]) -> str:
    joined = f"{found['before']}à{found['behind']}"
    gap = "" if found["behind"] == " " or (found["behind"] and is_syllable(joined)) else " "
    return f"{found['before']}Ã\xa0{gap}{found['behind']}"
