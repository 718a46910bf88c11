"""The shape of a text: which of its lines are lists, quotes and tables, and which are words.

Python-Markdown wants a blank line before these, and four blanks for each level of a list. Here
they are found as people type them, and handed on in the form it knows; what it has no form for, a
list with its own signs and numbers or a pasted table, is kept apart under a place holder.
"""

import re

from .line_breaks import LONGEST_VERSE, ends_sentence, is_wrapped
from .list_items import ListItem, TypedList, gathered, is_list_start
from .markers import RULE, indent_of
from .pasted_tables import Grid
from .table_rows import TableRows, table_at

# Control characters are taken out of every text, so nobody can type a place holder.
PLACE = "\x02typed:{}\x03"
PLACE_RE = re.compile("\x02typed:([0-9]+)\x03")
_NOTE = re.compile(r" {0,3}\[\^[^\]]*\]: ?")
_QUOTED = re.compile(r" *> ?")
_HEADING = re.compile(r" *(?:#{1,6} |#{2,6})")


class Structure:
    """The lists and pasted tables of one text, found while its lines are read."""

    def __init__(self) -> None:
        self.found: list[TypedList | Grid] = []

    def place_of(self, found: TypedList | Grid) -> str:
        self.found.append(found)
        return PLACE.format(len(self.found) - 1)

    def of(self, lines: list[str]) -> list[str]:
        """The lines as Python-Markdown reads them."""
        read: list[str] = []
        n, above, first_indent = 0, "", 0
        is_apart = False
        while n < len(lines):
            line = lines[n]
            if not line.strip():
                read.append("")
                above, n = "", n + 1
                continue
            apart, n = self._apart(lines, n, above, first_indent)
            is_paragraph = above and _is_new_paragraph(above, line)
            if read and read[-1] and (apart or is_apart or is_paragraph):
                read.append("")
            is_apart, above = bool(apart), "" if apart or is_paragraph else above
            if apart:
                read += apart
                continue
            if not above:
                first_indent = indent_of(line)
            read.append(line if above else line.lstrip())
            above, n = line, n + 1
        return read

    def _apart(
        self, lines: list[str], n: int, above: str, first_indent: int
    ) -> tuple[list[str], int]:
        """What begins on line `n` and is no paragraph, and the line after it; nothing if none."""
        if note := _NOTE.match(lines[n]):
            end = _end_of_note(lines, n)
            return self._note(note, lines[n:end]), end
        if _QUOTED.match(lines[n]):
            end = self._end_of_quote(lines, n)
            inner = self.of([_QUOTED.sub("", quoted, count=1) for quoted in lines[n:end]])
            return [f"> {words}" if words else ">" for words in inner], end
        if RULE.match(lines[n]):
            return ["***"], n + 1
        if table := table_at(lines, n):
            return list(table.lines), table.end
        if is_list_start(lines, n, above):
            found, end = self._list(lines, n, first_indent)
            return [self.place_of(found)], end
        return [], n

    def _list(self, lines: list[str], start: int, first_indent: int) -> tuple[TypedList, int]:
        first, raw_items, end = gathered(lines, start, first_indent)
        items = []
        shown = first.number - 1
        for item in raw_items:
            typed = item.marker.number
            # The same number on every line is a list that wants to be counted.
            is_counted = not first.is_number or typed in (shown + 1, item.number_above)
            shown = shown + 1 if is_counted else typed
            items.append(
                ListItem(tuple(self.of(item.lines)), item.is_loose, None if is_counted else typed)
            )
        return TypedList(first, tuple(items)), end

    def _note(self, note: re.Match[str], lines: list[str]) -> list[str]:
        below = (re.sub("^ {1,4}", "", line) for line in lines[1:])
        first, *others = self.of([lines[0][note.end() :], *below])
        return [note[0] + first, *(f"    {line}" if line else "" for line in others)]

    def _end_of_quote(self, lines: list[str], start: int) -> int:
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


__all__ = ["PLACE_RE", "Grid", "ListItem", "Structure", "TableRows", "TypedList"]
