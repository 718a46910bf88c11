"""The Markdown most articles are made of, read without Python-Markdown, to the same HTML.

Python-Markdown takes half a millisecond for an article, nearly all of it to find that sentences
are sentences. A block is read here only if its characters and the shape of its lines leave one
reading: sentences, with links and emphasis that do not overlap; one-line headings; lists and
quotes of one level; a picture alone. Where a line was broken by hand, typed_text says. Whatever
else is met, nothing is guessed: it is Python-Markdown's.
tests/typed_text/test_markdown.py holds the two against each other.
"""

import re
from typing import NamedTuple

from ..typed_text.line_breaks import with_breaks
from .credit import parted

_LETTERS = "A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff"
# Nothing in Markdown or in our extensions reacts to these within a line, HTML escapes none of
# them, and none can begin or end a tag, an entity or an attribute.
_UNQUOTED = _LETTERS + "0-9 .,;:?!()/%+$~–—…“”‘’«»°²³€-"
_INERT = "\"'" + _UNQUOTED
# A line that begins with "- ", "1. " or "a) " could be an item of a list.
_START = rf"""(?!(?:[0-9]+|[a-zđ])[.)/] )[{_LETTERS}0-9("'“‘«–—…°]"""
_LINK = (
    rf"(?<!!)\[(?! )[{_INERT}]++(?<! )\]"
    rf"""\([{_LETTERS}0-9/._~%:?=+,;@#-]++(?: "(?! )[{_UNQUOTED}]++(?<! )")?\)"""
)
_EMPHASISED = rf"(?! )(?:[{_INERT}]++|{_LINK})++(?<! )"
_WORDS = (
    rf"(?:[{_INERT}]++|{_LINK}|(?<![0-9])\*\*(?!\)){_EMPHASISED}\*\*(?![*0-9])"
    rf"|(?<![{_LETTERS}0-9])\*(?!\)){_EMPHASISED}\*(?![*{_LETTERS}0-9]))++(?<! )"
)
_LINE = re.compile(rf"(?=[*\[]|{_START}){_WORDS}")

PLAIN = re.compile(rf"{_START}[{_INERT}]*+(?<! )(?:\n{_START}[{_INERT}]*+(?<! ))*+")
_HEADING = re.compile(rf"(#{{1,6}}) ((?! ){_WORDS})")
_BULLET, _NUMBER = re.compile(r"[-*+] "), re.compile(r"[0-9]{1,9}\. ")
_DATE = re.compile(r"[0-9]+\. [0-9]+[ ./-]")
_QUOTED = re.compile("> ")
_PICTURE = re.compile(
    rf"!\[((?! )[{_UNQUOTED}]*+(?<! ))\]"
    rf"""\(([{_LETTERS}0-9/._~%:?=+,;@#-]++)(?: "((?! )[{_UNQUOTED}]++(?<! ))")?\)"""
)

_LINKS = re.compile(r'\[([^]]*)\]\(([^ )]*)(?: "([^"]*)")?\)')
_STRONG, _EM = re.compile(r"\*\*([^*]+)\*\*"), re.compile(r"\*([^*]+)\*")
_ITEM = re.compile(r"(?m)^\S+ (.*)$")


class MarkdownPiece(NamedTuple):
    """The HTML of one block; `is_finished` if it holds no address and needs no sanitising."""

    html: str
    is_finished: bool = True


def pieces_of(text: str) -> list[MarkdownPiece] | None:
    """The HTML of a whole text, block by block; None if any block is not everyday."""
    if means_more(text):
        return None
    # Every heading steps down where one is of the first level, which is the page's title.
    step = text.startswith("# ") or "\n# " in text
    pieces: list[MarkdownPiece] = []
    for block in text.split("\n\n"):
        block = block.strip("\n")
        while block.startswith("#"):
            # A heading needs no blank line after it.
            line, _, block = block.partition("\n")
            heading = _HEADING.fullmatch(line)
            if not heading:
                return None
            level = min(len(heading[1]) + step, 6)
            pieces.append(_piece(f"<h{level}>", heading[2], f"</h{level}>"))
        if PLAIN.fullmatch(block):
            pieces.append(MarkdownPiece(f"<p>{broken(block)}</p>"))
        elif _has_lines(block):
            pieces.append(_piece("<p>", broken(block), "</p>"))
        elif picture := _PICTURE.fullmatch(block):
            pieces.append(_figure(*picture.groups()))
        elif block:
            group = _group(block)
            # Two lists or quotes in a row would become one.
            if not group or (pieces and pieces[-1].html[:4] == group.html[:4]):
                return None
            pieces.append(group)
    return pieces


def broken(block: str) -> str:
    """A paragraph of words alone, its typed line breaks as HTML."""
    return with_breaks(block).replace("  \n", "<br>\n") if "\n" in block else block


def means_more(block: str) -> bool:
    """True where inert signs stand together as an address or as marks, outside of links."""
    return _has_meaning(block) and _has_meaning(_LINKS.sub("", block))


def _has_meaning(text: str) -> bool:
    """True where there are signs of a bare address, or of words struck out."""
    # One letter is found many times faster than two, and these are rare.
    return (
        ("/" in text and "://" in text)
        or ("~" in text and "~~" in text)
        or ("w" in text and "ww." in text)
        or ("W" in text and "WW." in text)
    )


def _group(block: str) -> MarkdownPiece | None:
    """A list or a quote."""
    if _has_lines(block, _BULLET):
        if block.count(f"\n{block[0]} ") != block.count("\n"):
            # Another sign would begin a list of its own.
            return None
        return _piece("<ul>\n", _ITEM.sub(r"<li>\1</li>", block), "\n</ul>")
    if block.startswith("1. ") and _has_lines(block, _NUMBER):
        lines = block.split("\n")
        is_counted = all(line.startswith(f"{n}. ") for n, line in enumerate(lines, start=1))
        if not is_counted or any(map(_DATE.match, lines)):
            return None
        return _piece("<ol>\n", _ITEM.sub(r"<li>\1</li>", block), "\n</ol>")
    if _has_lines(block, _QUOTED):
        words = broken(_ITEM.sub(r"\1", block))
        return _piece("<blockquote>\n<p>", words, "</p>\n</blockquote>")
    return None


def _has_lines(block: str, sign: re.Pattern[str] | None = None) -> bool:
    """True where every line is everyday words, behind such a sign if one is given.

    Lines are taken one by one: a pattern for whole blocks of each kind would be compiled longer
    than an article is read.
    """
    for line in block.split("\n"):
        start = sign.match(line) if sign else None
        if (sign and not start) or not _LINE.fullmatch(line[start.end() :] if start else line):
            return False
    return True


def _piece(opening: str, words: str, closing: str) -> MarkdownPiece:
    has_links = "[" in words
    if has_links:
        words = _LINKS.sub(_link, words)
    if "*" in words:
        words = _EM.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", words))
    return MarkdownPiece(f"{opening}{words}{closing}", not has_links)


def _link(match: re.Match[str]) -> str:
    words, address, title = match.groups()
    return f'<a href="{address}"' + (f' title="{title}"' if title else "") + f">{words}</a>"


def _figure(words: str, address: str, caption: str | None) -> MarkdownPiece:
    below = ""
    if caption:
        seen, credit = parted(caption)
        said = f"<small>{credit}</small>" if credit else ""
        below = f"<figcaption>{' '.join(filter(None, (seen, said)))}</figcaption>"
    return MarkdownPiece(f'<figure><img alt="{words}" src="{address}">{below}</figure>', False)
