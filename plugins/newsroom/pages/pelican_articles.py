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

from ..domain.article import Article
from ..domain.dates import VIETNAM
from ..domain.newsroom import Publication


def pelican_articles(
    publication: Publication, generator: ArticlesGenerator
) -> list[contents.Article]:
    """One contents.Article for each published article, newest first."""
    return [_pelican_article(article, generator) for article in publication.articles]


def _pelican_article(article: Article, generator: ArticlesGenerator) -> contents.Article:
    settings = generator.settings
    moment = datetime.combine(article.on, article.at or time.min, VIETNAM)
    text = "".join(part for part in article.body.parts if isinstance(part, str))
    metadata: dict[str, Any] = {
        "title": article.title,
        "slug": article.slug,
        "date": SafeDatetime.fromtimestamp(moment.timestamp(), VIETNAM),
        "summary": article.summary,
        "category": Category(article.category.name, settings),
        "authors": [Author(author.name, settings) for author in article.authors],
        "tags": [Tag(tag, settings) for tag in article.tags],
        "status": "published",
    }
    return contents.Article(
        text,
        metadata=metadata,
        settings=settings,
        source_path=article.path,
        context=generator.context,
    )
