"""S4: a primary school's year 2024-2025, by the sentences of its plan.

Rows Q5, Q6, Q7, Q8, Q9 (quotas), P4, P5, P6 (approvals), E1, E3, E5 (points), T4, T5 (deadlines),
B1, B4 (papers) and D1, D2 of the requirements. Issued on 25 September: October is the first month.
"""

from datetime import date

import pytest
from invented_year import (
    Written,
    articles_of,
    due_days,
    figures,
    paper,
    points,
    reminded,
)
from plan_samples import sample

from newsroom.domain.plan.calendar import PeriodKind
from newsroom.domain.plan.category import Genre

MAU = sample("truong-tieu-hoc")
PHONG, SO = "phong-mau-hau", "so-mau-dinh"
# October to May.
YEAR = [
    Written(
        "Đỗ Thị Mẫu Đào", "to-1", "chuyen-mon", Genre.ARTICLE, "11000000", 10, (PHONG,), (PHONG,)
    ),
    Written("Đỗ Thị Mẫu Đào", "to-1", "chuyen-mon", Genre.ARTICLE, "00111111", 10, (PHONG,)),
    Written("Nguyễn Thị Mẫu Huệ", "to-2-3", "chuyen-mon", Genre.NEWS, "10011111", 10, (SO,)),
    Written("Nguyễn Thị Mẫu Huệ", "to-2-3", "chuyen-mon", Genre.NEWS, "001", 10, (SO,), (SO,)),
    Written("Bùi Văn Mẫu Trúc", "to-4-5", "guong", Genre.ARTICLE, "20001101", 8),
    # Handed in, and never approved.
    Written("Bùi Văn Mẫu Trúc", "to-4-5", "guong", Genre.ARTICLE, "001", 8, approved=False),
    # A day behind the 25th, every month.
    Written("Đỗ Thị Mẫu Đào", "cong-doan", "guong", Genre.ARTICLE, "11111111", 26),
    Written("Lê Văn Mẫu Khăn", "doi", "hoat-dong", Genre.NEWS, "1", 12, (PHONG,), (PHONG,)),
    Written("Lê Văn Mẫu Khăn", "doi", "hoat-dong", Genre.NEWS, "01", 12, (PHONG,)),
    Written("Lê Văn Mẫu Khăn", "doi", "hoat-dong", Genre.NEWS, "00111111", 12),
    Written("Hoàng Văn Mẫu Cờ", "doan", "hoat-dong", Genre.PHOTOS, "11110000", 5),
    # III.2, III.3: they write what they alone may approve.
    Written("Mai Thị Mẫu Ngân", "tai-chinh", "tai-chinh", Genre.ARTICLE, "1", 15),
    Written("Lâm Văn Mẫu Kiểm", "kiem-tra", "kiem-tra", Genre.ARTICLE, "0001", 15),
    # Sent though the board did not choose it; sent before it was approved.
    Written(
        "Trần Văn Mẫu Ái",
        "thuong-truc",
        "hoat-dong",
        Genre.NEWS,
        "001",
        9,
        (PHONG,),
        selected=False,
    ),
    Written(
        "Trần Văn Mẫu Ái",
        "thuong-truc",
        "hoat-dong",
        Genre.NEWS,
        "0001",
        9,
        (PHONG,),
        sent_after=-1,
    ),
]


@pytest.fixture(scope="module")
def after():
    """The year, looked at when it is over."""
    return MAU.evaluation(articles_of(MAU, *YEAR))


def test_every_figure_of_the_quotas(after):
    # Sums behind the bars: first semester (October to January), second, year.
    assert figures(after) == {
        # III.4: “ít nhất 1 tin, bài” a month, each group.
        "to-chuyen-mon--to-1": "1= 1= 1= 1= 1= 1= 1= 1= | 4/4= | 4/4= | 8/8=",
        "to-chuyen-mon--to-2-3": "1= 0-1 1= 1= 1= 1= 1= 1= | 3/4-1 | 4/4= | 7/8-1",
        "to-chuyen-mon--to-4-5": "2+1 0-1 1= 0-1 1= 1= 0-1 1= | 3/4-2 | 3/4-1 | 6/8-3",
        # III.5: each of the unions. Late is not short.
        "doan-the--cong-doan": "1= 1= 1= 1= 1= 1= 1= 1= | 4/4= | 4/4= | 8/8=",
        "doan-the--doi": "1= 1= 1= 1= 1= 1= 1= 1= | 4/4= | 4/4= | 8/8=",
        "doan-the--doan": "1= 1= 1= 1= 0-1 0-1 0-1 0-1 | 4/4= | 0/4-4 | 4/8-4",
        # III.6: “con người và hoạt động … ít nhất 1 bài/tháng”.
        "con-nguoi-hoat-dong": ("7+6 4+3 6+5 6+5 5+4 5+4 4+3 5+4 | 23/4+19 | 19/4+15 | 42/8+34"),
        # III.6: “Gửi bài về Phòng ít nhất 2 bài/tháng”.
        "gui-phong": "2= 2= 1-1 1-1 1-1 1-1 1-1 1-1 | 6/8-2 | 4/8-4 | 10/16-6",
        # III.6: “phần đầu có 2 bài đăng”: an aim, never short.
        "duoc-dang": "2^ 1v 1v 0v 0v 0v 0v 0v | 4/8v | 0/8v | 4/16v",
        # IV.1b: “Website của ngành: mỗi tháng 02 tin bài”.
        "len-nganh": "3+1 2= 2= 2= 2= 2= 2= 2= | 9/8+1 | 8/8= | 17/16+1",
    }


def test_every_deadline():
    days = due_days(MAU)

    assert days["nop-bai"] == [
        *("25/10/2024", "25/11/2024", "25/12/2024", "25/01/2025"),
        *("25/02/2025", "25/03/2025", "25/04/2025", "25/05/2025"),
    ]
    assert days["len-phong"] == [
        *("31/10/2024", "30/11/2024", "31/12/2024", "31/01/2025"),
        *("28/02/2025", "31/03/2025", "30/04/2025", "31/05/2025"),
    ]
    assert (days["minh-chung"], days["ho-so"]) == (["30/05/2025"], ["31/05/2025"])
    assert len(days) == 4


def test_the_reminder_of_november_names_two_groups_and_nothing_that_is_only_striven_for():
    on_the_28th = MAU.evaluation(articles_of(MAU, *YEAR), today=date(2024, 11, 28))

    assert reminded(on_the_28th, "2024-11") == [
        "Hạn 25/11/2024 (đã qua 3 ngày):",
        "• Mỗi tổ chuyên môn nộp ít nhất 1 tin, bài mỗi tháng: Tổ 2-3 còn 1 bài; Tổ 4-5 còn 1 bài.",
    ]


def test_the_points_of_every_group(after):
    # III.1d; the paper has no numbers: those of the sample.
    assert points(after, MAU.plan.term) == {
        "thuong-truc": "2",
        "tai-chinh": "2",
        "kiem-tra": "2",
        "to-1": "38",
        "to-2-3": "26",
        # Points stand on what was approved: not for the one that waits (decision 10).
        "to-4-5": "17.5",
        "cong-doan": "12.0",
        "doi": "21",
        "doan": "12",
    }


def test_the_report_of_the_year_says_the_same_numbers_and_whence_they_come(after):
    made = paper(after, MAU.plan.years[0], PeriodKind.YEAR)

    assert made.numbers == (45, 44, 44, 17, 4)
    assert made.quotas == [
        "Tổ 1: 8/8 đạt",
        "Tổ 2-3: 7/8 thiếu 1 (đạt 7/8 tháng)",
        "Tổ 4-5: 6/8 thiếu 3 (đạt 5/8 tháng)",
        "Công đoàn: 8/8 đạt",
        "Đội Thiếu niên: 8/8 đạt",
        "Đoàn thanh niên: 4/8 thiếu 4 (đạt 4/8 tháng)",
        "Toàn trường: 42/8 vượt 34",
        "Toàn trường: 10/16 thiếu 6 (đạt 2/8 tháng)",
        "Toàn trường: 4/16 chưa đạt (đạt 1/8 tháng)",
        "Toàn trường: 17/16 vượt 1",
    ]
    # E5: each number names its articles in the annex, but the one that waits.
    assert made.text.count("1 không có trong Phụ lục") == 1
    assert "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN MẪU HẬU" in made.text
