"""Deadlines, points and retention of a plan file: how they may be written, and what is wrong."""

from decimal import Decimal

import pytest
from sample import PLAN_YAML, SCHOOL, day

from newsroom.domain.content.document import DocumentType, Retention, RetentionKind
from newsroom.domain.plan.category import Genre
from newsroom.domain.plan.due import DueKind, DueTime
from newsroom.domain.plan.measure import Measure
from newsroom.intake.plan.plan_file import read_plan

QUOTAS = """\
chỉ tiêu:
  - {mã: to, nội dung: T, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}
  - {mã: anh, nội dung: A, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: học kỳ, tính theo: ảnh}
"""


def read(section, *lines):
    text = PLAN_YAML + QUOTAS + f"{section}:\n" + "".join(f"  - {{{line}}}\n" for line in lines)
    plan, problems = read_plan("ke-hoach/x.yaml", text, SCHOOL.offices)
    return plan, [(p.line - text.count("\n") + len(lines), p.message, p.hint) for p in problems]


def sound(section, *lines):
    plan, problems = read(section, *lines)
    assert problems == []
    return plan


def faults(section, *lines):
    return read(section, *lines)[1]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ngày 25 hằng tháng", DueTime(kind=DueKind.DAY_OF_MONTH, day=25)),
        ("25 hàng tháng", DueTime(kind=DueKind.DAY_OF_MONTH, day=25)),
        (
            "trước ngày 5 mỗi tháng",
            DueTime(kind=DueKind.DAY_OF_MONTH, day=5, is_before=True),
        ),
        ("cuối tháng", DueTime(kind=DueKind.END_OF_MONTH)),
        ("vào cuối mỗi học kì", DueTime(kind=DueKind.END_OF_SEMESTER)),
        ("Cuối học kỳ", DueTime(kind=DueKind.END_OF_SEMESTER)),
        ("hết năm học", DueTime(kind=DueKind.END_OF_YEAR)),
        ("31/5", DueTime(kind=DueKind.DAY_OF_YEAR, day=31, month=5)),
        ("ngày 31 tháng 5 hằng năm", DueTime(kind=DueKind.DAY_OF_YEAR, day=31, month=5)),
        ("31/05/2025", DueTime(kind=DueKind.ONCE, on=day("31/05/2025"))),
        (
            "trước ngày 31/5/2025",
            DueTime(kind=DueKind.ONCE, on=day("31/05/2025"), is_before=True),
        ),
    ],
)
def test_a_deadline_is_written_as_people_write_it(written, meant):
    plan = sound("hạn", f"việc: Báo cáo, khi: {written}")

    assert plan.deadlines[0].when == meant


def test_a_deadline_names_groups_superiors_quotas_and_when_to_remind():
    plan = sound(
        "hạn",
        "mã: n, việc: Nộp bài, khi: ngày 25 hằng tháng, ai: [mỗi tổ chuyên môn], nơi: [sở],"
        " chỉ tiêu: [to], nhắc trước: 5 ngày, công khai: có, căn cứ: III.1",
    )

    (rule,) = plan.deadlines
    assert (rule.code, rule.groups, rule.offices) == ("n", ("to-1", "to-2"), ("so",))
    assert (rule.quotas, rule.notice_days) == (frozenset({"to"}), 5)
    assert (rule.is_public, rule.source) == (True, "III.1")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("việc: A, khi: ngày 32 hằng tháng", "Không hiểu hạn “ngày 32 hằng tháng”.", "Ghi một"),
        ("việc: A, khi: khi nào xong", "Không hiểu hạn “khi nào xong”.", "Ghi một trong:"),
        ("việc: A, khi: 31/4", "Không hiểu hạn “31/4”.", "Ghi một trong:"),
        (
            "việc: A, khi: cuối tháng, chỉ tiêu: [tooo]",
            "Hạn nói tới chỉ tiêu “tooo”, nhưng không có chỉ tiêu nào mã đó.",
            "Có phải là “to”?",
        ),
        (
            "việc: A, khi: cuối tháng, chỉ tiêu: [anh]",
            "Hạn “A” tới nhiều lần trong một kỳ tính của chỉ tiêu “anh”.",
            "Chỉ tiêu mỗi tháng thì dùng hạn hằng tháng",
        ),
        (
            "việc: A, khi: cuối tháng, ai: Tổ 9",
            "Hạn nói tới tổ “Tổ 9”, nhưng không có tổ nào tên đó.",
            "Sửa tên, hoặc thêm",
        ),
        (
            "việc: A, khi: cuối tháng, nhắc trước: vài ngày",
            "“vài ngày” không phải là số ngày.",
            "Ghi bằng chữ số",
        ),
    ],
)
def test_a_wrong_deadline_is_said_with_its_line_and_remedy(line, message, hint):
    ((at, said, remedy),) = faults("hạn", line)

    assert (at, said) == (1, message)
    assert remedy.startswith(hint)


def test_two_deadlines_do_not_share_a_code():
    found = faults("hạn", "việc: Nộp bài, khi: 31/5", "việc: Nộp  bài, khi: cuối tháng")

    assert found == [(2, "Mã của hạn “Nộp  bài” dùng hai lần.", "Đặt mã khác.")]


@pytest.mark.parametrize(
    ("written", "points"), [("2", "2"), ('"0,5"', "0.5"), ("-1", "-1"), ("+3 điểm", "3")]
)
def test_points_may_be_halves_and_may_be_taken_away(written, points):
    plan = sound("điểm", f"nội dung: Bài, điểm: {written}")

    assert plan.points[0].points == Decimal(points)


def test_points_are_narrowed_like_a_quota_and_count_what_was_published_by_default():
    plan = sound(
        "điểm",
        "nội dung: A, điểm: 1, thể loại: [tin, video], chuyên mục: [Người tốt việc tốt]",
        "nội dung: B, điểm: 5, tính theo: được đăng, nơi: [sở]",
        "nội dung: C, điểm: 1, nộp: đúng hạn",
    )

    one, two, three = plan.points
    assert one.measure is Measure.PUBLISHED
    assert one.genres == {Genre.NEWS, Genre.VIDEO}
    assert one.categories == {"guong"}
    assert (two.measure, two.destinations) == (Measure.CARRIED, {"so"})
    assert (three.measure, three.is_punctual) == (Measure.SUBMITTED, True)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nội dung: A, điểm: hai", "“hai” không phải là số điểm."),
        (
            "nội dung: A, điểm: 1, nơi: [sở]",
            "“nơi” chỉ dùng khi tính theo gửi, được đăng hoặc ảnh.",
        ),
        (
            "nội dung: A, điểm: 1, tính theo: đăng, nộp: đúng hạn",
            "Đúng hạn hay trễ hạn chỉ xét theo ngày nộp.",
        ),
        (
            "nội dung: A, điểm: 1, tính theo: ảnh, thể loại: [tin]",
            "Gói ảnh không có thể loại hay chuyên mục.",
        ),
        (
            "nội dung: A, điểm: 1, chuyên mục: [Gương]",
            "Điểm nói tới chuyên mục “Gương”, nhưng không có chuyên mục nào tên đó.",
        ),
    ],
)
def test_points_that_can_never_be_given_are_said(line, message):
    ((at, said, remedy),) = faults("điểm", line)

    assert (at, said) == (1, message)
    assert remedy


def test_retention_names_types_of_documents_or_the_articles():
    plan = sound(
        "lưu trữ",
        "nội dung: A, loại văn bản: [kế hoạch, QĐ], lưu: vĩnh viễn",
        "nội dung: B, tin bài: có, lưu: hủy khi kết thúc năm",
        "nội dung: C, loại văn bản: [công văn], lưu: 10 năm",
    )

    one, two, three = plan.retention
    assert one.types == {DocumentType.PLAN, DocumentType.DECISION}
    assert two.holds_for_articles
    assert two.retention.kind is RetentionKind.END_OF_YEAR
    assert three.retention == Retention(kind=RetentionKind.YEARS, years=10)


def test_retention_that_says_nothing_or_twice_is_said():
    assert [m for _, m, _ in faults("lưu trữ", "nội dung: A, lưu: vĩnh viễn")] == [
        "Dòng lưu trữ “A” chưa nói về loại nào."
    ]
    assert [m for _, m, _ in faults("lưu trữ", "nội dung: A, tin bài: có, lưu: mãi")] == [
        "Không hiểu thời hạn lưu “mãi”."
    ]
    twice = ["nội dung: A, loại văn bản: [KH], lưu: vĩnh viễn"] * 2
    assert faults("lưu trữ", *twice)[0][:2] == (2, "“kế hoạch” có ở hai dòng lưu trữ.")
