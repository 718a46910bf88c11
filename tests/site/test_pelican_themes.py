"""The newsroom in a Pelican site of somebody else: another theme, or the package.

`small_theme` uses what themes use: Pelican's objects, its settings, its filter and test, the
templates of its theme `simple`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample import article_text

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SECRET = "Chữ này nằm trong một bài còn đang chờ ban biên tập của trường xem lại lần nữa."
SETTINGS = """
PLUGINS = [newsroom]
NEWSROOM_EDITION = "public"
PATH, OUTPUT_PATH, THEME, CACHE_PATH = "content", "output", "small_theme", ".cache"
DELETE_OUTPUT_DIRECTORY = True
TIMEZONE = "Asia/Ho_Chi_Minh"
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = [], [], []
JINJA_ENVIRONMENT = {"autoescape": True}
DIRECT_TEMPLATES = ["index", "archives"]
FEED_ALL_ATOM = "feeds/all.xml"
DEFAULT_DATE_FORMAT = "%d/%m/%Y"
DEFAULT_PAGINATION = 2
FOOTER = "Chân trang <b>"
"""


@pytest.fixture
def themed(site):
    shutil.copytree(HERE / "small_theme", site.root / "small_theme")
    conf = "from newsroom import plugin as newsroom\n" + SETTINGS
    (site.root / "publishconf.py").write_text(f"import sys\nsys.path.insert(0, 'plugins')\n{conf}")
    for n in range(1, 4):
        text = article_text(
            f"Bài {n}, xem [bài một](bai-1.md).", title=f"Bài <{n}>", ngày=f"0{n}/10/2024"
        )
        site.write(f"tin-bai/bai-{n}.md", text)
    site.write("tin-bai/cho.md", article_text(SECRET, title="Chưa duyệt", duyet=None))
    about = "---\ntiêu đề: Giới thiệu\nduyệt: Phó Mẫu, 01/09/2024\n---\nTrường.\n"
    site.write("trang/gioi-thieu.md", about)
    return site


def shows(files, words):
    return [name for name, content in files.items() if words in content.decode("utf-8", "replace")]


def page(site, path):
    return site.files()[path].decode()


def test_pelican_writes_the_pages_with_its_own_templates(themed):
    made = themed.publish()

    assert made.returncode == 0, made.stderr
    article = page(themed, "tin-bai/2024/10/bai-3/index.html")
    assert "<h1>Bài &lt;3&gt;</h1>" in article
    assert '<p>Bài 3, xem <a href="../../../../tin-bai/2024/10/bai-1/">bài một</a>.</p>' in article
    assert '03/10/2024 · <a href="../../../../chuyen-muc/hoat-dong/">Hoạt động</a>' in article
    assert 'href="../../../../tac-gia/' in article
    assert "<footer>Chân trang &lt;b&gt; Có cổng duyệt.</footer>" in article
    assert "03/10/2024" in page(themed, "index.html")
    assert "Bài &lt;1&gt;" in page(themed, "index2.html")
    assert "Giới thiệu" in page(themed, "gioi-thieu/index.html")
    files = themed.files()
    assert {"archives.html", "theme/css/main.css", "thong-ke/2024-2025.json"} <= files.keys()
    assert "https://truongmau.example/tin-bai/2024/10/bai-3/" in page(themed, "feeds/all.xml")
    assert shows(files, "Chưa duyệt") == shows(files, SECRET) == []


def test_both_entry_points_write_the_same_bytes(themed):
    assert themed.publish().returncode == 0
    ours = themed.files()

    made = themed.pelican()

    assert made.returncode == 0, made.stderr
    assert themed.files() == ours


def test_the_theme_that_pelican_brings_along_works_too(themed):
    conf = themed.root / "publishconf.py"
    conf.write_text(conf.read_text().replace('"small_theme"', '"simple"'))

    made = themed.publish()

    assert made.returncode == 0, made.stderr
    assert "Bài &lt;3&gt;" in page(themed, "tin-bai/2024/10/bai-3/index.html")


def test_what_only_our_theme_can_show_is_refused_with_words(themed):
    conf = themed.root / "publishconf.py"
    conf.write_text(conf.read_text().replace('"public"', '"desk"'))

    made = themed.publish()

    assert made.returncode == 1
    assert "cần giao diện của tòa soạn" in made.stderr
    assert not themed.output.exists()


TELLTALE = """
from pathlib import Path
from pelican import signals

def tell(path, context):
    with open(path, "a") as page:
        page.write(Path("content/tin-bai/cho.md").read_text().split("---")[-1])

def register():
    signals.content_written.connect(tell)
"""


def test_a_leak_by_a_plugin_of_others_stops_bare_pelican_too(themed):
    themed.publish()
    before = themed.files()
    (themed.root / "telltale.py").write_text(TELLTALE)
    conf = themed.root / "publishconf.py"
    conf.write_text(f"{conf.read_text()}\nimport telltale\nPLUGINS.append(telltale)\n")

    made = themed.pelican()

    assert made.returncode != 0
    assert "Lộ một câu" in made.stderr
    assert themed.files() == before


def test_a_name_of_the_settings_goes_before_that_of_the_school(themed):
    conf = themed.root / "publishconf.py"
    conf.write_text(f'{conf.read_text()}\nSITENAME = "Tên riêng"\n')

    assert themed.publish().returncode == 0
    ours = themed.files()
    assert themed.pelican().returncode == 0

    assert "<title>Tên riêng</title>" in ours["index.html"].decode()
    assert themed.files() == ours


def test_pelican_that_waits_for_changes_waits_on_after_a_mistake(themed):
    def runs(words):
        code = (
            "import sys; sys.path.insert(0, 'plugins')\n"
            "from pelican import Pelican\n"
            "from pelican.settings import read_settings\n"
            "from newsroom import plugin\n"
            "plugin.register()\n"
            f"def {words}(): Pelican(read_settings('publishconf.py')).run()\n"
            f"{words}(); print('on')\n"
        )
        return themed.run("-c", code)

    assert themed.publish().returncode == 0
    before = themed.files()
    themed.write("tin-bai/bai-1.md", article_text("Bài.", title="Bài", ngày="45/10/2024"))

    watched, once = runs("autoreload"), runs("main")

    assert (watched.returncode, watched.stdout.splitlines()[-1]) == (0, "on")
    assert once.returncode == 1
    assert "không phải là một ngày có thật" in watched.stderr
    assert themed.files() == before


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder into which pip installed the package from these sources."""
    pytest.importorskip("hatchling", reason="hatchling: requirements-dev.txt")
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation"]
    made = subprocess.run(
        [*pip, "--target", str(target), str(ROOT)], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return target


def test_a_pelican_site_of_somebody_else_takes_the_installed_package(themed, installed):
    assert themed.publish().returncode == 0
    ours = themed.files()
    (themed.root / "plugins").unlink()
    conf = themed.root / "publishconf.py"
    conf.write_text(f"from pelican.plugins import newsroom\n{SETTINGS}")

    made = themed.pelican(PYTHONPATH=str(installed))

    assert made.returncode == 0, made.stderr
    theirs = themed.files()
    assert theirs.keys() == ours.keys()
    # The footer of this theme asks for the plugin by the name that it has among our sources.
    assert theirs["thong-ke/2024-2025.json"] == ours["thong-ke/2024-2025.json"]
    assert shows(theirs, "Chưa duyệt") == shows(theirs, SECRET) == []


def test_the_package_brings_our_theme_along(installed):
    assert (installed / "pelican/themes/newsroom/templates/home.html").is_file()
