"""Into a folder of this machine (a mounted share, a web server's own), or a zip."""

import os
import zipfile
from pathlib import Path

from ..verification.manifest import Manifest
from .sending import CannotDeploy

# Zip knows no time before 1980; the same edition gives the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class FolderHost:
    """A folder. What others put there stays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if not folder.parent.is_dir():
            raise CannotDeploy(f"Không có thư mục {folder.parent}: ổ đĩa mạng đã nối chưa?")
        folder.mkdir(exist_ok=True)

    def get(self, path: str) -> bytes | None:
        place = self._folder / path
        return place.read_bytes() if place.is_file() else None

    def put(self, path: str, content: bytes) -> None:
        place = self._folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_name(f".newsroom-{os.getpid()}.tmp")
        try:
            unfinished.write_bytes(content)
            os.replace(unfinished, place)
        finally:
            unfinished.unlink(missing_ok=True)

    def delete(self, path: str) -> None:
        place = self._folder / path
        place.unlink(missing_ok=True)
        for folder in place.parents:
            if folder == self._folder or any(folder.iterdir()):
                break
            folder.rmdir()

    def close(self) -> None:
        """Nothing is open."""


def write_zip(folder: Path, told: Manifest, place: Path) -> None:
    """The whole edition in one file, the same bytes for the same edition."""
    unfinished = place.with_name(f"{place.name}.tmp")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(told.files):
                entry = zipfile.ZipInfo(path, _NO_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                packed.writestr(entry, (folder / path).read_bytes())
        os.replace(unfinished, place)
    finally:
        unfinished.unlink(missing_ok=True)
