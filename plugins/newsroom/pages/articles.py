"""One page for each published article."""

from collections.abc import Iterator
from dataclasses import replace

from ..domain.article import Article
from .page import Page
from .site import Link, Site
from .views import article_view


def article_pages(site: Site) -> Iterator[Page]:
    """Every published article; each page depends on the article and its two neighbours."""
    newest_first = site.articles
    for n, article in enumerate(newest_first):
        newer = newest_first[n - 1] if n else None
        older = newest_first[n + 1] if n + 1 < len(newest_first) else None
        yield article_page(article, site, newer=_link(newer), older=_link(older))


def article_page(
    article: Article,
    site: Site,
    *,
    newer: Link | None = None,
    older: Link | None = None,
    url: str = "",
) -> Page:
    """The page of one article, at its own address or, for a preview, at another."""
    page = Page(url=url or article.url, template="article", updated=article.on)
    return replace(
        page,
        context={
            "article": article_view(article, site, page.root),
            "newer": newer,
            "older": older,
            "reasons": (),
        },
    )


def _link(article: Article | None) -> Link | None:
    return Link(article.title, article.url) if article else None
