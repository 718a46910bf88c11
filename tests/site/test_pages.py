"""The words of the pages: one small site with something of everything."""

import json
import re
from xml.etree import ElementTree

import pytest
from sample import PLAN_YAML, SCHOOL_YAML, article_text

from newsroom.domain.content.content_item import ContentKind
from newsroom.vocabulary.fields.declaration import ShownIn, ValueKind
from newsroom.vocabulary.fields.shared_fields import SharedField
from newsroom.vocabulary.header import FIELDS

QUOTAS = """\
chỉ tiêu:
  - {mã: to, nội dung: Mỗi tổ nộp 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng,
     tính theo: nộp}
  - {mã: gui, nội dung: Gửi 1 bài, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: gửi}
"""
# The fields of an article whose words are shown as they are typed; its title has its own tests.
WORDS = {
    field: declaration
    for field, declaration in FIELDS[ContentKind.ARTICLE].items()
    if declaration.kind in (ValueKind.LINE, ValueKind.TEXT)
    and not declaration.is_list
    and field is not SharedField.TITLE
}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def built_full(module_site):
    site = module_site
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + QUOTAS)
    site.write(
        "tin-bai/mot.md",
        article_text(
            "Nội dung một.",
            title="Bài một",
            gửi="Phòng, 13/11/2024",
            được_đăng="Sở, 15/11/2024, https://so.example/1",
            **{declaration.key: f"Lời ở dòng {field}" for field, declaration in WORDS.items()},
        ),
    )
    site.write("tin-bai/hai.md", article_text(title="Bài hai", ngày="02/10/2024", tổ="Tổ 1, Tổ 2"))
    site.write("tin-bai/cho.md", article_text(title="Bài chờ", tổ="Tổ 2", duyet=None))
    site.write(
        "trang/gioi-thieu.md",
        "---\ntiêu đề: Giới thiệu\nduyệt: Phó Mẫu, 10/10/2024\n---\nTrường mẫu.\n",
    )
    made = site.publish()
    assert made.returncode == 0, made.stderr
    return site


@pytest.fixture
def full(built_full, tmp_path):
    """The same, for a test to change at will."""
    return built_full.copied(tmp_path)


def page(site, url, folder=None):
    return site.files(folder)[f"{url}index.html"].decode()


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_words_of_a_field_are_on_the_pages_that_its_declaration_names(full):
    places = {ShownIn.PAGE: "tin-bai/2024/11/mot/", ShownIn.LIST: "thang/2024/11/"}
    text = {place: words(page(full, url)) for place, url in places.items()}

    shown = {(f, place) for f in WORDS for place in places if f"Lời ở dòng {f}" in text[place]}

    assert WORDS
    assert shown == {(f, place) for f, one in WORDS.items() for place in one.shown_in & {*places}}


def test_every_kind_of_page_is_there(full):
    assert {
        "index.html",
        "404.html",
        "sitemap.xml",
        "robots.txt",
        "feeds/all.atom.xml",
        "feeds/chuyen-muc/hoat-dong.atom.xml",
        "tin-bai/2024/11/mot/index.html",
        "thang/2024/11/index.html",
        "nam-hoc/2024-2025/index.html",
        "chuyen-muc/hoat-dong/index.html",
        "to/to-1/index.html",
        "tac-gia/lan-mau/index.html",
        "chi-tieu/2024-2025/index.html",
        "chi-tieu/2024/11/index.html",
        "thong-ke/2024-2025.json",
        "lien-ket/index.html",
        "ban-bien-tap/index.html",
        "gioi-thieu/index.html",
        "so-do-trang/index.html",
        "feeds/to/to-1.atom.xml",
        "feeds/tac-gia/lan-mau.atom.xml",
    } <= set(full.files())


def test_every_page_is_vietnamese_has_one_title_and_a_way_past_the_menu(full):
    for name, content in full.files().items():
        if name.endswith(".html"):
            html = content.decode()
            assert html.count("<h1") == 1, name
            assert '<html lang="vi">' in html
            assert 'href="#noi-dung"' in html
            assert 'id="noi-dung"' in html
            assert len(re.findall(r"<title>[^<]+</title>", html)) == 1


def test_every_page_has_the_style_sheet_and_the_icon(full):
    for name, content in full.files().items():
        if name.endswith(".html"):
            assert re.search(rb'rel="stylesheet" href="[^"]*/theme/site\.', content), name
            assert b'rel="icon"' in content, name


def test_a_month_page_says_who_delivered_who_is_short_and_what_went_up(full):
    october = words(page(full, "chi-tieu/2024/10/"))
    november = words(page(full, "chi-tieu/2024/11/"))

    assert "Còn thiếu Toàn trường: thiếu 1 (Gửi 1 bài)" in october
    assert "Tổ 1 1/1 đạt Bài hai" in october
    assert "Tổ 2 1/1 đạt Bài hai" in october
    assert "Tổ 2 1/1 đạt 1 bài đã nộp, chưa đăng" in november
    assert "13/11/2024 Bài một – Phòng GD&amp;ĐT Mẫu" in november
    assert "15/11/2024 Bài một – Sở GD&amp;ĐT Mẫu" in november


def test_a_cell_of_the_matrix_opens_the_articles_behind_it(full):
    matrix = page(full, "chi-tieu/2024-2025/")

    assert 'href="../../chi-tieu/2024/11/#to--to-1"' in matrix
    assert 'id="to--to-1"' in page(full, "chi-tieu/2024/11/")
    assert 'href="../../chi-tieu/2024-2025/#to--to-1"' in matrix
    assert 'id="to--to-1"' in matrix


def test_the_json_says_what_the_page_says_and_names_no_person(full):
    tally = json.loads(full.files()["thong-ke/2024-2025.json"])
    group = next(q for q in tally["quotas"] if q["group"] == "to-1")
    november = next(cell for cell in group["cells"] if cell["period"] == "2024-11")

    assert tally["schema"] == 1
    assert tally["school_year"] == "2024-2025"
    assert november == {
        "period": "2024-11",
        "count": 1,
        "verdict": "đạt",
        "articles": ["/tin-bai/2024/11/mot/"],
    }
    assert "Lan" not in json.dumps(tally, ensure_ascii=False)


def test_feeds_are_atom_with_stable_ids_newest_first(full):
    feed = ElementTree.fromstring(full.files()["feeds/all.atom.xml"])

    assert [entry.find(f"{ATOM}id").text for entry in feed.findall(f"{ATOM}entry")] == [
        "https://truongmau.example/tin-bai/2024/11/mot/",
        "https://truongmau.example/tin-bai/2024/10/hai/",
    ]
    assert feed.find(f"{ATOM}updated").text == "2024-11-12T00:00:00+07:00"


def test_an_empty_feed_is_not_dated_by_the_clock(full):
    feed = ElementTree.fromstring(full.files()["feeds/chuyen-muc/tai-chinh.atom.xml"])

    assert feed.find(f"{ATOM}updated").text.startswith("2024-08-01")


def test_the_site_map_names_every_page_and_only_pages(full):
    text = full.files()["sitemap.xml"].decode()
    named = set(re.findall(r"<loc>https://truongmau\.example/([^<]*)</loc>", text))
    pages = {
        name.removesuffix("index.html") for name in full.files() if name.endswith("index.html")
    }

    assert named == pages


def test_the_backlink_page_lists_offices_of_today_and_before_with_what_they_carry(site):
    site.today = "2025-09-10"
    site.write(
        "tin-bai/mot.md",
        article_text(title="Bài một", được_đăng="phong, 15/11/2024, https://phong.example/1"),
    )
    site.publish()

    text = words(page(site, "lien-ket/"))

    now, before = text.split("Cơ quan trước đây")
    assert "Phòng VH-XH xã Mẫu" in now
    assert "Kết thúc hoạt động ngày 30/06/2025; kế tục: Phòng VH-XH xã Mẫu" in before
    assert "15/11/2024 Bài một" in before


def test_the_article_says_who_carries_it_and_what_was_corrected(site):
    site.write(
        "tin-bai/mot.md",
        article_text(
            được_đăng="Sở, 15/11/2024, https://so.example/1",
            đính_chính="Phó Mẫu, 16/11/2024, Có 20 em, không phải 12.",
        ),
    )
    site.publish()

    text = words(page(site, "tin-bai/2024/11/mot/"))

    assert "Đính chính (16/11/2024): Có 20 em, không phải 12." in text
    assert "Bài này đã được đăng trên Sở GD&amp;ĐT Mẫu , ngày 15/11/2024" in text


def test_what_persons_did_stays_on_the_desk_unless_the_plan_says_otherwise(full):
    assert not [name for name in full.files() if name.startswith("ca-nhan/")]

    full.invoke("build")
    assert "Lan Mẫu 3" in words(page(full, "ca-nhan/2024-2025/", full.desk))

    full.write("ke-hoach/2024-2025.yaml", PLAN_YAML + QUOTAS + "công khai cá nhân: có\n")
    full.publish()
    assert "ca-nhan/2024-2025/index.html" in full.files()


def test_the_desk_is_marked_and_kept_from_search_engines(full):
    full.invoke("build")

    for name, content in full.files(full.desk).items():
        if name.endswith(".html"):
            assert b"noindex" in content, name
            assert "bản nội bộ".encode() in content, name
    assert b"Disallow: /" in full.files(full.desk)["robots.txt"]


def test_a_category_has_a_page_a_school_year_and_the_newest_at_its_address(site):
    later = PLAN_YAML
    for old, new in (("2025", "2026"), ("2024", "2025")):
        later = later.replace(f"/{old}", f"/{new}")
    site.today = "2025-11-30"
    site.write("ke-hoach/2025-2026.yaml", later)
    site.write("tin-bai/cu.md", article_text(title="Bài cũ"))
    site.write(
        "tin-bai/moi.md",
        article_text(title="Bài mới", ngày="12/11/2025", duyet="Phó Mẫu, 12/11/2025"),
    )
    site.publish()

    assert "Bài mới" in page(site, "chuyen-muc/hoat-dong/")
    assert "Bài cũ" not in page(site, "chuyen-muc/hoat-dong/")
    assert "Bài cũ" in page(site, "chuyen-muc/hoat-dong/2024-2025/")


def test_an_empty_site_is_a_site(site):
    assert site.publish().returncode == 0
    assert "Chưa có bài nào được đăng." in page(site, "")


def test_markup_in_the_school_file_and_the_plan_is_shown_not_obeyed(site):
    site.write("truong.yaml", SCHOOL_YAML.replace("Trường Mẫu", "Trường <b>Mẫu</b>"))
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("tên: Hoạt động", "tên: <i>Hoạt</i>"))
    site.publish()

    everything = b"".join(c for n, c in site.files().items() if n.endswith(".html"))
    assert b"<b>M" not in everything
    assert b"<i>Ho" not in everything


def test_a_pinned_statement_stands_on_top_until_its_last_day(site):
    site.write("tin-bai/ghim.md", article_text(title="Nhà trường nói rõ", ghim="30/11/2024"))
    site.write("tin-bai/moi.md", article_text(title="Tin mới", ngày="20/11/2024"))

    site.publish()
    assert words(page(site, "")).index("Thông tin chính thức Nhà trường nói rõ")

    site.today = "2024-12-01"
    site.publish()
    assert "Thông tin chính thức" not in page(site, "")


def test_the_front_page_has_the_parts_that_the_school_chose_in_its_order(site):
    site.write(
        "truong.yaml", SCHOOL_YAML + "trang chủ: [cấp trên, Tài chính, tin mới, chuyên mục]\n"
    )
    two = {
        "chuyên_mục": "Tài chính",
        "duyet": "Phó Mẫu, 12/11/2024\nduyệt: Kế Toán Mẫu, 12/11/2024",
    }
    site.write("tin-bai/tien.md", article_text(title="Thu chi", **two))
    site.write("tin-bai/moi.md", article_text(title="Tin hôm nay", ngày="20/11/2024"))

    site.publish()

    text = words(page(site, ""))
    main = text[text.index("Cơ quan cấp trên") : text.index("Tổ, đoàn thể")]
    assert re.search(
        r"Sở GD&amp;ĐT Mẫu.* Tài chính Thu chi .*Tin hôm nay.*Tin mới.*Hoạt động", main
    )
    assert "Các năm học" not in main


def test_the_menu_has_the_categories_that_the_school_chose(site):
    site.write("truong.yaml", SCHOOL_YAML + "thực đơn: [Kiểm tra, Hoạt động]\n")

    site.publish()

    menu = re.search(r'<nav class="menu".*?</nav>', page(site, ""), re.DOTALL)[0]
    assert words(menu).split() == ["Trang", "chủ", "Kiểm", "tra", "Hoạt", "động"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("trang chủ: [tin mới, Hoạt độg]", "Có phải là “Hoạt động”?"),
        ("thực đơn: [Zzz]", "hoặc một trong: tin mới, lịch, văn bản, ảnh, chuyên mục"),
    ],
)
def test_a_part_of_the_front_page_that_does_not_exist_is_told(site, line, said):
    site.write("truong.yaml", SCHOOL_YAML + line + "\n")

    made = site.invoke("check")

    assert f"content/truong.yaml:{SCHOOL_YAML.count(chr(10)) + 1}: lỗi: Không có chuyên mục" in (
        made.stdout
    )
    assert said in made.stdout


def test_the_quota_page_draws_what_came_out_each_month_and_has_it_as_a_table(full):
    chart = re.search(
        r'<figure class="chart">.*?</figure>', page(full, "chi-tieu/2024-2025/"), re.S
    )[0]

    assert chart.count("<rect") == 4  # August to November have begun.
    assert "Số bài đã đăng mỗi tháng" in chart
    assert "8/24 0 9/24 0 10/24 1 11/24 1 Cộng 2" in words(chart[chart.index("<tbody") :])


def test_the_page_of_a_group_has_the_frame_of_every_page(full):
    assert 'rel="stylesheet"' in page(full, "to/to-1/")


def test_groups_and_authors_have_feeds_that_their_pages_name(full):
    for url in ("to/to-1/", "tac-gia/lan-mau/", "chuyen-muc/hoat-dong/"):
        feed = f"feeds/{url.strip('/')}.atom.xml"
        assert 'type="application/atom+xml" title="' in page(full, url)
        assert f'href="../../{feed}"' in page(full, url)
        entries = ElementTree.fromstring(full.files()[feed]).findall(f"{ATOM}entry")
        assert len(entries) == 2


def test_a_correction_is_news_to_a_feed_and_keeps_its_id(full):
    before = ElementTree.fromstring(full.files()["feeds/all.atom.xml"])
    article = full.content / "tin-bai/hai.md"
    text = article.read_text()
    article.write_text(text.replace("---\n", "---\nđính chính: Phó Mẫu, 16/11/2024, Sai tên.\n", 1))
    full.publish()

    after = ElementTree.fromstring(full.files()["feeds/all.atom.xml"])

    assert after.find(f"{ATOM}updated").text == "2024-11-16T23:59:59+07:00"
    ids = [[e.text for e in feed.iter(f"{ATOM}id")] for feed in (before, after)]
    assert ids[0] == ids[1]


def test_the_page_that_leads_everywhere_names_every_list(full):
    html = page(full, "so-do-trang/")
    lists = {
        name.removesuffix("index.html")
        for name in full.files()
        if re.match(r"(chuyen-muc|to|tac-gia|thang|nam-hoc)/.*index.html", name)
    }

    assert {url for url in lists if f'href="../{url}"' not in html} == set()
    assert 'href="./so-do-trang/"' in page(full, "")
    assert 'href="/so-do-trang/"' in full.files()["404.html"].decode()
