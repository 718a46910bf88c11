"""Plain words as Markdown that shows them as they are."""

import re
from collections.abc import Iterator
from enum import IntEnum

from ....intake.header.lines import decision_lines
from ....intake.typed_text.line_breaks import with_breaks
from ....intake.typed_text.markers import RULE, marker_of
from ....intake.typed_text.signs import VERBATIM


class Care(IntEnum):
    """The number of signs that are taken for markup.

    `LIGHT` takes hardly any, `FULL` each that could be some, `TAGS` every one, and writes emphasis
    by tags too. Most signs that people type mean nothing, and a text full of backslashes is hard to
    edit: so more care is taken only where less did not read back.
    """

    LIGHT = 0
    FULL = 1
    TAGS = 2


_TAG_OR_ENTITY = re.compile(r"<(?=[a-zA-Z/!?])|&(?=#?\w{1,32};)")
_SIGNS = re.compile(
    r"<(?=[a-zA-Z/!?])|&(?=#?\w{1,32};)|\\(?=[\\`*_{}\[\]()>#+.!|-]|$)|`|\[|~(?=~)"
    r"|(?<!\w)_|_(?!\w)|(?<!\s)\*|\*(?!\s)|\{(?=:|\s*[.#][\w-]|\s*[^\s}=]+=)"
)
_EVERY_SIGN = re.compile(r"[\\`*_{}\[\]|<&~]")
_BRACKETS = re.compile(r"[\[\]]")
_VERBATIM = re.compile(VERBATIM)

_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
_HEADING = re.compile(r"#{1,6}(?: |$)|#{2,6}")
_UNDERLINE = re.compile(r"=+ *$")


def escaped_words(words: str, care: Care) -> str:
    """Words within a line."""
    if care is Care.FULL:
        return "".join(_escaped_but_paths(words))
    if care is Care.TAGS:
        # In the address of a folder no sign of Markdown is one, a backslash neither.
        return _EVERY_SIGN.sub(_escaped, words).replace("\\\\", "&#92;")
    if "](" in words:
        words = _BRACKETS.sub(r"\\\g<0>", words)
    if "<" in words or "&" in words:
        words = _TAG_OR_ENTITY.sub(lambda sign: _ENTITIES[sign[0]], words)
    return words


def _escaped_but_paths(words: str) -> Iterator[str]:
    """The words, but for paths and places to fill in: there no sign means anything."""
    end = 0
    for found in _VERBATIM.finditer(words):
        if found["sign"]:
            yield _SIGNS.sub(_escaped, words[end : found.start()])
            yield found[0]
            end = found.end()
    yield _SIGNS.sub(_escaped, words[end:])


def _escaped(sign: re.Match[str]) -> str:
    return _ENTITIES.get(sign[0]) or f"\\{sign[0]}"


def escaped_start(line: str, care: Care = Care.LIGHT, is_alone: bool = False) -> str:
    """A line of words whose first signs would make it something else than words.

    A line that `is_alone` in its paragraph is no row of a table and no line under a heading.
    """
    if ":" in line and any(decision_lines(line, 1)):
        # A decision that was typed into a text is words, and nobody's decision.
        return line.replace(":", "&#58;", 1)
    if marker := marker_of(line):
        if marker.is_letter and not care:
            return line
        if marker.is_number or marker.is_letter:
            sign = re.search(r"[.)/]", line)
            assert sign is not None
            mark = "&#47;" if sign[0] == "/" else f"\\{sign[0]}"
            return f"{line[: sign.start()]}{mark}{line[sign.end() :]}"
        return f"&#{ord(line[0])};{line[1:]}" if marker.is_glyph else f"\\{line}"
    is_underline = not is_alone and _UNDERLINE.match(line)
    if line.startswith("~~~") or is_underline:
        return f"&#{ord(line[0])};{line[1:]}"
    is_row = line[:1] == "|" and not is_alone
    if (
        is_row
        or line[:1] == ">"
        or line.startswith("```")
        or RULE.match(line)
        or _HEADING.match(line)
    ):
        return f"\\{line}"
    if line[:1] == "[" and "]:" in line:
        return f"\\{line}"
    return line


def with_line_ends(lines: list[str]) -> str:
    """The lines of one paragraph, a backslash where the text rules would join two of them."""
    if len(lines) < 2:
        return "".join(lines)
    ends = [""] * len(lines)
    for _ in range(2):
        whole = [f"{line}{end}" for line, end in zip(lines, ends, strict=True)]
        kept = with_breaks("\n".join(whole)).split("\n")
        joined = [n for n, line in enumerate(kept[:-1]) if not line.endswith("  ")]
        if not joined:
            return "\n".join(whole)
        for n in joined:
            ends[n] = "\\"
    return "\\\n".join(lines)
