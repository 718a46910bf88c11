"""A backup holds what cannot be made again; a site comes back from it byte for byte."""

import os
import re
import shlex
import subprocess
import zipfile
from dataclasses import replace

import pytest
from sample import article_text, pdf

PLACE = "sao-luu/2024-11-30.zip"


def git(*words, cwd):
    done = subprocess.run(["git", *words], cwd=cwd, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def filled(module_site):
    from PIL import Image

    site = module_site
    (site.content / "tin-bai").mkdir()
    Image.new("RGB", (700, 500), "green").save(site.content / "tin-bai/cay.jpg")
    more = {"ảnh": "cay.jpg", "đồng ý hình ảnh": "có"}
    site.write("tin-bai/cay.md", article_text("Hàng cây, [tệp](tep.pdf).", title="Cây", **more))
    site.write("tin-bai/tep.pdf", pdf())
    site.write("tin-bai/cho.md", article_text("Chờ duyệt.", title="Chờ", duyet=None))
    site.write("tin-bai/.an.txt", "x")
    (site.root / ".gitignore").write_text(
        "output/\n.cache/\n__pycache__/\n.newsroom-*/\n*.pdf\nplugins\n"
    )
    git("init", "-q", "-b", "chinh", cwd=site.root)
    for key, value in (("user.email", "a@b.example"), ("user.name", "A")):
        git("config", key, value, cwd=site.root)
    git("add", ".", cwd=site.root)
    git("commit", "-qm", "Một", cwd=site.root)
    git("tag", "v1", cwd=site.root)
    git("remote", "add", "origin", "https://a:mat-khau-kho@git.example/a.git", cwd=site.root)
    assert site.publish().returncode == 0
    return site


@pytest.fixture
def site(filled, tmp_path):
    return filled.copied(tmp_path)


def restored(site, archive, folder):
    """The steps that PHUC-HOI.txt tells, in an empty folder."""
    folder.mkdir()
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
        how = packed.read("sao-luu/PHUC-HOI.txt").decode()
    for line in re.findall(r"(?m)^ +(git (?:init|fetch|reset) .*)$", how):
        git(*shlex.split(line)[1:], cwd=folder)
    return replace(site, root=folder, ready=None), how


def test_a_site_comes_back_from_it_byte_for_byte(site, tmp_path):
    site.write("tin-bai/moi.md", article_text("Chưa ghi vào git.", title="Mới", duyet=None))
    assert site.publish().returncode == 0

    made = site.invoke("backup")
    again, _ = restored(site, site.root / PLACE, tmp_path / "trong")

    assert made.returncode == 0, made.stderr
    assert re.search(
        r"Đã sao lưu \d+ tệp và lịch sử git vào sao-luu/2024-11-30.zip \(.* [KM]B\)", made.stdout
    )
    assert "PHUC-HOI.txt" in made.stdout
    assert again.files(again.content) == site.files(site.content)
    for task in ("check", "publish"):
        here, there = site.invoke(task), again.invoke(task)
        assert (there.returncode, there.stderr) == (here.returncode, here.stderr)
    assert again.files() == site.files()
    for words in (["log", "--format=%H", "--all"], ["status", "--short"], ["tag"], ["branch"]):
        assert git(*words, cwd=again.root) == git(*words, cwd=site.root)


def test_nothing_made_and_no_password_is_in_it(site):
    (site.root / ".env").write_text("MAT_KHAU=mat-khau-env")
    (site.root / "id_ed25519").write_text("mat-khau-khoa")
    assert site.invoke("build").returncode == 0
    (site.root / "reports").mkdir()
    (site.root / "reports/a.docx").write_text("x")

    made = site.invoke("backup")

    with zipfile.ZipFile(site.root / PLACE) as packed:
        names = packed.namelist()
        everything = b"".join(packed.read(name) for name in names)
    assert {name.split("/")[0] for name in names} == {
        ".gitignore", "content", "pelicanconf.py", "plugins", "publishconf.py", "sao-luu",
        "tasks.py", "theme",
    }  # fmt: skip
    assert {"content/tin-bai/.an.txt", "content/tin-bai/tep.pdf"} <= {*names}
    assert not [name for name in names if "__pycache__" in name]
    assert b"mat-khau-" not in everything
    assert "Không kèm .env: tệp giữ khóa hoặc mật khẩu." in made.stdout


def test_a_password_in_the_settings_is_refused(site):
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nFTP_PASSWORD = "mat-khau-9"\n')

    made = site.invoke("backup")

    assert made.returncode == 1
    assert "publishconf.py:" in made.stderr
    assert "mat-khau-9" not in made.stderr
    assert not (site.root / "sao-luu").exists()


def test_the_same_files_make_the_same_bytes_and_none_is_written_over(site):
    for _ in range(2):
        assert site.invoke("backup").returncode == 0
    first, second = sorted((site.root / "sao-luu").glob("*.zip"))

    assert (first.name, second.name) == ("2024-11-30-2.zip", "2024-11-30.zip")
    assert first.read_bytes() == second.read_bytes()


def test_a_place_in_which_nobody_may_write_is_said(site):
    (site.root / "sao-luu").write_text("")

    made = site.invoke("backup")

    assert made.returncode == 1
    assert "Không ghi được vào" in made.stderr
    assert "NR-BACKUP-006" in made.stderr


def test_it_goes_where_it_is_told_but_never_over_a_file(site, tmp_path):
    place = tmp_path / "o-cung/ban-sao.zip"

    assert "Không có thư mục" in site.invoke("backup", str(place)).stderr
    place.parent.mkdir()
    assert site.invoke("backup", str(place)).returncode == 0
    before = place.read_bytes()
    made = site.invoke("backup", str(place))

    assert made.returncode == 1
    assert "không ghi đè" in made.stderr
    assert place.read_bytes() == before
    assert site.invoke("backup", str(place.parent)).returncode == 0
    assert (place.parent / "2024-11-30.zip").is_file()
    assert len(list(place.parent.iterdir())) == 2
    if os.name != "nt":
        assert place.stat().st_mode & 0o077 == 0


def test_the_repository_does_not_take_it_in(site):
    assert site.invoke("backup").returncode == 0

    assert "sao-luu" not in git("status", "--short", "--untracked-files=all", cwd=site.root)


def test_broken_content_is_backed_up_as_it_is(site, tmp_path):
    site.write("ke-hoach/2024-2025.yaml", "{")
    site.write("tin-bai/hong.md", b"\xff\xfe\x00")

    assert site.invoke("backup").returncode == 0
    again, _ = restored(site, site.root / PLACE, tmp_path / "trong")
    assert again.files(again.content) == site.files(site.content)


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_links_out_and_links_round_are_told_and_left(site, tmp_path):
    (tmp_path / "mat").mkdir()
    (tmp_path / "mat/khoa.txt").write_text("mat-khau-ngoai")
    (site.content / "ngoai").symlink_to(tmp_path / "mat")
    (site.content / "vong").symlink_to(site.content)
    (site.content / "gay").symlink_to("khong-co")

    made = site.invoke("backup")

    assert made.returncode == 0, made.stderr
    assert "Không kèm content/ngoai: liên kết dẫn ra ngoài thư mục này." in made.stdout
    assert "Không kèm content/vong: liên kết dẫn vòng lại." in made.stdout
    with zipfile.ZipFile(site.root / PLACE) as packed:
        assert not [n for n in packed.namelist() if n.startswith(("content/ngoai", "content/vong"))]


def test_without_git_all_but_the_history_is_there(site, tmp_path):
    import shutil

    shutil.rmtree(site.root / ".git")

    made = site.invoke("backup")
    again, how = restored(site, site.root / PLACE, tmp_path / "trong")

    assert "lịch sử git vào" not in made.stdout
    assert "git init" not in how
    assert again.files(again.content) == site.files(site.content)


def test_of_a_shallow_clone_the_missing_history_is_told(site, tmp_path):
    git("commit", "-q", "--allow-empty", "-m", "Hai", cwd=site.root)
    git("clone", "-q", "--depth=1", f"file://{site.root}", "nong", cwd=tmp_path)
    shallow = replace(site, root=tmp_path / "nong")
    (shallow.root / "plugins").symlink_to((site.root / "plugins").resolve())

    made = shallow.invoke("backup")

    assert made.returncode == 0, made.stderr
    assert "git fetch --unshallow" in made.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit for the size of a file")
def test_a_full_disk_is_said_and_leaves_nothing(site):
    script = (
        "import resource, tasks\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
        "tasks.TASKS['backup'][0]([])\n"
    )

    made = site.run("-c", script)

    assert made.returncode == 1
    assert "Chưa sao lưu được" in made.stderr
    assert "Traceback" not in made.stderr
    assert [path.name for path in (site.root / "sao-luu").iterdir()] == [".gitignore"]
