"""The span that a paper reports on, and the single things behind its figures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..content.decisions import Decision, DecisionKind
from ..content.submission import SubmissionKind
from ..plan.calendar import Month, Period, PeriodKind, months_between
from ..plan.measure import Measure, declaration_of
from ..plan.plan import Plan
from ..site.article_record import ArticleRecord, ShownSubmission
from ..site.publication import Newsroom, Publication
from ..text.alphabet import alphabetical
from .contributions import Contribution, EventLog


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

    def day_of_papers(self, today: date) -> date:
        """The day whose head a paper bears: today while the span runs, else the end of it.

        A school year is over with its lessons: that is when its papers are signed.
        """
        if today <= self.period.last:
            return today
        if self.kind in (PeriodKind.YEAR, PeriodKind.TERM):
            return self.plan.end_of_lessons(self.period)
        return self.period.last

    def contains(self, day: date) -> bool:
        """True where the day counts here: a month at the edge of the term has days of two plans."""
        return self.period.contains(day) and self.plan.term.contains(day)


class ReportLine(NamedTuple):
    """A thing that counts in one month by one measure.

    `event` is the first of that month by which it counted. `is_first` tells that it did not
    count by this measure in an earlier month of the span: whoever sums over months counts those.
    """

    measure: Measure
    month: str
    event: Contribution
    is_first: bool


def lines_of(span: Span, ledger: EventLog) -> tuple[ReportLine, ...]:
    """Everything that counts in the span, each thing once a month and measure, oldest first."""
    return tuple(line for measure in Measure for line in _lines(measure, span, ledger))


def _lines(measure: Measure, span: Span, ledger: EventLog) -> Iterator[ReportLine]:
    seen: set[str] = set()
    seen_in_month: set[tuple[str, str]] = set()
    for event in ledger.within(measure, span.period):
        month, thing = f"{event.on:%Y-%m}", event.thing
        if not span.contains(event.on) or (month, thing) in seen_in_month:
            continue
        yield ReportLine(measure, month, event, thing not in seen)
        seen.add(thing)
        seen_in_month.add((month, thing))


def groups_in_order(event: Contribution, plan: Plan) -> dict[str, str]:
    """The names of the groups for which an event counts, by code, in the Vietnamese alphabet."""
    names = {group.code: group.name for group in plan.groups}
    named = {code: names.get(code, code) for code in event.groups}
    return dict(sorted(named.items(), key=lambda one: (alphabetical(one[1]), one[0])))


def number_in(
    lines: Iterable[ReportLine], measure: Measure, wanted: Callable[[Contribution], bool]
) -> int:
    """The number of a measure in a span, each thing once, of those events that are wanted."""
    return sum(
        line.event.amount
        for line in lines
        if line.is_first and line.measure is measure and wanted(line.event)
    )


def shared_things(lines: Iterable[ReportLine]) -> int:
    """The number of things that count for several groups, and so stand in a sum of groups twice."""
    return len({line.event.thing for line in lines if len(line.event.groups) > 1})


def measures_shown(plan: Plan, lines: Iterable[ReportLine]) -> tuple[Measure, ...]:
    """The measures of which a paper about the plan has a column, in their order.

    One that is not in every paper is there where the plan asks for it or something counts.
    """
    used = {quota.measure for quota in plan.quotas} | {line.measure for line in lines}
    return tuple(m for m in Measure if declaration_of(m).is_in_every_paper or m in used)


def published_in(span: Span, publication: Publication) -> tuple[ArticleRecord, ...]:
    """The articles that came out in the span, in the order of their days: the list of articles.

    Requirement B1 (S4). Their places in it, from 1, are the numbers by which papers name them.
    What an import brought and does not count is the archive's, not the year's work.
    """
    return tuple(a for a in reversed(publication.articles) if a.is_counted and span.contains(a.on))


class Way(NamedTuple):
    """An article on its way up, and the entry of its ledger that says so."""

    sent: ShownSubmission
    article: ArticleRecord


def ways_up(kind: SubmissionKind, span: Span, articles: Sequence[ArticleRecord]) -> tuple[Way, ...]:
    """The public articles that were sent, or carried, in the span, oldest first. Requirement D2."""
    found = [
        Way(sent, article)
        for article in articles
        if article.is_public
        for sent in article.sent(kind)
        if span.contains(sent.on)
    ]
    return tuple(sorted(found, key=lambda w: (w.sent.on, w.sent.office.code, w.article.path)))


def returned_in(span: Span, newsroom: Newsroom) -> tuple[tuple[ArticleRecord, Decision], ...]:
    """The articles given back in the span, with the decision. Requirement P7 (S4)."""
    found = [
        (record, decision)
        for record in newsroom.articles
        for decision in newsroom.read(record.path).decisions.of(DecisionKind.RETURNED)
        if decision.on and span.contains(decision.on)
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1].order, pair[0].path)))
