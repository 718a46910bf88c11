"""docs/huong-dan/may-noi-gi.md: each text is typed and answered word for word as the page says."""

import re
from pathlib import Path

import pytest
from sample import article_text, day, write_site

from newsroom.exports.findings.terminal import problem_lines
from newsroom.intake.content.advice.advice import advise
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load

PAGE = (Path(__file__).resolve().parents[1] / "docs/huong-dan/may-noi-gi.md").read_text("utf-8")
BLOCK = re.compile(r"^(`{3,})\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)
SECTIONS = {part.partition("\n")[0]: part for part in PAGE.split("\n### ")[1:]}
PATH, TODAY = "tin-bai/2024/11/bai.md", day("30/11/2024")


def test_the_page_has_errors_warnings_and_advice():
    assert len(SECTIONS) >= 15
    assert all(f" {level}: " in PAGE for level in ("lỗi", "cảnh báo", "gợi ý"))


@pytest.mark.parametrize("name", SECTIONS)
def test_what_is_typed_is_answered_word_for_word_as_the_page_says(name, tmp_path):
    (_, typed), (_, answered) = BLOCK.findall(SECTIONS[name])
    text = article_text(typed, duyet=None, tóm_tắt="Một câu.")

    newsroom = load(ContentFolder(write_site(tmp_path, {PATH: text})), TODAY)
    found = [*newsroom.all_problems, *advise(PATH, newsroom, TODAY)]

    # An example is no whole article.
    whole = [problem for problem in found if "Bài rất ngắn" not in problem.message]
    assert problem_lines(sorted(whole, key=lambda problem: problem.place)) == answered
