"""The files of a folder or an archive, within limits; no name in them is ever a place on a disk."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ...domain.message import Message
from ...domain.text.vietnamese import clean, size_in_words
from .handed_source import HandedFile, SourceRefused

MOST_FILES = 1_000
# In bytes: all of a source, which is held in memory.
LARGEST = 400_000_000
# Programs leave these in folders.
_LITTER = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", ".ds_store"})


def files_in_folder(folder: Path) -> Iterable[HandedFile]:
    """The files in a folder and in those below, by their names."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    files = [path for path in files if not _is_litter(path.relative_to(folder).as_posix())]
    _no_more_than(len(files), sum(path.stat().st_size for path in files), folder.name)
    named = [(path.relative_to(folder).as_posix(), path) for path in files]
    return [HandedFile(name=clean(name), content=path.read_bytes()) for name, path in named]


def files_in_archive(path: Path) -> list[HandedFile]:
    """The files of an archive, in memory alone: no name in it is ever a place on the disk."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            members = [one for one in members if not _is_litter(one.filename)]
            _no_more_than(len(members), sum(one.file_size for one in members), path.name)
            if any(one.flag_bits & 1 for one in members):
                raise SourceRefused(
                    Message(
                        "NR-FROM-003",
                        f"Tệp “{path.name}” có mật khẩu. Giải nén ra một thư mục rồi đưa thư"
                        " mục ấy.",
                    )
                )
            # A member is never unpacked beyond the size that it told.
            return [
                HandedFile(name=_member_name(one), content=archive.read(one)) for one in members
            ]
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise SourceRefused(
            Message(
                "NR-FROM-004",
                f"Tệp “{path.name}” bị hỏng hoặc chép chưa hết: không mở được. Xin gửi lại.",
            )
        ) from error


def _member_name(member: object) -> str:
    """The name of a file in an archive; Windows writes old ones as bytes of another alphabet."""
    name = str(getattr(member, "filename", ""))
    if not getattr(member, "flag_bits", 0) & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return clean(name.replace("\\", "/"))


def _no_more_than(files: int, size: int, name: str) -> None:
    if files > MOST_FILES or size > LARGEST:
        raise SourceRefused(
            Message(
                "NR-FROM-005",
                f"“{name}” có {files} tệp, nặng {size_in_words(size)}; một bài chỉ nhận tới"
                f" {MOST_FILES} tệp, {size_in_words(LARGEST)}. Xin chọn bớt.",
            )
        )


def _is_litter(path: str) -> bool:
    parts = path.replace("\\", "/").split("/")
    return (
        any(part.startswith((".", "~$", "__MACOSX")) for part in parts)
        or parts[-1].casefold() in _LITTER
    )
