"""The boxes of which MP4 and QuickTime files are made (ISO 14496-12, 4.2)."""

from collections.abc import Iterator
from typing import IO, NamedTuple

from .stripping_plan import MediaFault, Unusable

# In bytes: more than hours of video need to say where each picture is.
LARGEST_HEADER = 64_000_000


class Box(NamedTuple):
    """A box: its kind, and where it, its content and the next box begin in the file.

    `content` is that of a box that was read whole; empty of any other.
    """

    kind: bytes
    start: int
    body: int
    end: int
    content: bytes = b""

    def part(self, first: int, size: int) -> bytes:
        """Bytes of the content. Raises Unusable where there are not so many."""
        part = self.content[first : first + size]
        if len(part) != size or first < 0:
            raise Unusable(MediaFault.TORN)
        return part

    def number(self, first: int, size: int = 4) -> int:
        return int.from_bytes(self.part(first, size), "big")

    def children(self, first: int = 0) -> "Iterator[Box]":
        """The boxes in it, from that byte of its content. Raises Unusable."""
        at, whole = first, len(self.content)
        while at < whole:
            if whole - at < 8:
                # QuickTime ends some lists with four zeros.
                if any(self.content[at:]):
                    raise Unusable(MediaFault.TORN)
                return
            size, kind, head = self.number(at), self.part(at + 4, 4), 8
            if size == 1:
                size, head = self.number(at + 8, 8), 16
            if size == 0 and not any(self.content[at:]):
                return
            if size < head or at + size > whole:
                raise Unusable(MediaFault.TORN)
            start = self.body + at
            yield Box(kind, start, start + head, start + size,
                      self.content[at + head : at + size])  # fmt: skip
            at += size

    def child(self, kind: bytes) -> "Box | None":
        return next((box for box in self.children() if box.kind == kind), None)


def box_at(file: IO[bytes], at: int, size: int) -> Box | None:
    """The box that begins at a place of a file of that size; None where none can."""
    file.seek(at)
    head = file.read(16)
    length, kind, body = int.from_bytes(head[:4], "big"), head[4:8], 8
    if length == 1:
        length, body = int.from_bytes(head[8:16], "big"), 16
    if length == 0:
        length = size - at
    if len(head) < body or length < body or at + length > size:
        return None
    return Box(kind, at, at + body, at + length)


def read_whole(file: IO[bytes], box: Box) -> Box:
    """The box with its content. Raises Unusable for one that is too large."""
    if box.end - box.body > LARGEST_HEADER:
        raise Unusable(MediaFault.TOO_LARGE)
    file.seek(box.body)
    return box._replace(content=file.read(box.end - box.body))
