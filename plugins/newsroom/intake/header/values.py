"""The value of a header line: its quotes, and what says nothing.

Web editors write YAML and put quotes where YAML needs them; a headline may have quotes of its own.
"""

import re

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»"}
_BLOCK = re.compile(r"^[|>][+-]?\d?$")
_NOTHING = frozenset({"null", "~", "[]", "{}"})
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIGNS = {"n": " ", "t": " ", "r": " ", "0": "", " ": " "}
# What cannot stand without quotes in YAML (1.2.2, 7.3.3), or would be no text (10.3.2).
_NEEDS_QUOTES = re.compile(
    r"""^[\s,\[\]{}\#&*!|>'"%@`]|^[-?:](?:\s|$)|:(?:\s|$)|\s\#|\s$
    |^(?:true|false|yes|no|on|off|null|~|[-+]?[\d.,:_/\s-]*\d[\d.,:_/\s-]*(?:e\d+)?)$|^---|^\.\.\.|^$""",
    re.VERBOSE | re.IGNORECASE,
)
_EMPHASIS = re.compile(r"^(\*\*|__|\*|_)")


def tidy(value: str, *, is_text: bool, is_list: bool) -> str:
    """The value without its quotes; a headline keeps those that are its own, a list its lines."""
    if says_nothing(value):
        return ""
    bare = unquoted_text if is_text else unquoted
    if "\n" not in value:
        return bare(value)
    lines = [bare(line) for line in value.split("\n") if not says_nothing(line)]
    joined = "\n".join(lines).strip("\n")
    return joined if is_list else " ".join(joined.split())


def unquoted(value: str) -> str:
    """The value without quotes around the whole of it; quotes inside stay."""
    value = value.strip()
    close = _QUOTES.get(value[:1])
    if len(value) < 2 or close is None or value[-1] != close:
        return value
    inner = value[1:-1]
    if value[0] == '"':
        bare = inner.replace('\\"', "")
        return value if '"' in bare else _ESCAPE.sub(_unescaped, inner).strip()
    if value[0] == "'":
        return value if "'" in inner.replace("''", "") else inner.replace("''", "'").strip()
    return value if value[0] in inner or close in inner else inner.strip()


def unquoted_text(value: str) -> str:
    """The same of a headline: only quotes that YAML asks for go, its own stay.

    >>> unquoted_text("'Con muốn đi học'"), unquoted_text("'Mẫu: một lời'"), unquoted_text("“Mẹ”")
    ("'Con muốn đi học'", 'Mẫu: một lời', '“Mẹ”')
    """
    value = value.strip()
    if value[:1] == '"':
        return unquoted(value)
    if value[:1] == "'" and (_NEEDS_QUOTES.search(value[1:-1]) or "''" in value[1:-1]):
        return unquoted(value)
    return value


def _unescaped(found: re.Match[str]) -> str:
    """The sign for an escape of YAML's double quotes (1.2.2, 5.7); a break is a blank here."""
    if code := found[1] or found[2]:
        return chr(int(code, 16))
    return _SIGNS.get(found[3], found[3] if found[3] in '"\\/' else found[0])


def says_nothing(value: str) -> bool:
    """True where the value is what programs write for none: null, ~, [], {}."""
    return value.strip().casefold() in _NOTHING


def has_open_quote(value: str) -> bool:
    """True where a double quote opens the value and its end is still to come."""
    return value.startswith('"') and value.replace('\\"', "").count('"') % 2 == 1


def without_emphasis(key: str, value: str) -> tuple[str, str]:
    """`**Tiêu đề:** x`, cut at its colon, without the stars of Markdown around the key."""
    found = _EMPHASIS.match(key)
    if found is None or (found[1] == "_" and not value.startswith("_")):
        return key, value
    mark = found[1]
    if len(key) > 2 * len(mark) and key.endswith(mark):
        return key.strip("*_ "), value
    if value.startswith(mark):
        return key.strip("*_ "), value.removeprefix(mark).strip()
    return key.strip("*_ "), value.removesuffix(mark).strip()


def quoted_if_needed(value: str) -> str:
    """The value as the header's reader takes it for itself: in quotes if it looks like syntax."""
    if unquoted(value) == value and not _BLOCK.match(value) and not says_nothing(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
