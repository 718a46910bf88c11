"""The facts that a paper tells, held against the plan: understood, or named and left open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from ...domain.names.titles import without_titles
from ...domain.plan.category import Category, Genre
from ...domain.plan.group import Group, Person
from ...domain.plan.plan import Plan
from ...domain.plan.school import School
from ...domain.text.dates import NotADate, parse_date
from ...intake.names.author_doubts import doubts_about
from ...intake.names.typed_names import group_named, groups_in
from ...intake.names.typed_people import Meant, people_in
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.genres import GENRES
from ...vocabulary.header import HEADER
from ...vocabulary.words import lookup, shown
from ..handed_in.known_names import KnownNames, known_names
from ..handed_in.plain_words import plain
from ..handed_in.taken_off import Tells
from ..handed_in.understanding import Understood


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """The people, groups and so on that a paper names for certain.

    `doubts` are by field the words that name nothing of the plan for sure, each with what to do.
    """

    authors: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    category: Category | None = None
    genre: Genre | None = None
    submitted: date | None = None
    doubts: dict[HeaderField, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def names_known(plan: Plan | None, school: School) -> KnownNames:
    """The names by which a letterhead and a signature are told: those of school and plan."""
    offices = [school.name, school.short_name, school.parent]
    offices += [name for office in school.offices for name in (office.name, office.short_name)]
    if plan is None:
        return known_names(offices, lambda _: False, lambda _: False, lambda _: False)
    return known_names(
        offices,
        lambda words: bool(plan.people.find(words) or plan.people.find(without_titles(words))),
        lambda words: (
            any(map(str.isalpha, words)) and bool(group_named(words, plan.group_register))
        ),
        lambda words: bool(plan.category_register.find(words)),
    )


def names_in_headlines(plan: Plan | None, school: School) -> Iterator[str]:
    """The names whose letters a headline in capitals may hide."""
    yield from (school.name, school.short_name, school.parent, school.place)
    # Sao Mẫu, whatever kind of school stands before it.
    yield " ".join(reversed([*takewhile(str.istitle, reversed(school.name.split()))]))
    yield from (name for office in school.offices for name in (office.name, office.short_name))
    for one in (*plan.groups, *plan.people) if plan else ():
        yield from (one.name, *one.aliases)


def facts_of(understood: Understood, plan: Plan | None, today: date) -> PlanFacts:
    """The facts of a paper by the plan of its day."""
    doubts: dict[HeaderField, tuple[tuple[str, str], ...]] = {}
    authors = _authors(understood, plan, doubts)
    return PlanFacts(
        authors=authors,
        groups=_groups(understood, plan, authors, today, doubts),
        category=_category(understood, plan, doubts),
        genre=lookup(GENRES, understood.first(Tells.GENRE)),
        submitted=_submitted(understood, today),
        doubts=doubts,
    )


_Doubts = dict[HeaderField, tuple[tuple[str, str], ...]]


def _authors(understood: Understood, plan: Plan | None, doubts: _Doubts) -> tuple[Person, ...]:
    typed = ", ".join(understood.all(Tells.AUTHOR))
    if plan is None or not typed:
        return ()
    pieces = people_in(typed, plan.people, plan.group_register)
    certain = {
        piece.found[0].code: piece.found[0] for piece in pieces if piece.meant is Meant.PERSON
    }
    unsure = [piece for piece in pieces if piece.meant not in (Meant.PERSON, Meant.REMARK)]
    if unsure or not certain:
        key = shown(HEADER, ArticleField.AUTHORS)
        said = tuple((str(message), hint) for message, hint in doubts_about(pieces, key, plan))
        doubts[ArticleField.AUTHORS] = said or ((typed, ""),)
        by_mail = _by_email(understood, plan) if not certain else ()
        if by_mail and len(pieces) == 1:
            del doubts[ArticleField.AUTHORS]
            return by_mail
    # Some of several for certain would leave the others out unseen.
    return () if unsure else tuple(certain.values())


def _by_email(understood: Understood, plan: Plan) -> tuple[Person, ...]:
    """The person from whose address in the plan the mail came."""
    words = [one.words for one in understood.taken if one.tells is Tells.AUTHOR and one.is_weak]
    return tuple(
        person
        for person in plan.people
        if any(
            email and email.casefold() in line.casefold()
            for line in words
            for email in person.emails
        )
    )[:1]


def _groups(
    understood: Understood,
    plan: Plan | None,
    authors: Sequence[Person],
    today: date,
    doubts: _Doubts,
) -> tuple[Group, ...]:
    """The groups named; else those of the letterhead; else the only one of all its authors."""
    if plan is None:
        return ()
    strong = [one for one in understood.taken if one.tells is Tells.GROUP and not one.is_weak]
    found: dict[str, Group] = {}
    unknown: list[str] = []
    for one in strong:
        named = _groups_named(one.value, one.words, plan)
        found |= {group.code: group for group in named}
        if not named:
            unknown.append(one.value)
    if unknown and not found and any(_is_of_groups(value) for value in unknown):
        doubts[SharedField.GROUPS] = tuple(
            (value, " / ".join(plan.group_register.near(value))) for value in unknown
        )
        return ()
    for one in understood.taken if not found else ():
        if one.tells is Tells.GROUP and one.is_weak:
            found |= {group.code: group for group in _groups_named(one.value, one.words, plan)}
    for one in understood.taken if not found else ():
        # Thực hiện: Đội Thiếu niên
        if one.tells is Tells.AUTHOR and not one.is_weak:
            found |= {group.code: group for group in _groups_named(one.value, one.value, plan)}
    living = tuple(group for group in found.values() if group.exists_on(today))
    if living or (told := group_of(authors, plan, today)):
        return living or told
    for person in authors:
        if len(own := _groups_of(person, plan, today)) > 1:
            names = ", ".join(group.name for group in own)
            message = f"{person.name} có tên ở {len(own)} tổ: {names}."
            doubts[SharedField.GROUPS] = ((message, "Ghi tổ của bài này."),)
    return ()


def _groups_named(value: str, words: str, plan: Plan) -> tuple[Group, ...]:
    for typed in (value, words.replace(":", " ")):
        named = groups_in(typed, plan.group_register)
        if named and all(len(groups) == 1 for _, groups in named):
            return tuple(groups[0] for _, groups in named)
    return ()


def _is_of_groups(value: str) -> bool:
    """True where the words may be a group's: not the name of the school (Đơn vị: Trường …)."""
    return not plain(value).startswith("truong")


def group_of(authors: Sequence[Person], plan: Plan, today: date) -> tuple[Group, ...]:
    """The groups of these people, where each of them has only one; else none."""
    groups: dict[str, Group] = {}
    for person in authors:
        own = _groups_of(person, plan, today)
        if len(own) != 1:
            return ()
        groups[own[0].code] = own[0]
    return tuple(groups.values())


def _groups_of(person: Person, plan: Plan, today: date) -> list[Group]:
    return [
        group
        for group in plan.groups
        if group.exists_on(today) and person in (group.head, *group.members)
    ]


def _category(understood: Understood, plan: Plan | None, doubts: _Doubts) -> Category | None:
    typed = understood.first(Tells.CATEGORY)
    if plan is None or not typed:
        return None
    found = plan.category_register.find(typed)
    if len(found) == 1:
        return found[0]
    near = plan.category_register.nearest(typed) or ""
    doubts[ArticleField.CATEGORY] = ((typed, near),)
    return None


def _submitted(understood: Understood, today: date) -> date | None:
    """The day of the paper; none where it is still to come."""
    for typed in understood.all(Tells.DAY):
        try:
            day = parse_date(typed)
        except NotADate:
            continue
        if day <= today:
            return day
    return None
