"""Sites of Pelican and Hugo move in from their folders."""

import pytest
from old_school import jpeg


def folder(school, files):
    root = school.root / "trang-cu"
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


PELICAN = {
    "pelicanconf.py": """\
AUTHOR = 'Lan Mẫu'
SITEURL = 'https://truongcu.example'
PATH = 'content'
ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'
raise SystemExit('nobody runs this')
""",
    "content/hoat-dong/khai-giang.md": """\
Title: Lễ khai giảng
Date: 2019-09-05 08:30
Tags: cờ, trống
Slug: le-khai-giang
Summary: Thầy trò vui.
Cover: /images/bia.jpg

Sáng *nay*, xem [bài]({filename}sach.md) và [bài]({filename}/hoat-dong/sach.md).

![Cờ]({static}/images/co.jpg)
""",
    "content/hoat-dong/sach.md": "Title: Sách\nDate: 2019-09-06\n\nChữ.\n",
    "content/nhap.md": "Title: Nháp\nDate: 2019-09-06\nStatus: draft\n\nChữ.\n",
    "content/pages/gioi-thieu.md": "Title: Giới thiệu\n\nChữ.\n",
    "content/re.rst": """\
Bài reST
########

:date: 2019-10-01 07:00
:category: Hoạt động
:author: Hòa Mẫu

Chữ **đậm**.

.. raw:: html

   <script>alert(1)</script>

.. include:: /etc/passwd
""",
    "content/images/co.jpg": jpeg("co"),
    "content/images/bia.jpg": jpeg("bia"),
}


def test_a_site_of_pelican_comes_with_its_pictures_and_links(school):
    assert school.run(folder(school, PELICAN), kind="pelican") == 0

    assert (
        school.read("tin-bai/2019-09/le-khai-giang.md")
        == """\
---
tiêu đề: Lễ khai giảng
ngày: 05/09/2019 8:30
tổ: Tổ 1
tác giả: Lan Mẫu
chuyên mục: Hoạt động
tóm tắt: Thầy trò vui.
ảnh: le-khai-giang/bia.jpg
từ khóa: cờ, trống
địa chỉ cũ: /2019/09/le-khai-giang
---

Sáng *nay*, xem [bài](sach.md) và [bài](sach.md).

![Cờ](le-khai-giang/co.jpg)
"""
    )
    rest = school.read("tin-bai/2019-10/bai-rest.md")
    assert "Chữ **đậm**." in rest
    assert "script" not in rest
    assert "root" not in rest
    assert "tổ: Tổ 2\ntác giả: Hòa Mẫu\n" in rest
    assert "1 bài nháp" in school.words
    assert "1 trang đứng riêng" in school.words


HUGO = {
    "hugo.toml": 'baseURL = "https://truongcu.example/"\n[permalinks]\n'
    'tin = "/:year/:month/:slug/"\n',
    "content/tin/khai-giang/index.md": """\
+++
title = "Lễ khai giảng"
date = 2019-09-05T01:30:00Z
slug = "le-khai-giang"
aliases = ["/cu/khai-giang/", "/node/5"]
categories = ["Hoạt động"]
tags = ["cờ"]
author = "Lan Mẫu"
draft = false
+++
Sáng nay.

{{< figure src="co.jpg" alt="Cờ" caption="Chào cờ" >}}

{{< youtube aqz-KE-bpKQ >}}

[Sách]({{< ref "sach.md" >}}) {{< bando x="1" >}}
""",
    "content/tin/khai-giang/co.jpg": jpeg("co"),
    "content/tin/khac/co.jpg": jpeg("khac"),
    "content/tin/khac/index.md": '{"title": "Khác", "date": "2019-09-07"}\n\n![](co.jpg)\n',
    "content/tin/sach.md": (
        "---\ntitle: Sách\ndate: 2019-09-06\nimage: images/s.jpg\n"
        "authors: [Hòa Mẫu]\ncategories: Hoạt động\n---\nChữ.\n"
    ),
    "content/tin/nhap.md": "---\ntitle: Nháp\ndraft: true\n---\nx\n",
    "content/tin/sach.en.md": "---\ntitle: Books\ndate: 2019-09-06\n---\nx\n",
    "content/tin/hong.md": "---\ntitle: [\n---\nx\n",
    "content/tin/_index.md": "---\ntitle: Tin\n---\n",
    "content/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nx\n",
    "static/images/s.jpg": jpeg("s"),
}


def test_a_site_of_hugo_comes_with_bundles_aliases_and_shortcodes(school):
    assert school.run(folder(school, HUGO), kind="hugo", accepts_all=True) == 0

    assert (
        school.read("tin-bai/2019-09/le-khai-giang.md")
        == """\
---
tiêu đề: Lễ khai giảng
ngày: 05/09/2019 8:30
tổ: Tổ 1
tác giả: Lan Mẫu
chuyên mục: Hoạt động
từ khóa: cờ
địa chỉ cũ: /2019/09/le-khai-giang
địa chỉ cũ: /cu/khai-giang
địa chỉ cũ: /node/5
---

Sáng nay.

![Cờ](le-khai-giang/co.jpg "Chào cờ")

https://www.youtube.com/watch?v=aqz-KE-bpKQ

[Sách](sach.md)
"""
    )
    assert (school.content / "tin-bai/2019-09/khac/co.jpg").read_bytes() == jpeg("khac")
    assert "ảnh: sach/s.jpg" in school.read("tin-bai/2019-09/sach.md")
    for said in ("1 bài nháp", "1 trang đứng riêng", "1 mục không đọc được", "1 mã tắt"):
        assert said in school.words


@pytest.mark.parametrize(
    ("kind", "files", "said"),
    [
        ("hugo", {"a.txt": "x"}, "không có bài nào của Hugo"),
        ("pelican", {"a.txt": "x"}, "không có bài nào của Pelican"),
    ],
)
def test_a_folder_without_texts_is_refused(school, kind, files, said):
    assert school.run(folder(school, files), kind=kind) == 1
    assert said in school.words


def test_a_file_in_the_place_of_a_folder_is_refused(school):
    place = school.root / "a.xml"
    place.write_text("x")

    assert school.run(place, kind="hugo") == 1
    assert "không phải là một thư mục" in school.words


@pytest.mark.parametrize(
    ("kind", "other", "sign"),
    [("pelican", "hugo", "hugo.toml"), ("hugo", "pelican", "pelicanconf.py")],
)
def test_a_site_of_the_other_kind_is_refused_with_its_command(school, kind, other, sign):
    files = {sign: "", "content/posts/a.md": "---\ntitle: A\ndate: 2019-09-05\ndraft: true\n---\nx"}

    assert school.run(folder(school, files), kind) == 1

    assert f"import {other} trang-cu" in school.words
    assert school.files() == []


def test_a_text_that_cannot_be_read_is_told_in_vietnamese(school):
    root = folder(
        school,
        {
            "content/posts/a.md": "---\ntitle: A\ndate: 2019-09-05\n---\nx",
            "content/posts/hong.md": "---\ntitle: [x\n---\nx",
            "content/posts/la.md": "---\ntitle: Café\n---\n".encode("latin-1"),
        },
    )

    school.run(root, "hugo")

    assert "posts/hong.md: phần đầu bài viết sai dạng" in school.words
    assert "posts/la.md: không phải mã UTF-8" in school.words


def test_words_of_pictures_in_one_line_become_captions(school):
    text = '---\ntitle: A\ndate: 2019-09-05\n---\n![Cờ](a.jpg "Chào cờ")\n![](b.jpg)\n'
    root = folder(
        school,
        {
            "content/posts/a/index.md": text,
            "content/posts/a/a.jpg": jpeg("a"),
            "content/posts/a/b.jpg": jpeg("b"),
        },
    )

    school.run(root, "hugo")

    assert '![Cờ](a/a.jpg "Chào cờ")\n\n![](a/b.jpg)' in school.read("tin-bai/2019-09/a.md")
