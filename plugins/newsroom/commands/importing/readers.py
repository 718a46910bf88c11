"""The readers of old sites by the word for their kind."""

from collections.abc import Callable
from pathlib import Path

from ...domain.message import Message
from ...domain.names.register import nearest
from ...importing.old_sites.old_site import OldSite, OldSiteRefused


def _wordpress(place: Path) -> OldSite:
    from ...importing.old_sites.wordpress.wordpress_site import WordPressSite

    return WordPressSite(place)


def _blogger(place: Path) -> OldSite:
    from ...importing.old_sites.blogger.blogger_site import BloggerSite

    return BloggerSite(place)


def _pelican(place: Path) -> OldSite:
    from ...importing.old_sites.folders.pelican_site import PelicanSite

    return PelicanSite(place)


def _hugo(place: Path) -> OldSite:
    from ...importing.old_sites.folders.hugo_site import HugoSite

    return HugoSite(place)


def _nukeviet(place: Path) -> OldSite:
    from ...importing.old_sites.nukeviet.nukeviet_site import NukeVietSite

    return NukeVietSite(place)


READERS: dict[str, Callable[[Path], OldSite]] = {
    "wordpress": _wordpress,
    "blogger": _blogger,
    "pelican": _pelican,
    "hugo": _hugo,
    "nukeviet": _nukeviet,
}


def reader_for(kind: str, source: str) -> OldSite:
    """The reader of an export. Raises OldSiteRefused for a kind or a place that is none."""
    make = READERS.get(kind.strip().lower())
    kinds = ", ".join(READERS)
    if make is None:
        like = nearest(kind.lower(), READERS)
        guess = f" Có phải là “{like}”?" if like else ""
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-004",
                f"Không có loại trang cũ “{kind}”.{guess}\n    → Các loại: {kinds}.",
            )
        )
    if not source:
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-005",
                "Thiếu tệp xuất của trang cũ, ví dụ"
                f"  python3 tasks.py import {kind} {_EXAMPLES[kind]}",
            )
        )
    place = Path(source).expanduser()
    if not place.exists():
        raise OldSiteRefused(
            Message(
                "NR-IMPORT-006",
                f"Không có tệp “{source}”.\n    → Xem lại tên và thư mục của tệp xuất.",
            )
        )
    return make(place)


_EXAMPLES = {
    "wordpress": "xuat-ra.xml",
    "blogger": "blog.xml",
    "nukeviet": "sao-luu.sql",
    "pelican": "trang-cu",
    "hugo": "trang-cu",
}
