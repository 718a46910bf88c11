"""The audit of a plan by table: the day before a bound, the bound, the day after."""

from dataclasses import replace

import pytest
from sample import SCHOOL, day, make_plan

from newsroom.domain.plan.audit.bodies import body_findings
from newsroom.domain.plan.audit.destinations import destination_findings, last_day_of
from newsroom.domain.plan.audit.finding import asked_periods
from newsroom.domain.plan.audit.periods import period_findings
from newsroom.domain.plan.school import OfficeLevel

QUOTA = "  - {mã: q, nội dung: Q, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
SENT = (
    "  - {mã: g, nội dung: G, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: gửi,"
    " nơi: [bao]}\n"
)
PLAN = replace(make_plan(QUOTA), issued=day("01/08/2024"))
SENDING = replace(make_plan(SENT), issued=day("01/08/2024"))


def bounded(bounds):
    return {name: day(on) for name, on in bounds.items()}


def ids(findings, *place):
    return [one.message.id for one in findings if one.place[: len(place)] == place]


# The periods of a quota


@pytest.mark.parametrize(
    ("bounds", "months"),
    [
        ({}, 9),
        ({"first": "30/09/2024"}, 9),
        ({"first": "01/10/2024"}, 8),
        ({"last": "01/05/2025"}, 9),
        ({"last": "30/04/2025"}, 8),
        ({"first": "30/04/2025", "last": "30/04/2025"}, 1),
        ({"first": "02/06/2025", "last": "30/06/2025"}, 0),
    ],
)
def test_a_quota_asks_the_periods_that_its_own_days_touch(bounds, months):
    quota = replace(PLAN.quotas[0], **bounded(bounds))

    assert len(asked_periods(PLAN, quota)) == months


# Groups and members


@pytest.mark.parametrize(
    ("bounds", "is_told"),
    [
        ({}, False),
        ({"first": "31/07/2025"}, False),
        ({"first": "01/08/2025"}, True),
        ({"last": "01/08/2024"}, False),
        ({"last": "31/07/2024"}, True),
    ],
)
def test_a_group_or_a_member_without_a_day_in_the_term_is_told(bounds, is_told):
    days = bounded(bounds)
    groups = tuple(replace(g, **days) if g.code == "doi" else g for g in PLAN.groups)
    board = (*PLAN.board[:-1], replace(PLAN.board[-1], **days))

    found = list(body_findings(replace(PLAN, groups=groups, board=board)))

    assert ids(found, "groups", len(groups) - 1) == (["NR-AUDIT-001"] if is_told else [])
    assert ids(found, "board", len(board) - 1) == (["NR-AUDIT-004"] if is_told else [])


@pytest.mark.parametrize(
    ("has_head", "has_members", "is_told"),
    [(True, True, False), (True, False, False), (False, True, False), (False, False, True)],
)
def test_a_group_without_anybody_is_told(has_head, has_members, is_told):
    group = PLAN.group("to-1")
    changed = replace(
        group,
        head=group.head if has_head else None,
        members=group.members if has_members else (),
    )
    groups = tuple(changed if g.code == "to-1" else g for g in PLAN.groups)

    found = list(body_findings(replace(PLAN, groups=groups)))

    assert ("NR-AUDIT-002" in ids(found, "groups")) is is_told


@pytest.mark.parametrize(
    ("bounds", "is_told"),
    [
        ({"to-1": {"last": "31/12/2024"}}, False),
        ({"to-1": {"last": "31/12/2024"}, "to-2": {"last": "01/05/2025"}}, False),
        ({"to-1": {"last": "31/12/2024"}, "to-2": {"last": "30/04/2025"}}, True),
        ({"to-1": {"first": "30/09/2024"}, "to-2": {"first": "01/10/2024"}}, False),
        ({"to-1": {"first": "01/10/2024"}, "to-2": {"first": "01/10/2024"}}, True),
    ],
)
def test_a_quota_is_told_where_none_of_its_groups_is_left_in_a_period(bounds, is_told):
    groups = tuple(replace(g, **bounded(bounds.get(g.code, {}))) for g in PLAN.groups)

    found = list(body_findings(replace(PLAN, groups=groups)))

    assert ids(found, "quotas") == (["NR-AUDIT-003"] if is_told else [])


# Destinations


@pytest.mark.parametrize(
    ("level", "last", "expected"),
    [
        (OfficeLevel.PRESS, None, None),
        (OfficeLevel.PRESS, "31/12/2026", "31/12/2026"),
        (OfficeLevel.DISTRICT, None, "30/06/2025"),
        (OfficeLevel.DISTRICT, "29/06/2025", "29/06/2025"),
        (OfficeLevel.DISTRICT, "01/07/2025", "30/06/2025"),
    ],
)
def test_an_office_of_a_district_ends_with_the_districts(level, last, expected):
    office = replace(SCHOOL.office("bao"), level=level, last=last and day(last))

    assert last_day_of(office) == (expected and day(expected))


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        ({}, []),
        ({"first": "30/09/2024"}, []),
        # Not there yet in one month; gone in one; never there.
        ({"first": "01/10/2024"}, ["NR-AUDIT-007"]),
        ({"last": "01/05/2025"}, []),
        ({"last": "30/04/2025"}, ["NR-AUDIT-007"]),
        ({"last": "31/08/2024"}, ["NR-AUDIT-007"]),
    ],
)
def test_a_quota_is_told_where_nobody_takes_its_articles_in_a_period(bounds, told):
    offices = tuple(replace(o, **bounded(bounds)) if o.code == "bao" else o for o in SCHOOL.offices)

    found = list(destination_findings(SENDING, replace(SCHOOL, offices=offices)))

    assert ids(found, "quotas") == told


# Days of the plan


@pytest.mark.parametrize(
    ("issued", "is_told"),
    [("30/07/2025", False), ("31/07/2025", False), ("01/08/2025", True)],
)
def test_a_plan_issued_behind_its_last_day_is_told(issued, is_told):
    found = list(period_findings(replace(PLAN, issued=day(issued))))

    assert ("NR-AUDIT-010" in ids(found, "issued")) is is_told
