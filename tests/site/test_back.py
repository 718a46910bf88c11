"""`back` shows the editions that stood, and puts one in place; nothing decided on comes back."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest
from sample import PLAN_YAML, article_text

CONSENT = {"ảnh": "cay.jpg", "đồng ý hình ảnh": "có"}
SENTENCE = "Chú bảo vệ già tưới hàng cây bàng trước cổng từ lúc trời còn tờ mờ sáng."


@pytest.fixture(scope="module")
def published(module_site):
    from PIL import Image

    (module_site.content / "tin-bai").mkdir()
    Image.new("RGB", (700, 500), "green").save(module_site.content / "tin-bai/cay.jpg")
    for n in range(6):
        module_site.write(f"tin-bai/bai-{n}.md", article_text(f"Bài {n}.", title=f"Bài {n}"))
    module_site.write("tin-bai/cay.md", article_text(SENTENCE, title="Hàng cây bàng", **CONSENT))
    assert module_site.publish().returncode == 0
    return module_site


@pytest.fixture
def site(published, tmp_path):
    return published.copied(tmp_path)


def change(site, day="2024-12-01"):
    """Another edition the next day: one article more."""
    site.today = day
    site.write("tin-bai/moi.md", article_text("Bài mới.", title="Bài mới"))
    assert site.publish().returncode == 0


def withdraw(site, name="cay", **more):
    text = article_text(
        SENTENCE, title="Hàng cây bàng", **CONSENT, gỡ="Phó Mẫu, 30/11/2024, Gia đình"
    )
    site.write(f"tin-bai/{name}.md", text)


def test_nothing_is_kept_before_the_second_edition(site):
    made = site.invoke("back")

    assert made.returncode == 0
    assert "Chưa giữ bản nào" in made.stdout


@pytest.mark.parametrize("word", ["1", "30/11/2024", "2024-11-30"])
def test_an_edition_comes_back_byte_for_byte_by_number_or_day(site, word):
    before = site.files()
    change(site)
    listed = site.invoke("back").stdout

    made = site.invoke("back", word)

    assert made.returncode == 0, made.stderr
    assert site.files() == before
    assert "số 1  ngày 30/11/2024" in listed
    assert "7 bài, 0 trang và văn bản" in listed
    assert "thêm 1: /tin-bai/2024/11/moi/" in listed
    assert "bớt 1: /tin-bai/2024/11/moi/" in made.stdout
    assert site.run("-c", VERIFY).stdout.strip() == "2024-11-30"


VERIFY = """
import sys
sys.path.insert(0, "plugins")
from pathlib import Path
from newsroom.verification.manifest import verified_edition
print(verified_edition(Path("output")).date)
"""


def test_the_next_publication_is_of_the_content_again(site):
    change(site)
    after = site.files()
    assert site.invoke("back", "1").returncode == 0

    assert site.publish().returncode == 0

    assert site.files() == after
    assert site.invoke("back", "30/11/2024").returncode == 0


def test_a_withdrawn_article_never_comes_back(site):
    withdraw(site)
    assert site.publish().returncode == 0
    before = site.files()

    for more in ([], ["--allow-undecided"]):
        made = site.invoke("back", "1", *more)

        assert made.returncode == 1
        assert "/tin-bai/2024/11/cay/ (content/tin-bai/cay.md): đã gỡ" in made.stderr
        assert site.files() == before


def test_nor_where_its_file_had_another_name_then(site):
    (site.content / "tin-bai/cay.md").unlink()
    withdraw(site, "ten-khac")
    assert site.publish().returncode == 0

    made = site.invoke("back", "1", "--allow-undecided")

    assert made.returncode == 1
    assert "(content/tin-bai/ten-khac.md): đã gỡ" in made.stderr


def test_nor_a_picture_that_a_family_refused(site):
    text = article_text(SENTENCE, title="Hàng cây bàng", **{**CONSENT, "đồng ý hình ảnh": "không"})
    site.write("tin-bai/cay.md", text)
    assert site.publish().returncode == 0

    made = site.invoke("back", "1", "--allow-undecided")

    assert made.returncode == 1
    assert "gia đình không đồng ý ảnh" in made.stderr
    assert "content/tin-bai/cay.md" in made.stderr


def test_an_edition_after_the_withdrawal_may_come_back(site):
    withdraw(site)
    assert site.publish().returncode == 0
    before = site.files()
    change(site)

    assert site.invoke("back", "2").returncode == 0
    assert site.files() == before


def test_a_mishap_is_undone_by_who_means_it(site):
    before = site.files()
    shutil.rmtree(site.content / "tin-bai")
    assert site.publish("--allow-removals").returncode == 0

    refused = site.invoke("back", "1")
    made = site.invoke("back", "1", "--allow-undecided")

    assert refused.returncode == 1
    assert "/tin-bai/2024/11/bai-0/: tệp bài không còn" in refused.stderr
    assert "python3 tasks.py back 1 --allow-undecided" in refused.stderr
    assert made.returncode == 0, made.stderr
    assert "Hiện lại dù hôm nay chưa được đăng" in made.stdout
    assert site.files() == before


def test_one_can_go_back_while_a_plan_is_broken(site):
    before = site.files()
    change(site)
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("ban biên tập:", "ban bien tap la:"))
    assert site.publish().returncode == 1

    made = site.invoke("back", "1", "--allow-undecided")

    assert made.returncode == 0, made.stderr
    assert site.files() == before


@pytest.mark.parametrize(
    ("word", "words"),
    [("7", "Không giữ bản số 7"), ("01/01/2020", "của ngày 01/01/2020"), ("hôm qua", "số hay ngày"),
     ("01/12/2024", "đang đứng"), ("²", "số hay ngày"), ("99999999999999999999", "Không giữ")],
)  # fmt: skip
def test_what_is_not_kept_is_said(site, word, words):
    change(site)
    before = site.files()

    made = site.invoke("back", word)

    assert made.returncode == 1
    assert words in made.stderr
    assert "Traceback" not in made.stderr
    assert site.files() == before


def test_a_file_that_is_lost_is_named_and_nothing_changes(site):
    change(site)
    before = site.files()
    for place in (site.root / ".output-editions/000001").iterdir():
        if place.name != "manifest.json":
            place.unlink()

    assert "thiếu tệp" in site.invoke("back").stdout
    made = site.invoke("back", "1")

    assert made.returncode == 1
    assert "thiếu hoặc hỏng tệp" in made.stderr
    assert site.files() == before


def test_what_bare_pelican_replaces_is_kept_too(site):
    before = site.files()
    change(site)
    assert site.pelican().returncode == 0
    assert site.files() != before

    assert site.invoke("back", "1").returncode == 0
    assert site.files() == before


def test_other_plugins_change_nothing_of_it(site):
    before = site.files()
    conf = site.root / "publishconf.py"
    (site.root / "listener.py").write_text("def register(): pass\n")
    conf.write_text(conf.read_text() + "\nimport listener\nPLUGINS = [*PLUGINS, listener]\n")
    change(site)

    assert site.invoke("back", "1").returncode == 0
    assert site.files() == before


def test_a_build_without_change_and_the_desk_keep_nothing(site):
    assert site.publish().returncode == 0
    assert site.invoke("build").returncode == 0
    site.write("tin-bai/cho.md", article_text("Chờ.", title="Chờ", duyet=None))
    assert site.invoke("build").returncode == 0

    assert not (site.root / ".output-editions").exists()
    assert not (site.root / ".desk-editions").exists()


def test_kept_editions_are_cleared_away_with_the_output(site):
    change(site)

    assert site.invoke("clean").returncode == 0

    assert not (site.root / ".output-editions").exists()


def test_deploy_as_is_sends_the_edition_that_was_put_back(site):
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nDEPLOY = {"folder": {"path": "../www"}}\n')
    before = site.files()
    del before["manifest.json"]
    change(site)
    assert site.invoke("back", "1").returncode == 0

    made = site.invoke("deploy", "--to", "folder", "--as-is")

    assert made.returncode == 0, made.stderr
    arrived = site.files(site.root.parent / "www")
    arrived.pop(".ht-newsroom.json")
    assert arrived == before


def test_deploy_as_is_sends_nothing_that_was_withdrawn_since(site):
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nDEPLOY = {"folder": {"path": "../www"}}\n')
    withdraw(site)

    made = site.invoke("deploy", "--to", "folder", "--as-is")

    assert made.returncode == 1
    assert "content/tin-bai/cay.md): đã gỡ" in made.stderr
    assert not (site.root.parent / "www").exists()
    assert site.invoke("deploy", "--to", "folder").returncode == 0


KILLS = int(os.environ.get("NEWSROOM_KILLS", "6"))


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows ends processes in its own way")
def test_killed_at_any_moment_what_is_kept_comes_back_whole(site):
    chance, editions, took = random.Random(14), [], 0.0
    for mark in ("a", "b"):
        site.write("tin-bai/bai-3.md", article_text(f"Bài {mark}.", title=f"Bài {mark}"))
        begun = time.monotonic()
        assert site.run("-c", PUBLISH).returncode == 0
        took = time.monotonic() - begun
        editions.append(site.files())
    first = site.invoke("back").stdout

    for n in range(KILLS):
        mark = "ab"[n % 2]
        site.write("tin-bai/bai-3.md", article_text(f"Bài {mark}.", title=f"Bài {mark}"))
        process = subprocess.Popen(
            [sys.executable, "-c", PUBLISH],
            cwd=site.root,
            env={**os.environ, "NEWSROOM_TODAY": site.today, "PYTHONUTF8": "1"},
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(took / 2, took))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    assert "số 1" in first
    told = site.invoke("back").stdout
    assert "thiếu tệp" not in told
    for number in sorted(re.findall(r"số (\d+)", told), key=int)[1:]:
        made = site.invoke("back", number)
        if made.returncode == 0:
            assert site.files() in editions, number
        else:
            assert "đang đứng" in made.stderr or "Không giữ bản" in made.stderr


PUBLISH = "import tasks; tasks.TASKS['publish'][0]()"
