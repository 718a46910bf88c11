"""What all pages of one edition draw from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..domain.article import Article
from ..domain.calendar import SchoolYear
from ..domain.category import Category
from ..domain.counting import Ledger
from ..domain.group import Group, Person
from ..domain.newsroom import Publication, Review
from ..domain.plan import Plan
from ..domain.school import School
from ..domain.tally import Tally, tally
from .pictures import MadePicture, PictureShop


@dataclass(frozen=True)
class Link:
    """A name and where it leads; `url` is relative to the root of the site, empty for nowhere."""

    name: str
    url: str


class Site:
    """The published content in the orders in which pages need it.

    Holds no withheld manuscript: the tallies' cells list only public articles.
    """

    def __init__(self, review: Review, pictures: PictureShop, *, is_desk: bool) -> None:
        self.publication: Publication = review.publication
        ledger = Ledger(review)
        self.tallies: Mapping[str, Tally] = {
            plan.code: tally(plan, ledger) for plan in review.publication.plans
        }
        self.pictures = pictures
        self.is_desk = is_desk

    @property
    def school(self) -> School:
        return self.publication.school

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self.publication.plans

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.publication.articles

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
        return tuple({c.code: c for plan in self.plans for c in plan.categories}.values())

    @cached_property
    def by_category(self) -> Mapping[str, list[Article]]:
        return _grouped((article.category.code, article) for article in self.articles)

    @cached_property
    def by_group(self) -> Mapping[str, list[Article]]:
        return _grouped((g.code, article) for article in self.articles for g in article.groups)

    @cached_property
    def by_author(self) -> Mapping[str, list[Article]]:
        return _grouped((p.code, article) for article in self.articles for p in article.authors)

    @cached_property
    def by_school_year(self) -> Mapping[SchoolYear, list[Article]]:
        return _by_school_year(self.articles, self.school.year_starts_in)

    def school_years_of(self, articles: Iterable[Article]) -> Mapping[SchoolYear, list[Article]]:
        """These articles by school year, newest year first."""
        return _by_school_year(articles, self.school.year_starts_in)

    def link_to(self, thing: Group | Category | Person) -> Link:
        """A person without a public article has no page."""
        has_page = not isinstance(thing, Person) or thing.code in self.by_author
        return Link(thing.name, thing.url if has_page else "")

    def picture(self, path: str) -> MadePicture | None:
        return self.pictures.make(path) if path else None


def _grouped(pairs: Iterable[tuple[str, Article]]) -> Mapping[str, list[Article]]:
    grouped: dict[str, list[Article]] = defaultdict(list)
    for key, article in pairs:
        grouped[key].append(article)
    return grouped


def _by_school_year(
    articles: Iterable[Article], start_month: int
) -> Mapping[SchoolYear, list[Article]]:
    years: dict[SchoolYear, list[Article]] = defaultdict(list)
    for article in articles:
        years[article.school_year(start_month)].append(article)
    return dict(sorted(years.items(), reverse=True))
