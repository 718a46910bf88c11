"""Disclosure by table: the year of a document, its years on the site, the day before and after."""

from dataclasses import replace

import pytest
from sample import PLAN, SCHOOL, approved, day, withdrawn

from newsroom.domain.content.content_item import NO_DATE
from newsroom.domain.content.decisions import Approval, Decision, Decisions
from newsroom.domain.content.document import DisclosureItem, Document
from newsroom.domain.plan.calendar import Period
from newsroom.domain.records.disclosure import (
    by_year,
    disclosed_on,
    due_in,
    kept_until,
    obligations,
    taken_down_early,
)
from newsroom.domain.site.indexing import record_of

ITEM = DisclosureItem(code="thu", name="Khoản thu", due_day=(9, 30))
TODAY = day("20/11/2024")
assert SCHOOL.year_starts_in == 8


def record(*decisions, on="25/09/2024", due=None, items=(ITEM,), path=None):
    decisions = decisions or (approved("Phó Mẫu", on),)
    document = Document(
        path=path or f"{on}.md",
        slug="a",
        title="A",
        number="1/TB",
        on=day(on),
        due=due and day(due),
        disclosed_under=items,
        decisions=Decisions(
            approvals=tuple(d for d in decisions if isinstance(d, Approval)),
            others=tuple(d for d in decisions if isinstance(d, Decision)),
        ),
    )
    return record_of(document, [PLAN], TODAY)


def year(first, last):
    return Period(code="n", name="N", first=day(first), last=day(last))


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ({"due_day": (9, 30)}, "30/09/2024"),
        ({"due_day": (7, 31)}, "31/07/2025"),
        ({"due_day": (8, 1)}, "01/08/2024"),
        ({"due_on": day("15/10/2024"), "due_day": (9, 30)}, "15/10/2024"),
        ({}, None),
    ],
)
def test_an_item_is_due_on_its_day_of_the_year(item, found):
    made = DisclosureItem(code="x", name="X", **item)

    assert due_in(made, year("01/08/2024", "31/07/2025")) == (found and day(found))


def test_a_day_that_a_short_year_does_not_have_is_none():
    assert due_in(ITEM, year("01/10/2024", "31/07/2025")) is None


@pytest.mark.parametrize(
    ("on", "due", "answers"),
    [
        ("31/07/2024", None, False),
        ("01/08/2024", None, True),
        ("31/07/2024", "01/08/2024", True),
        ("01/08/2024", "31/07/2024", False),
    ],
)
def test_a_document_answers_for_the_year_in_which_it_was_due_else_in_which_it_is_dated(
    on, due, answers
):
    plan = replace(PLAN, disclosures=(ITEM,))

    (found,) = obligations(plan, [record(on=on, due=due)])

    assert bool(found.answers) is answers


@pytest.mark.parametrize(
    ("due_on", "count"),
    [("31/07/2024", 0), ("01/08/2024", 1), ("31/07/2025", 1), ("01/08/2025", 0)],
)
def test_an_item_of_one_day_is_owed_in_the_plan_that_holds_the_day(due_on, count):
    item = replace(ITEM, due_day=None, due_on=day(due_on))

    assert len(obligations(replace(PLAN, disclosures=(item,)), [])) == count


def test_what_is_owed_comes_by_its_day_then_by_code_and_undated_items_last():
    items = tuple(
        DisclosureItem(code=code, name=code, due_day=due)
        for code, due in (("a", None), ("d", (9, 30)), ("c", (9, 30)), ("b", (10, 1)))
    )

    found = obligations(replace(PLAN, disclosures=items), [])

    assert [one.item.code for one in found] == ["c", "d", "b", "a"]


@pytest.mark.parametrize(
    ("today", "left"), [("29/09/2024", 1), ("30/09/2024", 0), ("01/10/2024", -1)]
)
def test_the_days_that_are_left_turn_negative_behind_the_day(today, left):
    (found,) = obligations(replace(PLAN, disclosures=(ITEM,)), [])

    assert found.days_left(day(today)) == left
    assert found.disclosed_on is None


def test_the_first_of_several_documents_answers_and_one_of_another_item_does_not():
    plan = replace(PLAN, disclosures=(ITEM,))
    late = record(approved("Phó Mẫu", "10/10/2024"))
    dated_ahead = record(approved("Phó Mẫu", "05/10/2024"), on="08/10/2024")
    other = record(items=(DisclosureItem(code="khac", name="Khác"),))

    (found,) = obligations(plan, [late, dated_ahead, other])

    assert found.answers == (late, dated_ahead)
    # The later of its date and its approval: that is when anybody could read it.
    assert found.disclosed_on == day("08/10/2024")


@pytest.mark.parametrize(
    ("on", "due", "until"),
    [
        ("31/07/2024", None, "01/08/2029"),
        ("01/08/2024", None, "01/08/2030"),
        ("31/07/2025", None, "01/08/2030"),
        ("31/07/2024", "01/08/2024", "01/08/2030"),
    ],
)
def test_what_was_disclosed_stays_five_years_behind_the_school_year_of_its_duty(on, due, until):
    assert kept_until(record(on=on, due=due), 8) == day(until)


def test_where_the_year_is_the_calendars_the_five_years_are_too():
    assert kept_until(record(on="31/12/2024"), 1) == day("01/01/2030")


@pytest.mark.parametrize(
    ("today", "is_early"),
    [("31/07/2030", True), ("01/08/2030", False), ("02/08/2030", False)],
)
def test_taking_down_is_early_until_the_day_before(today, is_early):
    gone = record(approved("Phó Mẫu", "26/09/2024"), withdrawn("Phó Mẫu", "10/11/2024"))

    found = list(taken_down_early([gone], day(today), 8))

    assert found == ([(gone, day("01/08/2030"))] if is_early else [])


def test_a_document_that_was_not_disclosed_may_be_taken_down():
    gone = record(approved("Phó Mẫu", "26/09/2024"), withdrawn("Phó Mẫu", "10/11/2024"), items=())

    assert gone.removed
    assert list(taken_down_early([gone], TODAY, 8)) == []


def test_what_has_no_date_is_missed_by_nobody():
    gone = replace(
        record(approved("Phó Mẫu", "26/09/2024"), withdrawn("Phó Mẫu", "10/11/2024")), on=NO_DATE
    )

    assert gone.removed
    assert list(taken_down_early([gone], TODAY, 8)) == []


def test_what_was_public_before_approvals_had_days_is_disclosed_on_its_own_day():
    assert disclosed_on(replace(record(), approved=None)) == day("25/09/2024")
    assert disclosed_on(replace(record(), approved=day("26/09/2024"))) == day("26/09/2024")


def test_the_list_of_a_year_is_by_item_and_an_item_has_all_its_documents():
    # By its name, whatever its code.
    other = DisclosureItem(code="x", name="Chi")
    first, second = record(path="1.md"), record(path="2.md", items=(ITEM, other))
    old = record(on="31/07/2024")

    found = by_year([first, second, old], 8)

    assert [one.start for one in found] == [2024, 2023]
    newest, before = found.values()
    assert list(newest.values()) == [(second,), (first, second)]
    assert list(before.values()) == [(old,)]
