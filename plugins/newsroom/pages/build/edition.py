"""All the pages of an edition, in one list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...domain.section import Section
from ...domain.site.publication import Evaluation
from ..article.articles import article_pages
from ..documents.disclosures import disclosure_page
from ..documents.documents import document_pages
from ..lists.backlinks import backlink_page
from ..lists.feeds import feed_pages, robots_page, sitemap_page
from ..lists.galleries import gallery_pages
from ..lists.home import board_page, home_page, not_found_page, removed_pages, standing_pages
from ..lists.listings import (
    author_pages,
    category_pages,
    group_pages,
    month_pages,
    school_year_pages,
)
from ..lists.search import search_pages
from ..lists.site_map import site_map_page
from ..plan.events import calendar_pages
from ..plan.tallies import tally_pages
from .hosting import host_files
from .page import Page
from .site import Site


def public_pages(site: Site) -> Iterator[Page]:
    """The pages that the world sees. They are given no withheld item to show."""
    lists = list(_lists(site))
    # Texts may link to these, and need to know which there are.
    site.lists = frozenset(page.url for page in lists) | {
        "",
        Section.BOARD.front,
        Section.DOCUMENTS.front,
    }
    yield home_page(site)
    yield from article_pages(site)
    yield from lists
    yield from document_pages(site)
    yield from standing_pages(site)
    yield from search_pages(site)
    yield from removed_pages(site)
    yield site_map_page(site)
    yield not_found_page()


def _lists(site: Site) -> Iterator[Page]:
    yield from month_pages(site)
    yield from school_year_pages(site)
    yield from category_pages(site)
    yield from group_pages(site)
    yield from author_pages(site)
    yield disclosure_page(site)
    yield from calendar_pages(site)
    yield from gallery_pages(site)
    yield from tally_pages(site)
    yield backlink_page(site)
    if not site.is_desk:
        # The desk's has the decisions too.
        yield board_page(site)


def pages_of(site: Site, evaluation: Evaluation) -> list[Page]:
    """Every file of the edition that is made from content, none of them made yet."""
    pages = list(public_pages(site))
    shown = [*site.publication.content_items]
    public_people = {
        f"{Section.PEOPLE}/{plan.code}/" for plan in site.plans if plan.individuals_public
    }
    if public_people and not site.is_desk:
        from ..lists.people import people_pages

        pages += [page for page in people_pages(site) if page.url in public_people]
    pages += [sitemap_page(site, pages), robots_page(site), *feed_pages(site)]
    pages += _ways_to(site, pages)
    if site.is_desk:
        from ..desk.desk import desk_pages

        pages += desk_pages(site, evaluation)
        shown += [held.record for held in evaluation.withheld]
    return [*pages, *site.pictures.files_of(shown)]


def _ways_to(site: Site, pages: Sequence[Page]) -> Iterator[Page]:
    """The files by which a host answers: its rules, and a page at each former address."""
    items = site.publication.content_items
    if site.is_desk or not any(item.former for item in items):
        yield from host_files(site)
        return
    from ...domain.addresses.redirect import redirects
    from ..redirects.netlify_rules import ruled as ruled_by
    from ..redirects.redirect_pages import redirect_pages

    found = redirects(items, [page.save_as for page in pages])
    if site.own_redirects:
        # Netlify and GitLab give a page that stands there before they look at their rules.
        ruled = {*ruled_by(site.school.base_path, found, site.own_redirects)}
        found = tuple(replace(one, page="") if one in ruled else one for one in found)
    site.redirect_pages = frozenset(redirect.page for redirect in found if redirect.page)
    yield from host_files(site, found)
    yield from redirect_pages(site.school, found)
