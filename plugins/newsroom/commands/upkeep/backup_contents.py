"""The files of a backup: everything of the project that nobody can make again."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ...deploy.settings import is_secret_file

FOLDER = "sao-luu"
# What is made from the rest, or fetched.
_MADE = {"output", "desk", "reports", ".cache", ".venv", ".git", FOLDER}
_CACHES = {"__pycache__", "node_modules", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


class Member(NamedTuple):
    """A file of the project: its path with `/`, and where it lies."""

    path: str
    place: Path


class LeftOut(NamedTuple):
    """A file that does not go into the backup, and why, in Vietnamese."""

    path: str
    why: str


def contents(root: Path) -> Iterator[Member | LeftOut]:
    """Every file of a project, in an order that is always the same."""
    inside = root.resolve()
    # Software that several schools share may lie elsewhere; nothing else may.
    shared = {name: (root / name).resolve() for name in ("plugins", "theme")}
    yield from _below(root, "", (inside, *shared.values()), frozenset())


def _below(
    folder: Path, prefix: str, allowed: tuple[Path, ...], above: frozenset[Path]
) -> Iterator[Member | LeftOut]:
    above |= {folder.resolve()}
    for name in sorted(os.listdir(folder)):
        place, path = folder / name, f"{prefix}{name}"
        if _is_made(name, is_top=not prefix):
            continue
        target = place.resolve()
        if place.is_symlink() and not any(target.is_relative_to(one) for one in allowed):
            yield LeftOut(path, "liên kết dẫn ra ngoài thư mục này")
        elif target in above:
            yield LeftOut(path, "liên kết dẫn vòng lại")
        elif place.is_dir():
            yield from _below(place, f"{path}/", allowed, above)
        elif not prefix and is_secret_file(name):
            yield LeftOut(path, "tệp giữ khóa hoặc mật khẩu")
        elif not path.isprintable():
            # A name that is no UTF-8 is none in a ZIP file.
            yield LeftOut(ascii(path), "tên tệp có ký tự lạ: đổi tên rồi sao lưu lại")
        elif place.is_file():
            yield Member(path, place)


def _is_made(name: str, *, is_top: bool) -> bool:
    if name in _CACHES or name.endswith(".pyc"):
        return True
    is_ours = name.startswith((".newsroom-", ".part-"))
    is_kept = name.startswith(".") and name.endswith("-editions")
    return is_top and (name in _MADE or is_ours or is_kept)
