"""`check --fix-encoding`: files in an old encoding become UTF-8, and what they were is kept."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from ...building.errors import BuildRefused
from ...buildtools.terminal import printed
from ...domain.message import Message
from ...intake.folder.scan import PLAN_ENDINGS, TEXT_ENDINGS, Scan
from ...intake.text.checks.character_checks import briefly
from ...intake.text.encoding_fix import InDoubt, converted
from ...intake.text.text_file import LARGEST
from .missing_paths import nothing_at


def fix_encodings(content: Path, paths: Sequence[str]) -> tuple[list[str], bool]:
    """Converts the files that are in no doubt, of these files and folders or of all.

    Returns what to say, a line or two for each file that is not UTF-8, and whether any stays as it
    is. Each file is replaced as a whole, and only when its bytes are kept beside it, under a name
    that no build reads. Raises BuildRefused for a path that there is not.
    """
    lines, is_doubted = [], False
    for path in _files(content, paths):
        label = printed(path.relative_to(content.parent).as_posix())
        try:
            before = path.read_bytes()
            made = converted(before) if len(before) <= LARGEST else None
            if made is None:
                continue
            kept = _replace(path, before, made.text.encode("utf-8"))
        except InDoubt as doubt:
            is_doubted = True
            lines.append(f"{label}: chưa đổi. {doubt}\n    → Xem docs/huong-dan/ma-chu-cu.md.")
        except OSError as error:
            is_doubted = True
            lines.append(f"{label}: chưa đổi, không ghi được: {error}.")
        else:
            first = next((line for line in made.text.split("\n") if not line.isascii()), "")
            lines.append(
                f"{label}: đã đổi từ {made.was} sang UTF-8; tệp cũ: {printed(kept.name)}"
                f"\n    → Đọc lại: “{printed(briefly(first))}”. Đúng thì xóa tệp cũ."
            )
    return lines or ["Không có tệp nào cần đổi mã."], is_doubted


def _files(content: Path, paths: Sequence[str]) -> Iterator[Path]:
    """The texts of the content folder, or those of these paths, in order."""
    known = [Path(place) for place in Scan(content).files.values() if _is_text(place)]
    if not paths:
        yield from sorted(known)
        return
    wanted = [Path(path).absolute() for path in paths]
    if missing := [path for path in paths if not Path(path).exists()]:
        raise BuildRefused(nothing_at(missing))
    found = [file for file in known if _is_below(file, wanted)]
    if not found:
        raise BuildRefused(
            Message(
                "NR-TASK-003",
                f"Không có bài, kế hoạch hay lịch nào ở {', '.join(map(printed, paths))}.",
            )
        )
    yield from sorted(found)


def _is_text(place: str) -> bool:
    return place.lower().endswith((*TEXT_ENDINGS, *PLAN_ENDINGS))


def _is_below(file: Path, wanted: Iterable[Path]) -> bool:
    real = file.resolve()
    return any(real.is_relative_to(place.resolve()) for place in wanted)


def _replace(path: Path, before: bytes, after: bytes) -> Path:
    """Puts the new bytes into the file's place and returns where the old ones are."""
    # A link stays one.
    path = path.resolve()
    in_background = path.with_name(f"~{path.name}.moi")
    try:
        with in_background.open("xb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        in_background.chmod(path.stat().st_mode)
        kept = _kept(path, before)
        if path.read_bytes() != before:
            raise OSError("tệp vừa bị sửa; lưu xong rồi chạy lại")
        os.replace(in_background, path)
    finally:
        with suppress(OSError):
            in_background.unlink(missing_ok=True)
    return kept


def _kept(path: Path, content: bytes) -> Path:
    """The old bytes in a file of their own, under the first name that is free."""
    number = 1
    while True:
        kept = path.with_name(f"~{path.name}{f'.{number}' if number > 1 else ''}.bak")
        try:
            with kept.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            number += 1
        else:
            return kept
