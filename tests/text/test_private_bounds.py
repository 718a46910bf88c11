"""Facts that are somebody's own, by table: a digit less, a year more, a cell too long."""

import pytest
from sample import day

from newsroom.domain.text.privacy import (
    births_of_children,
    citizen_numbers,
    is_a_child_born,
    is_mobile,
    phone_numbers,
)
from newsroom.domain.text.private_columns import ColumnKind, private_columns

TODAY = day("21/11/2026")
K = ColumnKind


def kinds(*rows):
    return [(column.kind, column.cells) for column in private_columns(rows, TODAY)]


@pytest.mark.parametrize(
    ("year", "expected"), [(2007, False), (2008, True), (2024, True), (2025, False)]
)
def test_a_child_is_two_to_eighteen(year, expected):
    assert is_a_child_born(year, TODAY) is expected
    assert bool(births_of_children(f"em Mẫu An sinh năm {year}", TODAY)) is expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("0912345678", True),
        ("091234567", False),
        ("09123456789", False),
        ("1912345678", False),
        ("0212345678", False),
        ("", False),
    ],
)
def test_a_mobile_number_has_ten_digits(digits, expected):
    assert is_mobile(digits) is expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0912345678", 1),
        ("[Gọi cô](tel:0912345678)", 1),
        ("[Gọi cô](tel:+84912345678)", 1),
        ("[Nhắn cô](https://zalo.me/0912345678)", 1),
        ("[Gọi cô](tel:0912345678) hoặc 0912 345 678", 1),
        ("[Gọi cô](tel:0912345678) hoặc 0987 654 321", 2),
        # A landline, a number of another country, one that is too short.
        ("[Gọi](tel:0203456789)", 0),
        ("[Gọi](tel:12912345678)", 0),
        ("[Gọi](tel:8491234567)", 0),
        # Whatever stands behind, the word in front tells whose it is.
        (f"Hotline 0912345678 {'và nhiều chữ nữa ' * 9}", 0),
        (f"{'Nhiều chữ. ' * 9}Hotline 0912345678", 0),
        (f"Hotline của xã.{' Nhiều chữ.' * 9} Mẹ em: 0912345678", 1),
    ],
)
def test_numbers_are_counted_once_in_words_or_addresses(text, count):
    assert phone_numbers(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("001216012345", 1), ("001216012345.", 1), ("00121601234", 0), ("0012160123456", 0)],
)
def test_a_citizen_number_has_twelve_digits(text, count):
    assert citizen_numbers(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sinh ngày 12/03/2016", 1),
        ("em Lan sinh ngày 12/03/2016, bạn Hoa sinh ngày 13/03/2016", 2),
        # A word that is no name, one of the pupils' words, a sentence and not a name.
        ("cô ấy sinh ngày 12/03/2016", 0),
        ("Học sinh ngày 12/03/2016", 0),
        ("em Lan nhận giải (12/3/2016)", 0),
        ("em Lan Mẫu (12/3/2016)", 1),
    ],
)
def test_a_day_of_birth_stands_behind_a_name_or_a_pause(text, count):
    assert births_of_children(text, TODAY) == count


@pytest.mark.parametrize(
    ("cell", "is_told"),
    [
        ("12/03/2016", True),
        ("12/03/16 (lớp 2030)", True),
        ("năm 2016", True),
        ("không rõ", False),
        ("không", False),
        ("2007", False),
        # Excel's days: 31 December 2007 and the day after, 31 December 2024 and the day after.
        ("39447", False),
        ("39448", True),
        ("45657", True),
        ("45658", False),
        ("99999", False),
        ("042441", False),
        ("4244", False),
        ("", False),
    ],
)
def test_a_birthday_under_its_heading(cell, is_told):
    assert kinds(["Lớp", "Ngày sinh"], ["1A", cell]) == [(K.BIRTH, 1)] * is_told


@pytest.mark.parametrize(
    ("heading", "cell", "is_told"),
    [
        ("SĐT", "912345678", True),
        ("SĐT", "91234567", False),
        ("SĐT", "212345678", False),
        ("SĐT", "0203456789", True),
        ("SĐT", "84912345678", True),
        ("SĐT", "084912345678", False),
        ("CCCD", "12345678", False),
        ("CCCD", "123456789", True),
        ("CCCD", "001216012345", True),
        ("CCCD", "0012160123456", False),
        ("Phụ huynh", "An", False),
        ("Phụ huynh", "Lan", True),
        ("Phụ huynh", "12/3", False),
        ("Phụ huynh", "", False),
    ],
)
def test_a_cell_under_its_heading(heading, cell, is_told):
    told = kinds(["Lớp", heading], ["1A", cell])

    assert [count for _, count in told] == [1] * is_told


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A heading alone is a title, whatever stands beside it empty.
        ([["Năm sinh"], ["2016"]], []),
        ([["Năm sinh", ""], ["2016", ""]], []),
        # A number or a sentence makes a row of it.
        ([["Năm sinh", "3"], ["2016", "x"]], []),
        ([["Năm sinh", "x" * 60], ["2016", "y"]], [(K.BIRTH, 1)]),
        ([["Năm sinh", "x" * 61], ["2016", "y"]], []),
        # The father's name names him, not the pupil.
        ([["Họ tên cha", "Điểm"], ["Nguyễn Mẫu An", "9"]], [(K.FAMILY, 1)]),
        # Rows that end early.
        ([["Họ tên", "Ngày sinh"], ["Nguyễn Mẫu An"]], []),
        ([["Điểm", "Họ tên"], ["9"]], []),
        ([["Họ tên", "Khuyết tật"], ["Nguyễn Mẫu An", ""]], []),
        ([["Họ tên", "Khuyết tật"], ["Nguyễn Mẫu An", "vận động"]], [(K.ILLNESS, 1)]),
    ],
)
def test_a_table_is_read_by_its_headings(rows, expected):
    assert kinds(*rows) == expected
