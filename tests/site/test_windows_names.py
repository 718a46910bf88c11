"""`check` says which names no Windows machine can hold, before somebody there cannot go on."""

import os

import pytest
from sample import PLAN_YAML, article_text, document_text, pdf

needs_odd_names = pytest.mark.skipif(os.name == "nt", reason="Windows holds no such names")
JPEG = b"\xff\xd8\xff\xd9"


@needs_odd_names
@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("tin-bai/con.md", article_text(), 1),
        ("tin-bai/a.md", article_text(slug="NUL"), 8),
        ("trang/aux.md", article_text(), 1),
        ("van-ban/lpt1.md", document_text(), 1),
        (
            "ke-hoach/2024-2025.yaml",
            PLAN_YAML.replace("mã: to-1, tên: Tổ 1,", "mã: con, tên: Tổ 1,"),
            19,
        ),
        ("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("Hòa Mẫu", "Côn"), 20),
        ("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("mã: hoat-dong", "mã: aux"), 26),
    ],
)
def test_an_address_that_windows_cannot_hold_is_an_error(site, name, text, line):
    site.write(name, text)
    site.write("van-ban/tep.pdf", pdf())

    checked = site.invoke("check")

    assert checked.returncode == 1
    assert f"content/{name}:{line}: lỗi:" in checked.stdout
    assert checked.stdout.count("Windows") == 1


@needs_odd_names
@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["tin-bai/aux/a.md"], "content/tin-bai/aux/a.md:1: cảnh báo: Máy Windows"),
        (["tin-bai/2026./a.md"], "content/tin-bai/2026./a.md:1: cảnh báo: Máy Windows"),
        (["tin-bai/hỏi?.md"], "content/tin-bai/hỏi?.md:1: cảnh báo: Máy Windows"),
        (["anh/nul.jpg"], "content/anh/nul.jpg:1: cảnh báo: Máy Windows"),
        (["anh/7:30.jpg"], "→ Đổi tên, ví dụ 7-30.jpg"),
        (["tin-bai/bai.md "], "→ Đổi tên, ví dụ bai.md"),
        (["anh/Lop.jpg", "anh/lop.jpg"], "content/anh/lop.jpg:1: cảnh báo: Tên này chỉ khác"),
        (["anh/" + "a" * 200 + ".jpg"], "Đường dẫn tới tệp dài 208 chữ"),
        (["tin-bai/" + "b" * 160 + ".md"], "Địa chỉ của bài dài 160 chữ"),
        (["anh/lo\u200bp.jpg"], "U+200B (ZERO WIDTH SPACE); máy đọc là “lop.jpg”"),
        (["tin-bai/lop\uffff.md"], "U+FFFF (NONCHARACTER); máy đọc là “lop.md”"),
        (["anh/\uf8ff.jpg"], "content/anh/\uf8ff.jpg:1"),
    ],
    ids=ascii,
)
def test_a_name_that_another_machine_cannot_hold_is_a_warning(site, names, said):
    for name in names:
        site.write(name, article_text() if ".md" in name else JPEG)

    checked = site.invoke("check")

    assert checked.returncode == 0, checked.stdout
    assert said in checked.stdout
    assert "1 cảnh báo" in checked.stdout


def test_an_attached_file_of_such_a_name_gets_one_that_every_machine_holds(site):
    name = "con-nguoi.pdf" if os.name == "nt" else "con.pdf"
    site.write("tin-bai/a.md", article_text(f"Xem [tệp]({name})."))
    site.write(f"tin-bai/{name}", pdf())

    published = site.publish()

    assert published.returncode == 0, published.stdout + published.stderr
    assert [path.rpartition("/")[2] for path in site.files() if path.endswith(".pdf")] == [
        "tep-con.pdf" if name == "con.pdf" else name
    ]
