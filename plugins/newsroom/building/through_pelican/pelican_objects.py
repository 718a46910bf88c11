"""Published items as Pelican's own objects: for plugins of others, and themes of Pelican's kind.

They hold nothing but what is public. Their addresses are those of the site, whatever Pelican's
settings say of addresses.
"""

import re
from datetime import datetime, time
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup
from pelican import contents
from pelican.generators import Generator
from pelican.urlwrappers import Author, Category, Tag, URLWrapper
from pelican.utils import SafeDatetime

from ...domain.content.content_item import ContentKind
from ...domain.content.ref import Ref
from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import VIETNAM, in_numbers
from ...domain.text.vietnamese import slug
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
            metadata["authors"] = [_named(Author, ref, generator) for ref in record.authors]
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
    made = kind(
        _text(record, site),
        metadata=metadata,
        settings=generator.settings,
        source_path=record.path,
        context=generator.context,
    )
    made.site_url = site.school.site_url
    made.is_markup = not generator.settings["NEWSROOM_BUILD"].has_own_theme
    return made


def _text(record: ArticleRecord, site: Site) -> str:
    """Corrections, the text, the pictures at its end and its files, as HTML for any template."""
    root = site.school.site_url
    parts = [
        Markup("<p><strong>Đính chính ngày {}:</strong> {}</p>").format(in_numbers(c.on), c.reason)
        for c in record.corrections
    ]
    parts.append(body_html(site.text(record), site, root, with_pictures=bool(record.pictures)))
    for path in record.gallery:
        if picture := site.picture(path):
            tag = '<p><img src="{}/{}" width="{}" height="{}" alt=""></p>'
            parts.append(Markup(tag).format(root, picture.plain_url, picture.width, picture.height))
    if record.video and record.video.link:
        parts.append(Markup('<p><a href="{0}">{0}</a></p>').format(record.video.link))
    for path in (record.paper.files if record.paper else ()) + _video(record):
        name = PurePosixPath(path).name
        link = Markup('<p><a href="{}/{}">{}</a></p>')
        parts.append(link.format(root, site.pictures.files.url(path), name))
    return str(Markup("\n").join(parts))


def _video(record: ArticleRecord) -> tuple[str, ...]:
    return (record.video.file,) if record.video and record.video.file else ()


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
    if record.kind is not ContentKind.PAGE:
        moment = datetime.combine(record.on, record.at or time.min, VIETNAM)
        found["date"] = SafeDatetime.fromtimestamp(moment.timestamp(), VIETNAM)
    return found


def _named(kind: type[URLWrapper], ref: Ref, generator: Generator) -> URLWrapper:
    """A category or an author, with the last part of its address on this site as slug."""
    made = kind(ref.name, generator.settings)
    made.slug = ref.url.rstrip("/").rpartition("/")[2] or slug(ref.name)
    return made
