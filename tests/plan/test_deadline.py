"""Deadlines: on which days they fall, and what they make late."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sample import PLAN, PLAN_YAML, day, make_plan

from newsroom.domain.content.document import DisclosureItem
from newsroom.domain.plan.deadline import coming_deadlines, deadlines_of
from newsroom.domain.plan.due import DueKind, DueRule, DueTime
from newsroom.domain.records.agenda import agenda
from newsroom.domain.tally.quota_deadlines import due_day, next_deadlines

QUOTAS = (
    "  - {mã: to, nội dung: T, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
    "  - {mã: gui, nội dung: G, ai: toàn trường, ít nhất: 2, mỗi: tháng, tính theo: gửi}\n"
)


def rule(kind, **fields):
    time = {
        name: fields.pop(name) for name in ("day", "month", "on", "is_before") if name in fields
    }
    return DueRule(code="h", name="Nộp bài", when=DueTime(kind=kind, **time), **fields)


def days(made, plan=PLAN):
    return [deadline.on for deadline in deadlines_of(made, plan)]


def test_a_day_of_each_month_falls_in_the_months_that_count_and_february_has_a_last_day():
    found = days(rule(DueKind.DAY_OF_MONTH, day=31))

    assert len(found) == 9
    assert found[0] == day("30/09/2024")
    assert day("28/02/2025") in found


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (rule(DueKind.END_OF_SEMESTER), ["17/01/2025", "30/05/2025"]),
        # A school year is over with its lessons, not with the summer.
        (rule(DueKind.END_OF_YEAR), ["30/05/2025"]),
        (rule(DueKind.END_OF_TERM), ["31/07/2025"]),
        (rule(DueKind.DAY_OF_YEAR, day=31, month=5), ["31/05/2025"]),
        (rule(DueKind.DAY_OF_YEAR, day=29, month=2), ["28/02/2025"]),
        (rule(DueKind.ONCE, on=day("31/05/2025")), ["31/05/2025"]),
        (rule(DueKind.ONCE, on=day("31/05/2025"), is_before=True), ["30/05/2025"]),
        (rule(DueKind.ONCE, on=day("31/05/2026")), []),
    ],
)
def test_each_kind_of_deadline_falls_on_its_days(made, expected):
    assert days(made) == [day(text) for text in expected]


def test_in_a_plan_of_several_years_a_day_of_the_year_comes_every_year():
    base = PLAN_YAML.replace("31/07/2025", "31/07/2027").replace(
        "tháng tính", "kỳ: giai đoạn\ntháng tính"
    )

    plan = make_plan(base=base)

    assert [d.year for d in days(rule(DueKind.DAY_OF_YEAR, day=31, month=5), plan)] == [
        2025,
        2026,
        2027,
    ]


def plan_with(*rules):
    return replace(make_plan(QUOTAS), deadlines=rules)


BY_THE_25TH = rule(DueKind.DAY_OF_MONTH, day=25, quotas=frozenset({"to"}), notice_days=5)


def test_a_quota_that_a_deadline_names_is_due_on_its_day_and_the_others_at_the_end():
    plan = plan_with(BY_THE_25TH)
    (november,) = (month.period for month in plan.months if month.code == "2024-11")

    assert [due_day(plan, quota, november) for quota in plan.quotas] == [
        day("25/11/2024"),
        day("30/11/2024"),
    ]


def test_what_is_owed_behind_its_deadline_is_still_named():
    found = next_deadlines(plan_with(BY_THE_25TH), day("28/11/2024"))

    assert [(d.on, d.days_left(day("28/11/2024"))) for d in found] == [
        (day("25/11/2024"), -3),
        (day("30/11/2024"), 2),
    ]


def test_coming_deadlines_are_those_of_a_month_ahead():
    plan = plan_with(BY_THE_25TH)

    assert [d.on for d in coming_deadlines(plan, day("25/11/2024"))] == [
        day("25/11/2024"),
        day("25/12/2024"),
    ]


def test_the_calendar_has_every_deadline_once_and_only_the_public_ones_are_public():
    public = rule(DueKind.ONCE, on=day("31/05/2025"), is_public=True, groups=("to-1", "doi"))
    item = DisclosureItem(code="thu", name="Các khoản thu", due_day=(9, 30))
    plan = replace(plan_with(BY_THE_25TH, replace(public, code="b")), disclosures=(item,))

    found = agenda([plan])

    said = {(event.on, event.what): event for event in found}
    november = said[day("25/11/2024"), "Hạn: Nộp bài (tháng 11/2024)"]
    assert november.notice_days == 5
    assert (day("30/11/2024"), "Hạn: Chỉ tiêu tháng 11/2024") in said
    assert (day("30/09/2024"), "Hạn: Công khai: Các khoản thu") in said
    # Nine months twice, one disclosure and one report.
    assert len(found) == 9 + 9 + 1 + 1
    assert [(e.what, e.who) for e in found if e.is_public] == [
        ("Hạn: Nộp bài", "Tổ 1, Đội Thiếu niên")
    ]
    assert all(event.last - event.on == timedelta() for event in found)
