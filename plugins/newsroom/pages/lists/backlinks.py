"""The backlink page: the offices above, and what of ours they carry. Requirement D4 (S4, III.6)."""

from collections import defaultdict
from dataclasses import dataclass

from ...domain.content.submission import DispatchKind
from ...domain.plan.school import Superior
from ...domain.text.dates import in_numbers
from ..article.views import when
from ..build.link import Link
from ..build.page import Page, ready
from ..build.site import Site


@dataclass(frozen=True, kw_only=True)
class CarriedArticle:
    """One article of ours on a superior's page."""

    article: Link
    when: str
    link: str


@dataclass(frozen=True, kw_only=True)
class SuperiorView:
    """A superior with its portal and the articles it carries."""

    name: str
    portal: str
    ended: str
    successors: tuple[str, ...]
    carried: tuple[CarriedArticle, ...]


def backlink_page(site: Site) -> Page:
    found = [
        (sent, article)
        for article in site.articles
        if article.dispatches
        for sent in article.sent(DispatchKind.CARRIED)
    ]
    carried: dict[str, list[CarriedArticle]] = defaultdict(list)
    for (_, superior, _, on, link), article in sorted(
        found, key=lambda pair: pair[0][3], reverse=True
    ):
        carried[superior].append(
            CarriedArticle(article=Link(article.title, article.url), when=when(on), link=link)
        )
    today = site.publication.today

    def view(superior: Superior) -> SuperiorView:
        return SuperiorView(
            name=superior.name,
            portal=superior.portal,
            ended=in_numbers(superior.last) if superior.last and superior.last < today else "",
            successors=tuple(site.school.superior(code).name for code in superior.successors),
            carried=tuple(carried[superior.code]),
        )

    return ready(
        "lien-ket/",
        "backlinks",
        {
            "current": [view(s) for s in site.school.superiors if s.exists_on(today)],
            "former": [
                view(s) for s in site.school.superiors if s.last is not None and s.last < today
            ],
        },
    )
