"""Text set in an old Vietnamese font: the letters that its font shows, in Unicode.

Word keeps of such a text what was typed, signs of windows-1252, and the font that shows them as
Vietnamese. Two families of fonts were in use: `.Vn…` (TCVN3; those that end in H have capitals
only) and `VNI-…`. A text in any other font is what it seems.

For a paragraph of several runs ask `runs_by_font`: Word ends a run in the middle of a word, and of
a letter that VNI writes with two signs. For a single text ask `by_font`. Where Word names several
fonts for a run, its letters beyond ASCII stand in that of `w:hAnsi`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from ..syllables import is_syllable
from .encoding_guess import TCVN3, VNI, LegacyEncoding, is_unicode_word
from .even_capitals import with_even_capitals
from .kept_signs import signs_back, signs_hidden
from .legacy_encodings import decode_tcvn3
from .misread_bytes import as_typed, decode_western_as_vietnamese

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_CHUNK = re.compile(r"\s+|\S+")
_WORD = re.compile(r"[^\W\d_\u0300-\u036f][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
_BEYOND_WESTERN = re.compile("[\u0100-\u024f\u0300-\u036f\u1ea0-\u1ef9\u20ab]")


@dataclass(frozen=True, kw_only=True)
class OldFont:
    """A font of before Unicode (phông chữ cũ): its encoding, and whether it has capitals only."""

    encoding: LegacyEncoding
    has_capitals_only: bool = False


def old_font(name: str) -> OldFont | None:
    """The old font of this name, as Word or a page's `font-family` gives it; None for any other.

    >>> old_font(".VnTimeH").has_capitals_only, old_font("VNI-Times").encoding.name
    (True, 'VNI (phông VNI-Times)')
    >>> old_font("Times New Roman") is None
    True
    """
    first = _SUBSET.sub("", re.split("[,;]", name, maxsplit=1)[0].strip(" \t'\""))
    if first[:3].lower() == ".vn":
        is_one_case = first.islower() or first.isupper()
        return OldFont(
            encoding=TCVN3, has_capitals_only=first.endswith(("H", "h") if is_one_case else "H")
        )
    if re.match(r"vni[-_ ]", first, re.IGNORECASE):
        return OldFont(encoding=VNI)
    return None


def by_font(text: str, font: str) -> str:
    """A text in a font of this name in Unicode; the text itself where the font is no old one.

    Words that are Unicode already stay, as do signs beside figures: “3 × 4”.

    >>> by_font("Tr\\xadêng TiÓu häc", ".VnTime"), by_font("tr\\xadêng", ".VnTimeH")
    ('Trường Tiểu học', 'TRƯỜNG')
    >>> by_font("±5 µm, ®", "Times New Roman")
    '±5 µm, ®'
    """
    return runs_by_font([(text, font)])[0]


def runs_by_font(runs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The texts of all runs of one paragraph in Unicode, each run given as (text, font name).

    A letter of two signs that lie in two runs comes out in the first of them.

    >>> runs_by_font([("Tröô", "VNI-Times"), ("øng", "VNI-Helve"), (" học", "Arial")])
    ('Trườ', 'ng', ' học')
    """
    fonts = [old_font(font) for _, font in runs]
    made = [text for text, _ in runs]
    for encoding in dict.fromkeys(font.encoding for font in fonts if font):
        mine = [n for n, font in enumerate(fonts) if font and font.encoding is encoding]
        for n in mine:
            made[n] = as_typed(made[n])
        # The word may go on in a run of another font.
        hidden = _cut(signs_hidden("".join(made)), map(len, made))
        for n in mine if encoding is TCVN3 else ():
            made[n] = hidden[n]
        stretches = [[made[n] for n in stretch] for stretch in _consecutive(mine)]
        reading = _FontReading(encoding, ["".join(stretch) for stretch in stretches])
        pieces = [piece for stretch in stretches for piece in reading.pieces(stretch)]
        for n, piece in zip(mine, pieces, strict=True):
            made[n] = signs_back(piece)
        if encoding is TCVN3 and not reading.is_unicode:
            for n in mine:
                if (font := fonts[n]) and font.has_capitals_only:
                    made[n] = made[n].upper()
            even = _cut(with_even_capitals("".join(made)), map(len, made))
            made = [even[n] if n in mine else text for n, text in enumerate(made)]
    return tuple(made)


def _consecutive(numbers: Sequence[int]) -> list[list[int]]:
    together = groupby(enumerate(numbers), key=lambda place: place[1] - place[0])
    return [[number for _, number in group] for _, group in together]


def _cut(text: str, lengths: Iterable[int]) -> list[str]:
    ends = [0, *accumulate(lengths)]
    return [text[start:end] for start, end in pairwise(ends)]


class _FontReading:
    """All that a paragraph has in fonts of one encoding: read as that, or seen to be Unicode."""

    def __init__(self, encoding: LegacyEncoding, texts: Iterable[str]) -> None:
        # Signs that stay are hidden by now.
        self._decode = decode_tcvn3 if encoding is TCVN3 else encoding.decode
        chunks = [chunk for text in texts for chunk in text.split()]
        # True where somebody typed Unicode without changing the font.
        self.is_unicode = sum(map(self._verdict, chunks)) < 0

    def pieces(self, runs: Sequence[str]) -> list[str]:
        """Runs that stand one behind another, decoded together and cut where they ended."""
        text = "".join(runs)
        ends = [*accumulate(map(len, runs))]
        made = [""] * len(runs)
        for found in _CHUNK.finditer(text):
            read = self._way(found[0])
            whole, done = read(found[0]), 0
            for n, end in enumerate(ends):
                if end <= found.start():
                    continue
                # A letter whose second sign lies in the next run is whole here and away there.
                is_last = end >= found.end()
                upto = len(whole) if is_last else len(read(text[found.start() : end]))
                made[n] += whole[done:upto]
                done = max(done, upto)
                if is_last:
                    break
        return made

    def _way(self, chunk: str) -> Callable[[str], str]:
        """The way in which all of a word is read."""
        if chunk.isascii():
            return str
        if _BEYOND_WESTERN.search(chunk):
            return self._decode_vietnamese if self._is_vietnamese(chunk) else str
        is_left = self.is_unicode and self._verdict(chunk) <= 0
        return str if is_left else self._decode

    def _verdict(self, chunk: str) -> int:
        """1 where a word is one only when decoded, -1 where it is one only as it stands."""
        if chunk.isascii():
            return 0
        if _BEYOND_WESTERN.search(chunk):
            return 1 if self._is_vietnamese(chunk) else -1
        return _is_spelt(self._decode(chunk)) - is_unicode_word(chunk)

    def _is_vietnamese(self, chunk: str) -> bool:
        """True where a Vietnamese Windows took what was typed for its own code page."""
        typed = decode_western_as_vietnamese(chunk)
        is_whole = not _BEYOND_WESTERN.search(typed)
        return is_whole and not _is_spelt(chunk) and _is_spelt(self._decode(typed))

    def _decode_vietnamese(self, chunk: str) -> str:
        return self._decode(decode_western_as_vietnamese(chunk))


def _is_spelt(chunk: str) -> bool:
    """True where the words of a chunk that are not ASCII are Vietnamese syllables."""
    words = [word for word in _WORD.findall(chunk) if not word.isascii()]
    return bool(words) and all(map(is_syllable, words))
