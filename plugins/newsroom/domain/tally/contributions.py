"""The events behind every figure: each article that counts, its day, its groups."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from ..content.photo_package import PhotoPackage
from ..content.submission import SubmissionKind
from ..plan.calendar import Period
from ..plan.category import Genre
from ..plan.quota import Measure, Quota
from ..site.article_record import ArticleRecord
from ..site.publication import Review


class Contribution(NamedTuple):
    """One thing that counts: its day, its groups, and the article (None: a photo package)."""

    on: date
    groups: frozenset[str]
    article: ArticleRecord | None = None
    destination: str = ""

    def answers(self, quota: Quota) -> bool:
        """True where the quota's genres, categories and destinations let the contribution count."""
        if self.article is None:
            return True
        return (
            (not quota.genres or Genre(self.article.genre) in quota.genres)
            and (not quota.categories or self.article.category[0] in quota.categories)
            and (not quota.destinations or self.destination in quota.destinations)
        )


@dataclass(frozen=True)
class EventLog:
    """All events up to one day, by measure and in the order of time.

    Handed in (nộp) counts whatever its fate; everything else counts only while the article has
    all its approvals. So a number never falls because an article waits, and never stands on an
    article that was withdrawn.
    """

    today: date
    articles: tuple[ArticleRecord, ...]
    photo_packages: tuple[PhotoPackage, ...] = ()

    @classmethod
    def of(cls, review: Review) -> "EventLog":
        """Of everything that was handed in."""
        newsroom = review.newsroom
        return cls(review.publication.today, newsroom.articles, newsroom.photo_packages)

    @cached_property
    def _known(self) -> dict[Measure, tuple[list[date], list[Contribution]]]:
        return {}

    def _events(self, measure: Measure) -> tuple[list[date], list[Contribution]]:
        """The events of a measure in the order of time, and their days. Counted when asked for."""
        if measure not in self._known:
            events = [event for event in self._of(measure) if event.on <= self.today]
            events.sort(key=attrgetter("on"))
            self._known[measure] = ([event.on for event in events], events)
        return self._known[measure]

    def within(self, measure: Measure, period: Period) -> list[Contribution]:
        """The events of that measure on the days of the period."""
        days, events = self._events(measure)
        return events[bisect_left(days, period.first) : bisect_right(days, period.last)]

    def _of(self, measure: Measure) -> Iterator[Contribution]:
        if measure is Measure.PHOTOS:
            for package in self.photo_packages:
                yield Contribution(on=package.on, groups=frozenset({package.group}))
            return
        for article in self.articles:
            groups = frozenset(code for code, _, _ in article.groups)
            for day, destination in _days(measure, article):
                yield Contribution(
                    on=date.fromisoformat(day),
                    groups=groups,
                    article=article,
                    destination=destination,
                )


def _days(measure: Measure, article: ArticleRecord) -> Iterator[tuple[str, str]]:
    match measure:
        case Measure.SUBMITTED:
            yield article.submitted, ""
        case _ if not article.approved:
            return
        case Measure.APPROVED:
            yield article.approved, ""
        case Measure.PUBLISHED:
            yield article.on, ""
        case Measure.SENT | Measure.CARRIED:
            kind = SubmissionKind.SENT if measure is Measure.SENT else SubmissionKind.CARRIED
            for _, office, _, day, _ in article.sent(kind):
                yield day, office
