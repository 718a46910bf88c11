"""The content plan at the desk, in the papers, in the public edition (nowhere). Requirement N10."""

import re

import pytest
from paper_readers import Office, tables_of, words_of
from sample import PLAN_YAML, article_text

from newsroom.commands.papers.report import papers

TOPICS = """\
chủ đề:
  - {mã: khai-giang, nội dung: Lễ khai giảng kín, khi: tháng 9, ai: [to-1, doi],
     đối tượng: phụ huynh lớp Một, hình thức: tin kèm ảnh, chuyên mục: hoat-dong, căn cứ: II.4}
  - {mã: sach, nội dung: Đọc sách, khi: tháng 10 và tháng 11, ai: mỗi tổ chuyên môn}
  - {mã: tong-ket, nội dung: Tổng kết, khi: tháng 5}
"""


@pytest.fixture(scope="module")
def built_desk(module_site):
    site = module_site
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + TOPICS)
    site.write(
        "tin-bai/mua.md",
        article_text(title="Mưa tựu trường", ngày="05/09/2024", chủ_đề="khai-giang"),
    )
    site.write(
        "tin-bai/sach.md",
        article_text(title="Sách chờ", duyet=None, ngày="12/11/2024", chủ_đề="Đọc sách"),
    )
    made = site.invoke("build")
    assert made.returncode == 0, made.stderr
    return site


@pytest.fixture
def desk(built_desk, tmp_path):
    """The same, for a test to change at will."""
    return built_desk.copied(tmp_path)


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def html_of(desk):
    return desk.files(desk.desk)["noi-dung/2024-2025/index.html"].decode()


def test_the_desk_says_month_by_month_what_was_told_and_what_waits(desk):
    text = words(html_of(desk))

    assert "Đã có bài cho 1/4 chủ đề của các tháng, tính đến ngày 30/11/2024." in text
    assert (
        "Tháng 9/2024 (1/1) Lễ khai giảng kín đã có bài Ai viết: Tổ 1, Đội Thiếu niên."
        " Đối tượng: phụ huynh lớp Một. Hình thức: tin kèm ảnh. Chuyên mục: Hoạt động."
        " Căn cứ: II.4. Mưa tựu trường (05/09/2024)"
    ) in text
    assert "Tháng 10/2024 (0/1) Đọc sách quá tháng, chưa có Ai viết: Tổ 1, Tổ 2." in text
    assert "Tháng 11/2024 (0/1) Đọc sách có bài đang chờ" in text
    assert "Sách chờ (chờ duyệt)" in text
    assert "Tháng 5/2025 (0/1) Tổng kết chưa có Ai viết: toàn trường." in text


def test_each_article_leads_to_its_page_or_its_preview(desk):
    html = html_of(desk)

    assert 'href="../../tin-bai/2024/09/mua/"' in html
    preview = re.search(r'href="../../(cho-duyet/sach-[0-9a-f]{8}/)"', html)[1]
    assert "Sách chờ" in desk.files(desk.desk)[f"{preview}index.html"].decode()


def test_the_bar_of_the_desk_leads_there_only_where_the_plan_has_topics(desk):
    assert 'href="./noi-dung/2024-2025/"' in desk.files(desk.desk)["index.html"].decode()

    desk.write("ke-hoach/2024-2025.yaml", PLAN_YAML)
    desk.invoke("build")

    files = desk.files(desk.desk)
    assert not [name for name in files if name.startswith("noi-dung/")]
    assert "noi-dung/" not in files["index.html"].decode()


def test_a_changed_line_shows_at_the_next_build(desk):
    desk.write("tin-bai/mua.md", article_text(title="Mưa tựu trường", ngày="05/09/2024"))

    desk.invoke("build")

    assert "Lễ khai giảng kín quá tháng, chưa có" in words(html_of(desk))


def test_nothing_of_it_is_in_the_public_edition(desk):
    made = desk.publish()

    assert made.returncode == 0, made.stderr
    files = desk.files()
    assert "tin-bai/2024/09/mua/index.html" in files
    assert not [name for name in files if name.startswith("noi-dung/")]
    for secret in ("noi-dung/", "khai-giang", "khai giảng kín", "phụ huynh lớp Một", "Sách chờ"):
        assert not [name for name, content in files.items() if secret.encode() in content], secret


def test_an_unknown_topic_is_told_and_stops_nothing(desk):
    desk.write("tin-bai/la.md", article_text(chủ_đề="khai-gian"))

    said = desk.invoke("check")

    assert said.returncode == 0
    assert (
        "content/tin-bai/la.md:8: cảnh báo: Không có chủ đề “khai-gian”"
        " trong content/ke-hoach/2024-2025.yaml."
    ) in said.stdout
    assert desk.publish().returncode == 0
    assert "tin-bai/2024/11/la/index.html" in desk.files()


def test_the_report_has_what_was_to_be_told_by_then_and_names_nothing_withheld(desk):
    office = Office(desk)

    def report(**asked):
        made = dict(papers(office.evaluation, office.span(**asked), desk.content))
        return made["bao-cao-thang.docx"]

    september, november = report(month="2024-09"), report(month="2024-11")

    assert ["Lễ khai giảng kín", "9/2024", "Tổ 1, Đội Thiếu niên", "1"] in rows(september)
    assert ["Đọc sách", "11/2024", "Tổ 1, Tổ 2", "chưa có"] in rows(november)
    assert "Sách chờ" not in words_of(november)
    assert "Nội dung theo kế hoạch" not in words_of(report(month="2025-01"))


def rows(paper):
    return [row for table in tables_of(paper) for row in table]
