"""The front page, and what is always there."""

from collections.abc import Iterator
from dataclasses import replace

from ..domain.article import StandingPage
from ..domain.dates import in_numbers
from .body import body_html
from .page import Page
from .site import Link, Site
from .views import UNTITLED, card, cards

LATEST, OF_CATEGORY = 6, 3


def home_page(site: Site) -> Page:
    """The lead story, the latest news, and the newest of each category.

    The lead is the newest article with a picture among the latest, else the newest.
    """
    newest = site.articles[: 1 + LATEST]
    lead = next(
        (article for article in newest if article.cover and article.shows_pictures),
        newest[0] if newest else None,
    )
    latest = [article for article in newest if article is not lead]
    return Page(
        url="",
        template="home",
        updated=newest[0].on if newest else None,
        context={
            "lead": card(lead, site) if lead else None,
            "latest": cards(latest, site),
            "sections": [
                (site.link_to(category), cards(articles[:OF_CATEGORY], site))
                for category in site.categories
                if (articles := site.by_category[category.code])
            ],
            "school_years": [
                Link(year.name, f"nam-hoc/{year.code}/") for year in site.by_school_year
            ],
        },
    )


def standing_pages(site: Site) -> Iterator[Page]:
    return (standing_page(page, site) for page in site.publication.pages)


def standing_page(standing: StandingPage, site: Site, *, url: str = "") -> Page:
    page = Page(
        url=url or standing.url,
        template="page",
        updated=max((approval.on for approval in standing.decisions.approvals), default=None),
    )
    return replace(
        page,
        context={
            "heading": standing.title or UNTITLED,
            "summary": standing.summary,
            "body": body_html(standing.body, site, page.root),
            "reasons": (),
        },
    )


def board_page(site: Site) -> Page:
    """The editorial board and who may approve what. Requirement A12 (S4, III.6)."""
    plan = site.current_plan
    return Page(
        url="ban-bien-tap/",
        template="board",
        context={
            "plan": plan,
            "members": [
                {
                    "person": site.link_to(member.person),
                    "title": member.title,
                    "duty": member.duty,
                    "roles": [role.name for role in member.roles],
                    "since": in_numbers(member.first) if member.first else "",
                    "until": in_numbers(member.last) if member.last else "",
                }
                for member in plan.board
            ],
            "categories": [
                (site.link_to(category), [role.name for role in category.required_roles])
                for category in plan.categories
            ],
        },
    )


def not_found_page() -> Page:
    return Page(url="404.html", template="not_found")
