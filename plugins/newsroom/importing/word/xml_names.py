"""The names of WordprocessingML (ECMA-376, part 1), and short ways to ask for them."""

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# A file of the strict edition says the same under other names.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
)
_OFF = ("0", "false", "off", "none")

Element = Any


def transitional(content: bytes) -> bytes:
    """A part with the names of the transitional edition, which everybody writes."""
    if b"purl.oclc.org/ooxml" in content:
        for strict, name in STRICT:
            content = content.replace(strict, name[1:-1].encode())
    return content


def child(element: Element, *names: str) -> Element | None:
    """The element below these names of Word, one within the other; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def value(element: Element | None, *names: str, of: str = "val") -> str | None:
    """An attribute of the element below these names; None where there is none."""
    found = None if element is None else child(element, *names)
    given = None if found is None else found.get(f"{W}{of}")
    return None if given is None else str(given)


def switch(properties: Element | None, name: str) -> bool | None:
    """A property that is on or off; None where nothing is said of it."""
    found = None if properties is None else child(properties, name)
    return None if found is None else (found.get(f"{W}val") or "1").lower() not in _OFF


def number(text: str | None) -> int | None:
    """A whole number, also where an office wrote `12.0`; None for what is none."""
    try:
        return None if text is None else int(float(text))
    except (ValueError, OverflowError):
        return None


def local(element: Element) -> str:
    """An element's name without its namespace; empty for what is no element."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def unwrap(element: Element) -> None:
    """Put what an element holds into its place."""
    parent = element.getparent()
    at = parent.index(element)
    children = list(element)
    parent.remove(element)
    parent[at:at] = children


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def enclosing(element: Element, name: str) -> Element | None:
    """The nearest element of Word of that name around an element."""
    return next(element.iterancestors(f"{W}{name}"), None)


def found(root: Element, *names: str) -> Iterator[Element]:
    """Every element of these full names, in order; the tree may be changed meanwhile."""
    yield from list(root.iter(*names))
