"""Addresses as people type and paste them: which lead readers somewhere, and what was meant."""

import pytest

from newsroom.domain.text.address import fault_of_address, normal


@pytest.mark.parametrize(
    "address",
    [
        "https://vidu.example",
        "HTTPS://VIDU.EXAMPLE/A",
        " https://vidu.example ",
        "http://vidu.example:8080/a?b=1&c=2#d",
        "https://vidu.example:/a",
        "https://vidu.example./a",
        "https://vidu.example/a_(b)",
        "https://vidu.example/bài-viết",
        "https://trường.vidu.example/",
        "https://www.vidu.example/maps/@21.0,105.8,15z",
        "https://vidu.example/?u=https://khac.example",
        "https://8.8.8.8/",
        "//vidu.example/a",
        "mailto:co.mai@vidu.example",
        "Mailto:co.mai@vidu.example?subject=Chào",
        "mailto:a@vidu.example,b@vidu.example",
        "tel:02003123456",
        "tel:+84 203 312 3456",
        "bai.md",
        "#chu-thich",
        "/to/to-1/",
        "https.pdf",
        "http/tep.pdf",
        "anh 1: san truong.jpg",
    ],
)
def test_a_good_address_and_the_name_of_a_file_get_no_word(address):
    assert fault_of_address(address) is None


NEARBY, DISK, BEGINNING = "chỉ mở được trên máy", "trên máy của riêng", "gõ sai ở đầu"
NAME, PORT, USELESS = "tên trang", "số cổng", "không dùng được"


@pytest.mark.parametrize(
    ("address", "said", "right"),
    [
        ("", "chưa có địa chỉ", ""),
        ("  ", "chưa có địa chỉ", ""),
        ("#", "chưa có địa chỉ", ""),
        ("https://", NAME, ""),
        ("http:", NAME, ""),
        ("https:///", NAME, ""),
        ("https://.", NAME, ""),
        ("https://vidu..example", NAME, ""),
        ("https://vi du.example/", NAME, ""),
        ("http://256.1.1.1/", NAME, ""),
        ("http://[::1", "Không hiểu", ""),
        ("http://localhost:8000/tin-bai/", NEARBY, ""),
        ("localhost:8000/tin-bai/", NEARBY, ""),
        ("http://127.0.0.1:8000", NEARBY, ""),
        ("http://127.1", NEARBY, ""),
        ("http://2130706433/", NEARBY, ""),
        ("http://0x7f.0.0.1/", NEARBY, ""),
        ("http://0.0.0.0:8000/", NEARBY, ""),
        ("http://[::1]:8000/", NEARBY, ""),
        ("http://[fe80::1]/", NEARBY, ""),
        ("http://192.168.1.9/a", NEARBY, ""),
        ("http://10.0.0.7", NEARBY, ""),
        ("http://172.16.0.1", NEARBY, ""),
        ("http://169.254.1.1", NEARBY, ""),
        ("http://maychu/chung", NEARBY, ""),
        ("http://nas.local/", NEARBY, ""),
        ("//localhost/a", NEARBY, ""),
        (r"C:\Users\co-mai\tep.docx", DISK, ""),
        ("d:/tep.docx", DISK, ""),
        ("/C:/tep.docx", DISK, ""),
        ("file:///C:/tep.docx", DISK, ""),
        ("File://maychu/tep.docx", DISK, ""),
        (r"\\maychu\chung\tep.docx", DISK, ""),
        ("/Users/mai/tep.pdf", DISK, ""),
        ("/home/mai/tep.pdf", DISK, ""),
        ("/storage/emulated/0/tep.pdf", DISK, ""),
        ("https://vidu.example:99999/", PORT, "https://vidu.example/"),
        ("https://vidu.example:abc", PORT, "https://vidu.example"),
        ("https://vidu.example:0/a", PORT, "https://vidu.example/a"),
        ("https//vidu.example", BEGINNING, "https://vidu.example"),
        ("https:/vidu.example", BEGINNING, "https://vidu.example"),
        (r"http:\\vidu.example", BEGINNING, "http://vidu.example"),
        ("https:vidu.example", BEGINNING, "https://vidu.example"),
        ("https;//vidu.example", BEGINNING, "https://vidu.example"),
        ("https:// vidu.example", BEGINNING, "https://vidu.example"),
        ("https ://vidu.example", BEGINNING, "https://vidu.example"),
        ("htps://vidu.example", BEGINNING, "https://vidu.example"),
        ("htttp://vidu.example", BEGINNING, "http://vidu.example"),
        ("https://https://vidu.example/a", BEGINNING, "https://vidu.example/a"),
        ("vidu.example:8080/a", "thiếu https://", "https://vidu.example:8080/a"),
        ("https://mai:bi-mat@vidu.example/", "tên đăng nhập", "https://vidu.example/"),
        ("https://vidu.example/a b", "dấu cách", "https://vidu.example/a%20b"),
        ("https://vidu.example/a\\b", "dấu \\", "https://vidu.example/a/b"),
        ("https://vidu.example/a\u2028b", "không nhìn thấy", ""),
        ("blob:https://vidu.example/1", USELESS, ""),
        ("zalo://abc", USELESS, ""),
        ("javascript:alert(1)", USELESS, ""),
        ("data:text/html,x", USELESS, ""),
        ("about:blank", USELESS, ""),
        ("mailto:", "địa chỉ thư", ""),
        ("mailto:co.mai", "địa chỉ thư", ""),
        ("mailto://co.mai@vidu.example", "địa chỉ thư", "mailto:co.mai@vidu.example"),
        ("tel:", "số điện thoại", ""),
        ("tel:cô Mai", "số điện thoại", ""),
    ],
)
def test_a_bad_address_is_told_with_the_right_one_where_it_is_known(address, said, right):
    fault = fault_of_address(address)

    assert fault
    assert said in fault.message
    assert fault.right == right
    assert right == "" or fault_of_address(right) is None


def test_only_blanks_and_backslashes_within_an_address_are_beyond_doubt():
    assert fault_of_address("https://vidu.example/a b").is_read
    assert not fault_of_address("https//vidu.example").is_read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("HTTPS://Vidu.Example/A", "https://Vidu.Example/A"),
        ("Mailto:A@vidu.example", "mailto:A@vidu.example"),
        ("tel:0912 345 678", "tel:0912345678"),
        ("ht\ntps://vidu.example", "https://vidu.example"),
        ("Zalo:abc", "Zalo:abc"),
        ("Bài 1.md", "Bài 1.md"),
    ],
)
def test_the_scheme_is_read_in_small_letters_and_nothing_else_is_touched(typed, read):
    assert normal(typed) == read
