"""The communication plan of a school."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from ..content.document import DisclosureItem, RetentionRule
from ..names.name_order import people_in_order
from ..names.register import BodyRegister, Register, StaffRegister
from ..problem import line_in
from ..section import Section
from ..unfilled import UnfilledPlace, within
from .board import BoardMember
from .calendar import Month, Period, PeriodKind, asks_its_month, months_between
from .category import Category
from .due import DueRule
from .group import Group, Person
from .points import PointRule
from .quota import Quota
from .topic import Topic


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A communication plan (kế hoạch truyền thông) for its own term.

    The term is a school year, a calendar year or several years (requirement T6). Months whose
    number is not in `counted_months` carry no monthly quota. Its quotas begin on `quotas_from`, or
    with the day on which it was `issued`; on `replaced` another plan took over before its term was
    over; the plan before counts `month_of_another`. `sending_needs_selection` asks for the board's
    choice before anything counts as sent, `principal_approves_last` keeps the last approval for the
    principal (hiệu trưởng duyệt cuối). `lines` are those of its entries (“quotas.2.who”),
    `unfilled` the places that are still to be filled in.
    """

    code: str
    path: str
    title: str
    term: Period
    number: str = ""
    issued: date | None = None
    quotas_from: date | None = None
    replaced: date | None = None
    month_of_another: Month | None = None
    has_several_years: bool = False
    semesters: tuple[Period, ...] = ()
    counted_months: frozenset[int] = frozenset(range(1, 13))
    board: tuple[BoardMember, ...] = ()
    groups: tuple[Group, ...] = ()
    contributors: tuple[Person, ...] = ()
    categories: tuple[Category, ...] = ()
    quotas: tuple[Quota, ...] = ()
    topics: tuple[Topic, ...] = ()
    disclosures: tuple[DisclosureItem, ...] = ()
    deadlines: tuple[DueRule, ...] = ()
    points: tuple[PointRule, ...] = ()
    retention: tuple[RetentionRule, ...] = ()
    seal_required: bool = False
    principal_approves_last: bool = False
    consent_required: bool = True
    sending_needs_selection: bool = False
    individuals_public: bool = False
    cleans_files: bool = False
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    unfilled: tuple[UnfilledPlace, ...] = field(default=(), compare=False, repr=False)

    def line(self, *place: str | int) -> int:
        """The line of an entry in the file, or of the nearest thing around it."""
        return line_in(self.lines, place)

    def waits_for(self, *place: str | int) -> tuple[UnfilledPlace, ...]:
        """The places of an entry, or of those it holds, that are still to be filled in."""
        return within(self.unfilled, *place)

    @property
    def url(self) -> str:
        return f"{Section.QUOTAS}/{self.code}/"

    @cached_property
    def people(self) -> Register[Person]:
        """Everybody the plan names, each once."""
        named = [
            *(member.person for member in self.board),
            *(person for group in self.groups for person in _of_group(group)),
            *self.contributors,
        ]
        return StaffRegister({person.code: person for person in named}.values())

    @cached_property
    def people_in_order(self) -> tuple[Person, ...]:
        """The same as a list of people has them: by given name."""
        return people_in_order(self.people)

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(person.code for person in self.people)

    @property
    def editors_in_chief(self) -> tuple[BoardMember, ...]:
        """The head of the board (tổng biên tập): as named there, else the first of it."""
        return tuple(m for m in self.board if m.is_editor_in_chief) or self.board[:1]

    @property
    def principals(self) -> tuple[BoardMember, ...]:
        """The head of the school (hiệu trưởng); where no title says so, the board."""
        return tuple(m for m in self.board if m.is_principal) or self.editors_in_chief

    @cached_property
    def group_register(self) -> Register[Group]:
        return BodyRegister(self.groups)

    @cached_property
    def category_register(self) -> Register[Category]:
        return Register(self.categories)

    @cached_property
    def topic_register(self) -> Register[Topic]:
        return Register(self.topics)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months that count, in order."""
        every = months_between(self.term.first, self.term.last)
        given_up = Month.of(new) if (new := self.replaced) and asks_its_month(new) else None
        others = (given_up, self.month_of_another)
        return tuple(m for m in every if m.number in self.counted_months and m not in others)

    @cached_property
    def years(self) -> tuple[Period, ...]:
        """The years of the term: one for a yearly plan, else twelve months each.

        A rest of less than half a year belongs to the year before it.
        """
        starts = [self.term.first]
        while self.has_several_years and (self.term.last - _a_year_after(starts[-1])).days >= 180:
            starts.append(_a_year_after(starts[-1]))
        if len(starts) == 1:
            return (self.term,)
        ends = [start - timedelta(days=1) for start in starts[1:]] + [self.term.last]
        return tuple(
            Period(code=_year_code(a, b), name=f"Năm {_year_code(a, b)}", first=a, last=b)
            for a, b in zip(starts, ends, strict=True)
        )

    def periods(self, kind: PeriodKind) -> tuple[Period, ...]:
        """All the stretches of the term for which a quota of this kind is counted."""
        match kind:
            case PeriodKind.MONTH:
                return tuple(month.period for month in self.months)
            case PeriodKind.SEMESTER:
                return self.semesters
            case PeriodKind.YEAR:
                return self.years
            case PeriodKind.TERM:
                return (self.term,)

    @cached_property
    def half_years(self) -> tuple[Period, ...]:
        """The parts of a year that are summed up (sơ kết): its semesters, or else its halves."""
        return self.semesters or tuple(half for year in self.years for half in _halves(year))

    def half_year_of(self, month: Month) -> Period | None:
        """The part of the year in which a month is summed up."""
        if self.semesters:
            return self.semester_of(month)
        return next((half for half in self.half_years if half.contains(month.last)), None)

    def semester_of(self, month: Month) -> Period | None:
        """The semester that holds most of the month's days; the earlier one of two equals."""
        if not self.semesters:
            return None
        most = max(self.semesters, key=lambda semester: semester.overlap(month.period))
        return most if most.overlap(month.period) else None

    def end_of_lessons(self, year: Period) -> date:
        """A school year is over with its last semester, not with the summer."""
        ends = (s.last for s in self.semesters if year.contains(s.last))
        return max(ends, default=year.last)

    def months_of(self, topic: Topic) -> tuple[Month, ...]:
        """The topic's months in the term, in order: once in each of its years."""
        found = [
            month
            for year in self.years
            # A term that begins in mid-month meets that month twice.
            for month in {
                m.number: m for m in reversed(list(months_between(year.first, year.last)))
            }.values()
            if month.number in topic.months
        ]
        return tuple(sorted(set(found)))

    def group(self, code: str) -> Group:
        return next(group for group in self.groups if group.code == code)

    def member(self, name: str, day: date) -> BoardMember | None:
        """The board member of that name who serves on that day."""
        found = {person.code for person in self.people.find(name)}
        return next((m for m in self.board if m.person.code in found and m.serves_on(day)), None)

    def are_one(self, one: Person, other: Person) -> bool:
        """True where two people, maybe of different plans, are one.

        Where the plan knows both, their codes tell; else bearing one name makes them one, for an
        author must not become somebody else by a code added later.
        """
        if one.code == other.code:
            return True
        knows_both = one.code in self._codes and other.code in self._codes
        return not knows_both and one.shares_a_name_with(other)


def plan_on(plans: Iterable[Plan], day: date) -> Plan | None:
    """The plan in force on that day."""
    return next((plan for plan in plans if plan.term.contains(day)), None)


def cleans_files(plans: Iterable[Plan], today: date) -> bool:
    """True where attachments are cleaned when they go out (làm sạch tệp).

    The plan in force says it for all of them, also those of years before; between two plans the
    one before. Whoever decides so means what the world can see today.
    """
    begun = [plan for plan in plans if plan.term.first <= today]
    return max(begun, key=lambda plan: plan.term.first).cleans_files if begun else False


def _of_group(group: Group) -> tuple[Person, ...]:
    return (group.head, *group.members) if group.head else group.members


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        # 29 February: its year after begins in March.
        return date(day.year + 1, 3, 1)


def _halves(year: Period) -> Iterator[Period]:
    """The first six months of a year, and the rest."""
    middle = year.first
    for _ in range(6):
        middle = Month.of(middle).next.first
    if middle > year.last:
        return
    name = year.name[:1].lower() + year.name[1:]
    for n, (called, first, last) in enumerate(
        (("đầu", year.first, middle - timedelta(days=1)), ("cuối", middle, year.last)), start=1
    ):
        code = f"{year.code}-nua-{n}"
        yield Period(code=code, name=f"6 tháng {called} {name}", first=first, last=last)


def _year_code(first: date, last: date) -> str:
    return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
