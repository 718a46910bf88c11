"""Lists of articles, cut by the school's own calendar instead of by number."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..domain.article import Article
from ..domain.calendar import Month, SchoolYear
from .page import Page
from .site import Link, Site
from .views import cards


def month_pages(site: Site) -> Iterator[Page]:
    """A page for each month that has an article: /thang/2024/11/."""
    months = [
        (month, list(articles))
        for month, articles in groupby(site.articles, key=lambda article: article.month)
    ]
    for n, (month, articles) in enumerate(months):
        newer = months[n - 1][0] if n else None
        older = months[n + 1][0] if n + 1 < len(months) else None
        yield Page(
            url=month_url(month),
            template="month",
            updated=articles[0].on,
            context={
                "heading": month.name,
                "cards": cards(articles, site),
                "school_year": _year_link(articles[0].school_year(site.school.year_starts_in)),
                "newer": Link(newer.name, month_url(newer)) if newer else None,
                "older": Link(older.name, month_url(older)) if older else None,
            },
        )


def school_year_pages(site: Site) -> Iterator[Page]:
    """A page for each school year: its months, each with its articles."""
    years = site.by_school_year
    for year, articles in years.items():
        yield Page(
            url=_year_link(year).url,
            template="school_year",
            updated=articles[0].on,
            context={
                "heading": year.name,
                "months": [
                    (Link(month.name, month_url(month)), cards(of_month, site))
                    for month, of_month in groupby(articles, key=lambda article: article.month)
                ],
                "years": _links_to_years(years, "nam-hoc/", year),
                "count": len(articles),
            },
        )


def category_pages(site: Site) -> Iterator[Page]:
    for category in site.categories:
        yield from _yearly(
            site,
            category.url,
            site.by_category[category.code],
            template="category",
            context={
                "heading": category.name,
                "description": category.description,
                "owners": [
                    site.link_to(group)
                    for owner in category.owners
                    for group in site.current_plan.group_register.find(owner)
                ],
                "feed": f"feeds/{category.url.strip('/')}.atom.xml",
            },
        )


def group_pages(site: Site) -> Iterator[Page]:
    for group in site.groups:
        yield from _yearly(
            site,
            group.url,
            site.by_group[group.code],
            template="group",
            context={
                "heading": group.name,
                "kind": group.kind,
                "head": site.link_to(group.head) if group.head else None,
                "members": [site.link_to(member) for member in group.members],
            },
        )


def author_pages(site: Site) -> Iterator[Page]:
    """A page for each person with a published article; the others leave no trace."""
    people = {author.code: author for article in site.articles for author in article.authors}
    for code, person in sorted(people.items()):
        yield from _yearly(
            site,
            person.url,
            site.by_author[code],
            template="author",
            context={"heading": person.name},
        )


def _yearly(
    site: Site, url: str, articles: Iterable[Article], *, template: str, context: dict[str, object]
) -> Iterator[Page]:
    """The newest school year at the address itself, older ones below it."""
    years = site.school_years_of(articles)
    if not years:
        yield Page(
            url=url,
            template=template,
            context={**context, "cards": (), "school_year": "", "years": []},
        )
    for n, (year, of_year) in enumerate(years.items()):
        yield Page(
            url=url if n == 0 else f"{url}{year.code}/",
            template=template,
            updated=of_year[0].on,
            context={
                **context,
                "cards": cards(of_year, site),
                "school_year": year.name,
                "years": _links_to_years(years, url, year, newest_at=url),
            },
        )


def month_url(month: Month) -> str:
    return f"thang/{month.year}/{month.number:02}/"


def _year_link(year: SchoolYear) -> Link:
    return Link(year.name, f"nam-hoc/{year.code}/")


def _links_to_years(
    years: Iterable[SchoolYear], base: str, current: SchoolYear, newest_at: str = ""
) -> list[Link]:
    """Links to the other years; the current one leads nowhere. Empty where there is only one."""
    links = []
    for n, year in enumerate(years):
        url = newest_at if newest_at and n == 0 else f"{base}{year.code}/"
        links.append(Link(year.name, "" if year == current else url))
    return links if len(links) > 1 else []
