"""The text of WordPress's old editor, in which a blank line makes a paragraph.

What its own `wpautop` does when a page is shown has to be done here, once.
"""

import re
from collections.abc import Iterator

_BLOCKS = (
    "address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hr|iframe|li|main|nav|noscript|object|ol|p|pre|script|section|style|"
    "summary|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
_TAG = re.compile(rf"<(/?)({_BLOCKS})\b[^>]*?(/?)>", re.IGNORECASE)
# Elements whose own text is broken into paragraphs by blank lines too.
_HOLDING = frozenset({"div", "blockquote", "section", "article", "center", "td", "aside"})
_EMPTY = frozenset({"hr"})
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n\s*")
_BREAK = re.compile(r"[ \t]*(?:<br\s*/?>)?[ \t]*\n[ \t]*", re.IGNORECASE)


def with_paragraphs(text: str) -> str:
    """The HTML with `<p>` and `<br>` where WordPress would have shown them."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_parts(plain))


def _parts(text: str) -> Iterator[str]:
    """The text cut into whole blocks, which stay, and words between them, which get paragraphs."""
    place = 0
    while found := _TAG.search(text, place):
        end = _end_of(text, found)
        yield from _paragraphs(text[place : found.start()])
        block = text[found.start() : end]
        yield _with_inner_paragraphs(block, found) if found[2].lower() in _HOLDING else block
        place = end
    yield from _paragraphs(text[place:])


def _end_of(text: str, opening: re.Match[str]) -> int:
    """The place behind the element that this tag opens; behind the tag where nothing closes it."""
    name = opening[2].lower()
    if opening[1] or opening[3] or name in _EMPTY:
        return opening.end()
    depth, place = 1, opening.end()
    same = re.compile(rf"<(/?){name}\b[^>]*>", re.IGNORECASE)
    while tag := same.search(text, place):
        depth += -1 if tag[1] else 1
        place = tag.end()
        if not depth:
            return place
    return opening.end()


def _with_inner_paragraphs(block: str, opening: re.Match[str]) -> str:
    tag = opening[0]
    inner = block[len(tag) :]
    if not inner or not _BLANK_LINE.search(inner):
        return block
    closing = inner.rfind("</")
    return tag + with_paragraphs(inner[:closing]) + inner[closing:]


def _paragraphs(words: str) -> Iterator[str]:
    for one in _BLANK_LINE.split(words):
        if one.strip():
            yield f"<p>{_BREAK.sub('<br>', one.strip())}</p>"
