"""The lines of a header by their look: fences, keys, items, quotes."""

import re
from collections.abc import Callable, Iterator

from ...domain.content.content_item import ContentKind
from ...domain.text.vietnamese import clean, fold
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.header import DECISIONS, HEADER, header_field
from ...vocabulary.words import shown
from .decisions.decision_line import UnreadableLine, read_decision
from .values import unquoted

# Dashes of every kind; Word turns `---` into one long dash.
_FENCE = re.compile(r"^(?:[-‐‑‒–—―−]{2,}|[—―]|\.{3})$")
_COLONS = ":：﹕∶"
KEY = re.compile(rf"^([^{_COLONS}]{{1,40}})[{_COLONS}](.*)$", re.DOTALL)
ITEM = re.compile(r"^\s*[-–—•*+]\s+(.*)$")
# Also with the margin and the blank lines that a program writes beside it, and a remark.
BLOCK = re.compile(r"^[|>](?:[+-]?\d?|\d[+-])(?:\s+#.*)?$")
# Bullets, quotation and bold around a line of Markdown.
_ORNAMENT = re.compile(r"^[\s>*+•_-]+")
_BETWEEN_NAMES = re.compile(r"(\s*[,;，&+]\s*|\s+và\s+|\s+/\s+)", re.IGNORECASE)


def is_fence(line: str) -> bool:
    return bool(_FENCE.match(line.strip()))


def known_key(line: str, kind: ContentKind) -> HeaderField | None:
    parts = KEY.match(line)
    # Word makes a long dash of the bullet.
    return header_field(unquoted(parts[1].strip(" \t-–—•*+")), kind) if parts else None


def like_key(line: str) -> bool:
    """True where the line looks like a key that we do not know, rather than like a sentence."""
    parts = KEY.match(line)
    return parts is not None and len(parts[1].split()) <= 3 and not parts[2].startswith("//")


def reads_as_text(lines: list[str], kind: ContentKind) -> bool:
    """True where these lines, up to a fence, are the article's text and not more header."""
    words = [line for line in lines if line.strip()]
    return not lines[0].strip() and not any(
        known_key(line, kind) or like_key(line) for line in words
    )


def continues(line: str) -> bool:
    return bool(line.strip()) and (line[0] in " \t" or bool(ITEM.match(line)))


def decision_lines(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Lines of a text that read as decisions: they slipped below the header.

    Yields their line in the file and the key. Such a line would be shown instead of obeyed.
    Prose may begin alike ("Trả lại: em Lan nhặt được ví"), so all but a bare gỡ and a consent
    must also name somebody and a day.
    """
    colons = [colon for colon in _COLONS if colon in text]
    for number, line in enumerate(text.split("\n") if colons else (), start=first_line):
        if not any(colon in line for colon in colons):
            continue
        parts = KEY.match(_ORNAMENT.sub("", line))
        name = header_field(parts[1].strip(" *_")) if parts else None
        if parts and name in DECISIONS and _is_meant(name, parts[1], parts[2]):
            yield number, shown(HEADER, name)


def _is_meant(name: HeaderField, key: str, value: str) -> bool:
    typed = fold(key.strip(" *_"))
    if name in (BoardField.WITHDRAWN, ArticleField.CONSENT):
        # With their marks: gỗ is wood and gõ is a knock.
        return any(typed == fold(form) for form in HEADER[name]) or names_who_and_when(value)
    return names_who_and_when(value)


def is_meant(name: HeaderField, line: str) -> bool:
    """True where a line within a text that begins with a decision's key is one, and not prose."""
    parts = KEY.match(line)
    return parts is not None and _is_meant(name, parts[1], parts[2])


def names_who_and_when(value: str) -> bool:
    """True where a value names somebody and a day, as decisions do."""
    try:
        return len(read_decision(clean(value).strip(" *_")).name.split()) <= 6
    except UnreadableLine:
        return False


def split_list(value: str) -> list[str]:
    """The things that one value names: commas, semicolons, a list of lines, or [a, b]."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        value = value[1:-1]
    parts = (unquoted(part) for part in re.split(r"[,;，\n]", value))
    return [part for part in parts if part]


def split_names(
    value: str, is_known: Callable[[str], bool], between: re.Pattern[str] = _BETWEEN_NAMES
) -> list[str]:
    """The names in a value, as split_list, but a known name may hold commas or “và” itself.

    `between` is what stands between two names, in a group of its own.

    >>> split_names("Tổ Sử, Địa và Tổ 1", {"Tổ Sử, Địa", "Tổ 1"}.__contains__)
    ['Tổ Sử, Địa', 'Tổ 1']
    """
    if "\n" in value or value.startswith("["):
        parts = split_list(value)
        return [name for part in parts for name in _known_pieces(part, is_known, between)]
    return _known_pieces(value, is_known, between)


def _known_pieces(
    value: str, is_known: Callable[[str], bool], between: re.Pattern[str]
) -> list[str]:
    """Cut at commas, semicolons, “và” and &, joining again the longest pieces that are known."""
    pieces = [value.strip()] if is_known(value.strip()) else between.split(value.strip())
    names, start = [], 0
    while start < len(pieces):
        ends = range(len(pieces), start, -2 if (len(pieces) - start) % 2 else -1)
        end = next((e for e in ends if is_known("".join(pieces[start:e]))), start + 1)
        names.append(unquoted("".join(pieces[start:end])))
        start = end + 1
    return [name for name in names if name]
