"""Disclosure: by when, whether, and for how long."""

from sample import PLAN_YAML, approved, day, make_plan, withdrawn

from newsroom.domain.content.decisions import Approval, Decision, Decisions
from newsroom.domain.content.document import DisclosureItem, Document
from newsroom.domain.plan.calendar import SchoolYear
from newsroom.domain.records.disclosure import by_year, kept_until, obligations, taken_down_early
from newsroom.domain.site.indexing import record_of

ITEMS = """\
công khai:
  - {mã: thu, nội dung: Các khoản thu, hạn: 30/9, phụ trách: [to-1]}
  - {mã: bao-cao, nội dung: Báo cáo, hạn: 30/06/2025}
  - {mã: khac, nội dung: Việc khác}
"""
PLAN = make_plan(base=PLAN_YAML + ITEMS)
TODAY = day("20/11/2024")


def record(*decisions, on="25/09/2024", item="thu", due=None):
    decisions = decisions or (approved("Phó Mẫu", "28/09/2024"),)
    document = Document(
        path=f"{on}{item}",
        slug="a",
        title="A",
        number="1/TB",
        fingerprint="a" * 12,
        on=day(on),
        due=day(due) if due else None,
        disclosed_under=(DisclosureItem(code=item, name=item),),
        decisions=Decisions(
            approvals=tuple(d for d in decisions if isinstance(d, Approval)),
            others=tuple(d for d in decisions if isinstance(d, Decision)),
        ),
    )
    return record_of(document, (PLAN,), TODAY)


def obligation(code, *records):
    return next(one for one in obligations(PLAN, records) if one.item.code == code)


def test_a_day_of_every_year_falls_into_the_plans_own_year():
    assert [one.due for one in obligations(PLAN, ())] == [
        day("30/09/2024"),
        day("30/06/2025"),
        None,
    ]


def test_an_item_without_a_public_document_is_overdue_from_the_day_behind_its_own():
    assert obligation("thu").days_left(day("30/09/2024")) == 0
    assert obligation("thu").days_left(TODAY) == -51
    assert obligation("bao-cao").days_left(TODAY) == 222
    assert obligation("khac").days_left(TODAY) is None


def test_an_item_is_disclosed_on_the_day_on_which_its_document_became_public():
    answered = obligation("thu", record())

    assert answered.disclosed_on == day("28/09/2024")
    assert answered.days_left(TODAY) is None


def test_a_document_of_another_year_answers_nothing_this_year():
    assert obligation("thu", record(on="25/09/2023")).answers == ()
    assert obligation("thu", record(on="25/09/2023", due="30/09/2024")).answers


def test_the_public_list_is_by_school_year_newest_first_and_forgets_none():
    years = [record(on=f"25/09/{year}") for year in (2018, 2024, 2021)]

    assert [year.start for year in by_year(years, 8)] == [2024, 2021, 2018]


def test_what_was_disclosed_stays_five_years_behind_its_school_year():
    kept = record()

    assert kept_until(kept, 8) == SchoolYear(2030).first == day("01/08/2030")


def test_only_what_stood_in_public_is_missed_when_it_is_taken_down():
    gone = record(approved("Phó Mẫu", "28/09/2024"), withdrawn("Phó Mẫu", "10/11/2024"))
    never = record(withdrawn("Phó Mẫu", "10/11/2024"), item="khac")

    found = list(taken_down_early((gone, never, record()), TODAY, 8))

    assert found == [(gone, day("01/08/2030"))]
    assert list(taken_down_early((gone,), day("01/08/2030"), 8)) == []
