"""Text in an old encoding that looks like text: recognised by what it spells when decoded.

A line is of an old encoding if its words spell no Vietnamese as they stand and do when decoded.
Words of other languages spell it neither way, and real Vietnamese only as it stands.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..syllables import is_syllable
from .kept_signs import decode_tcvn3_prose
from .legacy_encodings import decode_vni
from .legacy_signs import MOJIBAKE, VIQR_SIGN, may_be_legacy
from .misread_bytes import (
    decode_utf8_as_vietnamese,
    decode_utf8_as_western,
    decode_utf8_twice_as_western,
    decode_vietnamese_as_western,
    decode_western_as_vietnamese,
)
from .viqr import decode_viqr


@dataclass(frozen=True, kw_only=True)
class LegacyEncoding:
    """An old encoding, as it is called in messages, and the way to what was meant."""

    name: str
    decode: Callable[[str], str]


TCVN3, VNI, VIQR = (
    LegacyEncoding(name="TCVN3 (phông .VnTime)", decode=decode_tcvn3_prose),
    LegacyEncoding(name="VNI (phông VNI-Times)", decode=decode_vni),
    LegacyEncoding(name="VIQR", decode=decode_viqr),
)
UTF8_AS_WESTERN, UTF8_AS_VIETNAMESE, VIETNAMESE_AS_WESTERN = (
    LegacyEncoding(name="UTF-8 bị đọc nhầm thành windows-1252", decode=decode_utf8_as_western),
    LegacyEncoding(name="UTF-8 bị đọc nhầm thành windows-1258", decode=decode_utf8_as_vietnamese),
    LegacyEncoding(
        name="windows-1258 bị đọc nhầm thành windows-1252", decode=decode_vietnamese_as_western
    ),
)
# The same fonts' text, read by a Vietnamese Windows as its own.
TCVN3_AS_VIETNAMESE, VNI_AS_VIETNAMESE = (
    LegacyEncoding(
        name=TCVN3.name, decode=lambda text: decode_tcvn3_prose(decode_western_as_vietnamese(text))
    ),
    LegacyEncoding(
        name=VNI.name, decode=lambda text: decode_vni(decode_western_as_vietnamese(text))
    ),
)
# As databases have it that were copied with the wrong settings, once more or over an old font.
UTF8_TWICE_AS_WESTERN, TCVN3_IN_UTF8_AS_WESTERN, VNI_IN_UTF8_AS_WESTERN = (
    LegacyEncoding(name=UTF8_AS_WESTERN.name, decode=decode_utf8_twice_as_western),
    LegacyEncoding(
        name=TCVN3.name, decode=lambda text: decode_tcvn3_prose(decode_utf8_as_western(text))
    ),
    LegacyEncoding(name=VNI.name, decode=lambda text: decode_vni(decode_utf8_as_western(text))),
)
OF_UTF8 = (UTF8_AS_WESTERN, UTF8_AS_VIETNAMESE, UTF8_TWICE_AS_WESTERN)
# Letters that are themselves there: half of them in windows-1258 and -1252.
_SAME = {
    VIETNAMESE_AS_WESTERN.name: re.compile(r".*"),
    VNI.name: re.compile(r"[A-Za-zìíÌÍ]*"),
    TCVN3.name: re.compile(r"[A-Za-zý]*"),
}
_THROUGH_UTF8 = (*OF_UTF8, TCVN3_IN_UTF8_AS_WESTERN, VNI_IN_UTF8_AS_WESTERN)
# Of two that spell as well, the first.
ENCODINGS = (
    UTF8_AS_WESTERN,
    UTF8_TWICE_AS_WESTERN,
    UTF8_AS_VIETNAMESE,
    TCVN3,
    VNI,
    VIETNAMESE_AS_WESTERN,
    TCVN3_AS_VIETNAMESE,
    VNI_AS_VIETNAMESE,
    TCVN3_IN_UTF8_AS_WESTERN,
    VNI_IN_UTF8_AS_WESTERN,
)


@dataclass(frozen=True, kw_only=True)
class LegacyLine:
    """A line in an old encoding: its number from 0, the line as it was meant, and where in it the
    part begins that was in that encoding: behind a key, mostly at once.
    """

    number: int
    encoding: LegacyEncoding
    decoded: str
    start: int = 0

    @property
    def words(self) -> str:
        return self.decoded[self.start :]


_CODE = re.compile(r"`[^`\n]*`")
_CHUNK = re.compile(r"[^ \t\n]+")
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
# Between two letters these stand in no text of ours.
_WITHIN_A_WORD = re.compile(r"[A-Za-z][¡¢¤¥¦§¨ª¬µ¶¸¹¼¾][A-Za-z]")
_SIGN = re.compile("[¡-¦§¨ª¬\xad®µ¶¸¹¼¾]")
_KEY = re.compile(r"^\s*(?:[-*+]\s+)?[^:：]{1,40}[:：]\s*")
# The same key on some keyboards: real text has it for Đ.
_ETH = str.maketrans("Ðð", "Đđ")
_QUOTES_BROKEN = re.compile("â€|â\x80|Ă¢â‚¬")


def legacy_lines(text: str) -> tuple[LegacyLine, ...]:
    """The lines of a text, header or body, that are in an old encoding, as they were meant.

    The text has to be as it came: what is taken out of it for invisible (U+00AD) is a letter in
    TCVN3.
    """
    text = unicodedata.normalize("NFC", text)
    if not may_be_legacy(text):
        return ()
    lines = text.split("\n")
    found = {n: line for n, raw in enumerate(lines) if (line := _recognised(raw, n))}
    if found:
        # A line too short to tell by itself is what its neighbours are, and so is a key.
        for n, line in found.items():
            if line.start and _is_in(lines[n][: line.start], line.encoding):
                decoded = line.encoding.decode(lines[n])
                found[n] = replace(line, decoded=decoded, start=0)
        known = tuple(dict.fromkeys(line.encoding for line in found.values()))
        for n, raw in enumerate(lines):
            if n not in found and (line := _recognised(raw, n, known)):
                found[n] = line
    return tuple(found[n] for n in sorted(found))


def encoding_of(text: str) -> LegacyEncoding | None:
    """The old encoding that all of a text is in; None where it is in none, or in doubt."""
    plain = unicodedata.normalize("NFC", text)
    if not may_be_legacy(plain):
        return None
    best, second = sorted(
        (_Reading(plain, encoding) for encoding in ENCODINGS), key=lambda r: r.weight, reverse=True
    )[:2]
    is_clear = best.is_sure and best.is_nearly_all
    is_only = best.weight > 2 * second.weight or best.encoding.name == second.encoding.name
    return best.encoding if is_clear and is_only else None


def _recognised(line: str, number: int, known: Sequence[LegacyEncoding] = ()) -> LegacyLine | None:
    if not may_be_legacy(line) and not (known and _NON_ASCII.search(line)):
        return None
    key = _KEY.match(line)
    # Behind a real key the words may be in an old encoding, or the key with them.
    for start in (key.end(), 0) if key else (0,):
        if encoding := _encoding(line[start:], known):
            decoded = line[:start] + encoding.decode(line[start:])
            return LegacyLine(number=number, encoding=encoding, decoded=decoded, start=start)
    return None


def _encoding(line: str, known: Sequence[LegacyEncoding]) -> LegacyEncoding | None:
    plain = _CODE.sub("", line)
    readings = [_Reading(plain, encoding) for encoding in known or ENCODINGS if encoding != VIQR]
    best = max(readings, key=lambda reading: reading.weight, default=None)
    if best and (best.is_sure or (known and best.is_likely)):
        return best.encoding
    # A grave accent is one of its tones: nothing is code there.
    return VIQR if _is_viqr(line) else None


def _is_in(key: str, encoding: LegacyEncoding) -> bool:
    return not key.isascii() and _Reading(key, encoding).is_likely


class _Reading:
    """One line as it would read in one encoding."""

    def __init__(self, line: str, encoding: LegacyEncoding) -> None:
        self.encoding = encoding
        self._line = line

    @cached_property
    def _judged(self) -> list[tuple[str, int]]:
        """Each word with other than ASCII letters: 1 speaks for the encoding, -1 against it."""
        chunks = [c for c in _CHUNK.findall(self._line) if not c.isascii()]
        return [(chunk, judged_word(chunk, self.encoding)) for chunk in chunks]

    @cached_property
    def _for(self) -> int:
        return len({chunk for chunk, verdict in self._judged if verdict > 0})

    @cached_property
    def _against(self) -> int:
        return sum(verdict < 0 for _, verdict in self._judged)

    @property
    def weight(self) -> int:
        return self._for - self._against

    @property
    def is_likely(self) -> bool:
        return self._for > self._against

    @property
    def is_nearly_all(self) -> bool:
        return self._for >= 9 * self._against

    @property
    def is_sure(self) -> bool:
        if self._for >= 2 and self._for >= 2 * self._against:
            return True
        if self._for and not self._against:
            return self.encoding in OF_UTF8 or bool(_WITHIN_A_WORD.search(self._line))
        return self._longest_run >= 3

    @property
    def _longest_run(self) -> int:
        """The most different words for it, one after another: pasted into a real sentence."""
        longest, run = 0, set[str]()
        for chunk, verdict in self._judged:
            if verdict < 0:
                run = set()
            elif verdict > 0:
                run.add(chunk)
                longest = max(longest, len(run))
        return longest


def judged_word(raw: str, encoding: LegacyEncoding) -> int:
    """1 where a word speaks for the encoding, -1 where it speaks against it, 0 for neither."""
    decoded = encoding.decode(raw)
    before = [word for word in _WORD.findall(raw.translate(_ETH)) if not word.isascii()]
    is_real = bool(before) and all(map(is_syllable, before))
    if decoded == raw:
        kept = _SAME.get(encoding.name)
        is_same = is_real and bool(kept and kept.fullmatch("".join(before)))
        return -1 if before and not is_same else 0
    if encoding not in _THROUGH_UTF8 and any(sign in raw for sign in MOJIBAKE):
        return -1
    if _QUOTES_BROKEN.search(raw) and not _QUOTES_BROKEN.search(decoded):
        return 1
    if any(sign in decoded for sign in MOJIBAKE):
        # A byte of it was lost on the way.
        return 0
    after = [word for word in _WORD.findall(decoded) if not word.isascii()]
    if not after or not all(map(is_syllable, after)):
        return -1
    if max(map(len, after)) < 2:
        return 0
    has_signs = any(not letter.isascii() and not letter.isalpha() for letter in raw)
    return 0 if is_real and not has_signs else 1


def is_unicode_word(chunk: str) -> bool:
    """True where the words of a chunk that are not ASCII are Vietnamese as they stand.

    A capital behind a small letter (“lËp”), or a sign within, is a letter of an old encoding.
    """
    words = [word for word in _WORD.findall(chunk) if not word.isascii()]
    return bool(words) and not _SIGN.search(chunk) and all(map(_is_so_written, words))


def _is_so_written(word: str) -> bool:
    has_usual_case = word.islower() or word.isupper() or word[1:].islower()
    return has_usual_case and is_syllable(word)


def _is_viqr(line: str) -> bool:
    """True where several words of a line are Vietnamese only with signs of VIQR read as marks."""
    if not VIQR_SIGN.search(line):
        return False
    words = {chunk: decode_viqr(chunk) for chunk in _words_of(line)}
    spelt = [chunk for chunk, word in words.items() if not word.isascii() and is_syllable(word)]
    marked = [chunk for chunk in spelt if VIQR_SIGN.search(chunk) and len(chunk) > 3]
    is_most = len(spelt) == len(words) or (len(spelt) >= 3 and 3 * len(spelt) >= len(words))
    return len(marked) >= 2 and is_most


def _words_of(line: str) -> Iterator[str]:
    for chunk in _CHUNK.findall(line):
        word = chunk.strip('"()[]*_,;:!-“”‘’…')
        if word[:1].isalpha() and word.isascii():
            yield word.rstrip(".") if word.endswith("..") else word
