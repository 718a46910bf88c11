"""Lists of articles, cut by the school's own calendar instead of by number."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from ...domain.names.name_order import by_given_name, people_in_order
from ...domain.plan.calendar import Month, SchoolYear
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ..article.views import cards, when
from ..build.link import Link
from ..build.page import Page, key_of_list
from ..build.site import Site, months_of


class ListingLine(NamedTuple):
    """An article in a list of titles."""

    title: str
    url: str
    day: str
    when: str


def month_pages(site: Site) -> Iterator[Page]:
    """A page for each month that has an article: /thang/2024/11/."""
    months = list(months_of(site.articles).items())
    for n, (month, articles) in enumerate(months):
        newer = months[n - 1][0] if n else None
        older = months[n + 1][0] if n + 1 < len(months) else None
        head = {
            "heading": month.name,
            "school_year": year_link(site.school_year(month.code)),
            "newer": Link(newer.name, month_url(newer)) if newer else None,
            "older": Link(older.name, month_url(older)) if older else None,
        }
        yield _list_page(site, month_url(month), "month", head, articles)


def school_year_pages(site: Site) -> Iterator[Page]:
    """A page for each school year: its months, each with its articles."""
    years = site.school_years_of(site.articles)
    links = {year: year_link(year) for year in years}
    for year, articles in years.items():
        head = {
            "heading": year.name,
            "years": _links_to_years(links, year),
            "count": len(articles),
        }
        yield Page(
            year_link(year).url,
            key_of_list(head, articles),
            partial(_months_of_year, head, articles),
            "school_year",
            articles[0].on,
        )


def _line(article: ArticleRecord) -> ListingLine:
    on = article.on
    return ListingLine(article.title, article.url, on.isoformat(), when(on))


def _months_of_year(
    head: Mapping[str, Any], articles: Sequence[ArticleRecord]
) -> Mapping[str, Any]:
    return {
        **head,
        "months": [
            (month_link(month), list(map(_line, of_month)))
            for month, of_month in months_of(articles).items()
        ],
    }


def category_pages(site: Site) -> Iterator[Page]:
    for category in site.categories:
        yield from _yearly(
            site,
            category.url,
            site.by_category.get(category.code, ()),
            template="category",
            head={
                "heading": category.name,
                "description": category.description,
                "owners": [
                    site.link_to(group)
                    for owner in category.owners
                    for group in site.current_plan.group_register.find(owner)
                ],
            },
        )


def group_pages(site: Site) -> Iterator[Page]:
    for group in site.groups:
        yield from _yearly(
            site,
            group.url,
            site.by_group.get(group.code, ()),
            template="group",
            head={
                "heading": group.name,
                "kind": group.kind,
                "leader": site.link_to(group.head) if group.head else None,
                "members": [site.link_to(member) for member in people_in_order(group.members)],
            },
        )


def author_pages(site: Site) -> Iterator[Page]:
    """A page for each person with a published article, named as in the newest one."""
    for link, articles in authors(site):
        yield from _yearly(site, link.url, articles, template="author", head={"heading": link.name})


def authors(site: Site) -> Iterator[tuple[Link, Sequence[ArticleRecord]]]:
    """Everybody with a published article, by given name, with what they wrote."""
    found = [
        (Link(author.name, author.url), code, articles)
        for code, articles in site.by_author.items()
        for author in [next(ref for ref in articles[0].authors if ref.code == code)]
    ]
    for link, _, articles in sorted(found, key=lambda one: (by_given_name(one[0].name), one[1])):
        yield link, articles


def _yearly(
    site: Site,
    url: str,
    articles: Sequence[ArticleRecord],
    *,
    template: str,
    head: Mapping[str, Any],
) -> Iterator[Page]:
    """The newest school year at the address itself, older ones below it."""
    head = {**head, "feed": feed_url(url)}
    years = site.school_years_of(articles)
    if not years:
        yield _list_page(site, url, template, {**head, "school_year": "", "years": []}, ())
    links = {
        year: Link(year.name, url if n == 0 else f"{url}{year.code}/")
        for n, year in enumerate(years)
    }
    for year, of_year in years.items():
        around = {
            **head,
            "school_year": year.name,
            "years": _links_to_years(links, year),
        }
        yield _list_page(site, links[year].url, template, around, of_year)


def _list_page(
    site: Site, url: str, template: str, head: Mapping[str, Any], articles: Sequence[ArticleRecord]
) -> Page:
    return Page(
        url,
        key_of_list(head, articles),
        partial(_cards, site, head, articles),
        template,
        articles[0].on if articles else None,
    )


def _cards(
    site: Site, head: Mapping[str, Any], articles: Sequence[ArticleRecord]
) -> Mapping[str, Any]:
    return {**head, "cards": cards(articles, site)}


def feed_url(url: str) -> str:
    """The address of the feed of a list."""
    return f"{Section.FEEDS}/{url.strip('/')}.atom.xml"


def month_url(month: Month) -> str:
    return f"{Section.MONTHS}/{month.year}/{month.number:02}/"


def month_link(month: Month) -> Link:
    return Link(month.name, month_url(month))


def year_link(year: SchoolYear) -> Link:
    return Link(year.name, f"{Section.SCHOOL_YEARS}/{year.code}/")


def _links_to_years(years: Mapping[SchoolYear, Link], current: SchoolYear) -> list[Link]:
    """Links to the other years; the current one leads nowhere. Empty where there is only one."""
    if len(years) == 1:
        return []
    return [link if year != current else Link(link.name, "") for year, link in years.items()]
