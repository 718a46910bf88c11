"""The deadlines in the calendar: what they are called, for whom, and when phones remind."""

from dataclasses import replace

import pytest
from sample import day, make_plan

from newsroom.domain.content.document import DisclosureItem
from newsroom.domain.content.event import CalendarEvent
from newsroom.domain.plan.due import DueKind, DueRule, DueTime
from newsroom.domain.records.agenda import agenda

QUOTA = "  - {mã: to, nội dung: T, ai: toàn trường, ít nhất: 1, mỗi: học kỳ, tính theo: đăng}\n"
PLAN = make_plan()


def rule(kind, **fields):
    when = {name: fields.pop(name) for name in ("day", "month", "on") if name in fields}
    return DueRule(code="h", name="Nộp bài", when=DueTime(kind=kind, **when), **fields)


@pytest.mark.parametrize(
    ("made", "on", "what"),
    [
        (rule(DueKind.DAY_OF_MONTH, day=25), "25/11/2024", "Nộp bài (tháng 11/2024)"),
        (rule(DueKind.END_OF_MONTH), "30/11/2024", "Nộp bài (tháng 11/2024)"),
        (rule(DueKind.END_OF_SEMESTER), "17/01/2025", "Nộp bài (học kỳ I)"),
        (rule(DueKind.END_OF_YEAR), "30/05/2025", "Nộp bài"),
        (rule(DueKind.END_OF_TERM), "31/07/2025", "Nộp bài"),
        (rule(DueKind.DAY_OF_YEAR, day=31, month=5), "31/05/2025", "Nộp bài"),
        (rule(DueKind.ONCE, on=day("02/06/2025")), "02/06/2025", "Nộp bài"),
    ],
)
def test_a_deadline_that_comes_round_is_called_with_its_period(made, on, what):
    found = agenda([replace(PLAN, deadlines=(made,))])

    assert [event.what for event in found if event.on == day(on)] == [f"Hạn: {what}"]


def test_a_deadline_says_for_whom_how_far_ahead_and_whether_in_public():
    made = rule(DueKind.END_OF_TERM, groups=("to-2", "doi"), notice_days=7, is_public=True)

    (found,) = agenda([replace(PLAN, deadlines=(made,))])

    assert found == CalendarEvent(
        on=day("31/07/2025"),
        last=day("31/07/2025"),
        what="Hạn: Nộp bài",
        who="Tổ 2, Đội Thiếu niên",
        is_public=True,
        notice_days=7,
    )


def test_the_end_of_a_quotas_period_is_the_desks_own_with_three_days_notice():
    first, second = agenda([make_plan(QUOTA)])

    assert [first.what, second.what] == [
        "Hạn: Chỉ tiêu học kỳ I",
        "Hạn: Chỉ tiêu học kỳ II",
    ]
    assert (first.who, first.is_public, first.notice_days) == ("", False, 3)


def test_a_quota_whose_day_a_deadline_names_has_no_day_of_its_own():
    named = rule(DueKind.DAY_OF_YEAR, day=10, month=1, quotas=frozenset({"to"}))

    found = agenda([replace(make_plan(QUOTA), deadlines=(named,))])

    assert [(event.on, event.what) for event in found] == [
        (day("10/01/2025"), "Hạn: Nộp bài"),
        (day("30/05/2025"), "Hạn: Chỉ tiêu học kỳ II"),
    ]


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, []),
        ({"due_day": (9, 30)}, ["30/09/2024"]),
        ({"due_on": day("30/06/2025")}, ["30/06/2025"]),
        ({"due_on": day("30/06/2025"), "due_day": (9, 30)}, ["30/06/2025"]),
    ],
)
def test_a_disclosure_is_in_it_with_its_day(fields, days):
    item = DisclosureItem(code="thu", name="Các khoản thu", **fields)

    found = agenda([replace(PLAN, disclosures=(item,))])

    assert [(event.on, event.what) for event in found] == [
        (day(text), "Hạn: Công khai: Các khoản thu") for text in days
    ]
    assert not any(event.is_public for event in found)


def test_what_two_plans_say_alike_comes_once_and_all_come_by_day():
    twice = replace(PLAN, deadlines=(rule(DueKind.ONCE, on=day("31/05/2025")),))
    early = replace(PLAN, deadlines=(rule(DueKind.ONCE, on=day("30/05/2025")),))

    found = agenda([twice, early, twice])

    assert [event.on for event in found] == [day("30/05/2025"), day("31/05/2025")]
