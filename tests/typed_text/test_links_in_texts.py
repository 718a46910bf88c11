"""Links as they are typed, pasted and written in HTML: each bad one has its line and its remedy."""

import pytest
from sample import article_text, day, write_site

from newsroom.domain.problem import Level
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load
from newsroom.intake.plan.school_file import read_school
from newsroom.intake.text.body import read_body


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    files = {"tin-bai/a.md": "x", "tin-bai/tep.pdf": "x", "tin-bai/anh.jpg": "x"}
    return ContentFolder(write_site(tmp_path_factory.mktemp("links"), files))


def read(text, folder):
    body, problems = read_body(f"Một\n\n{text}\n", "tin-bai/a.md", 10, folder)
    return "".join(map(str, body.parts)), problems


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("[chữ]()", "Liên kết chưa có địa chỉ", "bỏ liên kết"),
        ("[chữ](#)", "Liên kết chưa có địa chỉ", ""),
        ("[chữ](<>)", "Liên kết chưa có địa chỉ", ""),
        ("[chữ](?x=1)", "Liên kết chưa có địa chỉ", ""),
        ("![chữ]()", "Ảnh chưa có địa chỉ", ""),
        ("<a href>chữ</a>", "Liên kết chưa có địa chỉ", ""),
        ("<a>chữ</a>", "Liên kết chưa có địa chỉ", ""),
        ("<img>", "Ảnh chưa có địa chỉ", ""),
        ("[chữ](https://)", "thiếu tên trang", ""),
        ("[chữ](http://)", "thiếu tên trang", ""),
        ("[chữ](http://localhost:8000/x/)", "chỉ mở được", ""),
        ("Xem http://localhost:8000/x/y nhé.", "chỉ mở được", "mọi người mở được"),
        ("[chữ](http://localhost:8000/to/to-1/)", "chỉ mở được", "Ghi:  [chữ](/to/to-1/)"),
        ("[chữ][1]\n[1]: http://127.0.0.1/", "chỉ mở được", ""),
        ('<a href="http://192.168.0.9/x">chữ</a>', "chỉ mở được", ""),
        ("[chữ](https://vidu.example:99999)", "số cổng", "Ghi:  [chữ](https://vidu.example)"),
        ("Xem https://vidu.example:99999/x nhé", "số cổng", "Ghi:  https://vidu.example/x"),
        ("[chữ](https//vidu.example)", "gõ sai", "Ghi:  [chữ](https://vidu.example)"),
        ("[chữ](https:/vidu.example)", "gõ sai", "Ghi:  [chữ](https://vidu.example)"),
        (r"[chữ](http:\\vidu.example)", "gõ sai", "Ghi:  [chữ](http://vidu.example)"),
        ("[chữ](https:// vidu.example)", "gõ sai", "Ghi:  [chữ](https://vidu.example)"),
        ('<a href="C:\\tep.docx">chữ</a>', "máy của riêng", "tep.docx"),
        ("[chữ](file:///C:/tep.docx)", "máy của riêng", "tep.docx"),
        ('<img src="file:///C:/anh.jpg">', "máy của riêng", "anh.jpg"),
        ("[chữ](/Users/mai/tep.docx)", "máy của riêng", "tep.docx"),
        ("[chữ](blob:https://vidu.example/1)", "không dùng được", ""),
        ('<a href="java&#10;script:x">chữ</a>', "không dùng được", ""),
        ("[chữ](vidu.example/bai)", "không phải là tên tệp", "https://"),
        ("[chữ](mailto:co-mai)", "địa chỉ thư", ""),
        ("[chữ](#khong-co)", "Trong bài không có chỗ nào tên “#khong-co”", "Bỏ liên kết"),
        ('<a href="#khong-co">chữ</a>', "Trong bài không có chỗ nào", ""),
        ("![chữ](#khong-co)", "Ảnh chưa có địa chỉ", ""),
    ],
)
def test_a_bad_address_in_a_text_is_an_error_with_its_line(text, said, hint, folder):
    _, problems = read(text, folder)

    last = 13 if "\n" in text else 12
    assert [(p.line, p.level) for p in problems] == [(last, Level.ERROR)], problems
    assert said in problems[0].message
    assert hint in problems[0].hint


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[chữ](HTTPS://Vidu.example/A)", 'href="https://Vidu.example/A"'),
        ("<HTTPS://vidu.example>", 'href="https://vidu.example"'),
        ("[chữ](Mailto:a@vidu.example)", 'href="mailto:a@vidu.example"'),
        ("[chữ](tel:0203 312 345)", 'href="tel:0203312345"'),
        ("[chữ](#top)", 'href="#top"'),
        ("Chữ[^1]\n\n[^1]: Chú thích", 'href="#fn:1"'),
        ("Dấu `<a href=\"zalo:x\">` và href='#khong-co' là chữ.", "<code>"),
        ('```\n[chữ](https://)\n<a href="x">\n```\n\nHết.', "<pre>"),
        ('<a id="cho"></a>Chữ', "<p>"),
    ],
)
def test_a_good_address_is_read_in_small_letters_without_a_word(text, html, folder):
    made, problems = read(text, folder)

    assert problems == []
    assert html in made


def test_an_address_with_a_blank_leads_where_it_was_meant_to_and_is_told(folder):
    made, problems = read("[chữ](https://vidu.example/a b.html)", folder)

    assert 'href="https://vidu.example/a%20b.html"' in made
    assert [(p.line, p.level) for p in problems] == [(12, Level.WARNING)]
    assert problems[0].hint == "Ghi:  [chữ](https://vidu.example/a%20b.html)"


@pytest.mark.parametrize(
    ("line", "said", "hint"),
    [
        ("video: HTTPS://youtu.be/abcDEF_-123", "", ""),
        ("video: https://localhost/phim", "chỉ mở được", ""),
        ("video: https//youtu.be/abcDEF_-123", "gõ sai", "video: https://youtu.be/abcDEF_-123"),
        ("video: C:\\phim.mp4", "máy của riêng", "phim.mp4"),
        ("video: https://vidu.example:99999/x", "số cổng", "video: https://vidu.example/x"),
        ("được đăng: Sở, 20/11/2024, HTTPS://so.example/1", "", ""),
        ("được đăng: Sở, 20/11/2024, https:/so.example/1", "gõ sai", "https://so.example/1"),
        ("được đăng: Sở, 20/11/2024, https://so.example:abc/1", "số cổng", "https://so.example/1"),
        ("được đăng: Sở, 20/11/2024, http://localhost/1", "chỉ mở được", "https://…"),
        ("được đăng: Sở, 20/11/2024, https://", "thiếu tên trang", "https://…"),
    ],
)
def test_an_address_in_a_header_is_judged_alike(line, said, hint, tmp_path):
    text = article_text().replace("tổ:", f"đồng ý hình ảnh: có\n{line}\ntổ:")
    content = write_site(tmp_path, {"tin-bai/2024/11/a.md": text})
    number = text.split("\n").index(line) + 1

    problems = load(ContentFolder(content), day("30/11/2024")).all_problems

    assert [(p.line, p.level) for p in problems] == ([(number, Level.ERROR)] if said else [])
    assert not said or (said in problems[0].message and hint in problems[0].hint)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("địa chỉ trang: HTTPS://truongmau.example/", ""),
        ("địa chỉ trang: truongmau.example", "thiếu https://"),
        ("địa chỉ trang: http://localhost:8000", "chỉ mở được"),
        ("địa chỉ trang: https://truongmau.example:99999", "số cổng"),
        ("địa chỉ trang: https//truongmau.example", "gõ sai"),
        ("địa chỉ trang: https://truongmau.example/?a=1", "dấu ?"),
        ("bản đồ: C:\\ban-do.png", "Liên kết bản đồ"),
        ("bản đồ: https://", "thiếu tên trang"),
        ("thư điện tử: van-thu", "địa chỉ thư"),
        ("kênh: [{tên: Zalo, liên kết: 'zalo://abc'}]", "của kênh không dùng được"),
        ("kênh: [{tên: Zalo, liên kết: 'https:/zalo.me/1'}]", "gõ sai"),
        ("kênh: [{tên: Zalo, liên kết: 'Https://zalo.me/1'}]", ""),
        ("cấp trên: [{tên: Sở Mẫu, cổng: 'http://localhost'}]", "Cổng"),
        ("cấp trên: [{tên: Sở Mẫu, cổng: 'https://192.168.1.1'}]", "không phải là địa chỉ"),
    ],
)
def test_an_address_in_the_school_file_is_judged_alike(line, said):
    text = f"{line}\ntên: Trường Mẫu\n"
    text += "" if line.startswith("địa chỉ trang") else "địa chỉ trang: https://truongmau.example\n"

    school, problems = read_school("content/truong.yaml", text)

    assert [p.line for p in problems] == ([1] if said else [])
    assert said in problems[0].message if said else school.site_url == "https://truongmau.example"
