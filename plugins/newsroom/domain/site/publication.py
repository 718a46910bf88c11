"""The newsroom as it was read, and the publication: the part of it that may be shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from ..approval.blocker import Blocker, BlockerKind
from ..content.content_item import Body, ContentItem
from ..content.event import CalendarEvent
from ..content.import_decision import ImportList
from ..content.photo_package import PhotoPackage
from ..content.unit_publication import UnitPublication
from ..message import Message
from ..plan.audit.audit import audited, deadlocks
from ..plan.plan import Plan, cleans_files, plan_on
from ..plan.school import School
from ..problem import Level, Problem
from ..sample_names import sample_problems
from ..text.dates import moment_of
from ..unfilled import UnfilledPlace
from .article_record import ArticleRecord, newest_first


def _no_item(path: str) -> ContentItem:
    raise KeyError(path)


def _no_text(path: str) -> Body:
    raise KeyError(path)


def _no_place(path: str) -> str:
    raise KeyError(path)


@dataclass(frozen=True, kw_only=True)
class Newsroom:
    """The whole content folder on one day: the school, its plans and all that was handed in.

    `articles`, `pages` and `documents` are records. `read` gives the item behind one, by its
    path, its body holding references only; `text` gives the whole body, and `place` says where a
    file of the folder lies on the disk. `events` are those of the calendar, in their order,
    `imports` the lists of what came from old sites. `plan_keys` has a digest of each plan, by its
    code. `config_problems` are those of the plans and the school file, on which all else stands;
    `ledger_problems` those of the photo ledger and other loose files. Each record carries its own.
    `demo_files` are files of the demo that lie in the folder of a site that is not the demo.
    """

    school: School
    plans: tuple[Plan, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()
    pages: tuple[ArticleRecord, ...] = ()
    documents: tuple[ArticleRecord, ...] = ()
    photo_packages: tuple[PhotoPackage, ...] = ()
    unit_publications: tuple[UnitPublication, ...] = ()
    events: tuple[CalendarEvent, ...] = ()
    imports: tuple[ImportList, ...] = ()
    config_problems: tuple[Problem, ...] = ()
    ledger_problems: tuple[Problem, ...] = ()
    plan_keys: Mapping[str, str] = field(default_factory=dict)
    demo_files: tuple[str, ...] = ()
    folder: str = "content"
    read: Callable[[str], ContentItem] = field(default=_no_item, compare=False, repr=False)
    text: Callable[[str], Body] = field(default=_no_text, compare=False, repr=False)
    place: Callable[[str], str] = field(default=_no_place, compare=False, repr=False)

    def label(self, path: str) -> str:
        """A path of the content folder as messages name it."""
        return f"{self.folder}/{path}"

    @property
    def content_items(self) -> tuple[ArticleRecord, ...]:
        """Everything that was handed in."""
        return (*self.articles, *self.pages, *self.documents)

    @cached_property
    def all_problems(self) -> tuple[Problem, ...]:
        own = (p for m in self.content_items if m.problems for p in m.problems)
        found = {*self.config_problems, *self.ledger_problems, *own}
        return tuple(sorted(found, key=lambda problem: problem.place))

    @cached_property
    def sample_problems(self) -> tuple[Problem, ...]:
        """The errors for what is of a sample on a site that is not one: it is never published."""
        if self.config_problems:
            return ()
        files = map(self.label, self.demo_files)
        calendar = self.label("lich.yaml")
        return sample_problems(self.school, self.plans, files, self.events, calendar)

    @property
    def unfilled(self) -> tuple[UnfilledPlace, ...]:
        """The places of the school file and the plans that are still to be filled in."""
        return (*self.school.unfilled, *(place for plan in self.plans for place in plan.unfilled))

    def plan_on(self, day: date) -> Plan | None:
        return plan_on(self.plans, day)


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """An item that the public does not see, and why."""

    record: ArticleRecord

    @cached_property
    def reasons(self) -> tuple[Blocker, ...]:
        return self.record.reasons

    @property
    def is_broken_only(self) -> bool:
        """Approved in every way, and kept back by nothing but its errors."""
        return {reason.kind for reason in self.reasons} == {BlockerKind.BROKEN}


class Removed(NamedTuple):
    """Something that stood in public and was taken down: where, and on what day."""

    url: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Publication:
    """The items that the public may see at one moment. Holds no trace of what it may not.

    Pages of the public edition are made from this alone, so they cannot leak. `articles` and
    `documents` are newest first. Of what was taken down it knows the address, which was public,
    and the day. Whoever builds from it asks nothing else about approval.
    """

    now: datetime
    school: School
    plans: tuple[Plan, ...]
    articles: tuple[ArticleRecord, ...]
    pages: tuple[ArticleRecord, ...]
    documents: tuple[ArticleRecord, ...] = ()
    events: tuple[CalendarEvent, ...] = ()
    removed: tuple[Removed, ...] = ()

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def content_items(self) -> tuple[ArticleRecord, ...]:
        return (*self.articles, *self.pages, *self.documents)

    @property
    def cleans_files(self) -> bool:
        """True where attachments go out without what they tell besides what they show."""
        return cleans_files(self.plans, self.today)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address of each published item, by what references call it: path or address."""
        public = self.content_items
        return {m.path: m.url for m in public} | {f"/{m.url}": m.url for m in public}


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """The gate's answer for every item at one moment; the desk's view.

    `blocking_errors` are those that must stop a publication: those of the plans and the school
    file, and those of items that would be public without them. An item that is
    withheld anyway stops nothing, however broken it is.
    """

    newsroom: Newsroom
    publication: Publication
    withheld: tuple[Withheld, ...]
    blocking_errors: tuple[Problem, ...]

    @cached_property
    def audit(self) -> tuple[Problem, ...]:
        """Everything that the plans ask for and that cannot be so; most of it is advice."""
        newsroom = self.newsroom
        return audited(newsroom.plans, newsroom.school, self.publication.today)

    @cached_property
    def lost_links(self) -> tuple[Problem, ...]:
        """A warning for each link of a public text to something that is withheld."""
        public = self.publication.content_items
        return tuple(
            Problem(
                self.newsroom.label(item.path),
                link.line,
                Message(
                    "NR-LINK-003", f"Liên kết tới {link.target} tạm bỏ, vì bài đó chưa được đăng."
                ),
                "Chữ vẫn giữ; liên kết tự trở lại khi bài kia được đăng.",
                Level.WARNING,
            )
            for item in public
            if item.links
            for link in item.links
            if link.target not in self.publication.addresses
        )


def evaluate_site(newsroom: Newsroom, now: date) -> Evaluation:
    """Part what the gate lets through from what it withholds.

    The newsroom's records must be of that moment; of a day it is its first minute.
    """
    withheld = tuple(Withheld(record=m) for m in newsroom.content_items if m.reasons)
    pages = [page for page in newsroom.pages if not page.reasons]
    taken = {m.url for m in newsroom.content_items if not m.reasons}
    return Evaluation(
        newsroom=newsroom,
        publication=Publication(
            now=moment_of(now),
            school=newsroom.school,
            plans=newsroom.plans,
            articles=newest_first(m for m in newsroom.articles if not m.reasons),
            pages=tuple(sorted(pages, key=lambda page: (page.order, page.slug))),
            documents=newest_first(m for m in newsroom.documents if not m.reasons),
            events=tuple(event for event in newsroom.events if event.is_public),
            removed=tuple(
                sorted(
                    # Two that stood at one address, one after the other, leave one page.
                    {
                        held.record.url: Removed(held.record.url, held.record.removed)
                        for held in withheld
                        if held.record.removed and held.record.url not in taken
                    }.values()
                )
            ),
        ),
        withheld=withheld,
        blocking_errors=_stoppers(newsroom, withheld, moment_of(now).date()),
    )


def _stoppers(newsroom: Newsroom, withheld: Iterable[Withheld], today: date) -> tuple[Problem, ...]:
    broken = (
        problem for held in withheld if held.is_broken_only for problem in held.record.problems
    )
    locked = deadlocks(newsroom.plans, today)
    loose = (*newsroom.ledger_problems, *newsroom.sample_problems)
    every = {*newsroom.config_problems, *loose, *locked, *broken}
    errors = (problem for problem in every if problem.is_error)
    return tuple(sorted(errors, key=lambda problem: problem.place))
