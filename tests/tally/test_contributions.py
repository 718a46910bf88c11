"""The day on which a thing counts: the day before, the day, the day after; each thing once."""

from dataclasses import replace

import pytest
from sample import PLAN, SCHOOL, approved, day, make_article, make_evaluation, make_plan, waiting

from newsroom.domain.content.photo_package import PhotoPackage
from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.content.unit_publication import UnitPublication
from newsroom.domain.plan.calendar import Period
from newsroom.domain.plan.category import Genre
from newsroom.domain.plan.measure import Measure
from newsroom.domain.plan.quota import PeriodKind, Quota
from newsroom.domain.tally.contributions import EventLog, first_of_each, number_of
from newsroom.domain.tally.points_tally import Score, ranking, scores_of_groups
from newsroom.domain.tally.tally import tally, tally_of_people

NOVEMBER = Period(code="n", name="N", first=day("01/11/2024"), last=day("30/11/2024"))
FOUR_DAYS = [("31/10/2024", 0), ("01/11/2024", 1), ("30/11/2024", 1), ("01/12/2024", 0)]


def log(*articles, today="15/12/2024", packages=()):
    return EventLog.of(make_evaluation(articles, today, packages=packages))


def sent(on, office="so", kind=SubmissionKind.SENT):
    return Submission(kind=kind, office=SCHOOL.office(office), on=day(on))


def quota(measure=Measure.SUBMITTED, **narrowed):
    fields = {name: frozenset(values) for name, values in narrowed.items()}
    return Quota(code="q", name="Q", per=PeriodKind.MONTH, measure=measure, at_least=1, **fields)


@pytest.mark.parametrize(("on", "count"), FOUR_DAYS)
@pytest.mark.parametrize("measure", [*Measure])
def test_each_measure_counts_on_its_own_day_within_the_period(measure, on, count):
    by_approval = (Measure.APPROVED, Measure.PUBLISHED)
    dated = {
        Measure.SUBMITTED: {"submitted": on},
        Measure.PUBLISHED: {},
        Measure.SENT: {"submissions": (sent(on),)},
        Measure.CARRIED: {"submissions": (sent(on, kind=SubmissionKind.CARRIED),)},
    }
    article = make_article(
        on if measure is Measure.PUBLISHED else "12/10/2024",
        approved("Phó Mẫu", on if measure in by_approval else "10/10/2024"),
        **dated.get(measure, {}),
    )
    packages = [PhotoPackage(group="to-1", on=day(on), pictures=3)]

    of_unit = UnitPublication(group="to-1", on=day(on), title="T", link="https://to1.example/1")

    ledger = replace(
        log(article, packages=packages if measure is Measure.PHOTOS else ()),
        unit_publications=(of_unit,) if measure is Measure.ON_UNIT_SITE else (),
    )

    assert len(ledger.within(measure, NOVEMBER)) == count


@pytest.mark.parametrize(
    ("today", "count"), [("11/11/2024", 0), ("12/11/2024", 1), ("13/11/2024", 1)]
)
def test_what_lies_ahead_counts_from_its_day_on(today, count):
    article = make_article("12/11/2024", approved("Phó Mẫu", "10/11/2024"))

    assert len(log(article, today=today).within(Measure.PUBLISHED, NOVEMBER)) == count


def test_what_waits_is_handed_in_and_nothing_else():
    held = waiting(make_article("12/11/2024", submissions=(sent("13/11/2024"),)))
    found = {m: len(log(held).within(m, NOVEMBER)) for m in Measure}

    assert {m for m, count in found.items() if count} == {Measure.SUBMITTED}


def test_a_thing_counts_once_however_often_it_went_and_packages_each():
    article = make_article(
        "01/11/2024", submissions=tuple(sent(f"{n:02}/11/2024") for n in (5, 3, 4))
    )
    packages = [PhotoPackage(group="to-1", on=day("10/11/2024"), pictures=3)] * 2
    ledger = log(article, packages=packages)

    events = ledger.within(Measure.SENT, NOVEMBER)

    assert [event.on.day for event in events] == [3, 4, 5]
    assert [event.on.day for event in first_of_each(events)] == [3]
    assert number_of(events) == 1
    assert number_of(ledger.within(Measure.PHOTOS, NOVEMBER)) == 2
    assert [event.came.day for event in events] == [3, 4, 5]


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        ({}, True),
        ({"genres": {Genre.NEWS}}, True),
        ({"genres": {Genre.VIDEO}}, False),
        ({"genres": {Genre.VIDEO, Genre.NEWS}}, True),
        ({"categories": {"hoat-dong"}}, True),
        ({"categories": {"guong"}}, False),
        ({"destinations": {"so"}}, True),
        ({"destinations": {"bo"}}, False),
        ({"genres": {Genre.NEWS}, "categories": {"guong"}, "destinations": {"so"}}, False),
        ({"genres": {Genre.VIDEO}, "categories": {"hoat-dong"}, "destinations": {"so"}}, False),
        ({"genres": {Genre.NEWS}, "categories": {"hoat-dong"}, "destinations": {"bo"}}, False),
    ],
)
def test_all_that_narrows_a_quota_has_to_fit(asked, answers):
    article = replace(
        make_article("01/11/2024", submissions=(sent("02/11/2024"),)), genre=Genre.NEWS
    )
    (event,) = log(article).within(Measure.SENT, NOVEMBER)

    assert event.answers(quota(Measure.SENT, **asked)) is answers


def test_what_a_measure_cannot_be_narrowed_by_narrows_nothing():
    packages = [PhotoPackage(group="to-1", on=day("10/11/2024"), pictures=3)]
    (event,) = log(packages=packages).within(Measure.PHOTOS, NOVEMBER)

    (article,) = log(make_article("01/11/2024")).within(Measure.SUBMITTED, NOVEMBER)

    assert article.answers(quota(Measure.SUBMITTED, destinations={"so"}))
    assert event.answers(quota(Measure.PHOTOS, genres={Genre.NEWS}, categories={"guong"}))
    assert (event.genre, event.category, event.authors) == (None, "", ())


# Groups and the edges of the term

QUOTAS = (
    "  - {mã: to, nội dung: T, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
)


def cells(articles=(), **bounds):
    plan = make_plan(QUOTAS)
    groups = (replace(g, **bounds) if g.code == "to-1" else g for g in plan.groups)
    plan = replace(plan, groups=tuple(groups))
    rows = tally(plan, EventLog.of(make_evaluation(articles, "15/12/2024", [plan]))).rows
    return next(row.cells for row in rows if row.group.code == "to-1")


@pytest.mark.parametrize(
    ("bounds", "month", "is_owed"),
    [
        ({"first": day("30/09/2024")}, "2024-09", True),
        ({"first": day("01/10/2024")}, "2024-09", False),
        ({"first": day("01/10/2024")}, "2024-10", True),
        ({"last": day("01/10/2024")}, "2024-10", True),
        ({"last": day("30/09/2024")}, "2024-10", False),
        ({"last": day("30/09/2024")}, "2024-09", True),
    ],
)
def test_a_group_owes_the_months_in_which_it_exists_for_a_day(bounds, month, is_owed):
    assert (month in cells(**bounds)) is is_owed


def test_a_cell_counts_its_groups_own_articles():
    articles = [
        make_article("05/11/2024"),
        make_article("06/11/2024", groups=("to-2", "to-1")),
        make_article("07/11/2024", groups=("to-2",)),
    ]

    found = cells(articles)

    assert found["2024-11"].count == 2
    assert found["2024-10"].count == 0
    assert [article.on.day for article in found["2024-11"].articles] == [6, 5]


@pytest.mark.parametrize(
    ("first", "on", "count"),
    [("15/09/2024", "14/09/2024", 0), ("15/09/2024", "15/09/2024", 1)],
)
def test_a_month_at_the_edge_of_the_term_counts_the_days_of_the_term(first, on, count):
    plan = make_plan(QUOTAS)
    plan = replace(plan, term=replace(plan.term, first=day(first)))
    evaluation = make_evaluation(
        [make_article(on, approved("Phó Mẫu", "20/09/2024"))], "15/12/2024", [plan]
    )

    row = next(r for r in tally(plan, EventLog.of(evaluation)).rows if r.group.code == "to-1")

    assert row.cells["2024-09"].count == count
    people = {p.person.name: p.counts for p in tally_of_people(plan, EventLog.of(evaluation))}
    assert people["Lan Mẫu"][Measure.SUBMITTED] == count
    assert people["Hòa Mẫu"][Measure.SUBMITTED] == 0


# Points


@pytest.mark.parametrize(
    ("bounds", "is_there"),
    [
        ({"last": day("31/10/2024")}, False),
        ({"last": day("01/11/2024")}, True),
        ({"first": day("30/11/2024")}, True),
        ({"first": day("01/12/2024")}, False),
    ],
)
def test_a_group_has_a_score_for_a_period_in_which_it_exists_for_a_day(bounds, is_there):
    groups = (replace(g, **bounds) if g.code == "to-1" else g for g in PLAN.groups)
    plan = replace(PLAN, groups=tuple(groups))

    found = [score.who.code for score in scores_of_groups(plan, log(), NOVEMBER)]

    assert ("to-1" in found) is is_there
    assert "to-2" in found


@pytest.mark.parametrize(
    ("points", "places"),
    [
        ([], []),
        ([3], [1]),
        ([1, 3, 2], [("b", 1), ("c", 2), ("a", 3)]),
        ([2, 3, 3], [("b", 1), ("c", 1), ("a", 3)]),
        ([-1, 0, 0], [("b", 1), ("c", 1), ("a", 3)]),
    ],
)
def test_equal_scores_share_a_place(points, places):
    class Points(Score):
        points = property(lambda self: self.terms)

    scores = [
        Points(who=code, period=NOVEMBER, terms=n) for code, n in zip("abc", points, strict=False)
    ]

    found = [(placed.score.who, placed.place) for placed in ranking(scores)]

    assert found == ([("a", 1)] if len(points) == 1 else places)


# Totals


@pytest.mark.parametrize(
    ("per", "totals"),
    [
        ("tháng", {"2024-2025-hk1", "2024-2025-hk2", "2024-2025"}),
        ("học kỳ", {"2024-2025"}),
        # The year is the whole term: its cell is the total.
        ("năm", set()),
        ("cả kỳ", set()),
    ],
)
def test_what_is_counted_in_parts_of_the_term_has_totals(per, totals):
    row = first_row(QUOTAS.replace("mỗi: tháng", f"mỗi: {per}"))

    assert set(row.totals) == totals


def test_a_group_that_never_was_there_has_no_cell_and_no_total():
    row = first_row(QUOTAS, last=day("31/07/2024"))

    assert (row.cells, row.totals) == ({}, {})


def test_a_count_may_be_of_more_than_the_public_can_see():
    cell = cells([waiting(make_article("05/11/2024")), make_article("06/11/2024")])["2024-11"]

    assert (cell.count, cell.unseen, len(cell.articles)) == (2, 1, 1)


def first_row(quotas, **bounds):
    plan = make_plan(quotas)
    groups = (replace(g, **bounds) if g.code == "to-1" else g for g in plan.groups)
    plan = replace(plan, groups=tuple(groups))
    rows = tally(plan, EventLog.of(make_evaluation([], "15/12/2024", [plan]))).rows
    return next(row for row in rows if row.group.code == "to-1")


@pytest.mark.parametrize(
    ("days", "today", "shortfall", "is_owing", "is_met"),
    [
        ([], "30/11/2024", 0, True, False),
        ([], "01/12/2024", 1, True, False),
        (["05/11/2024"], "01/12/2024", 0, False, True),
        (["05/11/2024", "06/11/2024"], "01/12/2024", 0, False, True),
    ],
)
def test_a_cell_owes_until_its_number_is_there_and_is_short_behind_its_period(
    days, today, shortfall, is_owing, is_met
):
    plan = make_plan(QUOTAS)
    evaluation = make_evaluation([make_article(on) for on in days], today, [plan])
    rows = tally(plan, EventLog.of(evaluation)).rows
    cell = next(r for r in rows if r.group.code == "to-1").cells["2024-11"]

    assert (cell.shortfall, cell.is_owing, cell.is_met) == (shortfall, is_owing, is_met)


def test_what_has_no_number_owes_nothing():
    cell = first_row(QUOTAS.replace("ít nhất: 1, ", "")).cells["2024-11"]

    assert (cell.target, cell.is_owing, cell.shortfall) == (None, False, 0)


def test_what_units_publish_is_seen_though_it_is_no_article_of_ours():
    plan = make_plan(QUOTAS.replace("tính theo: nộp", "tính theo: đăng ở đơn vị"))
    there = UnitPublication(
        group="to-1", on=day("05/11/2024"), title="A", link="https://a.example/1"
    )
    ledger = replace(
        EventLog.of(make_evaluation([], "15/12/2024", [plan])), unit_publications=(there,)
    )

    row = next(r for r in tally(plan, ledger).rows if r.group.code == "to-1")

    assert (row.cells["2024-11"].count, row.cells["2024-11"].unseen) == (1, 0)


def test_an_article_of_nobody_is_not_handed_in():
    assert log(make_article("05/11/2024", authors=())).within(Measure.SUBMITTED, NOVEMBER) == []
    assert log(make_article("05/11/2024", groups=())).within(Measure.SUBMITTED, NOVEMBER) == []


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        # A cell of its own; the sum of the months within; none within.
        ("01/11/2024", "30/11/2024", 1),
        ("01/10/2024", "30/11/2024", 3),
        ("01/10/2024", "29/11/2024", 2),
        ("02/11/2024", "29/11/2024", None),
    ],
)
def test_a_row_over_a_period_is_its_cell_or_the_sum_of_those_within(first, last, count):
    plan = make_plan(QUOTAS)
    days = ("05/10/2024", "06/10/2024", "05/11/2024")
    evaluation = make_evaluation([make_article(on) for on in days], "15/12/2024", [plan])
    row = next(r for r in tally(plan, EventLog.of(evaluation)).rows if r.group.code == "to-1")
    code = "2024-11" if count == 1 else "x"

    found = row.over(Period(code=code, name="X", first=day(first), last=day(last)))

    assert (found and found.count) == count
