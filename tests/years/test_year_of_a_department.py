"""S1: a province's department, 2020-2021: its groups are units, and it asks for no number.

Rows Q10 (encouraged), T1, T2 (deadlines), P2 (judged before it is sent), D2, D3, E4 of the
requirements. Issued in October.
"""

from datetime import date

import pytest
from invented_year import Written, articles_of, due_days, figures, paper, points, reminded
from plan_samples import sample

from newsroom.domain.plan.calendar import PeriodKind
from newsroom.domain.plan.category import Genre

MAU = sample("so-giao-duc")
# October to July.
YEAR = [
    Written(
        "Hoàng Thị Mẫu Thơm",
        "pgd-thanh-pho",
        "guong",
        Genre.ARTICLE,
        "1" * 10,
        8,
        ("bao-mau-chau",),
    ),
    Written("Nguyễn Văn Mẫu Quang", "thpt-mau", "the-chat", Genre.NEWS, "0101010101", 9),
    Written("Phùng Thị Mẫu Lả", "gdtx-mau-duong", "doi-ngu", Genre.ARTICLE, "1", 9, approved=False),
    Written("Tao Thị Mẫu Vân", "gd-mam-non", "doi-ngu", Genre.REPORTAGE, "001", 9),
    Written(
        "Lý Thị Mẫu Nguyệt", "van-phong", "phan-hoi", Genre.INTERVIEW, "1000000001", 9, ("bo",)
    ),
    # III.3: “trước khi gửi về Trung tâm Truyền thông”: sent the day before it was judged.
    Written(
        "Lý Thị Mẫu Nguyệt", "van-phong", "phan-hoi", Genre.NEWS, "01", 12, ("bo",), sent_after=-1
    ),
]
NONE = "0. " * 10 + "| 0. | 0. | 0."


@pytest.fixture(scope="module")
def after():
    return MAU.evaluation(articles_of(MAU, *YEAR))


def test_every_figure_is_counted_and_nobody_is_short(after):
    # Behind the bars: the first half of the year (to January), the second, the year.
    every = figures(after)

    # III.4: “Khuyến khích cán bộ, giáo viên chủ động viết tin bài”.
    assert every["don-vi-nop--pgd-thanh-pho"] == "1. " * 10 + "| 4. | 6. | 10."
    assert every["don-vi-nop--pgd-mau-duong"] == NONE
    assert every["don-vi-nop--thpt-mau"] == "0. 1. 0. 1. 0. 1. 0. 1. 0. 1. | 2. | 3. | 5."
    assert every["don-vi-nop--gdtx-mau-duong"] == "1. " + "0. " * 9 + "| 1. | 0. | 1."
    # Handed in, and not approved: on no website.
    assert every["len-website-nganh--gdtx-mau-duong"] == NONE
    assert every["len-website-nganh--van-phong"] == "1. 1. " + "0. " * 7 + "1. | 2. | 1. | 3."
    # III.2.
    assert every["phong-chuyen-mon--gd-mam-non"] == "0. 0. 1. " + "0. " * 7 + "| 1. | 0. | 1."
    assert every["phong-chuyen-mon--gd-pho-thong"] == NONE
    assert every["bao-dai--pgd-thanh-pho"] == "1. " * 10 + "| 4. | 6. | 10."
    assert every["gui-bo"] == "1. " + "0. " * 8 + "1. | 1. | 1. | 2."
    assert every["guong"] == "10."
    assert not any(sign in row for row in every.values() for sign in "=-+~")


def test_every_deadline():
    assert due_days(MAU) == {
        # III.1: “Định kỳ ngày 25 hằng tháng”; III.4: “trước ngày 31/5/2021”.
        "du-luan": [
            *("25/10/2020", "25/11/2020", "25/12/2020", "25/01/2021", "25/02/2021"),
            *("25/03/2021", "25/04/2021", "25/05/2021", "25/06/2021", "25/07/2021"),
        ],
        "bao-cao-nam": ["30/05/2021"],
        "khen-thuong": ["15/06/2021"],
    }


def test_the_reminder_of_november_has_the_25th_and_no_debt():
    on_the_20th = MAU.evaluation(articles_of(MAU, *YEAR), today=date(2020, 11, 20))

    assert reminded(on_the_20th, "2020-11") == [
        "• 25/11/2020 (còn 5 ngày), Tổng hợp tình hình dư luận quan tâm đến giáo dục gửi Bộ"
        " (tháng 11/2020): Văn phòng Sở."
    ]


def test_the_points_of_every_unit(after):
    # III.1: “đề xuất động viên, khen thưởng tập thể”.
    assert points(after, MAU.plan.term) == {
        "van-phong": "5",
        "gd-mam-non": "3",
        "pgd-thanh-pho": "20",
        "thpt-mau": "5",
    }


def test_the_report_of_the_year_says_the_same_numbers_in_the_words_of_an_office(after):
    made = paper(after, MAU.plan.years[0], PeriodKind.YEAR)

    assert made.numbers == (20, 19, 19, 12, 0)
    assert "Phòng GD&ĐT thành phố Mẫu Châu: 10 khuyến khích" in made.quotas
    assert "Nhà trường" not in made.text
    assert "Toàn trường" not in made.text
