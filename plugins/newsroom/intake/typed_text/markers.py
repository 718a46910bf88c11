"""The signs at the start of a line that make it an item of a list."""

import re
from typing import NamedTuple

# Outer signs before inner ones, as Vietnamese papers nest them without indentation: under "1."
# comes "a)", then "-", then "+". Signs of one group never nest in one another by themselves.
_RANKS = ("*•●■➢❖", "-", "+◦○", "·▪‣⁃∙□")
_TYPED = "-*+"
_GLYPHS = "".join(sign for signs in _RANKS for sign in signs if sign not in _TYPED)
_MARKER = re.compile(
    rf"(?P<indent> *)(?:(?P<bullet>[{_TYPED}](?= |$)|[{_GLYPHS}])"
    r"|(?P<number>[0-9]{1,9})(?P<mark>[.)/])(?= |$)"
    r"|(?P<letter>[a-zđ])\)(?= )) *(?P<words>.*)",
    re.DOTALL,
)
RULE = re.compile(r" *(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})$")
# "20. 11. 2026", "20/ 11/ 2026": a date and no item.
_DATE = re.compile(r"\d{1,2}\s*(?:\.(?=\s|$)|[./-]\s*(?:19|20)\d\d\b)")
_LARGEST = 999


class Marker(NamedTuple):
    """The sign of an item: its kind, rank, number, the blanks before it, and the item's words.

    `offset` is the column where the words begin; a letter's sign belongs to them.
    """

    kind: str
    rank: int
    number: int
    indent: int
    offset: int
    words: str

    @property
    def is_number(self) -> bool:
        return self.rank == 0

    @property
    def is_glyph(self) -> bool:
        """True where the sign is no sign of Markdown: it stands for a bullet and nothing else."""
        return self.kind in _GLYPHS

    @property
    def is_letter(self) -> bool:
        return self.rank == 1


def marker_of(line: str) -> Marker | None:
    """The sign at the start of a line without tabs; None if the line begins with none.

    >>> marker_of("3) Mục ba")
    Marker(kind='1)', rank=0, number=3, indent=0, offset=3, words='Mục ba')
    >>> marker_of("2026. Một năm"), marker_of("– Chào cô!"), marker_of("* * *")
    (None, None, None)
    """
    found = _MARKER.match(line)
    if not found or RULE.match(line):
        return None
    indent, offset, words = len(found["indent"]), found.start("words"), found["words"]
    if sign := found["bullet"]:
        rank = next(n for n, signs in enumerate(_RANKS, start=2) if sign in signs)
        return Marker(sign, rank, 0, indent, offset, words)
    if letter := found["letter"]:
        return Marker("a)", 1, 0, indent, offset, f"{letter}) {words}")
    number = int(found["number"])
    if number > _LARGEST or _DATE.match(words):
        return None
    return Marker(f"1{found['mark']}", 0, number, indent, offset, words)


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
