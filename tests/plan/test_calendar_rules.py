"""Months, semesters and years: the day before, the day, the day after."""

from datetime import date

import pytest
from sample import day

from newsroom.domain.plan.calendar import Month, Period, SchoolYear, day_of_year, months_between

SEMESTER = Period(code="hk1", name="HK I", first=day("05/09/2024"), last=day("17/01/2025"))


@pytest.mark.parametrize(
    ("on", "is_ahead", "is_in", "is_over"),
    [
        ("04/09/2024", True, False, False),
        ("05/09/2024", False, True, False),
        ("06/09/2024", False, True, False),
        ("16/01/2025", False, True, False),
        ("17/01/2025", False, True, False),
        ("18/01/2025", False, False, True),
    ],
)
def test_a_period_holds_its_first_day_and_its_last(on, is_ahead, is_in, is_over):
    assert SEMESTER.is_ahead(day(on)) is is_ahead
    assert SEMESTER.contains(day(on)) is is_in
    assert SEMESTER.is_over(day(on)) is is_over


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("01/08/2024", "04/09/2024", 0),
        ("01/08/2024", "05/09/2024", 1),
        ("10/09/2024", "12/09/2024", 3),
        ("01/08/2024", "31/07/2025", 135),
        ("17/01/2025", "31/01/2025", 1),
        ("18/01/2025", "31/01/2025", 0),
        ("01/03/2025", "31/03/2025", 0),
    ],
)
def test_the_days_that_two_periods_share_are_counted_with_both_ends(first, last, days):
    other = Period(code="x", name="X", first=day(first), last=day(last))

    assert SEMESTER.overlap(other) == other.overlap(SEMESTER) == days


@pytest.mark.parametrize(
    ("month", "number", "found"),
    [
        (9, 4, None),
        (9, 5, "05/09/2024"),
        (12, 31, "31/12/2024"),
        (1, 1, "01/01/2025"),
        (1, 17, "17/01/2025"),
        (1, 18, None),
        (6, 1, None),
    ],
)
def test_a_day_of_the_year_falls_into_a_period_or_not(month, number, found):
    assert SEMESTER.day_of_year(month, number) == (day(found) if found else None)


def test_the_first_such_day_of_several_years_is_meant():
    term = Period(code="x", name="X", first=day("01/08/2024"), last=day("31/07/2027"))

    assert term.day_of_year(5, 31) == day("31/05/2025")
    assert term.day_of_year(9, 30) == day("30/09/2024")


@pytest.mark.parametrize(
    ("year", "month", "number", "found"),
    [
        (2024, 2, 29, "29/02/2024"),
        (2025, 2, 28, "28/02/2025"),
        (2025, 2, 29, "28/02/2025"),
        (2025, 3, 1, "01/03/2025"),
    ],
)
def test_the_29th_of_february_is_the_28th_in_most_years(year, month, number, found):
    assert day_of_year(year, month, number) == day(found)


@pytest.mark.parametrize(
    ("month", "first", "last", "after"),
    [
        (Month(2024, 1), "01/01/2024", "31/01/2024", Month(2024, 2)),
        (Month(2024, 2), "01/02/2024", "29/02/2024", Month(2024, 3)),
        (Month(2025, 2), "01/02/2025", "28/02/2025", Month(2025, 3)),
        (Month(2024, 11), "01/11/2024", "30/11/2024", Month(2024, 12)),
        (Month(2024, 12), "01/12/2024", "31/12/2024", Month(2025, 1)),
    ],
)
def test_a_month_has_its_days_and_a_next_one(month, first, last, after):
    assert (month.first, month.last, month.next) == (day(first), day(last), after)
    assert Month.of(day(first)) == Month.of(day(last)) == month
    assert (month.period.first, month.period.last) == (day(first), day(last))


def test_a_month_has_a_code_that_reads_back_and_a_name():
    month = Month(2024, 9)

    assert (month.code, month.name) == ("2024-09", "Tháng 9/2024")
    assert (month.period.code, month.period.name) == ("2024-09", "Tháng 9/2024")
    assert Month.parse("2024-09") == Month.parse("2024-9") == month


@pytest.mark.parametrize("code", ["2024", "2024-13", "2024-00", "2024-09-01", "tháng 9", ""])
def test_what_is_no_month_is_no_month(code):
    with pytest.raises(ValueError, match=r"."):
        Month.parse(code)


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        ("30/09/2024", "30/09/2024", ["2024-09"]),
        ("30/09/2024", "01/10/2024", ["2024-09", "2024-10"]),
        ("01/09/2024", "31/10/2024", ["2024-09", "2024-10"]),
        ("31/12/2024", "01/01/2025", ["2024-12", "2025-01"]),
        ("02/10/2024", "01/10/2024", ["2024-10"]),
        ("01/10/2024", "30/09/2024", []),
    ],
)
def test_every_month_with_a_day_between_two_comes_once(first, last, codes):
    assert [month.code for month in months_between(day(first), day(last))] == codes


@pytest.mark.parametrize(
    ("on", "start_month", "code", "name"),
    [
        ("31/07/2024", 8, "2023-2024", "Năm học 2023-2024"),
        ("01/08/2024", 8, "2024-2025", "Năm học 2024-2025"),
        ("31/12/2024", 8, "2024-2025", "Năm học 2024-2025"),
        ("31/07/2025", 8, "2024-2025", "Năm học 2024-2025"),
        ("31/08/2024", 9, "2023-2024", "Năm học 2023-2024"),
        ("01/09/2024", 9, "2024-2025", "Năm học 2024-2025"),
        ("31/12/2023", 1, "2023", "Năm 2023"),
        ("01/01/2024", 1, "2024", "Năm 2024"),
        ("31/12/2024", 1, "2024", "Năm 2024"),
    ],
)
def test_a_school_year_begins_on_the_first_of_its_month(on, start_month, code, name):
    year = SchoolYear.of(day(on), start_month)

    assert (year.code, year.name) == (code, name)
    assert year.first == date(int(code[:4]), start_month, 1)


def test_a_school_year_begins_in_august_where_nobody_says_otherwise():
    assert SchoolYear.of(day("31/07/2024")) == SchoolYear(2023, 8) == SchoolYear(2023)
    assert SchoolYear.of(day("01/08/2024")) == SchoolYear(2024, 8) == SchoolYear(2024)


@pytest.mark.parametrize(
    ("first", "last", "is_within"),
    [
        ("05/09/2024", "17/01/2025", True),
        ("06/09/2024", "16/01/2025", True),
        ("04/09/2024", "17/01/2025", False),
        ("05/09/2024", "18/01/2025", False),
        ("01/08/2024", "31/08/2024", False),
        ("01/02/2025", "28/02/2025", False),
    ],
)
def test_a_period_encloses_what_has_no_day_outside_of_it(first, last, is_within):
    other = Period(code="x", name="X", first=day(first), last=day(last))

    assert SEMESTER.encloses(other) is is_within
