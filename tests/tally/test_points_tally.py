"""Points: what earns them, for whom, and that every one of them names its article."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sample import SCHOOL, approved, day, make_article, make_evaluation, make_plan, waiting

from newsroom.domain.content.photo_package import PhotoPackage
from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.plan.category import Genre
from newsroom.domain.plan.due import DueKind, DueRule, DueTime
from newsroom.domain.plan.measure import Measure
from newsroom.domain.plan.points import PointRule
from newsroom.domain.tally.arrivals import arrivals_of
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.points_tally import ranking, scores_of_groups, scores_of_people
from newsroom.vocabulary.tally import points_in_words

QUOTA = "  - {mã: to, nội dung: T, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
BY_THE_25TH = DueRule(
    code="han",
    name="Nộp bài",
    when=DueTime(kind=DueKind.DAY_OF_MONTH, day=25),
    quotas=frozenset({"to"}),
)


def rule(points, **fields):
    return PointRule(name=f"{points} điểm", points=Decimal(points), **fields)


def sent_to(code, on, kind=SubmissionKind.SENT):
    return Submission(kind=kind, office=SCHOOL.office(code), on=day(on))


def scored(rules, articles, today="05/12/2024", packages=(), deadlines=(BY_THE_25TH,)):
    """The plan with these rules, and its groups' and people's points by code and name."""
    plan = replace(make_plan(QUOTA), points=tuple(rules), deadlines=deadlines)
    ledger = EventLog.of(make_evaluation(articles, today, [plan], packages))
    groups = {s.who.code: s for s in scores_of_groups(plan, ledger, plan.term)}
    people = {s.who.name: s for s in scores_of_people(plan, ledger, plan.term)}
    return plan, groups, people


def test_genre_category_and_destination_each_pay_and_the_score_is_their_sum():
    rules = [
        rule("2", genres=frozenset({Genre.ARTICLE})),
        rule("0.5", categories=frozenset({"guong"})),
        rule("5", measure=Measure.CARRIED, destinations=frozenset({"so", "phong"})),
    ]
    carried = make_article(
        "10/09/2024",
        category="guong",
        submissions=(
            sent_to("so", "12/09/2024"),
            sent_to("so", "14/09/2024", SubmissionKind.CARRIED),
        ),
    )
    news = make_article("11/09/2024", genre=Genre.NEWS, groups=["to-2"], authors=["Hòa Mẫu"])

    _, groups, people = scored(rules, [carried, news])

    assert groups["to-1"].points == people["Lan Mẫu"].points == Decimal("7.5")
    assert {t.event.article.path for t in groups["to-1"].terms} == {carried.path}
    assert [(t.points, t.event.destination) for t in groups["to-1"].terms] == [
        (Decimal(2), ""),
        (Decimal("0.5"), ""),
        (Decimal(5), "so"),
    ]
    assert groups["to-2"].points == 0
    assert groups["to-2"].terms == ()


def test_each_superior_that_carried_it_pays_once():
    rules = [rule("5", measure=Measure.CARRIED)]
    carried = [
        sent_to(code, on, SubmissionKind.CARRIED)
        for code, on in (("so", "12/09/2024"), ("so", "20/09/2024"), ("bao", "21/09/2024"))
    ]

    _, groups, _ = scored(rules, [make_article("10/09/2024", submissions=tuple(carried))])

    assert [(t.event.destination, t.event.on) for t in groups["to-1"].terms] == [
        ("so", day("12/09/2024")),
        ("bao", day("21/09/2024")),
    ]


@pytest.mark.parametrize(
    ("submitted", "points"), [("25/09/2024", "1"), ("26/09/2024", "-1"), ("01/10/2024", "1")]
)
def test_what_is_handed_in_behind_the_day_of_the_plan_is_late(submitted, points):
    rules = [
        rule("1", measure=Measure.SUBMITTED, is_punctual=True),
        rule("-1", measure=Measure.SUBMITTED, is_punctual=False),
    ]

    _, groups, _ = scored(rules, [make_article("02/10/2024", submitted=submitted)])

    assert groups["to-1"].points == Decimal(points)


def test_without_a_day_of_its_own_a_quota_is_met_in_time_to_the_end_of_its_month():
    rules = [rule("1", measure=Measure.SUBMITTED, is_punctual=True)]

    _, groups, _ = scored(rules, [make_article("30/09/2024")], deadlines=())

    assert groups["to-1"].points == 1


def test_what_answers_no_quota_is_neither_on_time_nor_late():
    rules = [
        rule("1", measure=Measure.SUBMITTED, is_punctual=True),
        rule("-1", measure=Measure.SUBMITTED, is_punctual=False),
    ]
    free = make_article("28/09/2024", groups=["doi"], authors=["Đội Mẫu"])

    plan, groups, _ = scored(rules, [free])

    assert groups["doi"].terms == ()
    ledger = EventLog.of(make_evaluation([free], "05/12/2024", [plan]))
    (event,) = ledger.within(Measure.SUBMITTED, plan.term)
    assert arrivals_of(plan, ledger).is_on_time(event) is None


def test_nothing_earns_a_point_before_it_has_all_its_approvals():
    rules = [rule("1", measure=Measure.SUBMITTED)]

    _, groups, people = scored(rules, [waiting(make_article("10/09/2024"))])

    assert groups["to-1"].points == people["Lan Mẫu"].points == 0


def test_two_groups_and_two_authors_get_the_whole_points_each():
    rules = [rule("2")]
    shared = make_article("10/09/2024", groups=["to-1", "to-2"], authors=["Lan Mẫu", "Hòa Mẫu"])

    _, groups, people = scored(rules, [shared])

    assert [groups[code].points for code in ("to-1", "to-2")] == [2, 2]
    assert [people[name].points for name in ("Lan Mẫu", "Hòa Mẫu")] == [2, 2]


def test_each_package_of_photos_pays_its_group():
    rules = [rule("3", measure=Measure.PHOTOS)]
    packages = [PhotoPackage(group="to-2", on=day(on), pictures=9) for on in ("10/01/2025",) * 2]

    _, groups, _ = scored(rules, [], "05/02/2025", packages)

    assert groups["to-2"].points == 6
    assert [term.event.article for term in groups["to-2"].terms] == [None, None]


def test_equal_scores_share_a_place_and_the_next_one_is_skipped():
    rules = [rule("1")]
    articles = [
        make_article("10/09/2024"),
        make_article("11/09/2024"),
        make_article("10/09/2024", groups=["to-2"], authors=["Hòa Mẫu"]),
        make_article("10/09/2024", groups=["doi"], authors=["Đội Mẫu"]),
    ]

    _, groups, _ = scored(rules, articles)

    assert [(p.place, p.score.who.code) for p in ranking(groups.values())] == [
        (1, "to-1"),
        (2, "to-2"),
        (2, "doi"),
        (4, "bgh"),
    ]


@pytest.mark.parametrize(
    ("points", "words"),
    [("45.0", "45"), ("30.50", "30,5"), ("-1", "-1"), ("100", "100"), ("0.0", "0")],
)
def test_points_are_written_with_a_comma_and_without_idle_zeros(points, words):
    assert points_in_words(Decimal(points)) == words


PUNCTUAL = rule("1", measure=Measure.SUBMITTED, is_punctual=True)
LATE = rule("-1", measure=Measure.SUBMITTED, is_punctual=False)


def test_a_group_is_on_time_by_its_own_duty_and_a_person_by_each():
    # To-1 had its article by the 25th; what both wrote on the 28th was what To-2 needed.
    own = make_article("10/09/2024", groups=["to-1"], authors=["Lan Mẫu"])
    shared = make_article("28/09/2024", groups=["to-1", "to-2"], authors=["Lan Mẫu", "Hòa Mẫu"])

    _, groups, people = scored([PUNCTUAL, LATE], [own, shared])

    assert (groups["to-1"].points, groups["to-2"].points) == (1, -1)
    assert (people["Lan Mẫu"].points, people["Hòa Mẫu"].points) == (0, -1)


def test_one_rule_about_time_beside_others_is_enough_to_ask_for_it():
    on_time = make_article("10/09/2024")

    _, groups, _ = scored([rule("2"), PUNCTUAL], [on_time])

    assert groups["to-1"].points == 3


@pytest.mark.parametrize(
    ("on", "points"),
    [("31/07/2025", 1), ("01/08/2025", 0)],
)
def test_nothing_is_paid_outside_of_the_plans_term(on, points):
    plan = replace(make_plan(QUOTA), points=(rule("1"),))
    summer = replace(plan.term, first=day("15/07/2025"), last=day("15/08/2025"))
    # Approved within the term, for a day within it or behind.
    article = make_article(on, approved("Phó Mẫu", "31/07/2025"))
    ledger = EventLog.of(make_evaluation([article], "30/08/2025", [plan]))

    (score,) = (s for s in scores_of_groups(plan, ledger, summer) if s.who.code == "to-1")

    assert score.points == points
