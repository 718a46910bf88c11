"""The whole way of a handed-in text: new --from, check, approve, publish, read on the page."""

import re
from html import unescape

TEXT = """\
TRƯỜNG MẪU
TIN BÀI
Lớp 1A nhặt hạt bàng
Người viết: Lan Mẫu

Sáng nay, lớp 1A ra sân nhặt hạt bàng. Em nào cũng có một túi nhỏ & một cái xẻng < gang tay.

Đồ dùng cần mang:
- Túi vải
- Xẻng *nhỏ*

Cô kể: "Hạt này 2*3 = 6 năm nữa thành cây".
Xem https://thuvien.example/cay_bang
"""
READ = (
    "Sáng nay, lớp 1A ra sân nhặt hạt bàng. Em nào cũng có một túi nhỏ & một cái xẻng < gang tay."
    ' Đồ dùng cần mang: Túi vải Xẻng nhỏ Cô kể: "Hạt này 2*3 = 6 năm nữa thành cây".'
    " Xem https://thuvien.example/cay_bang"
)


def test_a_handed_in_text_is_read_on_the_public_page_as_it_was_typed(site):
    place = site.root / "bai.txt"
    place.write_text(TEXT, encoding="utf-8")

    made = site.invoke("new", "--from", str(place), "--category", "Hoạt động", "--yes")
    article = "content/tin-bai/2024-11/lop-1a-nhat-hat-bang.md"
    checked = site.invoke("check", article)
    approved = site.invoke("approve", article, "--by", "Phó Mẫu")
    published = site.invoke("publish")

    assert made.returncode == 0, made.stdout + made.stderr
    assert "Đã bỏ khỏi bài: “TRƯỜNG MẪU”" in made.stdout
    assert "0 lỗi" in checked.stdout
    assert approved.returncode == 0, approved.stdout + approved.stderr
    assert published.returncode == 0, published.stdout + published.stderr
    page = (site.output / "tin-bai/2024/11/lop-1a-nhat-hat-bang/index.html").read_text("utf-8")
    assert READ in _words(page)


def test_pasted_words_on_standard_input_make_an_article(site):
    import subprocess
    import sys

    made = subprocess.run(
        [sys.executable, "-c", "import sys, tasks; tasks.main(sys.argv[1:])", "new", "--from", "-"],
        cwd=site.root,
        env=site._with({}),
        input=TEXT.encode("utf-8-sig").replace(b"\n", b"\r\n"),
        capture_output=True,
        check=False,
    )

    assert made.returncode == 0, made.stderr.decode()
    text = (site.content / "tin-bai/2024-11/lop-1a-nhat-hat-bang.md").read_text("utf-8")
    assert "tác giả: Lan Mẫu\nchuyên mục:\n" in text


def _words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
