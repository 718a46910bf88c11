"""The five real plans as plan files: every quota once met, once short, once exceeded."""

from dataclasses import replace
from datetime import date

import pytest
from plan_samples import answering, packages, publications, quotas, sample

from newsroom.domain.content.decisions import Decisions
from newsroom.domain.content.document import DocumentType, RetentionKind
from newsroom.domain.plan.category import Genre
from newsroom.domain.plan.deadline import deadlines
from newsroom.domain.plan.measure import Measure, Unit, declaration_of
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.owing import owed_periods
from newsroom.domain.tally.tally import tally
from newsroom.domain.tally.verdict import Verdict, VerdictKind

QUOTAS = list(quotas())
VERDICTS = {
    0: Verdict(VerdictKind.MET),
    -1: Verdict(VerdictKind.SHORT, 1),
    1: Verdict(VerdictKind.OVER, 1),
}


@pytest.mark.parametrize("more", VERDICTS, ids=["met", "short", "over"])
@pytest.mark.parametrize(("name", "code"), QUOTAS)
@pytest.mark.exhaustive
def test_every_quota_is_met_missed_and_exceeded(name, code, more):
    mau = sample(name)
    quota = next(q for q in mau.plan.quotas if q.code == code)
    asked = quota.aim if quota.at_least is None else quota.at_least
    wanted = (2 if asked is None else asked) + more
    rows = [
        row for row in tally(mau.plan, EventLog.of(mau.evaluation())).rows if row.quota.code == code
    ]
    assert rows

    for row in rows:
        for period in owed_periods(mau.plan, quota):
            handed_in = list(answering(mau.plan, mau.school, quota, row.group, period, wanted))
            photos = list(packages(quota, row.group, period, wanted))
            of_units = list(publications(quota, row.group, period, wanted))
            is_article = declaration_of(quota.measure).unit is Unit.ARTICLE
            evaluation = mau.evaluation(
                handed_in if is_article else [], photos, publications=of_units
            )
            (counted,) = (
                r for r in tally(mau.plan, EventLog.of(evaluation)).rows if r.code == row.code
            )

            cell = counted.cells[period.code]
            assert cell.count == wanted
            assert cell.verdict == verdict_expected(quota, more)
            others = [c.count for key, c in counted.cells.items() if key != period.code]
            assert not any(others)


def verdict_expected(quota, more):
    if quota.at_least is not None:
        return VERDICTS[more]
    if quota.aim is not None:
        return Verdict(VerdictKind.NOT_REACHED if more < 0 else VerdictKind.REACHED)
    return Verdict(VerdictKind.NO_TARGET)


@pytest.mark.parametrize(("name", "code"), QUOTAS)
@pytest.mark.exhaustive
def test_what_answers_a_quota_in_all_but_one_thing_does_not_count(name, code):
    mau = sample(name)
    quota = next(q for q in mau.plan.quotas if q.code == code)
    period = owed_periods(mau.plan, quota)[0]
    group = mau.plan.group(quota.groups[0]) if quota.groups else None
    (article,) = answering(mau.plan, mau.school, quota, group, period, 1)

    for other in spoiled(article, quota, mau):
        rows = tally(mau.plan, EventLog.of(mau.evaluation([other]))).rows
        assert not any(row.cells[period.code].count for row in rows if row.quota.code == code)


def spoiled(article, quota, mau):
    """The article with another genre, category, destination, group or day, where that matters."""
    if quota.genres:
        other = next(genre for genre in Genre if genre not in quota.genres)
        yield replace(article, genre=other)
    if quota.categories:
        other = next(c for c in mau.plan.categories if c.code not in quota.categories)
        yield replace(article, category=other)
    if quota.destinations:
        (dispatch,) = article.submissions
        others = (s for s in mau.school.offices if s.code not in quota.destinations)
        for office in others:
            yield replace(article, submissions=(replace(dispatch, office=office),))
    if quota.measure is not Measure.SUBMITTED:
        yield replace(article, decisions=Decisions())
    if quota.groups:
        others = tuple(g for g in mau.plan.groups if g.code not in quota.groups)[:1]
        yield replace(article, groups=others)


def test_an_article_on_the_units_site_counts_only_for_its_unit_genre_and_category():
    # S3 III: “01 bài viết về tấm gương người tốt, việc tốt … trang Webesit của đơn vị”
    mau = sample("phong-giao-duc-mam-non")
    quota = next(q for q in mau.plan.quotas if q.code == "guong")
    period, group = owed_periods(mau.plan, quota)[0], mau.plan.group(quota.groups[0])
    (whole,) = publications(quota, group, period, 1)
    other = next(c.code for c in mau.plan.categories if c.code not in quota.categories)

    def count(found):
        rows = tally(mau.plan, EventLog.of(mau.evaluation(publications=[found]))).rows
        return sum(row.cells[period.code].count for row in rows if row.quota is quota)

    assert count(whole) == 1
    assert count(replace(whole, genre=Genre.NEWS)) == 0
    assert count(replace(whole, category=other)) == 0
    # On the office's own site it is another thing.
    (article,) = answering(mau.plan, mau.school, quota, group, period, 1)
    rows = tally(mau.plan, EventLog.of(mau.evaluation([article]))).rows
    assert not any(row.cells[period.code].count for row in rows if row.quota is quota)


def test_the_kindergartens_principals_owe_beside_its_groups():
    # S0 III.1, III.2
    plan = sample("truong-mam-non").plan

    assert {q.code: q.groups for q in plan.quotas}["bgh-gui"] == ("bgh",)
    assert {q.code: q.groups for q in plan.quotas}["to-nop"] == ("nha-tre", "mau-giao")


def test_the_office_reports_on_the_25th_and_its_units_before_31_may():
    # S1 III.1: “Định kỳ ngày 25 hằng tháng”; III.4: “trước ngày 31/5/2021”
    plan = sample("so-giao-duc").plan

    days = {(d.rule.code, d.on) for d in deadlines(plan)}
    # From the month in which it was issued: October.
    assert {on for code, on in days if code == "du-luan"} == {
        date(2020 + (month < 8), month, 25) for month in range(1, 13) if month not in (8, 9)
    }
    assert ("bao-cao-nam", date(2021, 5, 30)) in days
    assert [d.rule.code for d in deadlines(plan) if d.rule.is_public] == ["bao-cao-nam"]


def test_the_plan_of_several_years_counts_each_of_them():
    # S2: “giai đoạn 2017 – 2020”
    plan = sample("truong-thcs-giai-doan").plan

    assert [year.code for year in plan.years] == ["2017", "2018", "2019", "2020"]


def test_the_plan_of_a_calendar_year_asks_for_good_people_from_its_issue_on():
    # S3 III; “Kế hoạch số 105/KH-PGDĐT ngày 13/8/2020”: nothing is owed for the months before.
    plan = sample("phong-giao-duc-mam-non").plan

    assert [month.code for month in plan.months] == [f"2020-{n:02}" for n in range(9, 13)]
    assert [d.on for d in deadlines(plan)] == [date(2020, 10, 31), date(2020, 12, 31)]


def test_the_primary_school_says_what_stays_for_ever_and_what_goes():
    # S4 IV.2
    plan = sample("truong-tieu-hoc").plan

    for_ever, letters, articles = plan.retention
    assert for_ever.retention.kind is RetentionKind.PERMANENT
    assert {DocumentType.PLAN, DocumentType.REPORT, DocumentType.DECISION} <= for_ever.types
    assert letters.retention.kind is articles.retention.kind is RetentionKind.END_OF_YEAR
    assert articles.holds_for_articles
