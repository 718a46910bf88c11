"""The ranges of a track's pictures and sound in an MP4 file (ISO 14496-12, 8.7 and 8.8)."""

import re
import sys
from array import array
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import IO, NamedTuple

from .boxes import Box
from .stripping_plan import MediaFault, Unusable

Range = tuple[int, int]
_SHOWN = (b"vide", b"soun")
_CAPTIONS = (b"sbtl", b"subt", b"text", b"clcp")
# Pictures that stand still, which browsers do not show in a video and which tell their camera.
_STILL = (b"jpeg", b"mjpa", b"mjpb", b"png ")
_LOCKED = (b"encv", b"enca", b"enct", b"encs", b"drms", b"drmi", b"drmt")
# Drones write where they fly into captions.
_PLACE = re.compile(rb"\d{1,3}\.\d{4,}[^\d]{1,24}\d{1,3}\.\d{4,}|GPS")
_MOST_CAPTIONS = 2_000_000
MOST_SAMPLES = 8_000_000


class Track(NamedTuple):
    """A track: its number, what handles it (`vide`), how its samples are described, where they lie.

    A range is one chunk. It is loose where the end may lie further back: QuickTime counts sound
    that is not packed in its own way.
    """

    box: Box
    number: int
    handler: bytes
    entries: tuple[Box, ...]
    ranges: tuple[Range, ...]
    is_loose: bool


def track_in(box: Box) -> Track:
    """Raises Unusable."""
    header, media = box.child(b"tkhd"), box.child(b"mdia")
    if header is None or media is None:
        raise Unusable(MediaFault.TORN)
    handler, inside = media.child(b"hdlr"), media.child(b"minf")
    table = inside.child(b"stbl") if inside else None
    described = table.child(b"stsd") if table else None
    if handler is None or inside is None or table is None or described is None:
        raise Unusable(MediaFault.TORN)
    number = header.number(20 if header.number(0, 1) else 12)
    kind = handler.part(8, 4)
    entries = tuple(described.children(8))
    if any(e.kind in _LOCKED for e in entries):
        raise Unusable(MediaFault.LOCKED)
    if kind in (*_SHOWN, *_CAPTIONS) and _is_elsewhere(inside):
        raise Unusable(MediaFault.ELSEWHERE)
    sizes = _sizes(table)
    is_loose = kind == b"soun" and sizes[0] is not None
    return Track(box, number, kind, entries, tuple(_ranges(table, *sizes)), is_loose)


def is_kept(track: Track, file: IO[bytes]) -> bool:
    """True where a track is picture, sound or captions, and no captions that tell a place."""
    if track.handler in _SHOWN:
        return not any(entry.kind in _STILL for entry in track.entries)
    return track.handler in _CAPTIONS and not _tells_a_place(track, file)


def _tells_a_place(track: Track, file: IO[bytes]) -> bool:
    if sum(last - first for first, last in track.ranges) > _MOST_CAPTIONS:
        return True
    said = []
    for first, last in track.ranges:
        file.seek(first)
        said.append(file.read(last - first))
    return bool(_PLACE.search(b"\n".join(said)))


def _is_elsewhere(inside: Box) -> bool:
    """True where the pictures lie in another file."""
    at = inside.child(b"dinf")
    named = at.child(b"dref") if at else None
    return named is not None and any(not e.number(0) & 1 for e in named.children(8))


def _ranges(table: Box, uniform: tuple[int, int] | None, sizes: "array[int]") -> Iterator[Range]:
    """A range for each chunk: samples that lie one behind the other."""
    chunks = _chunks(table)
    count = uniform[1] if uniform else len(sizes)
    ends = None if uniform else array("Q", accumulate(sizes, initial=0))
    sample = 0
    for chunk, samples in zip(chunks, _samples_per_chunk(table, len(chunks)), strict=False):
        last = min(sample + samples, count)
        if uniform:
            size = uniform[0] * (last - sample)
        else:
            assert ends is not None
            size = ends[last] - ends[sample]
        sample = last
        if size:
            yield chunk, chunk + size


def _table(box: Box, at: int, count: int, code: str) -> "array[int]":
    found = array(code)
    found.frombytes(box.part(at, count * found.itemsize))
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _chunks(table: Box) -> "array[int]":
    for kind, code in ((b"stco", "I"), (b"co64", "Q")):
        if box := table.child(kind):
            return _table(box, 8, box.number(4), code)
    raise Unusable(MediaFault.TORN)


def _sizes(table: Box) -> "tuple[tuple[int, int] | None, array[int]]":
    """The size of all samples with their number, or else the size of each."""
    if box := table.child(b"stsz"):
        size, count = box.number(4), box.number(8)
        if count > MOST_SAMPLES and not size:
            raise Unusable(MediaFault.TOO_LARGE)
        return ((size, count), array("I")) if size else (None, _table(box, 12, count, "I"))
    box = table.child(b"stz2")
    if box is None:
        raise Unusable(MediaFault.TORN)
    bits, count = box.number(7, 1), box.number(8)
    if bits == 4:
        pairs = box.part(12, (count + 1) // 2)
        return None, array("I", [n for b in pairs for n in (b >> 4, b & 15)][:count])
    if bits not in (8, 16):
        raise Unusable(MediaFault.TORN)
    return None, array("I", _table(box, 12, count, "B" if bits == 8 else "H"))


def _samples_per_chunk(table: Box, chunks: int) -> Iterator[int]:
    box = table.child(b"stsc")
    if box is None:
        raise Unusable(MediaFault.TORN)
    rows = _table(box, 8, box.number(4) * 3, "I")
    firsts, counts = rows[::3], rows[1::3]
    for place, count in enumerate(counts):
        until = firsts[place + 1] if place + 1 < len(firsts) else chunks + 1
        for _ in range(firsts[place], min(until, chunks + 1)):
            yield count


class Fragment(NamedTuple):
    """Samples of one track in a fragment; `leans` if they lie where those before them end."""

    box: Box
    track: int
    ranges: tuple[Range, ...]
    leans: bool


def fragments_in(moof: Box, sizes: Mapping[int, int]) -> Iterator[Fragment]:
    """The samples of a movie fragment; `sizes` are those that the movie gives by track."""
    end = moof.start
    for box in moof.children():
        if box.kind != b"traf":
            continue
        header = box.child(b"tfhd")
        if header is None:
            raise Unusable(MediaFault.TORN)
        flags, track = header.number(1, 3), header.number(4)
        at = 8
        base, leans = end, end != moof.start
        if flags & 1:
            base, leans = header.number(at, 8), False
        elif flags & 0x20000:
            base, leans = moof.start, False
        at += (8 if flags & 1 else 0) + (4 if flags & 2 else 0) + (4 if flags & 8 else 0)
        usual = header.number(at) if flags & 0x10 else sizes.get(track, 0)
        ranges: list[Range] = []
        place = base
        for run in (child for child in box.children() if child.kind == b"trun"):
            first, place = _run(run, base, place, usual)
            if place > first:
                ranges.append((first, place))
        end = place
        yield Fragment(box, track, tuple(ranges), leans)


def _run(run: Box, base: int, place: int, usual: int) -> Range:
    flags, count, at = run.number(1, 3), run.number(4), 8
    if flags & 1:
        place = base + int.from_bytes(run.part(at, 4), "big", signed=True)
        at += 4
    at += 4 if flags & 4 else 0
    fields = [bit for bit in (0x100, 0x200, 0x400, 0x800) if flags & bit]
    if 0x200 not in fields:
        return place, place + count * usual
    numbers = _table(run, at, count * len(fields), "I")
    return place, place + sum(numbers[fields.index(0x200) :: len(fields)])
