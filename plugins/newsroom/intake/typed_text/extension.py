"""The reading of typed text as an extension of Python-Markdown.

It stands on the extensions for tables, footnotes and attributes, which it changes in
a few places; each change belongs to a rule of docs/huong-dan/go-chu.md.
"""

from typing import Any

from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    LINE_BREAK_RE,
    HtmlInlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)

from . import addresses, blocks, lines, signs
from .structure import Structure

BACK_TO_THE_TEXT = "Trở lại chỗ có chú thích %d trong bài"


class TypedText(Extension):
    """Reads a text as it was meant by somebody who knows no Markdown."""

    def extendMarkdown(self, md: Any) -> None:  # noqa: N802
        for stands_on in (
            TableExtension(),
            FootnoteExtension(BACKLINK_TITLE=BACK_TO_THE_TEXT),
            AttrListExtension(),
        ):
            stands_on.extendMarkdown(md)
        self._read_lines(md)
        self._read_blocks(md)
        self._read_signs(md)

    def _read_lines(self, md: Any) -> None:
        structure = Structure()
        whitespace = lines.Whitespace(md, structure)
        md.preprocessors.register(whitespace, "normalize_whitespace", 30)
        md.preprocessors.register(lines.Fences(md), "fenced_code_block", 25)
        md.preprocessors.register(lines.HtmlBlocks(md), "html_block", 20)
        md.preprocessors.register(lines.Shape(md, structure), "typed-shape", 15)
        places = blocks.Places(md.parser, structure)
        md.parser.blockprocessors.register(places, "typed-places", 95)

    def _read_blocks(self, md: Any) -> None:
        parser = md.parser
        # Lists are found by their lines, and what is set in is no code.
        for name in ("indent", "code", "olist", "ulist"):
            parser.blockprocessors.deregister(name)
        parser.blockprocessors.register(blocks.Headings(parser), "hashheader", 70)
        parser.blockprocessors.register(blocks.UnderlinedHeadings(parser), "setextheader", 60)
        parser.blockprocessors.register(blocks.Paragraphs(parser), "paragraph", 10)

    def _read_signs(self, md: Any) -> None:
        signs.read_stars_as_typed(md.delimiters.delimiters["*"])
        for name, pattern, priority in (
            ("typed-verbatim", signs.Verbatim(signs.VERBATIM, md), 185),
            ("typed-address", signs.BareAddress(addresses.PATTERN, md), 95),
            # After emphasis, which asks for blanks and would see none.
            ("linebreak", SubstituteTagInlineProcessor(LINE_BREAK_RE, "br"), 55),
            ("html", HtmlInlineProcessor(signs.TAG, md), 90),
            ("typed-struck", SimpleTagInlineProcessor(signs.STRUCK, "del"), 65),
        ):
            md.inlinePatterns.register(pattern, name, priority)
        md.treeprocessors.register(signs.Attributes(md), "attr_list", 8)
