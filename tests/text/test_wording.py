"""Rules for advice on words: each with what it means and what it must leave alone."""

import pytest

from newsroom.domain.text.wording import (
    in_sentence_case,
    is_description,
    is_shouted,
    unfinished_mark,
)


@pytest.mark.parametrize(
    "title",
    [
        "HỘI THI VIẾT CHỮ ĐẸP",
        "THÔNG BÁO",
        "CÔ MAI: “GIEO CHỮ”",
        "ĐỘI TNTP HỒ CHÍ MINH RA QUÂN",
        "ĐẠI HỘI LIÊN ĐỘI LẦN THỨ IV",
    ],
)
def test_a_title_in_capitals_is_shouted(title):
    assert is_shouted(title)


@pytest.mark.parametrize(
    "title",
    [
        "Hội thi viết chữ đẹp",
        "Đội TNTP, BCH CĐ và Phòng GD&ĐT",
        "UBND xã thăm trường",
        "AI và STEM",
        "Họp PHHS",
        "Hội thi VIẾT CHỮ ĐẸP năm nay rất vui",
        "20/11",
        "",
    ],
)
def test_abbreviations_and_one_loud_phrase_are_not_shouted(title):
    assert not is_shouted(title)


def test_sentence_case_keeps_abbreviations_and_numerals():
    assert in_sentence_case("HỘI THI VIẾT CHỮ ĐẸP") == "Hội thi viết chữ đẹp"
    assert in_sentence_case("“ĐỘI TNTP” RA QUÂN LẦN III") == "“Đội TNTP” ra quân lần III"


@pytest.mark.parametrize(
    "words",
    [
        *("", "  ", "ảnh", "Hình", "image", "Ảnh 2", "Hình ảnh", "mô tả ảnh", "Ảnh minh họa"),
        *("IMG_1234", "DSC00123", "thu-vien.jpg", "20261120_073000", "z5123456789_abc", "P1010234"),
    ],
)
def test_a_file_name_or_the_word_picture_describes_nothing(words):
    assert not is_description(words)


@pytest.mark.parametrize(
    "words", ["Cô trò bên giàn mướp", "Ảnh lớp 1A", "Anh Nam trồng cây", "Hình vẽ con cá", "Bé Na"]
)
def test_words_about_what_is_seen_are_a_description(words):
    assert is_description(words)


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("...", "..."),
        ("…", "…"),
        ("- ...", "..."),
        ("TODO: thêm số liệu", "TODO"),
        ("todo: thêm số liệu", "todo"),
        ("Phần này FIXME nhé", "FIXME"),
        ("Em Mẫu An, lớp xxx", "xxx"),
        ("Số em tham gia: XXX", "XXX"),
        ("Số em tham gia: ???", "???"),
        ("Có (bổ sung) em dự thi.", "(bổ sung)"),
        ("Có 30 em (bổ sung sau).", "(bổ sung sau)"),
        ("Tại [điền địa điểm], các em vui chơi.", "[điền địa điểm]"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
        ("Ngày …/…/2026, nhà trường", "…/…/2026"),
    ],
)
def test_a_place_left_for_later_is_found(line, mark):
    assert unfinished_mark(line) == mark


@pytest.mark.parametrize(
    "line",
    [
        "Và rồi cả lớp im lặng...",
        "Và rồi cả lớp im lặng…",
        "“...”",
        "“Cuốn này nói về...”. Các em kể.",
        "[…]",
        "(...)",
        "Sách, vở, bút… đều mới.",
        "Theo Luật Giáo dục (sửa đổi, bổ sung năm 2019)",
        "Mời xem [điền phiếu đăng ký](https://a.example/phieu).",
        "[ghi chú]",
        "Đại hội lần thứ XXX",
        "Thật không???",
        "Gọi số 0912xxxxxx",
        "Danh sách todo của lớp",
        "Xem [bài trước](../../tin-bai/a.md).",
        "---",
    ],
)
def test_dots_and_brackets_of_ordinary_prose_are_left_alone(line):
    assert unfinished_mark(line) == ""
