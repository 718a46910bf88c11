"""Words with their marks (`<strong>`, `<a>`, `<br>`) as HTML: measured, cut and trimmed."""

import html
import re
from collections.abc import Iterator

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_TAG = re.compile(r"<(/?)([a-z]+[0-9]?)[^>]*?(/?)>")
_BREAK = re.compile(r"<br ?/?>")
_EMPTY = re.compile(r"<(strong|em|del|sup|sub|a)(?: [^>]*)?>(\s*)</\1>")
_VOID = frozenset(("br", "img", "hr"))
_NOTE = re.compile(r'<sup id="fnref:.*?</sup>')
# Columns that were set by tabs, or by many blanks.
_GAP = re.compile(r"[ \u00a0]*\t\s*|[ \u00a0]{4,}")
_LONGEST_COLUMNS = 200
_BLANKS = re.compile(r"[ \t\n]+")


def text_of(inner: str) -> str:
    """The plain words; a typed break is the end of a line."""
    plain = _BREAK.sub("\n", inner)
    plain = html.unescape(re.sub(r"<[^>]*>", "", plain))
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in plain.split("\n")).strip()


def columns_of(inner: str) -> str:
    """The plain words of one short line set in columns, a tab between them; else empty."""
    words = html.unescape(re.sub(r"<[^>]*>", "", inner)).strip()
    if len(words) > _LONGEST_COLUMNS or "\n" in words or _BREAK.search(inner):
        return ""
    cells = [" ".join(cell.split()) for cell in _GAP.split(words)]
    return "\t".join(cells) if len(cells) > 1 else ""


def trimmed(inner: str) -> str:
    """The same words without blanks and breaks at the edges, and no more than one between two."""
    last = None
    inner = re.sub(r"[ \t\n]+", " ", inner)
    while inner != last:
        last = inner
        inner = _EMPTY.sub(r"\2", inner)
        inner = re.sub(r"^((?:<[a-z][^>]*(?<!/)>)*)(?:\s+|<br ?/?>)+", _without_break, inner)
        inner = re.sub(r"(?:\s+|<br ?/?>)+((?:</[a-z]+>)*)$", r"\1", inner)
        inner = re.sub(r"\s*(<br ?/?>)\s*", r"\1", inner)
        inner = re.sub(r"  +", " ", inner)
    return re.sub(r"<br ?/?>", "<br>", inner)


def _without_break(start: re.Match[str]) -> str:
    return "" if start[1].startswith("<br") else start[1]


def without_start(inner: str, count: int) -> str:
    """The words without the first `count` letters."""
    kept, left = [], count
    for token in _TOKEN.findall(inner):
        if token.startswith("<") or not left:
            kept.append(token)
            continue
        plain = html.unescape(token)
        cut = min(left, len(plain))
        left -= cut
        kept.append(html.escape(plain[cut:], quote=False))
    return trimmed("".join(kept))


def lines_of(inner: str) -> list[str]:
    """The words cut at every typed break; marks that are open go on in the next line."""
    lines, current, open_marks = [], "", list[str]()
    for token in _TOKEN.findall(inner):
        if _BREAK.fullmatch(token):
            closing = "".join(f"</{_name(mark)}>" for mark in reversed(open_marks))
            lines.append(current + closing)
            current = "".join(open_marks)
            continue
        current += token
        if tag := _TAG.fullmatch(token):
            if tag[1]:
                open_marks.pop()
            elif not tag[3] and tag[2] not in _VOID:
                open_marks.append(token)
    return [trimmed(line) for line in (*lines, current)]


def _name(mark: str) -> str:
    tag = _TAG.fullmatch(mark)
    return tag[2] if tag else ""


def paragraphs_of(inner: str) -> Iterator[str]:
    """The words cut where somebody typed two breaks to begin a paragraph."""
    group: list[str] = []
    for line in lines_of(inner):
        if text_of(line):
            group.append(line)
        elif group:
            yield "<br>".join(group)
            group = []
    if group:
        yield "<br>".join(group)


def wrapped_in(inner: str, mark: str) -> bool:
    """True where one mark holds all the words."""
    return bool(re.fullmatch(rf"<{mark}>(?:(?!</?{mark}>).)*</{mark}>", inner, re.DOTALL))


def without_marks(inner: str) -> str:
    """The words on one line, as HTML without any mark."""
    return html.escape(" ".join(text_of(_NOTE.sub("", inner)).split()), quote=False)
