"""The parts of a WebM file that go, and those that stay (RFC 8794 and 9559)."""

from collections.abc import Iterator
from typing import IO, NamedTuple

from .stripping_plan import MediaFault, StrippingPlan, Unusable

EBML = b"\x1a\x45\xdf\xa3"
_SEGMENT, _SEEK_HEAD, _INFO, _TRACKS, _CUES, _CLUSTER = (
    *(0x18538067, 0x114D9B74, 0x1549A966, 0x1654AE6B),
    *(0x1C53BB6B, 0x1F43B675),
)
_VOID, _SEEK, _SEEK_ID = 0xEC, 0x4DBB, 0x53AB
_ENTRY, _NUMBER, _TYPE, _ENCODINGS, _ENCRYPTION = 0xAE, 0xD7, 0x83, 0x6D80, 0x5035
_GROUP, _BLOCK, _SIMPLE_BLOCK = 0xA0, 0xA1, 0xA3
# By the element in which they stand, what is needed to show the video. All else goes.
_KEPT: dict[int, frozenset[int]] = {
    _SEGMENT: frozenset({_SEEK_HEAD, _INFO, _TRACKS, _CUES, _CLUSTER}),
    # TimestampScale, Duration, and the two that must be there and are emptied.
    _INFO: frozenset({0x2AD7B1, 0x4489, 0x4D80, 0x5741}),
    _TRACKS: frozenset({_ENTRY}),
    # Number, UID, Type, flags, times, language, codec with its private part, delays, and what
    # describes picture and sound.
    _ENTRY: frozenset(
        {
            *(_NUMBER, 0x73C5, _TYPE, 0xB9, 0x88, 0x55AA, 0x9C, 0x23E383, 0x22B59C, 0x22B59D),
            *(0x86, 0x63A2, 0x56AA, 0x56BB, 0xE0, 0xE1, 0x6DE7, 0x6DF8, 0x55EE, 0xAA),
        }
    ),
    # Timestamp, Position, PrevSize.
    _CLUSTER: frozenset({0xE7, 0xA7, 0xAB, _GROUP, _SIMPLE_BLOCK}),
    _GROUP: frozenset({_BLOCK, 0x9B, 0xFB, 0xFA, 0x75A2, 0x75A1}),
    _SEEK_HEAD: frozenset({_SEEK}),
}
_EMPTIED = (0x4D80, 0x5741)
_LEVEL_ONE = frozenset({*_KEPT[_SEGMENT], 0x1254C367, 0x1941A469, 0x1043A770})
_MOST = 4_000_000


class Element(NamedTuple):
    """An element: what it is, and where it, its content and the next one begin in the file."""

    code: int
    start: int
    body: int
    end: int
    has_size: bool = True


def plan_of_webm(file: IO[bytes], size: int) -> StrippingPlan:
    """Raises Unusable."""
    return _Walk(file, size).plan()


class _Walk:
    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file, self._size, self._left = file, size, _MOST
        self._blanks: list[tuple[int, int]] = []
        self._words: list[tuple[int, bytes]] = []
        self._removed: set[int] = set()
        self._tracks = self._clusters = 0

    def plan(self) -> StrippingPlan:
        head, at = self._element(0, self._size), 0
        at = head.end
        segment = self._element(at, self._size) if at < self._size else None
        while segment and segment.code == _VOID:
            segment = self._element(segment.end, self._size)
        if segment is None or segment.code != _SEGMENT:
            raise Unusable(MediaFault.TORN)
        # What stands behind it, nobody reads; a second one would hold another video.
        self._segment(segment)
        if not self._tracks:
            raise Unusable(MediaFault.NOTHING_TO_SEE if self._clusters else MediaFault.TORN)
        if not self._clusters:
            raise Unusable(MediaFault.TORN)
        return StrippingPlan(0, segment.end, tuple(self._blanks), tuple(self._words))

    def _segment(self, segment: Element) -> None:
        for one in self._inside(segment):
            match one.code:
                case code if code not in _KEPT[_SEGMENT]:
                    self._remove(one)
                case code if code == _TRACKS:
                    self._of_tracks(one)
                case code if code == _CLUSTER:
                    self._clusters += 1
                    self._of_cluster(one)
                case code if code == _SEEK_HEAD:
                    self._of_seek_head(one)
                case code if code == _INFO:
                    self._of_info(one)

    def _of_info(self, info: Element) -> None:
        for one in self._inside(info):
            if one.code in _EMPTIED:
                # Zeros at the end of a text do not count (RFC 8794, 7.5).
                self._blank(one.body, one.end)
            elif one.code not in _KEPT[_INFO]:
                self._remove(one)

    def _of_tracks(self, tracks: Element) -> None:
        for entry in self._inside(tracks):
            if entry.code != _ENTRY:
                self._remove(entry)
                continue
            parts = [*self._inside(entry)]
            if any(one.code == _ENCODINGS for one in parts):
                raise Unusable(MediaFault.LOCKED)
            number, kind = (
                next((self._number(one) for one in parts if one.code == code), 0)
                for code in (_NUMBER, _TYPE)
            )
            if kind not in (1, 2):
                self._removed.add(number)
                self._remove(entry)
                continue
            self._tracks += 1
            for one in parts:
                if one.code not in _KEPT[_ENTRY]:
                    self._remove(one)

    def _of_cluster(self, cluster: Element) -> None:
        for one in self._inside(cluster):
            if one.code == _SIMPLE_BLOCK and self._track_of(one) in self._removed:
                self._remove(one)
            elif one.code == _GROUP:
                parts = [*self._inside(one)]
                blocks = [part for part in parts if part.code == _BLOCK]
                if not blocks or any(self._track_of(block) in self._removed for block in blocks):
                    self._remove(one)
                    continue
                for part in parts:
                    if part.code not in _KEPT[_GROUP]:
                        self._remove(part)
            elif one.code not in _KEPT[_CLUSTER]:
                self._remove(one)

    def _of_seek_head(self, head: Element) -> None:
        for seek in self._inside(head):
            named = 0
            for one in self._inside(seek) if seek.code == _SEEK else ():
                named = self._number(one) if one.code == _SEEK_ID else named
            if named not in _KEPT[_SEGMENT]:
                self._remove(seek)

    def _inside(self, outer: Element) -> Iterator[Element]:
        at = outer.body
        while at < outer.end:
            one = self._element(at, outer.end)
            if not one.has_size:
                one = one._replace(end=self._end_of(one, outer))
            if not outer.has_size and outer.code == _CLUSTER and one.code in _LEVEL_ONE:
                return
            yield one
            at = one.end

    def _end_of(self, open_: Element, outer: Element) -> int:
        """The end of an element without a size: the next one of its level, or the file's end."""
        if open_.code != _CLUSTER:
            raise Unusable(MediaFault.TORN)
        at = open_.body
        while at < outer.end:
            one = self._element(at, outer.end)
            if one.code in _LEVEL_ONE:
                return at
            at = one.end
        return at

    def _element(self, at: int, end: int) -> Element:
        self._left -= 1
        if self._left < 0:
            raise Unusable(MediaFault.TOO_LARGE)
        self._file.seek(at)
        head = self._file.read(12)
        width = _width(head)
        if not width or width > 4 or len(head) < width + 1:
            raise Unusable(MediaFault.TORN)
        code, rest = int.from_bytes(head[:width], "big"), head[width:]
        length = _width(rest)
        if not length or len(rest) < length:
            raise Unusable(MediaFault.TORN)
        size = int.from_bytes(rest[:length], "big") & ((1 << 7 * length) - 1)
        body = at + width + length
        if size == (1 << 7 * length) - 1:
            return Element(code, at, body, end, has_size=False)
        if body + size > end:
            raise Unusable(MediaFault.TORN)
        return Element(code, at, body, body + size)

    def _number(self, one: Element) -> int:
        self._file.seek(one.body)
        return int.from_bytes(self._file.read(min(8, one.end - one.body)), "big")

    def _track_of(self, block: Element) -> int:
        self._file.seek(block.body)
        head = self._file.read(8)
        width = _width(head)
        return int.from_bytes(head[:width], "big") & ((1 << 7 * width) - 1)

    def _remove(self, one: Element) -> None:
        """Leave an element in its place that says that it is nothing, of the same size."""
        if one.code == _VOID:
            self._blank(one.body, one.end)
            return
        if not one.has_size:
            raise Unusable(MediaFault.TORN)
        # At least two bytes: the size takes as many of the others as it needs.
        whole = one.end - one.start
        length = next(n for n in range(1, 9) if whole - 1 - n < (1 << 7 * n) - 1)
        size = (whole - 1 - length) | (1 << 7 * length)
        self._words.append((one.start, bytes([_VOID]) + size.to_bytes(length, "big")))
        self._blank(one.start + 1 + length, one.end)

    def _blank(self, first: int, last: int) -> None:
        if first < last:
            self._blanks.append((first, last))


def _width(head: bytes) -> int:
    """Of how many bytes a number consists whose first byte is this; 0 for none."""
    return 9 - head[0].bit_length() if head and head[0] else 0
