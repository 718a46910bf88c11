"""A year of several, as papers sum it: what lies within it, month by month."""

from sample import PLAN_YAML, day, make_article, make_plan, make_review

from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.tally import tally
from newsroom.exports.reports.periods import span_asked
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
    review = make_review(articles, "01/08/2027", [PLAN])
    first, second, _ = PLAN.years
    (row,) = tally(PLAN, EventLog.of(review)).rows

    found = [row.over(span_asked(review, year=year.code).period) for year in (first, second)]

    assert [f"{count_in_words(c)} {verdict_in_words(c.verdict)}" for c in found] == [
        "2/9 thiếu 7",
        "1/9 thiếu 8",
    ]
    assert row.over(PLAN.term) is row.totals[PLAN.term.code]
    assert first.last == day("31/07/2025")
