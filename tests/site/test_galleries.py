"""The photo galleries: which events stand in them, and what goes with a refused consent."""

import io

import pytest
from PIL import Image
from sample import PLAN_YAML, article_text

FRONT, YEAR = "thu-vien-anh/index.html", "thu-vien-anh/2024-2025/index.html"


def picture(shade):
    out = io.BytesIO()
    Image.new("RGB", (600, 400), (shade, 90, 90)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def school(site):
    for n in range(9):
        site.write(f"tin-bai/khai-giang/Ảnh {n}.jpg", picture(n * 20))
    site.write("tin-bai/rieng.jpg", picture(200))
    return site


def published(site):
    made = site.publish()
    assert made.returncode == 0, made.stderr
    return {name: content.decode() for name, content in site.files().items() if ".html" in name}


def test_an_event_is_an_article_with_a_gallery_or_three_pictures(school):
    three = "".join(f"![Mô tả {n}](<khai-giang/Ảnh {n}.jpg>)\n\n" for n in range(3))
    school.write("tin-bai/bo.md", article_text(title="Có thư viện", thư_viện="khai-giang"))
    school.write("tin-bai/ba.md", article_text(three, title="Ba ảnh"))
    school.write("tin-bai/hai.md", article_text(three[: three.index("2]") - 9], title="Hai ảnh"))

    pages = published(school)

    assert "Năm học 2024-2025" in pages[FRONT]
    assert "2 sự kiện, 12 ảnh" in pages[FRONT]
    assert "Có thư viện" in pages[YEAR]
    assert "Ba ảnh" in pages[YEAR]
    assert "Hai ảnh" not in pages[YEAR]
    assert "9 ảnh" in pages[YEAR]
    # Six of nine, and all three.
    assert pages[YEAR].count("album__picture") == 6 + 3
    assert "thu-vien-anh/" in pages["index.html"]
    assert "thu-vien-anh/2024-2025/" in pages["so-do-trang/index.html"]


def test_years_stand_newest_first_and_lead_to_each_other(school):
    older = PLAN_YAML.replace("2024", "2023").replace("2025", "2024")
    school.write("ke-hoach/2023-2024.yaml", older.replace("mẫu", "mẫu trước"))
    school.write("tin-bai/moi.md", article_text(title="Mới", thư_viện="khai-giang"))
    school.write(
        "tin-bai/cu.md",
        article_text(
            title="Cũ", thư_viện="khai-giang", ngày="12/11/2023", duyet="Phó Mẫu, 12/11/2023"
        ),
    )

    pages = published(school)

    assert pages[FRONT].index("2024-2025") < pages[FRONT].index("2023-2024")
    assert 'href="../../thu-vien-anh/2023-2024/"' in pages[YEAR]
    assert "Cũ" not in pages[YEAR]


@pytest.mark.parametrize(
    "header", [{"đồng_ý_hình_ảnh": "không"}, {"duyet": None}, {"gỡ": "Phó Mẫu, 13/11/2024, Lý do"}]
)
def test_without_consent_or_approval_there_is_no_gallery_and_no_way_to_one(school, header):
    school.write("tin-bai/bo.md", article_text(title="Bộ ảnh", thư_viện="khai-giang", **header))

    pages = published(school)

    assert "Chưa có ảnh sự kiện nào được đăng." in pages[FRONT]
    assert YEAR not in pages
    assert "thu-vien-anh/" not in pages["index.html"]
    assert not [name for name in school.files() if name.startswith("anh/")]


def test_a_picture_that_stands_alone_is_a_link_to_its_largest_file_and_brings_the_light_box(school):
    school.write("tin-bai/a.md", article_text("![Mô tả](rieng.jpg 'Chú thích')\n\n![](rieng.jpg)"))
    school.write("tin-bai/khong.md", article_text("Chữ."))

    pages = published(school)

    page = pages["tin-bai/2024/11/a/index.html"]
    assert page.count('-600.webp" data-photo=""><img alt="Mô tả"') == 1
    # What has no words of its own is a link with a name all the same.
    assert page.count('data-photo="" aria-label="Xem ảnh lớn"><img') == 1
    assert "/theme/lightbox." in page
    assert "lightbox" not in pages["tin-bai/2024/11/khong/index.html"]
    assert "lightbox" not in pages["index.html"]
