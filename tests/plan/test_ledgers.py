"""The ledgers of things received: packages of photos, and articles on the sites of units."""

import pytest
from sample import PLAN, PLAN_YAML, SCHOOL, day, make_evaluation, make_plan

from newsroom.domain.content.photo_package import PackageSending, semester_of_package
from newsroom.domain.plan.measure import Measure
from newsroom.domain.tally.arrivals import arrivals_of
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.tally import tally
from newsroom.intake.plan.ledgers import read_photo_packages, read_unit_publications
from newsroom.intake.plan.plan_file import read_plan
from newsroom.vocabulary.tally import count_in_words, verdict_in_words

FIRST, SECOND = PLAN.semesters
NEXT = make_plan(base=PLAN_YAML.replace("2025", "2026").replace("2024", "2025"), code="2025-2026")


@pytest.mark.parametrize(
    ("on", "semester"),
    [
        # Học kỳ I ends on 17/01/2025, Học kỳ II on 30/05/2025.
        ("17/12/2024", FIRST),
        ("18/12/2024", FIRST),
        ("17/01/2025", FIRST),
        ("18/01/2025", FIRST),
        ("15/02/2025", FIRST),
        ("16/02/2025", FIRST),
        ("17/02/2025", SECOND),
        ("29/04/2025", SECOND),
        ("29/06/2025", SECOND),
        ("30/06/2025", None),
        ("10/09/2024", FIRST),
    ],
)
def test_a_package_is_for_the_nearest_end_within_thirty_days_else_for_its_own_day(on, semester):
    assert semester_of_package(day(on), PLAN.semesters) == semester


def packages(text, plans=(PLAN, NEXT)):
    return read_photo_packages("goi-anh.yaml", text, plans, SCHOOL.offices)


@pytest.mark.parametrize(
    ("named", "semester"),
    [
        ("Học kỳ I", FIRST),
        ("học kì 1", FIRST),
        ("HK1", FIRST),
        ("I", FIRST),
        ("2", SECOND),
        ("HK II", SECOND),
        ("Học kỳ II năm học 2024-2025", SECOND),
        ("I 2025-2026", NEXT.semesters[0]),
        ("II 2025 – 2026", NEXT.semesters[1]),
    ],
)
def test_a_package_may_say_its_semester(named, semester):
    (package,), problems = packages(
        f"- {{tổ: Tổ 1, ngày: 20/08/2025, số ảnh: 9, học kỳ: {named}}}\n"
    )

    assert problems == []
    assert package.semester == semester
    assert package.counts_on == min(max(day("20/08/2025"), semester.first), semester.last)


@pytest.mark.parametrize("named", ["III", "hè", "I 2019-2020"])
def test_a_semester_that_no_plan_has_is_said(named):
    found, (problem,) = packages(f"- {{tổ: Tổ 1, ngày: 10/01/2025, học kỳ: {named}}}\n")

    assert found == ()
    assert named in problem.message
    assert "Học kỳ I, Học kỳ II" in problem.hint


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("20/01/2025", [PackageSending(on=day("20/01/2025"))]),
        ('"Phòng, 20/01/2025"', [PackageSending(on=day("20/01/2025"), office="phong")]),
        ('"Phòng, 20/07/2025"', [PackageSending(on=day("20/07/2025"), office="xa")]),
        (
            '["Phòng, 20/01/2025", "Sở, 21/01/2025"]',
            [
                PackageSending(on=day("20/01/2025"), office="phong"),
                PackageSending(on=day("21/01/2025"), office="so"),
            ],
        ),
    ],
)
def test_a_package_may_say_when_and_to_whom_it_was_sent_on(sent, expected):
    (package,), problems = packages(f"- {{tổ: Tổ 1, ngày: 10/01/2025, gửi: {sent}}}\n")

    assert problems == []
    assert list(package.sendings) == expected


@pytest.mark.parametrize("sent", ['"Phòng"', '"Nơi Lạ, 20/01/2025"', '"Phòng, hôm qua"'])
def test_a_sending_that_says_no_day_or_no_office_is_a_problem(sent):
    found, (problem,) = packages(f"- {{tổ: Tổ 1, ngày: 10/01/2025, gửi: {sent}}}\n")

    assert found == ()
    assert problem.hint


@pytest.mark.parametrize(("sent", "is_wrong"), [("09", True), ("10", False), ("11", False)])
def test_a_package_is_not_sent_on_before_it_came(sent, is_wrong):
    text = f'- {{tổ: Tổ 1, ngày: 10/01/2025, gửi: ["Sở, 12/01/2025", "Phòng, {sent}/01/2025"]}}\n'
    found, problems = packages(text)

    assert bool(problems) is is_wrong
    assert len(found) == (not is_wrong)


@pytest.mark.parametrize("first", ["16/01/2025", "12/01/2025"])
def test_of_several_sendings_the_first_is_the_one_in_time_in_whatever_order_they_stand(first):
    quotas = PHOTO_QUOTAS.replace("[Phòng]", "[Phòng, Sở]")
    rules = "hạn:\n  - {việc: Gửi ảnh, khi: 15/01/2025, chỉ tiêu: [phong]}\n"
    plan = make_plan(quotas + rules)
    second = "12/01/2025" if first.startswith("16") else "16/01/2025"
    sent = f'["Phòng, {first}", "Sở, {second}"]'
    found, _ = packages(f"- {{tổ: Tổ 1, ngày: 10/01/2025, gửi: {sent}}}\n", [plan])
    ledger = EventLog.of(make_evaluation([], "01/02/2025", [plan], found))

    every = arrivals_of(plan, ledger).by_thing["package 0"]

    assert [arrival.is_late for arrival in every] == [False, False]


PHOTO_QUOTAS = """\
  - {mã: anh, nội dung: A, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: học kỳ, tính theo: ảnh}
  - {mã: phong, nội dung: P, ai: Tổ 1, ít nhất: 1, mỗi: học kỳ, tính theo: ảnh, nơi: [Phòng]}
"""


def said(text, today):
    plan = make_plan(PHOTO_QUOTAS)
    found, problems = packages(text, [plan])
    assert problems == []
    ledger = EventLog.of(make_evaluation([], today, [plan], found))
    rows = {row.code: row for row in tally(plan, ledger).rows}
    cells = {
        (code, n): row.cells[f"2024-2025-hk{n}"]
        for code, row in rows.items()
        for n in (1, 2)
        if code.endswith("to-1")
    }
    late = [
        arrivals_of(plan, ledger).is_on_time(e) for e in ledger.within(Measure.PHOTOS, plan.term)
    ]
    words = {
        place: f"{count_in_words(cell)} {verdict_in_words(cell.verdict)}"
        for place, cell in cells.items()
    }
    return words, late


@pytest.mark.parametrize(
    ("on", "is_on_time"), [("16/01/2025", True), ("17/01/2025", True), ("18/01/2025", False)]
)
def test_a_package_that_comes_after_its_semester_is_late_and_still_that_semesters(on, is_on_time):
    words, on_time = said(f"- {{tổ: Tổ 1, ngày: {on}}}\n", "01/02/2025")

    assert words["anh--to-1", 1] == "1/1 đạt"
    assert words["anh--to-1", 2] == "0/1 đang tính"
    assert on_time == [is_on_time]


def test_a_quota_of_packages_sent_to_an_office_counts_those_that_went_there():
    text = "- {{tổ: Tổ 1, ngày: 10/01/2025{}}}\n"

    assert said(text.format(""), "01/02/2025")[0]["phong--to-1", 1] == "0/1 thiếu 1"
    there = text.format(', gửi: "Phòng, 16/01/2025"')
    assert said(there, "01/02/2025")[0]["phong--to-1", 1] == "1/1 đạt"
    assert said(there, "15/01/2025")[0]["phong--to-1", 1] == "0/1 đang tính"
    elsewhere = text.format(', gửi: "Sở, 16/01/2025"')
    assert said(elsewhere, "01/02/2025")[0]["phong--to-1", 1] == "0/1 thiếu 1"
    # Sent on it is still one package.
    assert said(there, "01/02/2025")[0]["anh--to-1", 1] == "1/1 đạt"


UNITS = make_plan(
    "  - {mã: q, nội dung: Q, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng,"
    " tính theo: đăng ở đơn vị, chuyên mục: [guong], thể loại: [bài]}\n",
    base=PLAN_YAML.replace(
        "{mã: to-2, tên: Tổ 2,", "{mã: to-2, tên: Tổ 2, trang web: https://to2.example,"
    ),
)
WHOLE = {
    "đơn vị": "Tổ 2",
    "ngày": "12/11/2024",
    "bài": "Cô giáo tận tâm",
    "liên kết": "https://www.to2.example/tin/1",
    "chuyên mục": "Điển hình tiên tiến",
}


def publications(*entries):
    text = "".join(
        f"- {{{', '.join(f'{key}: {value}' for key, value in entry.items())}}}\n"
        for entry in entries
    )
    return read_unit_publications("dang-o-don-vi.yaml", text, [UNITS])


def test_an_article_on_the_units_own_site_counts_for_it_where_category_and_genre_fit():
    found, problems = publications(
        WHOLE,
        {**WHOLE, "liên kết": "https://to2.example/tin/2", "thể loại": "tin"},
        {**WHOLE, "liên kết": "https://to2.example/tin/3", "chuyên mục": "Hoạt động"},
        {**WHOLE, "liên kết": "https://to2.example/tin/4", "ngày": "06/12/2024"},
    )
    assert problems == []
    ledger = EventLog(day("05/12/2024"), (), (), found)

    rows = {row.code: row for row in tally(UNITS, ledger).rows}

    cell = rows["q--to-2"].cells["2024-11"]
    assert (cell.count, cell.unseen) == (1, 0)
    assert [one.link for one in cell.elsewhere] == ["https://www.to2.example/tin/1"]
    assert rows["q--to-2"].cells["2024-12"].count == 0
    assert rows["q--to-1"].cells["2024-11"].count == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"liên kết": "https://noi-khac.example/1"}, "không dẫn tới trang của Tổ 2"),
        ({"liên kết": "https://to2.example@evil.example/1"}, ""),
        ({"liên kết": "to2.example/tin/1"}, "không phải là địa chỉ"),
        ({"liên kết": "javascript:alert(1)"}, "không phải là địa chỉ"),
        ({"đơn vị": "Tổ 9"}, "Không có tổ “Tổ 9”"),
        ({"chuyên mục": "Không Có"}, "Không có chuyên mục “Không Có”"),
        ({"ngày": "12/11/2019"}, "trong kế hoạch của ngày đó"),
        ({"thể loại": "thơ"}, "Không hiểu “thơ”"),
    ],
)
def test_an_entry_that_cannot_be_true_counts_nowhere_and_says_why(changed, said):
    found, problems = publications({**WHOLE, **changed})

    assert found == ()
    assert said in problems[0].message
    assert problems[0].hint


@pytest.mark.parametrize(
    "change",
    [
        lambda link: link,
        lambda link: link.replace("https", "http"),
        lambda link: f"{link}/",
        lambda link: f"{link}#phan-2",
        lambda link: link.replace("www.", ""),
        lambda link: link.replace("https://", "HTTPS://"),
    ],
)
def test_an_article_counts_once_however_often_it_is_written_down(change):
    found, (problem,) = publications(WHOLE, {**WHOLE, "liên kết": change(WHOLE["liên kết"])})

    assert len(found) == 1
    assert "đã ghi ở một mục phía trên" in problem.message


@pytest.mark.parametrize(
    "site", ["to2.example", "https://edu.vn", "https://a@to2.example", "http:/x"]
)
def test_a_units_site_must_be_an_address_of_its_own(site):
    base = PLAN_YAML.replace("tên: Tổ 2,", f'tên: Tổ 2, trang web: "{site}",')

    plan, problems = read_plan("k.yaml", base, SCHOOL.offices)

    assert plan is None
    assert "không phải là địa chỉ trang của riêng Tổ 2" in problems[0].message
