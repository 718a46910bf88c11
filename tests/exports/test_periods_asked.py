"""A year of several, as papers sum it: what lies within it, month by month."""

import pytest
from sample import PLAN_YAML, day, make_article, make_evaluation, make_plan

from newsroom.domain.plan.audit.succession import in_succession, overlap_findings
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.tally import tally
from newsroom.exports.reports.periods import span_asked, year_of_today
from newsroom.vocabulary.tally import count_in_words, verdict_in_words

QUOTA = "  - {mã: q, nội dung: Q, ai: Tổ 1, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
PLAN = make_plan(
    QUOTA,
    code="2024-2027",
    base=PLAN_YAML.replace("31/07/2025", "31/07/2027").replace(
        "tháng tính", "kỳ: giai đoạn\ntháng tính"
    ),
)


def test_a_year_of_several_sums_its_months_and_no_other():
    days = ["10/09/2024", "10/10/2024", "10/09/2025"]
    articles = [make_article(on, plan=PLAN) for on in days]
    evaluation = make_evaluation(articles, "01/08/2027", [PLAN])
    first, second, _ = PLAN.years
    (row,) = tally(PLAN, EventLog.of(evaluation)).rows

    found = [row.over(span_asked(evaluation, year=year.code).period) for year in (first, second)]

    assert [f"{count_in_words(c)} {verdict_in_words(c.verdict)}" for c in found] == [
        "2/9 thiếu 7",
        "1/9 thiếu 8",
    ]
    assert row.over(PLAN.term) is row.totals[PLAN.term.code]
    assert first.last == day("31/07/2025")


def successive(change):
    """The plan of a school year, and the one that took over from it on that day."""
    old = make_plan(
        QUOTA, base=PLAN_YAML.replace("tháng tính", f"được thay từ: {change}\ntháng tính")
    )
    new = PLAN_YAML.replace("01/08/2024", change).replace("05/09/2024", change)
    return in_succession([make_plan(QUOTA, base=new, code="moi"), old])


@pytest.mark.parametrize(
    ("change", "today", "by_month", "by_semester"),
    [
        ("10/11/2024", "09/11/2024", "moi", "2024-2025"),
        ("10/11/2024", "10/11/2024", "moi", "moi"),
        ("20/11/2024", "26/11/2024", "2024-2025", "moi"),
        ("20/11/2024", "01/12/2024", "moi", "moi"),
    ],
)
def test_what_is_asked_of_no_year_is_of_the_plan_that_counts_it(
    change, today, by_month, by_semester
):
    evaluation = make_evaluation([], today, successive(change))

    assert span_asked(evaluation).plan.code == by_month
    assert span_asked(evaluation, semester="1").plan.code == by_semester
    assert year_of_today(evaluation) == by_semester


@pytest.mark.parametrize("change", ["10/11/2024", "15/11/2024", "16/11/2024", "30/11/2024"])
def test_the_month_of_a_change_of_plans_is_counted_by_one_of_them(change):
    plans = successive(change)

    months = [month.code for plan in plans for month in plan.months]

    assert months == sorted(set(months))
    assert "2024-11" in months
    assert list(overlap_findings(plans)) == []


def test_behind_the_last_plan_the_year_is_the_one_that_ended_last():
    plan = make_plan(QUOTA, base=PLAN_YAML.replace("31/07/2025", "10/07/2025"))

    assert year_of_today(make_evaluation([], "15/07/2025", [plan])) == "2024-2025"
