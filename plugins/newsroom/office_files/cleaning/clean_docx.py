"""A Word document without comments and marks of change: as it shows when all are accepted."""

from typing import Any

from ..package_traces import CHANGES, PROPERTY_CHANGES
from ..parts import tag
from ..words.docx_words import MAIN
from .package import OfficePackage, removed, unwrapped

_GONE = frozenset({"del", "moveFrom"})
_MARKS = frozenset(
    {
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
        *("customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "dataBinding"),
    }
)
_SETTINGS = frozenset(
    {"trackRevisions", "rsids", "attachedTemplate", "mailMerge", "docVars", "saveThroughXslt"}
)
_NOT_OF_THE_TEXT = ("styles", "settings", "fontTable", "numbering", "webSettings", "theme")


def clean_document(package: OfficePackage) -> None:
    for name in package.below("word/"):
        if name.startswith("word/settings") and (root := package.tree(name)) is not None:
            for one in [*root]:
                if tag(one) in _SETTINGS:
                    removed(one)
        elif not name.startswith(tuple(f"word/{part}" for part in _NOT_OF_THE_TEXT)):
            root = package.tree(name)
            if root is not None:
                _accept(root)
    assert MAIN in package.parts


def _accept(root: Any) -> None:
    for one in [*root.iter()]:
        kind = tag(one)
        if not _is_in(one, root):
            # It went with something around it.
            continue
        above = one.getparent()
        if kind in _MARKS or PROPERTY_CHANGES.match(kind):
            removed(one)
        elif kind in CHANGES and above is not None:
            _take(one, kind, tag(above))
    for one in root.iter():
        for key in [k for k in one.attrib if k.rpartition("}")[2] in ("author", "initials")]:
            del one.attrib[key]


def _take(change: Any, kind: str, above: str) -> None:
    """Accept one change."""
    if above == "trPr":
        row = change.getparent().getparent()
        removed(row if kind == "del" else change)
    elif above in ("rPr", "tcPr", "numPr"):
        # Of the sign that ends a paragraph, of a cell or a number: without it they are as all are.
        line = change.getparent().getparent().getparent()
        is_end = above == "rPr" and tag(change.getparent().getparent()) == "pPr"
        removed(change)
        if is_end and kind in _GONE and line is not None:
            _join(line)
    elif kind in _GONE:
        removed(change)
    else:
        unwrapped(change)


def _join(line: Any) -> None:
    """Put what a paragraph still holds in front of the next one: the end between them is gone."""
    after = line.getnext()
    if after is None or tag(after) != "p" or tag(line) != "p":
        return
    start = 1 if len(after) and tag(after[0]) == "pPr" else 0
    left = [one for one in line if tag(one) != "pPr" and tag(one) not in _GONE]
    for number, one in enumerate(left):
        after.insert(start + number, one)
    removed(line)


def _is_in(element: Any, root: Any) -> bool:
    while element is not None:
        if element is root:
            return True
        element = element.getparent()
    return False
