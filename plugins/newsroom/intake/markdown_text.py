"""Markdown as Python-Markdown reads it, with what a newsroom's texts need beside."""

import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class BrokenMarkdown(ValueError):
    """The text is nested so deeply, or so oddly, that Markdown gave up."""


def to_html(text: str) -> str:
    """The text as HTML, as it came: not yet sanitised. Raises BrokenMarkdown."""
    try:
        return _markdown().reset().convert(text)
    except Exception as error:
        # It fails with RecursionError and others, and the instance stays broken.
        _markdown.cache_clear()
        raise BrokenMarkdown(text[:40]) from error


class _Figures(Treeprocessor):
    """A picture alone in its paragraph becomes a figure, its title the caption."""

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            pictures = list(paragraph)
            alone = len(pictures) == 1 and pictures[0].tag == "img"
            if (
                alone
                and not (paragraph.text or "").strip()
                and not (pictures[0].tail or "").strip()
            ):
                paragraph.tag = "figure"
                if caption := pictures[0].attrib.pop("title", ""):
                    SubElement(paragraph, "figcaption").text = caption


class _Headings(Treeprocessor):
    """A text that uses `#` headings has them one step lower: the page's h1 is its title."""

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-5]", element.tag)]
        if any(heading.tag == "h1" for heading in headings):
            for heading in headings:
                heading.tag = f"h{int(heading.tag[1]) + 1}"


class _Newsroom(Extension):
    def extendMarkdown(self, md: Any) -> None:  # noqa: N802
        md.treeprocessors.register(_Figures(md), "newsroom-figures", 5)
        md.treeprocessors.register(_Headings(md), "newsroom-headings", 5)


@cache
def _markdown() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=["tables", "sane_lists", "footnotes", "attr_list", _Newsroom()],
        output_format="html",
    )
