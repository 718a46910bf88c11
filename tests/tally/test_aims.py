"""The aims of a plan (phấn đấu): reached or not yet, beside what is owed or alone. Q8 (S4)."""

import pytest
from sample import day, make_article, make_evaluation, make_plan

from newsroom.domain.plan.calendar import Month, Period
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.reminders import debts_of
from newsroom.domain.tally.tally import tally
from newsroom.domain.tally.verdict import verdicts_on
from newsroom.vocabulary.measures import level_in_words
from newsroom.vocabulary.tally import (
    aim_in_words,
    count_in_words,
    periods_met_in_words,
    result_in_words,
    verdict_in_words,
)

NOVEMBER = Period(
    code="2024-11", name="Tháng 11/2024", first=day("01/11/2024"), last=day("30/11/2024")
)


@pytest.mark.parametrize(
    ("count", "today", "said"),
    [
        (0, "31/10/2024", "chưa tới"),
        (0, "01/11/2024", "chưa đạt"),
        (1, "30/11/2024", "chưa đạt"),
        (1, "01/12/2024", "chưa đạt"),
        (2, "01/11/2024", "đạt"),
        (2, "01/12/2024", "đạt"),
        (3, "01/12/2024", "đạt"),
    ],
)
def test_an_aim_is_reached_or_not_yet_and_never_short(count, today, said):
    found = verdicts_on(count, None, 2, NOVEMBER, day(today))

    assert verdict_in_words(found.first) == said


@pytest.mark.parametrize(
    ("count", "today", "said"),
    [
        (0, "01/12/2024", "thiếu 1; phấn đấu 2: chưa đạt"),
        (1, "30/11/2024", "đạt; phấn đấu 2: chưa đạt"),
        (1, "01/12/2024", "đạt; phấn đấu 2: chưa đạt"),
        (2, "01/12/2024", "vượt 1; phấn đấu 2: đạt"),
        (0, "30/11/2024", "đang tính; phấn đấu 2: chưa đạt"),
        (0, "31/10/2024", "chưa tới; phấn đấu 2: chưa tới"),
    ],
)
def test_what_is_owed_and_what_is_striven_for_stand_beside_each_other(count, today, said):
    (row,), _ = counted("ít nhất: 1, phấn đấu: 2", ["10/11/2024"] * count, today)

    assert result_in_words(row.cell("2024-11")) == said
    assert count_in_words(row.cell("2024-11")) == f"{count}/1"


def counted(number, days, today, per="tháng"):
    plan = make_plan(
        f"  - {{mã: q, nội dung: Q, ai: Tổ 1, {number}, mỗi: {per}, tính theo: nộp}}\n"
    )
    found = tally(plan, EventLog.of(make_evaluation(map(make_article, days), today, [plan])))
    return found.rows, found


def test_an_aim_alone_is_in_no_reminder_and_what_is_owed_beside_it_is_without_the_aim():
    _, alone = counted("phấn đấu: 2", [], "05/12/2024")
    _, both = counted("ít nhất: 1, phấn đấu: 2", ["10/11/2024"], "05/12/2024")

    assert debts_of(alone, Month(2024, 11)).debts == ()
    assert debts_of(both, Month(2024, 11)).owed == ()


def test_a_total_says_in_how_many_periods_the_aim_was_reached_in_the_word_of_the_quota():
    (row,), _ = counted("phấn đấu: 1", ["10/11/2024", "11/11/2024"], "05/01/2025")
    (semester,), _ = counted("phấn đấu: 1", ["10/11/2024"], "05/06/2025", per="học kỳ")
    (owed,), _ = counted("ít nhất: 1", ["10/11/2024"], "05/06/2025", per="học kỳ")

    year = row.cell("2024-2025")
    assert (count_in_words(year), result_in_words(year)) == ("2/9", "chưa đạt")
    assert periods_met_in_words(year) == "đạt 1/9 tháng"
    assert periods_met_in_words(semester.cell("2024-2025")) == "đạt 1/2 học kỳ"
    assert periods_met_in_words(owed.cell("2024-2025")) == "đạt 1/2 học kỳ"
    assert aim_in_words(year) == ""


def test_a_year_of_aims_is_reached_when_every_month_was():
    days = [f"10/{n:02}/2024" for n in range(9, 13)] + [f"10/{n:02}/2025" for n in range(1, 6)]
    (row,), _ = counted("phấn đấu: 1", days, "05/06/2025")

    assert result_in_words(row.cell("2024-2025")) == "đạt"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("ít nhất: 1", "Ít nhất 1 mỗi học kỳ"),
        ("phấn đấu: 2", "Phấn đấu 2 mỗi học kỳ"),
        ("ít nhất: 1, phấn đấu: 2", "Ít nhất 1, phấn đấu 2 mỗi học kỳ"),
        ("căn cứ: I", ""),
    ],
)
def test_a_paper_says_what_is_owed_and_what_is_striven_for(number, words):
    plan = make_plan(
        f"  - {{mã: q, nội dung: Q, ai: Tổ 1, {number}, mỗi: học kỳ, tính theo: nộp}}\n"
    )

    assert level_in_words(plan.quotas[0]) == words
