"""The block DEPLOY of publishconf.py, and the secrets that must not stand in the project."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..domain.message import Message
from ..domain.problem import Problem
from .hosts.host import CannotDeploy
from .passwords import VARIABLES
from .settings_values import value_fault

# For each way to deploy: what its block must say, and what it may.
KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "folder": (("path",), ("service",)),
    "rsync": (("target",), ("ssh_key", "port")),
    "ftp": (("host", "user"), ("folder", "port", "ca_file")),
    "sftp": (("host", "user"), ("folder", "port", "key_file", "known_hosts")),
    "github": ((), ("remote", "branch", "cname")),
}
_SECRET_NAME = r"pass(?:word|wd|phrase)?|pwd|secret|token|api_?key|mat_?khau|mật khẩu"
_SECRETS = re.compile(
    rf"""["']?\b\w*(?:{_SECRET_NAME})\w*["']?\s*[:=]\s*["'][^"'\s]{{3,}}["']"""
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:ftps?|sftp|ssh|https?)://[^/\s:@]+:[^/\s:@]+@"
    r"|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_[A-Za-z0-9_]{30,}",
    re.IGNORECASE,
)
_SECRET_FILES = re.compile(r"^(?:\.env(?:\..+)?|\.netrc|id_[a-z0-9]+|.+\.(?:pem|key|ppk))$")
_SETTINGS = ("publishconf.py", "pelicanconf.py", "truong.yaml")


def no_such_way(way: str) -> CannotDeploy:
    """The error for a way to deploy that there is not."""
    return CannotDeploy(
        Message("NR-DEPLOY-036", f"Không có cách đăng “{way}”; chọn một trong: {', '.join(KEYS)}.")
    )


def block_for(way: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    """The block of DEPLOY for a way to deploy. Raises CannotDeploy."""
    if way not in KEYS:
        raise no_such_way(way)
    blocks = settings.get("DEPLOY") or {}
    given = (blocks.get(way) or {}) if isinstance(blocks, Mapping) else blocks
    if not isinstance(given, Mapping):
        raise CannotDeploy(
            Message(
                "NR-DEPLOY-037",
                "DEPLOY trong publishconf.py phải có dạng  DEPLOY = {“ftp”: {“host”: …, “user”:"
                " …}}. Xem docs/huong-dan/dang-len-may-chu.md.",
            )
        )
    block = {str(key): value for key, value in given.items()}
    must, may = KEYS[way]
    for key in block:
        if re.search(_SECRET_NAME, key, re.IGNORECASE):
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-038",
                    f"Không ghi mật khẩu vào tệp cài đặt: xóa “{key}” khỏi DEPLOY, đổi mật khẩu ấy,"
                    " rồi cất vào kho mật khẩu của hệ thống hoặc đặt biến môi trường"
                    f" {VARIABLES.get(way, '')}: xem docs/huong-dan/dang-len-may-chu.md.",
                )
            )
        if key not in (*must, *may):
            known = ", ".join((*must, *may))
            raise CannotDeploy(
                Message("NR-DEPLOY-039", f"DEPLOY[“{way}”] không có mục “{key}”; các mục: {known}.")
            )
    if lacking := [key for key in must if not block.get(key)]:
        raise CannotDeploy(
            Message(
                "NR-DEPLOY-040",
                f"publishconf.py thiếu DEPLOY[“{way}”]: {', '.join(lacking)}."
                " Xem docs/huong-dan/dang-len-may-chu.md.",
            )
        )
    for key, value in block.items():
        if what := value_fault(key, value):
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-041",
                    f"DEPLOY[“{way}”][“{key}”] trong publishconf.py ghi {value!r:.80}; mục này"
                    f" {what}.",
                )
            )
    return block


def is_secret_file(name: str) -> bool:
    """True where a file of that name holds keys or passwords."""
    return bool(_SECRET_FILES.match(name))


def secrets_in(root: Path) -> Iterator[Problem]:
    """An error for each secret in the settings and each file of keys in the project's folder."""
    for place in sorted(root.iterdir()) if root.is_dir() else ():
        if is_secret_file(place.name) and place.is_file():
            yield Problem(
                place.name,
                1,
                Message(
                    "NR-DEPLOY-042", "Tệp này giữ khóa hoặc mật khẩu, không được nằm trong kho."
                ),
                "Dời ra ngoài thư mục này; nếu đã đưa lên mạng thì đổi khóa ấy.",
            )
    for place in (root / _SETTINGS[0], root / _SETTINGS[1], root / "content" / _SETTINGS[2]):
        if not place.is_file():
            continue
        text = place.read_text(encoding="utf-8", errors="replace")
        for found in _SECRETS.finditer(text):
            yield Problem(
                place.relative_to(root).as_posix(),
                text.count("\n", 0, found.start()) + 1,
                Message("NR-DEPLOY-043", "Dòng này có vẻ chứa mật khẩu hoặc khóa."),
                "Xóa đi, đổi mật khẩu ấy, rồi cất vào kho mật khẩu của hệ thống hoặc đặt biến"
                " môi trường: xem docs/huong-dan/dang-len-may-chu.md.",
            )
