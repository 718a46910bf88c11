"""Documents and disclosure, from the file to the page."""

import re

import pytest
from sample import PLAN_YAML, document_text, pdf
from test_pages import page, words

ITEMS = """\
công khai:
  - {mã: thu, nội dung: Các khoản thu, hạn: 30/9, phụ trách: [to-1]}
  - {mã: chi, nội dung: Các khoản chi, hạn: 15/12}
"""
OLD, NEW = "van-ban/2023/cu.md", "van-ban/2024/moi.md"


@pytest.fixture
def school(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + ITEMS)
    site.write("van-ban/2023/tep.pdf", pdf("cũ"))
    site.write("van-ban/2024/tep.pdf", pdf("mới") + b"." * 239_900)
    site.write("van-ban/2024/thu.pdf", pdf("thu"))
    site.write(
        OLD,
        document_text(số_ký_hiệu="1/QĐ-TM", loại="quyết định", ngày="10/11/2023", trích_yếu="Cũ"),
    )
    site.write(
        NEW,
        document_text(
            "Một ghi chú, xem [bản cũ](../2023/cu.md).",
            số_ký_hiệu="2/QĐ-TM",
            loại="quyết định",
            trích_yếu="Mới",
            người_ký="Hiệu Trưởng Mẫu",
            lưu="vĩnh viễn",
            thay_thế="1/QĐ-TM",
            đính_chính="Phó Mẫu, 15/11/2024, Số đúng là 2",
        ),
    )
    site.write(
        "van-ban/2024/thu.md",
        document_text(
            số_ký_hiệu="3/TB-TM",
            loại="thông báo",
            trích_yếu="Khoản thu",
            cơ_quan_ban_hành="Phòng",
            ngày="25/09/2024",
            tệp="thu.pdf",
            công_khai="Các khoản thu",
            duyet="Phó Mẫu, 28/09/2024",
        ),
    )
    return site


@pytest.fixture
def published(school):
    made = school.publish()
    assert made.returncode == 0, made.stderr
    assert "3 văn bản" in made.stderr
    return school


def test_a_document_has_a_page_with_its_facts_and_its_file(published):
    said = words(page(published, "van-ban/2024/moi/"))

    for fact in (
        *("Số, ký hiệu 2/QĐ-TM", "Loại Quyết định", "Cơ quan ban hành Trường Mẫu"),
        *("Ngày ban hành 10/11/2024", "Người ký Hiệu Trưởng Mẫu", "Thời hạn lưu Vĩnh viễn"),
        *("tep.pdf (PDF, 240 KB)", "Đính chính (15/11/2024): Số đúng là 2", "Một ghi chú"),
    ):
        assert fact in said, fact


def test_what_replaced_a_document_and_what_it_replaced_lead_to_each_other(published):
    assert 'href="../../../van-ban/2023/cu/">Quyết định số 1/QĐ-TM' in page(
        published, "van-ban/2024/moi/"
    )
    old = page(published, "van-ban/2023/cu/")
    assert 'href="../../../van-ban/2024/moi/">Quyết định số 2/QĐ-TM' in old
    assert "Hiệu lực Đã được thay thế" in words(old)


def titles(html):
    return re.findall(r'documents__title"><a[^>]*>([^<]+)', html)


def test_the_lists_part_the_documents_by_type_issuer_and_year_newest_first(published):
    assert titles(page(published, "van-ban/")) == ["Mới", "Khoản thu", "Cũ"]
    assert titles(page(published, "van-ban/loai/quyet-dinh/")) == ["Mới", "Cũ"]
    assert titles(page(published, "van-ban/co-quan/phong-gd-dt-mau/")) == ["Khoản thu"]
    assert titles(page(published, "van-ban/nam/2024/")) == ["Mới", "Khoản thu"]
    for link in ("loai/thong-bao/", "co-quan/truong-mau/", "nam/2023/"):
        assert f'href="../van-ban/{link}"' in page(published, "van-ban/")


def test_the_file_that_goes_out_is_the_file(published):
    (url,) = re.findall(r'href="../../../(tep/[^"]+)"', page(published, "van-ban/2024/moi/"))

    assert published.files()[url] == pdf("mới") + b"." * 239_900


def test_no_list_and_no_menu_leads_to_a_page_that_is_not_there(published):
    files = published.files()
    for name, content in files.items():
        if name.startswith(("van-ban/", "cong-khai/", "lich/")) and name.endswith(".html"):
            up = name.count("/")
            for link in re.findall(rf'href="{"../" * up}([^"#]*)"', content.decode()):
                assert link in files or f"{link}index.html" in files, (name, link)


def test_the_disclosure_lists_by_school_year_when_something_came_out(published):
    said = words(page(published, "cong-khai/"))

    assert (
        "Năm học 2024-2025 Các khoản thu Khoản thu Số 3/TB-TM · công khai ngày 28/09/2024" in said
    )
    assert "quá hạn" not in said
    assert "Các khoản chi" not in said


def test_the_desk_tells_of_each_item_whether_it_is_there_late_or_still_to_come(school):
    school.today = "2024-12-20"
    school.invoke("build")

    said = words(page(school, "cong-khai/", school.desk))
    assert "Các khoản thu đã công khai ngày 28/09/2024 3/TB-TM hạn 30/09/2024 · Tổ 1" in said
    assert "Các khoản chi quá hạn 5 ngày hạn 15/12/2024" in said
    assert "Công khai: quá hạn và sắp tới hạn (1)" in words(page(school, "", school.desk))


def test_a_withdrawn_disclosure_younger_than_five_years_is_warned_of(school):
    text = (school.content / "van-ban/2024/thu.md").read_text()
    school.write(
        "van-ban/2024/thu.md",
        text.replace("\nduyệt", "\ngỡ: Phó Mẫu, 20/11/2024, Nhầm bản\nduyệt"),
    )

    found = school.invoke("check")

    assert found.returncode == 0
    assert "content/van-ban/2024/thu.md:8: cảnh báo: Nội dung công khai này bị gỡ" in found.stdout
    assert "đến hết ngày 31/07/2030" in found.stdout


def test_a_document_waits_at_the_desk_with_a_preview_of_all_its_facts(school):
    school.write("van-ban/2024/cho.md", document_text(trích_yếu="Đang chờ", duyet=None))
    school.invoke("build")

    assert "Văn bản 12/KH-TM" in words(page(school, "", school.desk))
    (preview,) = [n for n in school.files(school.desk) if n.startswith("cho-duyet/")]
    said = school.files(school.desk)[preview].decode()
    assert "chưa được đăng" in said
    assert "tep.pdf" in said


def test_approve_writes_a_seal_that_a_new_file_breaks(school):
    path = "van-ban/2024/cho.md"
    school.write(path, document_text(trích_yếu="Đang chờ", duyet=None, số_ký_hiệu="9/KH"))

    made = school.invoke("approve", "--path", f"content/{path}", "--by", "Phó Mẫu")

    assert made.returncode == 0, made.stderr
    assert re.search(
        r"^duyệt: Phó Mẫu, 30/11/2024 dấu [0-9a-f]{12}$", (school.content / path).read_text(), re.M
    )
    school.publish()
    assert "van-ban/2024/cho/index.html" in school.files()
    school.write("van-ban/2024/tep.pdf", pdf("sửa trộm"))
    school.publish()
    assert "van-ban/2024/cho/index.html" not in school.files()


def test_a_document_taken_down_leaves_a_word_at_its_address(published):
    text = (published.content / NEW).read_text()
    published.write(NEW, text.replace("\nduyệt", "\ngỡ: Phó Mẫu, 20/11/2024, Nhầm\nduyệt"))
    published.publish()

    files = published.files()
    assert "Mới" not in words(page(published, "van-ban/2024/moi/"))
    assert "đã được gỡ" in page(published, "van-ban/2024/moi/")
    # The one that it replaced stands again.
    assert "Còn hiệu lực" in words(page(published, "van-ban/2023/cu/"))
    assert not any(pdf("mới") in content for content in files.values())


def test_every_decision_on_a_document_is_in_the_audit(school):
    school.invoke("build")

    assert "van-ban/2024/moi.md" in school.files(school.desk)["ban-bien-tap/2024-2025.csv"].decode()


def test_menus_lead_only_to_what_is_there(site):
    site.publish()
    assert "Văn bản</a>" not in page(site, "")
    assert "Lịch</a>" not in page(site, "")

    site.write("van-ban/tep.pdf", pdf())
    site.write("van-ban/a.md", document_text())
    site.write("lich.yaml", "- {ngày: 20/12/2024, việc: Lễ}\n")
    site.publish()

    assert "Văn bản</a>" in page(site, "")
    assert "Công khai</a>" not in page(site, "")
    assert "Lịch</a>" in page(site, "")
