"""The tallies of an edition, counted only when a page asks for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from ...domain.plan.calendar import Month, months_between
from ...domain.plan.plan import Plan
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Evaluation
from ...domain.tally.contributions import EventLog
from ...domain.tally.tally import PersonCount, Tally, tally, tally_of_people
from ..build.page import key_of


class Figures:
    """Counts by plan, and keys that change when a count may have changed.

    A plan whose term is over is counted as of the day after it: its figures no longer change
    with the day, only with its articles.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self._newsroom = evaluation.newsroom
        self._today = evaluation.publication.today
        self._by_month: Mapping[str, Sequence[ArticleRecord]] = _by_month(
            evaluation.newsroom.articles
        )
        self.tally = cache(self._tally)

    def as_of(self, last: date) -> date:
        """The day as of which something is counted that ends on `last`."""
        return min(self._today, last + timedelta(days=1))

    def last_counted(self, last: date) -> date:
        """The last day whose events can be in such a count."""
        return min(self._today, last)

    def ledger(self, plan: Plan) -> EventLog:
        inside = [
            record for month in _months(plan) for record in self._by_month.get(month.code, ())
        ]
        return EventLog(
            self.as_of(plan.term.last),
            tuple({record.path: record for record in inside}.values()),
            self._newsroom.photo_packages,
            self._newsroom.unit_publications,
        )

    def _tally(self, plan: Plan) -> Tally:
        return tally(plan, self.ledger(plan))

    def people(self, plan: Plan) -> tuple[PersonCount, ...]:
        return tally_of_people(plan, self.ledger(plan))

    def key(self, plan: Plan) -> str:
        """Of everything that the plan's tally says."""
        return self._key(plan, _months(plan), plan.term.last)

    def month_key(self, plan: Plan, month: Month) -> str:
        """Of what it says of one month."""
        return self._key(plan, [month], month.last)

    def _key(self, plan: Plan, months: Iterable[Month], last: date) -> str:
        codes = [month.code for month in months]
        newsroom = self._newsroom
        packages = [p for p in newsroom.photo_packages if Month.of(p.counts_on).code in codes]
        of_units = [p for p in newsroom.unit_publications if Month.of(p.on).code in codes]
        head = (newsroom.plan_keys.get(plan.code), self.as_of(last), packages, of_units)
        records = (record for code in codes for record in self._by_month.get(code, ()))
        return key_of(head, [record.tally_key for record in records])


def _months(plan: Plan) -> list[Month]:
    return list(months_between(plan.term.first, plan.term.last))


def _by_month(articles: Iterable[ArticleRecord]) -> Mapping[str, Sequence[ArticleRecord]]:
    found: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in articles:
        for month in record.months:
            found[month].append(record)
    return found
