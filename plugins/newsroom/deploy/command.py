"""deploy --to …: send the verified public edition, and only what changed of it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.message import Message
from ..domain.site.host_limits import limits_of
from ..domain.unfilled import within
from ..verification.manifest import Manifest, NotVerified, verified_edition
from .host_list import ON_HOST, HostList
from .hosts.host import CannotDeploy, Host
from .knowledge import Knowledge, record_place
from .limits import said_of_limits
from .mass_removal import UNASKED, RemovalConsent, held_back_by, lost_on_host, refuse_mass_removal
from .passwords import password_for
from .remarks import lines_of, obstacle, remarks, remarks_on_branch
from .sending import Steps, carry_out, planned, steps, there_on
from .settings import block_for, no_such_way, secrets_in
from .withheld_addresses import addresses_of_withheld

if TYPE_CHECKING:
    from ..domain.plan.school import School

Say = Callable[[str], None]


def deploy(
    root: Path,
    folder: Path,
    way: str,
    settings: Mapping[str, Any],
    *,
    dry_run: bool,
    say: Say,
    consent: RemovalConsent = UNASKED,
) -> None:
    """Send the edition in `folder` the way that the settings describe. Raises CannotDeploy."""
    block = block_for(way, settings)
    _refuse_without_address(root)
    if found := list(secrets_in(root)):
        from ..exports.findings.terminal import problem_lines

        raise CannotDeploy(problem_lines(found))
    try:
        told = verified_edition(folder)
    except NotVerified as error:
        raise CannotDeploy(
            str(error), "    → Chạy  python3 tasks.py publish  rồi thử lại."
        ) from None
    if ON_HOST in told.files:
        raise CannotDeploy(
            Message(
                "NR-DEPLOY-002",
                f"Trang có tệp {ON_HOST}, tên dành cho danh sách trên máy chủ: bỏ đi.",
            )
        )
    sizes = {path: entry.size for path, entry in told.files.items()}
    limits = limits_of(way, block.pop("service", ""))
    if too_much := [f"{what.with_id}\n    → {how}" for what, how in said_of_limits(sizes, limits)]:
        raise CannotDeploy("\n".join((*too_much, "Chưa gửi gì cả.")))

    def ask_first(there: HostList, todo: Steps) -> None:
        try:
            refuse_mass_removal(there, todo, told, consent, lambda: held_back_by(settings))
        except CannotDeploy as error:
            if not dry_run:
                raise
            for line in str(error).splitlines():
                say(line)
        for line in (
            () if consent.to_an_earlier_day else lost_on_host(there, todo, folder, settings)
        ):
            say(line)

    todo, left = _sent(
        root, folder, told, way, block, settings, dry_run=dry_run, say=say, ask_first=ask_first
    )
    if dry_run:
        for line in lines_of(todo):
            say(line)
    verb = "Sẽ" if dry_run else "Đã"
    say(f"{verb} gửi {len(todo.send)} tệp, xóa {len(todo.delete)} tệp ({way}).")
    if left:
        raise CannotDeploy(left)


def _sent(
    root: Path, folder: Path, told: Manifest, way: str, block: dict[str, Any],
    settings: Mapping[str, Any], *, dry_run: bool, say: Say,
    ask_first: Callable[[HostList, Steps], None],
) -> tuple[Steps, str]:  # fmt: skip
    """The steps that were done, or would be; and the remark on those that could not be."""
    match way:
        case "folder" if str(block["path"]).endswith(".zip"):
            from .hosts.to_folder import write_zip

            place = Path(root, block["path"]).expanduser()
            _refuse_own_folders(root, folder, place)
            if not dry_run:
                write_zip(folder, told, place)
            return steps(told.files, {}), ""
        case "github":
            from .hosts.to_github import GitHub

            github = GitHub(root, _site_url(root), **block)
            there = github.there(folder, told)
            for line in remarks_on_branch(there.rejected):
                say(line)
            changes = steps(told.files, there.files)
            ask_first(there, changes)
            if not dry_run:
                github.send(folder, told)
            return changes, ""
    cache = Path(settings.get("CACHE_PATH") or root / ".cache")
    knowledge = Knowledge(record_place(cache, way, block), lambda: addresses_of_withheld(settings))
    host = _host(root, folder, way, block)
    try:
        todo = planned(host, told, there_on(host), knowledge)
        for line in remarks(todo):
            say(line)
        ask_first(todo.there, todo.steps)
        if not dry_run:
            carry_out(host, folder, told, todo, say, knowledge)
    except host.faults as error:
        raise CannotDeploy(
            Message(
                "NR-DEPLOY-003", f"Gửi dở dang: {error}. Chạy lại lệnh: máy gửi tiếp phần còn lại."
            )
        ) from None
    finally:
        host.close()
    return todo.steps, obstacle(todo)


def _host(root: Path, edition: Path, way: str, block: dict[str, Any]) -> Host:
    match way:
        case "folder":
            from .hosts.to_folder import FolderHost

            place = Path(root, block["path"]).expanduser()
            _refuse_own_folders(root, edition, place)
            return FolderHost(place)
        case "rsync":
            from .hosts.to_rsync import RsyncHost

            return RsyncHost(**block)
        case "ftp":
            from .hosts.to_ftp import FtpHost

            password = password_for("ftp", block)
            if not password.word:
                raise CannotDeploy(password.lack, *(f"    → {line}" for line in password.remedy))
            return FtpHost(password=password.word, **block)
        case "sftp":
            from .hosts.to_sftp import SftpHost

            return SftpHost(password=password_for("sftp", block).word, **block)
    raise no_such_way(way)


def _refuse_own_folders(root: Path, edition: Path, place: Path) -> None:
    """The project is no host: its site would lie among its sources."""
    place, root = place.resolve(), root.resolve()
    ours = (edition.resolve(), *(root / name for name in _OF_THE_PROJECT))
    if place == root or any(place.is_relative_to(one) for one in ours):
        raise CannotDeploy(
            Message(
                "NR-DEPLOY-004",
                f"DEPLOY[“folder”][“path”] là {place}, thư mục của chính phần mềm này. Ghi thư mục"
                " của máy chủ, ở ngoài thư mục này.",
            )
        )


_OF_THE_PROJECT = ("content", "plugins", "theme", "desk", ".cache", ".git")


def _school(root: Path) -> "School | None":
    from ..intake.plan.school_file import read_school

    name = "content/truong.yaml"
    try:
        text = (root / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return read_school(name, text)[0]


def _site_url(root: Path) -> str:
    school = _school(root)
    return school.site_url if school else ""


def _refuse_without_address(root: Path) -> None:
    """A site whose address is still to be filled in: feeds and search engines could not name it."""
    school = _school(root)
    if school and (places := within(school.unfilled, "site_url")):
        raise CannotDeploy(
            Message(
                "NR-DEPLOY-044",
                f"Chưa điền địa chỉ trang, nên chưa gửi đi được: {places[0].path}:{places[0].line}."
                "\n    → Ghi dòng  địa chỉ trang: https://…  rồi gõ lại lệnh.",
            )
        )
