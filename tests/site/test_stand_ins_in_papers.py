"""The papers and the audit say where a second member of the board stood in. Decision 33."""

import csv
import io

import openpyxl
import pytest
from paper_readers import Office, words_of
from sample import PLAN_YAML, article_text

from newsroom.exports.reports.article_list import list_book, list_paper
from newsroom.exports.reports.report import report

STOOD_IN = (
    "Bài số 1: ngoài tác giả không ai giữ quyền duyệt “tài chính”, nên một người thứ hai trong ban"
    " biên tập duyệt thay."
)


@pytest.fixture(scope="module")
def office(module_site):
    """A finance article by the accountant, approved by two of the board, and one by somebody."""
    plan = PLAN_YAML.replace("thành viên: [Hòa Mẫu]", "thành viên: [Hòa Mẫu, Kế Toán Mẫu]")
    module_site.write("ke-hoach/2024-2025.yaml", plan)
    two = "Phó Mẫu, 12/11/2024\nduyệt: Hiệu Trưởng Mẫu, 12/11/2024, tài chính"
    own = {"tổ": "Tổ 2", "tác_giả": "Kế Toán Mẫu", "chuyên_mục": "Tài chính"}
    module_site.write("tin-bai/thu.md", article_text(title="Thu chi", duyet=two, **own))
    module_site.write("tin-bai/chi.md", article_text(title="Chuyện", ngày="13/11/2024"))
    return Office(module_site)


def test_the_list_and_the_annex_of_the_report_say_it_of_that_article_alone(office):
    evaluation, span = office.evaluation, office.span(month="2024-11")

    for made in (list_paper(evaluation, span), report(evaluation, span)):
        assert [line for line in words_of(made).split("\n") if "duyệt thay" in line] == [STOOD_IN]

    book = openpyxl.load_workbook(io.BytesIO(list_book(evaluation, span)))
    cells = [str(v) for row in book["Danh mục"].iter_rows(values_only=True) for v in row if v]
    assert [cell for cell in cells if "duyệt thay" in cell] == [STOOD_IN]


def test_the_audit_says_it_beside_the_role(office):
    office.site.invoke("build")
    table = (office.site.root / "desk/ban-bien-tap/2024-2025.csv").read_text(encoding="utf-8-sig")

    roles = {
        row[1]: row[3]
        for row in csv.reader(io.StringIO(table), delimiter=table.removeprefix("Ngày")[0])
    }
    assert roles["Hiệu Trưởng Mẫu"] == "tài chính (duyệt thay)"
