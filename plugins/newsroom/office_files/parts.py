"""The parts of a packed file, within bounds: a small file may unpack to a large one.

An office file (ECMA-376, part 2) is a ZIP of parts, most of them XML, which name one another in
relationships.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import IO, Any

from .words.passage import Allowance, Gap, Unread

MOST_PARTS = 5_000
# In bytes, unpacked.
LARGEST_PART = 40_000_000
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    OSError,
    zlib.error,
    EOFError,
    ValueError,
    OverflowError,
)


class Parts:
    """The parts of a packed file by their names. Raises Unread, also while they are read.

    `largest` is the most that one part may unpack to, in bytes.
    """

    def __init__(
        self, content: bytes, allowance: Allowance | None = None, largest: int = LARGEST_PART
    ) -> None:
        if directory_is_too_large(BytesIO(content)):
            raise Unread(Gap.TOO_LARGE)
        try:
            self._file = zipfile.ZipFile(BytesIO(content))
            entries = self._file.infolist()
        except BROKEN as error:
            raise Unread(Gap.BROKEN) from error
        if len(entries) > MOST_PARTS:
            raise Unread(Gap.TOO_LARGE)
        self.allowance = allowance or Allowance()
        self._largest = largest
        # As the file lists them: a name may stand twice.
        self.listed = tuple(entries)
        # A name that stands twice is read as the office reads it: the last one.
        self.entries = {one.filename: one for one in entries if not one.filename.endswith("/")}

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def below(self, start: str, ending: str = ".xml") -> list[str]:
        """The names that begin and end so, `slide2` before `slide10`."""
        found = (name for name in self.entries if name.startswith(start) and name.endswith(ending))
        return sorted(found, key=lambda name: (len(name), name))

    def read(self, name: str) -> bytes:
        """A part, unpacked; empty where there is none."""
        entry = self.entries.get(name)
        if entry is None:
            return b""
        if entry.flag_bits & 1:
            raise Unread(Gap.LOCKED)
        most = min(self._largest, self.allowance.left)
        try:
            with self._file.open(entry) as part:
                # What the directory says of its size is a claim.
                content = part.read(most + 1)
        except RuntimeError as error:
            raise Unread(Gap.LOCKED) from error
        except BROKEN as error:
            raise Unread(Gap.BROKEN) from error
        if len(content) > most:
            raise Unread(Gap.TOO_LARGE)
        self.allowance.spend(len(content))
        return content

    def tree(self, name: str) -> Any:
        """The root element of an XML part; None where there is no such part."""
        content = self.read(name)
        return parsed(content) if content.strip() else None

    def related(self, name: str) -> Mapping[str, tuple[str, str]]:
        """The parts that a part names: by id the kind's last word, and the part (or outside place).

        An empty name is the file itself.
        """
        root = self.tree(relationships_of(name))
        found = {}
        for one in () if root is None else root.iter(RELATIONSHIPS):
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = part_at(name, target)
            found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], target)
        return found


def directory_is_too_large(file: IO[bytes]) -> bool:
    """True where the list of parts is longer than any that we read: it would be read whole."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    end = file.read()
    at = end.rfind(b"PK\5\6")
    file.seek(0)
    return at >= 0 and int.from_bytes(end[at + 12 : at + 16], "little") > 200 * MOST_PARTS


def relationships_of(name: str) -> str:
    """The part that holds the relationships of another."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/_rels/{last}.rels".lstrip("/")


def part_at(name: str, target: str) -> str:
    """The part that a relationship of the part `name` points to."""
    start = "" if target.startswith("/") else posixpath.dirname(name)
    return posixpath.normpath(posixpath.join(start, target.lstrip("/")))


def parsed(content: bytes) -> Any:
    """The root element of an XML text. Raises Unread.

    Without entities, which make a small text a large one, and without anything from outside.
    """
    from lxml import etree

    with xml_faults():
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        root = etree.fromstring(content, parser)
        if root.getroottree().docinfo.doctype:
            raise Unread(Gap.BROKEN)
        return root


@contextmanager
def xml_faults() -> Iterator[None]:
    """Raise Unread for what a reader of XML says inside."""
    from lxml import etree

    try:
        yield
    except (etree.XMLSyntaxError, ValueError, LookupError, AssertionError) as error:
        raise Unread(Gap.BROKEN) from error


def tag(element: Any) -> str:
    """An element's name without its namespace; both editions of the standard are read alike."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(element: Any, name: str) -> str:
    """An attribute by its name without its namespace, which it must have; else empty."""
    ending = f"}}{name}"
    return next((str(v) for k, v in element.attrib.items() if k.endswith(ending)), "")
