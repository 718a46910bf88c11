"""The front page, and what is always there."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from ...domain.names.register import Register
from ...domain.plan.category import OLD_ARTICLES, Category
from ...domain.plan.school import HomePart
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.publisher import role_in_words
from ..article.around_article import json_ld, organization
from ..article.body import addresses_in, body_html
from ..article.views import UNTITLED, Card, cards, when
from ..build.link import Link
from ..build.page import Page, ready, root_of
from ..build.site import Site
from ..build.site_frame import SITE_MAP
from ..documents.documents import DocumentRow, row
from ..plan.events import URL as CALENDAR
from ..plan.events import CalendarEventView, coming_of, event_view
from .library import ALL

LATEST, OF_CATEGORY, PICTURES, EVENTS, DOCUMENTS = 6, 3, 6, 4, 4


class HomeSection(NamedTuple):
    """One part of the front page; `kind` is the template's name for it."""

    kind: str
    heading: Link
    cards: tuple[Card, ...] = ()
    events: tuple[CalendarEventView, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    description: str = ""
    links: tuple[Link, ...] = ()


def home_page(site: Site) -> Page:
    """The front page: what is pinned, then the parts that the school chose, in its order.

    The lead is the newest article with a picture among the latest, else the newest.
    """
    today = site.publication.today
    return ready(
        site.home_url,
        "home",
        updated=site.articles[0].on if site.articles else None,
        context={
            "structured": json_ld(organization(site.school)),
            "pinned": cards((a for a in site.articles if a.pinned and a.pinned >= today), site),
            "is_empty": not site.articles,
            "sections": [section for part in site.school.home for section in _sections(part, site)],
        },
    )


def _sections(part: HomePart | str, site: Site) -> Iterator[HomeSection]:
    match part:
        case HomePart.LATEST:
            yield from _latest(site)
        case HomePart.EVENTS:
            yield from _events(site)
        case HomePart.DOCUMENTS:
            documents = tuple(row(d, site) for d in site.library.documents[:DOCUMENTS])
            if documents:
                yield HomeSection("documents", Link(labels.NEW_DOCUMENTS, ALL), documents=documents)
        case HomePart.PICTURES:
            yield from _pictures(site)
        case HomePart.CATEGORIES:
            named = {
                code
                for name in site.school.home
                if isinstance(name, str)
                for code in _codes(name, site)
            }
            for category in site.categories:
                if category.code not in named:
                    yield from _of_category(category, site, "category")
        case HomePart.YEARS:
            years = site.school_years_of(site.articles)
            links = tuple(Link(year.name, f"{Section.SCHOOL_YEARS}/{year.code}/") for year in years)
            if links:
                yield HomeSection("years", Link(labels.SCHOOL_YEARS, ""), links=links)
        case HomePart.PARENT_OFFICES:
            links = tuple(
                Link(office.name, office.portal)
                for office in site.school.offices
                if office.portal and office.exists_on(site.publication.today)
            )
            if links:
                yield HomeSection(
                    "offices", Link(labels.PARENT_OFFICES, Section.BACKLINKS.front), links=links
                )
        case str(name):
            for category in site.categories:
                if category.code in _codes(name, site):
                    yield from _of_category(category, site, "feature")


def _codes(name: str, site: Site) -> set[str]:
    of_plans = {c.code for plan in site.plans for c in plan.category_register.find(name)}
    return of_plans or {c.code for c in Register([OLD_ARTICLES]).find(name)}


def _latest(site: Site) -> Iterator[HomeSection]:
    newest = site.articles[: 1 + LATEST]
    if newest:
        lead = next((article for article in newest if article.cover), newest[0])
        rest = (article for article in newest if article is not lead)
        yield HomeSection("latest", Link(labels.LATEST, ""), cards=cards((lead, *rest), site))


def _pictures(site: Site) -> Iterator[HomeSection]:
    """The newest covers behind those of the latest news."""
    covered = (article for article in site.articles[1 + LATEST :] if article.cover)
    shown = cards(islice(covered, PICTURES), site)
    if shown:
        yield HomeSection("pictures", Link(labels.RECENT_PHOTOS, ""), cards=shown)


def _events(site: Site) -> Iterator[HomeSection]:
    """Those to come that are public, also on the desk's copy of the front page."""
    public = site.publication
    coming = coming_of(public.events, public.today)[:EVENTS]
    if coming:
        yield HomeSection(
            "events", Link(labels.COMING_EVENTS, CALENDAR), events=tuple(map(event_view, coming))
        )


def _of_category(category: Category, site: Site, kind: str) -> Iterator[HomeSection]:
    articles = site.by_category.get(category.code, ())
    if articles:
        heading = site.link_to(category)
        shown = cards(articles[:OF_CATEGORY], site)
        yield HomeSection(kind, heading, cards=shown, description=category.description)


def standing_pages(site: Site) -> Iterator[Page]:
    return (standing_page(page, site) for page in site.publication.pages)


def standing_page(
    standing: ArticleRecord, site: Site, *, url: str = "", reasons: tuple[str, ...] = ()
) -> Page:
    """A page of the school, at its own address or, for a preview, at another."""
    return Page(
        url or standing.url,
        f"{standing.page_key} {addresses_in(standing, site)}",
        partial(_standing_context, standing, site, url, reasons),
        "page",
        standing.submitted,
    )


def _standing_context(
    standing: ArticleRecord, site: Site, url: str, reasons: tuple[str, ...]
) -> Mapping[str, Any]:
    return {
        "heading": standing.title or UNTITLED,
        "summary": standing.summary,
        "body": body_html(site.text(standing), site, root_of(url or standing.url)),
        "has_pictures": bool(standing.pictures),
        "reasons": reasons,
    }


def board_page(site: Site) -> Page:
    """The editorial board and who may approve what. Requirement A12 (S4, III.6)."""
    return ready(Section.BOARD.front, "board", board_context(site))


def board_context(site: Site) -> Mapping[str, Any]:
    """The members of today's plan with their rights, and whose yes each category needs."""
    plan = site.current_plan
    return {
        "plan": plan,
        "members": [
            {
                "person": site.link_to(member.person),
                "title": member.title,
                "duty": member.duty,
                "roles": [role_in_words(role, site.nouns) for role in member.roles],
                "since": in_numbers(member.first) if member.first else "",
                "until": in_numbers(member.last) if member.last else "",
            }
            for member in plan.board
        ],
        "categories": [
            (
                site.link_to(category),
                [role_in_words(role, site.nouns) for role in category.required_roles],
            )
            for category in plan.categories
        ],
    }


def removed_pages(site: Site) -> Iterator[Page]:
    """A word at each address where something stood that was taken down. Requirement C1 (S4)."""
    for url, on in site.publication.removed:
        yield ready(url, "removed", {"when": when(on)})


def not_found_page() -> Page:
    """Says that there is nothing, and where there is something."""
    return ready("404.html", "not_found", {"site_map": SITE_MAP})
