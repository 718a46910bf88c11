"""An archive of an article and its photos, unpacked in memory alone."""

from contextlib import suppress
from dataclasses import dataclass
from zipfile import ZipInfo

from ...domain.message import Message
from ...domain.text.vietnamese import clean
from ...office_files.parts import Parts
from ...office_files.words.passage import Gap, Unread
from .package_check import Room, check_names, refused_gap
from .refusals import FileNotTaken

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
        raise _refused(error.gap, name) from error


def _refused(gap: Gap, name: str) -> FileNotTaken:
    match gap:
        case Gap.LOCKED:
            return FileNotTaken(
                Message(
                    "NR-OPEN-032",
                    f"“{name}” có mật khẩu, máy không mở được. Giải nén ra một thư mục rồi đưa thư"
                    " mục ấy.",
                )
            )
        case Gap.BROKEN | Gap.OLD:
            return FileNotTaken(
                Message(
                    "NR-OPEN-033",
                    f"“{name}” bị hỏng hoặc chép chưa hết. Xin gửi lại; mở được trên máy mình thì"
                    " giải nén ra một thư mục rồi đưa thư mục ấy.",
                )
            )
        case Gap.TOO_LARGE | Gap.TOO_LONG:
            return refused_gap(gap, name)


def _name(entry: ZipInfo) -> str:
    """The name of a file; some programs write it as bytes of another alphabet, without saying."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return clean(name.replace("\\", "/"))
