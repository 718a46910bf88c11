"""The files of an old site as somebody saved them: a folder or a zip of its uploads."""

import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ....domain.message import Message
from ....domain.text.vietnamese import clean
from ..old_site import OldSiteRefused

# In bytes. The largest photo of a phone has 50 MB, a film of a school more than that.
LARGEST_FILE = 300_000_000
_MOST_FILES = 2_000_000


@dataclass(frozen=True, kw_only=True)
class OldFile:
    """One of these files: its path among them, its size in bytes, and how to read it whole."""

    path: str
    size: int
    read: Callable[[], bytes]


class OldFiles:
    """The files by the addresses under which the old site served them.

    An address is matched from its end: `/wp-content/uploads/2019/05/a.jpg` is `2019/05/a.jpg` of
    the folder, wherever in it that lies. A name alone counts where one file alone bears it.
    """

    def __init__(self, files: Iterator[OldFile] | tuple[OldFile, ...] = ()) -> None:
        self._by_name: dict[str, list[OldFile]] = {}
        for file in files:
            self._by_name.setdefault(_folded(file.path)[-1], []).append(file)

    def find(self, address: str) -> OldFile | None:
        """The file at an address of the old site; None where there is none, or several alike."""
        wanted = _folded(_path_in(address))
        alike = self._by_name.get(wanted[-1], [])
        if len(alike) < 2:
            return alike[0] if alike else None
        ranked = sorted(((_common(file, wanted), file.path, file) for file in alike), reverse=True)
        (best, _, found), (second, _, _) = ranked[0], ranked[1]
        return found if best > second else None

    def __len__(self) -> int:
        return sum(map(len, self._by_name.values()))


def open_files(*places: str) -> OldFiles:
    """The files below folders or in zips, empty places left out. Raises OldSiteRefused."""
    return OldFiles(chain.from_iterable(_files_in(place) for place in places if place))


def _files_in(place: str) -> Iterator[OldFile]:
    path = Path(place).expanduser()
    if path.is_dir():
        return _in_folder(path)
    if path.is_file() and zipfile.is_zipfile(path):
        return _in_zip(path)
    raise OldSiteRefused(
        Message(
            "NR-IMPORT-007",
            f"--files “{place}” không phải là một thư mục hay tệp .zip."
            "\n    → Ghi thư mục ảnh đã chép từ trang cũ về, ví dụ  --files uploads",
        )
    )


def _in_folder(root: Path) -> Iterator[OldFile]:
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            place = Path(folder, name)
            # A link may lead to anything of this machine.
            hidden = name.startswith(".")
            if not hidden and not place.is_symlink() and place.is_file():
                path = place.relative_to(root).as_posix()
                yield OldFile(path=path, size=place.stat().st_size, read=place.read_bytes)


def _in_zip(path: Path) -> Iterator[OldFile]:
    archive = zipfile.ZipFile(path)
    entries = archive.infolist()
    if len(entries) > _MOST_FILES:
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-008",
                f"Tệp {path.name} có quá nhiều mục ({len(entries)})."
                "\n    → Giải nén ra một thư mục rồi ghi  --files  với thư mục ấy.",
            )
        )
    for entry in entries:
        if not entry.is_dir():
            yield OldFile(path=entry.filename, size=entry.file_size, read=_reader(archive, entry))


def _reader(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive.open(entry) as file:
                # What an entry says of its size is a claim.
                content = file.read(LARGEST_FILE + 1)
        except (RuntimeError, NotImplementedError, zipfile.BadZipFile, EOFError) as error:
            raise OSError(f"{entry.filename}: {error}") from error
        if len(content) > LARGEST_FILE:
            raise OSError(f"{entry.filename}: > {LARGEST_FILE}")
        return content

    return read


def _path_in(address: str) -> str:
    try:
        return unquote(urlsplit(address.strip()).path) or address
    except ValueError:
        return address


def _folded(path: str) -> list[str]:
    return clean(path.replace("\\", "/").strip("/")).casefold().split("/")


def _common(file: OldFile, wanted: list[str]) -> int:
    """The number of names, from the last on, that the two paths share."""
    own = _folded(file.path)
    pairs = zip(reversed(own), reversed(wanted), strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(own), len(wanted)))
