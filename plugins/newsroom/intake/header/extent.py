"""The extent of a header: where its facts begin and end, and where the text of the file begins."""

from typing import NamedTuple

from ...domain.content.content_item import ContentKind
from ...domain.text.vietnamese import clean
from .lines import continues, is_fence, known_key, like_key, reads_as_text
from .slips import without_colon


class Extent(NamedTuple):
    """The header is `lines[first:end]`, the text begins at line `body`; lines count from 0.

    `lines` are those of the file, cleaned, as far as the header may reach. `is_closed` tells that a
    fence ends it, `is_fenced` that one opens it.
    """

    lines: list[str]
    first: int
    end: int
    body: int
    is_fenced: bool
    is_closed: bool


def extent_of(raw: list[str], kind: ContentKind) -> Extent:
    """The extent of the header of a file, whose lines these are."""
    return _Measuring(raw, kind).extent()


class _Measuring:
    def __init__(self, raw: list[str], kind: ContentKind) -> None:
        self.raw, self.kind = raw, kind
        self.lines: list[str] = []

    def extent(self) -> Extent:
        every = range(len(self.raw))
        start = next((n for n in every if self._line(n).strip()), 0)
        fenced = is_fence(self._line(start))
        first = start + fenced
        if fenced and first < len(self.raw) and is_fence(self._line(first)):
            first += 1
        closing = next((n for n in every[first:] if is_fence(self._line(n))), None)
        is_closed = closing is not None and self._is_end(first, closing, fenced)
        end = closing if closing is not None and is_closed else self._stop(first)
        return Extent(
            lines=self.lines,
            first=first,
            end=end,
            body=end + is_closed,
            is_fenced=fenced,
            is_closed=is_closed,
        )

    def _line(self, number: int) -> str:
        """The line, cleaned. Each is cleaned once, and those below the header not at all."""
        while len(self.lines) <= number:
            self.lines.append(clean(self.raw[len(self.lines)]))
        return self.lines[number]

    def _is_end(self, start: int, closing: int, fenced: bool) -> bool:
        """True where this fence ends the header, and is no line across the text."""
        if fenced and all(line.strip() for line in self.lines[start:closing]):
            # Between fences, only a blank line can begin the text.
            return True
        between = self.lines[self._stop(start) : closing]
        is_blank = not any(line.strip() for line in between)
        return is_blank or (fenced and not reads_as_text(between, self.kind))

    def _stop(self, start: int) -> int:
        """Behind the last line that reads as a header: keys, their continuations, near-keys."""
        stop, after_blank = start, False
        for number, line in enumerate(self.lines[start:], start):
            if not line.strip():
                after_blank = True
                continue
            if stop == start and line.startswith("#"):
                continue
            is_near = number > start and not after_blank
            is_known = known_key(line, self.kind) or (is_near and without_colon(line, self.kind))
            if not is_known and not (is_near and (continues(line) or like_key(line))):
                break
            stop, after_blank = number + 1, False
        return stop
