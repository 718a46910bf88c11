"""What is published, as Pelican's own objects: for plugins of others, and themes of Pelican's kind.

They hold nothing but what is public. Their addresses are those of the site, whatever Pelican's
settings say of addresses.
"""

import re
from datetime import date, datetime, time
from typing import Any

from markupsafe import Markup
from pelican import contents
from pelican.generators import Generator
from pelican.urlwrappers import Author, Category, Tag, URLWrapper
from pelican.utils import SafeDatetime

from ...domain.site.article_record import ArticleRecord, Label
from ...domain.text.dates import VIETNAM
from ...pages.article.body import body_html
from ...pages.build.site import Site

_TAG = re.compile(r"<[^>]*>")


class _Published:
    """A text in which links are whole addresses (plugins print texts anywhere), and ways from the
    page to the root of the site where Pelican tells that way.
    """

    site_url: str
    # HTML for templates of Pelican's kind, in an environment that escapes all else.
    is_markup: bool
    _content: str

    def get_content(self, siteurl: str) -> str:
        text = self._content
        if siteurl and siteurl != self.site_url:
            whole, near = f"{self.site_url}/", f"{siteurl}/"
            text = _TAG.sub(lambda tag: tag[0].replace(whole, near), text)
        return Markup(text) if self.is_markup else text


class PublishedArticle(_Published, contents.Article):
    """An article of the edition's public part."""


class PublishedPage(_Published, contents.Page):
    """A standing page or a document of the edition's public part."""


def published_articles(site: Site, generator: Generator) -> list[PublishedArticle]:
    """One object for each published article, newest first."""
    made = []
    for record in site.articles:
        metadata = {
            **_common(record, site, generator),
            "category": _named(Category, record.category, generator),
            "tags": [Tag(tag, generator.settings) for tag in record.tags],
        }
        if record.authors:
            metadata["authors"] = [_named(Author, label, generator) for label in record.authors]
        made.append(_made(PublishedArticle, record, metadata, site, generator))
    return made


def published_pages(site: Site, generator: Generator) -> list[PublishedPage]:
    """One object for each standing page, then one for each document, newest first."""
    records = (*site.publication.pages, *site.publication.documents)
    return [
        _made(PublishedPage, record, _common(record, site, generator), site, generator)
        for record in records
    ]


def _made(
    kind: type[Any], record: ArticleRecord, metadata: dict[str, Any], site: Site, generator: Any
) -> Any:
    text = body_html(
        site.text(record), site, site.school.site_url, with_pictures=bool(record.pictures)
    )
    made = kind(
        str(text),
        metadata=metadata,
        settings=generator.settings,
        source_path=record.path,
        context=generator.context,
    )
    made.site_url = site.school.site_url
    made.is_markup = not generator.settings["NEWSROOM_BUILD"].has_own_theme
    return made


def _common(record: ArticleRecord, site: Site, generator: Generator) -> dict[str, Any]:
    build = generator.settings["NEWSROOM_BUILD"]
    found: dict[str, Any] = {
        "title": record.title,
        "slug": record.slug,
        "summary": record.summary,
        "status": "published",
        "url": record.url,
        # In the newsroom's own theme the newsroom writes the page.
        "save_as": "" if build.has_own_theme else f"{record.url}index.html",
    }
    if record.on:
        at = time.fromisoformat(record.at) if record.at else time.min
        moment = datetime.combine(date.fromisoformat(record.on), at, VIETNAM)
        found["date"] = SafeDatetime.fromtimestamp(moment.timestamp(), VIETNAM)
    return found


def _named(kind: type[URLWrapper], label: Label, generator: Generator) -> URLWrapper:
    """A category or an author, with the last part of its address on this site as slug."""
    code, name, url = label
    made = kind(name, generator.settings)
    made.slug = url.rstrip("/").rpartition("/")[2] or code
    return made
