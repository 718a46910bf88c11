"""The content plan: what was to be told, month by month, and what was. Requirement N10."""

import pytest
from plan_samples import sample
from sample import (
    PLAN_YAML,
    approved,
    day,
    make_article,
    make_evaluation,
    make_plan,
    waiting,
    withdrawn,
)

from newsroom.domain.desk.content_plan import TopicState, content_plan, topics_in
from newsroom.domain.plan.calendar import Month

TOPICS = """\
chủ đề:
  - {mã: sach, nội dung: Đọc sách, khi: tháng 9 và tháng 12}
  - {mã: khai-giang, nội dung: Lễ khai giảng, khi: tháng 9, ai: [to-1, doi]}
  - {mã: tong-ket, nội dung: Tổng kết, khi: tháng 5, ai: mỗi tổ chuyên môn}
"""
PLAN = make_plan(base=PLAN_YAML + TOPICS)


def article(on, *topics):
    return make_article(on, plan=PLAN, topics=topics)


def planned(articles, today):
    """The plan as it stands on that day, by topic and month."""
    evaluation = make_evaluation(articles, today, [PLAN])
    return {(one.topic.code, one.month.code): one for one in content_plan(PLAN, evaluation)}


def states(articles, today):
    return {key: one.state(day(today)) for key, one in planned(articles, today).items()}


def test_a_topic_stands_in_each_of_its_months_in_order():
    assert list(planned([], "01/10/2024")) == [
        ("sach", "2024-09"),
        ("khai-giang", "2024-09"),
        ("sach", "2024-12"),
        ("tong-ket", "2025-05"),
    ]


def test_a_month_without_an_article_is_open_until_it_is_over():
    assert states([], "30/09/2024")["khai-giang", "2024-09"] is TopicState.OPEN
    assert states([], "01/10/2024")["khai-giang", "2024-09"] is TopicState.MISSED
    assert states([], "01/10/2024")["tong-ket", "2025-05"] is TopicState.OPEN


def test_a_published_article_tells_its_topic_and_a_withheld_one_waits():
    out, held = article("05/09/2024", "khai-giang"), waiting(article("06/09/2024", "sach"))

    found = planned([out, held], "30/11/2024")

    assert [a.path for a in found["khai-giang", "2024-09"].told] == [out.path]
    assert [a.path for a in found["sach", "2024-09"].waiting] == [held.path]
    assert found["khai-giang", "2024-09"].state(day("30/11/2024")) is TopicState.TOLD
    assert found["sach", "2024-09"].state(day("30/11/2024")) is TopicState.WAITING


def test_one_article_may_tell_two_topics_and_one_topic_have_two_articles():
    both, one = article("07/09/2024", "sach", "khai-giang"), article("05/09/2024", "sach")

    found = planned([both, one], "30/11/2024")

    assert [a.path for a in found["sach", "2024-09"].told] == [one.path, both.path]
    assert [a.path for a in found["khai-giang", "2024-09"].told] == [both.path]


@pytest.mark.parametrize(
    ("on", "month"),
    [
        ("20/08/2024", "2024-09"),
        ("30/09/2024", "2024-09"),
        ("30/11/2024", "2024-09"),
        ("01/12/2024", "2024-12"),
        ("20/05/2025", "2024-12"),
    ],
)
def test_an_article_does_the_last_month_that_had_begun_else_the_first(on, month):
    found = planned([article(on, "sach")], "31/07/2025")

    assert [key[1] for key, one in found.items() if one.told] == [month]


def test_what_was_taken_down_tells_nothing_and_does_not_wait():
    decisions = approved("Phó Mẫu", "05/09/2024"), withdrawn("Phó Mẫu", "06/09/2024")
    gone = make_article("05/09/2024", *decisions, plan=PLAN, topics=("sach",))

    assert states([gone], "30/11/2024")["sach", "2024-09"] is TopicState.MISSED


def test_a_code_of_another_year_is_another_topic():
    later = make_plan(
        base=PLAN_YAML.replace("2025", "2026").replace("2024", "2025") + TOPICS, code="2025-2026"
    )
    evaluation = make_evaluation([article("05/09/2024", "sach")], "30/11/2025", [PLAN, later])

    assert not any(one.told for one in content_plan(later, evaluation))
    assert any(one.told for one in content_plan(PLAN, evaluation))


def test_a_plan_of_several_years_has_the_month_in_each_of_them():
    base = PLAN_YAML.replace("từ: 01/08/2024", "kỳ: giai đoạn\ntừ: 01/08/2022")
    plan = make_plan(base=base + TOPICS)

    assert [month.code for month in plan.months_of(plan.topics[1])] == [
        *("2022-09", "2023-09", "2024-09"),
    ]


def test_a_term_that_begins_in_mid_month_has_that_month_once():
    base = PLAN_YAML.replace("01/08/2024", "05/09/2024").replace("31/07/2025", "04/09/2025")
    plan = make_plan(base=base + TOPICS)

    assert [month.code for month in plan.months_of(plan.topics[1])] == ["2024-09"]


def test_groups_are_offered_their_own_topics_and_those_of_the_whole_school():
    def offered(month, *groups):
        return [topic.code for topic in topics_in(Month(*month), groups, PLAN)]

    assert offered((2024, 9), "to-1") == ["sach", "khai-giang"]
    assert offered((2024, 9), "to-2") == ["sach"]
    assert offered((2024, 10), "to-1") == []
    assert offered((2025, 5), "bgh", "to-2") == ["tong-ket"]


def test_the_office_says_when_what_to_whom_and_how():
    # S1 II.4: “Thời gian, nội dung, đối tượng, hình thức thực hiện”
    plan = sample("so-giao-duc").plan

    for topic in plan.topics:
        assert plan.months_of(topic)
        assert all((topic.groups, topic.audience, topic.form, topic.categories))


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("29/09/2024", TopicState.OPEN),
        ("30/09/2024", TopicState.OPEN),
        ("01/10/2024", TopicState.MISSED),
    ],
)
def test_a_topic_is_missed_behind_the_last_day_of_its_month(today, state):
    assert states([], today)["khai-giang", "2024-09"] is state


@pytest.mark.parametrize(
    ("on", "month"),
    [
        # Ahead of all its months it does the first; then the last that had begun.
        ("31/08/2024", "2024-09"),
        ("01/09/2024", "2024-09"),
        ("30/11/2024", "2024-09"),
        ("01/12/2024", "2024-12"),
        ("31/07/2025", "2024-12"),
    ],
)
def test_an_article_does_the_last_month_of_its_topic_that_had_begun(on, month):
    found = planned([article(on, "sach")], "31/07/2025")

    assert [key for key, one in found.items() if one.told] == [("sach", month)]


def test_what_stands_outside_of_the_term_or_was_withdrawn_does_nothing():
    before = article("31/07/2024", "sach")
    gone = make_article(
        "05/09/2024",
        approved("Phó Mẫu", "05/09/2024"),
        withdrawn("Phó Mẫu", "06/09/2024"),
        plan=PLAN,
        topics=("sach",),
    )

    found = planned([before, gone], "30/11/2024")

    assert not any(one.told or one.waiting for one in found.values())
