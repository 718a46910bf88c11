"""`update`: a school takes the next version of the software, and loses nothing of its own."""

import os
import subprocess

import pytest

from newsroom.building.errors import BuildRefused
from newsroom.commands.updating import update as updating

VERSION = 'version = "{}"\n'
FIRST = {
    "pyproject.toml": VERSION.format("0.1.0"),
    "CHANGELOG.md": "# Changelog\n\n- One.\n",
    "plugins/a.py": "one\ntwo\nthree\nfour\nfive\n",
    "plugins/b.py": "b\n",
    "theme/t.css": "t\n",
    "bench/slow.py": "x\n",
    "pelicanconf.py": "A = 1\nB = 2\n",
    "tasks.py": "import sys\nsys.exit('lỗi' in open('content/truong.yaml').read())\n",
    "content/truong.yaml": "tên: Trường Mẫu\n",
    "content/tin-bai/mau.md": "mẫu\n",
    ".gitignore": ".newsroom-*/\n",
}
NEXT = {
    "pyproject.toml": VERSION.format("0.2.0"),
    "CHANGELOG.md": "# Changelog\n\n- One.\n- Two, which is\n  better.\n",
    "plugins/a.py": "one\ntwo\nthree\nfour\nFIVE\n",
    "plugins/new.py": "new\n",
    "plugins/b.py": None,
    "bench/slow.py": "faster\n",
    "content/tin-bai/mau.md": "mẫu mới\n",
    "content/tin-bai/mau-2.md": "thêm\n",
    "pelicanconf.py": "A = 1\nB = 2\nC = 3\n",
}
OWN = {
    "content/truong.yaml": "tên: Trường Hoa Mai\n",
    "content/tin-bai/mau.md": None,
    "content/tin-bai/bai.md": "của trường\n",
}


def git(root, *words):
    return subprocess.run(
        ["git", *words], cwd=root, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def commit(root, files, message="x"):
    for name, text in files.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)


def files_of(root):
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(root).parts
    }


@pytest.fixture(autouse=True)
def somebody(monkeypatch, tmp_path):
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Mẫu")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "mau@truong.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def upstream(tmp_path):
    """The software's repository as its makers have it; a bare one stands on the host."""
    made = tmp_path / "phan-mem"
    made.mkdir()
    git(made, "init", "-q", "-b", "main")
    commit(made, FIRST)
    git(tmp_path, "clone", "-q", "--bare", str(made), "host.git")
    git(made, "remote", "add", "host", str(tmp_path / "host.git"))
    return made


def release(upstream, files=None):
    commit(upstream, NEXT if files is None else files, "Bản mới")
    git(upstream, "push", "-q", "host", "main")


@pytest.fixture
def school(tmp_path, upstream):
    """A clone with its own content."""
    root = tmp_path / "Trang của trường"
    git(tmp_path, "clone", "-q", "-o", "upstream", str(tmp_path / "host.git"), str(root))
    commit(root, OWN, "Trang của trường")
    return root


def updated(root):
    said: list[str] = []
    code = updating.update(root, "", "", said.append)
    return code, "\n".join(said)


def refused(root, match):
    before, head = files_of(root), git(root, "rev-parse", "HEAD")
    with pytest.raises(BuildRefused, match=match) as refusal:
        updating.update(root, "", "", print)
    assert (files_of(root), git(root, "rev-parse", "HEAD")) == (before, head)
    assert git(root, "status", "--porcelain") == git(root, "stash", "list") == ""
    assert len(git(root, "worktree", "list").splitlines()) == 1
    return str(refusal.value)


def content_of(root):
    return {name: text for name, text in files_of(root).items() if name.startswith("content/")}


def test_the_software_becomes_the_next_version_and_the_content_stays(school, upstream):
    release(upstream)
    before = content_of(school)

    code, said = updated(school)

    after = files_of(school)
    assert code == 0
    assert content_of(school) == before
    for name in ("plugins/a.py", "plugins/new.py", "pelicanconf.py", "pyproject.toml"):
        assert after[name] == NEXT[name]
    assert "plugins/b.py" not in after
    assert "0.1.0 → 0.2.0" in said
    assert "- Two, which is better." in said
    assert git(school, "status", "--porcelain") == ""


def test_one_command_takes_it_back(school, upstream):
    before, head = files_of(school), git(school, "rev-parse", "HEAD")
    release(upstream)
    updated(school)

    updating.undo(school, print)

    assert (files_of(school), git(school, "rev-parse", "HEAD")) == (before, head)


def test_it_is_taken_back_also_after_more_work_which_stays(school, upstream):
    before = files_of(school)
    release(upstream)
    updated(school)
    commit(school, {"content/tin-bai/hai.md": "hai\n"})

    updating.undo(school, print)

    assert files_of(school) == {**before, "content/tin-bai/hai.md": "hai\n"}


def test_after_a_revert_the_line_is_said_that_leads_to_the_next_version(school, upstream):
    release(upstream)
    updated(school)
    commit(school, {"content/tin-bai/hai.md": "hai\n"})
    updating.undo(school, print)
    release(upstream, {"plugins/c.py": "c\n"})

    line = refused(school, "git revert --no-edit").partition("git revert ")[2].split()[:2]
    git(school, "revert", *line)
    updated(school)

    after = files_of(school)
    assert after["plugins/a.py"] == NEXT["plugins/a.py"]
    assert after["plugins/c.py"] == "c\n"


def test_check_says_what_is_there_and_changes_nothing(school, upstream):
    release(upstream)
    before, head = files_of(school), git(school, "rev-parse", "HEAD")
    said: list[str] = []

    updating.look(school, "", "", said.append)

    told = "\n".join(said)
    assert "Có bản mới: 0.1.0 → 0.2.0" in told
    assert "plugins/ 3" in told
    assert "content" not in told.partition("Sẽ đổi: ")[2]
    assert (files_of(school), git(school, "rev-parse", "HEAD")) == (before, head)


def test_without_anything_new_that_is_said(school):
    assert updated(school)[1] == "Đang dùng bản mới nhất của phần mềm."


def test_the_update_after_next_finds_its_way(school, upstream):
    release(upstream)
    updated(school)
    release(upstream, {"plugins/new.py": "newer\n", "content/tin-bai/mau.md": "nữa\n"})

    updated(school)

    assert files_of(school)["plugins/new.py"] == "newer\n"
    assert "content/tin-bai/mau.md" not in files_of(school)
    assert updated(school)[1] == "Đang dùng bản mới nhất của phần mềm."


def test_what_the_school_changed_in_the_software_is_told_and_stays(school, upstream):
    commit(school, {"plugins/a.py": "ONE\ntwo\nthree\nfour\nfive\n", "theme/t.css": "ours\n"})
    release(upstream)

    _, said = updated(school)

    after = files_of(school)
    assert after["plugins/a.py"] == "ONE\ntwo\nthree\nfour\nFIVE\n"
    assert after["theme/t.css"] == "ours\n"
    assert "Trường đã sửa 2 tệp của phần mềm: plugins/a.py, theme/t.css" in said


def test_where_both_changed_the_same_line_nothing_happens_and_the_way_out_works(school, upstream):
    commit(school, {"plugins/a.py": "one\ntwo\nthree\nfour\nours\n"})
    release(upstream)

    said = refused(school, "đúng chỗ bản mới cũng sửa: plugins/a.py")

    for line in said.splitlines():
        if line.strip().startswith("git "):
            subprocess.run(line.strip().partition(" [NR-")[0], cwd=school, shell=True, check=True)
    assert updated(school)[0] == 0
    assert files_of(school)["plugins/a.py"] == NEXT["plugins/a.py"]
    assert "+ours" in (school / "sua-rieng.patch").read_text(encoding="utf-8")


def test_the_settings_of_the_school_stay_where_both_changed_them(school, upstream):
    commit(school, {"pelicanconf.py": "A = 1\nB = 2\nOURS = 9\n"})
    release(upstream)

    code, said = updated(school)

    assert code == 0
    assert files_of(school)["pelicanconf.py"] == "A = 1\nB = 2\nOURS = 9\n"
    assert "Cài đặt của trường giữ nguyên ở pelicanconf.py" in said


def test_what_the_school_has_thrown_out_stays_out(school, upstream):
    commit(school, {"bench/slow.py": None})
    release(upstream)

    assert updated(school)[0] == 0
    assert "bench/slow.py" not in files_of(school)


def test_work_that_is_not_committed_is_told_by_name(school, upstream):
    release(upstream)
    (school / "content/truong.yaml").write_text("tên: Đang sửa\n", encoding="utf-8")

    with pytest.raises(BuildRefused, match=r"chưa lưu vào git: content/truong\.yaml"):
        updating.update(school, "", "", print)

    assert files_of(school)["content/truong.yaml"] == "tên: Đang sửa\n"


def test_a_file_that_git_does_not_watch_is_never_written_over(school, upstream):
    release(upstream)
    (school / "plugins/new.py").write_text("của tôi\n", encoding="utf-8")

    with pytest.raises(BuildRefused, match="Git không làm được"):
        updating.update(school, "", "", print)

    assert files_of(school)["plugins/new.py"] == "của tôi\n"
    assert files_of(school)["plugins/b.py"] == FIRST["plugins/b.py"]


def test_without_a_network_that_is_said(school, tmp_path):
    (tmp_path / "host.git").rename(tmp_path / "away.git")

    refused(school, "Không lấy được bản mới từ upstream")


def test_without_a_place_to_ask_the_line_to_type_is_said(school):
    git(school, "remote", "rename", "upstream", "origin")

    refused(school, "git remote add upstream")


def test_a_copy_with_a_history_of_its_own_is_joined_by_the_software_it_began_with(
    tmp_path, upstream
):
    root = tmp_path / "tu-mau"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    commit(root, FIRST)
    commit(root, OWN)
    git(root, "remote", "add", "upstream", str(tmp_path / "host.git"))
    release(upstream)
    before = content_of(root)

    code, _ = updated(root)

    assert code == 0
    assert files_of(root)["plugins/a.py"] == NEXT["plugins/a.py"]
    assert content_of(root) == before
    updating.undo(root, print)
    assert files_of(root)["plugins/a.py"] == FIRST["plugins/a.py"]


def test_a_copy_of_nothing_that_is_known_is_left_alone(tmp_path, upstream):
    root = tmp_path / "la"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    commit(root, {**FIRST, "plugins/a.py": "another\n"})
    git(root, "remote", "add", "upstream", str(tmp_path / "host.git"))

    refused(root, "không có lịch sử chung")


def test_without_git_the_way_by_zip_is_named(tmp_path):
    with pytest.raises(BuildRefused, match=r"docs/huong-dan/cap-nhat\.md"):
        updating.update(tmp_path, "", "", print)


def test_an_error_that_the_new_version_finds_is_told_with_the_way_back(school, upstream):
    commit(school, {"content/truong.yaml": "tên: lỗi\n"})
    release(upstream)

    code, said = updated(school)

    assert code == 1
    assert said.endswith(f"trở về bản cũ:  {updating.UNDO}")


def test_there_is_nothing_to_take_back_before_the_first_update(school):
    with pytest.raises(BuildRefused, match="chưa có lần cập nhật nào"):
        updating.undo(school, print)
