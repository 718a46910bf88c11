"""The Markdown of an article from its blocks: what was typed stays as typed, the rest by rule."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from ..block import Block, BlockKind
from ..handed_in.plain_words import bare


def markdown_of(
    blocks: Sequence[Block],
    addresses: Mapping[str, str],
    with_addresses: Callable[[str, Mapping[str, str]], str],
) -> str:
    """The text of the article's file, below its header. `addresses` are those of its pictures."""
    parts: list[str] = []
    for is_typed, group in groupby(blocks, key=lambda block: not block.html):
        some = list(group)
        if is_typed:
            parts.append("\n\n".join(block.text.strip("\n") for block in some))
        else:
            parts.append(_of_html("\n".join(block.html for block in some), addresses))
    text = with_addresses("\n\n".join(filter(None, parts)), addresses)
    return f"{text.strip()}\n" if text.strip() else ""


def _of_html(html: str, addresses: Mapping[str, str]) -> str:
    from ..markup.conversion import converted

    return converted(html, picture=lambda old: addresses.get(old.source)).markdown


def prompt(words: str) -> str:
    """A remark to whoever goes on with the file; no page shows it."""
    return f"<!-- {bare(words).replace('--', '–').replace('>', '›')} -->"


def plain_paragraphs(blocks: Sequence[Block]) -> list[str]:
    """The words of each block that has any, to tell whether two texts are the same."""
    return [
        " ".join(block.text.split())
        for block in blocks
        if block.kind is not BlockKind.PICTURE and len(block.text.split()) > 3
    ]
