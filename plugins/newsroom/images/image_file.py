"""The head of a picture file: its size as people see it, or why it cannot be shown.

Quick enough to ask of every picture: nothing is decoded here. What only decoding can show is found
when the picture is made.
"""

import io
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

# Twice a 50-megapixel phone picture; more is a bomb, or a scan nobody can see whole.
MOST_PIXELS = 100_000_000
# The largest sensors of phones have 200 megapixels; a JPEG of them is decoded at half its size.
MOST_PIXELS_OF_JPEG = 210_000_000

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF", "AVIF", "BMP", "TIFF")
_APPLE = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_ORIENTATION = 0x0112


class ImageFault(Enum):
    """Why a picture cannot be shown."""

    EMPTY = "empty"
    DRAWING = "drawing"
    NO_DECODER = "no decoder"
    NO_PICTURE = "no picture"
    TOO_LARGE = "too large"
    CUT_SHORT = "cut short"
    UNDECODABLE = "undecodable"


class Look(NamedTuple):
    """A picture at a glance: pixels as it stands upright, or an ImageFault. Plain values."""

    width: int
    height: int
    fault: str = ""


def look(content: bytes) -> Look:
    """Looks at a picture without decoding it. Never raises."""
    if not content:
        return _faulty(ImageFault.EMPTY)
    if _is_drawing(content):
        return _faulty(ImageFault.DRAWING)
    has_heif = _has_heif()
    try:
        with opened(content) as picture:
            width, height = picture.size
            is_jpeg = picture.format in ("JPEG", "MPO")
            if width * height > (MOST_PIXELS_OF_JPEG if is_jpeg else MOST_PIXELS):
                return Look(width, height, ImageFault.TOO_LARGE.value)
            if not _is_whole(content, str(picture.format)):
                return _faulty(ImageFault.CUT_SHORT)
            if picture.format == "PNG" and not _has_sound_chunks(content):
                return _faulty(ImageFault.UNDECODABLE)
            return Look(*((height, width) if orientation(picture) > 4 else (width, height)))
    except Exception:
        # Readers raise nearly everything: TypeError, struct.error, SyntaxError and more.
        is_apple = content[4:8] == b"ftyp" and content[8:12] in _APPLE
        return _faulty(
            ImageFault.NO_DECODER if is_apple and not has_heif else ImageFault.NO_PICTURE
        )


def _faulty(fault: ImageFault) -> Look:
    return Look(0, 0, fault.value)


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """The picture, whatever its file is called, opened by its own format and not yet decoded."""
    from PIL import Image

    # Size is our own business: Pillow's warning cannot be heard in a thread.
    Image.MAX_IMAGE_PIXELS = None
    formats = _FORMATS if _has_heif() else [name for name in _FORMATS if name != "HEIF"]
    with Image.open(io.BytesIO(content), formats=formats) as picture:
        yield picture


def orientation(picture: Any) -> int:
    """The way the camera was held, 1 to 8 as EXIF counts; 1 where nothing sensible is said."""
    # These two are turned by their decoders; asking a PNG would decode it.
    if picture.format in ("HEIF", "TIFF"):
        return 1
    if picture.format == "PNG" and "exif" not in picture.info:
        return 1
    try:
        said = picture.getexif().get(_ORIENTATION, 1)
    except Exception:
        return 1
    return said if isinstance(said, int) and 1 <= said <= 8 else 1


@cache
def _has_heif() -> bool:
    """True where the pictures of iPhones can be decoded. Without Pillow itself this raises."""
    import PIL.Image  # noqa: F401

    # Said in English, of tags that nobody asked for; what matters is found in the picture.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    try:
        import pi_heif
    except ImportError:
        return False
    pi_heif.register_heif_opener()
    return True


def _is_drawing(content: bytes) -> bool:
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(b"<svg") or (head.startswith((b"<?xml", b"<!")) and b"<svg" in head)


def _is_whole(content: bytes, form: str) -> bool:
    """True where the file has its end: phones and mail lose it."""
    match form:
        case "JPEG" | "MPO":
            return content.find(b"\xff\xd9", _start_of_scan(content)) > 0
        case "PNG":
            return b"IEND" in content[-4096:] or b"IEND" in content
        case "WEBP":
            return int.from_bytes(content[4:8], "little") + 8 <= len(content)
        case "HEIF" | "AVIF":
            return _end_of_boxes(content) <= len(content)
    return True


def _has_sound_chunks(content: bytes) -> bool:
    """True where the parts of a PNG that make the picture are what their checksums say."""
    place = 8
    while place + 12 <= len(content):
        size, kind = (
            int.from_bytes(content[place : place + 4], "big"),
            content[place + 4 : place + 8],
        )
        part = content[place + 4 : place + 8 + size]
        # Others may be skipped by whoever does not understand them.
        is_needed = kind[:1].isupper()
        told = int.from_bytes(content[place + 8 + size : place + 12 + size], "big")
        if is_needed and zlib.crc32(part) != told:
            return False
        if kind == b"IEND":
            return True
        place += 12 + size
    return True


def _start_of_scan(content: bytes) -> int:
    """The offset at which a JPEG's own data begins, behind its thumbnail, which has an end too."""
    place = 2
    while content[place : place + 1] == b"\xff":
        marker = content[place + 1]
        if marker == 0xDA:
            return place
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big") if marker != 0xFF else 1
    return place


def _end_of_boxes(content: bytes) -> int:
    place = 0
    while 0 <= place < len(content):
        size = int.from_bytes(content[place : place + 4], "big")
        if size == 1:
            size = int.from_bytes(content[place + 8 : place + 16], "big")
        if size < 8:
            # Zero: to the end of the file.
            return len(content)
        place += size
    return place
