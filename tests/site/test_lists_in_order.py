"""Each list of a small site in the order that its readers expect. Decision 35."""

import io
import re

import openpyxl
import pytest
from sample import PLAN_YAML, article_text

GROUPS = """\
tổ:
  - {mã: a, tên: Tổ 10, loại: tổ chuyên môn, tổ trưởng: Lê Văn Mẫu Bình, thành viên: [Trần Mẫu Ân,
     Bùi Mẫu Ánh, Lê Văn Mẫu Bình, Lê Mẫu Đan, Lê Mẫu Dung]}
  - {mã: b, tên: Tổ 2, loại: tổ chuyên môn, thành viên: [Vũ Mẫu An]}
  - {mã: c, tên: Đội Mẫu, loại: đoàn thể, thành viên: [Hà Mẫu An]}
  - {mã: d, tên: Công đoàn Mẫu, loại: đoàn thể, thành viên: [Lê Mẫu Yên]}
chuyên mục:
  - {mã: x, tên: Ước mơ, cần duyệt: [tài chính]}
  - {mã: y, tên: Đọc sách}
  - {mã: z, tên: Âm nhạc}
  - {mã: t, tên: Ăn uống}
đồng ý hình ảnh: không bắt buộc
chỉ tiêu:
  - {mã: moi, nội dung: Mỗi nơi một bài, ai: mỗi tổ, ít nhất: 1, mỗi: tháng, tính theo: nộp}
điểm:
  - {nội dung: Bài đăng, điểm: 2}
"""
PEOPLE = ["Hà Mẫu An", "Vũ Mẫu An", "Bùi Mẫu Ánh", "Trần Mẫu Ân", "Lê Văn Mẫu Bình"]
PEOPLE += ["Lê Mẫu Dung", "Lê Mẫu Đan", "Lê Mẫu Yên"]
NAMED = {"a": "Tổ 10", "b": "Tổ 2", "c": "Đội Mẫu", "d": "Công đoàn Mẫu"}


@pytest.fixture(scope="module")
def built(module_site):
    """Everybody wrote one article; the categories take turns."""
    site = module_site
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML.partition("tổ:")[0] + GROUPS)
    groups = dict(zip(PEOPLE, "cbaaaaad", strict=True))
    for n, name in enumerate(reversed(PEOPLE)):
        category = ["Đọc sách", "Âm nhạc", "Ăn uống"][n % 3]
        text = article_text(
            title=f"Bài {n}", tổ=NAMED[groups[name]], tác_giả=name, chuyên_mục=category
        )
        site.write(f"tin-bai/bai-{n}.md", text)
    site.write(
        "tin-bai/cho.md",
        article_text(title="Chờ", duyet=None, tổ="Tổ 2", tác_giả="Vũ Mẫu An", chuyên_mục="Ăn uống"),
    )
    for task in (("publish",), ("build",), ("report", "--semester", "1")):
        run = site.invoke(*task)
        assert run.returncode == 0, run.stderr
    return site


def order_of(names, text):
    """These names as they first stand in a text."""
    places = {name: text.find(name) for name in names}
    return sorted((n for n in names if places[n] >= 0), key=places.__getitem__)


def page(site, url, folder="output"):
    html = (site.root / folder / url / "index.html").read_text("utf-8")
    return html[html.index("<main") : html.index("</main")]


def section(html, heading):
    """The rows below a heading, up to the next."""
    return re.split(r"<h2\b", html[html.index(f">{heading}<") :])[0]


CATEGORIES = ["Ăn uống", "Âm nhạc", "Đọc sách", "Ước mơ"]


def test_the_site_map_lists_people_groups_and_categories_by_name(built):
    html = page(built, "so-do-trang")

    assert order_of(PEOPLE, section(html, "Người viết")) == PEOPLE
    assert order_of(CATEGORIES, section(html, "Chuyên mục")) == CATEGORIES
    named = section(html, "Tổ, đoàn thể")
    assert order_of(NAMED.values(), named) == ["Công đoàn Mẫu", "Đội Mẫu", "Tổ 2", "Tổ 10"]


def test_the_search_page_offers_groups_and_categories_by_name(built):
    html = page(built, "tim-kiem")

    assert order_of(CATEGORIES, html) == CATEGORIES[:3]
    assert order_of(NAMED.values(), html) == ["Công đoàn Mẫu", "Đội Mẫu", "Tổ 2", "Tổ 10"]


def test_the_quota_page_has_the_groups_in_the_plans_order(built):
    html = page(built, "chi-tieu/2024-2025")

    assert order_of(NAMED.values(), html) == list(NAMED.values())


def test_the_board_stands_in_the_plans_order(built):
    board = ["Hiệu Trưởng Mẫu", "Phó Mẫu", "Kế Toán Mẫu", "Kiểm Tra Mẫu"]

    assert order_of(board, page(built, "ban-bien-tap")) == board


def test_the_members_of_a_group_stand_by_given_name(built):
    html = page(built, "to/a")

    assert order_of(PEOPLE, html.partition("Thành viên")[2]) == PEOPLE[2:7]


def test_individuals_with_as_many_articles_stand_by_given_name(built):
    html = page(built, "ca-nhan/2024-2025", "desk")

    # She handed in two.
    assert order_of(PEOPLE, html) == ["Vũ Mẫu An", *(n for n in PEOPLE if n != "Vũ Mẫu An")]


def test_whoever_may_approve_stands_by_given_name(built):
    queue = (built.root / "desk/index.html").read_text("utf-8")

    assert "Hiệu Trưởng Mẫu hoặc Phó Mẫu" in queue
    # Mẫu is the given name of all: the middle names tell, and who has none comes first.
    assert order_of(["Phó Mẫu", "Hiệu Trưởng Mẫu"], queue) == ["Hiệu Trưởng Mẫu", "Phó Mẫu"]


def test_workbooks_list_people_by_given_name_and_groups_as_the_plan_does(built):
    folder = built.root / "reports/2024-2025-hk1"
    tally = openpyxl.load_workbook(io.BytesIO((folder / "thong-ke.xlsx").read_bytes()))
    points = openpyxl.load_workbook(io.BytesIO((folder / "thi-dua.xlsx").read_bytes()))

    def column(sheet, number):
        return "\n".join(str(row[number]) for row in sheet.iter_rows(values_only=True))

    assert order_of(PEOPLE, column(tally["Theo tác giả"], 0)) == PEOPLE
    assert order_of(NAMED.values(), column(tally["Theo tổ"], 0)) == list(NAMED.values())
    # One article each, two points each.
    assert order_of(PEOPLE, column(points["Xếp hạng cá nhân"], 1)) == PEOPLE
