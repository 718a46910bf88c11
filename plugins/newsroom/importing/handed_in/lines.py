"""The blocks of a text, each line for itself, and the lines put together again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from ..block import Block, BlockKind

_TAGS = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"<br\s*/?>\s*", re.IGNORECASE)
_OF_PARAGRAPH = re.compile(r"(<p(?:\s[^>]*)?>)(.*)</p>\s*", re.DOTALL)
# Emphasis that reaches over a break would be cut in two.
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*?(/?)>", re.IGNORECASE)
_LONE = frozenset({"br", "img", "hr"})


def lines_of(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, a paragraph of several lines as one block a line."""
    return [line for block in blocks for line in _lines_of(block)]


def _lines_of(block: Block) -> Iterator[Block]:
    if block.kind is not BlockKind.PARAGRAPH or (
        "\n" not in block.text and "<br" not in block.html
    ):
        yield block
        return
    pieces = _pieces(block.html) if block.html else []
    texts = [_words(piece) for piece in pieces] or block.text.split("\n")
    if block.html and not pieces:
        yield block
        return
    pieces = pieces or [""] * len(texts)
    for number, (text, html) in enumerate(zip(texts, pieces, strict=True)):
        if text.strip() or html:
            yield replace(
                block,
                text=text,
                html=html,
                capitals=is_all_capitals(text),
                goes_on=block.goes_on if number == 0 else True,
            )


def _words(html: str) -> str:
    return " ".join(unescape(_TAGS.sub("", html)).split())


def _pieces(html: str) -> list[str]:
    found = _OF_PARAGRAPH.fullmatch(html.strip())
    if found is None:
        return []
    pieces = [piece.strip() for piece in _BREAK.split(found[2])]
    return [f"{found[1]}{piece}</p>" for piece in pieces] if all(map(_is_whole, pieces)) else []


def _is_whole(piece: str) -> bool:
    depth = 0
    for closing, name, lone in _TAG.findall(piece):
        if name.lower() in _LONE or lone:
            continue
        depth += -1 if closing else 1
        if depth < 0:
            return False
    return depth == 0


def joined(lines: Sequence[Block]) -> tuple[Block, ...]:
    """The paragraphs that the lines are of; a line whose paragraph began above begins it now."""
    blocks: list[Block] = []
    for line in lines:
        if line.goes_on and blocks and blocks[-1].kind is line.kind is BlockKind.PARAGRAPH:
            above = blocks[-1]
            blocks[-1] = replace(
                above, text=f"{above.text}\n{line.text}", html=_with(above.html, line.html)
            )
        else:
            blocks.append(replace(line, goes_on=False))
    return tuple(blocks)


def _with(above: str, below: str) -> str:
    first, second = _OF_PARAGRAPH.fullmatch(above), _OF_PARAGRAPH.fullmatch(below)
    if first is None or second is None:
        return above + below
    return f"{first[1]}{first[2]}<br>{second[2]}</p>"


def is_all_capitals(text: str) -> bool:
    """True where two letters or more are in it and none is small."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
