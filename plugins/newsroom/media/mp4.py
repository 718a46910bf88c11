"""The parts of an MP4 or QuickTime file that go, and those that stay (ISO 14496-12; Apple's QTFF).

Boxes that we do not know are taken for what cameras, phones and programs tell of themselves, of
the place and of the day: what stays is a list, what goes is not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import IO

from .boxes import Box, box_at, read_whole
from .stripping_plan import MediaFault, StrippingPlan, Unusable, gaps
from .tracks import Fragment, Range, Track, fragments_in, is_kept, track_in

_TOP = (b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"sidx", b"ssix", b"mfra", b"pdin")
# What is to be seen in each box; `None` where its content is none of boxes.
_KEPT: dict[bytes, tuple[bytes, ...]] = {
    b"moov": (b"mvhd", b"trak", b"mvex", b"iods"),
    b"mvex": (b"mehd", b"trex", b"leva"),
    b"trak": (b"tkhd", b"mdia", b"edts", b"tref", b"tapt"),
    b"mdia": (b"mdhd", b"hdlr", b"minf", b"elng"),
    b"minf": (b"vmhd", b"smhd", b"nmhd", b"sthd", b"gmhd", b"hdlr", b"dinf", b"stbl"),
    b"stbl": (
        *(b"stsd", b"stts", b"ctts", b"cslg", b"stss", b"stps", b"stsc", b"stsz", b"stz2"),
        *(b"stco", b"co64", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio"),
    ),
    b"dinf": (b"dref",),
    b"moof": (b"mfhd", b"traf"),
    b"traf": (b"tfhd", b"tfdt", b"trun", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio"),
    b"mfra": (b"tfra", b"mfro"),
}
_MOST_FRAGMENTS = 200_000
# Where a sample entry for pictures names the program that made them, and where its boxes begin.
_MAKER, _NAME, _BOXES = 12, 42, 78


def plan_of_mp4(file: IO[bytes], size: int) -> StrippingPlan:
    """Raises Unusable."""
    return _Walk(file, size).plan()


class _Walk:
    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file, self._size = file, size
        self._blanks: list[Range] = []
        self._words: list[tuple[int, bytes]] = []
        self._places: list[Box] = []
        self._kept: list[Range] = []
        self._sizes: dict[int, int] = {}
        self._removed: set[int] = set()

    def plan(self) -> StrippingPlan:
        boxes, end = self._top()
        movies = [read_whole(self._file, box) for box in boxes if box.kind == b"moov"]
        self._places = [box for box in boxes if box.kind == b"mdat"]
        if len(movies) != 1 or not self._places:
            raise Unusable(MediaFault.TORN if movies or self._places else MediaFault.NO_VIDEO)
        self._movie(movies[0])
        for box in boxes:
            match box.kind:
                case b"moof":
                    self._fragment(read_whole(self._file, box))
                case b"mfra" | b"sidx":
                    self._index(read_whole(self._file, box))
                case kind if kind not in _TOP:
                    self._remove(box)
        self._between([(box.body, box.end) for box in self._places])
        return StrippingPlan(0, end, tuple(sorted(self._blanks)), tuple(sorted(self._words)))

    def _top(self) -> tuple[list[Box], int]:
        """The boxes of the file, and where they end: some cameras write more behind them."""
        boxes: list[Box] = []
        at = 0
        while at < self._size:
            box = box_at(self._file, at, self._size)
            if box is None or len(boxes) > _MOST_FRAGMENTS:
                kinds = {box.kind for box in boxes}
                self._file.seek(at + 4)
                if self._file.read(4) in _TOP or not {b"moov", b"mdat"} <= kinds:
                    raise Unusable(MediaFault.TORN)
                break
            boxes.append(box)
            at = box.end
        return boxes, at

    def _between(self, bodies: list[Range]) -> None:
        """Blank what lies among the pictures and belongs to no track that stays."""
        kept = sorted(self._kept)
        starts = [first for first, _ in kept]
        covered = 0
        for first, last in bodies:
            of_this = kept[bisect_left(starts, first) : bisect_left(starts, last)]
            covered += len(of_this)
            if any(end > last for _, end in of_this):
                raise Unusable(MediaFault.TORN)
            self._blanks += gaps(first, last, of_this)
        if not kept or covered < len(kept):
            raise Unusable(MediaFault.TORN)

    def _movie(self, movie: Box) -> None:
        if movie.child(b"cmov"):
            raise Unusable(MediaFault.NO_VIDEO)
        tracks = [track_in(box) for box in movie.children() if box.kind == b"trak"]
        kept = [track for track in tracks if is_kept(track, self._file)]
        if not any(track.handler in (b"vide", b"soun") for track in kept):
            raise Unusable(MediaFault.NOTHING_TO_SEE)
        self._removed = {track.number for track in tracks} - {track.number for track in kept}
        if extended := movie.child(b"mvex"):
            for box in extended.children():
                if box.kind == b"trex":
                    self._sizes[box.number(4)] = box.number(16)
        for track in tracks:
            if track.number in self._removed:
                self._remove(track.box)
                continue
            self._kept += self._whole(track, tracks) if track.is_loose else track.ranges
            if track.handler in (b"vide", b"soun"):
                for entry in track.entries:
                    self._entry(entry, has_picture=track.handler == b"vide")
        self._inside(movie, [track.box for track in tracks if track.number in self._removed])

    def _whole(self, track: Track, tracks: Iterable[Track]) -> list[Range]:
        """The ranges of a loose track, each up to the next chunk of any, or to the end."""
        starts = sorted({first for one in tracks for first, _ in one.ranges})
        ends = [box.end for box in self._places]
        found = []
        for first, last in track.ranges:
            after = bisect_right(starts, first)
            here = next((end for end in ends if end > first), last)
            found.append((first, max(last, min([here, *starts[after : after + 1]]))))
        return found

    def _inside(self, box: Box, gone: Iterable[Box] = ()) -> None:
        """Go through a box whose content is boxes."""
        removed = {one.start for one in gone}
        for child in box.children():
            if child.start in removed:
                continue
            if child.kind not in _KEPT[box.kind]:
                self._remove(child)
            elif child.kind in _KEPT:
                self._inside(child)
            else:
                self._look(child)

    def _look(self, box: Box) -> None:
        match box.kind:
            case b"mvhd" | b"tkhd" | b"mdhd":
                # The day and minute on which it was made, and changed.
                self._blank(box.body + 4, 16 if box.number(0, 1) else 8)
            case b"hdlr":
                # Programs write their name here, some the path of the file.
                self._blank(box.body + 12, box.end - box.body - 12)
            case b"dref":
                for entry in box.children(8):
                    self._blank(entry.body + 4, entry.end - entry.body - 4)
            case b"trex" if box.number(4) in self._removed:
                self._remove(box)
            case b"tref":
                self._references(box)

    def _entry(self, entry: Box, *, has_picture: bool) -> None:
        if len(entry.content) < _MAKER + 4:
            raise Unusable(MediaFault.TORN)
        self._blank(entry.body + _MAKER, 4)
        if has_picture and len(entry.content) >= _BOXES:
            self._blank(entry.body + _NAME, 32)
            for box in entry.children(_BOXES):
                if box.kind in (b"uuid", b"meta", b"udta", b"free", b"skip"):
                    self._remove(box)

    def _references(self, box: Box) -> None:
        """Tracks that are named and gone: number 0 stands for one that is not used."""
        for child in box.children():
            for at in range(0, len(child.content) - 3, 4):
                if child.number(at) in self._removed:
                    self._blank(child.body + at, 4)

    def _fragment(self, moof: Box) -> None:
        found: list[Fragment] = [*fragments_in(moof, self._sizes)]
        gone = [one.box for one in found if one.track in self._removed]
        if gone and any(one.leans for one in found):
            # Taken out, the samples of the others would be looked for elsewhere.
            raise Unusable(MediaFault.TOO_LARGE)
        for box in gone:
            self._remove(box)
        for one in found:
            if one.track not in self._removed:
                self._kept += one.ranges
        self._inside(moof, gone)

    def _index(self, box: Box) -> None:
        if box.kind == b"sidx":
            if box.number(4) in self._removed:
                self._remove(box)
            return
        for child in box.children():
            is_gone = child.kind == b"tfra" and child.number(4) in self._removed
            if is_gone or child.kind not in _KEPT[b"mfra"]:
                self._remove(child)

    def _remove(self, box: Box) -> None:
        """Leave an empty box of the same size."""
        self._words.append((box.start + 4, b"free"))
        self._blank(box.body, box.end - box.body)

    def _blank(self, start: int, size: int) -> None:
        if size > 0:
            self._blanks.append((start, start + size))
