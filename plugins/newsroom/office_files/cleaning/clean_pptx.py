"""A presentation without hidden slides, notes and comments."""

from typing import Any

from ..parts import attribute, tag
from ..words.pptx_words import PRESENTATION
from .package import OfficePackage, removed


def clean_presentation(package: OfficePackage) -> None:
    related = {one.get("Id"): target for one, _, target in package.related(PRESENTATION)}
    root = package.tree(PRESENTATION)
    for entry in [one for one in root.iter() if tag(one) == "sldId"]:
        name = related.get(attribute(entry, "id"), "")
        slide = package.tree(name)
        if slide is None:
            continue
        package.unrelate(name, lambda kind, target: kind == "notesSlide")
        if slide.get("show") in ("0", "false"):
            _empty(slide)
            package.unrelate(name, lambda kind, target: kind != "slideLayout")


def _empty(slide: Any) -> None:
    """Leave the slide, which shows and lists name, and nothing on it."""
    for one in [*slide]:
        if tag(one) not in ("cSld", "clrMapOvr"):
            removed(one)
    for one in [*slide.iter()]:
        if tag(one) == "cSld":
            one.attrib.pop("name", None)
            for child in [child for child in one if tag(child) != "spTree"]:
                removed(child)
        elif tag(one) == "spTree":
            for child in [*one]:
                if tag(child) not in ("nvGrpSpPr", "grpSpPr"):
                    removed(child)
