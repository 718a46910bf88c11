"""A site of Pelican: its folder of Markdown and reStructuredText."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ....domain.text.vietnamese import slug
from ....vocabulary import labels
from ...old_article import OldArticle, OldCategory, OldKind
from ..left_out import LeftKind, LeftLog
from .front_matter import FrontMatter, UnreadableFrontMatter, read_pelican_head
from .pelican_settings import plain_settings
from .restructured_text import read_restructured_text
from .text_folder import TextOfFolder, no_text, require_folder, texts_in

_ENDINGS = (".md", ".markdown", ".mkd", ".rst")
_INTERNAL = re.compile(
    r"\{(?:filename|static|attach)\}(?P<path>[^\s)\"'>\]#]+)|\|(?:filename)\|(?P<old>[^\s)\"'>\]#]+)"
)
_STATES = {"draft": LeftKind.DRAFT, "skip": LeftKind.DRAFT, "hidden": LeftKind.PRIVATE}
_STANDARD_URL = "{slug}.html"
_OUTER = re.compile(r"^(?:readme|license|changelog|contributing)\b", re.IGNORECASE)


class PelicanSite:
    """The reader of a folder: that of the project, or the one that holds the texts."""

    name = "Pelican"

    def __init__(self, place: Path) -> None:
        require_folder(place, self.name)
        self.place = place
        settings = plain_settings(place)
        self._settings = settings
        inner = place / settings.get("PATH", "content")
        is_inside = inner.resolve().is_relative_to(place.resolve())
        self._texts = inner if is_inside and inner.is_dir() else place
        host = (urlsplit(settings.get("SITEURL", "")).hostname or "").removeprefix("www.")
        self.hosts = frozenset({host} - {""})
        self.source = f"{host} ({place.resolve().name})" if host else place.resolve().name
        self._addresses: dict[str, str] = {}

    def entries(self, left: LeftLog) -> Iterator[OldArticle]:
        if not self._addresses:
            for text in texts_in(self._texts, _ENDINGS, LeftLog()):
                if head := self._head(text, LeftLog()):
                    self._addresses[text.path] = self._address(text.path, head)
            if not self._addresses:
                raise no_text(self.place, self.name)
        for text in texts_in(self._texts, _ENDINGS, left):
            if (head := self._head(text, left)) and (article := self._article(text, head, left)):
                yield article

    def _head(self, text: TextOfFolder, left: LeftLog) -> FrontMatter | None:
        """The head of an article or page; None for what is neither, or cannot be read."""
        if _OUTER.match(posixpath.basename(text.path)):
            return None
        try:
            if text.path.endswith(".rst"):
                return read_restructured_text(text.text)
            return read_pelican_head(text.text)
        except (UnreadableFrontMatter, ValueError):
            left.leave(LeftKind.UNREADABLE, text.path, labels.HEAD_BROKEN)
            return None

    def _article(self, text: TextOfFolder, head: FrontMatter, left: LeftLog) -> OldArticle | None:
        state = head.word("status").lower() or self._settings.get("DEFAULT_STATUS", "")
        if reason := _STATES.get(state):
            left.leave(reason, text.path, head.word("title"))
            return None
        folder = posixpath.dirname(text.path)
        is_page = _is_page(text.path)
        category = head.word("category") or (
            folder.split("/")[-1] if folder and not is_page else ""
        )
        authors = head.words("authors", "author") or self._usual_author()
        return OldArticle(
            entry=text.path,
            title=head.word("title"),
            published=self._day(text.path, head),
            updated=head.moment("modified"),
            body=_INTERNAL.sub(lambda found: self._internal(found, folder), head.body),
            base=f"/{folder}/" if folder else "/",
            addresses=(self._addresses[text.path],),
            kind=OldKind.PAGE if is_page else OldKind.ARTICLE,
            summary=head.word("summary", "description"),
            is_markdown=not text.path.endswith(".rst"),
            authors=authors,
            categories=(OldCategory(code=slug(category), name=category),) if category else (),
            tags=head.words("tags", "keywords"),
            cover=head.word("cover", "image", "thumbnail", "featured_image", "banner"),
        )

    def _usual_author(self) -> tuple[str, ...]:
        author = self._settings.get("AUTHOR", "")
        return (author,) if author else ()

    def _day(self, path: str, head: FrontMatter) -> datetime | None:
        from ..moments import moment_in

        found = re.search(r"\d{4}-\d{2}-\d{2}", posixpath.basename(path))
        return head.moment("date") or (moment_in(found[0]) if found else None)

    def _address(self, path: str, head: FrontMatter) -> str:
        is_page = _is_page(path)
        pattern = self._settings.get("PAGE_URL" if is_page else "ARTICLE_URL") or (
            "pages/{slug}.html" if is_page else _STANDARD_URL
        )
        own = head.word("url", "save_as")
        stem = re.sub(r"^\d{4}-\d{2}-\d{2}[-_]?", "", posixpath.splitext(path)[0].split("/")[-1])
        name = head.word("slug") or slug(head.word("title")) or slug(stem)
        day = self._day(path, head)
        made = own or _filled(pattern, name, day, slug(head.word("category")))
        return f"/{made.removesuffix('index.html').lstrip('/')}"

    def _internal(self, found: re.Match[str], folder: str) -> str:
        """The address of a text or file that another text names by its path."""
        typed = unquote(found["path"] or found["old"])
        path = posixpath.normpath(
            typed.lstrip("/") if typed.startswith("/") else posixpath.join(folder, typed)
        )
        return self._addresses.get(path, f"/{path}")


def _is_page(path: str) -> bool:
    return "pages" in path.split("/")[:-1]


def _filled(pattern: str, name: str, day: datetime | None, category: str) -> str:
    """A pattern such as {date:%Y}/{date:%m}/{slug}/ with its places filled."""

    def place(found: re.Match[str]) -> str:
        if found[1] == "date" and day:
            return day.strftime(found[2] or "%Y-%m-%d")
        values: Mapping[str, str] = {"slug": name, "category": category}
        return values.get(found[1], "")

    return re.sub(r"\{(\w+)(?::([^{}]*))?\}", place, pattern)
