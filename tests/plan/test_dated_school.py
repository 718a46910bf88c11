"""The school's names, address, head and signer have days: an old paper keeps its old head."""

from dataclasses import replace

import pytest
from paper_readers import words_of
from sample import PLAN, SCHOOL_YAML, day, make_evaluation

from newsroom.domain.names.dated_fact import DatedFact, text_on
from newsroom.domain.plan.audit.audit import audited
from newsroom.domain.plan.calendar import Month, PeriodKind
from newsroom.domain.site.publication import Evaluation
from newsroom.domain.tally.reporting import Span
from newsroom.exports.reports.article_list import list_paper
from newsroom.exports.reports.report import report, words_of_school
from newsroom.intake.plan.school_file import read_school

RENAMED = SCHOOL_YAML.replace(
    "tên: Trường Mẫu\n",
    """\
tên:
  - {tên: Trường Tiểu học Mẫu Cũ, đến: 30/06/2025}
  - {tên: Trường Tiểu học Mẫu Mới, từ: 01/07/2025}
viết tắt: [{tên: THMC, đến: 30/06/2025}, {tên: THMM, từ: 01/07/2025}]
cơ quan chủ quản:
  - {tên: Phòng GD&ĐT huyện Mẫu, đến: 30/06/2025}
  - {tên: Ủy ban nhân dân xã Mẫu, từ: 01/07/2025}
địa chỉ:
  - {ghi: "Xóm 1, huyện Mẫu", đến: 30/06/2025}
  - {ghi: "Xóm 1, xã Mẫu", từ: 01/07/2025}
người ký:
  - {tên: Bà Cũ Mẫu, chức vụ: Hiệu trưởng, đến: 30/06/2025}
  - {tên: Phó Mẫu, từ: 01/07/2025}
""",
)


def read(text):
    school, problems = read_school("content/truong.yaml", text)
    assert problems == []
    return school


SCHOOL = read(RENAMED)


@pytest.mark.parametrize(
    ("on", "name", "parent", "address", "signer"),
    [
        ("30/06/2025", "Mẫu Cũ", "Phòng GD&ĐT huyện Mẫu", "Xóm 1, huyện Mẫu", "Bà Cũ Mẫu"),
        ("01/07/2025", "Mẫu Mới", "Ủy ban nhân dân xã Mẫu", "Xóm 1, xã Mẫu", "Phó Mẫu"),
    ],
)
def test_the_school_is_what_it_was_on_each_day(on, name, parent, address, signer):
    then = SCHOOL.on(day(on))

    assert then.name == then.short_name == f"Trường Tiểu học {name}"
    assert (then.parent, then.address) == (parent, address)
    assert then.signer_on(day(on)).name == signer
    assert then.on(day("01/07/2025")) == SCHOOL.on(day("01/07/2025"))


def test_the_plain_form_is_the_same_on_every_day():
    plain = read(SCHOOL_YAML + "cơ quan chủ quản: Ủy ban nhân dân xã Mẫu\n")

    assert plain.on(day("01/01/1990")) is plain
    assert plain.parent == "Ủy ban nhân dân xã Mẫu"
    assert plain.called == ("Trường Mẫu",)


FACTS = [("a", None, "30/06/2025"), ("b", "01/09/2025", "31/12/2025"), ("c", "01/01/2026", None)]


@pytest.mark.parametrize(
    ("on", "text"),
    [
        ("01/01/2000", "a"),
        ("30/06/2025", "a"),
        ("01/07/2025", "a"),
        ("31/08/2025", "a"),
        ("01/09/2025", "b"),
        ("31/12/2025", "b"),
        ("01/01/2026", "c"),
    ],
)
def test_between_two_facts_the_one_before_holds(on, text):
    facts = [
        DatedFact(field="x", text=t, first=a and day(a), last=b and day(b)) for t, a, b in FACTS
    ]

    assert text_on(facts, day(on)) == text
    assert text_on(reversed(facts), day(on)) == text


def test_a_fact_without_days_holds_where_no_other_does():
    facts = [
        DatedFact(field="x", text="nay"),
        DatedFact(field="x", text="xưa", last=day("30/06/2025")),
    ]

    assert text_on(facts, day("30/06/2025")) == "xưa"
    assert text_on(facts, day("01/07/2025")) == "nay"


@pytest.mark.parametrize(
    ("old", "new", "line", "words", "hint"),
    [
        ("Mẫu Mới, từ: 01/07", "Mẫu Mới, từ: 30/06", 3, "cùng có hiệu lực", "từ: 01/07/2025"),
        ("Mẫu Mới, từ: 01/07/2025", "Mẫu Mới, đến: 30/06/2020", 3, "cùng có hiệu lực", "từ: 01"),
        (
            "huyện Mẫu, đến: 30/06/2025",
            "huyện Mẫu, từ: 01/01/2030, đến: 30/06/2025",
            6,
            "trước",
            "",
        ),
        ("huyện Mẫu, đến: 30/06", "huyện Mẫu, đến: 31/06", 6, "không phải là một ngày", "20/11"),
        ("{tên: Ủy ban", "{ten goi: Ủy ban", 7, "Không có khóa “ten goi”", ""),
    ],
)
def test_days_that_cannot_be_are_said_with_their_line(old, new, line, words, hint):
    school, problems = read_school("truong.yaml", RENAMED.replace(old, new))

    assert school is None
    assert problems[0].line == line
    assert words in problems[0].message
    assert hint in problems[0].hint


def test_an_empty_name_is_no_name():
    _, problems = read_school("truong.yaml", SCHOOL_YAML.replace("tên: Trường Mẫu", "tên:"))

    assert [p.message for p in problems] == ["Chỗ này còn để trống."]


@pytest.mark.parametrize(
    ("old", "new", "words", "hint"),
    [
        (
            "Ủy ban nhân dân xã Mẫu, từ: 01/07/2025",
            "Ủy ban nhân dân xã Mẫu, từ: 01/08/2025",
            "có ngày không thuộc dòng nào",
            "Ghi:  từ: 01/07/2025",
        ),
        (
            "Ủy ban nhân dân xã Mẫu, từ: 01/07/2025",
            "Ủy ban nhân dân xã Mẫu, từ: 01/07/2025, đến: 31/12/2025",
            "“Ủy ban nhân dân xã Mẫu” chỉ đến 31/12/2025",
            "từ: 01/01/2026",
        ),
        (
            "  - {tên: Ủy ban nhân dân xã Mẫu, từ: 01/07/2025}\n",
            "",
            "“Phòng GD&ĐT huyện Mẫu” chỉ đến 30/06/2025",
            "từ: 01/07/2025",
        ),
    ],
)
def test_a_head_that_leaves_days_open_is_advice(old, new, words, hint):
    school = read(RENAMED.replace(old, new)).on(day("01/10/2026"))

    first, *_ = audited([], school, day("01/10/2026"))

    assert words in first.message
    assert hint in first.hint


def test_the_office_above_that_ended_is_said_until_the_line_has_two_days():
    ended = read(SCHOOL_YAML + "cơ quan chủ quản: Phòng Giáo dục và Đào tạo huyện Mẫu\n")

    (told,) = audited([], ended, day("01/07/2025"))

    assert "đã kết thúc ngày 30/06/2025" in told.message
    assert "{tên: Phòng Giáo dục và Đào tạo huyện Mẫu, đến: 30/06/2025}" in told.hint
    assert audited([], ended, day("30/06/2025")) == ()
    assert audited([], SCHOOL.on(day("01/07/2025")), day("01/07/2025")) == ()


def evaluation_on(today) -> Evaluation:
    evaluation = make_evaluation([], today)
    school = SCHOOL.on(day(today))
    return replace(
        evaluation,
        newsroom=replace(evaluation.newsroom, school=school),
        publication=replace(evaluation.publication, school=school),
    )


def span(kind, period):
    return Span(plan=PLAN, period=period, kind=kind)


MONTHS = {n: span(PeriodKind.MONTH, Month(2025, n).period) for n in (5, 6, 7)}
YEAR = span(PeriodKind.YEAR, PLAN.years[0])


@pytest.mark.parametrize(
    ("what", "head", "above"),
    [
        (MONTHS[5], "TRƯỜNG TIỂU HỌC MẪU CŨ", "Phòng GD&ĐT Mẫu; Sở"),
        (MONTHS[6], "TRƯỜNG TIỂU HỌC MẪU CŨ", "Phòng GD&ĐT Mẫu; Sở"),
        (MONTHS[7], "TRƯỜNG TIỂU HỌC MẪU MỚI", "Phòng VH-XH xã Mẫu; Sở"),
        # Its lessons ended on 30 May.
        (YEAR, "TRƯỜNG TIỂU HỌC MẪU CŨ", "Phòng GD&ĐT Mẫu; Sở"),
    ],
)
def test_an_old_report_reprints_with_the_head_of_its_day(what, head, above):
    text = words_of(report(evaluation_on("28/11/2026"), what))

    assert head in text
    assert above in text
    assert ("Bà Cũ Mẫu" in text) is head.endswith("CŨ")
    # An old head, and the day of today, would make a paper that never was.
    assert ("ngày … tháng … năm 2025" in text) is head.endswith("CŨ")
    assert head in words_of(list_paper(evaluation_on("28/11/2026"), what))


def test_while_a_year_runs_its_paper_bears_the_head_of_today():
    words = words_of_school(
        evaluation_on("10/07/2025"), PLAN, YEAR.day_of_papers(day("10/07/2025"))
    )

    assert words["tên trường"] == "Trường Tiểu học Mẫu Mới"
    assert words["ngày tháng năm"] == "ngày 10 tháng 7 năm 2025"
    # Without a title of its own, the plan of the day says it.
    assert (words["người ký"], words["chức vụ người ký"]) == ("Phó Mẫu", "Phó hiệu trưởng")
