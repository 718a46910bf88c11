"""What programs read: Atom feeds, the site map, robots.txt."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from functools import partial
from html import escape
from io import StringIO

from ..domain.dates import VIETNAM
from ..domain.docket import Docket
from .page import Page, key_of_list, text_file
from .site import Site

NEWEST = 30


def feed_pages(site: Site) -> Iterator[Page]:
    """One feed for all news, one per category. Requirement A14 (S1): officers pull."""
    yield _feed(site, site.school.name, "feeds/all.atom.xml", "", site.articles)
    for category in site.categories:
        title = f"{site.school.name} – {category.name}"
        url = f"feeds/{category.url.strip('/')}.atom.xml"
        articles = site.by_category.get(category.code, ())
        yield _feed(site, title, url, category.url, articles)


def _feed(site: Site, title: str, url: str, page_url: str, articles: Sequence[Docket]) -> Page:
    newest = articles[:NEWEST]
    # A feed without entries is dated by its plan, not by the clock.
    since = site.plans[0].term.first
    head = (title, url, page_url, site.school.site_url, site.school.description, since)
    return Page(
        url,
        key_of_list(head, newest),
        partial(_atom, *head, newest),
    )


def _atom(
    title: str,
    url: str,
    page_url: str,
    site_url: str,
    description: str,
    since: date,
    articles: Sequence[Docket],
) -> str:
    # Imported only where a feed is written: it costs as much as writing twenty pages.
    from feedgenerator import Atom1Feed

    class DatedFeed(Atom1Feed):
        """The library dates an empty feed by the clock; ours must be the same every day."""

        def latest_post_date(self) -> datetime:
            dates = [item["updateddate"] for item in self.items]
            return max(dates, default=_moment(since.isoformat(), ""))

    feed = DatedFeed(
        title=title,
        link=f"{site_url}/{page_url}",
        description=description,
        feed_url=f"{site_url}/{url}",
        feed_guid=f"{site_url}/{url}",
        language="vi",
    )
    for article in articles:
        moment = _moment(article.on, article.at)
        feed.add_item(
            title=article.title,
            link=f"{site_url}/{article.url}",
            unique_id=f"{site_url}/{article.url}",
            description=article.summary,
            author_name=", ".join(name for _, name, _ in article.authors),
            categories=[article.category[1]],
            pubdate=moment,
            updateddate=moment,
        )
    text = StringIO()
    feed.write(text, "utf-8")
    return text.getvalue()


def _moment(day: str, at: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), _time(at), VIETNAM)


def _time(at: str) -> time:
    return time.fromisoformat(at) if at else time.min


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
        if page.template and page.url != "404.html"
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
    return text_file(
        "robots.txt",
        f"User-agent: *\nAllow: /\nSitemap: {site.school.site_url}/sitemap.xml\n",
    )
