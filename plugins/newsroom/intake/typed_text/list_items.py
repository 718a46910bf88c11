"""The items of a list: where it begins, which lines belong to each, and where it ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .line_breaks import ends_sentence, is_wrapped, starts_small
from .markers import Marker, indent_of, marker_of

# A line shorter than this was ended by whoever typed it; a longer one perhaps by an editor.
_LONG_LINE = 60
# In lines: how far the next item of a list is looked for.
_FAR = 40
# In blanks: what is set in so far behind the words of an item is a signature on the right.
_FAR_RIGHT = 8
_APART = re.compile(r" *(?:#{1,6} |#{2,6}|>|(?:-{3,}|_{3,}|\*{3,}) *$|\x02)")


class ListItem(NamedTuple):
    """One item: its lines as Python-Markdown reads them, loose if it is made of paragraphs.

    `number` is the one that was typed, where counting would give another.
    """

    lines: tuple[str, ...]
    is_loose: bool
    number: int | None


class TypedList(NamedTuple):
    """A list, the sign of its first item, and its items."""

    first: Marker
    items: tuple[ListItem, ...]


@dataclass(kw_only=True)
class RawItem:
    """An item while its lines are gathered: the first, and those below as they were typed."""

    marker: Marker
    number_above: int | None = None
    is_loose: bool = False
    below: list[str] = field(default_factory=list)
    # The line of `below` from which on blanks at the start mean a level.
    levels_from: int | None = None
    inner: Marker | None = None

    @property
    def lines(self) -> list[str]:
        return [self.marker.words, *self._without_indent()]

    def _without_indent(self) -> Iterator[str]:
        if self.levels_from is None:
            yield from self.below
            return
        yield from self.below[: self.levels_from]
        set_in = self.below[self.levels_from :]
        least = min(indent_of(line) for line in set_in if line.strip())
        yield from (line[min(least, indent_of(line)) :] for line in set_in)


def is_list_start(lines: list[str], n: int, above: str, last: Marker | None = None) -> bool:
    """True where a list begins on line `n`, or goes on.

    `above` is the line of words just above it, or ""; `last` the sign of the last item before.
    """
    marker = marker_of(lines[n])
    if marker is None:
        return False
    goes_on = last is not None and last.kind == marker.kind and last.number + 1 == marker.number
    has_next = _has_next(lines, n, marker) or goes_on
    if marker.is_letter:
        return has_next
    if not marker.words:
        return has_next or (marker.is_glyph and n + 1 < len(lines) and bool(lines[n + 1].strip()))
    if not above.strip():
        return True
    is_broken_by_hand = len(above.strip()) < _LONG_LINE or ends_sentence(above)
    if marker.is_number:
        is_first = marker.number <= 1 and is_broken_by_hand
        return is_first or has_next or above.rstrip().endswith(":")
    return has_next or is_broken_by_hand or not starts_small(marker.words)


def _has_next(lines: list[str], n: int, marker: Marker) -> bool:
    """True where an item of the same kind, and of the next number, follows before a blank line."""
    for line in lines[n + 1 : n + _FAR]:
        if not line.strip():
            return False
        below = marker_of(line)
        if below and below.kind == marker.kind and below.words != marker.words:
            return not marker.is_number or below.number in (marker.number, marker.number + 1)
    return False


def gathered(lines: list[str], start: int, first_indent: int) -> tuple[Marker, list[RawItem], int]:
    """The list that begins on line `start`: its first sign, its items, the line after its last.

    `first_indent` is how far the first line of each paragraph is set in: words that are set in
    like it, below a blank line, are the next paragraph and none of the list's.
    """
    first = marker_of(lines[start])
    assert first is not None
    items: list[RawItem] = []
    n, marker, is_loose = start, first, False
    while True:
        above = items[-1].marker.number if items else None
        item = RawItem(marker=marker, number_above=above, is_loose=is_loose)
        items.append(item)
        n, blanks = _gather(item, lines, n + 1, first_indent)
        below = marker_of(lines[n]) if n < len(lines) else None
        if below is None or not _continues(below, item, first):
            return first, items, n - blanks
        # What stands beside a blank line is a paragraph.
        marker, is_loose = below, bool(blanks)
        item.is_loose |= is_loose


def _continues(below: Marker, item: RawItem, first: Marker) -> bool:
    """True where a sign is of the same list: of its kind, and not counting from 1 once more."""
    if below.kind != first.kind:
        return False
    begins_anew = below.number == 1 and item.marker.number > 1
    return not (first.is_number and begins_anew)


def _gather(item: RawItem, lines: list[str], n: int, first_indent: int) -> tuple[int, int]:
    """Gives an item the lines below its first; the line after them, and blank lines before it."""
    blanks = 0
    while n < len(lines):
        line = lines[n]
        if not line.strip():
            blanks, n = blanks + 1, n + 1
            continue
        marker = marker_of(line)
        belongs = (
            _is_inner(marker, item, blanks)
            if marker
            else _is_of_item(line, item, blanks, lines[n - 1], first_indent)
        )
        if not belongs:
            break
        if blanks:
            is_own = marker is None and item.inner and indent_of(line) < item.inner.offset
            item.is_loose |= item.inner is None or bool(is_own)
        if (marker or blanks) and item.levels_from is None:
            item.levels_from = len(item.below)
        item.inner = item.inner or marker
        item.below += [*[""] * blanks, line]
        blanks, n = 0, n + 1
    return n, blanks


def _is_inner(marker: Marker, item: RawItem, blanks: int) -> bool:
    """True where a sign below an item begins a list in it: set in, or one that nests by custom."""
    of = item.marker
    if item.inner and of.indent < item.inner.indent <= marker.indent:
        return True
    if marker.indent > of.indent:
        # Numbers are set in by a blank or two to stand in a column.
        is_next = of.is_number and marker.kind == of.kind and marker.number == of.number + 1
        return not (is_next and marker.indent - of.indent < 4)
    return not blanks and marker.indent == of.indent and marker.rank > of.rank


def _is_of_item(line: str, item: RawItem, blanks: int, above: str, first_indent: int) -> bool:
    """True where a line of words belongs to the item above it."""
    indent, outer = indent_of(line), item.marker.indent
    if blanks:
        is_paragraph = 0 < first_indent == indent
        return not is_paragraph and indent >= min(item.marker.offset, outer + 4)
    is_empty = not item.marker.words and not item.below
    if indent >= item.marker.offset + _FAR_RIGHT and not is_wrapped(above, line):
        return False
    if indent > outer or (is_empty and item.marker.is_glyph):
        return True
    return not _APART.match(line) and is_wrapped(above, line)
