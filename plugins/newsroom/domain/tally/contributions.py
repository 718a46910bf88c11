"""The events behind every figure: each thing that counts, its day, its groups."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, Protocol, assert_never

from ..content.photo_package import PhotoPackage
from ..content.submission import SubmissionKind
from ..content.unit_publication import UnitPublication
from ..plan.calendar import Period
from ..plan.category import Genre
from ..plan.measure import Measure, Narrowing, declaration_of
from ..site.article_record import ArticleRecord
from ..site.publication import Evaluation


class Narrowed(Protocol):
    """A quota or a rule of points: its measure, and what narrows it (empty means any)."""

    @property
    def measure(self) -> Measure: ...
    @property
    def genres(self) -> frozenset[Genre]: ...
    @property
    def categories(self) -> frozenset[str]: ...
    @property
    def destinations(self) -> frozenset[str]: ...


class Contribution(NamedTuple):
    """One thing that counts on one day, for its groups.

    `thing` tells things apart: an article that was sent twice makes two contributions and is one
    thing. `article` is ours, `elsewhere` one on a unit's site; a package of photos is neither.
    `amount` is how many it counts for. What came on another day than that on which it counts has
    its day in `arrived`.
    """

    on: date
    thing: str
    groups: frozenset[str]
    article: ArticleRecord | None = None
    destination: str = ""
    amount: int = 1
    arrived: date | None = None
    elsewhere: UnitPublication | None = None

    @property
    def came(self) -> date:
        """The day on which it was handed in."""
        return self.arrived or self.on

    @property
    def genre(self) -> Genre | None:
        told = self.article or self.elsewhere
        return told.genre if told else None

    @property
    def category(self) -> str:
        if self.elsewhere:
            return self.elsewhere.category
        return self.article.category.code if self.article else ""

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(author.code for author in self.article.authors) if self.article else ()

    def answers(self, asked: Narrowed) -> bool:
        """True where the genres, categories and destinations asked for let it count."""
        may_be = declaration_of(asked.measure).narrowed_by
        return (
            (not asked.genres or Narrowing.GENRE not in may_be or self.genre in asked.genres)
            and (
                not asked.categories
                or Narrowing.CATEGORY not in may_be
                or self.category in asked.categories
            )
            and (
                not asked.destinations
                or Narrowing.DESTINATION not in may_be
                or self.destination in asked.destinations
            )
        )


def first_of_each(events: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """The first event of each thing, in the order of the events."""
    found: dict[str, Contribution] = {}
    for event in events:
        found.setdefault(event.thing, event)
    return tuple(found.values())


def number_of(events: Iterable[Contribution]) -> int:
    """The number that these events make: every thing once, for as many as it counts."""
    return sum(event.amount for event in first_of_each(events))


@dataclass(frozen=True)
class EventLog:
    """All events up to one day, by measure and in the order of time.

    What is not handed in counts nowhere, nor what an import brought, unless its decision says so.
    Handed in (nộp) counts whatever its fate; everything else
    counts only while the article has all its approvals. So a number never falls because an article
    waits, and never stands on an article that was withdrawn.
    """

    today: date
    articles: tuple[ArticleRecord, ...]
    photo_packages: tuple[PhotoPackage, ...] = ()
    unit_publications: tuple[UnitPublication, ...] = ()

    @classmethod
    def of(cls, evaluation: Evaluation) -> "EventLog":
        """Of everything that was handed in."""
        newsroom = evaluation.newsroom
        return cls(
            evaluation.publication.today,
            newsroom.articles,
            newsroom.photo_packages,
            newsroom.unit_publications,
        )

    @cached_property
    def _known(self) -> dict[Measure, tuple[list[date], list[Contribution]]]:
        return {}

    def _events(self, measure: Measure) -> tuple[list[date], list[Contribution]]:
        """The events of a measure in the order of time, and their days. Counted when asked for."""
        if measure not in self._known:
            until = self.today
            events = [e for e in self._of(measure) if e.on <= until and e.came <= until]
            events.sort(key=attrgetter("on"))
            self._known[measure] = ([event.on for event in events], events)
        return self._known[measure]

    def within(self, measure: Measure, period: Period) -> list[Contribution]:
        """The events of that measure on the days of the period."""
        days, events = self._events(measure)
        return events[bisect_left(days, period.first) : bisect_right(days, period.last)]

    @cached_property
    def _handed_in(self) -> list[ArticleRecord]:
        return [a for a in self.articles if not a.lacks and a.is_counted]

    def _of(self, measure: Measure) -> Iterator[Contribution]:
        match measure:
            case Measure.SUBMITTED:
                return (_of_article(a, a.submitted) for a in self._handed_in if a.submitted)
            case Measure.APPROVED:
                return (_of_article(a, a.approved) for a in self._handed_in if a.approved)
            case Measure.PUBLISHED:
                # Approved and not public: its hour has not come.
                return (_of_article(a, a.on) for a in self._handed_in if a.approved and a.is_public)
            case Measure.SENT:
                return self._ways(SubmissionKind.SENT)
            case Measure.CARRIED:
                return self._ways(SubmissionKind.CARRIED)
            case Measure.PHOTOS:
                return self._packages()
            case Measure.ON_UNIT_SITE:
                return map(_of_unit, self.unit_publications)
            case _:
                assert_never(measure)

    def _ways(self, kind: SubmissionKind) -> Iterator[Contribution]:
        for article in self._handed_in:
            for sent in article.sent(kind) if article.approved else ():
                yield _of_article(article, sent.on, sent.office.code)

    def _packages(self) -> Iterator[Contribution]:
        for number, package in enumerate(self.photo_packages):
            handed_in = Contribution(
                on=package.counts_on,
                thing=f"package {number}",
                groups=frozenset({package.group}),
                arrived=package.on,
            )
            yield handed_in
            # Sent on it is the same package: only where a quota names the office, this counts.
            for sent in package.sendings:
                yield handed_in._replace(arrived=sent.on, destination=sent.office)


def _of_unit(found: UnitPublication) -> Contribution:
    return Contribution(
        on=found.on, thing=found.link, groups=frozenset({found.group}), elsewhere=found
    )


def _of_article(article: ArticleRecord, day: date, destination: str = "") -> Contribution:
    return Contribution(
        on=day,
        thing=article.path,
        groups=frozenset(group.code for group in article.groups),
        article=article,
        destination=destination,
    )
