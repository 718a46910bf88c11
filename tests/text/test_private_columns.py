"""The heading of a column, and what it says of the people in its rows."""

import pytest
from sample import day

from newsroom.domain.text.private_columns import ColumnKind, heading_kind, private_columns

TODAY = day("21/11/2026")


def told(*rows):
    return [(c.kind, c.heading, c.head, c.cells) for c in private_columns(rows, TODAY)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Ngày sinh", ColumnKind.BIRTH),
        ("NGÀY, THÁNG, NĂM SINH", ColumnKind.BIRTH),
        ("Năm sinh", ColumnKind.BIRTH),
        ("NS", ColumnKind.BIRTH),
        ("Số CCCD", ColumnKind.CITIZEN),
        ("Mã định danh cá nhân", ColumnKind.CITIZEN),
        ("SĐT phụ huynh", ColumnKind.PHONE),
        ("Điện thoại", ColumnKind.PHONE),
        ("ĐT", ColumnKind.PHONE),
        ("Địa chỉ", ColumnKind.ADDRESS),
        ("Nơi ở hiện nay", ColumnKind.ADDRESS),
        ("Họ tên cha", ColumnKind.FAMILY),
        ("Phụ huynh", ColumnKind.FAMILY),
        ("Khuyết tật", ColumnKind.ILLNESS),
        ("Hộ nghèo", ColumnKind.HARDSHIP),
        ("Điểm TB", ColumnKind.MARK),
        ("Xếp loại", ColumnKind.MARK),
        ("Hạnh kiểm", ColumnKind.MARK),
        ("Họ và tên", None),
        ("Lớp", None),
        ("Ghi chú", None),
        ("Số lượng", None),
        ("Tiêu điểm", ColumnKind.MARK),
    ],
)
def test_headings_are_read_with_and_without_marks(heading, kind):
    assert heading_kind(heading) is kind


def test_birthdays_of_children_are_counted_and_those_of_grown_ups_are_not():
    assert told(
        ["Họ và tên", "Ngày sinh"],
        ["Nguyễn Mẫu An", "12/03/2016"],
        ["Lê Mẫu Bình", "2015"],
        ["Cô Mẫu Hà", "01/02/1985"],
    ) == [(ColumnKind.BIRTH, "Ngày sinh", 0, 2)]


def test_a_telephone_that_lost_its_first_zero_is_one():
    assert told(["Lớp", "SĐT"], ["1A", "912345678"], ["1B", "0912.345.678"], ["1C", ""]) == [
        (ColumnKind.PHONE, "SĐT", 0, 2)
    ]


def test_a_mark_counts_only_beside_a_name():
    of_classes = told(["Lớp", "Điểm"], ["1A", "10"], ["1B", "9"])
    of_pupils = told(["STT", "Họ tên", "Điểm", "Xếp loại"], ["1", "Nguyễn Mẫu An", "8,5", "Khá"])

    assert of_classes == []
    assert [kind for kind, *_ in of_pupils] == [ColumnKind.MARK, ColumnKind.MARK]


def test_a_name_in_two_columns_is_one():
    assert told(["Họ", "Tên", "Điểm"], ["Nguyễn Mẫu", "An", "9"])


def test_rows_of_a_title_stand_before_the_heading():
    found = told(
        ["DANH SÁCH HỌC SINH LỚP 4A"],
        ["Năm học 2026-2027"],
        ["TT", "Họ và tên", "Mã định danh"],
        ["1", "Nguyễn Mẫu An", "001216012345"],
    )

    assert found == [(ColumnKind.CITIZEN, "Mã định danh", 2, 1)]


def test_a_second_table_below_has_a_heading_of_its_own():
    found = told(
        ["Họ tên", "Điểm"],
        ["Nguyễn Mẫu An", "9"],
        ["Họ tên", "Địa chỉ"],
        ["Lê Mẫu Bình", "Thôn Mẫu"],
    )

    assert [(kind, head, cells) for kind, _, head, cells in found] == [
        (ColumnKind.MARK, 0, 1),
        (ColumnKind.ADDRESS, 2, 1),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Ngày sinh"]],
        [["Ngày sinh", "Họ tên"]],
        [["Lớp", "Hộ nghèo", "Khuyết tật"], ["1A", "2", "1"]],
        [["Trường", "Địa chỉ"], ["Tiểu học Sao Mẫu", "Thôn Mẫu"]],
        [["Nội dung", "Số lượng"], ["Ghế", "10"]],
        [["Họ tên", "Điểm"], ["Nguyễn Mẫu An", ""]],
        [["Họ tên", "Khuyết tật"], ["Nguyễn Mẫu An", "không"]],
        [["Giải", "Họ tên", "Lớp"], ["Nhất", "Nguyễn Mẫu An", "4A"]],
    ],
)
def test_other_tables_are_left_alone(rows):
    assert told(*rows) == []
