"""The search page (/tim-kiem/): a form, what fills its lists, and the files behind it."""

from collections.abc import Iterable, Iterator, Sequence

from ...domain.plan.category import Category
from ...domain.plan.group import Group
from ...domain.section import Section
from ...domain.text.alphabet import in_order
from ..build.link import Link
from ..build.page import Page, ready
from ..build.site import Site
from .search_files import URL, SearchPart, index_pages, parts_of


def search_pages(site: Site) -> Iterator[Page]:
    """The search page with everything it fetches, made from what is published and nothing else."""
    parts = parts_of(site)
    yield ready(
        URL,
        "search",
        {
            "categories": _choices(site, site.categories, site.by_category),
            "groups": _choices(site, site.groups, site.by_group),
            "years": _years(parts),
        },
    )
    yield from index_pages(site, parts)


def _choices(
    site: Site, things: Iterable[Category | Group], listed: Iterable[str]
) -> list[tuple[str, Link]]:
    """Those under which something is published: the code that a query names, and the list."""
    return [(thing.code, site.link_to(thing)) for thing in in_order(things) if thing.code in listed]


def _years(parts: Sequence[SearchPart]) -> list[tuple[str, Link]]:
    return [
        (part.code, Link(part.name, f"{Section.SCHOOL_YEARS}/{part.code}/"))
        for part in reversed(parts)
        if part.name
    ]
