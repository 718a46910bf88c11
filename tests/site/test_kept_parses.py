"""A parse kept between builds is of the file, and nothing that a plan said of it."""

import pytest
from sample import PLAN_YAML, article_text, document_text, pdf

from newsroom.building.publishing import evaluate_content
from newsroom.exports.findings.check import all_problems

PLAN = "ke-hoach/2024-2025.yaml"


@pytest.mark.parametrize(
    ("path", "text", "mended"),
    [
        (
            "tin-bai/a.md",
            article_text(chuyên_mục="Mới"),
            PLAN_YAML.replace("chuyên mục:\n", "chuyên mục:\n  - {mã: moi, tên: Mới}\n"),
        ),
        (
            "tin-bai/a.md",
            article_text(ngày="01/06/2024", duyet=None),
            PLAN_YAML.replace("từ: 01/08/2024", "từ: 01/06/2024"),
        ),
        (
            "van-ban/a.md",
            document_text(tệp="a.pdf", tổ="Tổ Mới"),
            PLAN_YAML.replace("tổ:\n", "tổ:\n  - {mã: moi, tên: Tổ Mới, loại: tổ chuyên môn}\n"),
        ),
    ],
)
def test_a_mended_plan_takes_its_error_from_the_article(site, monkeypatch, path, text, mended):
    monkeypatch.setenv("NEWSROOM_TODAY", site.today)
    site.write("van-ban/a.pdf", pdf())
    site.write(path, text)
    before = all_problems(evaluate_content(site.content, site.cache))
    assert [problem.path for problem in before] == [f"content/{path}"]

    site.write(PLAN, mended)

    assert all_problems(evaluate_content(site.content, site.cache)) == ()
