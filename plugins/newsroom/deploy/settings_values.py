"""The values in a block of DEPLOY: each of its type, and none that a program takes as an option."""

import os
import re
from collections.abc import Callable, Mapping
from typing import Any

from ..domain.site.host_limits import SERVICES

_NAME_OF_HOST = re.compile(r"(?!-)[A-Za-z0-9.-]+|[0-9A-Fa-f:.]+")
_NAME_IN_GIT = re.compile(r"(?![-./])(?!.*(?:\.\.|//|/\.|\.lock|/$))[\w./-]+")
_NAME_OF_SITE = re.compile(r"(?:(?!-)[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+|")


def _is_port(value: Any) -> bool:
    return type(value) is int and 0 < value < 65_536


def _is_line(value: Any) -> bool:
    return isinstance(value, str | os.PathLike) and str(value).isprintable()


def _is_like(form: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and form.fullmatch(value) is not None


def _is_target(value: Any) -> bool:
    """user@host:folder, or a folder; ssh would take a host, and rsync a folder, for an option."""
    if not _is_line(value) or str(value).startswith("-"):
        return False
    host, colon, _ = str(value).partition("/")[0].partition(":")
    return not colon or not host.rpartition("@")[2].startswith("-")


def _is_key(value: Any) -> bool:
    # It stands in quotes in the line that rsync makes of it.
    return _is_line(value) and not {*str(value)} & {"'", '"'}


def _is_service(value: Any) -> bool:
    return isinstance(value, str) and value in SERVICES


_CHECKS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "port": (_is_port, "là một số từ 1 đến 65535, không có dấu nháy"),
    "host": (_is_like(_NAME_OF_HOST), "là tên máy chủ, ví dụ “ftp.truong.example”"),
    "user": (
        lambda value: isinstance(value, str) and _is_line(value) and value[:1] not in ("", "-"),
        "là tên đăng nhập, trên một dòng, không bắt đầu bằng dấu -",
    ),
    "target": (_is_target, "có dạng “ten@may-chu:/thu/muc”, không bắt đầu bằng dấu -"),
    "ssh_key": (_is_key, "là đường dẫn tới tệp khóa, không có dấu nháy"),
    "remote": (_is_like(_NAME_IN_GIT), "là tên kho trong git, ví dụ “origin”"),
    "branch": (_is_like(_NAME_IN_GIT), "là tên nhánh trong git, ví dụ “gh-pages”"),
    "service": (_is_service, f"là một trong: {', '.join(SERVICES)}"),
    "cname": (_is_like(_NAME_OF_SITE), "là tên miền, ví dụ “truong.example”, hoặc “”"),
}
_ANY = (_is_line, "là chữ trên một dòng")


def value_fault(key: str, value: Any) -> str:
    """The form that a wrong value has to have, in Vietnamese; empty where the value is right."""
    is_right, what = _CHECKS.get(key, _ANY)
    return "" if is_right(value) else what
