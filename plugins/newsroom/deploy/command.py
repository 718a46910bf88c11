"""deploy --to …: send the verified public edition, and only what changed of it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..verification.manifest import Manifest, NotVerified, verified_edition
from .passwords import password_for
from .sending import CannotDeploy, Host, Steps, lines_of, send, steps, there_on
from .settings import KEYS, block_for, secrets_in

Say = Callable[[str], None]


def deploy(
    root: Path, folder: Path, way: str, settings: Mapping[str, Any], *, dry_run: bool, say: Say
) -> None:
    """Send the edition in `folder` the way that the settings describe. Raises CannotDeploy."""
    block = block_for(way, settings)
    if found := list(secrets_in(root)):
        raise CannotDeploy(f"{found[0].path}:{found[0].line}: {found[0].message} {found[0].hint}")
    try:
        told = verified_edition(folder)
    except NotVerified as error:
        raise CannotDeploy(f"{error} Chạy  python3 tasks.py publish  rồi thử lại.") from None
    todo = _sent(root, folder, told, way, block, dry_run=dry_run, say=say)
    if dry_run:
        for line in lines_of(todo):
            say(line)
    verb = "Sẽ" if dry_run else "Đã"
    say(f"{verb} gửi {len(todo.send)} tệp, xóa {len(todo.delete)} tệp ({way}).")


def _sent(
    root: Path, folder: Path, told: Manifest, way: str, block: dict[str, Any], *,
    dry_run: bool, say: Say,
) -> Steps:  # fmt: skip
    match way:
        case "folder" if str(block["path"]).endswith(".zip"):
            from .to_folder import write_zip

            if not dry_run:
                write_zip(folder, told, Path(root, block["path"]).expanduser())
            return steps(told.files, {})
        case "rsync":
            from .to_rsync import Rsync

            rsync = Rsync(**block)
            return rsync.plan(told) if dry_run else rsync.send(folder, told)
        case "github":
            from .to_github import GitHub

            github = GitHub(root, _site_url(root), **block)
            todo = github.plan(folder, told)
            if not dry_run:
                github.send(folder, told)
            return todo
        case _:
            host = _host(root, way, block)
            try:
                return (
                    steps(told.files, there_on(host)) if dry_run else send(host, folder, told, say)
                )
            except OSError as error:
                raise CannotDeploy(
                    f"Gửi dở dang: {error}. Chạy lại lệnh: máy gửi tiếp phần còn lại."
                ) from None
            finally:
                host.close()


def _host(root: Path, way: str, block: dict[str, Any]) -> Host:
    match way:
        case "folder":
            from .to_folder import FolderHost

            return FolderHost(Path(root, block["path"]).expanduser())
        case "ftp":
            from .to_ftp import FtpHost

            password = password_for("ftp", block)
            if not password.word:
                lines = (password.lack, *(f"    → {line}" for line in password.remedy))
                raise CannotDeploy("\n".join(lines))
            return FtpHost(password=password.word, **block)
        case "sftp":
            from .to_sftp import SftpHost

            return SftpHost(password=password_for("sftp", block).word, **block)
    raise CannotDeploy(f"Không có cách đăng “{way}”; chọn một trong: {', '.join(KEYS)}.")


def _site_url(root: Path) -> str:
    from ..intake.school_file import read_school

    place = root / "content/truong.yaml"
    school, _ = read_school("truong.yaml", place.read_text(encoding="utf-8"))
    return school.site_url if school else ""
