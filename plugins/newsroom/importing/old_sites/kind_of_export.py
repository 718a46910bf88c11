"""The kind of a file that was given to `import`, told by its first bytes."""

import re
from pathlib import Path

from ...domain.message import Message
from .old_site import OldSiteRefused

_HEAD = 65_536
_SQL = re.compile(rb"^\s*(?:--|/\*|CREATE |INSERT |SET |DROP |LOCK )", re.IGNORECASE)
_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ")


def refuse_no_xml(place: Path, asked: str) -> str:
    """The name of the root of an XML file with its prefix; Raises OldSiteRefused for any other.

    `asked` is the kind that somebody typed: wordpress.
    """
    head = head_of(place, asked)
    if _SQL.match(head):
        raise other_kind(
            place, "một bản sao lưu cơ sở dữ liệu (.sql)", f"import nukeviet {place.name}"
        )
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[")):
        raise _not_xml(place, "tệp JSON")
    if start[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise _not_xml(place, "một trang web lưu lại (có khi là trang đăng nhập)")
    if b"<" not in head and b"<\x00" not in head:
        raise _not_xml(place, "tệp chữ thường")
    found = re.search(
        rb"<\s*([A-Za-z_][\w.:-]*)[\s>]", re.sub(rb"<!--.*?-->", b"", head, flags=re.S)
    )
    return found[1].decode("ascii") if found else ""


def head_of(place: Path, asked: str) -> bytes:
    """The first bytes of a file. Raises OldSiteRefused for a folder, nothing, or a packed file."""
    if place.is_dir():
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-009",
                f"{place.name} là một thư mục."
                f"\n    → Ghi tệp xuất của trang cũ sau  import {asked} ; thư mục ảnh thì ghi sau"
                " --files .",
            )
        )
    try:
        with place.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-010",
                f"Không đọc được {place.name}: {error.strerror or error}."
                "\n    → Xem tệp có mở được không.",
            )
        ) from error
    if not head.strip(b"\0 \t\r\n"):
        raise OldSiteRefused(
            Message("NR-IMPORT-011", f"{place.name} trống.\n    → Xuất và tải lại từ trang cũ.")
        )
    if head.startswith(_PACKED):
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-012",
                f"{place.name} là tệp nén.\n    → Giải nén rồi ghi tên tệp bên trong.",
            )
        )
    return head


def other_kind(place: Path, is_what: str, command: str) -> OldSiteRefused:
    """The refusal of what another reader takes; `command` is the one to type instead."""
    return OldSiteRefused(
        Message(
            "NR-IMPORT-013",
            f"{place.name} là {is_what}.\n    → Gõ  python3 tasks.py {command}",
        )
    )


def blogger_export(place: Path) -> OldSiteRefused:
    """The refusal of an export that the reader of Blogger takes."""
    return other_kind(place, "tệp của Blogger", f"import blogger {place.name}")


def wordpress_export(place: Path) -> OldSiteRefused:
    """The refusal of an export that the reader of WordPress takes."""
    return other_kind(place, "tệp của WordPress", f"import wordpress {place.name}")


def _not_xml(place: Path, is_what: str) -> OldSiteRefused:
    return OldSiteRefused(
        Message(
            "NR-IMPORT-014",
            f"{place.name} là {is_what}, không phải tệp xuất."
            "\n    → Cách xuất từng loại trang cũ: docs/huong-dan/nhap-bai-cu.md.",
        )
    )
