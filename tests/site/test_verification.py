"""A finished edition is looked at before the world sees it: each fault is planted and found."""

import gzip
import io
import json
import os
import shutil
import zipfile

import pytest
from PIL import Image
from sample import PLAN_YAML, SCHOOL_YAML, article_text
from test_no_leak import picture

from newsroom.building.publishing import BuildRefused, audit_edition
from newsroom.verification.manifest import NotVerified, verified_edition
from newsroom.verification.page_check import size_fault

SENTENCE = "Sáng nay các bạn lớp Bốn cùng cô trồng mười hai cây bưởi ở góc vườn sau trường."
TITLE = "Mười hai cây bưởi ở góc vườn"
WAITING = article_text(
    f"{SENTENCE}\n\n![Cây](anh-cay-buoi-1.jpg) [Bản ghi](ghi-chep-vuon-1.pdf)",
    title=TITLE,
    duyet=None,
    tác_giả="Khách Viết Mẫu Thử",
)


@pytest.fixture(scope="module")
def sound(module_site):
    """The edition into which the tests plant their faults, each in a copy."""
    site = module_site
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + "cộng tác viên: [Khách Viết Mẫu Thử]\n")
    site.write("tin-bai/duoc.md", article_text("Chữ đã duyệt.\n\n![Ảnh](chung.jpg)"))
    site.write("tin-bai/chung.jpg", picture("x", (200, 1, 1)))
    site.write("tin-bai/trong-cay-buoi.md", WAITING)
    site.write("tin-bai/anh-cay-buoi-1.jpg", picture("x", (0, 99, 0)))
    site.write("tin-bai/ghi-chep-vuon-1.pdf", b"%PDF-1.4 ghi chep\n%%EOF\n")
    made = site.publish()
    assert made.returncode == 0, made.stderr
    return site


@pytest.fixture
def built(sound, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", sound.today)
    return sound.copied(tmp_path)


def audit(site):
    """The words of an audit of the output; empty where it finds nothing."""
    try:
        audit_edition(site.root / "publishconf.py", site.output)
    except BuildRefused as refused:
        return str(refused)
    return ""


AUDIT = """
import sys
sys.path.insert(0, "plugins")
from pathlib import Path
from newsroom.building.publishing import audit_edition
audit_edition(Path("publishconf.py").resolve(), Path("output"))
"""


def zipped(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


def jpeg_saying(words):
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = words
    Image.new("RGB", (9, 9)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def png_saying(words):
    from PIL.PngImagePlugin import PngInfo

    out, said = io.BytesIO(), PngInfo()
    said.add_text("Comment", words)
    Image.new("RGB", (9, 9)).save(out, "PNG", pnginfo=said)
    return out.getvalue()


def test_a_sound_edition_passes(built):
    assert audit(built) == ""
    assert built.publish("--verify-all").returncode == 0


LEAKS = {
    "sentence in a page": ("index.html", f"<p>{SENTENCE}</p>".encode(), "Lộ một câu"),
    "sentence in an attribute": ("index.html", f'<p title="{SENTENCE}">'.encode(), "Lộ một câu"),
    "title in a page": ("404.html", f"<b>{TITLE}</b>".encode(), "Lộ tiêu đề"),
    "title in the search": ("tim-kiem/muc-luc.json", f'["{TITLE}"]'.encode(), "Lộ tiêu đề"),
    "title, escaped": ("thong-ke/2024-2025.json", json.dumps([TITLE]).encode(), "Lộ tiêu đề"),
    "title in a feed": ("feeds/all.atom.xml", f"<a>{TITLE}</a>".encode(), "Lộ tiêu đề"),
    "folded in a calendar": ("lich.ics", f"A:{TITLE[:12]}\r\n {TITLE[12:]}".encode(), "tiêu đề"),
    "author": ("index.html", "<i>Khách Viết Mẫu Thử</i>".encode(), "Lộ tên tác giả"),
    "file name": ("robots.txt", b"x/trong-cay-buoi", "Lộ tên tệp"),
    "picture name": ("_headers", b"anh-cay-buoi-1.jpg", "Lộ tên tệp"),
    "gzip": ("a.gz", gzip.compress(SENTENCE.encode()), "Lộ một câu"),
    "zip": ("a.zip", zipped("x.txt", SENTENCE), "Lộ một câu"),
    "name inside a zip": ("a.zip", zipped("trong-cay-buoi.md", ""), "Lộ tên tệp"),
    "office file": ("a.docx", zipped("word/document.xml", f"<w:t>{SENTENCE}</w:t>"), "một câu"),
    "zip in a zip": ("a.zip", zipped("b.docx", zipped("c.xml", SENTENCE)), "Lộ một câu"),
    "JPEG metadata": ("anh/a.jpg", jpeg_saying(TITLE), "thông tin ghi kèm"),
    "PNG metadata": ("anh/a.png", png_saying(TITLE), "thông tin ghi kèm"),
    "UTF-16": ("a.bin", SENTENCE.encode("utf-16"), "Lộ một câu"),
}


@pytest.mark.parametrize("kind", LEAKS)
def test_a_leak_planted_in_a_built_site_is_found_and_named(built, kind):
    name, content, words = LEAKS[kind]
    place = built.output / name
    before = place.read_bytes() if place.exists() else b""
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(before.replace(b"</main>", content + b"</main>") if before else content)
    if before and b"</main>" not in before:
        place.write_bytes(before + content)

    said = audit(built)

    assert f"output/{name}:1: lỗi: " in said
    assert words in said
    if "ghi kèm" not in words:
        assert "tin-bai/trong-cay-buoi.md" in said


@pytest.mark.parametrize("name", ["anh-cay-buoi-1.jpg", "ghi-chep-vuon-1.pdf"])
def test_a_withheld_file_is_found_by_content_under_any_name(built, name):
    (built.output / "theme/khac.bin").write_bytes((built.content / "tin-bai" / name).read_bytes())

    assert "Lộ ảnh hoặc tệp của tin-bai/trong-cay-buoi.md" in audit(built)


def test_a_withheld_picture_as_the_desk_made_it_is_found_under_any_name(built):
    ours = {path.name for path in (built.output / "anh").iterdir()}
    assert built.invoke("build").returncode == 0
    made = next(p for p in (built.desk / "anh").iterdir() if p.name not in ours)
    (built.output / "anh/0000000000000000.jpg").write_bytes(made.read_bytes())

    # By the site's own code, which remembers what the desk made.
    said = built.run("-c", AUDIT).stderr

    assert "Lộ ảnh hoặc tệp của tin-bai/trong-cay-buoi.md" in said


def spoil(site, name, old, new):
    place = site.output / name
    text = place.read_text()
    assert old in text
    place.write_text(text.replace(old, new, 1))


FAULTS = {
    "dead link": ("404.html", "</main>", '<a href="/khong/co/">x</a></main>', "Liên kết"),
    "dead anchor": ("index.html", "</main>", '<a href="#khong">x</a></main>', "Liên kết"),
    "dead anchor elsewhere": (
        "index.html",
        "</main>",
        '<a href="./lien-ket/#khong">x</a></main>',
        "lien-ket/index.html#khong",
    ),
    "dead picture": ("index.html", "</main>", '<img src="./anh/x.jpg"></main>', "anh/x.jpg"),
    "dead srcset": ("index.html", "</main>", '<img srcset="./y.jpg 2x"></main>', "y.jpg"),
    "out of the site": ("index.html", "</main>", '<a href="../x">x</a></main>', "“..”"),
    "canonical": (
        "index.html",
        'canonical" href="https://truongmau.example/',
        'canonical" href="https://truongmau.example/z/',
        "z/index.html",
    ),
    "feed entry": ("feeds/all.atom.xml", "/tin-bai/2024/11/duoc/", "/tin-bai/2024/11/x/", "x/"),
    "site map says more": ("sitemap.xml", "/lien-ket/", "/khong-co/", "khong-co/index.html"),
    "site map says less": ("sitemap.xml", "/lien-ket/", "/", "thiếu trang lien-ket/index.html"),
    "open tag": ("index.html", "</main>", "<div></main>", "HTML sai"),
    "half a page": ("index.html", "</html>", "", "HTML sai"),
    "broken XML": ("feeds/all.atom.xml", "</feed>", "</fed>", "không đọc được"),
    "broken JSON": ("thong-ke/2024-2025.json", "{", "", "không đọc được"),
    "desk page": ("index.html", "<main", '<aside class="desk-bar"></aside><main', "ban biên tập"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_planted_in_a_built_site_is_found(built, kind):
    name, old, new, words = FAULTS[kind]
    spoil(built, name, old, new)

    said = audit(built)

    assert f"output/{name}:1: lỗi: " in said
    assert words in said


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file")
@pytest.mark.parametrize("name", ["a:b.txt", "a\x1b[2J.txt", "a. ", "\\a.txt"])
def test_a_file_that_no_sending_would_take_is_found(built, name):
    (built.output / name).write_bytes(b"x")

    assert "đổi tên tệp" in audit(built)


def test_a_path_of_the_machine_is_found(built):
    spoil(built, "index.html", "</main>", f"<!-- {built.root} --></main>")

    assert "đường dẫn trên máy" in audit(built)


@pytest.mark.parametrize("folder", ["trang-chu", "quy-che", "noi-dung/2024-2025", "danh-muc/x"])
def test_a_page_of_the_desk_is_known_by_its_folder(built, folder):
    (built.output / folder).mkdir(parents=True)
    shutil.copy(built.output / "lien-ket/index.html", built.output / folder)

    assert f"output/{folder}/index.html:1: lỗi: Trang này chỉ dành cho" in audit(built)


def test_a_stray_a_missing_and_a_heavy_file_are_found(built):
    (built.output / "cho-duyet/x").mkdir(parents=True)
    (built.output / "cho-duyet/x/index.html").write_text("<html></html>")
    (built.output / "lien-ket/index.html").unlink()
    (built.output / "theme/logo.svg").write_text("<svg>" + " " * 95_000_000 + "</svg>")

    said = audit(built)

    assert "output/cho-duyet/x/index.html:1: lỗi: Tệp lạ" in said
    assert "chỉ dành cho ban biên tập" in said
    assert "output/lien-ket/index.html:1: lỗi: Thiếu tệp này." in said
    assert "output/theme/logo.svg:1: lỗi: Tệp nặng 95,0 MB" in said


def test_how_large_an_attachment_may_be_is_for_its_host_to_say():
    assert size_fault("theme/logo.svg", 96_000_000)
    assert not size_fault("tep/0123456789ab/ky-yeu.pdf", 96_000_000)


def test_a_file_edited_by_hand_is_no_verified_edition(built):
    verified_edition(built.output)
    spoil(built, "index.html", "</main>", " </main>")

    with pytest.raises(NotVerified, match=r"index\.html: đã bị sửa"):
        verified_edition(built.output)
    (built.output / "manifest.json").unlink()
    with pytest.raises(NotVerified, match="không có"):
        verified_edition(built.output)


def test_a_leak_by_the_theme_stops_a_publication_and_leaves_the_old_site(built):
    before = built.files()
    (built.root / "theme/static/ghi-chu.txt").write_text(f"x {SENTENCE} x")

    made = built.publish()

    assert made.returncode == 1
    assert "output/theme/ghi-chu.txt:1: lỗi: Lộ một câu của tin-bai/trong-cay" in made.stderr
    assert "trang cũ vẫn giữ nguyên" in made.stderr
    assert built.files() == before
    assert built.publish("--keep-going").returncode == 1


def test_an_unchanged_file_is_read_again_when_its_words_are_withheld_later(built):
    """A theme's file names an article that is public; then the article is returned."""
    built.write(
        "tin-bai/trong-cay-buoi.md",
        WAITING.replace("---\n", "---\nduyệt: Phó Mẫu, 13/11/2024\n", 1),
    )
    (built.root / "theme/static/ghi-chu.txt").write_text(f"xem {TITLE} nhé")
    assert built.publish().returncode == 0
    before = built.files()

    built.write("tin-bai/trong-cay-buoi.md", WAITING)
    made = built.publish()

    assert made.returncode == 1
    assert "output/theme/ghi-chu.txt:1: lỗi: Lộ tiêu đề" in made.stderr
    assert built.files() == before


def test_a_dead_link_of_the_theme_stops_unless_it_is_urgent(built):
    page = built.root / "theme/templates/not_found.html"
    page.write_text(
        page.read_text().replace("{% endblock %}", '<a href="{{ root }}/xyz/">x</a>{% endblock %}')
    )

    made = built.publish()
    urgent = built.publish("--keep-going")

    assert made.returncode == 1
    assert "xyz/index.html” không dẫn tới đâu" in made.stderr
    assert "--keep-going" in made.stderr
    assert urgent.returncode == 0
    assert "xyz/index.html” không dẫn tới đâu" in urgent.stderr


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("tin-bai/duoc.md", article_text(f"Trích: {SENTENCE}", tóm_tắt=TITLE)),
        ("truong.yaml", SCHOOL_YAML + f"giới thiệu: {SENTENCE} {TITLE}\n"),
        ("lich.yaml", f"- {{ngày: 20/12/2024, việc: {TITLE}, công khai: có}}\n"),
    ],
)
def test_words_that_somebody_says_in_public_are_no_leak(built, where, text):
    built.write(where, text)

    made = built.publish()

    assert made.returncode == 0, made.stderr
    assert any(TITLE.encode() in content for content in built.files().values())
    assert audit(built) == ""


def test_a_picture_that_an_approved_article_shows_too_is_no_leak(built):
    built.write("tin-bai/duoc.md", article_text("![Cây](anh-cay-buoi-1.jpg)"))

    made = built.publish()

    assert made.returncode == 0, made.stderr
    assert audit(built) == ""


@pytest.mark.parametrize("title", ["Họp tổ", "Khai giảng", "Tin bài", "Liên kết cấp trên"])
def test_a_short_or_everyday_title_of_a_withheld_article_stops_nothing(built, title):
    built.write("tin-bai/lien-ket.md", article_text("Họp.", title=title, duyet=None))

    made = built.publish()

    assert made.returncode == 0, made.stderr
    assert audit(built) == ""


def test_a_text_that_links_to_what_is_not_there_stops_nothing(built):
    links = "[a](/thang/2031/01/) [b](/to/to-1/#muc-hai) [c](trong-cay-buoi.md#x)"
    built.write("tin-bai/hai.md", article_text(links + " [e](https://truongmau.example/cu.php)"))

    made = built.publish()

    assert made.returncode == 0, made.stderr
    page = built.files()["tin-bai/2024/11/hai/index.html"].decode()
    assert "2031" not in page
    assert "cu.php" in page
    assert "content/tin-bai/hai.md:9: cảnh báo: Trang /to/to-1/ không có chỗ" in made.stderr
    assert "content/tin-bai/hai.md:9: cảnh báo: Liên kết tới /thang/2031/01/ bỏ đi" in made.stderr


def test_the_manifest_lists_every_file_with_its_hash(built):
    import hashlib

    told = json.loads((built.output / "manifest.json").read_bytes())

    files = {name: content for name, content in built.files().items() if name != "manifest.json"}
    assert {f["path"]: (f["sha256"], f["size"]) for f in told["files"]} == {
        name: (hashlib.sha256(content).hexdigest(), len(content)) for name, content in files.items()
    }
    assert (told["edition"], told["date"], told["commit"]) == ("public", "2024-11-30", "")
