"""doctor: what the machine, the repository and the settings lack, with the line to type."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..deploy.sending import CannotDeploy
from ..deploy.settings import PASSWORDS, block_for, secrets_in

# What a build of a large school needs beside it, in bytes.
ROOM = 500_000_000


class Ailment(NamedTuple):
    """Something that lacks: what it is for, and what to type or do. `is_grave`: nothing works."""

    what: str
    remedy: str
    is_grave: bool = False


def ailments(root: Path, settings: Mapping[str, Any]) -> Iterator[Ailment]:
    yield from _of_the_machine(root)
    yield from _of_the_repository(root)
    yield from _of_deploying(settings)
    for problem in secrets_in(root):
        yield Ailment(f"{problem.path}:{problem.line}: {problem.message}", problem.hint, True)


def _of_the_machine(root: Path) -> Iterator[Ailment]:
    free = shutil.disk_usage(root).free
    if free < ROOM:
        yield Ailment(f"Đĩa chỉ còn {free // 1_000_000} MB.", "Dọn bớt tệp trên đĩa.")
    if not os.access(root, os.W_OK):
        yield Ailment(f"Không ghi được vào {root}.", "Xin quyền ghi thư mục này.", True)
    if not shutil.which("git"):
        yield Ailment("Chưa có chương trình git.", "Cài từ https://git-scm.com rồi gõ lại.")
    if sys.flags.optimize:
        yield Ailment("Python chạy với -O.", "Bỏ biến PYTHONOPTIMIZE.")


def _of_the_repository(root: Path) -> Iterator[Ailment]:
    for name in ("content/truong.yaml", "content/ke-hoach", "content/tin-bai"):
        if not (root / name).exists():
            yield Ailment(f"Chưa có {name}.", "Xem docs/huong-dan/truong-va-ke-hoach.md.", True)
    if not shutil.which("git"):
        return
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        yield Ailment("Thư mục này chưa nằm trong kho git, nên không biết ai sửa gì.", "git init")
        return
    if _git(root, "rev-parse", "--is-shallow-repository") == "true":
        yield Ailment("Kho git lấy về thiếu lịch sử.", "git fetch --unshallow")
    for key, example in (("user.name", "Họ Và Tên"), ("user.email", "ten@truong.example")):
        if not _git(root, "config", key):
            yield Ailment(f"Git chưa biết {key}.", f'git config {key} "{example}"')
    tracked = _git(root, "ls-files", "output", "desk", ".cache", "reports")
    if tracked:
        yield Ailment(
            "Kho git giữ cả những gì máy dựng ra, trong đó có thể có bài chưa duyệt.",
            "git rm -r --cached output desk .cache reports",
            True,
        )


def _git(root: Path, *words: str) -> str | None:
    made = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    return made.stdout.strip() if not made.returncode else None


def _of_deploying(settings: Mapping[str, Any]) -> Iterator[Ailment]:
    blocks = settings.get("DEPLOY") or {}
    if not blocks:
        yield Ailment(
            "Chưa có cách đưa trang lên máy chủ (trừ khi kho tự đăng).",
            "Xem docs/huong-dan/dang-len-may-chu.md.",
        )
    for way in blocks:
        try:
            block = block_for(way, settings)
        except CannotDeploy as error:
            yield Ailment(str(error), "Sửa khối DEPLOY trong publishconf.py.", True)
            continue
        if way in PASSWORDS and not os.environ.get(PASSWORDS[way]) and "key_file" not in block:
            yield Ailment(f"Chưa có mật khẩu {way}.", f"Đặt biến môi trường {PASSWORDS[way]}.")
        if way == "rsync" and not shutil.which("rsync"):
            yield Ailment("Chưa có chương trình rsync.", "sudo apt install rsync")
        if way == "sftp" and not _has("paramiko"):
            yield Ailment(
                "Chưa cài paramiko.",
                ".venv/bin/pip install --require-hashes -r requirements-sftp.txt",
            )


def _has(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def said(found: list[Ailment]) -> str:
    if not found:
        return "Mọi thứ đều sẵn sàng."
    return "\n".join(f"- {ailment.what}\n    → {ailment.remedy}" for ailment in found)
