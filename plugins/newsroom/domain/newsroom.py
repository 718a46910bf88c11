"""Everything that was read, and what may be shown of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from .approval import DecisionKind
from .article import Article, Manuscript, ReferenceKind, StandingPage, newest_first
from .gate import Reason, ReasonKind, approved_on, reasons_to_withhold, sound_corrections
from .photo import PhotoPackage
from .plan import Plan, plan_on
from .problem import Level, Problem
from .school import School


@dataclass(frozen=True, kw_only=True)
class Newsroom:
    """The whole content folder, read once: the school, its plans and all that was handed in.

    `foundation_problems` are those of the plans and the school file, on which all else stands;
    `ledger_problems` those of the photo ledger and other loose files. Each manuscript carries
    its own.
    """

    school: School
    plans: tuple[Plan, ...] = ()
    articles: tuple[Article, ...] = ()
    pages: tuple[StandingPage, ...] = ()
    photo_packages: tuple[PhotoPackage, ...] = ()
    foundation_problems: tuple[Problem, ...] = ()
    ledger_problems: tuple[Problem, ...] = ()
    folder: str = "content"

    def label(self, path: str) -> str:
        """A path of the content folder as messages name it."""
        return f"{self.folder}/{path}"

    @cached_property
    def all_problems(self) -> tuple[Problem, ...]:
        own = (p for m in (*self.articles, *self.pages) for p in m.problems)
        found = {*self.foundation_problems, *self.ledger_problems, *own}
        return tuple(sorted(found, key=lambda problem: problem.place))

    def plan_on(self, day: date) -> Plan | None:
        return plan_on(self.plans, day)


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """A manuscript that the public does not see, and why."""

    manuscript: Manuscript
    reasons: tuple[Reason, ...]

    @property
    def is_broken_only(self) -> bool:
        """Approved in every way, and kept back by nothing but its errors."""
        return {reason.kind for reason in self.reasons} == {ReasonKind.BROKEN}


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What the public may see on one day. Holds no trace of what it may not.

    Pages of the public edition are made from this alone, so they cannot leak. `articles` are
    newest first. Whoever builds from it asks nothing else about approval.
    """

    today: date
    school: School
    plans: tuple[Plan, ...]
    articles: tuple[Article, ...]
    pages: tuple[StandingPage, ...]

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Where each published manuscript stands, by what references call it: path or address."""
        return {
            name: manuscript.url
            for manuscript in (*self.articles, *self.pages)
            for name in (manuscript.path, f"/{manuscript.url}")
        }


@dataclass(frozen=True, kw_only=True)
class Review:
    """What the gate says of every manuscript on one day; the desk's view.

    `stoppers` are the errors that must stop a publication: those of the plans and the school
    file, and those of manuscripts that would be public without them. A manuscript that is
    withheld anyway stops nothing, however broken it is.
    """

    newsroom: Newsroom
    publication: Publication
    withheld: tuple[Withheld, ...]
    stoppers: tuple[Problem, ...]

    @cached_property
    def lost_links(self) -> tuple[Problem, ...]:
        """A warning for each link of a public text to something that is withheld."""
        public = (*self.publication.articles, *self.publication.pages)
        return tuple(
            Problem(
                self.newsroom.label(manuscript.path),
                reference.line,
                f"Liên kết tới {reference.target} tạm bỏ, vì bài đó chưa được đăng.",
                "Chữ vẫn giữ; liên kết tự trở lại khi bài kia được đăng.",
                Level.WARNING,
            )
            for manuscript in public
            for reference in manuscript.body.references
            if reference.kind is ReferenceKind.ARTICLE
            and reference.target not in self.publication.addresses
        )

    @cached_property
    def approvals(self) -> dict[str, date]:
        """When each article that has all its approvals got the last of them, by path.

        Articles whose date has not come are among them; returned, withdrawn and broken ones
        are not.
        """
        today = self.publication.today
        waiting_for_their_day = {
            held.manuscript.path
            for held in self.withheld
            if {reason.kind for reason in held.reasons} == {ReasonKind.SCHEDULED}
        }
        published = {article.path for article in self.publication.articles}
        return {
            article.path: day
            for article in self.newsroom.articles
            if article.path in published | waiting_for_their_day
            and (day := approved_on(article, self.newsroom.plans, today))
        }


def review(newsroom: Newsroom, today: date) -> Review:
    """Hold every manuscript against the gate."""
    verdicts = [
        (manuscript, reasons_to_withhold(manuscript, newsroom.plans, today))
        for manuscript in (*newsroom.articles, *newsroom.pages)
    ]
    public = [_shown(m, newsroom.plans, today) for m, reasons in verdicts if not reasons]
    withheld = tuple(Withheld(manuscript=m, reasons=reasons) for m, reasons in verdicts if reasons)
    return Review(
        newsroom=newsroom,
        publication=Publication(
            today=today,
            school=newsroom.school,
            plans=newsroom.plans,
            articles=newest_first(m for m in public if isinstance(m, Article)),
            pages=tuple(
                sorted(
                    (m for m in public if isinstance(m, StandingPage)),
                    key=lambda page: (page.order, page.slug),
                )
            ),
        ),
        withheld=withheld,
        stoppers=_stoppers(newsroom, withheld),
    )


def _shown(manuscript: Manuscript, plans: Sequence[Plan], today: date) -> Manuscript:
    """The manuscript without what is not sound or lies ahead: nobody has vouched for that."""
    corrections = sound_corrections(manuscript, plans, today)
    others = tuple(
        decision
        for decision in manuscript.decisions.others
        if decision.kind is not DecisionKind.CORRECTED
    )
    shown = replace(
        manuscript, decisions=replace(manuscript.decisions, others=(*others, *corrections))
    )
    if isinstance(shown, Article):
        past = tuple(dispatch for dispatch in shown.dispatches if dispatch.on <= today)
        shown = replace(shown, dispatches=past)
    return shown


def _stoppers(newsroom: Newsroom, withheld: Iterable[Withheld]) -> tuple[Problem, ...]:
    broken = (p for held in withheld if held.is_broken_only for p in held.manuscript.errors)
    common = (*newsroom.foundation_problems, *newsroom.ledger_problems)
    common = tuple(problem for problem in common if problem.is_error)
    return tuple(sorted({*common, *broken}, key=lambda problem: problem.place))
