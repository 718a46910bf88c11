"""A mark in an item's own words: the item waits until the place is filled in."""

import pytest
from sample import article_text, write_site

from newsroom.domain.problem import Level
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder

PATH = "tin-bai/2024-11/bai.md"


def marks_told(tmp_path, body="Nội dung bài viết.", **header):
    content = write_site(tmp_path, {PATH: article_text(body, **header)})
    problems = read_item(PATH, ContentFolder(content)).problems
    return [problem for problem in problems if "chưa điền" in problem.message]


def test_a_mark_in_the_text_is_an_error_at_its_line(tmp_path):
    (told,) = marks_told(tmp_path, "Có mặt.\n\nCô …(điền họ tên) đã nói, và …(điền tên) nữa.")

    lines = (tmp_path / "content" / PATH).read_text(encoding="utf-8").splitlines()
    assert told.level is Level.ERROR
    assert "…(điền họ tên)" in lines[told.line - 1]


def test_a_mark_in_the_header_is_an_error_at_its_line(tmp_path):
    (told,) = marks_told(tmp_path, tóm_tắt="Cuộc thi ngày ... (điền ngày thi)")

    assert "điền ngày thi" in told.message


@pytest.mark.parametrize(
    "body",
    [
        "Các môn… (điền kinh, bơi lội).",
        "Đơn xin nghỉ (điền vào mẫu).",
        "Chỗ chưa rõ thì ghi `…(điền họ tên)`.",
        "Chữ.\n\n<!-- …(điền họ tên) -->",
    ],
)
def test_what_only_looks_like_a_mark_is_none(tmp_path, body):
    assert marks_told(tmp_path, body) == []
