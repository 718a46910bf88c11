"""A site of Hugo: its folder of Markdown, with front matter and page bundles."""

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ....domain.text.vietnamese import slug
from ....vocabulary import labels
from ...old_article import OldArticle, OldCategory, OldKind
from ..left_out import LeftKind, LeftLog
from .front_matter import FrontMatter, UnreadableFrontMatter, read_front_matter
from .hugo_shortcodes import without_codes
from .text_folder import TextOfFolder, no_text, require_folder, setting_in, texts_in

_ENDINGS = (".md", ".markdown", ".html")
_SETTINGS = tuple(
    f"{folder}{name}.{kind}"
    for folder in ("", "config/_default/")
    for name in ("hugo", "config")
    for kind in ("toml", "yaml", "yml", "json")
)
_LANGUAGE = re.compile(r"\.([a-z]{2}(?:-[a-z]{2})?)$", re.IGNORECASE)
_PLACE = re.compile(r":(\w+)")


class HugoSite:
    """The reader of a folder: that of the project, or its content."""

    name = "Hugo"

    def __init__(self, place: Path) -> None:
        require_folder(place, self.name)
        self.place = place
        self._settings = _settings_of(place)
        self._texts = place / "content" if (place / "content").is_dir() else place
        host = (urlsplit(self._settings.word("baseurl")).hostname or "").removeprefix("www.")
        self.hosts = frozenset({host} - {""})
        self.source = f"{host} ({place.resolve().name})" if host else place.resolve().name
        self._addresses: dict[str, str] = {}

    def entries(self, left: LeftLog) -> Iterator[OldArticle]:
        if not self._addresses:
            for text in texts_in(self._texts, _ENDINGS, LeftLog()):
                if head := _head(text, LeftLog()):
                    self._addresses[text.path] = self._address(text.path, head)
            if not self._addresses:
                raise no_text(self.place, self.name)
        for text in texts_in(self._texts, _ENDINGS, left):
            if (head := _head(text, left)) and (article := self._article(text, head, left)):
                yield article

    def _article(self, text: TextOfFolder, head: FrontMatter, left: LeftLog) -> OldArticle | None:
        if head.is_true("draft"):
            left.leave(LeftKind.DRAFT, text.path, head.word("title"))
            return None
        if self._is_of_another_language(text.path):
            left.leave(LeftKind.OTHER_TYPE, text.path, head.word("title"))
            return None
        folder = posixpath.dirname(text.path)
        body, lost = without_codes(head.body, lambda path: self._named(path, folder))
        section = text.path.split("/")[0] if "/" in text.path else ""
        categories = head.words("categories", "category") or _section_as_category(section)
        return OldArticle(
            entry=text.path,
            title=head.word("title", "linktitle"),
            published=_day(text.path, head),
            updated=head.moment("lastmod"),
            body=body,
            base=f"/{folder}/" if _is_bundle(text.path) else self._addresses[text.path],
            addresses=(self._addresses[text.path], *head.words("aliases")),
            kind=OldKind.ARTICLE if section else OldKind.PAGE,
            summary=head.word("summary", "description"),
            is_markdown=not text.path.endswith(".html"),
            authors=head.words("authors", "author"),
            categories=tuple(OldCategory(code=slug(one), name=one) for one in categories),
            tags=head.words("tags", "keywords"),
            cover=_cover(head),
            left=lost,
        )

    def _is_of_another_language(self, path: str) -> bool:
        found = _LANGUAGE.search(posixpath.splitext(path)[0])
        usual = self._settings.word("defaultcontentlanguage") or "vi"
        return bool(found) and found is not None and found[1].lower() not in (usual, "vi")

    def _address(self, path: str, head: FrontMatter) -> str:
        if url := head.word("url"):
            return f"/{url.lstrip('/')}"
        stem = _LANGUAGE.sub("", posixpath.splitext(path)[0])
        folder, name = posixpath.split(stem)
        if name == "index":
            folder, name = posixpath.split(folder)
        own = head.word("slug")
        section = folder.split("/")[0]
        permalinks: Any = self._settings.facts.get("permalinks")
        if isinstance(permalinks, dict) and isinstance(permalinks.get("page"), dict):
            permalinks = permalinks["page"]
        pattern = permalinks.get(section) if isinstance(permalinks, dict) else None
        if isinstance(pattern, str) and section:
            made = _filled(pattern, name, own, section, head, _day(path, head))
        else:
            made = posixpath.join(folder, own or name)
        # Hugo makes addresses of small letters, blanks as hyphens, marks kept.
        made = re.sub(r"\s+", "-", made.strip("/")).lower()
        is_ugly = self._settings.is_true("uglyurls")
        return f"/{made}.html" if is_ugly else f"/{made}/"

    def _named(self, path: str, folder: str) -> str:
        """The address of a text that another names: post/a.md, a.md, ../a.md#phan-hai."""
        plain, mark, part = path.partition("#")
        for start in (folder, ""):
            found = posixpath.normpath(posixpath.join(start, plain.lstrip("/")))
            for one in (found, f"{found}.md", f"{found}/index.md"):
                if one in self._addresses:
                    return f"{self._addresses[one]}{mark}{part}"
        ends = [p for p in self._addresses if p.endswith(f"/{plain}")]
        return f"{self._addresses[ends[0]]}{mark}{part}" if len(ends) == 1 else path


def _settings_of(place: Path) -> FrontMatter:
    """The settings of the site; none where they cannot be read."""
    found = setting_in(place, _SETTINGS) or setting_in(place.parent, _SETTINGS)
    if found is None:
        return FrontMatter()
    text = found.read_text(encoding="utf-8", errors="replace")
    marks = {".toml": "+++", ".yaml": "---", ".yml": "---"}
    mark = marks.get(found.suffix, "")
    try:
        return read_front_matter(f"{mark}\n{text}\n{mark}\n" if mark else text)
    except UnreadableFrontMatter:
        return FrontMatter()


def _head(text: TextOfFolder, left: LeftLog) -> FrontMatter | None:
    """The front matter of a page; None for that of a list, and for what cannot be read."""
    name = posixpath.basename(text.path)
    if name.startswith("_index."):
        return None
    try:
        head = read_front_matter(text.text)
    except UnreadableFrontMatter:
        left.leave(LeftKind.UNREADABLE, text.path, labels.HEAD_BROKEN)
        return None
    return head if head.facts else None


def _is_bundle(path: str) -> bool:
    return _LANGUAGE.sub("", posixpath.splitext(posixpath.basename(path))[0]) == "index"


def _day(path: str, head: FrontMatter) -> datetime | None:
    from ..moments import moment_in

    found = re.search(r"\d{4}-\d{2}-\d{2}", posixpath.basename(path))
    named = moment_in(found[0]) if found else None
    return head.moment("date", "publishdate", "pubdate") or named


def _section_as_category(section: str) -> tuple[str, ...]:
    usual = ("post", "posts", "blog", "news", "article", "articles", "")
    return () if section.lower() in usual else (section,)


def _cover(head: FrontMatter) -> str:
    keys = ("image", "cover.image", "cover", "featured_image", "featuredimage", "thumbnail")
    return head.word(*keys) or next(iter(head.words("images")), "")


def _filled(
    pattern: str, name: str, own: str, section: str, head: FrontMatter, day: datetime | None
) -> str:
    title = re.sub(r"[^\w-]+", "-", head.word("title").lower()).strip("-")

    def place(found: re.Match[str]) -> str:
        values = {
            "slug": own or title or name,
            "slugorfilename": own or name,
            "slugorcontentbasename": own or name,
            "filename": name,
            "contentbasename": name,
            "title": title,
            "section": section,
            "sections": section,
        }
        if day:
            values |= {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"}
        return values.get(found[1].lower(), "")

    return _PLACE.sub(place, pattern)
