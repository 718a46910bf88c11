"""One `<item>` of an export of WordPress, as plain facts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from ...old_article import OldCategory
from ..moments import moment_in
from ..xml_export.elements import local, text_in

_OF_VIETNAM = timedelta(hours=7)


@dataclass(frozen=True, kw_only=True)
class WordPressItem:
    """The facts of an item, as they are written; times are Vietnamese, without a zone."""

    facts: dict[str, str]
    meta: dict[str, str] = field(default_factory=dict)
    categories: tuple[OldCategory, ...] = ()
    tags: tuple[str, ...] = ()
    comments: int = 0

    @property
    def entry(self) -> str:
        return f"wp_posts {self.number}" if self.number else self.facts.get("link", "")

    @property
    def number(self) -> str:
        return self.facts.get("post_id", "")

    @property
    def kind(self) -> str:
        return self.facts.get("post_type", "")

    @property
    def status(self) -> str:
        return self.facts.get("status", "")

    @property
    def password(self) -> str:
        return self.facts.get("post_password", "")

    @property
    def parent(self) -> str:
        return self.facts.get("post_parent", "")

    @property
    def creator(self) -> str:
        return self.facts.get("creator", "")

    @property
    def attached(self) -> str:
        return self.facts.get("attachment_url", "")

    @property
    def title(self) -> str:
        return self.facts.get("title", "")

    @property
    def body(self) -> str:
        return self.facts.get("content", "")

    @property
    def excerpt(self) -> str:
        return self.facts.get("excerpt", "")

    @cached_property
    def published(self) -> datetime | None:
        return (
            moment_in(self.facts.get("post_date_gmt", ""), _OF_VIETNAM)
            or moment_in(self.facts.get("post_date", ""))
            or moment_in(self.facts.get("pubDate", ""))
        )

    @cached_property
    def updated(self) -> datetime | None:
        return moment_in(self.facts.get("post_modified_gmt", ""), _OF_VIETNAM) or moment_in(
            self.facts.get("post_modified", "")
        )

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its permalink, those before it changed its name, and the short one by its number."""
        link = self.facts.get("link", "")
        guid = self.facts.get("guid", "")
        found = [link, *self._former_names(link), guid if guid.startswith("http") else ""]
        if self.number:
            found.append(f"/?p={self.number}")
        return tuple(dict.fromkeys(filter(None, found)))

    def _former_names(self, link: str) -> Iterator[str]:
        name = self.facts.get("post_name", "")
        if name and f"/{name}" in urlsplit(link).path:
            for old in self.facts.get("_wp_old_slug", "").split("\n"):
                if old:
                    yield link.replace(f"/{name}", f"/{old}")


def read_item(element: Element) -> WordPressItem:
    facts: dict[str, str] = {}
    meta: dict[str, str] = {}
    categories: list[OldCategory] = []
    tags: list[str] = []
    old_names: list[str] = []
    comments = 0
    for one in element:
        name = local(one)
        if name == "encoded":
            name = "excerpt" if "excerpt" in str(one.tag) else "content"
        if name == "category":
            found = one.get("domain", "category"), text_in(one)
            if found[0] == "category" and found[1]:
                categories.append(OldCategory(code=one.get("nicename", ""), name=found[1]))
            elif found[0] in ("post_tag", "tag") and found[1]:
                tags.append(found[1])
        elif name == "postmeta":
            key, value = (text_in(_child(one, part)) for part in ("meta_key", "meta_value"))
            if key == "_wp_old_slug":
                old_names.append(value)
            elif key in _META:
                meta[key] = value
        elif name == "comment":
            comments += 1
        else:
            facts.setdefault(name, text_in(one))
    facts["_wp_old_slug"] = "\n".join(old_names)
    return WordPressItem(
        facts=facts,
        meta=meta,
        categories=tuple(categories),
        tags=tuple(tags),
        comments=comments,
    )


_META = frozenset({"_thumbnail_id", "_yoast_wpseo_primary_category"})


def _child(element: Element, name: str) -> Element | None:
    return next((one for one in element if local(one) == name), None)
