"""Places that are still to be filled in: as if nothing stood there, and told with their lines."""

import pytest
from sample import PLAN_YAML, SCHOOL, SCHOOL_YAML, approved, day, make_article, make_plan

from newsroom.domain.approval.gate import judge
from newsroom.domain.plan.audit.audit import audited
from newsroom.domain.problem import Level
from newsroom.domain.unfilled import (
    advice_to_fill,
    asked_by_mark,
    asked_by_value,
    mark,
    places_in_words,
)
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.plan.school_file import read_school

TODAY = day("12/11/2024")
BOARD = """\
  - {tên: Hiệu Trưởng Mẫu, chức vụ: Hiệu trưởng, quyền: [duyệt]}
  - {tên: Phó Mẫu, chức vụ: Phó hiệu trưởng, quyền: [duyệt], bí danh: [cô Phó]}
"""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("…(điền họ tên)", "họ tên"),
        ("…(điền: họ tên)", "họ tên"),
        ("... (Điền họ tên)", "họ tên"),
        ("Thôn …(điền tên thôn)", "tên thôn"),
        (mark("số điện thoại"), "số điện thoại"),
        ("Đơn xin nghỉ (điền vào mẫu)", ""),
        ("…(điền)", ""),
        ("Bài… (điền kinh)", ""),
        ("", ""),
    ],
)
def test_a_mark_has_three_dots_and_says_what_belongs_there(text, asked):
    assert asked_by_mark(text) == asked


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("(điền họ tên Hiệu trưởng)", "họ tên Hiệu trưởng"),
        ("…(điền họ tên Hiệu trưởng", "họ tên Hiệu trưởng"),
        ("…điền họ tên", "họ tên"),
        ("Nguyễn Thị Hạnh (điền họ tên)", "họ tên"),
        ("điền họ tên Hiệu trưởng", "họ tên Hiệu trưởng"),
        ("Điền Văn Bình", ""),
        ("...", "chữ thật"),
        ("Nộp phiếu (điền vào mẫu 01)", ""),
        ("Đội tuyển (điền kinh, bơi)", ""),
        ("Xã Phong Điền", ""),
        ("Lê Văn Điền (Khối 5)", ""),
    ],
)
def test_what_is_left_of_a_mark_asks_still(value, asked):
    assert asked_by_value(value) == asked


def school_with(old, new):
    assert old in SCHOOL_YAML
    return read_school("truong.yaml", SCHOOL_YAML.replace(old, new))


def plan_with(old, new):
    assert old in PLAN_YAML
    return read_plan("ke.yaml", PLAN_YAML.replace(old, new), SCHOOL.offices)


def test_a_value_with_a_mark_counts_as_not_written():
    school, problems = school_with("cấp trên:", "điện thoại: 024 …(điền số điện thoại)\ncấp trên:")

    assert problems == []
    assert school.phone == ""
    (place,) = school.unfilled
    assert place.label == "truong.yaml:3 (số điện thoại)"


def test_an_address_that_is_not_filled_in_stops_nothing():
    school, problems = school_with("https://truongmau.example", "…(điền địa chỉ trang)")

    assert problems == []
    assert (school.site_url, school.base_path) == ("", "/")


def test_an_address_left_empty_is_still_an_error():
    assert school_with(" https://truongmau.example", "")[1]


def test_what_has_a_short_name_goes_by_it_until_its_name_is_filled_in():
    whole = "{mã: so, tên: Sở GD&ĐT Mẫu, "
    school, problems = school_with(whole, "{mã: so, tên: …(điền tên Sở), tên ngắn: Sở GD, ")

    assert problems == []
    assert school.office("so").name == "Sở GD"


def test_an_entry_without_its_name_is_left_out_and_the_others_keep_their_lines():
    plan, problems = plan_with("tên: Hiệu Trưởng Mẫu,", "tên: …(điền họ tên Hiệu trưởng),")

    assert problems == []
    assert plan.board[0].person.name == "Phó Mẫu"
    assert (plan.line("board", 0), plan.unfilled[0].line) == (10, 9)


def test_while_the_board_waits_for_names_nobody_is_locked_out_and_nobody_approves():
    marks = BOARD.replace("Hiệu Trưởng Mẫu", "…(điền tên A)").replace("Phó Mẫu", "…(điền tên B)")
    plan, problems = plan_with(BOARD, marks)

    assert problems == []
    assert [found.level for found in audited([plan], SCHOOL, TODAY) if found.is_error] == []
    judged = judge(make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024")), [plan], TODAY)
    assert judged.reasons
    assert judged.approved_on is None


def test_a_board_that_is_whole_and_locked_stays_an_error():
    plan, _ = plan_with(BOARD, "")

    assert any(found.level is Level.ERROR for found in audited([plan], SCHOOL, TODAY))


def test_a_group_that_waits_for_its_people_is_not_told_to_be_empty():
    plan, _ = plan_with("thành viên: [Hòa Mẫu]", "thành viên: [ …(điền họ tên từng người) ]")

    assert plan.group("to-2").members == ()
    assert audited([plan], SCHOOL, TODAY) == audited([make_plan()], SCHOOL, TODAY)


def test_check_says_it_once_with_every_place():
    plan, _ = plan_with(BOARD, BOARD.replace("Hiệu Trưởng Mẫu", mark("A")))
    school, _ = school_with("tên: Trường Mẫu", "tên: Trường Mẫu\nđịa danh: …(điền địa danh)")
    places = (*school.unfilled, *plan.unfilled)

    (advice,) = advice_to_fill(places)

    assert advice.level is Level.ADVICE
    assert advice.message == "Còn 2 chỗ phải điền: truong.yaml dòng 2; ke.yaml dòng 9."
    assert advice_to_fill(()) == ()
    assert places_in_words(places * 2).endswith("và 1 chỗ khác")
