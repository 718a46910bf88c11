"""Nobody empties the site by mistake: publish refuses, names one option, and touches nothing."""

import re
import shutil

import pytest
from sample import PLAN_YAML, article_text

TODAY = "2024-11-30"


@pytest.fixture(scope="module")
def published(module_site):
    for n in range(12):
        module_site.write(f"tin-bai/bai-{n}.md", article_text(f"Bài {n}.", title=f"Bài {n}"))
    assert module_site.publish().returncode == 0
    return module_site


@pytest.fixture
def site(published, tmp_path):
    return published.copied(tmp_path)


def other_board(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("Phó Mẫu", "Người Khác"))


def set_back(site):
    site.today = "2020-01-01"


def a_day_earlier(site):
    site.today = "2024-11-29"


def half_deleted(site):
    for n in range(6):
        (site.content / f"tin-bai/bai-{n}.md").unlink()


@pytest.mark.parametrize(
    ("mishap", "words"),
    [
        (set_back, ["01/01/2020", "30/11/2024", "12 bài đã duyệt", "NEWSROOM_TODAY"]),
        (a_day_earlier, ["29/11/2024", "30/11/2024"]),
        (other_board, ["12 bài đã duyệt", "không có tên trong ban biên tập (12)"]),
        (half_deleted, ["6 trong 12", "/tin-bai/2024/11/bai-0/", "tệp bài không còn"]),
    ],
)
def test_a_mishap_is_refused_named_and_changes_nothing(site, mishap, words):
    before = site.files()
    mishap(site)

    made = site.publish()

    assert made.returncode == 1
    assert [word for word in words if word not in made.stderr] == []
    assert re.findall(r"--[a-z-]+", made.stderr) == ["--allow-removals"]
    assert "python3 tasks.py publish --allow-removals" in made.stderr
    assert "Đăng 0 bài" not in made.stderr
    assert site.files() == before
    assert site.publish().returncode == 1


@pytest.mark.parametrize(
    ("mishap", "words"),
    [
        (a_day_earlier, "trước ngày của bản đang đứng (30/11/2024)"),
        (other_board, "dù có 12 bài đã duyệt"),
        (half_deleted, "6 trong 12 bài"),
    ],
)
def test_check_warns_of_it_first(site, mishap, words):
    assert "output/manifest.json" not in site.invoke("check").stdout
    mishap(site)

    made = site.invoke("check")

    assert made.returncode == 0
    assert "output/manifest.json:1: cảnh báo: " in made.stdout
    assert words in made.stdout


@pytest.mark.parametrize("mishap", [set_back, other_board, half_deleted])
def test_who_means_it_goes_on_with_the_option(site, mishap):
    mishap(site)

    made = site.publish("--allow-removals")

    assert made.returncode == 0, made.stderr
    assert "tin-bai/2024/11/bai-0/index.html" not in site.files()
    # Allowed once, it stands, and nothing more goes.
    assert site.publish().returncode == 0


def test_what_is_mended_is_published_as_ever(site):
    before = site.files()
    other_board(site)
    assert site.publish().returncode == 1
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML)

    assert site.publish().returncode == 0
    assert site.files() == before


def test_withdrawals_never_wait_however_many_they_are(site):
    for n in range(12):
        text = article_text(f"Bài {n}.", title=f"Bài {n}", gỡ="Phó Mẫu, 30/11/2024, Gia đình")
        site.write(f"tin-bai/bai-{n}.md", text)

    made = site.publish()

    assert made.returncode == 0, made.stderr
    assert "Bài 3." not in str(site.files())
    # Years later the files of what was withdrawn are cleared away: no reader loses anything.
    shutil.rmtree(site.content / "tin-bai")
    assert site.publish().returncode == 0


def test_a_withdrawal_among_a_mishap_is_named_with_the_line_that_sends_it_out(site):
    half_deleted(site)
    text = article_text("Bài 9.", title="Bài 9", gỡ="Phó Mẫu, 30/11/2024, Gia đình")
    site.write("tin-bai/bai-9.md", text)

    made = site.publish("--keep-going")

    assert made.returncode == 1
    assert "1 bài gỡ hoặc trả lại theo quyết định" in made.stderr
    assert "/tin-bai/2024/11/bai-9/" in made.stderr
    assert "phải gỡ bài ngay" in made.stderr
    assert "python3 tasks.py publish --keep-going --allow-removals" in made.stderr
    assert site.publish("--keep-going", "--allow-removals").returncode == 0
    assert "Bài 9." not in str(site.files())


def test_articles_with_errors_are_held_back_by_keep_going_alone(site):
    for n in range(6):
        site.write(f"tin-bai/bai-{n}.md", article_text(tổ="Tổ lạ"))
    assert site.publish().returncode == 1

    assert site.publish("--keep-going").returncode == 0
    assert "tin-bai/2024/11/bai-0/index.html" not in site.files()


def test_without_an_output_only_emptiness_is_asked_about(site):
    shutil.rmtree(site.output)
    half_deleted(site)
    assert site.publish().returncode == 0
    shutil.rmtree(site.output)
    set_back(site)

    made = site.publish()

    assert made.returncode == 1
    assert "6 bài đã duyệt" in made.stderr
    assert not site.output.exists()


@pytest.mark.parametrize("spoil", ["", "{", '{"schema": 1, "edition": "public", "date": "x"}'])
def test_where_the_manifest_is_broken_the_folder_tells_what_was_public(site, spoil):
    (site.output / "manifest.json").write_text(spoil)
    half_deleted(site)

    made = site.publish()

    assert made.returncode == 1
    assert "6 trong 12" in made.stderr


def test_bare_pelican_asks_before_it_empties_the_folder(site):
    before = site.files()
    half_deleted(site)

    made = site.pelican()

    assert made.returncode == 1
    assert "6 trong 12" in made.stderr
    assert "-e NEWSROOM_ALLOW_REMOVALS=true" in made.stderr
    assert "Traceback" not in made.stderr
    assert site.files() == before
    assert site.pelican("-e", "NEWSROOM_ALLOW_REMOVALS=true").returncode == 0


def test_other_plugins_change_nothing_of_it(site):
    conf = site.root / "publishconf.py"
    (site.root / "listener.py").write_text("def register(): pass\n")
    conf.write_text(conf.read_text() + "\nimport listener\nPLUGINS = [*PLUGINS, listener]\n")
    half_deleted(site)

    made = site.publish()

    assert made.returncode == 1
    assert "6 trong 12" in made.stderr
    assert "python3 tasks.py publish --allow-removals" in made.stderr
    assert site.publish("--allow-removals").returncode == 0


def test_the_desk_shows_any_day(site):
    assert site.invoke("build").returncode == 0
    set_back(site)

    assert site.invoke("build").returncode == 0
