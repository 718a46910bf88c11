"""Published pictures are made, never copied, so that nothing but the picture itself goes out."""

import hashlib
import io
import os
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, Protocol

from ..domain.docket import Docket
from ..domain.vietnamese import slug
from ..machinery.both_cores import in_parts
from .page import Page

WIDEST = 1600
# One picture takes as long to make as forty articles to read.
WORTH_SHARING = 4


class MadePicture(NamedTuple):
    """A picture as it goes out: its address from the root of the site, its size in pixels."""

    url: str
    width: int
    height: int


class Source(Protocol):
    """Where the files that people put beside their texts come from."""

    def read(self, path: str) -> bytes: ...
    def digest_of_large(self, path: str) -> str: ...
    def size(self, path: str) -> int: ...


class PictureShop:
    """Makes each picture once in its life, and only those that a page asks for.

    `made` remembers what became of which bytes; `store` is the folder in which made pictures
    wait to be copied into an edition. Addresses come from the content, so they never tell a file
    name and never change.
    """

    def __init__(self, source: Source, made: MutableMapping[str, Any], store: Path) -> None:
        self._source, self._made, self._store = source, made, store

    def make(self, path: str) -> MadePicture | None:
        """The published form of a picture; None where it cannot be decoded (desk previews)."""
        digest = self._source.digest_of_large(path)
        if digest not in self._made:
            self._made[digest] = self._make(path)
        made = self._made[digest]
        return MadePicture._make(made) if made else None

    def make_all(self, paths: Iterable[str]) -> None:
        """Make what is missing of these, on all cores."""
        missing = {
            digest: path
            for path in paths
            if (digest := self._source.digest_of_large(path)) not in self._made
        }
        if missing:
            for part in in_parts(self._make_some, sorted(missing.items()), WORTH_SHARING):
                self._made.update(part)

    def _make_some(self, missing: Sequence[tuple[str, str]]) -> dict[str, Any]:
        return {digest: self._make(path) for digest, path in missing}

    def _make(self, path: str) -> tuple[str, int, int] | None:
        made = _made(self._source.read(path))
        if made is None:
            return None
        picture, content = made
        target = self._store / picture.url
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{target.name}.{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(target)
        return (picture.url, picture.width, picture.height)

    def url_of_file(self, path: str) -> str:
        """Where an attachment stands, under a readable name."""
        name = PurePosixPath(path)
        digest = self._source.digest_of_large(path)[:12]
        return f"tep/{digest}/{slug(name.stem) or 'tep'}{name.suffix.lower()}"

    def size_of_file(self, path: str) -> int:
        """In bytes."""
        return self._source.size(path)

    def files_of(self, shown: Iterable[Docket]) -> Iterator[Page]:
        """The pictures and attachments that these manuscripts show, each once."""
        pictures: dict[str, None] = {}
        files: dict[str, None] = {}
        for docket in shown:
            if docket.pictures:
                pictures.update(dict.fromkeys(docket.pictures))
            if docket.files:
                files.update(dict.fromkeys(docket.files))
        self.make_all(pictures)
        urls = {made.url: path for path in pictures if (made := self.make(path))}
        for url, path in urls.items():
            yield Page(url, "", partial(self._content, url, path))
        by_url = {self.url_of_file(path): path for path in files}
        for url, path in by_url.items():
            yield Page(url, "", partial(self._source.read, path))

    def _content(self, url: str, path: str) -> Path:
        """The file in the store, made again where it is gone or damaged."""
        stored = self._store / url
        name = hashlib.sha256(stored.read_bytes()).hexdigest() if stored.is_file() else ""
        if not url.startswith(f"anh/{name[:16]}.") or not name:
            self._make(path)
        return stored


def _made(content: bytes) -> tuple[MadePicture, bytes] | None:
    # A build without a new picture does not import the decoders.
    from PIL import Image, ImageOps

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
    url = f"anh/{hashlib.sha256(made).hexdigest()[:16]}.{ending}"
    return MadePicture(url, clean.width, clean.height), made
