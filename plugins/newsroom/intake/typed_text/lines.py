"""What is done to the lines of a text before Python-Markdown cuts it into blocks."""

import re
from typing import Any

from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor
from markdown.util import ETX, STX, code_escape

from .pasted_tables import lines_and_grids, with_bullets
from .structure import Structure


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


class Fences(FencedBlockPreprocessor):
    """Code between fences: of any words behind the first, and set in with the item of a list."""

    ANY_FENCE = re.compile(
        r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})[^`\n]*\n(?P<code>.*?\n)? *(?P=fence)[`~]* *$",
        re.MULTILINE | re.DOTALL,
    )

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "```" not in text and "~~~" not in text:
            return lines
        text = "\n".join(super().run(lines))
        return self.ANY_FENCE.sub(self._stashed, text).split("\n")

    def _stashed(self, fence: re.Match[str]) -> str:
        indent = fence["indent"]
        code = re.sub(rf"^ {{0,{len(indent)}}}", "", fence["code"] or "", flags=re.MULTILINE)
        place = self.md.htmlStash.store(f"<pre><code>{code_escape(code)}</code></pre>")
        return f"{indent}{place}"


class _Tags(HTMLExtractor):
    def at_line_start(self) -> bool:
        """However far a tag is set in, it begins its line: what is set in is no code."""
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
