"""From the pictures that people hand in to those that the world sees."""

import io
import re
import unicodedata

import pytest
from images.heic_sample import HEIC
from PIL import Image
from sample import PLAN_YAML, article_text
from test_no_leak import picture

STRICT = PLAN_YAML.replace("đồng ý hình ảnh: không bắt buộc\n", "")


def photo(shade=90, size=(2000, 1500), form="JPEG"):
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").point(lambda v: (v + shade) % 256).save(out, form)
    return out.getvalue()


def broken_inside():
    """A PNG whose head and end are whole."""
    whole = bytearray(photo(size=(300, 200), form="PNG"))
    at = whole.index(b"IDAT") + 20
    whole[at : at + 60] = b"\xff" * 60
    return bytes(whole)


def made(site):
    return {name: content for name, content in site.files().items() if name.startswith("anh/")}


def page(site, name="bai"):
    return site.files()[f"tin-bai/2024/11/{name}/index.html"].decode()


def shown(html):
    return set(re.findall(r"anh/[0-9a-f]{16}-\d+\.(?:webp|jpg)", html))


def test_a_photo_goes_out_in_several_widths_and_the_first_is_wanted_at_once(site):
    site.write("tin-bai/a.jpg", photo())
    site.write("tin-bai/b.jpg", photo(20))
    site.write("tin-bai/bai.md", article_text("![Một](a.jpg)\n\n![Hai](b.jpg)"))

    site.publish()

    html = page(site)
    first, second = re.findall(r'<figure><a class="photo" [^>]*><img ([^>]*)></a>', html)
    assert re.findall(r"(\d+)w", first) == ["480", "960", "1600"]
    assert 'width="1600" height="1200"' in first
    assert 'loading="eager" fetchpriority="high"' in first
    assert 'loading="lazy"' in second
    assert "fetchpriority" not in second
    assert "style=" not in html
    assert 'property="og:image" content="https://truongmau.example/anh/' in html
    assert 'og:image:width" content="1200"' in html
    files = made(site)
    assert shown(html) == set(files)
    for name, content in files.items():
        assert Image.open(io.BytesIO(content)).width == int(re.search(r"-(\d+)\.", name)[1])


def test_a_cover_that_stands_in_the_text_is_not_shown_twice(site):
    site.write("tin-bai/a.jpg", photo())
    site.write("tin-bai/mot.md", article_text("Mở.\n\n![Một](a.jpg)", ảnh="a.jpg"))
    site.write("tin-bai/hai.md", article_text("Mở. [Ảnh lớn](a.jpg)", ảnh="a.jpg"))

    site.publish()

    assert page(site, "mot").count(" srcset=") == page(site, "hai").count(" srcset=") == 1
    assert "article__cover" not in page(site, "mot")
    assert 'loading="eager"' in page(site, "mot")
    assert "article__cover" in page(site, "hai")


def test_only_a_cover_is_made_small_enough_for_lists(site):
    site.write("tin-bai/a.jpg", photo())
    site.write("tin-bai/b.jpg", photo(20))
    site.write("tin-bai/bai.md", article_text("![Hai](b.jpg)", ảnh="a.jpg"))

    site.publish()

    widths = sorted(name.partition("-")[2] for name in made(site))
    assert widths == sorted(
        [
            *("320.webp", "480.webp", "960.webp", "1600.webp", "1200.jpg"),
            *("480.webp", "960.webp", "1600.webp"),
        ]
    )
    assert "-320.webp 320w" in site.files()["index.html"].decode()


def test_the_original_never_goes_out_in_any_form(site):
    originals = {"a.jpg": photo(), "b.png": photo(20, (300, 200), "PNG"), "c.heic": HEIC}
    originals["d.HIF"] = HEIC
    for name, content in originals.items():
        site.write(f"tin-bai/{name}", content)
    body = "![Một](a.jpg) [to](a.jpg)\n\n![Hai](b.png)\n\n![Ba](c.heic)\n\n![Bốn](d.HIF)"
    site.write("tin-bai/bai.md", article_text(body))

    said = site.publish()

    assert said.returncode == 0, said.stderr
    assert len(shown(page(site))) == 3 + 1 + 1 + 1
    for content in site.files().values():
        assert content not in originals.values()
        assert b"BI-MAT" not in content


GALLERY = (
    "anh 2.JPG",
    "anh 10.jpg",
    "Ảnh lớp #1.jpeg",
    unicodedata.normalize("NFD", "Ảnh đẹp 100%.JPG"),
    "IMG_2031 (1).PNG",
    "z5123_a&b.webp",
    "IMG_0001.HEIC",
)


def write_gallery(site, place="anh/Khai giảng"):
    for n, name in enumerate(GALLERY):
        form = {"PNG": "PNG", "webp": "WEBP"}.get(name.rpartition(".")[2], "JPEG")
        content = HEIC if name.endswith("HEIC") else photo(n * 9, (700 + n, 500), form)
        site.write(f"{place}/{name}", content)
    site.write(f"{place}/Thumbs.db", b"x")


def test_a_folder_of_any_names_is_a_gallery_in_the_order_people_count(site):
    write_gallery(site)
    ways = ["Khai giảng", "khai giảng/", "anh/Khai giảng/", "/anh/KHAI GIẢNG"]
    for number, written in enumerate(ways):
        site.write(f"tin-bai/bai-{number}.md", article_text(thư_viện=written))

    said = site.publish()

    assert said.returncode == 0, said.stderr
    for number, written in enumerate(ways):
        html = page(site, f"bai-{number}")
        links = re.findall(r'<a class="gallery__link" href="../../../../(anh/[^"]*)"', html)
        widths = [re.search(r"-(\d+)\.", link)[1] for link in links]
        assert widths == ["700", "701", "703", "702", "48", "704", "705"], written
        assert all(link in made(site) for link in links)
        assert "Khai giảng" not in html


GALLERY_MISTAKES = {
    "khong-co": "Không tìm thấy thư mục ảnh “khong-co”.",
    "..": "Không tìm thấy thư mục ảnh “..”.",
    "anh": "Không tìm thấy thư mục ảnh “anh”.",
    "rong": "Thư mục “rong” chưa có ảnh nào.",
    "tin-bai": "Thư mục “tin-bai” có cả tệp bài",
}


@pytest.mark.parametrize("written", GALLERY_MISTAKES)
def test_a_folder_that_is_no_gallery_is_told_at_its_line(site, written):
    site.write("anh/a.jpg", photo(size=(40, 30)))
    site.write("anh/rong/doc.txt", b"x")
    site.write("tin-bai/bai.md", article_text(thư_viện=written))

    said = site.invoke("check").stdout

    assert f"content/tin-bai/bai.md:8: lỗi: {GALLERY_MISTAKES[written]}" in said


def test_a_picture_that_comes_into_a_gallery_breaks_its_seal_and_no_other(site):
    site.write("anh/a/1.jpg", photo(size=(40, 30)))
    site.write("tin-bai/bai.md", article_text(thư_viện="a", duyet=None))
    site.write("tin-bai/khac.md", article_text(duyet=None))
    site.invoke("approve", "--path", "content/tin-bai/bai.md", "--by", "Phó Mẫu")
    site.invoke("approve", "--path", "content/tin-bai/khac.md", "--by", "Phó Mẫu")
    site.publish()
    assert len(shown(page(site))) == 2

    site.write("anh/a/2.jpg", photo(9, size=(40, 30)))
    site.publish()

    files = site.files()
    assert "tin-bai/2024/11/bai/index.html" not in files
    assert "tin-bai/2024/11/khac/index.html" in files
    assert not made(site)


def test_a_picture_that_breaks_in_the_making_stops_the_build_before_anything_is_written(site):
    site.write("tin-bai/bai.md", article_text("Một.\n\n![Mô tả](a.png)"))
    site.write("tin-bai/a.png", photo(size=(30, 20), form="PNG"))
    site.publish()
    before = site.files()
    site.write("tin-bai/a.png", broken_inside())

    refused = site.publish()

    assert refused.returncode != 0
    line = "content/tin-bai/bai.md:11: lỗi: Ảnh “tin-bai/a.png” bị hỏng bên trong"
    assert line in refused.stderr
    assert "Traceback" not in refused.stderr
    assert site.files() == before
    # It is known from now on, also where nothing is decoded.
    assert line in site.invoke("check").stdout


def test_keep_going_withholds_only_the_article_with_the_broken_picture(site):
    site.write("tin-bai/a.png", broken_inside())
    site.write("tin-bai/bai.md", article_text("![Mô tả](a.png)"))
    site.write("tin-bai/khac.md", article_text("Chữ."))

    went_on = site.publish("--keep-going")

    assert went_on.returncode == 0, went_on.stderr
    assert "tin-bai/2024/11/khac/index.html" in site.files()
    assert "tin-bai/2024/11/bai/index.html" not in site.files()


def test_bare_pelican_stops_for_it_too(site):
    site.write("tin-bai/a.png", broken_inside())
    site.write("tin-bai/bai.md", article_text("![Mô tả](a.png)"))

    refused = site.pelican()

    assert refused.returncode != 0
    assert "bị hỏng bên trong" in refused.stderr
    assert not site.output.exists() or not site.files()


FAULTY = {
    "rong.jpg": (b"", "rỗng (0 byte)"),
    "cut.jpg": (photo()[:9000], "chép chưa hết"),
    "trang.png": (b"<html>", "bị hỏng hoặc không phải là ảnh"),
    "ve.png": (b"<svg><script>x</script></svg>", "là hình vẽ SVG"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_check_names_file_line_and_remedy_of_a_faulty_picture(site, name):
    content, words = FAULTY[name]
    site.write(f"tin-bai/{name}", content)
    site.write("tin-bai/bai.md", article_text(f"![Mô tả]({name})"))

    said = site.invoke("check")

    assert said.returncode == 1
    assert re.search(
        rf"bai\.md:9: lỗi: Ảnh “tin-bai/{name}” {re.escape(words)}.*\n    → ", said.stdout
    )


def test_a_store_that_was_damaged_is_mended(site):
    site.write("tin-bai/a.jpg", photo())
    site.write("tin-bai/bai.md", article_text("![Mô tả](a.jpg)"))
    site.publish()
    before = made(site)
    for n, file in enumerate(sorted((site.root / ".cache/anh").iterdir())):
        file.write_bytes(b"" if n % 2 else b"damaged") if n else file.unlink()
    for file in (site.output / "anh").iterdir():
        file.unlink()

    site.publish()

    assert made(site) == before


def test_what_was_made_is_used_again_when_all_else_is_forgotten_and_goes_with_its_source(site):
    site.write("tin-bai/a.jpg", photo())
    site.write("tin-bai/bai.md", article_text("![Mô tả](a.jpg)"))
    site.publish()
    store = site.root / ".cache/anh"
    written = {file.name: file.stat().st_mtime_ns for file in store.iterdir()}
    (site.root / ".cache/newsroom.sqlite").unlink()

    site.publish()
    assert {file.name: file.stat().st_mtime_ns for file in store.iterdir()} == written

    (site.content / "tin-bai/a.jpg").unlink()
    site.write("tin-bai/bai.md", article_text("Chữ."))
    site.publish()
    assert not list(store.iterdir())


def test_without_the_families_consent_an_article_with_pictures_waits(site):
    site.write("ke-hoach/2024-2025.yaml", STRICT)
    site.write("tin-bai/a.jpg", picture("x", (9, 9, 9)))
    site.write("anh/g/b.jpg", picture("x", (9, 99, 9)))
    site.write("tin-bai/bia.md", article_text(ảnh="a.jpg"))
    site.write("tin-bai/trong.md", article_text("![Mô tả](a.jpg)"))
    site.write("tin-bai/noi.md", article_text("[ảnh](a.jpg)"))
    site.write("tin-bai/thu-vien.md", article_text(thư_viện="g"))
    site.write("tin-bai/chu.md", article_text("Chữ."))
    site.write("tin-bai/co.md", article_text(ảnh="a.jpg", đồng_ý_hình_ảnh="có"))
    site.write("tin-bai/vang.md", article_text(ảnh="a.jpg", đồng_ý_hình_ảnh="không có trẻ em"))

    site.publish()

    articles = {n.split("/")[3] for n in site.files() if re.match(r"tin-bai/2024/11/.", n)}
    assert articles == {"chu", "co", "vang"}
    site.invoke("build")
    assert "chưa ghi sự đồng ý" in site.files(site.desk)["index.html"].decode()


def test_the_plan_may_leave_consent_to_the_board(site):
    site.write("tin-bai/a.jpg", picture("x", (9, 9, 9)))
    site.write("tin-bai/bai.md", article_text(ảnh="a.jpg"))

    site.publish()

    assert shown(page(site))


def test_a_withdrawn_consent_takes_the_pictures_off_everything_and_tells_what_to_purge(site):
    site.write("anh/g/b.jpg", photo(1, (500, 400)))
    site.write("tin-bai/a.jpg", photo(2, (500, 400)))
    site.write("tin-bai/chung.jpg", photo(3, (500, 400)))
    text = article_text("![Mô tả](chung.jpg)", ảnh="a.jpg", thư_viện="g", đồng_ý_hình_ảnh="có")
    site.write("tin-bai/bai.md", text)
    site.write("tin-bai/khac.md", article_text("![Mô tả](chung.jpg)", đồng_ý_hình_ảnh="có"))
    site.publish()
    before, kept = made(site), shown(page(site, "khac"))
    assert len(before) > len(kept)

    site.write("tin-bai/bai.md", text.replace("ảnh: có", "ảnh: không"))
    site.publish()
    said = site.invoke("check").stdout

    # The article that shared a picture shows it still, with its copy for other sites.
    assert set(made(site)) == kept
    for name, content in site.files().items():
        gone = {url.encode() for url in before.keys() - kept}
        assert not any(url in content for url in gone), name
    advice, warning = (
        next(line for line in said.splitlines() if kind in line)
        for kind in ("gợi ý: Gia đình không đồng ý", "cảnh báo: Ảnh “chung.jpg” vẫn hiện")
    )
    assert "bai.md:10:" in advice
    assert "tin-bai/khac.md" in warning
    named = set(re.findall(r"anh/([0-9a-f]{16})-\*", advice))
    assert named == {url[4:20] for url in before} - {url[4:20] for url in kept}
