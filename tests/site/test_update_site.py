"""From this version to the next, as a school does it: clone, start, update, back, all by tasks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from demo_content import DEMO, ROOT
from sample import write_file

TODAY = "2026-11-21"
BEGINNINGS = "docs/ke-hoach-mau/bat-dau"
OF_THE_DEMO = ("truong.yaml", "lich.yaml", "ke-hoach/2026-2027.yaml")
NOTE = "\n# The next version says this.\n"


def git(root: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=root, check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.fixture
def somebody(monkeypatch):
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Mẫu")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "mau@truong.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def upstream(software, tmp_path, somebody):
    """The software as it is now, with the demo, in a repository and on its host."""
    root = tmp_path / "phan-mem"
    shutil.copytree(software, root, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(root / "content")
    for name in OF_THE_DEMO:
        write_file(root / "content", name, (DEMO / name).read_bytes())
    shutil.copytree(ROOT / BEGINNINGS, root / BEGINNINGS)
    for name in ("pyproject.toml", "CHANGELOG.md", ".gitignore", "requirements.txt"):
        shutil.copyfile(ROOT / name, root / name)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "0.1.0")
    git(tmp_path, "clone", "-q", "--bare", str(root), "host.git")
    return root


def release(root: Path) -> None:
    """The next version: code, theme, a changed demo and its changelog."""
    for name in ("plugins/newsroom/domain/problem.py", "theme/templates/base.html"):
        path = root / name
        note = NOTE if path.suffix == ".py" else "{# The next version. #}"
        path.write_text(path.read_text(encoding="utf-8") + note, encoding="utf-8")
    project = root / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace('version = "0.1.0"', 'version = "0.2.0"'), encoding="utf-8")
    with (root / "CHANGELOG.md").open("a", encoding="utf-8") as file:
        file.write("- The next version is better.\n")
    write_file(root / "content", "tin-bai/2026-11/mau-moi.md", "mẫu mới")
    write_file(root / "content", "lich.yaml", "[]\n")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "0.2.0")
    git(root, "push", "-q", "../host.git", "main")


def test_a_school_goes_from_this_version_to_the_next_and_back(upstream, tmp_path):
    root = tmp_path / "Trang của trường"
    git(tmp_path, "clone", "-q", "-o", "upstream", str(tmp_path / "host.git"), str(root))
    # As on a machine that has it already: nothing is fetched.
    (root / ".venv").symlink_to(sys.prefix, target_is_directory=True)

    def task(*words):
        return subprocess.run(
            [sys.executable, "tasks.py", *words],
            cwd=root,
            env={**os.environ, "NEWSROOM_TODAY": TODAY, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def contents():
        return {p: p.read_bytes() for p in (root / "content").rglob("*") if p.is_file()}

    begun = task("start", "--name", "Trường THCS Hoa Mai", "--level", "THCS",
                 "--year", "2026-2027", "--yes")  # fmt: skip
    assert begun.returncode == 0, begun.stderr
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Trang của trường")
    before = contents()
    release(upstream)

    looked = task("update", "--check")
    made = task("update")

    assert "0.1.0 → 0.2.0" in looked.stdout
    assert "The next version is better." in looked.stdout
    assert made.returncode == 0, made.stderr
    assert "1 bài: 0 lỗi" in made.stdout
    assert contents() == before
    problem = root / "plugins/newsroom/domain/problem.py"
    assert problem.read_text(encoding="utf-8").endswith(NOTE)
    assert task("publish").returncode == 0
    assert task("update", "--undo").returncode == 0
    assert not problem.read_text(encoding="utf-8").endswith(NOTE)
    assert contents() == before
