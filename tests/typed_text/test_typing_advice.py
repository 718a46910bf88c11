"""Advice on typing: where it is likely that something was meant otherwise, and nowhere else."""

import pytest

from newsroom.domain.plan.category import Category, Genre
from newsroom.intake.content.advice.typing_advice import typing_advice
from newsroom.intake.writing.skeletons import skeleton

LONG = "Sáng nay các em lớp Một mang sách ra gốc bàng, đọc rồi kể lại."
CATEGORY = Category(code="x", name="Hoạt động", aliases=())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("bai")
    for name in ("ảnh 1.jpg", "IMG_1234.JPG"):
        (place / name).write_bytes(b"x")
    return place


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ("Lớp **1A đọc sách.\n\nHết.", 0, "Dấu ** mở", "Ghi:  **1A đọc sách.**"),
        ("Một.\n\n- Lớp **1A** hát\n- Lớp **1B múa", 3, "Dấu ** mở", "**1B múa**"),
        ("Lớp 1A đọc**.", 0, "Dấu ** mở", "Thêm ** ở đầu kia"),
        ("Một <i>hai</i>.\n\nCác em <b>rất vui.\n\nHết.", 2, "Thẻ <b> mở", "Thêm </b>"),
        ("Mai ** nghỉ học** nhé.", 0, "Dấu ** cách chữ", "Ghi:  **nghỉ học**"),
        ("Một.\n\n**Nghỉ học ** và **đọc sách**", 2, "Dấu ** cách chữ", "Ghi:  **Nghỉ học**"),
        ("Một.\nHai *ba bốn.", 1, "Dấu * mở chữ nghiêng", "Thêm *"),
        ("Theo [Sở Giáo dục, cả lớp.", 0, "Dấu [ ở “[Sở Giáo dục", "Thêm ]"),
        ("Cô nói: “Các em giỏi quá.\n\nHết.", 0, "Dấu “ ở ““Các em", "Thêm ”"),
        ("Gõ `lệnh này.", 0, "Dấu ` đứng một mình", "Xóa"),
        ("Một.\n\nXem (ảnh 1.jpg) nhé.", 2, "Ảnh “ảnh 1.jpg” chỉ được nhắc", "(<ảnh 1.jpg>)"),
        ("IMG_1234.jpg", 0, "Ảnh “IMG_1234.jpg”", "](IMG_1234.JPG)"),
        ("Ảnh: san-truong.png", 0, "Ảnh “san-truong.png”", "Chép ảnh vào cạnh bài"),
        ("Một.\n\n(ảnh 2)\n\nHai.", 2, "Chỗ “(ảnh 2)” chưa có ảnh", "Chép ảnh"),
        ("Xem https//vidu.example/a.", 0, "gõ sai ở đầu", "Ghi:  https://vidu.example/a"),
        ("Xem tại:\nhttp:\\\\vidu.example", 1, "gõ sai ở đầu", "Ghi:  http://vidu.example"),
        ("Xem https: //vidu.example nhé", 0, "gõ sai ở đầu", "Ghi:  https://vidu.example"),
        ("[Chèn hình]", 0, "chưa có ảnh", ""),
        ("Hôm nay TOÀN TRƯỜNG THI ĐUA DẠY TỐT nhé.", 0, "viết toàn chữ hoa", "Ghi:  Toàn trường"),
        ("Một.\nTHI ĐUA DẠY TỐT,\nHỌC TẬP THẬT TỐT.", 1, "viết toàn chữ hoa", "Thi đua"),
        (f"{LONG}\n\nHai.\n\n{LONG}", 4, "có hai lần", "Xóa một đoạn"),
        (f"{LONG}\n\nHai.\n\n{LONG.upper()[:0]}{LONG.replace(' ', '  ')}", 4, "có hai lần", ""),
    ],
)
def test_what_is_likely_a_slip_is_advised_at_its_line(text, line, said, hint, folder):
    found = list(typing_advice(text, folder))

    assert [doubt.line for doubt in found] == [line], found
    assert said in found[0].message
    assert hint in found[0].hint


@pytest.mark.parametrize(
    "text",
    [
        "Lớp **1A** đọc *rất* hay; 2**3 và 3**2; `a ** b`.",
        "*Lưu ý: mang theo mũ.",
        "2*3 = 6, 5* và (*) là dấu sao.",
        "- một\n* hai\n+ ba",
        "[1] Sách giáo khoa. [x] Đã xong. [Sở](https://vidu.example)",
        "[Sở\nGiáo dục](https://vidu.example)",
        "Cô nói: “Giỏi”, rồi “Hay”.",
        "Vào “https://vidu.example/a” và [https://vidu.example].",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "**Nghỉ học** và **đọc sách**, 2 ** 3 ** 4",
        "“Đoạn một.\n\n“Đoạn hai.”",
        "![Các em đọc](a.jpg) và [tệp](anh-lon.png), <img src='b.jpg'>",
        "![Các em đọc](<ảnh 1.jpg>)",
        "Gõ `ảnh.jpg` là tên tệp.",
        "https://vidu.example/a.jpg và HTTP://vidu.example, http/2.0, https",
        "Đội TNTP, UBND, THCS và THPT, GD&ĐT, HĐND, MTTQ, LĐLĐ họp.",
        "Lớp 1A VÀ 1B HÁT.",
        "Một hai.\n\nMột hai.",
        "```\n**a [b “c\n```\n\nHết.",
        "<!-- một “nhắc [ của riêng em ** -->\n\nHết.",
        "Xem (ảnh ba em đang đọc).",
    ],
)
def test_what_is_well_as_it_is_gets_no_word(text, folder):
    assert list(typing_advice(text, folder)) == []


@pytest.mark.parametrize("genre", Genre)
def test_the_prompts_of_a_new_article_that_are_left_are_told_once(genre, folder):
    prompts = skeleton(genre, CATEGORY)

    found = list(typing_advice(f"Một.\n\n{prompts}", folder))

    assert [doubt.line for doubt in found] == [2]
    assert f"{prompts.count('<!--')} lời nhắc" in found[0].message
    # Of a file that nobody wrote in yet, its emptiness is told.
    assert list(typing_advice(prompts, folder)) == []
