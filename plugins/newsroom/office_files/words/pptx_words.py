"""The words of a presentation (ECMA-376, PresentationML)."""

from collections.abc import Iterator
from typing import Any

from ..parts import Parts, attribute, tag
from .passage import Passage, row

PRESENTATION = "ppt/presentation.xml"


def slides_of(parts: Parts) -> list[str]:
    """The parts of the slides, in the order in which they are shown."""
    root = parts.tree(PRESENTATION)
    related = parts.related(PRESENTATION)
    every = () if root is None else root.iter()
    named = (attribute(one, "id") for one in every if tag(one) == "sldId")
    return list(dict.fromkeys(related[code][1] for code in named if code in related))


def words_of_pptx(parts: Parts) -> Iterator[Passage]:
    """Every slide, hidden ones among them, with its notes; then comments."""
    slides = slides_of(parts)
    others = [name for name in parts.below("ppt/slides/") if name not in slides]
    for number, name in enumerate((*slides, *others), start=1):
        yield from _of_part(parts, name, f"trang chiếu {number}")
        for kind, target in parts.related(name).values():
            if kind == "notesSlide":
                yield from _of_part(parts, target, f"ghi chú của trang chiếu {number}")
    for name in parts.below("ppt/comments"):
        yield from _of_part(parts, name, "nhận xét")


def _of_part(parts: Parts, name: str, place: str) -> Iterator[Passage]:
    root = parts.tree(name)
    for one in () if root is None else _blocks(root):
        if tag(one) == "tr":
            made = row(f"{place}, bảng", [_text(cell) for cell in one if tag(cell) == "tc"])
            if made.cells:
                yield made
        elif text := _text(one):
            yield Passage(place, text)


def _blocks(element: Any) -> Iterator[Any]:
    """Paragraphs, rows of tables, and comments of the old kind."""
    for child in element:
        if tag(child) in ("p", "tr", "text"):
            yield child
        else:
            yield from _blocks(child)


def _text(element: Any) -> str:
    said = []
    for one in element.iter():
        match tag(one):
            case "t" | "text":
                said.append(one.text or "")
            case "br" | "p" if said:
                said.append("\n")
    return "".join(said).strip()
