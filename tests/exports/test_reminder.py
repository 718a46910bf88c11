"""`remind`: kind words to groups, never to a person, and thanks where nothing is owed."""

import re
from dataclasses import replace

import pytest
from sample import PLAN, SCHOOL, day, make_article, make_evaluation, make_plan, waiting

from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.plan.calendar import Month
from newsroom.domain.plan.due import DueKind, DueRule, DueTime
from newsroom.exports.reports.periods import NoSuchPeriod
from newsroom.exports.reports.reminder import ALL, reminders

QUOTAS = """\
  - {mã: to, nội dung: Mỗi tổ nộp 2 bài, ai: mỗi tổ chuyên môn, ít nhất: 2, mỗi: tháng,
     tính theo: nộp}
  - {mã: gui, nội dung: Gửi Sở 1 bài, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: gửi}
  - {mã: anh, nội dung: Gói ảnh, ai: Đội Thiếu niên, ít nhất: 1, mỗi: học kỳ, tính theo: ảnh}
  - {mã: kk, nội dung: Khuyến khích, ai: mỗi tổ chuyên môn, mỗi: tháng, tính theo: nộp}
"""
RULES = (
    DueRule(
        code="nop",
        name="Nộp bài",
        when=DueTime(kind=DueKind.DAY_OF_MONTH, day=25),
        quotas=frozenset({"to"}),
    ),
    DueRule(
        code="gui",
        name="Gửi bài",
        when=DueTime(kind=DueKind.END_OF_MONTH),
        groups=("bgh",),
        quotas=frozenset({"gui"}),
    ),
    DueRule(
        code="du-luan",
        name="Tổng hợp dư luận",
        when=DueTime(kind=DueKind.DAY_OF_MONTH, day=28),
        groups=("bgh",),
    ),
)
NOVEMBER = Month(2024, 11)


def said(articles, today="21/11/2024", month=NOVEMBER, rules=RULES):
    plan = replace(make_plan(QUOTAS), deadlines=rules)
    return dict(reminders(make_evaluation(articles, today, [plan]), month))


def test_everybody_hears_what_is_owed_by_which_day_and_who_is_thanked():
    articles = [
        make_article("05/11/2024"),
        make_article("06/11/2024", groups=["to-2"], authors=["Hòa Mẫu"]),
        waiting(make_article("07/11/2024", groups=["to-2"], authors=["Hòa Mẫu"])),
    ]

    text = said(articles)[ALL]

    assert "tin bài tháng 11/2024, tính đến ngày 21/11/2024" in text
    assert (
        "Hạn 25/11/2024 (còn 4 ngày):\n• Mỗi tổ nộp 2 bài: Tổ 1 còn 1 bài.\n\n"
        "Hạn 30/11/2024 (còn 9 ngày):\n• Gửi Sở 1 bài: toàn trường còn 1 bài.\n\n"
        "Việc tới hạn:\n• 28/11/2024 (còn 7 ngày), Tổng hợp dư luận (tháng 11/2024):"
        " BGH trường Mẫu.\n\n"
        "Xin cảm ơn Tổ 2 đã hoàn thành phần việc của mình."
    ) in text
    assert text.endswith("Ban biên tập – Trường Mẫu")


def test_each_group_hears_its_own_and_whoever_is_in_charge_hears_of_the_school():
    messages = said([make_article("05/11/2024")])

    assert list(messages) == [ALL, "BGH trường Mẫu", "Tổ 1", "Tổ 2"]
    assert "• Mỗi tổ nộp 2 bài: còn 1 bài." in messages["Tổ 1"]
    assert "Tổ 2" not in messages["Tổ 1"]
    assert "• Gửi Sở 1 bài: toàn trường còn 1 bài." in messages["BGH trường Mẫu"]
    assert "Tổng hợp dư luận (tháng 11/2024).\n" in messages["BGH trường Mẫu"]
    assert "Tổng hợp dư luận" not in messages["Tổ 1"]


def test_where_nothing_is_owed_there_are_only_thanks():
    to_the_office = Submission(
        kind=SubmissionKind.SENT, office=SCHOOL.office("so"), on=day("12/11/2024")
    )
    articles = [
        make_article(f"0{n}/11/2024", groups=["to-1", "to-2"], submissions=(to_the_office,))
        for n in (5, 6, 7)
    ]

    messages = said(articles, rules=RULES[:2])

    assert "Mọi chỉ tiêu tin bài tháng 11/2024 đã hoàn thành." in messages[ALL]
    assert "trân trọng cảm ơn" in messages["Tổ 1"]
    assert not re.search(r"còn|Hạn|thiếu", "".join(messages.values()))


def test_no_person_is_ever_named():
    messages = said([make_article("05/11/2024")])

    text = "\n".join(messages.values())
    names = {name for person in PLAN.people for name in (person.name, *person.aliases)}
    assert [name for name in names if name in text] == []


@pytest.mark.parametrize(
    ("today", "words"),
    [("25/11/2024", "hôm nay"), ("27/11/2024", "đã qua 2 ngày"), ("05/12/2024", "đã qua 10 ngày")],
)
def test_what_is_late_is_still_asked_for(today, words):
    assert f"Hạn 25/11/2024 ({words}):" in said([], today)[ALL]


def test_a_semester_is_owed_in_the_month_in_which_it_ends():
    assert "Gói ảnh: còn 1 gói ảnh." in said([], month=Month(2025, 1))["Đội Thiếu niên"]
    assert "Gói ảnh" not in said([])[ALL]


def test_a_month_without_quota_says_so_and_one_without_plan_which_plans_there_are():
    assert "không có chỉ tiêu nào" in said([], month=Month(2025, 7))[ALL]
    with pytest.raises(NoSuchPeriod, match="Đang có: 2024-2025"):
        said([], month=Month(2031, 1))
