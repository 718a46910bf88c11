"""The backlink page: the offices above, and what of ours they carry. Requirement D4 (S4, III.6)."""

from collections import defaultdict
from dataclasses import dataclass

from ...domain.content.submission import SubmissionKind
from ...domain.plan.school import ParentOffice
from ...domain.section import Section
from ...domain.text.dates import in_numbers
from ..article.views import when
from ..build.link import Link
from ..build.page import Page, ready
from ..build.site import Site


@dataclass(frozen=True, kw_only=True)
class CarriedArticle:
    """One article of ours on a parent office's page."""

    article: Link
    when: str
    link: str


@dataclass(frozen=True, kw_only=True)
class OfficeView:
    """A parent office with its portal and the articles it carries."""

    name: str
    portal: str
    ended: str
    successors: tuple[str, ...]
    carried: tuple[CarriedArticle, ...]


def backlink_page(site: Site) -> Page:
    found = [
        (sent, article)
        for article in site.articles
        if article.submissions
        for sent in article.sent(SubmissionKind.CARRIED)
    ]
    carried: dict[str, list[CarriedArticle]] = defaultdict(list)
    for sent, article in sorted(found, key=lambda pair: pair[0].on, reverse=True):
        carried[sent.office.code].append(
            CarriedArticle(
                article=Link(article.title, article.url), when=when(sent.on), link=sent.link
            )
        )
    today = site.publication.today

    def view(office: ParentOffice) -> OfficeView:
        return OfficeView(
            name=office.name,
            portal=office.portal,
            ended=in_numbers(office.last) if office.last and office.last < today else "",
            successors=tuple(site.school.office(code).name for code in office.successors),
            carried=tuple(carried[office.code]),
        )

    return ready(
        Section.BACKLINKS.front,
        "backlinks",
        {
            "current": [view(s) for s in site.school.offices if s.exists_on(today)],
            "former": [
                view(s) for s in site.school.offices if s.last is not None and s.last < today
            ],
        },
    )
