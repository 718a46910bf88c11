"""The files that programs read: Atom feeds, the site map, robots.txt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any, NamedTuple

from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ..article.views import in_vietnam, moment, updated
from ..build.link import Link
from ..build.page import Page, key_of_list, text_file
from ..build.site import Site
from .listings import authors, feed_url

NEWEST = 30
# Pages that say that something is not there.
UNLISTED = frozenset({"not_found", "removed"})


class FeedEntry(NamedTuple):
    """An article in a feed; `moment` is when it came out, as RFC 3339 writes it.

    `updated` is the same, or the end of the day on which it was last corrected.
    """

    title: str
    url: str
    summary: str
    moment: str
    updated: str
    authors: tuple[str, ...]
    category: str


def feed_pages(site: Site) -> Iterator[Page]:
    """One feed for all news, one for each category, group and author.

    Requirement A14 (S1): officers pull.
    """
    yield _feed(site, site.school.name, f"{Section.FEEDS}/all.atom.xml", "", site.articles)
    for category in site.categories:
        yield _feed_of(site, site.link_to(category), site.by_category.get(category.code, ()))
    for group in site.groups:
        yield _feed_of(site, site.link_to(group), site.by_group.get(group.code, ()))
    for author, articles in authors(site):
        yield _feed_of(site, author, articles)


def _feed_of(site: Site, of: Link, articles: Sequence[ArticleRecord]) -> Page:
    return _feed(site, f"{site.school.name} – {of.name}", feed_url(of.url), of.url, articles)


def _feed(site: Site, title: str, url: str, of: str, articles: Sequence[ArticleRecord]) -> Page:
    newest = articles[:NEWEST]
    # A correction moves the time of its entry alone.
    times = [updated(article) for article in newest]
    # A feed without entries is dated by its plan, not by the clock.
    changed = max(times, default=in_vietnam(site.plans[0].term.first))
    head = {"title": title, "of": of, "changed": changed}
    key = key_of_list((head, times), newest)
    return Page(url, key, partial(_entries, head, newest), "feed.xml")


def _entries(head: Mapping[str, Any], articles: Sequence[ArticleRecord]) -> Mapping[str, Any]:
    return {
        **head,
        "entries": [
            FeedEntry(
                title=article.title,
                url=article.url,
                summary=article.summary,
                moment=moment(article),
                updated=updated(article),
                authors=tuple(ref.name for ref in article.authors),
                category=article.category.name,
            )
            for article in articles
        ],
    }


def sitemap_page(site: Site, pages: Iterable[Page]) -> Page:
    """Every page that has content of its own, with the day it last changed.

    Addresses hold nothing that needs escaping.
    """
    start = f"<url><loc>{escape(site.school.site_url)}/"
    entries = "".join(
        f"{start}{page.url}</loc><lastmod>{page.updated}</lastmod></url>\n"
        if page.updated
        else f"{start}{page.url}</loc></url>\n"
        for page in pages
        if page.template and page.template not in UNLISTED
    )
    return text_file(
        "sitemap.xml",
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n',
    )


def robots_page(site: Site) -> Page:
    """Everything may be read by search engines; the desk by none."""
    if site.is_desk:
        return text_file("robots.txt", "User-agent: *\nDisallow: /\n")
    address = site.school.site_url
    # Of a site that has no address yet nobody could find it.
    sitemap = f"Sitemap: {address}/sitemap.xml\n" if address else ""
    return text_file("robots.txt", f"User-agent: *\nAllow: /\n{sitemap}")
