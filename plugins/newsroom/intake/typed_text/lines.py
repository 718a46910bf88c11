"""Changes to the lines of a text before Python-Markdown cuts it into blocks."""

import re
from typing import Any

from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor
from markdown.util import ETX, STX, code_escape

from .markers import indent_of
from .pasted_tables import lines_and_grids, with_bullets
from .structure import Structure

_FENCE = re.compile(r" *(`{3,}(?!.*`)|~{3,})(.*)")


class Whitespace(Preprocessor):
    """Line ends and blanks of every origin as plain ones; tabs between cells make a table."""

    def __init__(self, md: Any, structure: Structure) -> None:
        super().__init__(md)
        self.structure = structure

    def run(self, lines: list[str]) -> list[str]:
        self.structure.found.clear()
        source = "\n".join(lines).replace(STX, "").replace(ETX, "")
        source = source.replace("\r\n", "\n").replace("\r", "\n") + "\n\n"
        if "\t" in source:
            source = "\n".join(self._with_places(with_bullets(source).split("\n")))
            source = source.expandtabs(self.md.tab_length)
        return re.sub(r"(?<=\n) +\n", "\n", source).split("\n")

    def _with_places(self, lines: list[str]) -> list[str]:
        found: list[str] = []
        for line in lines_and_grids(lines):
            whole = line if isinstance(line, str) else f"\n{self.structure.place_of(line)}\n"
            found.append(whole)
        return found


class Fences(Preprocessor):
    """Code between fences, set in with the item of a list or not; a fence without end is none.

    Python-Markdown's own looks from each fence to the end of the text, knows one word behind the
    first only, and none that is set in.
    """

    def run(self, lines: list[str]) -> list[str]:
        if not any("```" in line or "~~~" in line for line in lines):
            return lines
        ends, read = _fence_ends(lines), []
        n = 0
        while n < len(lines):
            if ends[n]:
                read.append(self._stashed(lines[n : ends[n]]))
            else:
                read.append(lines[n])
            n = max(n, ends[n]) + 1
        return read

    def _stashed(self, fenced: list[str]) -> str:
        first, *code = fenced
        indent = len(first) - len(first.lstrip(" "))
        text = "".join(f"{line[min(indent, indent_of(line)) :]}\n" for line in code)
        place = self.md.htmlStash.store(f"<pre><code>{code_escape(text)}</code></pre>")
        around = "" if indent else "\n"
        return f"{around}{first[:indent]}{place}{around}"


def _fence_ends(lines: list[str]) -> list[int]:
    """For each line that opens a fence, the line that closes it; 0 for all others."""
    closing: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
    ends = [0] * len(lines)
    for n in range(len(lines) - 1, -1, -1):
        found = _FENCE.match(lines[n])
        if not found:
            continue
        sign, length = found[1][0], len(found[1])
        later = closing[sign]
        # What is as long and stands nearer hides what is behind it.
        ends[n] = next((at for at, longest in reversed(later) if longest >= length), 0)
        if not found[2].strip():
            while later and later[-1][1] <= length:
                later.pop()
            later.append((n, length))
    return ends


class _Tags(HTMLExtractor):
    def at_line_start(self) -> bool:
        """A tag begins its line, however far it is set in: what is set in is no code."""
        return not self.rawdata[self.line_offset : self.line_offset + self.offset].strip()


class HtmlBlocks(HtmlBlockPreprocessor):
    """Takes out blocks of HTML, set in or not."""

    def run(self, lines: list[str]) -> list[str]:
        tags = _Tags(self.md)
        tags.feed("\n".join(lines))
        tags.close()
        return "".join(tags.cleandoc).split("\n")


class Shape(Preprocessor):
    """Lists, quotes, tables and footnotes with the blank lines that Python-Markdown wants."""

    def __init__(self, md: Any, structure: Structure) -> None:
        super().__init__(md)
        self.structure = structure

    def run(self, lines: list[str]) -> list[str]:
        return self.structure.of_text(lines)
