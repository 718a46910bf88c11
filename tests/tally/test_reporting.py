"""The span of a paper and what stands in it: its first day, its last, and what is counted once."""

from dataclasses import replace

import pytest
from sample import (
    PLAN,
    PLAN_YAML,
    SCHOOL,
    approved,
    day,
    make_article,
    make_evaluation,
    make_plan,
    returned,
)

from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.content.unit_publication import UnitPublication
from newsroom.domain.plan.calendar import Month, Period, PeriodKind
from newsroom.domain.plan.measure import Measure, declaration_of
from newsroom.domain.tally.contributions import Contribution, EventLog
from newsroom.domain.tally.reporting import (
    Span,
    groups_in_order,
    lines_of,
    measures_shown,
    number_in,
    published_in,
    returned_in,
    shared_things,
    ways_up,
)


def span(first, last, kind=PeriodKind.MONTH, plan=PLAN):
    period = Period(code="x", name="X", first=day(first), last=day(last))
    return Span(plan=plan, period=period, kind=kind)


NOVEMBER = span("01/11/2024", "30/11/2024")
AUTUMN = span("01/10/2024", "30/11/2024", PeriodKind.SEMESTER)
FOUR_DAYS = [("31/10/2024", False), ("01/11/2024", True), ("30/11/2024", True),
             ("01/12/2024", False)]  # fmt: skip


def sent(on, kind=SubmissionKind.SENT, office="so"):
    return Submission(kind=kind, office=SCHOOL.office(office), on=day(on))


def evaluated(*articles):
    return make_evaluation(articles, "15/12/2024")


@pytest.mark.parametrize(("on", "expected"), FOUR_DAYS)
def test_a_span_holds_its_first_day_and_its_last(on, expected):
    evaluation = evaluated(make_article(on))

    assert NOVEMBER.contains(day(on)) is expected
    assert bool(published_in(NOVEMBER, evaluation.publication)) is expected
    lines = lines_of(NOVEMBER, EventLog.of(evaluation))
    assert (Measure.PUBLISHED in {line.measure for line in lines}) is expected


@pytest.mark.parametrize(
    ("on", "expected"), [("31/07/2024", False), ("01/08/2024", True), ("31/08/2024", True)]
)
def test_a_month_at_the_edge_of_the_term_has_the_plans_own_days_alone(on, expected):
    summer = span("15/07/2024", "31/08/2024")

    assert summer.contains(day(on)) is expected
    lines = lines_of(summer, EventLog.of(evaluated(make_article(on))))
    assert (Measure.SUBMITTED in {line.measure for line in lines}) is expected


def test_the_months_of_a_span_are_those_with_a_day_in_it():
    assert span("30/09/2024", "01/11/2024").months == (
        Month(2024, 9),
        Month(2024, 10),
        Month(2024, 11),
    )


def test_each_thing_counts_once_a_month_and_first_once_a_span():
    article = make_article(
        "01/10/2024",
        submissions=tuple(sent(on) for on in ("05/10/2024", "06/10/2024", "07/11/2024")),
    )
    other = make_article("01/11/2024", submissions=(sent("08/11/2024"),))

    lines = lines_of(AUTUMN, EventLog.of(evaluated(article, other)))

    found = [(x.month, x.event.on, x.is_first) for x in lines if x.measure is Measure.SENT]
    assert found == [
        ("2024-10", day("05/10/2024"), True),
        ("2024-11", day("07/11/2024"), False),
        ("2024-11", day("08/11/2024"), True),
    ]
    assert number_in(lines, Measure.SENT, lambda event: True) == 2
    assert number_in(lines, Measure.SENT, lambda event: event.article.on.month == 11) == 1
    assert number_in(lines, Measure.CARRIED, lambda event: True) == 0


@pytest.mark.parametrize(("on", "expected"), FOUR_DAYS)
@pytest.mark.parametrize("kind", SubmissionKind)
def test_what_went_up_is_of_the_day_on_which_it_went(kind, on, expected):
    article = make_article("01/09/2024", submissions=(sent(on, kind),))
    records = evaluated(article).newsroom.articles
    other = next(one for one in SubmissionKind if one is not kind)

    assert bool(ways_up(kind, NOVEMBER, records)) is expected
    assert ways_up(other, NOVEMBER, records) == ()


def test_ways_up_come_by_day_office_and_article_and_only_of_what_is_public():
    one = make_article("01/09/2024", submissions=(sent("02/11/2024"), sent("01/11/2024")))
    two = make_article("01/09/2024", submissions=(sent("02/11/2024", office="bo"),))
    # Approved and sent, and yet not out.
    held = make_article(
        "16/12/2024", approved("Phó Mẫu", "17/11/2024"), submissions=(sent("20/11/2024"),)
    )
    records = evaluated(one, two, held).newsroom.articles

    found = ways_up(SubmissionKind.SENT, NOVEMBER, records)

    assert [(way.sent.on, way.sent.office.code) for way in found] == [
        (day("01/11/2024"), "so"),
        (day("02/11/2024"), "bo"),
        (day("02/11/2024"), "so"),
    ]


@pytest.mark.parametrize(("on", "expected"), FOUR_DAYS)
def test_what_was_given_back_is_of_the_day_of_the_return(on, expected):
    article = make_article("01/09/2024", returned("Phó Mẫu", on))
    undated = make_article("01/09/2024", replace(returned("Phó Mẫu", on), on=None))
    items = {item.path: item for item in (article, undated)}
    newsroom = replace(evaluated(article, undated).newsroom, read=items.__getitem__)

    found = returned_in(NOVEMBER, newsroom)

    assert [record.path for record, _ in found] == ([article.path] if expected else [])


def test_returns_come_in_their_order():
    late = make_article("01/09/2024", returned("Phó Mẫu", "20/11/2024"))
    early = make_article(
        "01/09/2024",
        returned("Phó Mẫu", "19/11/2024", line=12),
        returned("Phó Mẫu", "19/11/2024", line=11),
    )
    items = {item.path: item for item in (late, early)}
    newsroom = replace(evaluated(late, early).newsroom, read=items.__getitem__)

    found = returned_in(NOVEMBER, newsroom)

    assert [(decision.on.day, decision.line) for _, decision in found] == [
        (19, 11),
        (19, 12),
        (20, 20),
    ]


@pytest.mark.parametrize(
    ("kind", "today", "expected"),
    [
        (PeriodKind.MONTH, "29/11/2024", "29/11/2024"),
        (PeriodKind.MONTH, "30/11/2024", "30/11/2024"),
        (PeriodKind.MONTH, "01/12/2024", "30/11/2024"),
        (PeriodKind.SEMESTER, "01/12/2024", "30/11/2024"),
    ],
)
def test_a_paper_bears_the_head_of_the_day_or_of_the_end_of_its_span(kind, today, expected):
    made = span("01/11/2024", "30/11/2024", kind)

    assert made.day_of_papers(day(today)) == day(expected)


@pytest.mark.parametrize("kind", [PeriodKind.YEAR, PeriodKind.TERM])
@pytest.mark.parametrize(
    ("today", "expected"), [("31/07/2025", "31/07/2025"), ("01/08/2025", "30/05/2025")]
)
def test_the_papers_of_a_year_that_is_over_bear_the_head_of_the_end_of_its_lessons(
    kind, today, expected
):
    made = span("01/08/2024", "31/07/2025", kind)

    assert made.day_of_papers(day(today)) == day(expected)


def test_articles_stand_in_the_list_in_the_order_of_their_days():
    late, early = make_article("20/11/2024"), make_article("10/11/2024")

    found = published_in(NOVEMBER, evaluated(late, early).publication)

    assert [article.path for article in found] == [early.path, late.path]


def test_things_of_several_groups_are_counted_each_once():
    both = make_article("05/11/2024", groups=("to-1", "to-2"))
    one = make_article("06/11/2024")

    assert shared_things(lines_of(NOVEMBER, EventLog.of(evaluated(both, one)))) == 1
    assert shared_things(lines_of(NOVEMBER, EventLog.of(evaluated(one)))) == 0


def test_a_paper_has_the_columns_of_every_paper_and_those_that_the_plan_asks_for():
    asking = make_plan(
        "  - {mã: a, nội dung: A, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng,"
        " tính theo: đăng ở đơn vị}\n"
    )
    always = [measure for measure in Measure if declaration_of(measure).is_in_every_paper]

    assert list(measures_shown(make_plan(), [])) == always
    assert Measure.ON_UNIT_SITE not in always
    assert measures_shown(asking, []) == tuple(
        measure for measure in Measure if measure in {*always, Measure.ON_UNIT_SITE}
    )


def test_a_column_is_there_where_something_counts():
    elsewhere = UnitPublication(
        group="to-1", on=day("10/11/2024"), title="A", link="https://a.example/1"
    )
    ledger = replace(EventLog.of(evaluated()), unit_publications=(elsewhere,))

    shown = measures_shown(make_plan(), lines_of(NOVEMBER, ledger))

    assert Measure.ON_UNIT_SITE in shown


def test_the_groups_of_an_event_stand_in_the_vietnamese_alphabet():
    base = PLAN_YAML.replace(
        "  - {mã: doi,",
        "  - {mã: zz, tên: Đoàn thanh niên, loại: đoàn thể, thành viên: [Đoàn Mẫu]}\n  - {mã: doi,",
    )
    event = Contribution(on=day("05/11/2024"), thing="a", groups=frozenset({"to-1", "doi", "zz"}))

    assert list(groups_in_order(event, make_plan(base=base))) == ["zz", "doi", "to-1"]
