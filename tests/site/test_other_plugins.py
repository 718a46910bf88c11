"""Plugins of other people in a newsroom's site: they hear their signals and put their files in."""

import pytest
from sample import article_text

PLUGINS = """
import listener
from pelican.plugins import neighbors, precompress, series, sitemap, tag_cloud

PLUGINS += [neighbors, precompress, series, sitemap, tag_cloud, listener]
SITEMAP = {"format": "xml"}
"""
LISTENER = """
from pelican import signals

def tell(generators):
    context = generators[0].context
    for article in context["articles"]:
        newer = article.next_article
        print("ARTICLE", article.title, newer.title if newer else "-", article.category.url)
    for page in context["pages"]:
        print("PAGE", page.title, page.url)
    print("CLOUD", [tag.name for tag, _ in context["tag_cloud"]])

def register():
    signals.all_generators_finalized.connect(tell)
"""


@pytest.fixture
def visited(site):
    pytest.importorskip("pelican.plugins.sitemap", reason="pelican-sitemap: requirements-dev.txt")
    for n in (1, 2):
        text = article_text(
            f"Bài {n}.", title=f"Bài {n}", ngày=f"0{n}/10/2024", **{"từ khóa": "xe"}
        )
        site.write(f"tin-bai/bai-{n}.md", text)
    site.write("tin-bai/cho.md", article_text("Chưa duyệt.", title="Bài đang chờ", duyet=None))
    about = "---\ntiêu đề: Giới thiệu\nduyệt: Phó Mẫu, 01/09/2024\n---\nTrường.\n"
    site.write("trang/gioi-thieu.md", about)
    site.publish()
    (site.root / "listener.py").write_text(LISTENER)
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + PLUGINS)
    return site


def test_five_plugins_work_by_either_entry_point_to_the_same_files(visited):
    before = visited.files()

    made = visited.publish()

    assert made.returncode == 0, made.stderr
    ours = visited.files()
    again = visited.pelican()
    assert again.returncode == 0, again.stderr
    for told in (made.stdout, again.stdout):
        assert "ARTICLE Bài 1 Bài 2 chuyen-muc/" in told
        assert "ARTICLE Bài 2 - chuyen-muc/" in told
        assert "PAGE Giới thiệu gioi-thieu/" in told
        assert "CLOUD ['xe']" in told
        assert "đang chờ" not in told
    assert "index.html.gz" in ours
    assert b"https://truongmau.example/tin-bai/2024/10/bai-1/" in ours["sitemap.xml"]
    # This plugin stamps the time of day.
    stamped = {"sitemap.xml", "sitemap.xml.gz", "manifest.json"}
    assert [n for n, text in visited.files().items() if text != ours[n] and n not in stamped] == []
    assert [n for n in before if before[n] != ours[n] and n not in stamped] == []


def test_a_plugin_that_fails_is_told_in_words_and_the_old_site_stays(visited):
    before = visited.files()
    text = LISTENER.replace("context = generators", "1 / 0; context = generators")
    (visited.root / "listener.py").write_text(text)

    made = visited.publish()

    assert made.returncode == 1
    assert "Pelican dừng giữa chừng: ZeroDivisionError" in made.stderr
    assert "Traceback" not in made.stderr
    assert visited.files() == before


@pytest.mark.parametrize("line", ["import no_such_plugin", "PLUGINS += [", "1 / 0"])
def test_a_settings_file_that_fails_is_told_with_its_line(site, line):
    conf = site.root / "publishconf.py"
    number = conf.read_text().count("\n") + 1
    conf.write_text(f"{conf.read_text()}{line}\n")

    made = site.publish()

    assert made.returncode == 1
    assert f"publishconf.py:{number}: lỗi: Không đọc được tệp cài đặt" in made.stderr
    assert "Traceback" not in made.stderr
