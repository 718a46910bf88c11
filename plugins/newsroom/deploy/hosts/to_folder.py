"""Into a folder of this machine (a mounted share, a web server's own), or a zip."""

import os
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from ...domain.message import Message
from ...domain.site.site_path import folders_of
from ...verification.manifest import Manifest
from .host import CannotDeploy, Host, HostFileTooLarge, Kind, kind_of_mode, kinds_along

# Zip knows no time before 1980; the same edition gives the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
# A mark of Windows: a junction or link.
_REPARSE_POINT = 0x400


class FolderHost(Host):
    """A folder. What others put there stays."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        if not folder.parent.is_dir():
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-006", f"Không có thư mục {folder.parent}: ổ đĩa mạng đã nối chưa?"
                )
            )
        # The folder itself may be a link to the web server's; below it none is followed.
        self._folder = folder.resolve()
        if self._folder.exists() and not self._folder.is_dir():
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-007", f"{folder} không phải là thư mục: xem lại DEPLOY[“folder”]."
                )
            )
        self._folder.mkdir(exist_ok=True)

    def get(self, path: str, most: int | None = None) -> bytes | None:
        place = self._folder / path
        if not place.is_file():
            return None
        with place.open("rb") as file:
            content = file.read() if most is None else file.read(most + 1)
        if most is not None and len(content) > most:
            raise HostFileTooLarge(path)
        return content

    def put(self, path: str, content: bytes) -> None:
        place = self._reached(path, make=True)
        unfinished = place.with_name(f".newsroom-{os.getpid()}.tmp")
        # Whoever put a link there must not have us write through it.
        unfinished.unlink(missing_ok=True)
        try:
            with unfinished.open("xb") as file:
                file.write(content)
            os.replace(unfinished, place)
        finally:
            unfinished.unlink(missing_ok=True)

    def delete(self, path: str) -> None:
        with suppress(FileNotFoundError, NotADirectoryError):
            self._reached(path).unlink()

    def remove_empty(self, folder: str) -> bool:
        try:
            self._reached(folder).rmdir()
        except OSError:
            return False
        return True

    def kinds(self, paths: Iterable[str]) -> Mapping[str, Kind]:
        return kinds_along(paths, self._kind)

    def _kind(self, path: str) -> Kind | None:
        try:
            seen = os.lstat(self._folder / path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        is_junction = getattr(seen, "st_file_attributes", 0) & _REPARSE_POINT
        return Kind.LINK if is_junction else kind_of_mode(seen.st_mode)

    def _reached(self, path: str, *, make: bool = False) -> Path:
        """The place of a path, to which no link leads; its folders are made if that is asked."""
        for folder in folders_of(path):
            kind = self._kind(folder)
            if kind is None and make:
                (self._folder / folder).mkdir()
                self.made_folders.add(folder)
            elif kind is Kind.LINK:
                raise CannotDeploy(
                    Message(
                        "NR-DEPLOY-008",
                        f"{self._folder / folder} là liên kết; máy không ghi qua đó.",
                    )
                )
        return self._folder / path

    def close(self) -> None:
        """Nothing is open."""


def write_zip(folder: Path, told: Manifest, place: Path) -> None:
    """The whole edition in one file, the same bytes for the same edition. Raises CannotDeploy."""
    unfinished = place.with_name(f"{place.name}.tmp")
    try:
        # Whoever put a link there must not have us write through it.
        unfinished.unlink(missing_ok=True)
        with (
            unfinished.open("xb") as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed,
        ):
            for path in sorted(told.files):
                entry = zipfile.ZipInfo(path, _NO_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                packed.writestr(entry, (folder / path).read_bytes())
        os.replace(unfinished, place)
    except OSError as error:
        raise CannotDeploy(
            Message(
                "NR-DEPLOY-009",
                f"Không ghi được {place}: {error.strerror or error}. Xem thư mục ấy có không, đĩa"
                " còn chỗ không, rồi chạy lại.",
            )
        ) from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
