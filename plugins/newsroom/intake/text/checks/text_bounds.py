"""Bounds on how much of each sign a text may hold, so that none is read for minutes.

Python-Markdown looks from each of some signs to the end of its paragraph or of the whole text.
No article of anybody comes near these bounds; on the slowest machine a text within them is read in
seconds. They are counts and no clock, so that every machine says the same of a text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ....domain.message import Message
from ....domain.problem import Problem

# A shorter text is read at once whatever it holds.
_SHORT = 2_000
_MOST_UNCLOSED_TAGS = 300
_MOST_TAGS = 50_000
_MOST_NOTES = 2_000
_MOST_COLUMNS = 1_000
_MOST_CELLS = 100_000
# Signs multiplied with the letters of their paragraph: what is looked at again and again.
_MOST_LOOKED_AT = 20_000_000
_MOST_LOOKED_AT_FOR_LINKS = 5_000_000
# The same where the paragraph is copied, which is faster: behind each sign, item or definition.
_MOST_COPIED, _MOST_COPIED_FOR_DEFINITIONS = 10_000_000_000, 2_000_000_000

_TAG = re.compile(r"<[a-zA-Z!?/]")
_UNCLOSED_TAG = re.compile(r"<[a-zA-Z][^<>]*+(?=<|\Z)")
_BRACKETS = re.compile(r"\[[^\[\]]*+\]")
_ADDRESSES = re.compile(r"\]\([^()]*+\)")
_BREAKING = re.compile(r"(?m)^ {0,3}(?:#|[=-]+ *$|(?:[-*_] *){3,}$)")
_TABLE = re.compile(r"(?m)^[ |:-]*-[ |:-]*$")
_DEFINITION = re.compile(r"(?m)^ {0,3}: ")
_NUMBERED = re.compile(r"(?m)^ {0,3}\d+[.)] ")
_SIGNS = "@\\`*_~<&["
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


class TooMuch(NamedTuple):
    """Of what a text holds too much, in words, and the place from which it does."""

    what: str
    place: int


def too_much(text: str) -> TooMuch | None:
    """The first sign of which the text holds more than can be read; None for every usual text."""
    return next(_found(text), None) if len(text) > _SHORT else None


def excess_of(text: str, label: str, first_line: int) -> Problem | None:
    """The same as a problem, at its line of the file whose line of that number the text begins."""
    excess = too_much(text)
    return excess and Problem(
        label,
        first_line + text.count("\n", 0, excess.place),
        Message("NR-TEXT-025", f"Từ dòng này có {excess.what}: nhiều quá, máy không đọc nổi."),
        "Bỏ chỗ thừa đi; bài hay bảng dài thật thì chia ra, hoặc đính kèm thành tệp.",
    )


def _found(text: str) -> Iterator[TooMuch]:
    if text.count("<") > _MOST_UNCLOSED_TAGS:
        unclosed = list(_UNCLOSED_TAG.finditer(text))
        if len(unclosed) > _MOST_UNCLOSED_TAGS:
            yield TooMuch(f"{len(unclosed)} thẻ < không đóng", unclosed[0].start())
        tags = len(_TAG.findall(text))
        if tags > _MOST_TAGS:
            yield TooMuch(f"{tags} thẻ <", text.index("<"))
    notes = text.count("[^")
    if notes > _MOST_NOTES:
        yield TooMuch(f"{notes} chú thích [^…]", text.index("[^"))
    start = 0
    for blank in (*_BLANK_LINE.finditer(text), None):
        end = blank.start() if blank else len(text)
        if end - start > _SHORT:
            yield from _in_block(text[start:end], start)
        start = blank.end() if blank else end


def _in_block(block: str, start: int) -> Iterator[TooMuch]:
    """The same of a part without a blank line, which begins at that place of the text."""
    opened = block.count("[")
    if opened * len(block) > _MOST_LOOKED_AT_FOR_LINKS:
        unclosed = opened - len(_BRACKETS.findall(block))
        unclosed += block.count("](") - len(_ADDRESSES.findall(block))
        if unclosed * len(block) > _MOST_LOOKED_AT_FOR_LINKS:
            yield TooMuch(f"{unclosed} dấu [ hoặc ( không đóng", start + block.index("["))
    if block.count("\n") * len(block) > _MOST_LOOKED_AT:
        lines = len(_BREAKING.findall(block))
        if lines * len(block) > _MOST_LOOKED_AT:
            yield TooMuch(f"{lines} tiêu đề hoặc gạch ngang liền nhau, không có dòng trống", start)
        definitions = len(_DEFINITION.findall(block))
        if definitions * len(block) > _MOST_COPIED_FOR_DEFINITIONS:
            yield TooMuch(f"{definitions} dòng bắt đầu bằng dấu :, không có dòng trống", start)
    # A cheap look first: in a shorter one even nothing but signs is not too much.
    if len(block) > _MOST_COPIED**0.5:
        items = len(_NUMBERED.findall(block))
        if items * len(block) > _MOST_COPIED:
            yield TooMuch(f"{items} mục đánh số liền nhau, không có dòng trống", start)
        signs = sum(map(block.count, _SIGNS))
        if signs * len(block) > _MOST_COPIED:
            yield TooMuch(f"{signs} dấu {' '.join(_SIGNS)} liền một đoạn", start)
    if "|" in block and _TABLE.search(block):
        columns = max(line.count("|") for line in block.split("\n"))
        cells = columns * block.count("\n")
        if columns > _MOST_COLUMNS or cells > _MOST_CELLS:
            yield TooMuch(f"bảng {columns} cột, {cells} ô", start)
