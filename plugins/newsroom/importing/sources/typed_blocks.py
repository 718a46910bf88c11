"""A typed text as blocks: its paragraphs, each with the looks that its stars tell."""

import re
from collections.abc import Iterator

from ...domain.text.vietnamese import clean
from ...intake.typed_text.line_breaks import ends_sentence
from ..block import Block, BlockKind, HandedText
from ..handed_in.lines import is_all_capitals

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_ITEM = re.compile(r"\s*(?:[-+*•·–]\s+\S|\d{1,3}[.)/]\s+\S|[a-zđ]\)\s+\S)")
_BOLD = re.compile(r"(\*\*|__)(?!\s)(?:(?!\1).)+(?<!\s)\1[.!?…]?")
_ITALIC = re.compile(r"([*_])(?!\1|\s)(?:(?!\1).)+(?<!\s)\1[.!?…]?")
_TABLE = re.compile(r"\s*\|.*\|\s*|[^\t]+(?:\t[^\t]*)+")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
# Editors wrap at 72 to 120 letters.
_WIDEST = 120
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def typed_text(text: str) -> HandedText:
    """The paragraphs of a text, in their order."""
    whole = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = _BLANK_LINES.split("\n".join(line.rstrip() for line in whole.split("\n")))
    parts = (part for paragraph in paragraphs for part in _parted(paragraph.strip("\n")))
    return HandedText(blocks=tuple(block for part in parts for block in _blocks(part)))


def _parted(paragraph: str) -> Iterator[str]:
    """The paragraphs of lines that no blank line parts: longer than any editor would leave one.

    Zalo, and Word that saves as text, put each paragraph on one line.
    """
    lines: list[str] = []
    for line in paragraph.split("\n"):
        is_long = len(line) > _WIDEST and line.strip()[:1].isupper()
        if lines and (is_long or (len(lines[-1]) > _WIDEST and ends_sentence(lines[-1]))):
            yield "\n".join(lines)
            lines = []
        lines.append(line)
    yield "\n".join(lines)


def _blocks(paragraph: str) -> Iterator[Block]:
    if not paragraph.strip():
        return
    kept: list[str] = []
    for line in paragraph.split("\n"):
        # A heading ends its paragraph, blank line or not.
        if found := _HEADING.fullmatch(line.strip()):
            if kept:
                yield _paragraph(kept)
            kept = []
            yield Block(
                kind=BlockKind.HEADING,
                html="",
                text=line.strip(),
                level=len(found[1]),
                capitals=is_all_capitals(line),
            )
        else:
            kept.append(line)
    if kept:
        yield _paragraph(kept)


def _paragraph(lines: list[str]) -> Block:
    text = "\n".join(lines)
    kind = BlockKind.PARAGRAPH
    if all(map(_TABLE.fullmatch, lines)) and (len(lines) > 1 or "|" in text):
        kind = BlockKind.TABLE
    elif all(map(_ITEM.match, lines)):
        kind = BlockKind.LIST
    elif _PICTURE.fullmatch(text.strip()):
        kind = BlockKind.PICTURE
    elif all(line.startswith(">") for line in lines):
        kind = BlockKind.QUOTE
    whole = " ".join(line.strip() for line in lines)
    return Block(
        kind=kind,
        html="",
        text=text,
        bold=_BOLD.fullmatch(whole) is not None,
        italic=_ITALIC.fullmatch(whole) is not None,
        capitals=is_all_capitals(text),
    )
