"""What programs read: Atom feeds, the site map, robots.txt."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from io import StringIO
from xml.sax.saxutils import escape

from feedgenerator import Atom1Feed

from ..domain.article import Article
from ..domain.dates import VIETNAM
from .page import Page
from .site import Site

NEWEST = 30


def feed_pages(site: Site) -> Iterator[Page]:
    """One feed for all news, one per category. Requirement A14 (S1): officers pull."""
    yield _feed(site, site.school.name, "feeds/all.atom.xml", "", site.articles)
    for category in site.categories:
        title = f"{site.school.name} – {category.name}"
        url = f"feeds/{category.url.strip('/')}.atom.xml"
        yield _feed(site, title, url, category.url, site.by_category[category.code])


def _feed(site: Site, title: str, url: str, page_url: str, articles: Sequence[Article]) -> Page:
    base = f"{site.school.site_url}/"
    feed = _DatedFeed(
        title=title,
        link=base + page_url,
        description=site.school.description,
        feed_url=base + url,
        feed_guid=base + url,
        language="vi",
    )
    # A feed without entries is dated by its plan, not by the clock.
    feed.empty_since = datetime.combine(site.plans[0].term.first, time.min, VIETNAM)
    for article in articles[:NEWEST]:
        moment = datetime.combine(article.on, article.at or time.min, VIETNAM)
        feed.add_item(
            title=article.title,
            link=base + article.url,
            unique_id=base + article.url,
            description=article.summary,
            author_name=", ".join(author.name for author in article.authors),
            categories=[article.category.name],
            pubdate=moment,
            updateddate=moment,
        )
    text = StringIO()
    feed.write(text, "utf-8")
    return Page(url=url, text=text.getvalue())


class _DatedFeed(Atom1Feed):
    """The library dates an empty feed by the clock; ours must be the same every day."""

    empty_since: datetime

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=self.empty_since)


def sitemap_page(site: Site, pages: Iterable[Page]) -> Page:
    """Every page that has content of its own, with the day it last changed."""
    entries = "".join(
        f"<url><loc>{escape(f'{site.school.site_url}/{page.url}')}</loc>"
        + (f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else "")
        + "</url>\n"
        for page in pages
        if page.template and page.url != "404.html"
    )
    return Page(
        url="sitemap.xml",
        text='<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n',
    )


def robots_page(site: Site) -> Page:
    """Everything may be read by search engines; the desk by none."""
    if site.is_desk:
        return Page(url="robots.txt", text="User-agent: *\nDisallow: /\n")
    return Page(
        url="robots.txt",
        text=f"User-agent: *\nAllow: /\nSitemap: {site.school.site_url}/sitemap.xml\n",
    )
