"""The sample plans of the handbook, and what would meet, miss or exceed each quota."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from newsroom.domain.content.content_item import Article
from newsroom.domain.content.decisions import Approval, Decisions
from newsroom.domain.content.photo_package import PackageSending, PhotoPackage
from newsroom.domain.content.submission import Selection, Submission, SubmissionKind
from newsroom.domain.content.unit_publication import UnitPublication
from newsroom.domain.plan.board import BOARD, HEAD
from newsroom.domain.plan.calendar import Period
from newsroom.domain.plan.category import Genre
from newsroom.domain.plan.group import Group
from newsroom.domain.plan.measure import Measure
from newsroom.domain.plan.plan import Plan
from newsroom.domain.plan.quota import Quota
from newsroom.domain.plan.school import School
from newsroom.domain.site.indexing import record_of
from newsroom.domain.site.publication import Evaluation, Newsroom, evaluate_site
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.plan.school_file import read_school

FOLDER = Path(__file__).resolve().parents[1] / "docs/ke-hoach-mau"
SEAL = "a" * 12
PLAN_FILES = sorted(FOLDER.glob("*/ke-hoach/*.yaml"))


@dataclass(frozen=True)
class Sample:
    """One sample plan with the school that it belongs to."""

    school: School
    plan: Plan

    def evaluation(
        self, articles=(), packages=(), today: date | None = None, publications=()
    ) -> Evaluation:
        """These articles held against the gate; by default the day after the plan's term."""
        now = today or date.fromordinal(self.plan.term.last.toordinal() + 1)
        newsroom = Newsroom(
            school=self.school,
            plans=(self.plan,),
            articles=tuple(record_of(article, [self.plan], now) for article in articles),
            photo_packages=tuple(packages),
            unit_publications=tuple(publications),
        )
        return evaluate_site(newsroom, now)


@cache
def sample(name: str) -> Sample:
    """The sample of one folder of docs/ke-hoach-mau/."""
    text = (FOLDER / name / "truong.yaml").read_text(encoding="utf-8")
    school, problems = read_school(f"{name}/truong.yaml", text)
    assert problems == []
    (file,) = (FOLDER / name / "ke-hoach").glob("*.yaml")
    plan, problems = read_plan(str(file), file.read_text(encoding="utf-8"), school.offices)
    assert problems == []
    return Sample(school, plan)


NAMES = sorted(path.parent.parent.name for path in PLAN_FILES)


def quotas() -> Iterator[tuple[str, str]]:
    """Every quota of every sample: the folder and the quota's code."""
    for name in NAMES:
        for quota in sample(name).plan.quotas:
            yield name, quota.code


def answering(
    plan: Plan, school: School, quota: Quota, group: Group | None, period: Period, number: int
) -> Iterator[Article]:
    """So many articles that answer the quota in the period, one of each kind that it allows."""
    first = max(period.first, plan.term.first)
    genres = sorted(quota.genres or {Genre.ARTICLE}, key=lambda genre: genre.value)
    categories = sorted(quota.categories) or [plan.categories[0].code]
    destinations = sorted(quota.destinations) or [school.offices[0].code]
    for n in range(number):
        category = plan.category_register.find(categories[n % len(categories)])[0]
        group_ = group or plan.groups[n % len(plan.groups)]
        author = plan.contributors[0] if plan.contributors else group_.members[-1]
        kind = SubmissionKind.CARRIED if quota.measure is Measure.CARRIED else SubmissionKind.SENT
        office = school.office(destinations[n % len(destinations)])
        slug = f"{quota.code}-{group_.code}-{period.code}-{n}"
        sent = Submission(kind=kind, office=office, on=first)
        yield Article(
            path=f"tin-bai/{slug}.md",
            slug=slug,
            title=f"Bài {n}",
            fingerprint=SEAL,
            on=first,
            submitted=first,
            groups=(group_,),
            authors=(author,),
            category=category,
            genre=genres[n % len(genres)],
            decisions=Decisions(approvals=tuple(_approvals(plan, category, group_, author, first))),
            submissions=(replace(sent, seal=sent.seal_for(slug)),),
            # The board's choice, which some plans ask for before anything counts as sent.
            selections=(Selection(office=office, by=plan.board[0].person.name, on=first),),
        )


def _approvals(plan, category, group, author, on) -> Iterator[Approval]:
    """All that the category asks for, each by another person; the board's last."""
    taken = {author.code}
    for line, role in enumerate(reversed(category.required_roles), start=1):
        if role == HEAD and (group.head is None or group.head == author):
            continue
        held = [m.person for m in plan.board if m.may_approve_as(role, on)]
        able = [group.head] if role == HEAD else held
        if role == BOARD and plan.principal_approves_last:
            able = [member.person for member in plan.principals]
        by = next(person for person in able if person.code not in taken)
        taken.add(by.code)
        yield Approval(by=by.name, on=on, role=role, seal=SEAL, line=line)


def packages(quota: Quota, group: Group | None, period: Period, number: int):
    """So many packages of photos, where the quota counts those."""
    sendings = tuple(PackageSending(on=period.first, office=o) for o in sorted(quota.destinations))
    if quota.measure is Measure.PHOTOS and group:
        for _ in range(number):
            yield PhotoPackage(
                group=group.code,
                on=period.first,
                pictures=12,
                semester=period,
                sendings=sendings[:1],
            )


def publications(quota: Quota, group: Group | None, period: Period, number: int):
    """So many articles on the site of a unit, where the quota counts those."""
    if quota.measure is Measure.ON_UNIT_SITE and group:
        for n in range(number):
            yield UnitPublication(
                group=group.code,
                on=period.first,
                title=f"Bài {n}",
                link=f"https://{group.code}.example/{period.code}/{n}",
                category=min(quota.categories, default=""),
                genre=min(quota.genres or {Genre.ARTICLE}, key=lambda genre: genre.value),
            )
