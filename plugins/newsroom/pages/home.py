"""The front page, and what is always there."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from ..domain.dates import in_numbers
from ..domain.docket import Docket
from .body import addresses_in, body_html
from .link import Link
from .page import Page, ready, root_of
from .site import Site
from .views import UNTITLED, card, cards, when

LATEST, OF_CATEGORY = 6, 3


def home_page(site: Site) -> Page:
    """What is pinned, the lead story, the latest news, and the newest of each category.

    The lead is the newest article with a picture among the latest, else the newest.
    """
    today = site.publication.today.isoformat()
    pinned = [article for article in site.articles if article.pinned >= today]
    newest = site.articles[: 1 + LATEST]
    lead = next(
        (article for article in newest if article.cover),
        newest[0] if newest else None,
    )
    latest = [article for article in newest if article is not lead]
    return ready(
        site.home_url,
        "home",
        updated=newest[0].on if newest else "",
        context={
            "pinned": cards(pinned, site),
            "lead": card(lead, site) if lead else None,
            "latest": cards(latest, site),
            "sections": [
                (site.link_to(category), cards(articles[:OF_CATEGORY], site))
                for category in site.categories
                if (articles := site.by_category.get(category.code))
            ],
            "school_years": [
                Link(year.name, f"nam-hoc/{year.code}/")
                for year in site.school_years_of(site.articles)
            ],
        },
    )


def standing_pages(site: Site) -> Iterator[Page]:
    return (standing_page(page, site) for page in site.publication.pages)


def standing_page(
    standing: Docket, site: Site, *, url: str = "", reasons: tuple[str, ...] = ()
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
    standing: Docket, site: Site, url: str, reasons: tuple[str, ...]
) -> Mapping[str, Any]:
    return {
        "heading": standing.title or UNTITLED,
        "summary": standing.summary,
        "body": body_html(site.text(standing), site, root_of(url or standing.url)),
        "reasons": reasons,
    }


def board_page(site: Site) -> Page:
    """The editorial board and who may approve what. Requirement A12 (S4, III.6)."""
    return ready("ban-bien-tap/", "board", board_context(site))


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
    }


def removed_pages(site: Site) -> Iterator[Page]:
    """A word at each address where something stood that was taken down. Requirement C1 (S4)."""
    for url, on in site.publication.removed:
        yield ready(url, "removed", {"when": when(on)})


def not_found_page() -> Page:
    return ready("404.html", "not_found", {})
