"""Danh mục tin bài có tác giả, to be printed from the desk. Requirement B1 (S4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from ...domain.content.submission import SubmissionKind
from ...domain.plan.calendar import PeriodKind
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.tally.reporting import Span, published_in
from ...domain.text.dates import in_numbers
from ...vocabulary.genres import GENRES
from ...vocabulary.words import shown
from ..article.views import when
from ..build.link import Link
from ..build.page import Page, key_of
from ..build.site import Site


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """One article of the list, in words; `carried` lead to where it stands above us."""

    article: Link
    authors: str
    groups: str
    category: str
    genre: str
    submitted: str
    approved: str
    published: str
    sent: tuple[str, ...]
    carried: tuple[Link, ...]


def article_list_pages(site: Site) -> Iterator[Page]:
    """One page for each year, semester and month that has begun, of each plan."""
    for plan in site.plans:
        spans = [span for span in _spans(plan) if span.period.first <= site.publication.today]
        others = [Link(span.period.name, list_url(span.period.code)) for span in spans]
        for span in spans:
            articles = published_in(span, site.publication)
            as_of = in_numbers(site.figures.last_counted(span.period.last))
            key = key_of(plan.title, span.period, as_of, others, [a.tally_key for a in articles])
            context = partial(_context, span, articles, as_of, others)
            yield Page(list_url(span.period.code), key, context, "article_list")


def list_url(code: str) -> str:
    return f"{Section.ARTICLE_LISTS}/{code}/"


def list_url_on(today: date, plan: Plan) -> str:
    """The list of the plan's year in which we are, else of the last that began; empty for none."""
    begun = [year for year in plan.years if year.first <= today]
    return list_url(begun[-1].code) if begun else ""


def _spans(plan: Plan) -> Iterator[Span]:
    for kind in (PeriodKind.YEAR, PeriodKind.SEMESTER, PeriodKind.MONTH):
        for period in plan.periods(kind):
            yield Span(plan=plan, period=period, kind=kind)


def _context(
    span: Span, articles: Sequence[ArticleRecord], as_of: str, others: Sequence[Link]
) -> Mapping[str, Any]:
    return {
        "plan": span.plan,
        "period": span.period,
        "as_of": as_of,
        "rows": [_row(article) for article in articles],
        "others": [
            Link(other.name, "" if other.url == list_url(span.period.code) else other.url)
            for other in others
        ],
    }


def _row(article: ArticleRecord) -> ListRow:
    return ListRow(
        article=Link(article.title, article.url),
        authors=", ".join(ref.name for ref in article.authors),
        groups=", ".join(ref.name for ref in article.groups),
        category=article.category.name,
        genre=shown(GENRES, article.genre),
        submitted=when(article.submitted) if article.submitted else "",
        approved=when(article.approved) if article.approved else "",
        published=when(article.on),
        sent=tuple(
            f"{sent.office.name}, {when(sent.on)}" for sent in article.sent(SubmissionKind.SENT)
        ),
        carried=tuple(
            Link(f"{sent.office.name}, {when(sent.on)}", sent.link)
            for sent in article.sent(SubmissionKind.CARRIED)
        ),
    )
