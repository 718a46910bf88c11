"""One page for each published article."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ...domain.site.article_record import ArticleRecord
from ..build.link import Link
from ..build.page import Page, root_of
from ..build.site import Site
from .around_article import older_alike, share_links, structured_article
from .body import addresses_in
from .views import article_view


def article_pages(site: Site) -> Iterator[Page]:
    """Every published article; each page depends on it, its two neighbours and older ones."""
    around = zip(
        (None, *site.articles),
        site.articles,
        (*site.articles[1:], None),
        older_alike(site.articles),
        strict=False,
    )
    for newer, article, older, alike in around:
        yield article_page(article, site, newer, older, alike)


def article_page(
    article: ArticleRecord,
    site: Site,
    newer: ArticleRecord | None = None,
    older: ArticleRecord | None = None,
    alike: Sequence[ArticleRecord] = (),
    *,
    url: str = "",
    reasons: tuple[str, ...] = (),
) -> Page:
    """The page of one article, at its own address or, for a preview, at another."""
    neighbours = f"{newer.list_key if newer else '-'} {older.list_key if older else '-'}"
    more = "".join([f" {other.list_key}" for other in alike])
    links = f" {addresses_in(article, site)}" if article.links or article.listings else ""
    return Page(
        url or article.url,
        f"{article.page_key} {neighbours}{more}{links}",
        partial(_context, article, site, newer, older, alike, url, reasons),
        "article",
        article.on,
    )


def _context(
    article: ArticleRecord,
    site: Site,
    newer: ArticleRecord | None,
    older: ArticleRecord | None,
    alike: Sequence[ArticleRecord],
    url: str,
    reasons: tuple[str, ...],
) -> Mapping[str, Any]:
    view = article_view(article, site, root_of(url or article.url))
    return {
        "article": view,
        # What is not public is neither passed on nor told to machines.
        "share": share_links(view, site.school) if not reasons else (),
        "structured": structured_article(article, view, site) if not reasons else "",
        "alike": [Link(other.title, other.url) for other in alike],
        "newer": Link(newer.title, newer.url) if newer else None,
        "older": Link(older.title, older.url) if older else None,
        "reasons": reasons,
    }
