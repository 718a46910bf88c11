"""The reminders of a month, and what is over: the day before, the day, the day after."""

from dataclasses import replace

import pytest
from sample import PLAN, day, make_article, make_evaluation, make_plan

from newsroom.domain.plan.calendar import Month
from newsroom.domain.plan.due import DueKind, DueRule, DueTime
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.reminders import debts_of, plan_of_month
from newsroom.domain.tally.tally import tally

QUOTAS = (
    "  - {mã: to, nội dung: T, ai: mỗi tổ chuyên môn, ít nhất: 2, mỗi: tháng, tính theo: nộp}\n"
    "  - {mã: tr, nội dung: G, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: đăng}\n"
    "  - {mã: kk, nội dung: K, ai: mỗi tổ chuyên môn, mỗi: tháng, tính theo: nộp}\n"
    "  - {mã: hk, nội dung: H, ai: toàn trường, ít nhất: 1, mỗi: học kỳ, tính theo: đăng}\n"
)
NOVEMBER, JANUARY = Month(2024, 11), Month(2025, 1)


def rule(code, kind=DueKind.ONCE, groups=(), quotas=(), **when):
    time = DueTime(kind=kind, **when)
    return DueRule(code=code, name=code, when=time, groups=groups, quotas=frozenset(quotas))


def debts(articles=(), month=NOVEMBER, today="20/11/2024", rules=()):
    plan = replace(make_plan(QUOTAS), deadlines=tuple(rules))
    return debts_of(tally(plan, EventLog.of(make_evaluation(articles, today, [plan]))), month)


def owed(found):
    return [(d.quota.code, d.group and d.group.code, d.missing) for d in found.owed]


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        ([], 2),
        (["31/10/2024"], 2),
        (["01/11/2024"], 1),
        (["01/11/2024", "20/11/2024"], 0),
        (["01/11/2024", "02/11/2024", "03/11/2024"], 0),
        # Handed in tomorrow it is not there today.
        (["21/11/2024"], 2),
    ],
)
def test_a_group_owes_what_is_lacking_to_the_number_and_never_less_than_nothing(days, missing):
    found = debts([make_article(on) for on in days])

    (debt,) = (d for d in found.debts if d.quota.code == "to" and d.group.code == "to-1")
    assert debt.missing == missing
    assert debt.due == day("30/11/2024")


def test_each_group_owes_for_itself_and_what_has_no_number_is_owed_by_nobody():
    found = debts([make_article("01/11/2024"), make_article("02/11/2024")])

    assert owed(found) == [("to", "to-2", 2)]
    assert found.settled == ("to-1",)
    assert {d.quota.code for d in found.debts} == {"to", "tr"}


def test_a_group_that_met_one_quota_of_two_has_not_settled():
    two = QUOTAS + (
        "  - {mã: anh, nội dung: A, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng,"
        " tính theo: duyệt}\n"
    )
    plan = make_plan(two)
    articles = [
        replace(make_article("01/11/2024"), decisions=type(make_article("01/11/2024").decisions)())
        for _ in range(2)
    ]

    found = debts_of(
        tally(plan, EventLog.of(make_evaluation(articles, "20/11/2024", [plan]))), NOVEMBER
    )

    assert found.settled == ()


def test_the_school_owes_and_whoever_the_plan_charges_is_named():
    assert [d.charge for d in debts().debts if d.quota.code == "tr"] == [()]
    charged = rule("h", DueKind.DAY_OF_MONTH, day=25, groups=("bgh",), quotas=("tr",))

    (debt,) = (d for d in debts(rules=[charged]).debts if d.quota.code == "tr")

    assert (debt.charge, debt.due, debt.group) == (("bgh",), day("25/11/2024"), None)


@pytest.mark.parametrize(
    ("month", "quotas"),
    [
        (Month(2024, 12), {"to", "tr"}),
        (JANUARY, {"to", "tr", "hk"}),
        (Month(2025, 6), set()),
    ],
)
def test_a_debt_is_of_the_month_in_which_it_is_due(month, quotas):
    assert {d.quota.code for d in debts(month=month).debts} == quotas


@pytest.mark.parametrize(
    ("today", "is_left"),
    [("19/11/2024", True), ("20/11/2024", True), ("21/11/2024", False)],
)
def test_a_task_is_told_until_its_day_is_over(today, is_left):
    report = rule("bc", on=day("20/11/2024"), groups=("to-1",))

    assert bool(debts(today=today, rules=[report]).tasks) is is_left


@pytest.mark.parametrize(
    ("on", "is_there"),
    [("31/10/2024", False), ("01/11/2024", True), ("30/11/2024", True), ("01/12/2024", False)],
)
def test_a_task_is_of_the_month_of_its_day(on, is_there):
    assert bool(debts(today="15/10/2024", rules=[rule("bc", on=day(on))]).tasks) is is_there


def test_a_deadline_of_a_quota_is_no_task_beside_it():
    named = rule("h", DueKind.DAY_OF_MONTH, day=25, quotas=("to",))

    assert debts(rules=[named]).tasks == ()


def test_the_part_of_a_group_is_its_own_debts_and_tasks():
    tasks = (
        rule("a", on=day("25/11/2024"), groups=("to-1",)),
        rule("b", on=day("25/11/2024"), groups=("to-2",)),
        rule("c", on=day("25/11/2024")),
    )

    mine = debts(rules=tasks).of_group(PLAN.group("to-1"))

    assert [d.group.code for d in mine.debts] == ["to-1"]
    assert [t.rule.code for t in mine.tasks] == ["a"]
    assert (mine.month, mine.today) == (NOVEMBER, day("20/11/2024"))


@pytest.mark.parametrize(
    ("month", "code"),
    [
        (Month(2024, 7), None),
        # In its term, though it does not count; counted; the last; behind it.
        (Month(2024, 8), "2024-2025"),
        (Month(2024, 9), "2024-2025"),
        (Month(2025, 5), "2024-2025"),
        (Month(2025, 7), "2024-2025"),
        (Month(2025, 8), None),
    ],
)
def test_a_month_is_of_the_plan_that_counts_it_or_in_whose_term_it_lies(month, code):
    found = plan_of_month((PLAN,), month)

    assert (found and found.code) == code


def test_of_two_plans_in_one_month_the_one_that_counts_it_is_meant():
    first = replace(PLAN, term=replace(PLAN.term, last=day("10/09/2024")), code="a")
    first = replace(first, counted_months=frozenset({10}))
    second = replace(PLAN, term=replace(PLAN.term, first=day("11/09/2024")), code="b")

    assert plan_of_month((first, second), Month(2024, 9)).code == "b"
    ends = replace(first, counted_months=frozenset())
    begins = replace(second, counted_months=frozenset())
    assert plan_of_month((begins,), Month(2024, 9)).code == "b"
    assert plan_of_month((ends,), Month(2024, 9)).code == "a"
