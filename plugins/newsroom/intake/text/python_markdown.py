"""Python-Markdown, with what a newsroom's texts need beside. Imported when a text needs it."""

import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor

from ..typed_text.extension import TypedText
from .credit import parted

# Every inline pattern, ours and the extensions', begins with one of these, or holds it.
_INLINE_SIGN = re.compile(r"[\\`\[<&*_@~]")
_INLINE_SIGNS = ("  \n", "://", "ww.", "WW.")
# Each opening bracket of a paragraph is looked at to its end: some thousands would take minutes.
MOST_BRACKETS = 1000


class TooManyBrackets(ValueError):
    """More opening brackets in one paragraph than anybody writes."""


def convert(text: str) -> str:
    """The text as HTML. Raises whatever Python-Markdown does, and is as good as new after that."""
    try:
        html: str = _markdown().reset().convert(text)
    except Exception:
        # It fails with RecursionError and others, and the instance stays broken.
        _markdown.cache_clear()
        raise
    return html


class _Figures(Treeprocessor):
    """A picture alone in its paragraph becomes a figure, its title the caption with its credit."""

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            pictures = list(paragraph)
            build_lock = len(pictures) == 1 and pictures[0].tag == "img"
            if (
                build_lock
                and not (paragraph.text or "").strip()
                and not (pictures[0].tail or "").strip()
            ):
                paragraph.tag = "figure"
                if caption := pictures[0].attrib.pop("title", ""):
                    below = SubElement(paragraph, "figcaption")
                    below.text, credit = parted(caption)
                    if credit:
                        below.text += " " if below.text else ""
                        SubElement(below, "small").text = credit


class _Headings(Treeprocessor):
    """A text that uses `#` headings has them one step lower: the page's h1 is its title."""

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-5]", element.tag)]
        if any(heading.tag == "h1" for heading in headings):
            for heading in headings:
                heading.tag = f"h{int(heading.tag[1]) + 1}"


class _Inline(InlineProcessor):
    """Tries the inline patterns only where one could match: most cells and items hold no sign.

    Raises TooManyBrackets instead of working for minutes.

    Python-Markdown has no public place for this. Should it rename its own, this is never called
    and all is as it was, only slower.
    """

    def _InlineProcessor__handleInline(  # noqa: N802
        self,
        data: str,
        patternIndex: int = 0,  # noqa: N803
    ) -> str:
        if not _INLINE_SIGN.search(data) and not any(signs in data for signs in _INLINE_SIGNS):
            return data
        if data.count("[") > MOST_BRACKETS:
            raise TooManyBrackets
        inherited: Any = super()
        handled: str = inherited._InlineProcessor__handleInline(data, patternIndex)
        return handled


class _Newsroom(Extension):
    def extendMarkdown(self, md: Any) -> None:  # noqa: N802
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.treeprocessors.register(_Figures(md), "newsroom-figures", 5)
        md.treeprocessors.register(_Headings(md), "newsroom-headings", 5)


@cache
def _markdown() -> markdown.Markdown:
    return markdown.Markdown(
        # By name they would be looked for among everything that is installed.
        extensions=[TypedText(), _Newsroom()],
        output_format="html",
    )
