"""The kind of publisher, told or guessed from its name, and the nouns that go with it."""

import unicodedata

import pytest
from sample import SCHOOL_YAML

from newsroom.domain.plan.board import BOARD, HEAD, Role
from newsroom.domain.plan.school import PublisherKind
from newsroom.domain.problem import Level
from newsroom.intake.plan.checks.school_checks import check_kind
from newsroom.intake.plan.school_file import read_school
from newsroom.vocabulary.approval import role_named
from newsroom.vocabulary.publisher import NOUNS, is_whole, kind_told_by, role_in_words

SCHOOL, DIVISION = PublisherKind.SCHOOL, PublisherKind.DIVISION
DEPARTMENT, UNIT = PublisherKind.DEPARTMENT, PublisherKind.UNIT


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Trường Tiểu học Sao Mẫu", SCHOOL),
        ("TRƯỜNG THPT MẪU", SCHOOL),
        (unicodedata.normalize("NFD", "Trường Mầm non Mẫu"), SCHOOL),
        ("Trường Tiểu học Sở Mẫu", SCHOOL),
        ("Trường THCS Phòng Mẫu", SCHOOL),
        ("Tiểu học Mẫu Ninh", SCHOOL),
        ("TH&THCS Mẫu", SCHOOL),
        ("TH - THCS Mẫu", SCHOOL),
        ("Mầm non Hoa Mẫu", SCHOOL),
        ("PTDTBT THCS Mẫu", SCHOOL),
        ("Phòng Giáo dục và Đào tạo huyện Mẫu", DIVISION),
        ("Phòng GD&ĐT Mẫu", DIVISION),
        ("PGD&ĐT Mẫu", DIVISION),
        ("Phòng Văn hóa - Xã hội xã Mẫu", DIVISION),
        ("Phong GD Mau", DIVISION),
        ("Sở Giáo dục và Đào tạo tỉnh Mẫu", DEPARTMENT),
        ("SỞ GD&ĐT MẪU", DEPARTMENT),
        ("SGD&ĐT Mẫu", DEPARTMENT),
        ("Cổng thông tin điện tử Sở GD&ĐT Mẫu", DEPARTMENT),
        ("Trang thông tin điện tử của Trường THCS Mẫu", SCHOOL),
        ("Website Trường THCS Mẫu", SCHOOL),
        ("Trung tâm GDNN - GDTX Mẫu", UNIT),
        ("Ủy ban nhân dân xã Mẫu", UNIT),
        ("UBND xã Mẫu", UNIT),
        ("Công đoàn Giáo dục Mẫu", UNIT),
        # Nothing tells: neither a place called Phòng or Sở, nor a name alone.
        ("Hải Phòng Mẫu", None),
        ("Sao Mẫu", None),
        ("Thành phố Mẫu", None),
        ("Sởn Mẫu", None),
        ("", None),
    ],
)
def test_a_name_tells_the_kind_of_publisher(name, kind):
    assert kind_told_by(name) is kind


def school_of(**lines):
    head = "\n".join(f"{key.replace('_', ' ')}: {value}" for key, value in lines.items())
    rest = SCHOOL_YAML.partition("\n")[2]
    return f"{head}\n{rest}"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ({"tên": "Trường Mẫu"}, SCHOOL),
        ({"tên": "Sở GD&ĐT Mẫu"}, DEPARTMENT),
        ({"tên": "Sao Mẫu"}, SCHOOL),
        ({"tên": "Sao Mẫu", "loại": "Sở"}, DEPARTMENT),
        ({"tên": "Sao Mẫu", "loại": "phòng"}, DIVISION),
        ({"tên": "Trường Mẫu", "loại": "đơn vị"}, UNIT),
        ({"tên": "Trường Mẫu", "loại đơn vị": "trường"}, SCHOOL),
    ],
)
def test_the_line_of_the_school_file_goes_before_the_name(lines, kind):
    school, problems = read_school("content/truong.yaml", school_of(**lines))

    assert problems == []
    assert school.kind is kind
    assert school.groups_called == NOUNS[kind].groups


def test_what_the_groups_are_called_may_be_said_apart():
    text = school_of(tên="Sở GD&ĐT Mẫu") + "gọi các tổ là: Các trường\n"

    school, _ = read_school("content/truong.yaml", text)

    assert school.groups_called == "Các trường"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ({"tên": "Trường Mẫu"}, []),
        ({"tên": "Sao Mẫu", "loại": "trường"}, []),
        ({"tên": "Trường Mẫu", "loại": "đơn vị"}, []),
        (
            {"tên": "Sao Mẫu"},
            ["1: Tên “Sao Mẫu” chưa cho biết là trường, phòng hay sở; trang và giấy tờ đang gọi là"
             " “nhà trường”. Thêm một dòng  loại: trường  (hoặc: trường, phòng, sở, đơn vị)."],
        ),
        (
            {"tên": "Sở GD&ĐT Mẫu", "loại": "trường"},
            ["2: Dòng “loại” ghi “trường”, mà tên là “Sở GD&ĐT Mẫu”. Ghi  loại: sở  , hoặc xóa dòng"
             " ấy."],
        ),
    ],
)  # fmt: skip
def test_check_warns_where_the_kind_is_in_doubt(lines, said):
    found = list(check_kind("content/truong.yaml", school_of(**lines)))

    assert [f"{p.line}: {p.message} {p.hint}" for p in found] == said
    assert {p.level for p in found} <= {Level.WARNING}


@pytest.mark.parametrize(
    ("written", "is_all"),
    [
        ("toàn trường", True), ("Nhà trường", True), ("toàn Sở", True), ("toàn phòng", True),
        ("Toàn đơn vị", True), ("toàn ngành", True), ("cả trường", True),
        # A group may be called so.
        ("Phòng", False), ("Sở", False), ("đơn vị", False), ("Tổ 1", False), ("", False),
    ],
)  # fmt: skip
def test_a_plan_of_any_publisher_names_it_as_a_whole(written, is_all):
    assert is_whole(written) is is_all


@pytest.mark.parametrize("kind", PublisherKind)
def test_the_head_of_a_group_is_read_by_the_name_that_is_shown(kind):
    assert role_named(role_in_words(HEAD, NOUNS[kind])) == HEAD
    assert role_in_words(BOARD, NOUNS[kind]) == BOARD.name
    assert role_in_words(Role("tài chính"), NOUNS[kind]) == "tài chính"
