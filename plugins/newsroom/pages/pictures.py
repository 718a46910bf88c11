"""Published pictures are made, never copied, so that nothing but the picture itself goes out."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from PIL import Image, ImageOps

from ..domain.vietnamese import slug

WIDEST = 1600


@dataclass(frozen=True, kw_only=True)
class MadePicture:
    """A picture as it goes out: its address from the root of the site, its size in pixels."""

    url: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, kw_only=True)
class CopiedFile:
    """An attachment as it goes out, byte for byte."""

    url: str
    content: bytes


class PictureShop:
    """Makes each picture once, and only those that a page asks for.

    `read` gives the bytes of a file of the content folder. Addresses come from the content, so
    they never tell a file name and never change.
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self.made: dict[str, MadePicture | None] = {}
        self.files: dict[str, CopiedFile] = {}

    def make(self, path: str) -> MadePicture | None:
        """The published form of a picture; None where it cannot be decoded (desk previews)."""
        if path not in self.made:
            self.made[path] = _made(self._read(path))
        return self.made[path]

    def copy(self, path: str) -> CopiedFile:
        """An attachment, under a readable name."""
        if path not in self.files:
            content = self._read(path)
            name = PurePosixPath(path)
            digest = hashlib.sha256(content).hexdigest()[:12]
            url = f"tep/{digest}/{slug(name.stem) or 'tep'}{name.suffix.lower()}"
            self.files[path] = CopiedFile(url=url, content=content)
        return self.files[path]


def _made(content: bytes) -> MadePicture | None:
    try:
        with Image.open(io.BytesIO(content)) as opened:
            opened.draft("RGB", (WIDEST, WIDEST))
            upright = ImageOps.exif_transpose(opened)
            has_alpha = "A" in upright.getbands() or "transparency" in upright.info
            picture = upright.convert("RGBA" if has_alpha else "RGB")
    except MemoryError:
        raise
    except Exception:
        # Decoders raise nearly everything; intake has told the writer.
        return None
    picture.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
    # A new image has no metadata: camera GPS would tell where the children were.
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    out = io.BytesIO()
    if has_alpha:
        clean.save(out, "PNG", optimize=True)
    else:
        clean.save(out, "JPEG", quality=82, progressive=True, optimize=True)
    made = out.getvalue()
    ending = "png" if has_alpha else "jpg"
    return MadePicture(
        url=f"anh/{hashlib.sha256(made).hexdigest()[:16]}.{ending}",
        width=clean.width,
        height=clean.height,
        content=made,
    )
