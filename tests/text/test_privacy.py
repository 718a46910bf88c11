"""Advice on what had better not be said of a child; a false alarm annoys more than a miss."""

from time import perf_counter

import pytest
from sample import day

from newsroom.domain.text.privacy import births_of_children, citizen_numbers, phone_numbers

TODAY = day("21/11/2026")


@pytest.mark.parametrize(
    "text",
    [
        "Liên hệ 0912345678.",
        "Mẹ em: 0912 345 678",
        "ĐT:0912.345.678",
        "ĐT: 0912-345-678, gặp cô Lan",
        "+84 912 345 678",
        "+84912345678",
        "091 234 5678",
        "0912 34 56 78",
        "(0912) 345 678",
        "[Gọi 0912 345 678](tel:0912345678)",
    ],
)
def test_a_mobile_number_is_found(text):
    assert phone_numbers(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tổng đài 19001234",
        "Đường dây nóng của xã: 0912 345 678",
        "Số tài khoản 0912345678",
        "Công văn 0912345678/SGDĐT",
        "09.11.2024 07h30",
        "20/11/2026, 08/12/2026",
        "84.912.345.678 đồng",
        "912.345.678 đồng",
        "https://zalo.example/0912345678",
        "[bài](/tin-bai/0912345678/)",
        "10912345678",
        "0912345678901",
        "Văn phòng 0200 000 0000",
        "TH-0912345678-01",
    ],
)
def test_other_numbers_are_no_mobile_number(text):
    assert phone_numbers(text) == 0


def test_the_school_s_own_number_may_be_told():
    assert phone_numbers("Gọi 0912 345 678", own=["0912345678"]) == 0
    assert phone_numbers("Gọi 0912 345 678", own=["tel:+84912345678"]) == 0
    assert phone_numbers("Gọi 0912 345 678 hoặc 0987 654 321", own=["0912345678"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "em Lan sinh ngày 12/03/2016",
        "Nguyễn Văn Mẫu, sinh ngày 12 tháng 3 năm 2016,",
        "Ngày sinh: 12/03/2016",
        "Mẫu An sinh năm 2016",
        "em Mẫu An (sinh năm 2016)",
        "Nguyễn Văn Mẫu (SN 2016)",
        "Nguyễn Văn Mẫu, SN: 2016",
        "em Nguyễn Văn Mẫu (12/3/2016), lớp 4A",
        "cháu sinh 12/3/2016",
        "Lan, học sinh, sinh năm 2015",
    ],
)
def test_the_birth_of_a_child_is_found(text):
    assert births_of_children(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "bà Tư, sinh năm 1952",
        "thầy Mẫu sinh ngày 12/03/1986",
        "số học sinh năm 2016 là 320",
        "Học sinh năm 2016 khác bây giờ",
        "học sinh ngày 12/3/2016 trồng cây này",
        "tuyển sinh ngày 01/07/2024",
        "Tuyển sinh năm 2020",
        "kế hoạch tuyển sinh năm 2024-2025",
        "tổng vệ sinh ngày 12/3/2016",
        "thí sinh năm 2016",
        "em Lan (20/11/2026) nhận giải",
        "em đạt giải (12/3/2016)",
        "năm 2016, ngày 20/11/2016",
        "Quyết định số 12/3/2016",
    ],
)
def test_grown_ups_pupils_and_other_days_are_left_alone(text):
    assert not births_of_children(text, TODAY)


def test_a_citizen_number_is_found_and_an_account_is_not():
    assert citizen_numbers("CCCD 001216012345") == 1
    assert citizen_numbers("Mã định danh: 001 216 012 345") == 1
    assert citizen_numbers("STK 001216012345") == 0
    assert citizen_numbers("001916012345 và 12345678901234") == 0


@pytest.mark.exhaustive
@pytest.mark.parametrize("piece", ["a", "0", " ", "0912 ", "sinh ", "Lan, ", "em (", "](", "1/"])
def test_a_line_of_any_length_is_read_in_no_time(piece):
    """Quadratic patterns took two minutes for such a line; a linear one needs a hundredth."""
    line, start = piece * 20_000, perf_counter()

    phone_numbers(line)
    citizen_numbers(line)
    births_of_children(line, TODAY)

    assert perf_counter() - start < 3
