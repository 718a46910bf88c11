"""An imported article counts where its decision says so, and pays nobody."""

from dataclasses import replace

import pytest
from sample import day, make_article, make_evaluation, make_plan

from newsroom.domain.content.import_decision import ImportDecision, Imported
from newsroom.domain.plan.calendar import PeriodKind
from newsroom.domain.plan.measure import Measure
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.points_tally import scores_of_groups, scores_of_people
from newsroom.domain.tally.reporting import Span, published_in

POINTS = """\
  - {mã: to, nội dung: Mỗi tổ 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: năm, tính theo: đăng}
điểm:
  - {nội dung: Bài được đăng, điểm: 5, tính theo: đăng}
"""
PLAN = make_plan(POINTS)
DECISION = ImportDecision(
    path="nhap/a.yaml", by="Hiệu Trưởng Mẫu", on=day("20/11/2024"), seal="c" * 12, is_sealed=True
)


def evaluation(decision):
    """One article of the year that an import brought; none where there is no decision."""
    imported = Imported(decision=decision, seal="a" * 12) if decision else None
    return make_evaluation(
        [replace(make_article("12/11/2024"), imported=imported)], "30/11/2024", [PLAN]
    )


def points(found):
    scores = [
        *scores_of_groups(PLAN, EventLog.of(found), PLAN.term),
        *scores_of_people(PLAN, EventLog.of(found), PLAN.term),
    ]
    return sum(score.points for score in scores)


@pytest.mark.parametrize(
    ("decision", "counted", "paid"),
    [
        (None, 1, 10),
        (DECISION, 0, 0),
        (replace(DECISION, counts=True), 1, 0),
        (replace(DECISION, counts=True, on=day("01/12/2024")), 0, 0),
    ],
)
def test_it_counts_by_decision_and_pays_never(decision, counted, paid):
    found = evaluation(decision)

    assert found.publication.articles
    for measure in (Measure.SUBMITTED, Measure.APPROVED, Measure.PUBLISHED):
        assert len(EventLog.of(found).within(measure, PLAN.term)) == counted
    assert points(found) == paid
    span = Span(plan=PLAN, period=PLAN.term, kind=PeriodKind.YEAR)
    assert len(published_in(span, found.publication)) == counted
