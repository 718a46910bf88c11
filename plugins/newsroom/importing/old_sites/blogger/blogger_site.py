"""A backup of Blogger (Cài đặt › Sao lưu nội dung, or Google Takeout): Atom."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from ....domain.message import Message
from ...old_article import OldArticle, OldCategory, OldKind
from ..kind_of_export import refuse_no_xml, wordpress_export
from ..left_out import LeftKind, LeftLog
from ..old_site import OldSiteRefused
from ..xml_export.elements import elements, local
from .entry import BloggerEntry, read_entry

# feed, and its entries.
_DEPTH = 2
_KINDS = {"post": OldKind.ARTICLE, "page": OldKind.PAGE}
_PICTURE = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_OWN_LINK = re.compile(r"https?://([\w.-]+)(/(?:\d{4}/\d{2}|p)/[^\s\"'<>?#]+\.html)")
# Blogger sent readers to the address of their own country.
_BLOGSPOT = re.compile(r"([\w-]+)\.blogspot(?:\.[a-z]{2,3}){1,2}")
_COUNTRIES = ("com", "com.vn", "sg", "hk", "de", "fr", "jp", "co.uk")


class BloggerSite:
    """The reader of a backup. It is read once for the addresses that its own links use."""

    name = "Blogger"

    def __init__(self, place: Path) -> None:
        self.place = place
        root = refuse_no_xml(place, "blogger").rpartition(":")[2]
        if root == "rss":
            raise wordpress_export(place)
        self.hosts: frozenset[str] = frozenset()
        self._site = ""
        self._is_prepared = False

    @property
    def source(self) -> str:
        return f"{self._site} ({self.place.name})" if self._site else self.place.name

    def entries(self, left: LeftLog) -> Iterator[OldArticle]:
        if not self._is_prepared:
            self._prepare()
        for element, root in elements(self.place, _DEPTH, left):
            if local(root) == "feed" and local(element) == "entry":
                entry = read_entry(element)
                if self._is_seen(entry, left):
                    yield _article(entry)

    def _prepare(self) -> None:
        """Read which entries there are, and the host of the blog."""
        self._is_prepared = True
        kinds: Counter[str] = Counter()
        told: Counter[str] = Counter()
        guessed: Counter[str] = Counter()
        paths: set[str] = set()
        refusal: OldSiteRefused | None = None
        # Where the file breaks off is told by whoever reads it for its articles.
        with suppress(OldSiteRefused):
            for element, _ in elements(self.place, _DEPTH, LeftLog()):
                if local(element) == "entry":
                    entry = read_entry(element)
                    kinds[entry.kind] += 1
                    if entry.kind in _KINDS:
                        paths.add(urlsplit(entry.address).path)
                        told[_host(entry.address)] += 1
                    for host, path in _OWN_LINK.findall(entry.body):
                        guessed[f"{_host(f'//{host}')} {path}"] += 1
                elif local(element) == "link" and element.get("rel") == "alternate":
                    told[_host(element.get("href", ""))] += 1
            if not any(kinds[kind] for kind in _KINDS):
                refusal = _no_export(self.place, is_feed=bool(kinds[""]))
        if refusal:
            raise refusal
        own: Counter[str] = Counter()
        for host_and_path, number in guessed.items():
            host, _, path = host_and_path.partition(" ")
            own[host] += number * (path in paths)
        self._take_hosts([host for host in told if host] or [h for h, n in own.items() if n])

    def _take_hosts(self, hosts: list[str]) -> None:
        self._site = next(iter(hosts), "")
        every = set(hosts)
        for host in hosts:
            if found := _BLOGSPOT.fullmatch(host):
                every |= {f"{found[1]}.blogspot.{country}" for country in _COUNTRIES}
        self.hosts = frozenset(every)

    def _is_seen(self, entry: BloggerEntry, left: LeftLog) -> bool:
        if entry.kind == "comment":
            left.leave(LeftKind.COMMENT)
        elif entry.kind in _KINDS:
            if not entry.is_hidden:
                return True
            left.leave(LeftKind.DRAFT, f"post-{entry.number}", entry.title)
        elif entry.kind not in ("settings", "template"):
            left.leave(LeftKind.OTHER_TYPE, f"post-{entry.number}", entry.kind)
        return False


def _article(entry: BloggerEntry) -> OldArticle:
    body = f"<p>{escape(entry.body)}</p>" if entry.is_text else entry.body
    # What Blogger itself shows of an article in a list is its first picture.
    cover = _PICTURE.search(body)
    return OldArticle(
        entry=f"post-{entry.number}",
        title=entry.title,
        published=entry.published,
        updated=entry.updated,
        body=body,
        addresses=tuple(filter(None, (entry.address,))),
        kind=_KINDS[entry.kind],
        authors=tuple(filter(None, (entry.author,))),
        categories=tuple(OldCategory(code=label, name=label) for label in entry.labels),
        cover=cover[1].replace("&amp;", "&") if cover else "",
    )


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.").lower()
    except ValueError:
        return ""


def _no_export(place: Path, *, is_feed: bool) -> OldSiteRefused:
    if is_feed:
        return OldSiteRefused(
            Message(
                "NR-IMPORT-028",
                f"{place.name} là nguồn tin Atom: chỉ có vài bài mới nhất."
                "\n    → Vào Blogger, Cài đặt › Sao lưu nội dung, hoặc takeout.google.com.",
            )
        )
    return OldSiteRefused(
        Message(
            "NR-IMPORT-029",
            f"{place.name} không có bài nào của Blogger."
            "\n    → Vào Cài đặt › Sao lưu nội dung, tải lại tệp; xem có đúng blog không.",
        )
    )
