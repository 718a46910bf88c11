"""What a line of a header looks like: fences, keys, items, quotes."""

import re
from collections.abc import Iterator

from ..domain.vietnamese import clean
from ..vocabulary import DECISIONS, HEADER, lookup, shown

# Dashes of every kind; Word turns `---` into one long dash.
_FENCE = re.compile(r"^(?:[-‐‑‒–—―−]{2,}|[—―]|\.{3})$")
KEY = re.compile(r"^([^:：﹕∶]{1,40})[:：﹕∶](.*)$", re.DOTALL)
ITEM = re.compile(r"^\s*[-–—•*+]\s+(.*)$")
BLOCK = re.compile(r"^[|>][+-]?\d?$")
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»"}


def is_fence(line: str) -> bool:
    return bool(_FENCE.match(clean(line).strip()))


def known_key(line: str) -> str | None:
    parts = KEY.match(line)
    return lookup(HEADER, unquoted(parts[1].strip())) if parts else None


def like_key(line: str) -> bool:
    """Whether the line looks like a key that we do not know, rather than like a sentence."""
    parts = KEY.match(line)
    return parts is not None and len(parts[1].split()) <= 3 and not parts[2].startswith("//")


def reads_as_text(lines: list[str]) -> bool:
    """Whether these lines, up to a fence, are the article's text and not more header."""
    words = [line for line in lines if line.strip()]
    return not lines[0].strip() and not any(known_key(line) or like_key(line) for line in words)


def continues(line: str) -> bool:
    return bool(line.strip()) and (line[0] in " \t" or bool(ITEM.match(line)))


def decision_lines(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Lines of a text that read as decisions: they slipped below the header.

    Yields their line in the file and the key. Such a line would be printed instead of obeyed.
    """
    for number, line in enumerate(text.split("\n"), start=first_line):
        name = known_key(clean(line))
        if name in DECISIONS:
            yield number, shown(HEADER, name)


def unquoted(value: str) -> str:
    """The value without quotes around the whole of it; quotes inside stay."""
    value = value.strip()
    close = _QUOTES.get(value[:1])
    if len(value) < 2 or close is None or value[-1] != close:
        return value
    inner = value[1:-1]
    if value[0] == '"':
        bare = inner.replace('\\"', "")
        return value if '"' in bare else inner.replace('\\"', '"').replace("\\\\", "\\")
    if value[0] == "'":
        return value if "'" in inner.replace("''", "") else inner.replace("''", "'")
    return value if value[0] in inner or close in inner else inner


def split_list(value: str) -> list[str]:
    """The things that one value names: commas, semicolons, a list of lines, or [a, b]."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        value = value[1:-1]
    parts = (unquoted(part) for part in re.split(r"[,;，\n]", value))
    return [part for part in parts if part]
