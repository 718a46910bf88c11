"""The desk: what waits and why, who has to act, what was decided, and what it leaves in public."""

import csv
import io
import re
import shutil

import pytest
from sample import PLAN_YAML, article_text

QUOTAS = """\
chỉ tiêu:
  - {mã: to, nội dung: Mỗi tổ nộp 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng,
     tính theo: nộp}
"""


@pytest.fixture(scope="module")
def built_desk(module_site):
    site = module_site
    """A small desk with something at most stages."""
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + QUOTAS)
    site.write("tin-bai/duoc.md", article_text(title="Bài được"))
    site.write("tin-bai/cho.md", article_text(title="Bài chờ", duyet=None, nộp="20/11/2024"))
    site.write("tin-bai/tien.md", article_text(title="Bài tiền", chuyên_mục="Tài chính"))
    site.write(
        "tin-bai/tra.md",
        article_text(title="Bài trả", duyet=None, trả_lại="Phó Mẫu, 13/11/2024, =Thiếu ảnh"),
    )
    site.write(
        "tin-bai/go.md", article_text(title="Tên em bé", gỡ="Phó Mẫu, 14/11/2024, Gia đình đề nghị")
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


def page(site, url, folder=None):
    return words(site.files(folder or site.desk)[f"{url}index.html"].decode())


def test_the_desk_opens_on_what_waits_with_age_actor_and_the_line_that_acts(desk):
    text = page(desk, "")

    assert "Chờ duyệt (1)" in text
    assert "Còn thiếu một lời duyệt (1)" in text
    assert "nộp 10 ngày trước" in text
    assert "Cần người duyệt “ban biên tập”: Hiệu Trưởng Mẫu hoặc Phó Mẫu" in text
    assert "Cần người duyệt “tài chính”: Kế Toán Mẫu" in text
    assert "Cần sửa theo lý do trả lại: Lan Mẫu" in text
    line = re.search(r"duyệt: Kế Toán Mẫu, 30/11/2024, tài chính dấu [0-9a-f]{12}", text)
    assert line
    assert "python3 tasks.py approve content/tin-bai/tien.md --by &#34;Kế Toán Mẫu&#34;" in text
    assert "--by &#34;Kế Toán Mẫu&#34; --as &#34;tài chính&#34;" in text


def test_a_file_name_with_blanks_is_quoted_in_the_command(desk):
    (desk.content / "tin-bai/cho.md").rename(desk.content / "tin-bai/bài chờ.md")

    desk.invoke("build")

    assert "approve &#34;content/tin-bai/bài chờ.md&#34; --by" in page(desk, "")


def test_the_line_that_the_desk_shows_does_act(desk):
    text = page(desk, "")
    line = re.search(r"duyệt: Phó Mẫu, 30/11/2024 dấu [0-9a-f]{12}", text)[0]
    article = (desk.content / "tin-bai/cho.md").read_text()
    desk.write("tin-bai/cho.md", article.replace("\n---\nNội", f"\n{line}\n---\nNội"))

    desk.publish()

    assert "tin-bai/2024/11/cho/index.html" in desk.files()


def test_the_list_of_articles_prints_from_the_desk_and_names_nothing_withheld(desk):
    text = page(desk, "danh-muc/2024-11/")

    assert "1 tin, bài" in text
    assert "1 Bài được Lan Mẫu Tổ 1 Hoạt động bài 12/11/2024 12/11/2024 12/11/2024" in text
    assert "Bài chờ" not in text
    assert "danh-muc/2024-2025/" in desk.files(desk.desk)["index.html"].decode()
    desk.publish()
    assert not [name for name in desk.files() if name.startswith("danh-muc/")]


def test_the_front_page_the_public_sees_is_on_the_desk_too(desk):
    desk.publish()

    assert "Bài được" in page(desk, "trang-chu/")
    assert "trang-chu/index.html" not in desk.files()
    assert "Bài được" in page(desk, "", desk.output)


def test_below_the_queue_stand_quotas_gaps_and_deadlines(desk):
    text = page(desk, "")

    assert "Tổ 2 0/1 đang tính" in text
    assert "1 nơi đã đủ Tổ 1 5/1 vượt 4" in text
    assert "30/11/2024 Hết tháng 11/2024, hôm nay: còn thiếu ở 1 dòng chỉ tiêu" in text
    assert "chưa đăng bài nào trong tháng: Gương người tốt, việc tốt , Tài chính , Kiểm tra" in text


def test_the_audit_lists_every_decision_with_person_date_and_article(desk):
    text = page(desk, "ban-bien-tap/")

    assert "5 quyết định" in text
    assert "13/11/2024 Phó Mẫu trả lại: =Thiếu ảnh Bài trả" in text
    assert "14/11/2024 Phó Mẫu gỡ: Gia đình đề nghị Tên em bé" in text
    assert "Mỗi chuyên mục cần ai duyệt" in text


def test_the_audit_can_be_taken_away_as_a_table(desk):
    content = desk.files(desk.desk)["ban-bien-tap/2024-2025.csv"].decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(content))

    assert head == ["Ngày", "Người", "Việc", "Vai trò", "Dấu", "Lý do", "Bài", "Tệp"]
    assert [
        "13/11/2024",
        "Phó Mẫu",
        "trả lại",
        "",
        "",
        "'=Thiếu ảnh",
        "Bài trả",
        "tin-bai/tra.md",
    ] in rows
    assert len(rows) == 5


def test_a_decision_shows_in_the_audit_at_the_next_build(desk):
    desk.write("tin-bai/cho.md", article_text(title="Bài chờ", duyet="Hiệu Trưởng Mẫu, 29/11/2024"))

    desk.invoke("build")

    assert "29/11/2024 Hiệu Trưởng Mẫu duyệt Bài chờ" in page(desk, "ban-bien-tap/")


def test_the_rules_of_the_site_are_drawn_from_the_plan(desk):
    text = page(desk, "quy-che/")

    assert "Tổ 1 (tổ chuyên môn), phụ trách: Lan Mẫu" in text
    assert "ban biên tập và tài chính" in text
    assert "Mỗi tổ nộp 1 bài" in text
    assert "một người thứ hai trong ban biên tập duyệt thay" in text
    assert "Kế Toán Mẫu (“tài chính”)" in text
    assert "Sửa kế hoạch (ke-hoach) Tổng biên tập" in text
    assert "Sửa hồ sơ (truong.yaml) Tổng biên tập" in text


def test_nothing_of_the_desk_is_in_the_public_edition(desk):
    desk.publish()

    files = desk.files()
    assert not [n for n in files if n.startswith(("cho-duyet/", "ca-nhan/", "quy-che/"))]
    assert not [n for n in files if n.endswith(".csv")]
    assert "quyết định" not in page(desk, "ban-bien-tap/", desk.output)


def test_a_withdrawn_article_leaves_a_short_page_without_a_title(desk):
    desk.publish()

    html = desk.files()["tin-bai/2024/11/go/index.html"].decode()
    assert "Bài ở địa chỉ này được nhà trường gỡ ngày 14/11/2024" in words(html)
    assert '<meta name="robots" content="noindex">' in html
    for secret in ("Tên em bé", "Phó Mẫu", "Gia đình", "Lan Mẫu", "Nội dung bài viết"):
        assert secret not in html
    everywhere = b"".join(
        c
        for n, c in desk.files().items()
        # The manifest is never sent to a host.
        if n not in ("tin-bai/2024/11/go/index.html", "manifest.json")
    )
    assert b"2024/11/go/" not in everywhere


def test_an_article_withdrawn_before_anybody_saw_it_leaves_nothing(desk):
    desk.write("tin-bai/kin.md", article_text(duyet=None, gỡ="Phó Mẫu, 14/11/2024, x"))

    desk.publish()

    assert not [name for name in desk.files() if "kin" in name]


def test_two_withdrawn_from_one_address_leave_one_page(desk):
    desk.write("tin-bai/khac/go.md", article_text(title="Bài khác", gỡ="Phó Mẫu, 15/11/2024, x"))

    assert desk.publish().returncode == 0
    assert "Bài đã được gỡ" in desk.files()["tin-bai/2024/11/go/index.html"].decode()


def test_a_correction_stands_at_the_top_with_its_day(site):
    site.write(
        "tin-bai/bai.md", article_text("Thân bài.", đính_chính="Phó Mẫu, 15/11/2024, Số là 215")
    )

    site.publish()

    text = page(site, "tin-bai/2024/11/bai/", site.output)
    assert text.index("Đính chính (15/11/2024): Số là 215") < text.index("Thân bài.")


def test_a_page_that_somebody_deleted_together_with_its_article_is_not_missed(desk):
    desk.invoke("build")
    (desk.content / "tin-bai/duoc.md").unlink()
    shutil.rmtree(desk.desk / "tin-bai/2024/11/duoc")

    made = desk.invoke("build")

    assert made.returncode == 0, made.stderr
    assert not [name for name in desk.files(desk.desk) if "/duoc/" in name]
