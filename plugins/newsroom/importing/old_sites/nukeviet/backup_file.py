"""The refusal of a file that is no backup of a database, told by its first bytes."""

import gzip
import re
import zlib
from pathlib import Path

from ....domain.message import Message
from ..kind_of_export import blogger_export, head_of, wordpress_export
from ..old_site import OldSiteRefused

_HEAD = 65_536
_PACKED = b"\x1f\x8b"
_STATEMENT = re.compile(rb"--|/\*|#|(?:CREATE|INSERT|REPLACE|SET|DROP|LOCK|USE|START)\b", re.I)


def is_packed(place: Path) -> bool:
    """True for a file that gzip packed, as NukeViet offers its backups."""
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return file.read(2) == _PACKED


def refuse_no_backup(place: Path) -> None:
    """Raises OldSiteRefused for any file that does not begin as a backup does."""
    head = _unpacked_head(place) if is_packed(place) else head_of(place, "nukeviet")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<?xml", b"<rss", b"<feed")):
        raise blogger_export(place) if b"<feed" in head else wordpress_export(place)
    if not _STATEMENT.match(start):
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-032",
                f"{place.name} không phải bản sao lưu cơ sở dữ liệu (.sql)."
                "\n    → Trên trang cũ: Quản trị › Công cụ web › Sao lưu CSDL, tải tệp .sql hoặc"
                " .sql.gz về.",
            )
        )


def _unpacked_head(place: Path) -> bytes:
    try:
        with gzip.open(place, "rb") as file:
            return file.read(_HEAD)
    except (OSError, EOFError, zlib.error) as error:
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-033",
                f"{place.name} là tệp nén hỏng hoặc tải về chưa hết.\n    → Tải lại từ trang cũ.",
            )
        ) from error
