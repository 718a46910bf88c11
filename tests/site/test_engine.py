"""The engine builds what Pelican builds, imports little, and steps aside for other plugins."""

import sqlite3

import pytest
from sample import article_text

LISTENER = """\
from pelican import signals

def tell(generators):
    articles = generators[0].context["articles"]
    print("SEEN", sorted((a.title, a.url, a.content) for a in articles))

def written(path, context):
    if path.endswith("chi-tieu/2024-2025/index.html"):
        print("WRITTEN")

def register():
    signals.all_generators_finalized.connect(tell)
    signals.content_written.connect(written)
"""


@pytest.fixture
def filled(site):
    for n in range(1, 7):
        on = f"{n:02}/10/2024"
        site.write(f"tin-bai/bai-{n}.md", article_text(f"Bài {n}.", title=f"Bài {n}", ngày=on))
    site.write("tin-bai/cho.md", article_text("Chưa duyệt.", title="Chờ", duyet=None))
    return site


@pytest.mark.parametrize(
    ("task", "conf", "folder"),
    [("publish", "publishconf.py", "output"), ("build", "pelicanconf.py", "desk")],
)
def test_pelican_and_the_engine_write_the_same_bytes(filled, task, conf, folder):
    filled.invoke(task)
    ours = filled.files(filled.root / folder)
    made = filled.pelican(conf=conf)

    assert made.returncode == 0, made.stderr
    assert filled.files(filled.root / folder) == ours


def test_another_plugin_hears_pelicans_signals_and_sees_every_article(filled):
    conf = filled.root / "publishconf.py"
    (filled.root / "listener.py").write_text(LISTENER)
    filled.publish()
    before = filled.files()
    conf.write_text(conf.read_text() + "\nimport listener\nPLUGINS = [*PLUGINS, listener]\n")

    for _ in range(2):
        made = filled.publish()

        assert "('Bài 1', 'tin-bai/2024/10/bai-1/', '<p>Bài 1.</p>')" in made.stdout
        assert made.stdout.count("tin-bai/2024/10/") == 6
        assert "Chờ" not in made.stdout
        assert "WRITTEN" in made.stdout
        assert filled.files() == before


HEAVY = {"jinja2", "markdown", "nh3", "PIL", "yaml", "pydantic", "pelican", "livereload", "invoke"}
REPORT = """
import sys
import tasks
tasks.TASKS["publish"][0]()
print("IMPORTED", *({heavy!r} & set(sys.modules)))
"""


def imported(site):
    made = site.run("-c", REPORT.format(heavy=HEAVY))
    assert made.returncode == 0, made.stderr
    return set(made.stdout.split("IMPORTED")[1].split())


def test_a_build_imports_only_what_it_needs(filled):
    assert {"jinja2", "yaml", "pydantic"} <= imported(filled)

    assert imported(filled) == set()

    filled.write("tin-bai/bai-3.md", article_text("Bài ba.", title="Bài 3", ngày="03/10/2024"))
    assert imported(filled) <= {"jinja2", "nh3"}


def test_an_output_that_cannot_be_written_is_said_and_mended_next_time(filled, monkeypatch):
    filled.publish()
    page = filled.output / "tin-bai/2024/10/bai-3/index.html"
    filled.write("tin-bai/bai-3.md", article_text("Bài ba.", title="Bài 3", ngày="03/10/2024"))
    script = (
        "import os, tasks\n"
        "def refuse(a, b):\n"
        "    raise PermissionError(13, 'mở', str(b))\n"
        "os.replace = refuse\n"
        "import newsroom.buildtools.operating_system as system\n"
        "system.exchanged = lambda *folders: False\n"
        "tasks.TASKS['publish'][0]()\n"
    )

    made = filled.run("-c", script)

    assert made.returncode == 1
    assert "Không ghi được vào output" in made.stderr
    assert "Traceback" not in made.stderr
    assert filled.publish().returncode == 0
    assert "Bài ba." in page.read_text()


def test_an_approved_article_is_never_printed_with_the_words_of_another_text(filled):
    """Two builds at once may leave the record of one and the sheet of the other."""
    filled.publish()
    build_cache = filled.root / ".cache/newsroom.sqlite"
    with sqlite3.connect(build_cache) as file:
        other = file.execute("SELECT body FROM sheet WHERE path LIKE '%cho.md'").fetchone()
        file.execute("UPDATE sheet SET body = ? WHERE path LIKE '%bai-3.md'", other)
    (filled.output / "tin-bai/2024/10/bai-3/index.html").unlink()

    made = filled.publish()

    assert made.returncode == 0, made.stderr
    page = filled.files()["tin-bai/2024/10/bai-3/index.html"].decode()
    assert "Bài 3." in page
    assert "Chưa duyệt." not in page
