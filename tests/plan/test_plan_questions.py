"""The questions a plan answers: its years, semesters, people, and which plan a day has."""

from dataclasses import replace
from itertools import pairwise

import pytest
from sample import PLAN, day, make_plan

from newsroom.domain.plan.board import BOARD, BoardMember
from newsroom.domain.plan.calendar import Month, Period, PeriodKind
from newsroom.domain.plan.group import Group, Person
from newsroom.domain.plan.plan import Plan, cleans_files, plan_on

AN = Person(code="an", name="Nguyễn Mẫu An")
ANOTHER_AN = Person(code="an-2", name="Nguyễn Mẫu An")
BINH = Person(code="binh", name="Trần Mẫu Bình", aliases=("cô Bình",))


def period(first, last, code="x"):
    return Period(code=code, name=code, first=day(first), last=day(last))


def plan(first="01/08/2024", last="31/07/2025", **fields):
    return Plan(code="p", path="p.yaml", title="P", term=period(first, last), **fields)


def member(person, first=None, last=None, **fields):
    return BoardMember(
        person=person,
        title="",
        duty="",
        roles=(BOARD,),
        first=first and day(first),
        last=last and day(last),
        **fields,
    )


# The plan of a day


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("31/07/2024", None),
        ("01/08/2024", "one"),
        ("31/07/2025", "one"),
        ("01/08/2025", None),
        ("31/08/2025", None),
        ("01/09/2025", "two"),
        ("31/05/2026", "two"),
        ("01/06/2026", None),
    ],
)
def test_a_day_has_the_plan_whose_term_holds_it(on, code):
    plans = [replace(plan(), code="one"), replace(plan("01/09/2025", "31/05/2026"), code="two")]

    found = plan_on(plans, day(on))

    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        # Before the first plan nobody has said so.
        ("31/07/2024", False),
        ("01/08/2024", True),
        ("31/07/2025", True),
        # Between two plans the one before.
        ("15/08/2025", True),
        ("31/08/2025", True),
        ("01/09/2025", False),
        ("01/01/2030", False),
    ],
)
@pytest.mark.parametrize("in_order", [1, -1])
def test_files_are_cleaned_as_the_last_plan_that_began_says(today, expected, in_order):
    plans = [plan(cleans_files=True), plan("01/09/2025", "31/05/2026")][::in_order]

    assert cleans_files(plans, day(today)) is expected


def test_without_a_plan_no_file_is_cleaned():
    assert cleans_files([], day("01/01/2025")) is False


# Years, months, semesters


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        ("31/07/2025", ["31/07/2025"]),
        # A rest of less than half a year belongs to the year before it.
        ("27/01/2026", ["27/01/2026"]),
        ("28/01/2026", ["31/07/2025", "28/01/2026"]),
        ("31/07/2026", ["31/07/2025", "31/07/2026"]),
        ("31/12/2026", ["31/07/2025", "31/12/2026"]),
        ("31/07/2027", ["31/07/2025", "31/07/2026", "31/07/2027"]),
    ],
)
def test_a_plan_of_several_years_has_each_of_them_whole(last, ends):
    years = plan(last=last, has_several_years=True).years

    assert [year.last for year in years] == [day(end) for end in ends]
    assert years[0].first == day("01/08/2024")
    assert all((b.first - a.last).days == 1 for a, b in pairwise(years))


def test_a_plan_of_one_year_has_its_term_however_long_that_is():
    long = plan(last="31/07/2027")

    assert long.years == (long.term,)
    assert plan(has_several_years=True).years == (plan().term,)


def test_years_are_named_for_the_calendar_years_they_touch():
    school = plan(last="31/07/2026", has_several_years=True).years
    calendar = plan("01/01/2024", "31/12/2025", has_several_years=True).years

    assert [(year.code, year.name) for year in school] == [
        ("2024-2025", "Năm 2024-2025"),
        ("2025-2026", "Năm 2025-2026"),
    ]
    assert [(year.code, year.name) for year in calendar] == [
        ("2024", "Năm 2024"),
        ("2025", "Năm 2025"),
    ]


def test_the_year_after_the_29th_of_february_begins_in_march():
    years = plan("29/02/2024", "28/02/2026", has_several_years=True).years

    assert [year.first for year in years] == [day("29/02/2024"), day("01/03/2025")]


def test_only_the_months_that_count_are_months_of_the_plan():
    counted = plan(counted_months=frozenset({9, 5}))

    assert [month.code for month in counted.months] == ["2024-09", "2025-05"]
    assert [month.number for month in plan().months] == [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7]


def test_each_kind_of_period_has_its_own():
    semesters = period("05/09/2024", "17/01/2025"), period("20/01/2025", "30/05/2025")
    made = plan(semesters=semesters, counted_months=frozenset({9}))

    assert [p.code for p in made.periods(PeriodKind.MONTH)] == ["2024-09"]
    assert made.periods(PeriodKind.SEMESTER) == semesters
    assert made.periods(PeriodKind.YEAR) == made.periods(PeriodKind.TERM) == (made.term,)


FIRST, SECOND = period("05/09/2024", "15/01/2025", "1"), period("17/01/2025", "30/05/2025", "2")


@pytest.mark.parametrize(
    ("month", "code"),
    [
        (Month(2024, 8), None),
        (Month(2024, 9), "1"),
        (Month(2024, 12), "1"),
        # Fifteen days of January lie in either: the earlier one.
        (Month(2025, 1), "1"),
        (Month(2025, 2), "2"),
        (Month(2025, 5), "2"),
        (Month(2025, 6), None),
    ],
)
def test_a_month_is_of_the_semester_that_holds_most_of_it(month, code):
    found = plan(semesters=(FIRST, SECOND)).semester_of(month)

    assert (found and found.code) == code


def test_one_day_more_is_most_of_a_month():
    later = replace(FIRST, last=day("14/01/2025"))

    assert plan(semesters=(later, SECOND)).semester_of(Month(2025, 1)) == SECOND
    assert plan().semester_of(Month(2025, 1)) is None


# People


def test_everybody_whom_the_plan_names_is_one_of_its_people_once():
    head, writer = Person(code="c", name="C Mẫu"), Person(code="d", name="D Mẫu")
    group = Group(code="to", name="Tổ", kind="tổ", head=head, members=(head, AN))
    made = plan(board=(member(AN),), groups=(group,), contributors=(writer,))

    assert [person.code for person in made.people] == ["an", "c", "d"]


def test_the_editor_in_chief_is_whoever_is_named_so_else_the_first_of_the_board():
    assert [m.person for m in plan(board=(member(AN), member(BINH))).editors_in_chief] == [AN]
    named = plan(board=(member(AN), member(BINH, is_editor_in_chief=True)))
    assert [m.person for m in named.editors_in_chief] == [BINH]
    assert plan().editors_in_chief == ()


def test_the_principals_are_those_of_that_title_else_whoever_heads_the_board():
    titled = plan(board=(member(AN), member(BINH, is_principal=True)))
    untitled = plan(board=(member(AN), member(BINH, is_editor_in_chief=True)))

    assert [m.person for m in titled.principals] == [BINH]
    assert [m.person for m in untitled.principals] == [BINH]
    assert plan().principals == ()


@pytest.mark.parametrize(
    ("on", "serves"),
    [
        ("31/12/2024", False),
        ("01/01/2025", True),
        ("31/03/2025", True),
        ("01/04/2025", False),
    ],
)
def test_a_member_is_found_on_the_days_on_which_they_serve(on, serves):
    made = plan(board=(member(AN), member(BINH, "01/01/2025", "31/03/2025")))

    for name in ("Trần Mẫu Bình", "CÔ BÌNH", "binh"):
        assert (made.member(name, day(on)) is not None) is serves


def test_a_member_who_served_twice_is_found_in_both_times():
    made = plan(board=(member(BINH, last="31/12/2024"), member(BINH, first="01/02/2025")))

    assert made.member("binh", day("31/12/2024")) == made.board[0]
    assert made.member("binh", day("01/01/2025")) is None
    assert made.member("binh", day("01/02/2025")) == made.board[1]


def test_nobody_is_a_member_for_being_named_in_the_plan():
    assert plan(board=(member(AN),), contributors=(BINH,)).member("binh", day("01/01/2025")) is None


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        (AN, AN, True),
        (AN, replace(AN, name="Nguyễn Thị Mẫu An"), True),
        # Both are in the plan: two people of one name.
        (AN, ANOTHER_AN, False),
        # One is of another plan, where the same person had another code.
        (AN, Person(code="nguyen-mau-an", name="Nguyễn Mẫu An"), True),
        (BINH, Person(code="x", name="Cô Bình"), True),
        (BINH, Person(code="x", name="An Khác"), False),
        (AN, BINH, False),
    ],
)
def test_two_people_are_one_by_code_or_by_name_where_the_plan_does_not_know_both(
    one, other, are_one
):
    made = plan(contributors=(AN, ANOTHER_AN, BINH))

    assert made.are_one(one, other) is made.are_one(other, one) is are_one


def test_two_who_are_both_unknown_are_one_by_their_name():
    assert plan().are_one(AN, ANOTHER_AN)
    assert not plan().are_one(AN, BINH)


def test_a_group_is_found_by_its_code():
    assert PLAN.group("to-2").name == "Tổ 2"
    assert [entry.code for entry in PLAN.group_register.find("BGH")] == ["bgh"]
    assert PLAN.topic_register.find("x") == ()


def test_a_plan_without_numbers_asks_for_consent_and_shows_no_individuals():
    bare = plan()

    assert (bare.consent_required, bare.individuals_public) == (True, False)
    assert (bare.seal_required, bare.cleans_files, bare.has_several_years) == (False, False, False)
    assert not make_plan().consent_required


# The halves of a year that has no semesters


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        ("01/01/2024", "31/12/2024", ["30/06/2024", "31/12/2024"]),
        ("15/01/2024", "31/12/2024", ["30/06/2024", "31/12/2024"]),
        ("01/08/2024", "31/07/2025", ["31/01/2025", "31/07/2025"]),
        ("01/01/2024", "01/07/2024", ["30/06/2024", "01/07/2024"]),
        # No day is left for a second half: there are none.
        ("01/01/2024", "30/06/2024", []),
    ],
)
def test_a_year_without_semesters_has_its_first_six_months_and_the_rest(first, last, ends):
    made = plan(first, last)

    assert [half.last for half in made.half_years] == [day(end) for end in ends]
    assert [half.first for half in made.half_years][:1] == [day(first)][: len(ends)]
    assert [half.code[-2:] for half in made.half_years] == ["-1", "-2"][: len(ends)]


@pytest.mark.parametrize(
    ("month", "number"),
    [(Month(2024, 1), 0), (Month(2024, 6), 0), (Month(2024, 7), 1), (Month(2024, 12), 1),
     (Month(2025, 1), None)],
)  # fmt: skip
def test_a_month_is_summed_up_in_the_half_that_holds_it_else_in_its_semester(month, number):
    made = plan("01/01/2024", "31/12/2024")
    halves = made.half_years

    assert made.half_year_of(month) == (None if number is None else halves[number])
    with_semesters = plan(semesters=(FIRST, SECOND))
    assert with_semesters.half_years == (FIRST, SECOND)
    assert with_semesters.half_year_of(Month(2025, 2)) == SECOND
