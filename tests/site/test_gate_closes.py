"""Take the gate away and find it shut: the site is empty or refused, never open."""

import pytest
from sample import article_text

SECRET = "chữ-chưa-duyệt"


@pytest.fixture
def gated(site):
    site.takes_its_own_plugin()
    site.write("tin-bai/cho.md", article_text(SECRET, title=SECRET, duyet=None))
    site.write("tin-bai/duoc.md", article_text("Chữ đã duyệt."))
    return site


def shows(site, words):
    return [name for name, content in site.files().items() if words.encode() in content]


def test_bare_pelican_publishes_what_is_approved_and_nothing_else(gated):
    made = gated.pelican()

    assert made.returncode == 0, made.stderr
    assert "tin-bai/2024/11/duoc/index.html" in gated.files()
    assert shows(gated, SECRET) == []


def test_without_the_plugin_the_site_is_empty(gated):
    conf = gated.root / "publishconf.py"
    conf.write_text(conf.read_text() + "\nPLUGINS = []\n")

    gated.pelican()

    assert [name for name in gated.files() if not name.startswith("theme/")] == []


@pytest.mark.parametrize("plugins", ["None", "['newsroom_missing']"])
def test_whatever_else_is_named_as_plugin_the_site_is_empty_or_refused(gated, plugins):
    conf = gated.root / "publishconf.py"
    conf.write_text(conf.read_text() + f"\nPLUGINS = {plugins}\n")

    gated.pelican()

    assert shows(gated, SECRET) == []
    assert shows(gated, "Chữ đã duyệt") == []


def test_a_register_that_raises_leaves_the_site_empty(gated):
    plugin = gated.root / "plugins/newsroom/plugin.py"
    text = plugin.read_text()
    plugin.write_text(text.replace("def register() -> None:", "def register() -> None:\n    1 / 0"))

    gated.pelican()

    assert [name for name in gated.files() if not name.startswith("theme/")] == []


def test_a_plugin_that_cannot_be_imported_stops_the_build(gated):
    (gated.root / "plugins/newsroom/domain/approval/gate.py").write_text(
        "import nothing_of_that_name\n"
    )

    made = gated.pelican()

    assert made.returncode != 0
    assert not gated.output.exists()


def test_a_gate_that_raises_stops_the_build(gated):
    gate = gated.root / "plugins/newsroom/domain/approval/gate.py"
    gate.write_text(f"{gate.read_text()}\n\ndef judge(*_):\n    raise ZeroDivisionError\n")

    made = gated.pelican()

    assert made.returncode != 0
    assert not gated.output.exists()


@pytest.mark.parametrize(
    "setting",
    [
        'ARTICLE_PATHS=[""]',
        'PAGE_PATHS=["tin-bai"]',
        'STATIC_PATHS=["tin-bai"]',
        "OUTPUT_SOURCES=true",
        'TEMPLATE_PAGES={"tin-bai/cho.md":"x.html"}',
        'NEWSROOM_EDITION="desk2"',
        "JINJA_ENVIRONMENT={}",
    ],
)
def test_a_setting_that_would_open_a_way_past_the_gate_is_refused(gated, setting):
    made = gated.pelican("-e", setting)

    assert made.returncode != 0
    assert not gated.output.exists()


def test_even_with_paths_opened_and_no_plugin_pelican_writes_no_article(gated):
    conf = gated.root / "publishconf.py"
    conf.write_text(conf.read_text() + "\nPLUGINS = []\nARTICLE_PATHS = ['']\n")

    gated.pelican()

    assert shows(gated, SECRET) == []


def test_a_page_withdrawn_since_the_last_build_is_gone_with_bare_pelican_too(gated):
    gated.pelican()
    withdrawn = article_text("Chữ đã duyệt.", gỡ="Hiệu Trưởng Mẫu, 20/11/2024, Gia đình đề nghị.")
    gated.write("tin-bai/duoc.md", withdrawn)

    gated.pelican()

    assert shows(gated, "Chữ đã duyệt") == []
    assert shows(gated, "Tiêu đề bài") == []
    assert "Bài đã được gỡ" in gated.files()["tin-bai/2024/11/duoc/index.html"].decode()


def test_other_plugins_are_shown_the_published_articles_only(gated):
    conf = gated.root / "publishconf.py"
    (gated.root / "listener.py").write_text(
        "from pelican import signals\n"
        "def tell(generators):\n"
        "    context = generators[0].context\n"
        "    print('SEEN', [(a.title, a.url) for a in context['articles']])\n"
        "def register():\n"
        "    signals.all_generators_finalized.connect(tell)\n"
    )
    conf.write_text(conf.read_text() + "\nimport listener\nPLUGINS = [*PLUGINS, listener]\n")

    made = gated.pelican()

    assert "SEEN [('Tiêu đề bài', 'tin-bai/2024/11/duoc/')]" in made.stdout


@pytest.mark.parametrize(
    "setting", ["DELETE_OUTPUT_DIRECTORY=false", 'THEME_STATIC_PATHS=["../content/tin-bai"]']
)
def test_a_setting_that_would_keep_or_copy_what_is_withheld_is_refused(gated, setting):
    made = gated.pelican("-e", setting)

    assert made.returncode != 0
    assert "Traceback" not in made.stderr
    assert not gated.output.exists()


def test_every_rebuild_of_a_running_pelican_asks_the_gate_again(gated):
    script = (
        "import sys; sys.argv=['x']\n"
        "from pathlib import Path\n"
        "from pelican import Pelican\n"
        "from pelican.settings import read_settings\n"
        "p = Pelican(read_settings('publishconf.py'))\n"
        "p.run()\n"
        "f = Path('content/tin-bai/duoc.md')\n"
        "f.write_text(f.read_text().replace('duyệt:', 'gỡ: Phó Mẫu, 20/11/2024\\nduyệt:'))\n"
        "p.run()\n"
    )

    made = gated.run("-c", script)

    assert made.returncode == 0, made.stderr
    assert shows(gated, "Chữ đã duyệt") == []
