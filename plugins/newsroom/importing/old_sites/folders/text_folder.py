"""The texts of a folder, one after the other, and the settings beside them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ....domain.message import Message
from ....domain.text.vietnamese import clean
from ....vocabulary import labels
from ..kind_of_export import other_kind
from ..left_out import LeftKind, LeftLog
from ..old_site import OldSiteRefused

# In bytes. No article is longer.
_LARGEST = 4_000_000
_PASSED_OVER = frozenset({"output", "public", "node_modules", "themes", "theme", "resources"})

# What tells a folder of one kind from one of the other.
_SIGNS = {
    "Pelican": ("pelicanconf.py", "publishconf.py"),
    "Hugo": tuple(
        f"{folder}{name}.{ending}"
        for folder in ("", "config/_default/")
        for name in ("hugo", "config")
        for ending in ("toml", "yaml", "yml", "json")
    ),
}


@dataclass(frozen=True, kw_only=True)
class TextOfFolder:
    """One text: its path in the folder, with `/`, and what stands in it."""

    path: str
    text: str


def texts_in(root: Path, endings: tuple[str, ...], left: LeftLog) -> Iterator[TextOfFolder]:
    """Every text below a folder, in the order of paths; one that is no UTF-8 is left."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if name not in _PASSED_OVER and name[0] not in "._"
        )
        for name in sorted(names):
            place = Path(folder, name)
            if name.startswith(".") or not name.lower().endswith(endings) or place.is_symlink():
                continue
            path = clean(place.relative_to(root).as_posix())
            try:
                if place.stat().st_size > _LARGEST:
                    raise ValueError
                text = place.read_bytes().decode("utf-8-sig")
            except (OSError, ValueError) as error:
                left.leave(LeftKind.UNREADABLE, path, _reason(error))
                continue
            yield TextOfFolder(path=path, text=text.replace("\r\n", "\n").replace("\r", "\n"))


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return labels.NO_UTF_8
    return error.strerror or str(error) if isinstance(error, OSError) else labels.FILE_TOO_LARGE


def require_folder(place: Path, kind: str) -> None:
    """Raises OldSiteRefused for what is no folder, and for a folder of the other kind."""
    if not place.is_dir():
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-030",
                f"{place.name} không phải là một thư mục."
                f"\n    → Ghi thư mục của trang {kind}, nơi có các tệp bài .md .",
            )
        )
    own, *others = sorted(_SIGNS, key=lambda one: one != kind)
    if not setting_in(place, _SIGNS[own]):
        for other in others:
            if setting_in(place, _SIGNS[other]):
                command = f"import {other.lower()} {place.name}"
                raise other_kind(place, f"một trang của {other}", command)


def no_text(place: Path, kind: str) -> OldSiteRefused:
    return OldSiteRefused(
        Message(
            "NR-IMPORT-031",
            f"Thư mục {place.name} không có bài nào của {kind}."
            "\n    → Ghi thư mục gốc của trang ấy, nơi có thư mục content.",
        )
    )


def setting_in(root: Path, names: tuple[str, ...]) -> Path | None:
    """The first of these settings files that is there."""
    return next((root / name for name in names if (root / name).is_file()), None)
