"""What counts, when, and for whom: the events behind every figure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .article import Article
from .calendar import Period
from .dispatch import DispatchKind
from .newsroom import Review
from .quota import Measure, Quota


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that counts: its day, its groups, and the article (None: a photo package)."""

    on: date
    groups: frozenset[str]
    article: Article | None = None
    destination: str = ""

    def answers(self, quota: Quota) -> bool:
        """Whether the quota's genres, categories and destinations let it count."""
        if self.article is None:
            return True
        return (
            (not quota.genres or self.article.genre in quota.genres)
            and (not quota.categories or self.article.category.code in quota.categories)
            and (not quota.destinations or self.destination in quota.destinations)
        )


@dataclass(frozen=True)
class Ledger:
    """All events up to a review's day, by measure and in the order of time.

    Handed in (nộp) counts whatever its fate; everything else counts only while the article has
    all its approvals. So a number never falls because an article waits, and never stands on an
    article that was withdrawn.
    """

    review: Review

    @cached_property
    def _events(self) -> dict[Measure, tuple[Event, ...]]:
        today = self.review.publication.today
        return {
            measure: tuple(
                sorted(
                    (event for event in self._of(measure) if event.on <= today),
                    key=lambda event: event.on,
                )
            )
            for measure in Measure
        }

    def within(self, measure: Measure, period: Period) -> tuple[Event, ...]:
        """The events of that measure on the days of the period."""
        events = self._events[measure]
        start = bisect_left(events, period.first, key=lambda event: event.on)
        end = bisect_right(events, period.last, key=lambda event: event.on)
        return events[start:end]

    def _of(self, measure: Measure) -> Iterator[Event]:
        if measure is Measure.PHOTOS:
            for package in self.review.newsroom.photo_packages:
                yield Event(on=package.on, groups=frozenset({package.group}))
            return
        for article in self.review.newsroom.articles:
            groups = frozenset(group.code for group in article.groups)
            for day, destination in self._days(measure, article):
                yield Event(on=day, groups=groups, article=article, destination=destination)

    def _days(self, measure: Measure, article: Article) -> Iterator[tuple[date, str]]:
        approved = self.review.approvals.get(article.path)
        match measure:
            case Measure.SUBMITTED:
                yield article.submitted, ""
            case _ if approved is None:
                return
            case Measure.APPROVED:
                yield approved, ""
            case Measure.PUBLISHED:
                yield article.on, ""
            case Measure.SENT:
                for dispatch in article.sent(DispatchKind.SENT):
                    yield dispatch.on, dispatch.superior.code
            case Measure.CARRIED:
                for dispatch in article.sent(DispatchKind.CARRIED):
                    yield dispatch.on, dispatch.superior.code
