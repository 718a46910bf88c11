"""The pictures and attachments of one article: looked at, named, put into its folder."""

import hashlib
import io
import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ....domain.site.file_names import file_slug
from ....images.image_file import ImageFault, look, opened
from ....intake.folder.content_folder import FILE_ENDINGS
from ....office_files.kind import fits, kind_of_file
from ...markup.old_addresses import PictureAddress
from ..left_out import LeftKind, LeftLog
from .data_address import content_of_data
from .larger_versions import larger_versions
from .old_files import LARGEST_FILE, OldFile, OldFiles

# Words of a name: what a camera or a school wrote, never a whole sentence.
_LONGEST_NAME = 60
_ENDINGS = {
    "JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif", "HEIF": ".heic",
    "AVIF": ".avif", "BMP": ".bmp", "TIFF": ".tif",
}  # fmt: skip
# In pixels on its longer side: what is smaller is a smiley, a bullet or a counter of visitors.
_SMALLEST = 24
Fetch = Callable[[str], bytes | None]


def never(address: str) -> None:
    """Asks nobody: without `--fetch` nothing comes from the network."""


@dataclass(kw_only=True)
class ArticleFiles:
    """The files of the article that is to be called `stem`, as they are asked for.

    `stage` is the folder into which they are written, None where nothing is to be written. Each
    comes once, whatever addresses it has; its address from the article is `stem/name.jpg`.
    """

    stem: str
    entry: str
    found_in: OldFiles
    left: LeftLog
    stage: Path | None = None
    fetch: Fetch = never
    pictures: int = 0
    attachments: int = 0
    _by_address: dict[str, str] = field(default_factory=dict)
    _by_digest: dict[bytes, str] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)

    def picture(self, old: PictureAddress) -> str | None:
        """The new address of a picture; None, and a note, where it cannot come along."""
        if old.source not in self._by_address:
            self._by_address[old.source] = self._picture(old) or ""
        return self._by_address[old.source] or None

    def attachment(self, address: str) -> str | None:
        """The new address of a file to be read or saved; None, and a note, likewise."""
        if address not in self._by_address:
            self._by_address[address] = self._attachment(address) or ""
        return self._by_address[address] or None

    def _picture(self, old: PictureAddress) -> str | None:
        name, content = self._content(larger_versions(old.source, old.leads_to))
        if content is None:
            self.left.leave(LeftKind.PICTURE_MISSING, self.entry, _shown(old.source))
            return None
        glance = look(content)
        if glance.fault == ImageFault.EMPTY.value or glance.fault:
            self.left.leave(LeftKind.PICTURE_REFUSED, self.entry, _shown(old.source))
            return None
        if max(glance.width, glance.height) < _SMALLEST:
            return None
        with opened(content) as picture:
            ending = _ENDINGS.get(str(picture.format), ".jpg")
        address, is_new = self._put(name, ending, content, "anh")
        self.pictures += is_new
        return address

    def _attachment(self, address: str) -> str | None:
        name, content = self._content((address,))
        if content is None:
            self.left.leave(LeftKind.FILE_MISSING, self.entry, _shown(address))
            return None
        ending = posixpath.splitext(urlsplit(address).path)[1].lower()
        kind = kind_of_file(io.BytesIO(content))
        if ending not in FILE_ENDINGS or not (ending in _UNSEEN or fits(kind, ending)):
            self.left.leave(LeftKind.FILE_REFUSED, self.entry, _shown(address))
            return None
        found, is_new = self._put(name, ending, content, "tep")
        self.attachments += is_new
        return found

    def _content(self, addresses: tuple[str, ...]) -> tuple[str, bytes | None]:
        """The name of the file, and its bytes where somebody has them."""
        if addresses and addresses[-1].startswith("data:"):
            return "anh", content_of_data(addresses[-1])
        for address in addresses:
            if (file := self.found_in.find(address)) and (content := self._read(file)) is not None:
                return file.path, content
        for address in addresses:
            if (fetched := self.fetch(address)) is not None:
                return urlsplit(address).path, fetched
        return "", None

    def _read(self, file: OldFile) -> bytes | None:
        if file.size > LARGEST_FILE:
            return None
        try:
            return file.read()
        except OSError:
            return None

    def _put(self, path: str, ending: str, content: bytes, otherwise: str) -> tuple[str, bool]:
        """The address of these bytes in the article's folder, and True where they are new there."""
        digest = hashlib.sha256(content).digest()
        if digest in self._by_digest:
            return self._by_digest[digest], False
        stem = posixpath.splitext(posixpath.basename(unquote(path).replace("\\", "/")))[0]
        short = file_slug(stem, otherwise)[:_LONGEST_NAME].strip("-")
        name, number = f"{short}{ending}", 1
        while name in self._names:
            number += 1
            name = f"{short}-{number}{ending}"
        self._names.add(name)
        address = f"{self.stem}/{name}"
        self._by_digest[digest] = address
        if self.stage:
            place = self.stage / address
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return address, True


# Sound and films are looked into by `check`.
_UNSEEN = (".mp3", ".mp4", ".webm")


def _shown(address: str) -> str:
    return f"{address[:40]}…" if address.startswith("data:") else address
