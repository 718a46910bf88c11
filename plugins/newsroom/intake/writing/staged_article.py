"""Writes an article and the files beside it: all of them in one stroke, or none."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from ...buildtools.operating_system import named_if_free
from ..folder.scan import ARTICLES

# Hidden, so that no build looks into it.
_STAGE = ".new-"
Composed = tuple[str, Mapping[str, bytes]]


def write_staged(
    content: Path, on: date, stem: str, taken: Iterable[str], compose: Callable[[str], Composed]
) -> Path:
    """Write an article into the folder of its month, its files into a folder of the same name.

    `compose` gives, for the name that is free, the text and the files by their paths from the
    article: `ngay-hoi/ngay-hoi-01.jpg`. `taken` are the addresses of the articles there are. Never
    writes over anything. Raises OSError, leaving nothing behind.
    """
    folder = content / ARTICLES / f"{on:%Y-%m}"
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=folder))
    addresses, number = set(taken), 1
    try:
        while True:
            name = stem + (f"-{number}" if number > 1 else "")
            number += 1
            is_taken = f"{ARTICLES}/{on:%Y/%m}/{name}/" in addresses
            if is_taken or any(os.path.lexists(folder / one) for one in (name, f"{name}.md")):
                continue
            text, files = compose(name)
            _stage(stage, name, text, files)
            if _put_in_place(stage, folder, name):
                return folder / f"{name}.md"
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if is_new and not any(folder.iterdir()):
            folder.rmdir()


def _stage(stage: Path, name: str, text: str, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        place = stage / path
        assert place.resolve().is_relative_to(stage.resolve())
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    with (stage / f"{name}.md").open("wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(stage: Path, folder: Path, name: str) -> bool:
    """Move the files, then the article that names them; False where somebody took the name."""
    has_files = (stage / name).is_dir()
    if has_files:
        try:
            os.rename(stage / name, folder / name)
        except OSError:
            if (folder / name).exists():
                return False
            raise
    try:
        named_if_free(stage / f"{name}.md", folder / f"{name}.md")
    except BaseException as error:
        if has_files:
            shutil.rmtree(folder / name, ignore_errors=True)
        if isinstance(error, FileExistsError):
            return False
        raise
    return True
