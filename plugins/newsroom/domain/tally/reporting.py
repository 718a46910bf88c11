"""The span that a paper reports on, and the single things behind its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..content.decisions import Decision, DecisionKind
from ..plan.calendar import Month, Period, PeriodKind, months_between
from ..plan.plan import Plan
from ..plan.quota import Measure
from ..site.article_record import ArticleRecord
from ..site.publication import Newsroom, Publication
from .contributions import EventLog


@dataclass(frozen=True, kw_only=True)
class Span:
    """The stretch of a plan that a paper reports on: a month, a semester, a year or the term."""

    plan: Plan
    period: Period
    kind: PeriodKind

    @property
    def months(self) -> tuple[Month, ...]:
        """The months of the calendar that have a day in it."""
        return tuple(month for month in months_between(self.period.first, self.period.last))

    def contains(self, day: date) -> bool:
        """True where the day counts here: a month at the edge of the term has days of two plans."""
        return self.period.contains(day) and self.plan.term.contains(day)


class ReportLine(NamedTuple):
    """An article that counts in one month by one measure, or a photo package (no article).

    `on` is the first day of that month on which it counted. `is_first` tells that it did not
    count by this measure in an earlier month of the span.
    """

    measure: Measure
    month: str
    on: date
    groups: frozenset[str]
    article: ArticleRecord | None
    is_first: bool


def lines_of(span: Span, ledger: EventLog) -> tuple[ReportLine, ...]:
    """Everything that counts in the span, each article once a month and measure, oldest first."""
    return tuple(line for measure in Measure for line in _lines(measure, span, ledger))


def _lines(measure: Measure, span: Span, ledger: EventLog) -> Iterator[ReportLine]:
    seen: set[str] = set()
    seen_in_month: set[tuple[str, str]] = set()
    for event in ledger.within(measure, span.period):
        month, article = f"{event.on:%Y-%m}", event.article
        if not span.contains(event.on) or (article and (month, article.path) in seen_in_month):
            continue
        is_first = article is None or article.path not in seen
        if article:
            seen.add(article.path)
            seen_in_month.add((month, article.path))
        yield ReportLine(measure, month, event.on, event.groups, article, is_first)


def published_in(span: Span, publication: Publication) -> tuple[ArticleRecord, ...]:
    """The articles that came out in the span, in the order of their days: the list of articles.

    Requirement B1 (S4). Their places in it, from 1, are the numbers by which papers name them.
    """
    return tuple(a for a in reversed(publication.articles) if span.contains(a.day))


class Way(NamedTuple):
    """An article on its way up: the day, the parent office's code and name, the link."""

    on: str
    office: str
    name: str
    link: str
    article: ArticleRecord


def ways_up(kind: str, span: Span, articles: Sequence[ArticleRecord]) -> tuple[Way, ...]:
    """The public articles that were sent, or carried, in the span, oldest first. Requirement D2."""
    found = [
        Way(on, code, name, link, article)
        for article in articles
        if article.is_public
        for sent, code, name, on, link in article.submissions
        if sent == kind and span.contains(date.fromisoformat(on))
    ]
    return tuple(sorted(found, key=lambda way: (way.on, way.office, way.article.path)))


def returned_in(span: Span, newsroom: Newsroom) -> tuple[tuple[ArticleRecord, Decision], ...]:
    """The articles given back in the span, with the decision. Requirement P7 (S4)."""
    found = [
        (record, decision)
        for record in newsroom.articles
        for decision in newsroom.read(record.path).decisions.of(DecisionKind.RETURNED)
        if decision.on and span.contains(decision.on)
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1].order, pair[0].path)))
