"""The way to every list of the site, for people: /so-do-trang/."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...domain.plan.calendar import SchoolYear
from ...domain.section import Section
from ...domain.text.alphabet import in_order
from ...vocabulary import labels
from ..build.link import Link
from ..build.page import Page, ready
from ..build.site import Site, months_of
from ..build.site_frame import GALLERIES, SITE_MAP, pages_menu
from .galleries import gallery_years
from .listings import authors, month_link, year_link


def site_map_page(site: Site) -> Page:
    """Every list, the quota pages, and the months by school year."""
    return ready(
        SITE_MAP.url,
        "site_map",
        {
            "sections": [section for section in _sections(site) if section[1]],
            "years": _months_by_year(site),
            "feed": f"{Section.FEEDS}/all.atom.xml",
        },
        site.articles[0].on if site.articles else None,
    )


def _sections(site: Site) -> Iterator[tuple[str, Sequence[Link]]]:
    yield site.nouns.heading, [link for link in pages_menu(site) if link != SITE_MAP]
    yield labels.CATEGORIES, [site.link_to(category) for category in in_order(site.categories)]
    yield site.school.groups_called, [site.link_to(group) for group in in_order(site.groups)]
    yield (
        labels.QUOTAS,
        [Link(plan.term.name, plan.url) for plan in reversed(site.plans)],
    )
    yield GALLERIES, list(gallery_years(site))
    yield labels.AUTHORS, [link for link, _ in authors(site)]


def _months_by_year(site: Site) -> list[tuple[Link, list[Link]]]:
    """School years, newest first, each with the months in which something came out."""
    found: dict[SchoolYear, list[Link]] = defaultdict(list)
    for month in months_of(site.articles):
        found[site.school_year(month.code)].append(month_link(month))
    return [(year_link(year), months) for year, months in found.items()]
