"""Stopped at any moment: the old site or the new one, and the next build repairs."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from sample import article_text

# 200 by hand: NEWSROOM_KILLS=200 pytest tests/site/test_interruption.py
KILLS = int(os.environ.get("NEWSROOM_KILLS", "20"))


@pytest.fixture
def filled(site):
    for n in range(1, 13):
        site.write(f"tin-bai/bai-{n}.md", article_text(f"Bài {n}.", title=f"Bài {n}"))
    assert site.publish().returncode == 0
    return site


def edition_of(site, mark):
    site.write("tin-bai/bai-3.md", article_text(f"Bài ba {mark}.", title=f"Bài {mark}"))


def start(site, **more):
    return subprocess.Popen(
        [sys.executable, "-c", "import tasks; tasks.TASKS['publish'][0]()"],
        cwd=site.root,
        env={**os.environ, "NEWSROOM_TODAY": site.today, "PYTHONUTF8": "1", **more},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_killed_at_any_moment_the_site_is_the_old_or_the_new_one(filled):
    chance = random.Random(8)
    editions = []
    for mark in ("a", "b"):
        edition_of(filled, mark)
        begun = time.monotonic()
        assert filled.run("-c", "import tasks; tasks.TASKS['publish'][0]()").returncode == 0
        took = time.monotonic() - begun
        editions.append(filled.files())
    assert editions[0] != editions[1]

    killed = 0
    for n in range(KILLS):
        edition_of(filled, "ab"[n % 2])
        process = start(filled)
        time.sleep(chance.uniform(0, took))
        how = signal.SIGINT if n % 4 == 0 else signal.SIGKILL
        os.killpg(process.pid, how)
        process.communicate()
        killed += process.returncode != 0
        # Between two renames of a disk without exchange the old one stands aside.
        assert filled.files() in editions, n

    assert killed
    edition_of(filled, "b")
    assert filled.publish().returncode == 0
    assert filled.files() == editions[1]
    left = [path for path in filled.root.iterdir() if path.name.startswith(".newsroom")]
    assert left == [filled.root / ".newsroom-output-shadow"]
    assert filled.files(left[0]) == editions[1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit for the size of a file")
@pytest.mark.parametrize(
    "entry_point",
    [
        "import tasks; tasks.TASKS['publish'][0]()",
        "from pelican import main; main(['-s', 'publishconf.py'])",
    ],
)
def test_a_full_disk_is_said_and_leaves_the_old_site(filled, entry_point):
    before = filled.files()
    edition_of(filled, "đầy")
    script = (
        f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n{entry_point}\n"
    )

    made = filled.run("-c", script)

    assert made.returncode == 1
    assert "Máy không ghi được" in made.stderr
    assert "Traceback" not in made.stderr + made.stdout
    assert filled.files() == before
    assert filled.publish().returncode == 0
    assert any("đầy".encode() in content for content in filled.files().values())


def test_a_clock_that_was_set_back_changes_nothing(filled):
    for place in filled.output.rglob("*"):
        os.utime(place, (2_000_000_000, 2_000_000_000))
    edition_of(filled, "sau")

    assert filled.publish().returncode == 0
    assert "Bài ba sau." in (filled.output / "tin-bai/2024/11/bai-3/index.html").read_text()
    leftover = filled.root / ".newsroom-output-abc"
    leftover.mkdir()
    os.utime(leftover, (4_000_000_000, 4_000_000_000))
    assert filled.publish().returncode == 0
    assert not leftover.exists()


def test_of_two_builds_at_once_the_second_waits_and_says_so(filled):
    (filled.root / ".cache").mkdir(exist_ok=True)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; sys.path.insert(0, 'plugins')\n"
            "from pathlib import Path\nfrom newsroom.building.atomic_output import build_lock\n"
            "with build_lock(Path('.cache')): print('held', flush=True); input()",
        ],
        cwd=filled.root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline() == "held\n"
    edition_of(filled, "hai")
    second = start(filled)

    assert "chờ lần ấy xong" in second.stderr.readline()
    assert second.poll() is None
    holder.communicate("\n")
    second.communicate(timeout=60)

    assert second.returncode == 0
    assert "Bài ba hai." in (filled.output / "tin-bai/2024/11/bai-3/index.html").read_text()
