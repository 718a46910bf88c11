"""backup: everything that cannot be made again, in one file that is whole or not there."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ...building.atomic_output import build_lock
from ...building.errors import BuildRefused
from ...buildtools.operating_system import named_if_free
from ...deploy.settings import is_secret_file, secrets_in
from ...domain.message import Message
from ...domain.text.vietnamese import size_in_words
from ...provenance.git import Git, NoHistory
from .backup_contents import FOLDER, LeftOut, Member, contents

# The first day that a ZIP file can name: the same files make the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)
_PRESSED = (
    *(".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif", ".mp4", ".mov", ".webm", ".woff2"),
    *(".docx", ".xlsx", ".pptx", ".zip", ".pdf", ".gz"),
)
_LARGE = 1 << 31
# Whoever has the repository must not get every draft with it.
_IGNORE, _ALL = f"{FOLDER}/.gitignore", "*\n"
_HISTORY, _HOW = f"{FOLDER}/lich-su.bundle", f"{FOLDER}/PHUC-HOI.txt"


def back_up(root: Path, to: str, today: date) -> Iterator[str]:
    """Write the backup; lines to say of it. Raises BuildRefused, with nothing written."""
    for problem in secrets_in(root):
        if not is_secret_file(problem.path):
            from ...exports.findings.terminal import problem_lines

            raise BuildRefused(problem_lines([problem]))
    with build_lock(root / ".cache"):
        yield from _back_up(root, _place(root, to, today))


def _back_up(root: Path, place: Path) -> Iterator[str]:
    for broken_off in (root / FOLDER).glob(".part-*"):
        broken_off.unlink(missing_ok=True)
    found = [*contents(root)]
    members = [one for one in found if isinstance(one, Member)]
    left = [one for one in found if isinstance(one, LeftOut)]
    try:
        handle, name = tempfile.mkstemp(prefix=".part-", dir=place.parent)
    except OSError as error:
        raise _closed(place.parent, error) from None
    os.close(handle)
    part = Path(name)
    try:
        with tempfile.TemporaryDirectory() as made:
            history = _history(root, Path(made) / "lich-su.bundle")
            _write(part, members, history)
        named_if_free(part, place)
    except OSError as error:
        raise BuildRefused(
            Message(
                "NR-BACKUP-001",
                f"Chưa sao lưu được: {error.strerror or error} ({error.filename or place.name})."
                " Xem đĩa còn chỗ không và tệp có cho đọc không, rồi chạy lại.",
            )
        ) from None
    finally:
        part.unlink(missing_ok=True)
    with_history = " và lịch sử git" if history.bundle else ""
    size = size_in_words(place.stat().st_size)
    shown = place.relative_to(root).as_posix() if place.is_relative_to(root) else place
    yield f"Đã sao lưu {len(members)} tệp{with_history} vào {shown} ({size})."
    if history.lack:
        yield history.lack
    yield from (f"Không kèm {one.path}: {one.why}." for one in left)
    yield (
        "Không kèm mật khẩu máy chủ, và những gì dựng lại được (output/, desk/, reports/).\n"
        "Trong tệp có cả bài chưa duyệt và ảnh gốc: giữ kín, và chép ra một ổ đĩa khác.\n"
        f"Phục hồi: giải nén vào một thư mục trống, rồi làm theo {_HOW} trong đó."
    )


class _History(NamedTuple):
    """The git history in one file; where there is none, `lack` says why, if that is news.

    `tip` is the commit on which the work goes on, `branch` the name of its branch.
    """

    bundle: Path | None = None
    tip: str = ""
    branch: str = ""
    lack: str = ""


def _history(root: Path, bundle: Path) -> _History:
    try:
        git = Git(root)
    except NoHistory:
        return _History()
    tip = git.commit("HEAD")
    if git.prefix or not tip:
        # A folder of a larger repository, or one without a commit.
        return _History()
    if git.ask("rev-parse", "--is-shallow-repository").strip() == b"true":
        return _History(
            lack=Message(
                "NR-BACKUP-002",
                "Không kèm lịch sử git: bản này lấy về thiếu lịch sử. Gõ  git fetch --unshallow"
                "  rồi sao lưu lại.",
            ).with_id
        )
    # With several threads a pack is another one each time.
    git.ask("-c", "pack.threads=1", "bundle", "create", "--quiet", str(bundle), "HEAD", "--all")
    if not bundle.is_file():
        return _History(
            lack=Message(
                "NR-BACKUP-003",
                "Không kèm lịch sử git: git không ghi được. Gõ  git fsck  để kiểm tra.",
            ).with_id
        )
    branch = git.ask("symbolic-ref", "--quiet", "--short", "HEAD").decode().strip()
    return _History(bundle, tip, branch or "main")


def _place(root: Path, to: str, today: date) -> Path:
    """The path of the backup: never over a file."""
    if to:
        place = Path(to).expanduser().absolute()
        if place.is_dir():
            return _free(place, today)
        if place.exists():
            raise BuildRefused(
                Message("NR-BACKUP-004", f"Đã có {place}; máy không ghi đè. Chọn tên khác.")
            )
        if not place.parent.is_dir():
            raise BuildRefused(
                Message(
                    "NR-BACKUP-005",
                    f"Không có thư mục {place.parent}: tạo thư mục ấy, hoặc nối ổ đĩa vào.",
                )
            )
        return place
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        if not (root / _IGNORE).exists():
            (root / _IGNORE).write_text(_ALL)
    except OSError as error:
        raise _closed(folder, error) from None
    return _free(folder, today)


def _closed(folder: Path, error: OSError) -> BuildRefused:
    return BuildRefused(
        Message(
            "NR-BACKUP-006",
            f"Không ghi được vào {folder}: {error.strerror}."
            "\n    → Ghi ra nơi khác:  python3 tasks.py backup THƯ_MỤC",
        )
    )


def _free(folder: Path, today: date) -> Path:
    place, number = folder / f"{today.isoformat()}.zip", 1
    while place.exists():
        number += 1
        place = folder / f"{today.isoformat()}-{number}.zip"
    return place


def _write(part: Path, members: Iterable[Member], history: _History) -> None:
    with zipfile.ZipFile(part, "w") as archive:
        for member in members:
            _add(archive, member.path, member.place)
        if history.bundle:
            _add(archive, _HISTORY, history.bundle)
        archive.writestr(_entry(_IGNORE, 0o644), _ALL)
        archive.writestr(_entry(_HOW, 0o644), _how(history))
    with zipfile.ZipFile(part) as archive:
        if broken := archive.testzip():
            raise OSError(5, "ghi ra không đọc lại được", broken)


def _add(archive: zipfile.ZipFile, path: str, place: Path) -> None:
    """A file of any size, never whole in memory."""
    stat = place.stat()
    entry = _entry(path, 0o755 if stat.st_mode & 0o100 else 0o644)
    is_pressed = path.lower().endswith((*_PRESSED, ".bundle"))
    entry.compress_type = zipfile.ZIP_STORED if is_pressed else zipfile.ZIP_DEFLATED
    is_large = stat.st_size > _LARGE
    with place.open("rb") as source, archive.open(entry, "w", force_zip64=is_large) as target:
        shutil.copyfileobj(source, target, 1 << 20)


def _entry(path: str, mode: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _DAY)
    # As on Unix, wherever it is made.
    entry.create_system, entry.external_attr = 3, mode << 16
    return entry


def _how(history: _History) -> str:
    steps = [
        "Giải nén tệp zip này vào một thư mục trống, rồi mở cửa sổ lệnh ở thư mục ấy.",
        "Máy cần Python 3.11 trở lên. Trên Windows, nếu python3 không chạy thì gõ py.",
    ]
    if history.bundle:
        steps.append(
            "Lấy lại lịch sử git (ai đã viết, duyệt, sửa gì):\n"
            f'       git init -q -b "{history.branch}"\n'
            f'       git fetch -q --update-head-ok {_HISTORY} "+refs/*:refs/*"\n'
            f"       git reset -q {history.tip}\n"
            "   Kho ở trên mạng thì nối lại:  git remote add origin ĐỊA-CHỈ"
        )
    steps += [
        "Kiểm tra rồi dựng lại trang:\n"
        "       python3 tasks.py check\n"
        "       python3 tasks.py publish",
        "Mật khẩu máy chủ không có ở đây: gõ  python3 tasks.py doctor  để xem cách cất lại.",
    ]
    lines = (f"{number}. {step}" for number, step in enumerate(steps, 1))
    return "\n".join(("PHỤC HỒI TỪ BẢN SAO LƯU", "", *lines, ""))
