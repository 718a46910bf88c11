"""S2: a secondary school's plan of four years, 2017-2020, which asks for no number.

Rows T6 (several years), A4, A6 (head first, principal last), A8, E2 (points), D7 of the
requirements.
"""

from dataclasses import replace

import pytest
from invented_year import Written, articles_of, due_days, figures, paper, points, reminded
from plan_samples import SEAL, sample

from newsroom.domain.content.decisions import Approval, Decisions
from newsroom.domain.plan.board import BOARD, HEAD
from newsroom.domain.plan.calendar import PeriodKind
from newsroom.domain.plan.category import Genre

MAU = sample("truong-thcs-giai-doan")
SAY, TRAM, SUNG = "Võ Thị Mẫu Sậy", "Trương Thị Mẫu Tràm", "Lê Thị Mẫu Súng"
YEARS = [
    # A category that the head looks at first; whoever heads the group needs nobody's look.
    Written(SAY, "khtn", "hoat-dong", Genre.ARTICLE, "111", start="2018-03"),
    Written(SAY, "khtn", "hoat-dong", Genre.ARTICLE, "11", start="2019-10"),
    Written(TRAM, "khxh", "chuong-trinh", Genre.ARTICLE, "1", start="2017-11"),
    Written(
        SAY, "cong-doan", "dien-hinh", Genre.ARTICLE, "1", 10, (), ("bao-mau-thap",), "2018-11"
    ),
    Written(SAY, "cong-doan", "dien-hinh", Genre.ARTICLE, "2", start="2020-05"),
    Written(SUNG, "van-phong", "cai-cach", Genre.NEWS, "1", 10, ("dai-mau-nong",), (), "2020-01"),
]


@pytest.fixture(scope="module")
def after():
    return MAU.evaluation(articles_of(MAU, *YEARS))


def test_every_figure_of_the_four_years(after):
    # 2017, 2018, 2019, 2020; behind the bar the whole term.
    assert figures(after) == {
        # III.3: the groups, on the school's own site.
        "to-dang--khtn": "0. 3. 2. 0. | 5.",
        "to-dang--khxh": "1. 0. 0. 0. | 1.",
        "to-dang--van-phong": "0. 0. 0. 1. | 1.",
        # III.5: “Kịp thời phát hiện các cá nhân tiêu biểu”.
        "cong-doan-dien-hinh--cong-doan": "0. 1. 0. 2. | 3.",
        # III.2: the district's radio; newspapers in the whole term.
        "dai-huyen": "0. 0. 0. 1. | 1.",
        "bao-dai": "1.",
    }


def test_there_are_no_deadlines_and_nobody_is_reminded(after):
    assert due_days(MAU) == {}
    assert reminded(after, "2018-11") == []


def test_the_points_of_a_year_and_of_the_term(after):
    # III.3: “Đưa nội dung thực hiện truyền thông vào tiêu chí thi đua”.
    assert points(after, MAU.plan.years[1]) == {"khtn": "6", "cong-doan": "6"}
    assert points(after, MAU.plan.term) == {
        "khtn": "10",
        "khxh": "2",
        "van-phong": "2",
        "cong-doan": "12",
    }


def test_the_report_of_a_year_is_signed_by_the_principal(after):
    made = paper(after, MAU.plan.years[1], PeriodKind.YEAR)

    assert made.numbers == (4, 4, 4, 0, 1)
    assert made.quotas == [
        *("Tổ Khoa học tự nhiên: 3 khuyến khích", "Tổ Khoa học xã hội: 0 khuyến khích"),
        *("Tổ Văn phòng: 0 khuyến khích", "Công đoàn: 1 khuyến khích"),
        "Toàn trường: 0 khuyến khích",
    ]
    assert "HIỆU TRƯỞNG" in made.text
    assert "Phan Văn Mẫu Hiền" in made.text


HIEN, SEN, LUA = "Phan Văn Mẫu Hiền", "Bùi Thị Mẫu Sen", "Huỳnh Văn Mẫu Lúa"


@pytest.mark.parametrize(
    ("given", "is_public"),
    [
        (((LUA, HEAD), (HIEN, BOARD)), True),
        # A4: the principal's word is the last.
        (((LUA, HEAD), (SEN, BOARD)), False),
        (((LUA, HEAD), (SEN, BOARD), (HIEN, BOARD)), True),
        (((LUA, HEAD), (HIEN, BOARD), (SEN, BOARD)), False),
        # A6: without the head's look it waits; that it comes later is only advice.
        (((HIEN, BOARD),), False),
    ],
)
def test_the_head_looks_and_the_principal_has_the_last_word(given, is_public):
    (first, *_) = articles_of(MAU, YEARS[0])
    decided = Decisions(
        approvals=tuple(
            Approval(by=by, on=first.on, role=role, seal=SEAL, line=line)
            for line, (by, role) in enumerate(given, start=1)
        )
    )

    evaluation = MAU.evaluation([replace(first, decisions=decided)])

    assert bool(evaluation.publication.articles) is is_public
