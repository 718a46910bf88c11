"""The tally for other programs: held to the schema that docs/ gives them."""

import json
from pathlib import Path

import pytest
from sample import PLAN_YAML, article_text

from newsroom.domain.plan.measure import Measure
from newsroom.vocabulary.measures import MEASURES
from newsroom.vocabulary.words import shown

fastjsonschema = pytest.importorskip("fastjsonschema", reason="requirements-dev.txt")

# The page that says how a quota is typed.
HANDBOOK = (("huong-dan/truong-va-ke-hoach.md", "tính theo"),)
SCHEMA = Path(__file__).resolve().parents[2] / "docs/dinh-dang/thong-ke.schema.json"
QUOTAS = """\
chỉ tiêu:
  - {mã: no, nội dung: N, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}
  - {mã: ca-hai, nội dung: C, ai: toàn trường, ít nhất: 1, phấn đấu: 2, mỗi: học kỳ,
     tính theo: đăng}
  - {mã: mong, nội dung: M, ai: toàn trường, phấn đấu: 1, mỗi: tháng, tính theo: được đăng}
  - {mã: thang, nội dung: T, ai: toàn trường, ít nhất: 1, phấn đấu: 3, mỗi: tháng, tính theo: đăng}
  - {mã: dem, nội dung: D, ai: toàn trường, mỗi: năm, tính theo: nộp}
"""


@pytest.fixture(scope="module")
def file(module_site):
    module_site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + QUOTAS)
    module_site.write("tin-bai/a.md", article_text())
    assert module_site.publish().returncode == 0
    return json.loads((module_site.output / "thong-ke/2024-2025.json").read_text())


def quota(file, code):
    return next(quota for quota in file["quotas"] if quota["id"] == code)


def cell(file, code, period):
    return next(cell for cell in quota(file, code)["cells"] if cell["period"] == period)


def test_the_file_is_what_its_schema_says(file):
    fastjsonschema.compile(json.loads(SCHEMA.read_text(encoding="utf-8")))(file)


def test_every_measure_is_in_the_schema_and_in_the_pages_that_list_them():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    names = [shown(MEASURES, measure) for measure in Measure]

    assert schema["definitions"]["quota"]["properties"]["measure"]["enum"] == names
    for page, key in (("dinh-dang/thong-ke.md", ".measure"), *HANDBOOK):
        text = (SCHEMA.parents[1] / page).read_text(encoding="utf-8")
        (row,) = [line for line in text.splitlines() if line.startswith(f"| `{key}` |")][:1]
        assert all(f"`{name}`" in row for name in names), page


def test_an_aim_stands_beside_what_is_owed_or_instead_of_it(file):
    assert [(q["id"], q["at_least"], q.get("aim")) for q in file["quotas"]] == [
        ("no", 1, None),
        ("no", 1, None),
        ("ca-hai", 1, 2),
        ("mong", None, 1),
        ("thang", 1, 3),
        ("dem", None, None),
    ]
    both = cell(file, "ca-hai", "2024-2025-hk1")
    assert (both["count"], both["verdict"], both["aim"]) == (1, "đạt", "chưa đạt")
    aim = cell(file, "mong", "2024-11")
    assert (aim["count"], aim["verdict"], aim["aim"]) == (0, "chưa đạt", "chưa đạt")
    assert "aim" not in cell(file, "no", "2024-11")


@pytest.mark.usefixtures("file")
def test_each_page_says_the_aim_beside_what_is_owed(module_site):
    month = (module_site.output / "chi-tieu/2024/11/index.html").read_text()
    year = (module_site.output / "chi-tieu/2024-2025/index.html").read_text()
    of_year = year[year.index('class="detail"') :]

    assert "phấn đấu 3: chưa đạt" in month
    assert "phấn đấu 2: chưa đạt" in of_year
