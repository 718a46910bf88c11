"""The folders beside an edition in which the next one is made. See docs/decisions/0013."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..buildtools import operating_system
from ..domain.message import Message
from .errors import BuildRefused

# Puts the file at the first path in the place of the second.
Place = Callable[[Path, Path], None]


@contextmanager
def build_lock(cache: Path) -> Iterator[None]:
    """One build at a time in a project; another one waits, and says so.

    The system lets go of the lock whatever ends the process. Where no file can be locked we go on.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        file = os.open(cache / "newsroom.lock", os.O_RDWR | os.O_CREAT)
    except OSError:
        yield
        return
    try:
        if not operating_system.locked(file, wait=False):
            print("Đang có một lần dựng khác trong thư mục này; chờ lần ấy xong…", file=sys.stderr)
            operating_system.locked(file, wait=True)
        yield
    finally:
        os.close(file)


@contextmanager
def staging_folder_for(target: Path) -> Iterator[Path]:
    """A fresh folder on the same file system as the target, gone afterwards."""
    staging = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    # mkdtemp keeps others out; a web server has to read the site.
    staging.chmod(0o755)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def replace_output(staging: Path, target: Path) -> None:
    """Put the whole new folder in the place of the target; what stood there is gone."""
    if target.exists():
        _exchange(staging, target)
    else:
        os.replace(staging, target)
    shutil.rmtree(_shadow_of(target), ignore_errors=True)


def _exchange(one: Path, other: Path) -> None:
    """Two folders change places: on Linux in one step, so that nobody ever sees neither."""
    if operating_system.exchanged(one, other):
        return
    aside = _aside(other)
    os.replace(other, aside)
    try:
        os.replace(one, other)
    except OSError:
        os.replace(aside, other)
        raise
    os.replace(aside, one)


def filled_up(staging: Path, target: Path, paths: Iterable[str]) -> bool:
    """True where the new folder now holds these files of the target too, as links to the same."""
    try:
        for path in paths:
            place = staging / path
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(target / path, place)
    except OSError:
        # FAT, some network drives: no file has two names there.
        return False
    return True


def changed_as_one(target: Path, marker: str, change: Callable[[Path, Place], None]) -> bool:
    """True where the target was changed in one step; False, and untouched, where links cannot be.

    `change` is given a folder and the way to put a file into it. It is called for a copy of the
    target first, a second folder whose files are links to the same; then both change places, and
    it is called for the one that was the target. The copy stays for the next time, since making
    it takes long. `marker` is a file that every change puts in place.
    """
    shadow_copy, changing = _shadow_of(target), target.with_name(f"{_prefix(target)}changing")
    # Whatever stops us now, nobody takes what is half made or half changed for such a copy.
    if _is_same_file(shadow_copy / marker, target / marker):
        os.replace(shadow_copy, changing)
    else:
        shutil.rmtree(shadow_copy, ignore_errors=True)
        try:
            _link_all(target, changing)
        except OSError:
            # FAT, some network drives: no file has two names there.
            shutil.rmtree(changing, ignore_errors=True)
            return False
    change(changing, _link)
    _exchange(changing, target)
    change(changing, os.replace)
    os.replace(changing, shadow_copy)
    return True


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _link_all(folder: Path, copy: Path) -> None:
    copy.mkdir()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _link_all(Path(entry.path), copy / entry.name)
            else:
                os.link(entry.path, copy / entry.name)


def _link(file: Path, place: Path) -> None:
    place.unlink(missing_ok=True)
    os.link(file, place)


def tidy_up(target: Path) -> None:
    """Mend what a build that was killed left: put the old site back, remove half-built ones."""
    if target.is_file():
        raise BuildRefused(
            Message(
                "NR-BUILD-001",
                f"“{target.name}” là một tệp, không phải thư mục: hãy đổi tên tệp đó.",
            )
        )
    if os.path.ismount(target):
        raise BuildRefused(
            Message(
                "NR-BUILD-002",
                f"“{target.name}” là một ổ đĩa gắn riêng, không đổi chỗ với bản mới được: bỏ gắn ổ"
                " ấy, dựng vào thư mục thường, rồi đưa sang bằng  python3 tasks.py deploy --to"
                " folder.",
            )
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = _aside(target)
    if aside.exists() and not target.exists():
        os.replace(aside, target)
    for leftover in target.parent.glob(f"{_prefix(target)}*"):
        # Nobody else builds now, so nobody needs it.
        if leftover != _shadow_of(target):
            shutil.rmtree(leftover, ignore_errors=True)


def _prefix(target: Path) -> str:
    """The prefix that only our own folders beside the target have."""
    return f".newsroom-{target.name}-"


def _shadow_of(target: Path) -> Path:
    return target.with_name(f"{_prefix(target)}shadow")


def _aside(target: Path) -> Path:
    """The path of the old site for the moment in which the new one takes its place."""
    return target.with_name(f"{_prefix(target)}old")
