"""S0: a kindergarten's year 2020-2021, by the sentences of its plan.

Rows A1, Q1, Q2, Q3 (quotas), P1, P3 (two decisions), T3, H1, H2 (photo packages), B6 (sơ kết) of
the requirements. Issued on 2 November: November is the first month, and nothing is owed before.
"""

from datetime import date

import pytest
from invented_year import Written, articles_of, due_days, figures, paper, reminded
from plan_samples import sample

from newsroom.domain.content.photo_package import PackageSending, PhotoPackage, semester_of_package
from newsroom.domain.plan.calendar import PeriodKind
from newsroom.domain.plan.category import Genre

MAU = sample("truong-mam-non")
PHONG, BAO = "phong-mau-bien", "bao-mau-bien"
PHO, XUAN, MAI = "Lò Thị Mẫu Ban", "Cà Thị Mẫu Xuân", "Quàng Thị Mẫu Mai"
HOA, THU = "Tòng Thị Mẫu Hoa", "Vì Thị Mẫu Thu"
# November to May.
YEAR = [
    Written(PHO, "bgh", "hoat-dong", Genre.ARTICLE, "1110111", 5, (PHONG,)),
    # Short news in February: no “bài”.
    Written(PHO, "bgh", "hoat-dong", Genre.NEWS, "0001000", 5, (PHONG,)),
    Written(XUAN, "nha-tre", "chuong-trinh", Genre.NEWS, "1111111", 6),
    Written(MAI, "nha-tre", "guong", Genre.ARTICLE, "1111111", 8, (BAO,)),
    Written(HOA, "mau-giao", "chuong-trinh", Genre.NEWS, "1101101", 7),
    Written(THU, "mau-giao", "guong", Genre.ARTICLE, "2011111", 9),
    # Approved, and sent though nobody chose it: “phê duyệt những bài chất lượng gửi về Phòng”.
    Written(HOA, "mau-giao", "guong", Genre.ARTICLE, "001", 11, (PHONG,), selected=False),
]


def package(group: str, on: date, *sent: date) -> PhotoPackage:
    return PhotoPackage(
        group=group,
        on=on,
        pictures=12,
        semester=semester_of_package(on, MAU.plan.semesters),
        sendings=tuple(PackageSending(on=day, office=PHONG) for day in sent),
    )


PACKAGES = [
    package("bgh", date(2021, 1, 14), date(2021, 1, 15)),
    package("bgh", date(2021, 5, 25), date(2021, 5, 25)),
    package("nha-tre", date(2021, 1, 15)),
    # Three days late, and still the first semester's.
    package("mau-giao", date(2021, 1, 18)),
    package("mau-giao", date(2021, 5, 20)),
]


def evaluation_on(today=None):
    return MAU.evaluation(articles_of(MAU, *YEAR), PACKAGES, today)


@pytest.fixture(scope="module")
def after():
    return evaluation_on()


def test_every_figure_of_the_quotas(after):
    # Sums behind the bars: first semester (November to January), second, year.
    assert figures(after) == {
        # III.1: “mỗi tháng ít nhất một bài” to Phòng and newspapers, and on the own site.
        "bgh-gui--bgh": "1= 1= 1= 0-1 1= 1= 1= | 3/3= | 3/4-1 | 6/7-1",
        "bgh-dang--bgh": "1= 1= 1= 0-1 1= 1= 1= | 3/3= | 3/4-1 | 6/7-1",
        # III.2: “Định kỳ hàng tháng cung cấp thông tin”.
        "to-tin--nha-tre": "1= 1= 1= 1= 1= 1= 1= | 3/3= | 4/4= | 7/7=",
        "to-tin--mau-giao": "1= 1= 0-1 1= 1= 0-1 1= | 2/3-1 | 3/4-1 | 5/7-2",
        # III.2: “mỗi tháng ít nhất 1 bài”. A rich month does not make up for an empty one.
        "to-nop--nha-tre": "1= 1= 1= 1= 1= 1= 1= | 3/3= | 4/4= | 7/7=",
        "to-nop--mau-giao": "2+1 0-1 2+1 1= 1= 1= 1= | 4/3-1 | 4/4= | 8/7-1",
        # III.2: chosen and sent; no number is asked.
        "chon-gui": "2. 2. 2. 2. 2. 2. 2. | 6. | 8. | 14.",
        # III.1, III.2: “vào cuối mỗi học kì”; the principals' “gửi … về Phòng”.
        "bgh-anh--bgh": "1= 1= | 2/2=",
        "to-anh--nha-tre": "1= 0-1 | 1/2-1",
        "to-anh--mau-giao": "1= 1= | 2/2=",
    }


def test_every_deadline():
    ends = ["15/01/2021", "25/05/2021"]

    assert due_days(MAU) == {"anh-ve-phong": ends, "anh-cua-to": ends}


def test_the_reminder_of_january_asks_for_photos_by_the_end_of_the_semester():
    assert reminded(evaluation_on(date(2021, 1, 12)), "2021-01") == [
        "Hạn 15/01/2021 (còn 3 ngày):",
        "• Mỗi tổ nộp gói ảnh tư liệu mỗi học kỳ: Tổ Nhà trẻ còn 1 gói ảnh;"
        " Tổ Mẫu giáo còn 1 gói ảnh.",
        "• Ban giám hiệu gửi Phòng gói ảnh tư liệu của đơn vị mỗi học kỳ: Ban giám hiệu còn 1 gói"
        " ảnh.",
        "Hạn 31/01/2021 (còn 19 ngày):",
        "• Mỗi tổ cung cấp tin về hoạt động của tổ hằng tháng: Tổ Mẫu giáo còn 1 tin.",
    ]


def test_nothing_is_asked_in_the_months_before_the_plan_was_issued():
    assert reminded(evaluation_on(date(2020, 10, 20)), "2020-10") == []


def test_the_report_of_the_first_semester_says_the_same_numbers(after):
    made = paper(after, MAU.plan.semesters[0], PeriodKind.SEMESTER)

    assert made.numbers == (15, 15, 15, 6, 0)
    assert made.quotas == [
        *("Ban giám hiệu: 3/3 đạt", "Ban giám hiệu: 3/3 đạt"),
        *("Tổ Nhà trẻ: 3/3 đạt", "Tổ Mẫu giáo: 2/3 thiếu 1 (đạt 2/3 tháng)"),
        *("Tổ Nhà trẻ: 3/3 đạt", "Tổ Mẫu giáo: 4/3 thiếu 1 (đạt 2/3 tháng)"),
        "Toàn trường: 6 khuyến khích",
        "Ban giám hiệu: 1/1 đạt",
        *("Tổ Nhà trẻ: 1/1 đạt", "Tổ Mẫu giáo: 1/1 đạt"),
    ]
    assert "Sơ kết công tác truyền thông Học kỳ I năm học 2020-2021" in made.text
