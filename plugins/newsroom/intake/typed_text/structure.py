"""The shape of a text: which of its lines are lists, quotes and tables, and which are words.

Python-Markdown wants a blank line before these, and four blanks for each level of a list. Here
they are found as people type them, and handed on in the form it knows; what it has no form for, a
list with its own signs and numbers or a pasted table, is kept apart under a place holder.
"""

import re

from .line_breaks import LONGEST_VERSE, ends_sentence, is_wrapped
from .list_items import ListItem, TypedList, gathered, is_list_start
from .markers import RULE, Marker, indent_of
from .pasted_tables import PastedTable
from .table_rows import TableRows, table_at

# Control characters are taken out of every text, so nobody can type a place holder.
PLACE = "\x02typed:{}\x03"
PLACE_RE = re.compile("\x02typed:([0-9]+)\x03")
_NOTE = re.compile(r" {0,3}\[\^[^\]]*\]: ?")
# “>90%” and “>=9 điểm” are no quotes.
_QUOTED = re.compile(r" *>(?!=|\d++(?![.)] )) ?")
_GREATER = re.compile(r" *>")
# Levels of lists and quotes within one another.
_DEEPEST = 50
_WORDS = re.compile(r"[^\W\d_](?!\))")
_NO_REFERENCE = re.compile(r"\[([^\[\]]+)\]:\s+[^\s/.:#?<>\"']+(?:\s|$)")
_LABEL = re.compile(r"\[([^\[\]]+)\](?!:)")
_HEADING = re.compile(r" *(?:#{1,6} |#{2,6})")


class Structure:
    """The lists and pasted tables of one text, found while its lines are read."""

    def __init__(self) -> None:
        self.found: list[TypedList | PastedTable] = []
        self.labels: set[str] = set()
        self.depth = 0

    def of_text(self, lines: list[str]) -> list[str]:
        """All lines of a text as Python-Markdown reads them."""
        text = "\n".join(lines)
        self.labels = {label.lower() for label in _LABEL.findall(text)} if "]:" in text else set()
        return self.of(lines)

    def place_of(self, found: TypedList | PastedTable) -> str:
        self.found.append(found)
        return PLACE.format(len(self.found) - 1)

    def of(self, lines: list[str]) -> list[str]:
        """The same of a part of them. Raises RecursionError where nobody could follow any more."""
        if self.depth == _DEEPEST:
            raise RecursionError
        self.depth += 1
        try:
            return _Level(self, lines).read()
        finally:
            self.depth -= 1


class _Level:
    """The lines of a text, or of what is within an item, a quote or a footnote of it."""

    def __init__(self, structure: Structure, lines: list[str]) -> None:
        self.structure, self.lines = structure, lines
        # The line of the same paragraph above, how far its first was set in, and the sign of the
        # last item of a list.
        self.above, self.first_indent = "", 0
        self.last: Marker | None = None

    def read(self) -> list[str]:
        read: list[str] = []
        n, is_below = 0, False
        while n < len(self.lines):
            line = self.lines[n]
            if not line.strip():
                read.append("")
                self.above, n = "", n + 1
                continue
            apart, end = self._apart(n)
            if apart or (self.above and _is_new_paragraph(self.above, line)):
                self.above = ""
            if read and read[-1] and (is_below or not self.above):
                read.append("")
            is_below = bool(apart)
            if apart:
                read += apart
                n = end
                continue
            read.append(self._words(line))
            self.above, n = line, n + 1
        return read

    def _words(self, line: str) -> str:
        if _GREATER.match(line) and not _QUOTED.match(line):
            line = line.replace(">", "\\>", 1)
        if self.above:
            return line
        self.first_indent = indent_of(line)
        line = line.lstrip()
        # What names no address, and nothing leads to, is to be read: “[Ảnh]: Mẫu”.
        label = _NO_REFERENCE.match(line)
        is_reference = label is None or label[1].lower() in self.structure.labels
        return line if is_reference else f"\\{line}"

    def _apart(self, n: int) -> tuple[list[str], int]:
        """The lines for a block on line `n` that is no paragraph, if any, and the line after it."""
        lines = self.lines
        if _WORDS.match(lines[n]) and "|" not in lines[n]:
            return [], n
        if note := _NOTE.match(lines[n]):
            end = _end_of_note(lines, n)
            return self._note(note, lines[n:end]), end
        if _QUOTED.match(lines[n]):
            end = _end_of_quote(lines, n)
            inner = [_QUOTED.sub("", quoted, count=1) for quoted in lines[n:end]]
            return [f"> {words}" if words else ">" for words in self.structure.of(inner)], end
        if RULE.match(lines[n]):
            return ["***"], n + 1
        if table := table_at(lines, n):
            return list(table.lines), table.end
        if is_list_start(lines, n, self.above, self.last):
            found, end = self._list(n)
            return [self.structure.place_of(found)], end
        return [], n

    def _list(self, start: int) -> tuple[TypedList, int]:
        first, raw_items, end = gathered(self.lines, start, self.first_indent)
        items = []
        shown = first.number - 1
        for item in raw_items:
            typed = item.marker.number
            # The same number on every line is a list that wants to be counted.
            is_counted = not first.is_number or typed in (shown + 1, item.number_above)
            shown = shown + 1 if is_counted else typed
            lines = tuple(self.structure.of(item.lines))
            items.append(ListItem(lines, item.is_loose, None if is_counted else typed))
        self.last = raw_items[-1].marker
        return TypedList(first, tuple(items)), end

    def _note(self, note: re.Match[str], lines: list[str]) -> list[str]:
        below = (re.sub("^ {1,4}", "", line) for line in lines[1:])
        first, *others = self.structure.of([lines[0][note.end() :], *below])
        return [note[0] + first, *(f"    {line}" if line else "" for line in others)]


def _end_of_quote(lines: list[str], start: int) -> int:
    """A quote goes on to the next blank line, but not into what is no sentence."""
    n = start + 1
    while n < len(lines) and lines[n].strip():
        is_apart = RULE.match(lines[n]) or _HEADING.match(lines[n])
        if is_apart or (not _QUOTED.match(lines[n]) and is_list_start(lines, n, lines[n - 1])):
            break
        n += 1
    return n


def _end_of_note(lines: list[str], start: int) -> int:
    """A footnote: to the next blank line, and after it what is set in by a tab."""
    n = start + 1
    while n < len(lines):
        if not lines[n].strip():
            below = next((m for m in range(n, len(lines)) if lines[m].strip()), len(lines))
            if below == len(lines) or not lines[below].startswith("    "):
                break
            n = below
        elif _NOTE.match(lines[n]):
            break
        n += 1
    return n


def _is_new_paragraph(above: str, line: str) -> bool:
    return (
        indent_of(line) > 1
        and len(line.strip()) > LONGEST_VERSE
        and ends_sentence(above)
        and not is_wrapped(above, line)
    )


__all__ = ["PLACE_RE", "ListItem", "PastedTable", "Structure", "TableRows", "TypedList"]
