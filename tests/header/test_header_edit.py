"""A decision adds one line to a header, whatever its style, and touches no other byte."""

import unicodedata

import pytest

from newsroom.intake.header.edit import CannotInsert, with_fact
from newsroom.intake.header.header import read_header
from newsroom.intake.text.text_file import decode

YES = "Nguyễn Thị Mẫu An, 21/11/2026, tài chính dấu 0123456789ab"
STYLES = {
    "plain": "---\ntiêu đề: A\nngày: 1/9/2026\n---\nThân bài.\n",
    "a decision before": "---\ntiêu đề: A\nduyệt: B, 1/9/2026\ngỡ: C, 2/9/2026\n---\nThân.\n",
    "no fences": "tiêu đề: A\nngày: 1/9/2026\n\nThân bài.\n",
    "no first fence": "tiêu đề: A\nngày: 1/9/2026\n---\nThân bài.\n",
    "no last fence": "---\ntiêu đề: A\nngày: 1/9/2026\n\nThân bài.\n",
    "Word's dashes": "—\ntiêu đề: A\nngày: 1/9/2026\n—\nThân bài.\n",
    "doubled fence": "---\n---\ntiêu đề: A\n---\nThân bài.\n",
    "dots": "---\ntiêu đề: A\n...\nThân bài.\n",
    "bullets": "---\n- tiêu đề: A\n- ngày: 1/9/2026\n---\nThân bài.\n",
    "long bullets": "---\n– tiêu đề: A\n– ngày: 1/9/2026\n---\nThân bài.\n",
    "indented": "---\n  tiêu đề: A\n  ngày: 1/9/2026\n---\nThân bài.\n",
    "tabs": "---\n\ttiêu đề: A\n\tngày: 1/9/2026\n---\nThân bài.\n",
    "wide colon": "---\ntiêu đề： A\nngày： 1/9/2026\n---\nThân bài.\n",
    "English": "---\ntitle: A\ndate: 2026-09-01\n---\nThân bài.\n",
    "a list last": "---\ntiêu đề: A\ntác giả:\n  - Lan\n  - Huệ\n---\nThân bài.\n",
    "a list of approvals": "---\ntiêu đề: A\nduyệt:\n  - B, 1/9/2026\n  - C, 2/9/2026\n---\nX.\n",
    "a block last": "---\ntiêu đề: A\ntóm tắt: |\n  Một\n\n  Hai\n---\nThân bài.\n",
    "a folded block last": "---\ntiêu đề: A\ntóm tắt: >\n  Một\n  Hai\n\n---\nThân bài.\n",
    "continued": "---\ntiêu đề: A dài\n  sang dòng hai\n---\nThân bài.\n",
    "quotes": '---\ntiêu đề: "A: B"\n---\nThân bài.\n',
    "blank lines": "\n\n---\ntiêu đề: A\n\nngày: 1/9/2026\n\n\n---\n\nThân bài.\n",
    "a comment last": "---\ntiêu đề: A\n# ghi chú\n---\nThân bài.\n",
    "an unknown key last": "---\ntiêu đề: A\nmàu: đỏ\n---\nThân bài.\n",
    "no line end": "---\ntiêu đề: A\n---\nThân bài.",
    "header only": "---\ntiêu đề: A\nngày: 1/9/2026",
    "a rule in the text": "---\ntiêu đề: A\n---\nMột\n\n---\n\nHai\n",
    "a key in the text": "tiêu đề: A\n\nThời gian: 7 giờ\n",
}
ENDINGS = {"Unix": "\n", "Windows": "\r\n", "old Mac": "\r"}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("style", STYLES)
def test_exactly_one_line_is_added_and_read_back(style, ending):
    content = STYLES[style].replace("\n", ENDINGS[ending]).encode()

    made = with_fact(content, "approved", YES)

    old, new = content.splitlines(), made.splitlines()
    place = next(n for n, line in enumerate(new) if YES.encode() in line)
    assert [*new[:place], *new[place + 1 :]] == old
    header = read_header(decode(made), "")
    assert header.all("approved")[-1].value == YES
    assert header.body == read_header(decode(content), "").body


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
def test_the_line_ends_like_its_neighbours(ending):
    content = STYLES["plain"].replace("\n", ending).encode()

    made = with_fact(content, "approved", YES)

    assert made.count(ending.encode()) == content.count(ending.encode()) + 1
    assert made.replace(f"duyệt: {YES}{ending}".encode(), b"") == content


def test_a_file_of_mixed_line_ends_keeps_each():
    content = "---\r\ntiêu đề: A\nngày: 1/9/2026\r\n---\nMột\r\nHai\n".encode()

    made = with_fact(content, "approved", YES)

    assert made.replace(f"duyệt: {YES}\r\n".encode(), b"") == content


def test_marks_of_other_programs_stay():
    text = unicodedata.normalize("NFD", STYLES["plain"])
    content = b"\xef\xbb\xbf" + text.encode()

    made = with_fact(content, "approved", YES)

    assert made.replace(f"duyệt: {YES}\n".encode(), b"") == content


def test_the_style_of_the_writer_is_kept():
    assert "\n- duyệt: " in with_fact(STYLES["bullets"].encode(), "approved", YES).decode()
    assert "\n  duyệt: " in with_fact(STYLES["indented"].encode(), "approved", YES).decode()


def test_a_second_decision_stands_below_the_first():
    once = with_fact(STYLES["plain"].encode(), "approved", YES)

    twice = with_fact(once, "returned", "Trần Văn Mẫu Bình, 21/11/2026, thiếu ảnh")

    header = read_header(twice.decode(), "")
    assert header.line("approved") < header.line("returned")


def test_what_would_be_read_otherwise_is_not_written():
    # Without a header the new line would make one of the text's first lines.
    content = "Nơi nhận: thầy cô\nngày: mai\n".encode()

    with pytest.raises(CannotInsert):
        with_fact(content, "approved", "|")
