"""Deadlines by table: which day, whose quotas, the day before, the day, the day after."""

from dataclasses import replace

import pytest
from sample import PLAN_YAML, day, make_plan

from newsroom.domain.plan.calendar import PeriodKind
from newsroom.domain.plan.deadline import coming_deadlines, deadlines, deadlines_of
from newsroom.domain.plan.due import DueKind, DueRule, DueTime
from newsroom.domain.tally.quota_deadlines import due_day, next_deadlines, quota_deadlines

QUOTAS = (
    "  - {mã: to, nội dung: T, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
    "  - {mã: gui, nội dung: G, ai: toàn trường, ít nhất: 2, mỗi: tháng, tính theo: gửi}\n"
    "  - {mã: hk, nội dung: H, ai: toàn trường, ít nhất: 2, mỗi: học kỳ, tính theo: đăng}\n"
    "  - {mã: nam, nội dung: N, ai: toàn trường, ít nhất: 2, mỗi: năm, tính theo: đăng}\n"
)
PLAN = make_plan(QUOTAS)
SEVERAL_YEARS = make_plan(
    base=PLAN_YAML.replace("31/07/2025", "31/07/2027").replace(
        "tháng tính", "kỳ: giai đoạn\ntháng tính"
    )
)


def rule(kind, code="h", quotas=(), **when):
    return DueRule(code=code, name=code, when=DueTime(kind=kind, **when), quotas=frozenset(quotas))


def with_rules(*rules):
    return replace(PLAN, deadlines=rules)


def days(made, plan=PLAN):
    return [deadline.on for deadline in deadlines_of(made, plan)]


def month(code):
    return next(m.period for m in PLAN.months if m.code == code)


@pytest.mark.parametrize(
    ("on", "is_before", "found"),
    [
        ("31/07/2024", False, []),
        ("01/08/2024", False, ["01/08/2024"]),
        # The day before the first of the term is not of it.
        ("01/08/2024", True, []),
        ("02/08/2024", True, ["01/08/2024"]),
        ("31/07/2025", False, ["31/07/2025"]),
        ("31/07/2025", True, ["30/07/2025"]),
        ("01/08/2025", False, []),
    ],
)
def test_a_day_that_comes_once_is_due_within_the_term(on, is_before, found):
    made = rule(DueKind.ONCE, on=day(on), is_before=is_before)

    assert days(made) == [day(text) for text in found]


def test_a_day_that_comes_once_comes_once_in_a_plan_of_several_years():
    (found,) = deadlines_of(rule(DueKind.ONCE, on=day("31/05/2026")), SEVERAL_YEARS)

    assert found.on == day("31/05/2026")
    assert found.period == SEVERAL_YEARS.years[1]
    assert days(rule(DueKind.ONCE), SEVERAL_YEARS) == []


@pytest.mark.parametrize(
    ("number", "september", "february"),
    [
        (1, "01/09/2024", "01/02/2025"),
        (28, "28/09/2024", "28/02/2025"),
        (29, "29/09/2024", "28/02/2025"),
        (30, "30/09/2024", "28/02/2025"),
        (31, "30/09/2024", "28/02/2025"),
    ],
)
def test_a_day_that_a_month_does_not_have_is_its_last(number, september, february):
    found = days(rule(DueKind.DAY_OF_MONTH, day=number))

    assert (found[0], found[5]) == (day(september), day(february))
    assert len(found) == 9


def test_before_the_first_of_a_month_is_the_last_of_the_month_before():
    found = days(rule(DueKind.DAY_OF_MONTH, day=1, is_before=True))

    assert (found[0], found[1]) == (day("31/08/2024"), day("30/09/2024"))


def test_each_year_of_a_plan_ends_with_its_last_lessons_else_with_itself():
    # Only the first of the three years has its semesters in the plan.
    ends = days(rule(DueKind.END_OF_YEAR), SEVERAL_YEARS)

    assert ends == [day("30/05/2025"), day("31/07/2026"), day("31/07/2027")]


def test_a_semester_that_ends_with_the_year_still_ends_it():
    last = replace(PLAN.semesters[1], last=PLAN.term.last)

    assert days(rule(DueKind.END_OF_YEAR), replace(PLAN, semesters=(last,))) == [PLAN.term.last]


def test_a_day_of_the_year_that_the_term_does_not_hold_is_never_due():
    short = replace(PLAN, term=replace(PLAN.term, last=day("30/04/2025")))

    assert days(rule(DueKind.DAY_OF_YEAR, month=4, day=30), short) == [day("30/04/2025")]
    assert days(rule(DueKind.DAY_OF_YEAR, month=5, day=1), short) == []


def test_a_deadline_closes_its_period_and_names_its_own_quotas_in_the_plans_order():
    made = rule(DueKind.END_OF_SEMESTER, quotas=("hk", "to"))

    first, second = deadlines_of(made, PLAN)

    assert (first.period, second.period) == PLAN.semesters
    assert [quota.code for quota in first.quotas] == ["to", "hk"]
    assert first.rule == made


def test_deadlines_come_by_day_and_on_one_day_by_code():
    one = rule(DueKind.ONCE, code="b", on=day("31/05/2025"))
    two = rule(DueKind.ONCE, code="a", on=day("31/05/2025"))
    three = rule(DueKind.ONCE, code="c", on=day("30/05/2025"))

    found = deadlines(with_rules(one, two, three))

    assert [deadline.rule.code for deadline in found] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("today", "left", "is_coming"),
    [
        ("24/11/2024", 32, False),
        ("25/11/2024", 31, True),
        ("25/12/2024", 1, True),
        ("26/12/2024", 0, True),
        ("27/12/2024", -1, False),
    ],
)
def test_what_is_due_within_a_month_is_coming_until_its_day_is_over(today, left, is_coming):
    plan = with_rules(rule(DueKind.ONCE, on=day("26/12/2024")))

    assert [d.days_left(day(today)) for d in deadlines(plan)] == [left]
    assert bool(coming_deadlines(plan, day(today))) is is_coming


@pytest.mark.parametrize(
    ("named", "due"),
    [
        # The day before the month, its first, its last, the day after.
        ("31/10/2024", "30/11/2024"),
        ("01/11/2024", "01/11/2024"),
        ("30/11/2024", "30/11/2024"),
        ("01/12/2024", "30/11/2024"),
    ],
)
def test_a_quota_is_due_on_the_named_day_within_its_period_else_at_its_end(named, due):
    plan = with_rules(rule(DueKind.ONCE, on=day(named), quotas=("to",)))

    assert due_day(plan, plan.quotas[0], month("2024-11")) == day(due)
    assert due_day(plan, plan.quotas[1], month("2024-11")) == day("30/11/2024")


def test_of_two_deadlines_of_a_quota_in_a_period_the_first_is_meant():
    plan = with_rules(
        rule(DueKind.DAY_OF_MONTH, code="a", day=25, quotas=("to",)),
        rule(DueKind.DAY_OF_MONTH, code="b", day=20, quotas=("to",)),
    )

    assert due_day(plan, plan.quotas[0], month("2024-11")) == day("20/11/2024")


def test_of_two_deadlines_on_one_day_the_first_code_names_it():
    plan = with_rules(
        rule(DueKind.DAY_OF_MONTH, code="b", day=25, quotas=("to",)),
        rule(DueKind.DAY_OF_MONTH, code="a", day=25, quotas=("to",)),
    )

    found = [d for d in quota_deadlines(plan) if d.on == day("25/11/2024")]

    assert [(d.rule.code, [q.code for q in d.quotas]) for d in found] == [("a", ["to"])]


@pytest.mark.parametrize(
    ("today", "months"),
    [
        ("31/08/2024", []),
        ("01/09/2024", ["2024-09"]),
        ("30/09/2024", ["2024-09"]),
        ("01/10/2024", ["2024-10"]),
        ("31/05/2025", ["2025-05"]),
        ("01/06/2025", []),
    ],
)
def test_the_next_deadlines_are_those_of_the_periods_that_run_today(today, months):
    found = next_deadlines(PLAN, day(today))

    assert [d.period.code for d in found if d.quotas[0].code == "to"] == months
    assert all(d.period.contains(day(today)) for d in found)


def test_quotas_that_end_on_one_day_stand_in_one_deadline_and_others_apart():
    plan = with_rules(rule(DueKind.DAY_OF_MONTH, day=25, quotas=("to",)))

    found = [d for d in quota_deadlines(plan) if d.period == month("2024-11")]

    assert [(d.on, [q.code for q in d.quotas]) for d in found] == [
        (day("25/11/2024"), ["to"]),
        (day("30/11/2024"), ["gui"]),
    ]
    whole = [d for d in quota_deadlines(PLAN) if d.period == month("2024-11")]
    assert [[q.code for q in d.quotas] for d in whole] == [["to", "gui"]]


def test_every_period_of_each_kind_that_a_quota_asks_for_has_a_deadline_in_order():
    found = quota_deadlines(PLAN)

    assert len(found) == 9 + 2 + 1
    assert [d.on for d in found] == sorted(d.on for d in found)
    assert {q.per for d in found for q in d.quotas} == {
        PeriodKind.MONTH,
        PeriodKind.SEMESTER,
        PeriodKind.YEAR,
    }


def test_what_has_no_number_and_what_is_not_owed_has_no_day():
    bare = "  - {mã: k, nội dung: K, ai: toàn trường, mỗi: tháng, tính theo: nộp}\n"
    late = "  - {mã: l, nội dung: L, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: nộp,"
    plan = make_plan(f"{bare}{late} từ: 01/01/2025}}\n")

    found = quota_deadlines(plan)

    assert [d.period.code for d in found] == [f"2025-{n:02}" for n in range(1, 6)]
    assert {q.code for d in found for q in d.quotas} == {"l"}
