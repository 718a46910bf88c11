"""An export of WordPress (Công cụ › Xuất ra): WXR 1.0 to 1.2."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from ....domain.message import Message
from ...old_article import OldArticle, OldKind
from ..kind_of_export import blogger_export, refuse_no_xml
from ..left_out import LeftKind, LeftLog, NotImported
from ..old_site import OldSiteRefused
from ..xml_export.elements import elements, local, text_in
from .classic_text import with_paragraphs
from .item import WordPressItem, read_item
from .shortcodes import AttachedPicture, without_shortcodes

# rss, channel, and what is in it.
_DEPTH = 3
_STATES = {
    "draft": LeftKind.DRAFT,
    "pending": LeftKind.DRAFT,
    "auto-draft": LeftKind.DRAFT,
    "inherit": LeftKind.DRAFT,
    "private": LeftKind.PRIVATE,
    "future": LeftKind.FUTURE,
    "trash": LeftKind.TRASH,
}
_KINDS = {"post": OldKind.ARTICLE, "page": OldKind.PAGE}
_DYNAMIC = re.compile(r"<!-- wp:([\w/-]+)(?: (\{.*?\}))? /-->", re.DOTALL)
# Blocks that show nothing of their own.
_QUIET = frozenset({"more", "nextpage", "separator", "spacer", "post-title", "post-content"})


class WordPressSite:
    """The reader of an export. The pictures of its library are read first: posts name numbers."""

    name = "WordPress"

    def __init__(self, place: Path) -> None:
        self.place = place
        root = refuse_no_xml(place, "wordpress")
        if root.rpartition(":")[2] == "feed":
            raise blogger_export(place)
        self.hosts: frozenset[str] = frozenset()
        self._site = ""
        self._authors: dict[str, str] = {}
        self._terms: dict[str, str] = {}
        self._pictures: dict[str, AttachedPicture] = {}
        self._of_parent: dict[str, list[str]] = {}
        self._is_prepared = False
        self._refusal: OldSiteRefused | None = None

    @property
    def source(self) -> str:
        return f"{self._site} ({self.place.name})" if self._site else self.place.name

    def entries(self, left: LeftLog) -> Iterator[OldArticle]:
        if not self._is_prepared:
            self._prepare()
        for element, _ in elements(self.place, _DEPTH, left):
            if local(element) == "item":
                item = read_item(element)
                if item.comments:
                    left.leave(LeftKind.COMMENT, count=item.comments)
                if self._is_seen(item, left):
                    yield self._article(item)

    def _prepare(self) -> None:
        """Read the head and the library."""
        kinds: set[str] = set()
        self._is_prepared = True
        # Where the file breaks off is told by whoever reads it for its articles.
        with suppress(OldSiteRefused):
            self._read_library(kinds)
            if not kinds - {""}:
                self._refusal = _no_export(self.place, is_feed="" in kinds)
        if self._refusal:
            raise self._refusal

    def _read_library(self, kinds: set[str]) -> None:
        for element, _ in elements(self.place, _DEPTH, LeftLog()):
            match local(element):
                case "base_site_url" | "base_blog_url" | "link":
                    self._take_host(text_in(element))
                case "author":
                    self._take_author(element)
                case "category":
                    self._take_term(element)
                case "item":
                    item = read_item(element)
                    kinds.add(item.kind)
                    if item.kind == "attachment" and item.attached:
                        self._take_picture(item)

    def _take_host(self, address: str) -> None:
        host = (urlsplit(address).hostname or "").removeprefix("www.").lower()
        if host:
            self.hosts |= {host}
            self._site = self._site or host

    def _take_author(self, element: Element) -> None:
        facts = {local(one): text_in(one) for one in element}
        if login := facts.get("author_login"):
            self._authors[login] = facts.get("author_display_name") or login

    def _take_term(self, element: Element) -> None:
        facts = {local(one): text_in(one) for one in element}
        if number := facts.get("term_id"):
            self._terms[number] = facts.get("cat_name", "")

    def _take_picture(self, item: WordPressItem) -> None:
        self._pictures[item.number] = AttachedPicture(url=item.attached, caption=item.excerpt)
        if item.parent not in ("", "0"):
            self._of_parent.setdefault(item.parent, []).append(item.number)

    def _is_seen(self, item: WordPressItem, left: LeftLog) -> bool:
        """True for what readers saw as an article or a page; the rest is left with its reason."""
        reason = _STATES.get(item.status)
        if item.kind == "attachment":
            return False
        if item.kind not in _KINDS:
            left.leave(LeftKind.OTHER_TYPE, item.entry, item.kind)
        elif reason or item.status not in ("publish", "static", "object"):
            left.leave(reason or LeftKind.DRAFT, item.entry, item.title)
        elif item.password:
            left.leave(LeftKind.LOCKED, item.entry, item.title)
        else:
            return True
        return False

    def _article(self, item: WordPressItem) -> OldArticle:
        body, lost = self._body(item)
        primary = self._terms.get(item.meta.get("_yoast_wpseo_primary_category", ""))
        categories = sorted(item.categories, key=lambda one: one.name != primary)
        cover = self._pictures.get(item.meta.get("_thumbnail_id", ""))
        return OldArticle(
            entry=item.entry,
            title=item.title,
            published=item.published,
            updated=item.updated,
            body=body,
            left=lost,
            addresses=item.addresses,
            kind=_KINDS[item.kind],
            summary=item.excerpt,
            authors=(self._authors.get(item.creator, item.creator),) if item.creator else (),
            categories=tuple(categories),
            tags=item.tags,
            cover=cover.url if cover else "",
            cover_caption=cover.caption if cover else "",
        )

    def _body(self, item: WordPressItem) -> tuple[str, tuple[NotImported, ...]]:
        html, codes = without_shortcodes(
            item.body, lambda numbers: self._gallery(numbers, item.number)
        )
        lost = [_lost(code.words, is_form=code.is_form) for code in codes]
        if "<!-- wp:" not in html:
            return with_paragraphs(html), tuple(lost)
        dynamic = (found[1] for found in _DYNAMIC.finditer(html) if found[1] not in _QUIET)
        lost += [_lost(f"wp:{name}", is_form="form" in name) for name in dynamic]
        return html, tuple(lost)

    def _gallery(self, numbers: Sequence[str], post: str) -> list[AttachedPicture]:
        asked = numbers or self._of_parent.get(post, ())
        return [self._pictures[number] for number in asked if number in self._pictures]


def _lost(words: str, *, is_form: bool) -> NotImported:
    return NotImported(kind=LeftKind.FORM if is_form else LeftKind.SHORTCODE, detail=words)


def _no_export(place: Path, *, is_feed: bool) -> OldSiteRefused:
    if is_feed:
        return OldSiteRefused(
            Message(
                "NR-IMPORT-020",
                f"{place.name} là nguồn tin RSS: chỉ có vài bài mới nhất, thiếu ảnh và tác giả."
                "\n    → Vào trang quản trị WordPress, Công cụ › Xuất ra › Tất cả nội dung.",
            )
        )
    return OldSiteRefused(
        Message(
            "NR-IMPORT-021",
            f"{place.name} không có bài nào."
            "\n    → Vào Công cụ › Xuất ra, chọn “Tất cả nội dung”, tải lại tệp.",
        )
    )
