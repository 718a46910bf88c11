"""On time and late: judged by the duty, so that one more article never costs a point."""

from dataclasses import replace

import pytest
from sample import day, make_article, make_evaluation, make_plan, waiting

from newsroom.domain.content.photo_package import PhotoPackage
from newsroom.domain.plan.category import Genre
from newsroom.domain.plan.due import DueKind, DueRule, DueTime
from newsroom.domain.plan.measure import Measure
from newsroom.domain.tally.arrivals import arrivals_of
from newsroom.domain.tally.contributions import EventLog

ON_TIME, LATE, NEITHER = True, False, None
BY_THE_25TH = DueRule(
    code="han",
    name="Nộp bài",
    when=DueTime(kind=DueKind.DAY_OF_MONTH, day=25),
    quotas=frozenset({"to", "khac"}),
)


def quota(code="to", who="mỗi tổ chuyên môn", number="ít nhất: 1", more=""):
    return (
        f"  - {{mã: {code}, nội dung: Q, ai: {who}, {number}, mỗi: tháng, tính theo: nộp{more}}}\n"
    )


def judgements(plan, articles, group=None):
    """The words on these articles, in their order."""
    ledger = EventLog.of(make_evaluation(articles, "05/10/2024", [plan]))
    arrivals = arrivals_of(plan, ledger)
    events = {event.thing: event for event in ledger.within(Measure.SUBMITTED, plan.term)}
    return [arrivals.is_on_time(events[article.path], group) for article in articles]


def judged(days, quotas=None, group=None):
    """The words on articles of Tổ 1 handed in on these days of September, in their order."""
    plan = replace(make_plan(quotas or quota()), deadlines=(BY_THE_25TH,))
    return judgements(plan, [make_article(f"{n:02}/09/2024") for n in days], group)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([24], [ON_TIME]),
        ([25], [ON_TIME]),
        ([26], [LATE]),
        # The duty was met on the 10th: what comes on the 28th is one more.
        ([10, 28], [ON_TIME, NEITHER]),
        ([10, 24], [ON_TIME, ON_TIME]),
        # The first to come late is the one that was needed.
        ([26, 28], [LATE, NEITHER]),
        ([28, 26], [NEITHER, LATE]),
    ],
)
def test_of_one_article_a_month_only_the_one_that_was_needed_can_be_late(days, expected):
    assert judged(days) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([10, 28], [ON_TIME, LATE]),
        ([10, 26, 28], [ON_TIME, LATE, NEITHER]),
        ([26, 27, 28], [LATE, LATE, NEITHER]),
        ([10, 11, 28], [ON_TIME, ON_TIME, NEITHER]),
    ],
)
def test_of_two_articles_a_month_two_can_be_late(days, expected):
    assert judged(days, quota(number="ít nhất: 2")) == expected


def test_of_two_that_came_late_on_one_day_one_is_late():
    assert sorted(judged([26, 26]), key=str) == [LATE, NEITHER]


def test_what_is_striven_for_makes_nothing_late():
    assert judged([28], quota(number="phấn đấu: 2")) == [NEITHER]
    assert judged([10, 28], quota(number="ít nhất: 1, phấn đấu: 2")) == [ON_TIME, NEITHER]


def test_without_a_number_nothing_is_late():
    assert judged([28], quota(number="căn cứ: I")) == [NEITHER]


def test_each_group_is_judged_by_its_own_duty():
    plan = replace(make_plan(quota()), deadlines=(BY_THE_25TH,))
    first = make_article("10/09/2024", groups=["to-1"])
    shared = make_article("28/09/2024", groups=["to-1", "to-2"])

    assert judgements(plan, [first, shared], "to-1") == [ON_TIME, NEITHER]
    assert judgements(plan, [first, shared], "to-2") == [NEITHER, LATE]
    # Its authors had it late for one of them.
    assert judgements(plan, [first, shared]) == [ON_TIME, LATE]


def test_the_duty_of_the_whole_school_is_that_of_each_of_its_groups():
    assert judged([28], quota(who="toàn trường"), group="to-1") == [LATE]
    assert judged([28], quota(who="toàn trường"), group="doi") == [LATE]


def test_needed_by_a_second_quota_it_is_late_though_the_first_was_met():
    plan = replace(
        make_plan(quota() + quota("khac", more=", thể loại: [tin]")), deadlines=(BY_THE_25TH,)
    )
    article = make_article("10/09/2024", genre=Genre.ARTICLE)
    news = make_article("28/09/2024", genre=Genre.NEWS)

    assert judgements(plan, [article, news]) == [ON_TIME, LATE]


def test_a_month_that_is_not_owed_makes_nothing_late():
    plan = replace(make_plan(quota()), issued=day("20/09/2024"), deadlines=(BY_THE_25TH,))

    assert judgements(plan, [make_article("28/09/2024")]) == [NEITHER]


def test_a_draft_fills_the_duty_as_it_fills_the_quota():
    draft, more = waiting(make_article("10/09/2024")), make_article("30/09/2024")

    assert judgements(make_plan(quota()), [draft, more]) == [ON_TIME, ON_TIME]


@pytest.mark.parametrize("number", ["căn cứ: I", "phấn đấu: 2"])
def test_where_nothing_is_owed_nothing_is_on_time_either(number):
    assert judged([10], quota(number=number)) == [NEITHER]


def test_late_for_one_duty_and_in_time_for_another_is_late():
    year = quota("nam", "toàn trường").replace("mỗi: tháng", "mỗi: năm")

    assert judged([28], quota() + year) == [LATE]
    assert judged([28], year) == [ON_TIME]


def test_what_is_counted_on_a_day_that_nobody_hands_in_is_never_late():
    published = quota().replace("tính theo: nộp", "tính theo: đăng")

    assert judged([10, 28], published) == [NEITHER, NEITHER]


@pytest.mark.parametrize(("on", "expected"), [(14, NEITHER), (15, ON_TIME)])
def test_what_came_before_the_term_answers_no_duty_of_it(on, expected):
    plan = make_plan(quota())
    plan = replace(plan, term=replace(plan.term, first=day("15/09/2024")))
    article = make_article(f"{on}/09/2024")
    ledger = EventLog.of(make_evaluation([article], "05/10/2024", [plan]))
    (event,) = ledger.within(Measure.SUBMITTED, plan.months[0].period)

    assert arrivals_of(plan, ledger).is_on_time(event) is expected


def test_of_two_late_packages_the_first_to_come_is_the_one_that_was_needed():
    plan = make_plan(
        quota().replace("mỗi: tháng", "mỗi: học kỳ").replace("tính theo: nộp", "tính theo: ảnh")
    )
    semester = plan.semesters[0]
    packages = [
        PhotoPackage(group="to-1", on=day(on), pictures=3, semester=semester)
        for on in ("19/01/2025", "18/01/2025")
    ]
    ledger = EventLog.of(make_evaluation([], "05/02/2025", [plan], packages))
    events = {event.came: event for event in ledger.within(Measure.PHOTOS, semester)}

    arrivals = arrivals_of(plan, ledger)

    assert arrivals.is_on_time(events[day("18/01/2025")]) is LATE
    assert arrivals.is_on_time(events[day("19/01/2025")]) is NEITHER
