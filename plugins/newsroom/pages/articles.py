"""One page for each published article."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from ..domain.docket import Docket
from .body import addresses_in
from .link import Link
from .page import Page, root_of
from .site import Site
from .views import article_view


def article_pages(site: Site) -> Iterator[Page]:
    """Every published article; each page depends on the article and its two neighbours."""
    newest_first = (None, *site.articles, None)
    for newer, article, older in zip(newest_first, site.articles, newest_first[2:], strict=False):
        yield article_page(article, site, newer, older)


def article_page(
    article: Docket,
    site: Site,
    newer: Docket | None = None,
    older: Docket | None = None,
    *,
    url: str = "",
    reasons: tuple[str, ...] = (),
) -> Page:
    """The page of one article, at its own address or, for a preview, at another."""
    neighbours = f"{newer.list_key if newer else '-'} {older.list_key if older else '-'}"
    links = f" {addresses_in(article, site)}" if article.links else ""
    return Page(
        url or article.url,
        f"{article.page_key} {neighbours}{links}",
        partial(_context, article, site, newer, older, url, reasons),
        "article",
        article.on,
    )


def _context(
    article: Docket,
    site: Site,
    newer: Docket | None,
    older: Docket | None,
    url: str,
    reasons: tuple[str, ...],
) -> Mapping[str, Any]:
    return {
        "article": article_view(article, site, root_of(url or article.url)),
        "newer": Link(newer.title, newer.url) if newer else None,
        "older": Link(older.title, older.url) if older else None,
        "reasons": reasons,
    }
