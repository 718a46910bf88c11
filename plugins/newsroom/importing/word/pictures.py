"""The pictures of a Word file: each once, as its document shows it, under a name of its own."""

import hashlib
import io
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from ...images.image_file import ImageFault, look, opened, orientation
from ..block import HandedPicture
from .left import Left, LeftThing
from .package import WordPackage
from .preparing.graphics import PlacedPicture

# By the first bytes of a file, whatever the part is called (`image1.tmp`, `image2.bin`).
_KINDS = (
    (re.compile(rb"\xff\xd8\xff"), ".jpg"),
    (re.compile(rb"\x89PNG"), ".png"),
    (re.compile(rb"GIF8"), ".gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), ".webp"),
    (re.compile(rb"....ftyp(avif|avis)", re.DOTALL), ".avif"),
    (re.compile(rb"....ftyp", re.DOTALL), ".heic"),
    (re.compile(rb"II\*\0|MM\0\*"), ".tif"),
    (re.compile(rb"BM"), ".bmp"),
)
_ORIENTATION = 0x0112
_DRAWINGS = re.compile(
    rb"\x01\0\0\0.{36} EMF|\xd7\xcd\xc6\x9a|[\x01\x02]\0\x09\0|\x1f\x8b|\s*<", re.DOTALL
)
# A name that a camera or Word gave, or words that a machine wrote, describe nothing.
_NO_DESCRIPTION = re.compile(
    r"(?:[a-z]:)?[\w .()\\/-]+\.(?:jpe?g|png|gif|bmp|heic|webp|tiff?|emf|wmf)"
    r"|(?:picture|image|hình ảnh|ảnh|hình)[ _]?\d*|IMG[_-]?\d+|https?://\S+",
    re.IGNORECASE,
)
_BY_MACHINE = re.compile(
    r"\s*(?:description automatically generated.*|ai-generated content may be incorrect\.?"
    r"|mô tả được tạo tự động.*|nội dung do ai tạo có thể không chính xác\.?)",
    re.IGNORECASE | re.DOTALL,
)


class WordPictures:
    """The pictures that were placed, read from their file one after the other.

    `names` has for the number of a place, from 1, the name of its picture; none where it was left.
    """

    def __init__(
        self, package: WordPackage, placed: Sequence[PlacedPicture], left: Left
    ) -> None:  # fmt: skip
        self.names: dict[int, str] = {}
        self.descriptions: dict[int, str] = {}
        self._by_digest: dict[bytes, str] = {}
        self._by_place: dict[tuple[object, ...], str] = {}
        self._kept: dict[str, HandedPicture] = {}
        for count, picture in enumerate(placed, start=1):
            place = (picture.part, picture.crop, picture.turns)
            if place not in self._by_place:
                self._by_place[place] = self._take(package, picture, left)
            if name := self._by_place[place]:
                self.names[count] = name
                self.descriptions[count] = described(picture.description)

    @property
    def pictures(self) -> tuple[HandedPicture, ...]:
        return tuple(self._kept.values())

    def _take(self, package: WordPackage, picture: PlacedPicture, left: Left) -> str:
        """The name under which a picture is kept; empty where it cannot be shown."""
        content = package.read(picture.part)
        shown = PurePosixPath(picture.part).name
        if not content:
            left.add(LeftThing.LOST_PICTURE, shown)
            return ""
        ending = _ending(content)
        if not ending:
            left.add(LeftThing.DRAWING, shown)
            return ""
        if any(picture.crop) or picture.turns:
            content = _as_shown(content, picture)
            ending = _ending(content)
        digest = hashlib.sha256(content).digest()
        if digest not in self._by_digest:
            name = self._free_name(PurePosixPath(shown).stem, ending)
            self._by_digest[digest] = name
            self._kept[name] = HandedPicture(
                name=name, content=content, description=described(picture.description)
            )
        return self._by_digest[digest]

    def _free_name(self, stem: str, ending: str) -> str:
        stem = re.sub(r"[^\w.-]+", "-", stem).strip("-.") or "image"
        name, count = f"{stem}{ending}", 1
        while name in self._kept:
            count += 1
            name = f"{stem}-{count}{ending}"
        return name


def _ending(content: bytes) -> str:
    """The ending for a picture of this kind; empty for what no browser shows."""
    if _DRAWINGS.match(content) or look(content).fault == ImageFault.DRAWING.value:
        return ""
    return next((ending for sign, ending in _KINDS if sign.match(content)), "")


def described(words: str) -> str:
    """The description that a person wrote; empty for one that a machine put there.

    >>> described("C:\\\\Users\\\\Mau\\\\IMG_2032.JPG"), described("Hình 1")
    ('', '')
    >>> described("Cờ đỏ sao vàng\\n\\nDescription automatically generated")
    ''
    >>> described("Học sinh lớp 5A trồng cây")
    'Học sinh lớp 5A trồng cây'
    """
    if _BY_MACHINE.search(words):
        return ""
    words = " ".join(words.split())
    return "" if _NO_DESCRIPTION.fullmatch(words) else words


def _as_shown(content: bytes, picture: PlacedPicture) -> bytes:
    """A picture cut and turned as its document shows it; as it came where it cannot be opened."""
    from PIL import Image

    try:
        with opened(content) as image:
            form = "JPEG" if image.format == "MPO" else image.format
            # A phone's photo says itself which side is up, and Word turns it for that.
            held = orientation(image)
            turns = 0 if held > 1 else picture.turns
            if not any(picture.crop) and not turns:
                return content
            # Of the rest a small picture of the whole may be a part.
            exif, profile = Image.Exif(), image.info.get("icc_profile")
            exif[_ORIENTATION] = held
            width, height = image.size
            left, top, right, bottom = picture.crop
            box = (
                *(round(left * width), round(top * height)),
                *(round((1 - right) * width), round((1 - bottom) * height)),
            )
            shown = image.crop((*box[:2], max(box[2], box[0] + 1), max(box[3], box[1] + 1)))
            if turns:
                shown = shown.rotate(-90 * turns, expand=True)
            form = form if form in ("JPEG", "PNG", "WEBP") else "PNG"
            made = io.BytesIO()
            # The tables of the photo itself: neither worse than it was, nor larger.
            more = {"qtables": image.quantization} if form == "JPEG" else {}
            if form == "WEBP":
                more["quality"] = 90
            if profile:
                more["icc_profile"] = profile
            shown.save(made, form, exif=exif, **more)
            return made.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return content
