"""Filling a Word template: `{{tên}}` becomes words, a paragraph that is only one becomes a table.

Word cuts what somebody types into runs as it likes, so a place is looked for in the paragraph's
whole text; what is put there takes the form of its first letter.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...domain.message import Message, UserFacingError
from ...domain.names.register import nearest
from ...domain.text.vietnamese import fold_key

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_PLACE = re.compile(r"\{\{([^{}]*)\}\}")
# Writes what belongs to a place at the end of the document.
Block = Callable[["Document"], None]


class UnknownPlace(UserFacingError):
    """The template has a place that nothing fills; the message says which, and names the others."""


def fill(paper: "Document", words: Mapping[str, str], blocks: Mapping[str, Block]) -> None:
    """Fill every place of the document. Names are compared without case, marks and spaces.

    A name in capitals asks for its words in capitals. Raises UnknownPlace.
    """
    known_words = {fold_key(name): text for name, text in words.items()}
    known_blocks = {fold_key(name): block for name, block in blocks.items()}
    for number, line in enumerate(list(_paragraphs(paper)), start=1):
        found = _PLACE.findall(line.text)
        for name in found:
            if fold_key(name) not in {**known_words, **known_blocks}:
                raise UnknownPlace(_unknown(name, number, [*words, *blocks]))
        build_lock = _PLACE.fullmatch(line.text.strip())
        if build_lock and fold_key(build_lock[1]) in known_blocks:
            _put_block(paper, line, known_blocks[fold_key(build_lock[1])])
        elif found:
            _put_words(line, known_words)


def _paragraphs(paper: "Document") -> Iterator["Paragraph"]:
    """Those of the body and its tables, then those at the head and foot of pages."""
    yield from _within(paper)
    for section in paper.sections:
        for edge in (section.header, section.footer, section.first_page_header):
            yield from _within(edge)
        yield from _within(section.first_page_footer)


def _within(place: Any) -> Iterator["Paragraph"]:
    from docx.table import Table

    for part in place.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from _within(cell)
        else:
            yield part


def _put_words(line: "Paragraph", words: Mapping[str, str]) -> None:
    while place := _PLACE.search(line.text):
        value = words.get(fold_key(place[1]), "")
        if place[1].isupper():
            value = value.upper()
        # Braces of a title are no place.
        value = value.replace("{{", "{\u2060{").replace("}}", "}\u2060}")
        start, end, at = place.start(), place.end(), 0
        for run in _runs(line):
            text = run.text
            first, last = max(start - at, 0), min(end - at, len(text))
            at += len(text)
            if first < last:
                run.text = text[:first] + value + text[last:]
                value = ""


def _runs(line: "Paragraph") -> Iterator[Any]:
    """The pieces of a paragraph's text, those of links too."""
    for part in line.iter_inner_content():
        yield from getattr(part, "runs", (part,))


def _put_block(paper: "Document", line: "Paragraph", block: Block) -> None:
    body = paper.element.body
    before = len(body)
    block(paper)
    # What was written stands last, before the page's own form: it goes to the place.
    made = [part for part in list(body)[before - 1 :] if not part.tag.endswith("}sectPr")]
    for part in made:
        line._p.addprevious(part)
    line._p.getparent().remove(line._p)


def _unknown(name: str, number: int, names: list[str]) -> Message:
    like = nearest(name, names)
    hint = f"Có phải là {{{{{like}}}}}?" if like else f"Các chỗ điền được: {', '.join(names)}."
    return Message(
        "NR-PAPER-009",
        f"đoạn {number}: không có gì để điền vào {{{{{name}}}}}.\n    → {hint}",
    )
