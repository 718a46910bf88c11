"""doctor: what the machine, the repository and the settings lack, with the line to type."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from ...deploy.extras import is_installed, to_install
from ...deploy.hosts.host import CannotDeploy
from ...deploy.limits import said_of_limits
from ...deploy.passwords import VARIABLES, password_for
from ...deploy.settings import block_for, secrets_in
from ...domain.message import Message, in_words
from ...domain.site.host_limits import GITHUB, excesses, limits_of, possible_limits, ways_of
from ...domain.text.vietnamese import size_in_words
from ...vocabulary import things

# What a build of a large school needs beside it, in bytes.
ROOM = 500_000_000


_FORM_OF_DEPLOY = (
    'DEPLOY = {"ftp": {"host": "…", "user": "…"}}  (docs/huong-dan/dang-len-may-chu.md)'
)


class Sign(NamedTuple):
    """A sign seen, and what to type or do, a line each; no remedy where nothing lacks.

    `is_grave`: nothing works.
    """

    what: str
    remedy: str = ""
    is_grave: bool = False


def signs(root: Path, settings: Mapping[str, Any]) -> Iterator[Sign]:
    yield from _of_the_machine(root)
    yield from _of_the_repository(root)
    yield from _of_the_demo(root)
    yield from _of_plans(root)
    yield from _of_deploying(settings)
    yield from _of_limits(root, settings)
    for problem in secrets_in(root):
        yield Sign(f"{problem.path}:{problem.line}: {problem.message.with_id}", problem.hint, True)


def _of_the_machine(root: Path) -> Iterator[Sign]:
    free = shutil.disk_usage(root).free
    if free < ROOM:
        yield Sign(
            Message("NR-DOCTOR-001", f"Đĩa chỉ còn {free // 1_000_000} MB."),
            "Dọn bớt tệp trên đĩa.",
        )
    if not os.access(root, os.W_OK):
        yield Sign(
            Message("NR-DOCTOR-002", f"Không ghi được vào {root}."),
            "Xin quyền ghi thư mục này.",
            True,
        )
    if not shutil.which("git"):
        yield Sign(
            Message("NR-DOCTOR-003", "Chưa có chương trình git."),
            "Cài từ https://git-scm.com rồi gõ lại.",
        )
    if sys.flags.optimize:
        yield Sign(Message("NR-DOCTOR-004", "Python chạy với -O."), "Bỏ biến PYTHONOPTIMIZE.")


def _of_the_repository(root: Path) -> Iterator[Sign]:
    for name in ("content/truong.yaml", "content/ke-hoach", "content/tin-bai"):
        if not (root / name).exists():
            yield Sign(
                Message("NR-DOCTOR-005", f"Chưa có {name}."),
                "Xem docs/huong-dan/truong-va-ke-hoach.md.",
                True,
            )
    if not shutil.which("git"):
        return
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        yield Sign(
            Message(
                "NR-DOCTOR-006", "Thư mục này chưa nằm trong kho git, nên không biết ai sửa gì."
            ),
            "git init",
        )
        return
    if _git(root, "rev-parse", "--is-shallow-repository") == "true":
        yield Sign(
            Message("NR-DOCTOR-007", "Kho git lấy về thiếu lịch sử."), "git fetch --unshallow"
        )
    for key, example in (("user.name", things.A_FULL_NAME), ("user.email", "ten@truong.example")):
        if not _git(root, "config", key):
            yield Sign(
                Message("NR-DOCTOR-008", f"Git chưa biết {key}."), f'git config {key} "{example}"'
            )
    tracked = _git(root, "ls-files", "output", "desk", ".cache", "reports")
    if tracked:
        yield Sign(
            Message(
                "NR-DOCTOR-009",
                "Kho git giữ cả những gì máy dựng ra, trong đó có thể có bài chưa duyệt.",
            ),
            "git rm -r --cached output desk .cache reports",
            True,
        )


def _of_the_demo(root: Path) -> Iterator[Sign]:
    """Signs of what is left of the demo, by its files."""
    from ..starting.demo_content import ContentState, state_of

    if not (root / "content").is_dir():
        return
    found = state_of(root / "content")
    if found.state is ContentState.DEMO:
        yield Sign(
            Message("NR-DOCTOR-015", "Đây là trang mẫu: trường, tên và bài đều là ví dụ."),
            "Lập trang của trường mình:  python3 tasks.py start",
        )
    elif found.demo:
        yield Sign(
            Message(
                "NR-DOCTOR-016",
                f"Còn {len(found.demo)} tệp của trang mẫu, như content/{found.demo[0]}.",
            ),
            "Xóa những tệp ấy;  python3 tasks.py check  kể từng tệp không được đăng.",
        )


def _of_plans(root: Path) -> Iterator[Sign]:
    """Signs of what the plans ask for and cannot have; `check` says the same of them."""
    from ...buildtools.cache.build_cache import BuildCache
    from ...domain.plan.audit.audit import audited
    from ...domain.sample_names import sample_problems
    from ...domain.unfilled import advice_to_fill
    from ...intake.clock import now
    from ...intake.folder.content_folder import ContentFolder
    from ...intake.plan.site_config import read_site_config

    if not (root / "content").is_dir():
        return
    config = read_site_config(ContentFolder(root / "content"), BuildCache(None, ""))
    found = [*config.problems]
    if config.school and not any(problem.is_error for problem in found):
        with suppress(ValueError):
            today = now().date()
            found += audited(config.plans, config.school.on(today), today)
        found += sample_problems(config.school, config.plans, ())
        every = (config.school.unfilled, *(plan.unfilled for plan in config.plans))
        found += advice_to_fill([place for places in every for place in places])
    for one in found:
        yield Sign(f"{one.path}:{one.line}: {one.message.with_id}", one.hint, one.is_error)


def _git(root: Path, *words: str) -> str | None:
    made = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    return made.stdout.strip() if not made.returncode else None


def _of_deploying(settings: Mapping[str, Any]) -> Iterator[Sign]:
    blocks = settings.get("DEPLOY") or {}
    if not blocks:
        yield Sign(
            Message("NR-DOCTOR-010", "Chưa có cách đưa trang lên máy chủ (trừ khi kho tự đăng)."),
            "Xem docs/huong-dan/dang-len-may-chu.md.",
        )
    elif not ways_of(blocks):
        yield Sign(
            Message("NR-DOCTOR-011", "DEPLOY trong publishconf.py không có dạng đúng."),
            _FORM_OF_DEPLOY,
            True,
        )
    for way, _ in ways_of(blocks):
        try:
            block = block_for(way, settings)
        except CannotDeploy as error:
            yield Sign(str(error), "Sửa khối DEPLOY trong publishconf.py.", True)
            continue
        if way in VARIABLES:
            yield from _of_password(way, block)
        if way == "rsync" and not shutil.which("rsync"):
            yield Sign(
                Message("NR-DOCTOR-012", "Chưa có chương trình rsync."), "sudo apt install rsync"
            )
        if way == "sftp" and not is_installed("paramiko"):
            yield Sign(Message("NR-DOCTOR-013", "Chưa cài paramiko."), to_install("sftp"))


def _of_limits(root: Path, settings: Mapping[str, Any]) -> Iterator[Sign]:
    """Signs of what some host would not take, in the edition that stands and in the content."""
    from ...verification.edition import MANIFEST
    from ...verification.manifest import NotVerified, parse_manifest

    ways = ways_of(settings.get("DEPLOY"))
    sure = {limit for way, service in ways for limit in limits_of(way, service)}
    sizes: dict[str, int] = {}
    # What is no edition is told by whoever wants to send it.
    with suppress(OSError, NotVerified):
        told = parse_manifest((root / "output" / MANIFEST).read_bytes())
        sizes = {f"output/{path}": entry.size for path, entry in told.files.items()}
    for limit in possible_limits(ways):
        for what, remedy in said_of_limits(sizes, [limit]):
            yield Sign(what, remedy, limit in sure)
    if shutil.which("git") and "github.com" in (_git(root, "remote", "-v") or ""):
        files = (place for place in (root / "content").rglob("*") if place.is_file())
        weights = {p.relative_to(root).as_posix(): p.stat().st_size for p in files}
        for one in excesses(weights, [GITHUB]):
            yield Sign(
                Message(
                    "NR-DOCTOR-014",
                    f"{one.path} nặng {size_in_words(one.size)}; GitHub không nhận tệp trên"
                    f" {one.limit.said}, nên git push sẽ bị từ chối.",
                ),
                "Nén nhỏ lại, hoặc dời ra ngoài kho bài.",
                True,
            )


def _of_password(way: str, block: Mapping[str, Any]) -> Iterator[Sign]:
    password = password_for(way, block)
    if password.word:
        yield Sign(f"Mật khẩu {way}: lấy từ {password.origin}.")
    elif "key_file" not in block:
        yield Sign(password.lack, "\n".join(password.remedy))


def said(seen: list[Sign]) -> str:
    lines = [
        "\n    → ".join((f"- {in_words(sign.what)}", *sign.remedy.splitlines())) for sign in seen
    ]
    if not any(sign.remedy for sign in seen):
        lines.append("Mọi thứ đều sẵn sàng.")
    return "\n".join(lines)
