"""Pictures as they go out: upright, in sRGB, small enough, and nothing in them but the picture.

Decoded once at the smallest scale that serves, scaled down from size to size, turned when small.
Pillow lets go of Python's lock while it works, so threads keep all cores busy.
"""

import io
import os
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from .image_file import Look, look, opened, orientation

# Every change below that changes a single byte of what comes out needs another number here: it
# is part of every name.
RECIPE = "1"
# Measured on 12-megapixel photos: method 2 makes files 3 % larger than 4, in less than half the
# time.
_WEBP = {"quality": 78, "method": 2}
_JPEG = {"quality": 80, "optimize": True, "progressive": True}
# The longer sides, in pixels, in which a picture can go out.
SIDES = (320, 480, 960, 1600)
# For the archive: what the eye cannot tell from the camera's own file.
_ARCHIVED = {"quality": 93, "optimize": True}
SHARED_WIDTH, SHARED_HEIGHT = 1200, 630
# Faces are in the upper part of a picture.
_SHARED_CENTRE = (0.5, 0.4)
# What may be decoded at a time on all cores together; one larger picture is decoded alone.
_PIXELS_AT_ONCE = 120_000_000


class Rendition(NamedTuple):
    """One form in which a picture goes out, with its size. Shared ones are JPEGs cut to size."""

    width: int
    height: int
    is_shared: bool = False

    @property
    def tag(self) -> str:
        """The ending that tells it from other copies of the same picture: `960.webp`."""
        return f"{self.width}.jpg" if self.is_shared else f"{self.width}.webp"


@cache
def copies(seen: Look, sides: Sequence[int] = SIDES) -> tuple[Rendition, ...]:
    """Copies with these longer sides (of SIDES), smallest first, none larger than the picture.

    The largest is always among them; a side that is nearly its own is left out.
    """
    whole = max(seen.width, seen.height)
    largest = min(SIDES[-1], whole)
    return tuple(
        Rendition(
            max(1, round(seen.width * side / whole)), max(1, round(seen.height * side / whole))
        )
        for side in (*(side for side in SIDES if side in sides and side < 0.85 * largest), largest)
    )


def shared_rendition(seen: Look) -> Rendition:
    """The copy that other sites show beside a link: 1200 by 630, or smaller in that shape."""
    largest = copies(seen)[-1]
    scale = min(1.0, largest.width / SHARED_WIDTH, largest.height / SHARED_HEIGHT)
    return Rendition(
        max(1, round(SHARED_WIDTH * scale)), max(1, round(SHARED_HEIGHT * scale)), is_shared=True
    )


def render_renditions(
    content: bytes, wanted: Collection[Rendition]
) -> Iterator[tuple[Rendition, bytes]]:
    """The bytes of each copy. Raises nearly anything where the picture cannot be decoded.

    All go the same way, each scaled down from the one before: what else is wanted changes nothing.
    """
    from PIL import Image, ImageOps

    seen = look(content)
    if seen.fault:
        raise ValueError(seen.fault)
    steps = copies(seen)[::-1]
    picture = _base(content, seen, steps[0])
    for copy in filter(lambda copy: copy.is_shared, wanted):
        size = (copy.width, copy.height)
        cut = ImageOps.fit(picture, size, Image.Resampling.HAMMING, centering=_SHARED_CENTRE)
        yield copy, _encoded(_on_white(cut), "JPEG", _JPEG)
    for copy in steps:
        if picture.size != (copy.width, copy.height):
            picture = picture.resize((copy.width, copy.height), Image.Resampling.HAMMING)
        if copy in wanted:
            yield copy, _encoded(picture, "WEBP", _WEBP)


def render_whole(
    content: bytes, wanted: Collection[Rendition]
) -> Iterator[tuple[Rendition, bytes]]:
    """For the archive, as JPEGs: the first of `wanted`, in full size, then smaller ones.

    Raises as `render_renditions` does.
    """
    from PIL import Image

    seen = look(content)
    if seen.fault:
        raise ValueError(seen.fault)
    picture, how = None, _ARCHIVED
    for copy in wanted:
        if picture is None:
            picture = _on_white(_base(content, seen, copy))
        elif picture.size != (copy.width, copy.height):
            picture = picture.resize((copy.width, copy.height), Image.Resampling.HAMMING)
        yield copy, _encoded(picture, "JPEG", how)
        how = _JPEG


def _base(content: bytes, seen: Look, largest: Rendition) -> Any:
    """The picture upright and in sRGB, as large as its largest copy."""
    from PIL import Image

    width, height = largest.width, largest.height
    with opened(content) as picture:
        turned = orientation(picture)
        size = (height, width) if turned > 4 else (width, height)
        profile = picture.info.get("icc_profile")
        picture.draft(None, size)
        picture.load()
        base = _scalable(picture)
    if base.size != size:
        deep = base.mode not in ("L", "RGB", "RGBA", "CMYK")
        base = base.resize(size, Image.Resampling.HAMMING, reducing_gap=None if deep else 2.0)
    base = _eight_bits(base)
    base = _in_srgb(base, profile)
    if base.mode == "RGBA" and base.getextrema()[3] == (255, 255):
        base = base.convert("RGB")
    return base.transpose(_TURNS[turned]) if turned > 1 else base


# The transpositions of Pillow that undo each orientation of EXIF.
_TURNS = (None, None, 0, 3, 1, 5, 4, 6, 2)


def _scalable(picture: Any) -> Any:
    """The first frame in a mode that can be scaled down."""
    mode = picture.mode
    if mode in ("I;16", "I", "F", "CMYK"):
        return picture
    if mode.startswith("I;16"):
        return picture.convert("I")
    if mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in picture.info:
        return picture.convert("RGBA") if mode != "La" else picture.convert("LA").convert("RGBA")
    return picture if mode in ("L", "RGB") else picture.convert("L" if mode == "1" else "RGB")


def _eight_bits(picture: Any) -> Any:
    """With eight bits a channel; sixteen fill their range, other numbers are stretched over it."""
    if picture.mode not in ("I;16", "I", "F"):
        return picture.convert("RGB") if picture.mode == "L" else picture
    low, high = picture.getextrema()
    if picture.mode != "F" and 0 <= low <= high <= 65535:
        low, high = 0, 255 if high < 256 else 65535
    scale = 255 / ((high - low) or 1)
    wide = picture if picture.mode == "F" else picture.convert("I")
    return wide.point(lambda value: value * scale - low * scale).convert("L").convert("RGB")


def _in_srgb(picture: Any, profile: bytes | None) -> Any:
    """The picture in the colours of the web; a profile that makes no sense is passed over."""
    if profile:
        from PIL import ImageCms

        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            spaces = {"RGB": "RGB", "RGBA": "RGB", "CMYK": "CMYK"}
            fits = given.profile.xcolor_space.strip() == spaces[picture.mode]
            if fits and "sRGB" not in (given.profile.profile_description or ""):
                flat = picture.convert("RGB") if picture.mode == "RGBA" else picture
                made: Any = ImageCms.profileToProfile(
                    flat, given, ImageCms.createProfile("sRGB"), outputMode="RGB"
                )
                if picture.mode == "RGBA":
                    made.putalpha(picture.getchannel("A"))
                return made
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def _on_white(picture: Any) -> Any:
    from PIL import Image

    if picture.mode != "RGBA":
        return picture
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


def _encoded(picture: Any, form: str, how: dict[str, Any]) -> bytes:
    # Camera GPS would tell where the children were. Pillow writes some of what it has read.
    picture.info = {}
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


class Budget:
    """Lets work begin while what is under way stays below a sum; what is larger works alone."""

    def __init__(self, most: int) -> None:
        self._most, self._taken = most, 0
        self._changed = threading.Condition()

    @contextmanager
    def of(self, cost: int) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._taken or self._taken + cost <= self._most)
            self._taken += cost
        try:
            yield
        finally:
            with self._changed:
                self._taken -= cost
                self._changed.notify_all()


class Job(NamedTuple):
    """A picture to be rendered: what it is called, how to read it, its size, its copies."""

    name: str
    read: Callable[[], bytes]
    seen: Look
    wanted: tuple[Rendition, ...]


def render_all(
    jobs: Sequence[Job],
    keep: Callable[[str, Rendition, bytes], None],
    told: Callable[[int], None],
    how: Callable[
        [bytes, Collection[Rendition]], Iterator[tuple[Rendition, bytes]]
    ] = render_renditions,
) -> list[str]:
    """Develop these on all cores; the names of those that cannot be decoded.

    `keep` is given each copy, in any thread; `told` the number of pictures done so far.
    """
    budget = Budget(_PIXELS_AT_ONCE)
    broken: list[str] = []

    def work(job: Job) -> str:
        with budget.of(job.seen.width * job.seen.height):
            try:
                made = list(how(job.read(), job.wanted))
            except Exception:
                # Decoders raise nearly everything, MemoryError among it.
                return job.name
        for copy, content in made:
            keep(job.name, copy, content)
        return ""

    cores = os.cpu_count() or 1
    waiting, under_way, done = iter(jobs), set[Future[str]](), 0
    with ThreadPoolExecutor(cores) as pool:
        try:
            while True:
                for job in waiting:
                    under_way.add(pool.submit(work, job))
                    if len(under_way) > 2 * cores:
                        break
                if not under_way:
                    break
                finished, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                done += len(finished)
                broken += filter(None, (one.result() for one in finished))
                told(done)
        finally:
            pool.shutdown(cancel_futures=True)
    return sorted(broken)
