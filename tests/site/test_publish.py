"""Publishing: stops before anything is written, or goes on without the broken article."""

import os
import re
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from sample import PLAN_YAML, SCHOOL_YAML, article_text

BROKEN = article_text("Bài đã duyệt nhưng sai tổ.", tổ="Tổ 9")


def test_an_error_in_an_approved_article_stops_before_anything_is_written(site):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))
    site.publish()
    before = site.files()
    site.write("tin-bai/hong.md", BROKEN)

    made = site.publish()

    assert made.returncode == 1
    assert "content/tin-bai/hong.md:4: lỗi: Không có tổ “Tổ 9”" in made.stderr
    assert "Traceback" not in made.stderr
    assert site.files() == before


def test_keep_going_withholds_the_broken_article_and_says_so(site):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))
    site.write("tin-bai/hong.md", BROKEN)

    made = site.publish("--keep-going")

    assert made.returncode == 0, made.stderr
    assert "content/tin-bai/hong.md:4: lỗi" in made.stderr
    assert "tin-bai/2024/11/duoc/index.html" in site.files()
    assert "tin-bai/2024/11/hong/index.html" not in site.files()


def test_a_withheld_article_stops_nothing_however_broken(site):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))
    site.write("tin-bai/rong.md", b"")
    site.write("tin-bai/nhi-phan.md", bytes(range(256)))
    site.write("tin-bai/khong-khoa.md", "chỉ có chữ")
    site.write("tin-bai/sai-het.md", "---\ntổ: 1\nngày: x\nxyz: 1\n---\n![a](b.jpg)")

    assert site.publish().returncode == 0
    assert "tin-bai/2024/11/duoc/index.html" in site.files()


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("31/07/2025", "31/02/2025"), "2025.yaml:3:"),
        ("truong.yaml", SCHOOL_YAML.replace("https://", ""), "truong.yaml:2:"),
        ("ke-hoach/khac.yaml", PLAN_YAML, "trùng với content/ke-hoach/2024-2025.yaml"),
    ],
)
@pytest.mark.parametrize("option", [(), ("--keep-going",)])
def test_an_error_in_a_plan_or_the_school_file_always_stops(site, name, text, place, option):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))
    site.write(name, text)

    made = site.publish(*option)

    assert made.returncode == 1
    assert place in made.stderr
    assert not site.output.exists()


@pytest.mark.parametrize(
    ("template", "words", "said"),
    [
        ("article.html", "{{ article.nothing_of_that_name }}", "theme/templates/article.html:"),
        ("home.html", "{% if %}", "theme/templates/home.html:"),
    ],
)
def test_an_error_in_the_theme_stops_and_names_the_template(site, template, words, said):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))
    site.publish()
    before = site.files()
    path = site.root / "theme/templates" / template
    path.write_text(path.read_text().replace("{% block main %}", "{% block main %}" + words))

    made = site.publish()

    assert made.returncode == 1
    assert said in made.stderr
    assert "Traceback" not in made.stderr
    assert site.files() == before

    bare = site.pelican()

    assert bare.returncode == 1
    assert made.stderr.splitlines()[-3:] == bare.stderr.splitlines()[-3:]
    assert "Traceback" not in bare.stdout + bare.stderr
    assert site.files() == before


def test_templates_and_their_frame_know_the_same_by_both_entry_points(site):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))
    conf = site.root / "publishconf.py"
    conf.write_text(
        f'{conf.read_text()}\nOF_THE_SITE = "riêng"\nJINJA_GLOBALS = {{"shared": "chung"}}\n'
    )
    templates = site.root / "theme/templates"
    top, home = templates / "partials/top.html", templates / "home.html"
    words = "<i>{{ DEFAULT_LANG }} {{ OF_THE_SITE }} {{ shared }} {{ SITENAME }}</i>"
    top.write_text(words + top.read_text())
    main = "{% block main %}"
    words = "<i>{{ output_file }} {{ localsiteurl }} {{ OF_THE_SITE }} {{ shared }}</i>"
    home.write_text(home.read_text().replace(main, main + words))

    made = site.publish()

    assert made.returncode == 0, made.stderr
    ours = site.files()
    home = ours["index.html"].decode()
    assert "<i>vi riêng chung Trường Mẫu</i>" in home
    assert "<i>index.html  riêng chung</i>" in home
    bare = site.pelican()
    assert bare.returncode == 0, bare.stderr
    assert site.files() == ours


def test_two_builds_of_one_day_are_identical_to_the_byte(site):
    for n in range(5):
        site.write(f"tin-bai/bai-{n}.md", article_text(f"Bài {n}.", title="Cùng tiêu đề"))
    site.publish(PYTHONHASHSEED="1")
    first = site.files()

    site.publish(PYTHONHASHSEED="2")

    assert site.files() == first


def test_nothing_outside_the_output_changes(site):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))

    def snapshot():
        return {
            path: path.stat().st_mtime_ns
            for root in (site.root, (site.root / "plugins").resolve())
            for path in root.rglob("*")
            if path.is_file() and not {"output", "desk", "__pycache__", ".cache"} & set(path.parts)
        }

    before = snapshot()
    site.publish()
    site.invoke("build")
    site.invoke("check")

    assert snapshot() == before


def test_a_build_leaves_no_workshop_behind(site):
    site.publish()
    site.write("tin-bai/hong.md", BROKEN)
    site.publish()

    assert [p.name for p in site.root.iterdir() if p.name.startswith(".newsroom")] == []


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids.add(given.get("id"))
        canonical = given.get("rel") == "canonical"
        self.found += [given[a] for a in ("href", "src") if given.get(a) and not canonical]


@pytest.mark.parametrize("base", ["https://truong.example/", "https://truong.example/mau/trang/"])
def test_every_link_leads_somewhere_also_below_a_sub_path(site, base):
    site.write("truong.yaml", SCHOOL_YAML.replace("https://truongmau.example", base))
    quotas = (
        "chỉ tiêu:\n"
        "  - {mã: a, nội dung: A, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
        "  - {mã: b, nội dung: B, ai: toàn trường, ít nhất: 1, mỗi: học kỳ, tính theo: đăng}\n"
    )
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + quotas)
    site.write("tin-bai/mot.md", article_text("[Hai](hai.md) và [trang](../trang/gioi-thieu.md)."))
    site.write("tin-bai/hai.md", article_text("[Một](/tin-bai/2024/10/mot/)", ngày="02/10/2024"))
    site.write("tin-bai/mot.md", article_text("[Hai](hai.md), [trang](../trang/gioi-thieu.md)"))
    site.write("tin-bai/hai.md", article_text("[Một](/tin-bai/2024/11/mot/)", ngày="02/10/2024"))
    site.write(
        "trang/gioi-thieu.md",
        "---\ntiêu đề: Giới thiệu\nduyệt: Phó Mẫu, 10/10/2024\n---\nTrường mẫu.\n",
    )
    made = site.publish()
    assert made.returncode == 0, made.stderr
    pages = {
        name: Links(content.decode())
        for name, content in site.files().items()
        if name.endswith(".html")
    }
    files = set(site.files())

    dead = []
    for name, page in pages.items():
        here = base + name
        for link in page.found:
            target, fragment = urldefrag(urljoin(here, link))
            if urlsplit(target).scheme not in ("http", "https") or not target.startswith(base):
                continue
            path = target.removeprefix(base)
            path += "index.html" if not path or path.endswith("/") else ""
            if path not in files or (fragment and fragment not in pages[path].ids):
                dead.append((name, link))

    assert dead == []


def test_nothing_is_fetched_from_another_site(site):
    site.write("tin-bai/duoc.md", article_text("Chữ [ngoài](https://elsewhere.example/)."))
    site.publish()

    fetched = [
        found
        for content in site.files().values()
        for found in re.findall(rb'(?:src|srcset)="https?://[^"]*"|@import|url\(http', content)
    ]

    assert fetched == []


def test_what_people_write_is_never_markup(site):
    site.write(
        "tin-bai/duoc.md",
        article_text("Chữ.", title="<script>alert(1)</script> & Co", tóm_tắt='"><img src=x>'),
    )

    site.publish()

    everything = b"".join(site.files().values())
    ours = {b'type="module" src="../theme/search.', b'type="application/ld+json">'}
    for tag in re.findall(rb"<script ?([^<]*)", everything):
        assert any(tag.startswith(mark) for mark in ours), tag
    assert b"<img src=x" not in everything


def test_a_slip_in_the_photo_ledger_does_not_hold_up_an_urgent_withdrawal(site):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))
    site.write("anh/goi-anh.yaml", "- {tổ: Tổ 99, ngày: 10/01/2025, số ảnh: 3}\n")

    assert site.publish().returncode == 1
    assert site.publish("--keep-going").returncode == 0
    assert "tin-bai/2024/11/duoc/index.html" in site.files()


def test_refused_consent_takes_the_pictures_off_every_page(site):
    from test_no_leak import picture

    site.write("tin-bai/anh.jpg", picture("x", (9, 9, 9)))
    text = article_text("Chữ.\n\n![Mô tả](anh.jpg 'Chú thích')", ảnh="anh.jpg")
    site.write("tin-bai/duoc.md", text)
    site.publish()
    assert [name for name in site.files() if name.startswith("anh/")]

    site.write("tin-bai/duoc.md", text.replace("\nduyệt:", "\nđồng ý hình ảnh: không\nduyệt:"))
    site.publish()

    assert [name for name in site.files() if name.startswith("anh/")] == []
    page = site.files()["tin-bai/2024/11/duoc/index.html"].decode()
    assert "Chữ." in page
    assert "Chú thích" not in page


def test_a_link_for_an_output_folder_stays_a_link(site):
    web = site.root / "web"
    web.mkdir()
    site.output.symlink_to(web)
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))

    assert site.publish().returncode == 0
    assert site.output.is_symlink()
    assert (web / "index.html").is_file()


def test_the_old_site_comes_back_when_a_build_was_killed_at_the_swap(site):
    site.write("tin-bai/duoc.md", article_text("Bản đầu."))
    site.publish()
    before = site.files()
    site.output.rename(site.root / ".newsroom-output-old")
    site.write("tin-bai/hong.md", BROKEN)

    made = site.publish()

    assert made.returncode == 1
    assert site.files() == before


def test_folders_of_others_beside_the_output_are_left_alone(site):
    others = [site.root / ".output-cu", site.root / ".newsroom-khac-1"]
    for folder in others:
        folder.mkdir()
        os.utime(folder, (0, 0))

    site.publish()

    assert all(folder.is_dir() for folder in others)


def test_a_missing_theme_is_said_without_a_traceback(site):
    (site.root / "theme").rename(site.root / "theme-cu")

    made = site.publish()

    assert made.returncode == 1
    assert "theme" in made.stderr
    assert "Traceback" not in made.stderr
