"""The menus that a plan offers to somebody who is about to write."""

from collections.abc import Sequence
from datetime import date

from ...domain.desk.content_plan import topics_in
from ...domain.message import Message
from ...domain.names.name_order import people_in_order
from ...domain.names.register import BodyRegister, Register, nearest
from ...domain.plan.calendar import Month
from ...domain.plan.category import Category, Genre
from ...domain.plan.group import Group, Person
from ...domain.plan.plan import Plan
from ...domain.plan.topic import Topic
from ...domain.text.alphabet import in_order
from ...domain.text.dates import in_numbers
from ...domain.unfilled import places_in_words
from ...vocabulary import things
from ...vocabulary.genres import GENRES
from ...vocabulary.publisher import PublisherNouns
from ...vocabulary.words import all_words, lookup, shown
from .asking import Choice, Menu

NO_TOPIC = Topic(code="", name="không theo chủ đề nào", months=())


def groups_on(plan: Plan, day: date, nouns: PublisherNouns) -> Menu[Group]:
    """The groups that exist on the day."""
    register = BodyRegister(group for group in in_order(plan.groups) if group.exists_on(day))

    def why_not(name: str) -> str:
        asleep = plan.group_register.find(name)
        return (
            Message("NR-NEW-005", f"“{asleep[0].name}” không hoạt động vào ngày {in_numbers(day)}.")
            if asleep
            else ""
        )

    return Menu(
        what=nouns.group,
        choices=tuple(Choice(value=group, name=group.name) for group in register),
        find=register.find,
        nearest=register.nearest,
        code=lambda group: group.code,
        why_not=why_not,
        takes_several=True,
    )


def people_of(plan: Plan, groups: Sequence[Group]) -> Menu[Person]:
    """Everybody the plan names, those of the chosen groups first; each part by given name."""
    own = members(plan, groups)
    others = tuple(person for person in plan.people_in_order if person not in own)

    def note(person: Person) -> str:
        # Two people of one name are told apart by what an article would have to say.
        is_shared = len(plan.people.find(person.name)) > 1
        return f"mã {person.code}" if is_shared else ""

    return Menu(
        what=things.PERSON,
        choices=tuple(
            Choice(value=p, name=p.name, note=note(p)) for p in (*people_in_order(own), *others)
        ),
        find=plan.people.find,
        nearest=plan.people.nearest,
        code=lambda person: person.code,
        why_not=lambda name: _not_filled_in(plan, name),
        takes_several=True,
    )


def _not_filled_in(plan: Plan, name: str) -> str:
    """The words for a name that nobody bears while the plan still waits for names."""
    places = (*plan.waits_for("groups"), *plan.waits_for("board"))
    if not places or plan.people.nearest(name):
        return ""
    return Message(
        "NR-NEW-010",
        f"Không có người “{name}”: kế hoạch còn chỗ phải điền tên, {places_in_words(places)}."
        " Điền họ tên người viết vào đó trước.",
    )


def members(plan: Plan, groups: Sequence[Group]) -> tuple[Person, ...]:
    """The people of these groups, heads first, as the plan's register has them."""
    named = [
        person
        for group in groups
        for person in ((group.head, *group.members) if group.head else group.members)
    ]
    codes = dict.fromkeys(person.code for person in named)
    known = {person.code: person for person in plan.people}
    return tuple(known[code] for code in codes)


def categories_of(plan: Plan) -> Menu[Category]:
    return Menu(
        what=things.CATEGORY,
        choices=tuple(
            Choice(value=category, name=category.name, note=category.description)
            for category in in_order(plan.categories)
        ),
        find=plan.category_register.find,
        nearest=plan.category_register.nearest,
        code=lambda category: category.code,
    )


def topics_for(plan: Plan, groups: Sequence[Group], day: date) -> Menu[Topic]:
    """None, and what these groups are to write about in that month; any other can be named."""
    owed = tuple(topics_in(Month.of(day), [group.code for group in groups], plan))
    register = Register((NO_TOPIC, *plan.topics))
    return Menu(
        what=things.TOPIC,
        choices=tuple(Choice(value=topic, name=topic.name) for topic in (NO_TOPIC, *owed)),
        find=register.find,
        nearest=register.nearest,
        code=lambda topic: topic.code,
    )


def genres() -> Menu[Genre]:
    def find(name: str) -> tuple[Genre, ...]:
        genre = lookup(GENRES, name)
        return (genre,) if genre else ()

    return Menu(
        what=things.GENRE,
        choices=tuple(Choice(value=genre, name=shown(GENRES, genre)) for genre in GENRES),
        find=find,
        nearest=lambda name: nearest(name, all_words(GENRES)),
        code=lambda genre: genre.value,
    )
