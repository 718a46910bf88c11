"""The site frame: what every page shows around its content."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...domain.names.register import Register
from ...domain.plan.category import OLD_ARTICLES, Category
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...vocabulary import labels
from .hosting import POLICY
from .link import Link
from .site import Site

GALLERIES, GALLERIES_URL = labels.PHOTO_LIBRARY, Section.GALLERIES.front
SITE_MAP = Link(labels.SITE_MAP, Section.SITE_MAP.front)


def site_frame(site: Site) -> Mapping[str, Any]:
    """Menu, footer and the school, for all pages alike. Nothing in it changes with the day."""
    plan = site.current_plan
    today = site.publication.today
    return {
        "school": site.school,
        "nouns": site.nouns,
        "is_desk": site.is_desk,
        "policy": POLICY,
        "menu": [
            Link(labels.HOME, site.home_url),
            *(site.link_to(category) for category in _in_menu(site, plan)),
        ],
        "pages_menu": pages_menu(site),
        "groups_menu": [site.link_to(group) for group in plan.groups],
        "portals": [
            (office.short_name, office.portal)
            for office in site.school.offices
            if office.portal and office.exists_on(today)
        ],
        "home_url": site.home_url,
        "desk_menu": [
            Link(labels.QUEUE, ""),
            Link(labels.DECISIONS, Section.BOARD.front),
            *([_content_plan(plan)] if plan.topics else []),
            _people(site),
            Link(labels.RULES, Section.RULES.front),
        ],
    }


def _in_menu(site: Site, plan: Plan) -> Iterable[Category]:
    """The categories that the school file names, in its order; all if it names none.

    That of old articles is behind those of the plan, where an import left some in it.
    """
    old = [c for c in site.categories if c.code == OLD_ARTICLES.code]
    every = Register({c.code: c for c in (*old, *plan.categories)}.values())
    named = [c for name in site.school.menu for c in every.find(name)]
    return named or (*plan.categories, *(c for c in old if c not in plan.categories))


def pages_menu(site: Site) -> list[Link]:
    """The pages of the school, in the footer and on the site map."""
    plan = site.current_plan
    return [
        *(Link(page.title, page.url) for page in site.publication.pages),
        *_lists(site),
        Link(labels.BOARD, Section.BOARD.front),
        Link(labels.QUOTAS, plan.url),
        Link(labels.BACKLINKS, Section.BACKLINKS.front),
        *([_people(site)] if plan.individuals_public else []),
        SITE_MAP,
    ]


def _people(site: Site) -> Link:
    return Link(labels.INDIVIDUAL_TALLY, f"{Section.PEOPLE}/{site.current_plan.code}/")


def _content_plan(plan: Plan) -> Link:
    return Link(labels.CONTENT_PLAN, f"{Section.CONTENT_PLAN}/{plan.code}/")


def _lists(site: Site) -> Iterator[Link]:
    """The lists that a school may have or not: a menu does not lead to an empty page."""
    public = site.publication
    if public.documents:
        yield Link(labels.DOCUMENTS, Section.DOCUMENTS.front)
    if any(record.document.disclosed_under for record in public.documents):
        yield Link(labels.DISCLOSURES, Section.DISCLOSURE.front)
    if public.events:
        yield Link(labels.CALENDAR, Section.CALENDAR.front)
    if site.photo_events:
        yield Link(GALLERIES, GALLERIES_URL)
