"""The site: the data that all pages of one edition use."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from ...domain.content.content_item import Body
from ...domain.content.ref import Ref
from ...domain.plan.calendar import Month, SchoolYear
from ...domain.plan.category import OLD_ARTICLES, Category
from ...domain.plan.group import Group, Person
from ...domain.plan.plan import Plan
from ...domain.plan.school import School
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.site.host_limits import REDIRECT_FILE, RedirectLimit
from ...domain.site.publication import Evaluation, Publication
from ...domain.tally.photo_event import is_photo_event
from ...vocabulary.publisher import PublisherNouns, nouns_of
from ..article.renditions import MadePicture, Renditions
from ..lists.library import Library
from ..lists.search_months import MonthlyIndexes
from ..plan.figures import Figures
from .link import Link

P = TypeVar("P", bound=Month | SchoolYear)


class Site:
    """The published content in the orders in which pages need it.

    Holds no withheld item: the tallies' cells list only public articles.
    """

    def __init__(
        self,
        evaluation: Evaluation,
        pictures: Renditions,
        monthly_indexes: MonthlyIndexes,
        *,
        is_desk: bool,
        own_redirects: RedirectLimit | None = None,
    ) -> None:
        self.publication: Publication = evaluation.publication
        self.figures = Figures(evaluation)
        self.pictures = pictures
        self.monthly_indexes = monthly_indexes
        self.is_desk = is_desk
        # What is for the staff alone is seen at the desk.
        self.events = evaluation.newsroom.events if is_desk else evaluation.publication.events
        # A preview leads to its category too.
        held = evaluation.withheld if is_desk else ()
        self._categories_used = {
            record.category.code for record in (*self.articles, *(one.record for one in held))
        }
        self._text = evaluation.newsroom.text
        self._years: dict[str, SchoolYear] = {}
        # Addresses of the lists that this edition has: edition.py says so before a text asks.
        self.lists: frozenset[str] = frozenset()
        # What every host of the site takes of rules; None where some may know none.
        self.own_redirects = own_redirects
        # The files that only lead on from a former address: likewise said by edition.py.
        self.redirect_pages: frozenset[str] = frozenset()

    @property
    def redirect_limit(self) -> RedirectLimit:
        return self.own_redirects or REDIRECT_FILE

    @property
    def school(self) -> School:
        return self.publication.school

    @property
    def nouns(self) -> PublisherNouns:
        """The nouns by which pages call the publisher and its groups."""
        return nouns_of(self.school)

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self.publication.plans

    @property
    def articles(self) -> tuple[ArticleRecord, ...]:
        return self.publication.articles

    @cached_property
    def library(self) -> Library:
        return Library(self.publication)

    @property
    def home_url(self) -> str:
        """The address of the front page; the desk edition opens on a page of its own."""
        return Section.PUBLIC_HOME.front if self.is_desk else ""

    def text(self, record: ArticleRecord) -> Body:
        """The text of an item that a page shows."""
        return self._text(record.path)

    @cached_property
    def current_plan(self) -> Plan:
        """The plan in force today, else the last one that began, else the first to come."""
        today = self.publication.today
        begun = [plan for plan in self.plans if plan.term.first <= today]
        return begun[-1] if begun else self.plans[0]

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every group of every plan, as the latest plan describes it, in the plan's order."""
        return tuple({g.code: g for plan in self.plans for g in plan.groups}.values())

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """Those of every plan likewise, and that of old articles where an import left some."""
        of_plans = {c.code: c for plan in self.plans for c in plan.categories}
        if OLD_ARTICLES.code in self._categories_used:
            of_plans.setdefault(OLD_ARTICLES.code, OLD_ARTICLES)
        return tuple(of_plans.values())

    @cached_property
    def photo_events(self) -> tuple[ArticleRecord, ...]:
        """The articles of the photo galleries, newest first."""
        return tuple(filter(is_photo_event, self.articles))

    @cached_property
    def by_category(self) -> Mapping[str, list[ArticleRecord]]:
        return _grouped(((a.category,), a) for a in self.articles)

    @cached_property
    def by_group(self) -> Mapping[str, list[ArticleRecord]]:
        return _grouped((a.groups, a) for a in self.articles)

    @cached_property
    def by_author(self) -> Mapping[str, list[ArticleRecord]]:
        return _grouped((a.authors, a) for a in self.articles)

    def school_years_of(
        self, articles: Sequence[ArticleRecord]
    ) -> Mapping[SchoolYear, Sequence[ArticleRecord]]:
        """These articles, newest first, by school year, newest year first."""
        return _cut(articles, lambda newest: self.school_year(newest.month))

    def school_year(self, month: str) -> SchoolYear:
        """The school year of a month (2024-11)."""
        if month not in self._years:
            first = Month.parse(month).first
            self._years[month] = SchoolYear.of(first, self.school.year_starts_in)
        return self._years[month]

    def link_to(self, thing: Group | Category | Person) -> Link:
        """A person without a public article has no page."""
        return self.link(
            Ref(code=thing.code, name=thing.name, url=thing.url),
            is_person=isinstance(thing, Person),
        )

    def link(self, ref: Ref, *, is_person: bool = False) -> Link:
        return Link(ref.name, ref.url if not is_person or ref.code in self.by_author else "")

    def links(self, refs: Iterable[Ref], *, are_people: bool = False) -> tuple[Link, ...]:
        return tuple(self.link(ref, is_person=are_people) for ref in refs)

    def picture(self, path: str) -> MadePicture | None:
        return self.pictures.picture(path) if path else None

    def cover(self, record: ArticleRecord) -> MadePicture | None:
        return self.pictures.cover(record.cover) if record.cover else None

    def shared(self, record: ArticleRecord) -> MadePicture | None:
        return self.pictures.shared(record.shared) if record.shared else None


def months_of(articles: Sequence[ArticleRecord]) -> Mapping[Month, Sequence[ArticleRecord]]:
    """These articles, newest first, by month, newest month first."""
    return _cut(articles, lambda newest: Month.parse(newest.month))


def _cut(
    articles: Sequence[ArticleRecord], period_of: Callable[[ArticleRecord], P]
) -> dict[P, Sequence[ArticleRecord]]:
    """Articles, newest first, cut into periods: looks at the ends of each, not at every article."""
    cut: dict[P, Sequence[ArticleRecord]] = {}
    start = 0
    while start < len(articles):
        period = period_of(articles[start])
        end = _first_before(period.first, articles, start)
        cut[period] = articles[start:end]
        start = end
    return cut


def _first_before(day: date, articles: Sequence[ArticleRecord], start: int) -> int:
    """The place of the first article older than that day, from `start` on."""
    rest = range(start, len(articles))
    return start + bisect_left(rest, True, key=lambda n: articles[n].on < day)


def _grouped(
    pairs: Iterable[tuple[Iterable[Ref], ArticleRecord]],
) -> Mapping[str, list[ArticleRecord]]:
    grouped: dict[str, list[ArticleRecord]] = defaultdict(list)
    for refs, article in pairs:
        for ref in refs:
            # What no plan knows is a name, and has no list.
            if ref.url:
                grouped[ref.code].append(article)
    return grouped
