"""ZIP files whose bytes depend on what is in them, and on nothing else."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO

# The first day that a ZIP file can name.
_DAY = (1980, 1, 1, 0, 0, 0)
# Photos are compressed already.
_PRESSED = (".jpg", ".jpeg", ".png", ".docx", ".xlsx", ".zip", ".pdf")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """These files by their paths, in the order of the paths."""
    return _zipped(sorted(files.items()))


def write_zip(place: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """These files by their paths, in this order, each in memory only while it is written."""
    with place.open("wb") as out:
        _write(out, files)


def with_fixed_dates(archive: bytes) -> bytes:
    """The same archive in the same order, without the moment at which it was made."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return _zipped((name, old.read(name)) for name in old.namelist())


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    _write(out, files)
    return out.getvalue()


def _write(out: IO[bytes], files: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _DAY)
            # As on Unix, wherever it is made.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            is_pressed = name.lower().endswith(_PRESSED)
            entry.compress_type = zipfile.ZIP_STORED if is_pressed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
