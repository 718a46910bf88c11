"""An archive of an article and its photos, unpacked in memory alone."""

from contextlib import suppress
from dataclasses import dataclass
from zipfile import ZipInfo

from ...domain.text.vietnamese import clean
from ...office_files.parts import Parts
from ...office_files.words.passage import Unread
from .package_check import Room, check_names, refused_gap

_MOST_FILES = 2_000
# A film for the web, in bytes.
_LARGEST_FILE = 300_000_000


@dataclass(frozen=True, kw_only=True)
class UnpackedFile:
    """A file of an archive: its name below the archive, with `/`, and its bytes."""

    name: str
    content: bytes


def unpacked(content: bytes, name: str) -> tuple[UnpackedFile, ...]:
    """The files of a .zip in its order. Raises FileNotTaken for a hostile, torn or locked one.

    Sizes are counted while unpacking; a name with `..`, a drive or a link refuses all of it.
    """
    try:
        parts = Parts(content, Room(), _LARGEST_FILE)
        check_names(parts.listed, name, most=_MOST_FILES)
        return tuple(
            UnpackedFile(name=_name(entry), content=parts.read(entry.filename))
            for entry in parts.entries.values()
        )
    except Unread as error:
        raise refused_gap(error.gap, name) from error


def _name(entry: ZipInfo) -> str:
    """The name of a file; some programs write it as bytes of another alphabet, without saying."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return clean(name.replace("\\", "/"))
