"""An old blog moves in from its backup."""

import pytest
from blogger_export import backup, entry
from old_school import jpeg
from wordpress_export import export, item

OPENING = """<div>Sáng nay khai giảng.</div><div class="separator">
<a href="https://blogger.googleusercontent.com/img/b/R29/AVv/s1600/co.jpg">
<img src="https://blogger.googleusercontent.com/img/b/R29/AVv/s320/co.jpg"></a></div>
<div><a href="http://truongmau.blogspot.com/2019/09/sach.html">Đọc sách</a>,
<a href="https://truongmau.blogspot.com.vn/2019/09/sach.html?m=0">lần nữa</a></div>"""


@pytest.mark.parametrize("is_new", [False, True])
def test_an_entry_comes_with_labels_pictures_and_links(school, is_new):
    uploads = school.upload("Albums/Trường Mẫu/co.jpg")
    feed = backup(
        entry(1, "Lễ khai giảng", OPENING, path="/2019/09/khai-giang.html", is_new=is_new),
        entry(
            2,
            "Sách",
            "Chữ.",
            path="/2019/09/sach.html",
            labels=("lớp 1", "Hoạt động"),
            is_new=is_new,
        ),
        entry(3, "Nháp", "x", draft=True, is_new=is_new),
        entry(4, "Giới thiệu", "x", path="/p/gioi-thieu.html", kind="page", is_new=is_new),
        entry(5, "", "Hay quá", kind="comment", is_new=is_new),
        is_new=is_new,
    )

    assert school.run(feed, kind="blogger", files=uploads, accepts_all=True) == 0

    assert (
        school.read("tin-bai/2019-09/khai-giang.md")
        == """\
---
tiêu đề: Lễ khai giảng
ngày: 05/09/2019 8:30
tổ: Tổ 1
tác giả: Lan Mẫu
chuyên mục: Hoạt động
ảnh: khai-giang/co.jpg
địa chỉ cũ: /2019/09/khai-giang.html
---

Sáng nay khai giảng.

![](khai-giang/co.jpg)

[Đọc sách](sach.md), [lần nữa](sach.md)
"""
    )
    assert "chuyên mục: Hoạt động\ntừ khóa: lớp 1\n" in school.read("tin-bai/2019-09/sach.md")
    for said in ("1 bài nháp", "1 trang đứng riêng", "1 bình luận"):
        assert said in school.words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (export(item(1, title="x", body="y")), "import wordpress"),
        (
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>x</title></entry></feed>",
            "Atom",
        ),
        (backup(), "không có bài nào của Blogger"),
        (backup(entry(1, "a", "b", path="/2019/09/a.html"))[:-30], "dừng giữa chừng"),
    ],
)
def test_what_is_no_backup_is_refused(school, text, said):
    assert school.run(text, kind="blogger") == 1
    assert said in school.words


def test_a_picture_within_its_address_becomes_a_file(school):
    import base64

    inside = "data:image/jpeg;base64," + base64.b64encode(jpeg("x")).decode()

    school.run(
        backup(entry(1, "A", f'<p>Chữ</p><img src="{inside}">', path="/2019/09/a.html")),
        kind="blogger",
    )

    assert (school.content / "tin-bai/2019-09/a/anh.jpg").read_bytes() == jpeg("x")
    assert "![](a/anh.jpg)" in school.read("tin-bai/2019-09/a.md")
