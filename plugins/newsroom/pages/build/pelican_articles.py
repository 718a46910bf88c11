"""The published articles as Pelican's own objects, for plugins that expect them.

A theme or plugin from elsewhere reads `context["articles"]`; ours do not. The objects hold only
what is published anyway.
"""

from datetime import datetime, time
from typing import Any

from pelican import contents
from pelican.generators import ArticlesGenerator
from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime

from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import VIETNAM
from ..article.body import body_html
from .site import Site


def pelican_articles(site: Site, generator: ArticlesGenerator) -> list[contents.Article]:
    """One contents.Article for each published article, newest first."""
    return [_pelican_article(article, site, generator) for article in site.articles]


def _pelican_article(
    article: ArticleRecord, site: Site, generator: ArticlesGenerator
) -> contents.Article:
    settings = generator.settings
    moment = datetime.combine(article.on, article.at or time.min, VIETNAM)
    # Such plugins print texts anywhere, so links in them are whole addresses.
    text = body_html(
        site.text(article), site, site.school.site_url, with_pictures=bool(article.pictures)
    )
    metadata: dict[str, Any] = {
        "title": article.title,
        "slug": article.slug,
        "date": SafeDatetime.fromtimestamp(moment.timestamp(), VIETNAM),
        "summary": article.summary,
        "category": Category(article.category.name, settings),
        "authors": [Author(ref.name, settings) for ref in article.authors],
        "tags": [Tag(tag, settings) for tag in article.tags],
        "status": "published",
    }
    return contents.Article(
        str(text),
        metadata=metadata,
        settings=settings,
        source_path=article.path,
        context=generator.context,
    )
