"""A plan file: one communication plan in Vietnamese keys, read into a Plan."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator

from ...domain.content.document import DisclosureItem
from ...domain.plan.board import BoardMember
from ...domain.plan.calendar import Period, PeriodKind
from ...domain.plan.category import Category, Genre
from ...domain.plan.group import Group
from ...domain.plan.measure import Measure
from ...domain.plan.plan import Plan
from ...domain.plan.school import ParentOffice
from ...domain.problem import Problem
from ...domain.text.vietnamese import slug
from ...vocabulary.approval import heads_the_board, leads_the_school, role_named
from ...vocabulary.genres import GENRES
from ...vocabulary.measures import MEASURES
from ...vocabulary.plan import PERIODS, PLAN_KINDS
from ...vocabulary.words import shown
from .checks.plan_checks import check_plan
from .forms.form_types import (
    ALONE,
    SPLIT,
    Date,
    DueDay,
    Months,
    Name,
    Number,
    Texts,
    YesNo,
    named,
    one_of,
)
from .forms.yaml_file import YamlFile, YamlForm
from .plan_names import PlanNames
from .plan_people import People, PersonEntry
from .plan_quotas import read_quota
from .plan_rules import (
    DeadlineEntry,
    PointEntry,
    RetentionEntry,
    due_rule,
    point_rule,
    retention_rule,
)
from .plan_topics import TopicEntry, read_topic


def _items(value: Any) -> Any:
    """Bare names in a list, as entries with a name."""
    return [named(item) for item in value] if isinstance(value, list) else value


class SemesterEntry(YamlForm):
    name: Name
    first: Date
    last: Date


class BoardEntry(PersonEntry):
    title: Name
    duty: str = ""
    roles: Texts
    first: Date | None = None
    last: Date | None = None


class GroupEntry(YamlForm):
    name: Name
    kind: Name
    code: str = ""
    aliases: Texts = ()
    head: Annotated[PersonEntry | None, BeforeValidator(named)] = None
    members: Annotated[tuple[PersonEntry, ...], BeforeValidator(_items)] = ()
    sites: Texts = ()
    first: Date | None = None
    last: Date | None = None


class CategoryEntry(YamlForm):
    name: Name
    code: str = ""
    aliases: Texts = ()
    description: str = ""
    owners: Texts = ()
    extra_roles: Texts = ()


class QuotaEntry(YamlForm):
    code: Name
    name: Name
    who: Texts
    at_least: Number | None = None
    aim: Number | None = None
    per: Annotated[PeriodKind, one_of(PERIODS)]
    measure: Annotated[Measure, one_of(MEASURES)]
    genres: Annotated[tuple[Annotated[Genre, one_of(GENRES)], ...], SPLIT] = ()
    # Names that may hold a comma: taken whole first.
    categories: Annotated[tuple[str, ...], ALONE] = ()
    destinations: Texts = ()
    first: Date | None = None
    last: Date | None = None
    source: str = ""


class DisclosureEntry(YamlForm):
    name: Name
    code: str = ""
    aliases: Texts = ()
    due: DueDay | None = None
    owners: Texts = ()


class PlanFile(YamlForm):
    title: Name
    kind: Annotated[str, one_of(PLAN_KINDS)] = "school year"
    first: Date
    last: Date
    number: str = ""
    issued: Date | None = None
    quotas_from: Date | None = None
    replaced: Date | None = None
    counted_months: Months = tuple(range(1, 13))
    semesters: tuple[SemesterEntry, ...] = ()
    board: tuple[BoardEntry, ...]
    groups: tuple[GroupEntry, ...]
    contributors: Annotated[tuple[PersonEntry, ...], BeforeValidator(_items)] = ()
    categories: tuple[CategoryEntry, ...]
    quotas: tuple[QuotaEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    disclosures: tuple[DisclosureEntry, ...] = ()
    deadlines: tuple[DeadlineEntry, ...] = ()
    points: tuple[PointEntry, ...] = ()
    retention: tuple[RetentionEntry, ...] = ()
    seal_required: YesNo = False
    principal_approves_last: YesNo = False
    consent_required: YesNo = True
    sending_needs_selection: YesNo = False
    individuals_public: YesNo = False
    cleans_files: YesNo = False


def read_plan(
    path: str, text: str, offices: Sequence[ParentOffice] | None
) -> tuple[Plan | None, list[Problem]]:
    """The plan of one file, or None with the problems that kept it from being read.

    `offices` is None where the school file could not be read; the plan then has no destinations.
    """
    file = YamlFile(path, text)
    form = file.read(PlanFile)
    if form is None:
        return None, file.problems
    people = People(file)
    for name, entries in (("board", form.board), ("contributors", form.contributors)):
        people.add(entries, name)
    for n, group in enumerate(form.groups):
        people.add(group.members, "groups", n, "members")
        people.add((group.head,) if group.head else (), "groups", n, "head", build_lock=True)
    people.check_addresses()
    code = slug(PurePosixPath(path).stem)
    groups = tuple(_group(entry, people) for entry in form.groups)
    categories = tuple(_category(entry) for entry in form.categories)
    names = PlanNames(file, groups, categories, offices)
    read = (read_quota(entry, n, names) for n, entry in enumerate(form.quotas))
    quotas = tuple(quota for quota in read if quota)
    quota_codes = [entry.code for entry in form.quotas]
    # From the day of its successor on nothing is decided or counted by it.
    replaced = form.replaced if form.replaced and form.replaced <= form.last else None
    plan = Plan(
        code=code,
        path=path,
        title=form.title,
        number=form.number,
        issued=form.issued,
        quotas_from=form.quotas_from,
        replaced=replaced,
        term=Period(
            code=code,
            name=f"{shown(PLAN_KINDS, form.kind).capitalize()} {code}",
            first=form.first,
            last=form.last if replaced is None else replaced - timedelta(days=1),
        ),
        has_several_years=form.kind == "several years",
        semesters=tuple(
            Period(code=f"{code}-hk{n}", name=entry.name, first=entry.first, last=entry.last)
            for n, entry in enumerate(form.semesters, start=1)
        ),
        counted_months=frozenset(form.counted_months),
        board=tuple(_member(entry, people) for entry in form.board),
        groups=groups,
        contributors=tuple(people.of(entry) for entry in form.contributors),
        categories=categories,
        quotas=quotas,
        topics=tuple(read_topic(entry, n, names) for n, entry in enumerate(form.topics)),
        disclosures=tuple(_disclosure(entry) for entry in form.disclosures),
        deadlines=tuple(
            due_rule(entry, n, names, quota_codes) for n, entry in enumerate(form.deadlines)
        ),
        points=tuple(point_rule(entry, n, names) for n, entry in enumerate(form.points)),
        retention=tuple(map(retention_rule, form.retention)),
        seal_required=form.seal_required,
        principal_approves_last=form.principal_approves_last,
        consent_required=form.consent_required,
        sending_needs_selection=form.sending_needs_selection,
        individuals_public=form.individuals_public,
        cleans_files=form.cleans_files,
        lines=file.lines_by_place,
        unfilled=tuple(file.unfilled),
    )
    file.problems += check_plan(plan, file.line)
    return (None if file.problems else plan), file.problems


def _member(entry: BoardEntry, people: People) -> BoardMember:
    return BoardMember(
        person=people.of(entry),
        title=entry.title,
        duty=entry.duty,
        roles=tuple(role_named(name) for name in entry.roles),
        is_editor_in_chief=heads_the_board(entry.duty) or heads_the_board(entry.title),
        is_principal=leads_the_school(entry.title),
        first=entry.first,
        last=entry.last,
    )


def _aliases(entry: GroupEntry | CategoryEntry) -> tuple[str, ...]:
    """The aliases, and the code as it was written where it is no address (Tổ_1)."""
    return (*entry.aliases, entry.code) if entry.code != slug(entry.code) else entry.aliases


def _group(entry: GroupEntry, people: People) -> Group:
    return Group(
        code=slug(entry.code or entry.name),
        name=entry.name,
        kind=entry.kind,
        aliases=_aliases(entry),
        head=people.of(entry.head) if entry.head else None,
        members=tuple(people.of(member) for member in entry.members),
        sites=entry.sites,
        first=entry.first,
        last=entry.last,
    )


def _category(entry: CategoryEntry) -> Category:
    return Category(
        code=slug(entry.code or entry.name),
        name=entry.name,
        aliases=_aliases(entry),
        description=entry.description,
        owners=entry.owners,
        extra_roles=tuple(role_named(name) for name in entry.extra_roles),
    )


def _disclosure(entry: DisclosureEntry) -> DisclosureItem:
    due = entry.due
    return DisclosureItem(
        code=slug(entry.code or entry.name),
        name=entry.name,
        aliases=entry.aliases,
        due_day=due if isinstance(due, tuple) else None,
        due_on=due if isinstance(due, date) else None,
        owners=entry.owners,
    )
