"""An office file that is changed: its parts, what they name, and the file that they make again."""

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..parts import RELATIONSHIPS, Parts, parsed, part_at, relationships_of, tag

_TYPES = "[Content_Types].xml"
# The oldest day that a ZIP file can tell.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


class OfficePackage:
    """All parts of an office file, held to be changed. Raises Unread."""

    def __init__(self, parts: Parts) -> None:
        self.parts = {name: parts.read(name) for name in parts}
        self._trees: dict[str, Any] = {}

    def tree(self, name: str) -> Any:
        """The root element of a part, to be changed in place; None where there is no such part."""
        if name not in self._trees and self.parts.get(name, b"").strip():
            self._trees[name] = parsed(self.parts[name])
        return self._trees.get(name)

    def replace(self, name: str, content: bytes) -> None:
        self.parts[name] = content
        self._trees.pop(name, None)

    def below(self, start: str) -> list[str]:
        return [n for n in self.parts if n.startswith(start) and n.endswith(".xml")]

    def related(self, name: str) -> Iterator[tuple[Any, str, str]]:
        """The relationships of a part: the element, the last word of its kind, and the target."""
        root = self.tree(relationships_of(name))
        for one in [] if root is None else [*root.iter(RELATIONSHIPS)]:
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = part_at(name, target)
            yield one, one.get("Type", "").rpartition("/")[2], target

    def unrelate(self, name: str, is_gone: Callable[[str, str], bool]) -> set[str]:
        """Take out relationships of a part by their kind and target; the ids of those gone."""
        gone = set()
        for one, kind, target in self.related(name):
            if is_gone(kind, target):
                gone.add(one.get("Id", ""))
                one.getparent().remove(one)
        return gone

    @property
    def naming(self) -> list[str]:
        """The parts that name others; the file itself is the empty name."""
        found = []
        for name in self.parts:
            folder, last = posixpath.split(name)
            if posixpath.basename(folder) == "_rels" and last.endswith(".rels"):
                start = posixpath.dirname(folder)
                found.append(posixpath.join(start, last.removesuffix(".rels")))
        return found

    def packed(self) -> bytes:
        """The file, with only those parts that some other one leads to."""
        from lxml import etree

        kept = self._reached()
        types = self.tree(_TYPES)
        for one in [] if types is None else [*types]:
            if tag(one) == "Override" and one.get("PartName", "").lstrip("/") not in kept:
                types.remove(one)

        def parts() -> Iterator[tuple[str, bytes]]:
            for name in sorted({_TYPES, *kept}, key=lambda name: (name != _TYPES, name)):
                content = self.parts.get(name, b"")
                if (root := self._trees.get(name)) is not None:
                    content = etree.tostring(
                        root, xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                yield name, content

        return zipped(parts())

    def _reached(self) -> set[str]:
        reached, waiting = set[str](), [""]
        while waiting:
            name = waiting.pop()
            relations = relationships_of(name)
            if relations in self.parts:
                reached.add(relations)
            for one, _, target in self.related(name):
                is_inside = one.get("TargetMode") != "External" and target in self.parts
                if is_inside and target not in reached:
                    reached.add(target)
                    waiting.append(target)
        return reached


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP file of these, in their order, without a day or a name of a machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, _NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, content)
    return out.getvalue()


def removed(element: Any) -> None:
    """Take an element out; the text behind it stays."""
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            above.text = (above.text or "") + element.tail
    above.remove(element)


def unwrapped(element: Any) -> None:
    """Put what is in an element in its place."""
    above = element.getparent()
    place = above.index(element)
    for number, child in enumerate([*element]):
        above.insert(place + number, child)
    removed(element)
