"""Slips of typing that would show on the page: told with file, line and what to type."""

import pytest
from sample import article_text, day, document_text, write_site

from newsroom.domain.problem import Level
from newsroom.domain.text.conflict_marks import conflict_marks
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load

CONFLICT = "<<<<<<< HEAD\nMột.\n=======\nHai.\n>>>>>>> nhanh-cua-mai\n"
PATH = "tin-bai/2024/11/a.md"


def errors_of(path, text, tmp_path):
    content = write_site(tmp_path, {path: text})
    found = load(ContentFolder(content), day("30/11/2024")).all_problems
    return [p for p in found if p.level is Level.ERROR]


def of_text(body, tmp_path):
    """The errors of an article with this text: line in the text from 1, message, hint."""
    text = article_text(body)
    above = text.split("\n").index(body.split("\n")[0])
    return [(p.line - above, p.message, p.hint) for p in errors_of(PATH, text, tmp_path)]


@pytest.mark.parametrize(
    ("body", "line", "said", "hint"),
    [
        ("Một.\n\n<!-- Nhắc\n\nHai.", 3, "mở bằng <!-- mà không đóng", "-->"),
        ("Một <!-- nhắc -- > hai.", 1, "mở bằng <!-- mà không đóng", "-->"),
        ("Một.\n\n<!— Nhắc —>", 3, "mở bằng <!— mà không đóng", "gạch ngắn"),
        ("Một.\n\n<!– Nhắc –>", 3, "mở bằng <!– mà không đóng", "gạch ngắn"),
        ("<!-- Nhắc -->\n\nMột <!-- nhắc\n\nhai --> ba.", 3, "nằm giữa dòng chữ", "dòng trống"),
        ("```\nMột.\n\nHai.\n```", 1, "Cả bài nằm trong khung mã", "Xóa hai dòng ```"),
        ("~~~ text\nMột.\n~~~", 1, "Cả bài nằm trong khung mã", "Xóa hai dòng ~~~"),
        ("Một.\n\n```\nHai.\n\nBa.", 3, "Dấu ``` mở ở đây mà không đóng", "Xóa dấu ```"),
        ("Một.\n\n~~~~\nHai.\n~~~\n\nBa.", 3, "Dấu ~~~~ mở ở đây", ""),
        ("```\na\n```\n\nMột.\n\n```\nHai.", 7, "Dấu ``` mở ở đây", ""),
        ("[chữ] (https://vidu.example)", 1, "dấu cách giữa", "Ghi:  [chữ](https://vidu.example)"),
        ("[chữ]\n(https://vidu.example)", 1, "dấu cách giữa", "[chữ](https://vidu.example)"),
        ("Một\n\n- [chữ]  (bai-khac.md)", 3, "dấu cách giữa", "Ghi:  [chữ](bai-khac.md)"),
        ("[chữ] (mailto:a@vidu.example)", 1, "dấu cách giữa", "[chữ](mailto:a@vidu.example)"),
        ("[chữ] (https//vidu.example)", 1, "dấu cách giữa", "Ghi:  [chữ](https://vidu.example)"),
        ("(chữ)[https://vidu.example]", 1, "đặt ngược", "Ghi:  [chữ](https://vidu.example)"),
        ("[chữ](https://vidu.example", 1, "gõ chưa trọn", "Ghi:  [chữ](https://vidu.example)"),
        ("[chữ](https://vidu.example rồi về", 1, "gõ chưa trọn", "[chữ](https://vidu.example)"),
        ('[chữ](https://vidu.example "tên)', 1, "viết sai", "[chữ](https://vidu.example)"),
        (r"[chữ](C:\Users\mai\tep.docx)", 1, "máy của riêng", "tep.docx"),
        (r"[chữ](\\maychu\chung\tep.docx)", 1, "máy của riêng", "tep.docx"),
        (r"[một](https://vidu.example) [b](D:\bai\b.docx)", 1, "máy của riêng", "b.docx"),
        (r"![ảnh](D:\anh\a.jpg)", 1, "máy của riêng", "a.jpg"),
    ],
)
def test_a_slip_is_an_error_with_its_line_and_what_to_type(body, line, said, hint, tmp_path):
    found = of_text(body, tmp_path)

    assert len(found) == 1, found
    assert found[0][0] == line
    assert said in found[0][1]
    assert hint in found[0][2]


@pytest.mark.parametrize(
    "body",
    [
        "<!-- Nhắc -->\n\nMột.",
        "Một <!-- nhắc --> hai.",
        "Gõ `<!--` rồi `-->`.",
        "Mở.\n\n```\n<!-- [a](https://x\n[b] (https://x.example)\n```\n\nHết.",
        "Giá ```3``` đồng, `[a](b`.",
        "- một\n\n    ```\n    mã\n    ```\n\nHết.",
        "[1] (xem trang 5)",
        "[Ảnh: Mẫu] (ảnh minh họa)",
        "“[…]” (theo https://vidu.example)",
        "- [ ] (https://vidu.example)",
        "Hàm f(x)[1] và (a)[b].",
        "\\[chữ\\](địa chỉ)",
        "A <-- B --> C",
        "Một\n=======\n\nHai.",
        ">>>>>> sáu dấu",
        "<<<<<<<< tám dấu",
    ],
)
def test_what_is_no_slip_gets_no_word(body, tmp_path):
    assert of_text(body, tmp_path) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PATH, article_text("Một.") + CONFLICT),
        (PATH, article_text("Một.").replace("tổ: Tổ 1", CONFLICT.rstrip())),
        (PATH, article_text("Một.").replace("duyệt:", CONFLICT + "duyệt:")),
        (PATH, article_text("Một.").replace("\n", "\r\n") + CONFLICT.replace("\n", "\r\n")),
        (PATH, "<<<<<<< HEAD\n" + article_text("Một.")),
        (PATH, article_text("Một.") + "\n>>>>>>> chỉ còn một dấu\n"),
        (PATH, article_text("Một.") + "\n<<<<<<< A\n1\n||||||| B\n2\n=======\n3\n>>>>>>> C\n"),
        ("trang/gioi-thieu.md", CONFLICT),
        ("van-ban/a.md", document_text("Chữ.") + CONFLICT),
        ("truong.yaml", CONFLICT),
        ("ke-hoach/2024-2025.yaml", "tên: x\n" + CONFLICT),
        ("lich.yaml", CONFLICT),
        ("anh/goi-anh.yaml", CONFLICT),
    ],
)
def test_conflict_marks_of_git_are_named_and_nothing_that_follows_from_them(path, text, tmp_path):
    first = conflict_marks(text.replace("\r\n", "\n"))[0]

    found = errors_of(path, text, tmp_path)

    assert [(p.path, p.line) for p in found] == [(f"content/{path}", first.line)], found
    assert "dấu xung đột của git" in found[0].message
    assert f"“{first.words}” (dòng {first.line})" in found[0].message
    assert "giữ lại phần đúng" in found[0].hint


@pytest.mark.parametrize("fence", ["```", "```markdown", "~~~"])
def test_a_file_within_a_fence_is_told_so_and_not_that_its_header_is_missing(fence, tmp_path):
    text = f"{fence}\n{article_text('Một.')}\n{fence[:3]}\n"

    found = errors_of(PATH, text, tmp_path)

    assert [p.line for p in found] == [1]
    assert "Cả tệp nằm trong khung mã" in found[0].message
    assert f"dòng {text.count(chr(10))}" in found[0].hint
