"""S3: a district's office of education, preschools, 2020: its groups are preschools.

Rows Q4 (a category each month), K1 (genres), D1, B6 of the requirements. Issued in August:
September is the first month; January to August owe nothing.
"""

from datetime import date

import pytest
from invented_year import Written, articles_of, due_days, figures, paper, reminded
from plan_samples import sample

from newsroom.domain.content.unit_publication import UnitPublication
from newsroom.domain.plan.calendar import PeriodKind
from newsroom.domain.plan.category import Genre
from newsroom.exports.reports.periods import NoSuchPeriod, span_asked

MAU = sample("phong-giao-duc-mam-non")
BAN, DUA = "Lường Thị Mẫu Ban", "Mùa Thị Mẫu Dua"
# On the office's own site.
YEAR = [
    Written(BAN, "hoa-mau", "guong", Genre.ARTICLE, "1000", 10, ("bao-mau-la",)),
    Written(DUA, "ban-mau", "guong", Genre.REPORTAGE, "0001", 20),
]


def on_own_sites(group: str, months: str, category="guong", genre=Genre.ARTICLE, day=10):
    """A digit for each month from September to December."""
    for month, digit in zip(MAU.plan.months, months, strict=True):
        for n in range(int(digit)):
            yield UnitPublication(
                group=group,
                on=month.first.replace(day=day),
                title=f"Bài {n + 1}",
                link=f"https://{group}.example/{category}/{month.code}/{n}",
                category=category,
                genre=genre,
            )


OWN = [
    *on_own_sites("hoa-mau", "1111"),
    *on_own_sites("sao-mau", "1011"),
    # Short news is no “bài viết”.
    *on_own_sites("sao-mau", "0100", genre=Genre.NEWS),
    # Of another subject, every month.
    *on_own_sites("ban-mau", "1111", "lay-tre"),
    *on_own_sites("ban-mau", "0001", genre=Genre.REPORTAGE, day=20),
]


def evaluation_on(today=None):
    return MAU.evaluation(articles_of(MAU, *YEAR), today=today, publications=OWN)


@pytest.fixture(scope="module")
def after():
    return evaluation_on()


def test_every_figure_of_the_quotas(after):
    # Behind the bars: the second half of the year, the year.
    assert figures(after) == {
        # III: “hàng tháng … 01 bài viết về tấm gương người tốt, việc tốt … đăng tải lên trang
        # Webesit của đơn vị”: on the preschool's own site.
        "guong--hoa-mau": "1= 1= 1= 1= | 4/4= | 4/4=",
        "guong--sao-mau": "1= 0-1 1= 1= | 3/4-1 | 3/4-1",
        "guong--ban-mau": "0-1 0-1 0-1 1= | 1/4-3 | 1/4-3",
        # III: “giới thiệu cho các báo, đài viết phóng sự”.
        "bao-dai--hoa-mau": "1.",
        "bao-dai--sao-mau": "0.",
        "bao-dai--ban-mau": "0.",
        # II: “báo hình, phỏng vấn, phóng sự”.
        "bao-hinh": "1.",
    }


def test_every_deadline_lies_behind_the_issue():
    assert due_days(MAU) == {"so-ket": ["31/10/2020"], "tong-ket": ["31/12/2020"]}


def test_the_reminder_of_october_names_two_preschools_and_the_report():
    on_the_20th = evaluation_on(date(2020, 10, 20))

    assert reminded(on_the_20th, "2020-10") == [
        "Hạn 31/10/2020 (còn 11 ngày):",
        "• Mỗi cơ sở hằng tháng đăng 01 bài viết về gương người tốt, việc tốt: Trường Mầm non Sao"
        " Mẫu còn 1 bài; Trường Mầm non Bản Mẫu còn 1 bài.",
        "• 31/10/2020 (còn 11 ngày), Báo cáo kết quả truyền thông trong báo cáo sơ kết:"
        " Trường Mầm non Hoa Mẫu, Trường Mầm non Sao Mẫu, Trường Mầm non Bản Mẫu.",
    ]


def test_nothing_was_owed_in_spring():
    in_may = evaluation_on(date(2020, 5, 31))

    assert reminded(in_may, "2020-05") == []


def test_the_report_of_the_year_says_the_same_numbers(after):
    made = paper(after, MAU.plan.years[0], PeriodKind.YEAR)

    assert made.numbers == (2, 2, 2, 1, 0)
    assert made.quotas[:3] == [
        "Trường Mầm non Hoa Mẫu: 4/4 đạt",
        "Trường Mầm non Sao Mẫu: 3/4 thiếu 1 (đạt 3/4 tháng)",
        "Trường Mầm non Bản Mẫu: 1/4 thiếu 3 (đạt 1/4 tháng)",
    ]
    assert "Nhà trường" not in made.text


def test_the_half_years_report_stands_in_for_a_semesters(after):
    # III: “lồng ghép trong báo cáo sơ kết, tổng kết hàng năm”; the plan has no semesters.
    second = span_asked(after, semester="2", year="2020")

    made = paper(after, second.period, second.kind)

    assert (second.period.first, second.period.last) == (date(2020, 7, 1), date(2020, 12, 31))
    assert "Sơ kết công tác truyền thông 6 tháng cuối năm 2020" in made.text
    assert made.quotas[:3] == [
        "Trường Mầm non Hoa Mẫu: 4/4 đạt",
        "Trường Mầm non Sao Mẫu: 3/4 thiếu 1 (đạt 3/4 tháng)",
        "Trường Mầm non Bản Mẫu: 1/4 thiếu 3 (đạt 1/4 tháng)",
    ]
    with pytest.raises(NoSuchPeriod):
        span_asked(after, semester="3", year="2020")
