"""The files of a folder or an archive, within limits; no name in them is ever a place on a disk."""

from collections.abc import Iterable
from pathlib import Path

from ...domain.message import Message
from ...domain.text.vietnamese import clean, size_in_words
from ..opening.archive import unpacked
from ..opening.refusals import FileNotTaken
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


def files_in_archive(file: HandedFile) -> list[HandedFile]:
    """The files of an archive, in memory alone. Raises SourceRefused."""
    try:
        members = unpacked(file.content, file.name)
    except FileNotTaken as error:
        raise SourceRefused(str(error)) from error
    files = [
        HandedFile(name=one.name, content=one.content)
        for one in members
        if not _is_litter(one.name)
    ]
    _no_more_than(len(files), sum(len(one.content) for one in files), file.name)
    return files


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
