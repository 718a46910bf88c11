"""`start`: the demo goes in one step, a school's own site stands there, and all commands work."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from demo_content import DEMO, ROOT
from sample import without_ids, write_file

from newsroom.building.errors import BuildRefused
from newsroom.commands.starting import start as starting
from newsroom.commands.starting.answers import (
    StartOptions,
    answers_asked,
    answers_from,
    beginning_told_by,
)
from newsroom.commands.writing.asking import Talk

TODAY = "2026-11-21"
OPTIONS = ("--name", "Trường Tiểu học Hoa Mai", "--level", "tiểu học", "--year", "2026-2027")
# A few files of each kind: whoever has them has the demo.
OF_THE_DEMO = (
    *("truong.yaml", "lich.yaml", "ke-hoach/2025-2026.yaml", "ke-hoach/2026-2027.yaml"),
    *("tin-bai/2026-09/moi-tuan-mot-viec-nho.md", "van-ban/2026/quy-che-phat-ngon.md"),
    *("van-ban/2026/quy-che-phat-ngon.pdf", "trang/lien-he.md", "trang/quy-che-phat-ngon.md"),
)
ARTICLE = "content/tin-bai/2026-11/co-trang-tin-rieng.md"
LEFTOVERS = ("output", "desk", "reports", ".output-editions")


def git(root: Path, *words: str) -> str:
    environment = {
        **os.environ,
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Mẫu"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "mau@saomau.example"),
    }
    return subprocess.run(
        ["git", *words], cwd=root, env=environment, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def demo(site):
    """A clone as it comes: the software, the demo, and what was built from it."""
    shutil.rmtree(site.content)
    for name in OF_THE_DEMO:
        write_file(site.content, name, (DEMO / name).read_bytes())
    shutil.copytree(ROOT / starting_place(), site.root / starting_place())
    site.today = TODAY
    return site


def starting_place() -> str:
    return "docs/ke-hoach-mau/bat-dau"


def committed(site):
    (site.root / ".gitignore").write_text("/output/\n/desk/\n.cache/\nplugins\n", encoding="utf-8")
    git(site.root, "init", "-q")
    git(site.root, "add", "-A")
    git(site.root, "commit", "-qm", "Trang mẫu")


def start(site, *words, **environment):
    return site.invoke("start", *(words or (*OPTIONS, "--yes")), **environment)


def contents(site):
    return {
        path.relative_to(site.content).as_posix(): path.read_bytes()
        for path in site.content.rglob("*")
        if path.is_file()
    }


def test_a_school_begins_and_every_command_works(demo):
    committed(demo)
    assert (made := demo.publish()).returncode == 0, made.stderr
    for name in LEFTOVERS:
        write_file(demo.root, f"{name}/cu.txt", "của trang mẫu")

    made = start(demo)

    assert made.returncode == 0, made.stderr
    assert [name for name in LEFTOVERS if (demo.root / name).exists()] == []
    assert not (demo.cache / "cu.txt").exists()
    assert sorted(contents(demo)) == [
        "ke-hoach/2026-2027.yaml", "tin-bai/2026-11/co-trang-tin-rieng.md", "truong.yaml",
    ]  # fmt: skip
    checked = demo.invoke("check").stdout
    assert "1 bài: 0 lỗi, 0 cảnh báo, 1 gợi ý" in checked
    assert "Còn 37 chỗ phải điền: content/truong.yaml dòng 6, 8, " in checked
    assert demo.invoke("build").returncode == demo.publish().returncode == 0
    built = {**demo.files(), **demo.files(demo.desk)}
    assert [p for p, c in built.items() if "điền".encode() in c and b"\xe2\x80\xa6(" in c] == []
    assert [path for path, content in built.items() if "Mẫu".encode() in content] == []
    new = ("--title", "Bài hai", "--group", "Tổ 1", "--category", "Chuyên môn", "--yes")
    assert demo.invoke("new", *new, "--author", "Ban biên tập").returncode == 0
    refused = demo.invoke("new", *new, "--author", "Lê Hoa")
    assert "content/ke-hoach/2026-2027.yaml:" in refused.stdout


def test_nobody_approves_before_the_board_is_filled_in_and_then_all_goes_its_way(demo):
    start(demo)

    refused = demo.invoke("approve", ARTICLE, "--by", "Nguyễn Thị Hoa")

    assert refused.returncode == 1
    assert "Ban biên tập còn chỗ phải điền: content/ke-hoach/2026-2027.yaml:" in refused.stderr
    plan = demo.content / "ke-hoach/2026-2027.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("…(điền họ tên Hiệu trưởng)", "Nguyễn Thị Hoa"), encoding="utf-8")
    assert demo.invoke("approve", ARTICLE, "--by", "Nguyễn Thị Hoa").returncode == 0
    assert demo.publish().returncode == 0
    assert (demo.output / "tin-bai/2026/11/co-trang-tin-rieng/index.html").is_file()


def test_a_site_without_an_address_is_built_and_not_sent(demo):
    start(demo)
    conf = demo.root / "publishconf.py"
    settings = conf.read_text(encoding="utf-8") + 'DEPLOY = {"folder": {"path": "../may-chu"}}\n'
    conf.write_text(settings, encoding="utf-8")

    refused = demo.invoke("deploy", "--to", "folder")

    assert refused.returncode == 1
    assert "Chưa điền địa chỉ trang" in refused.stderr
    assert "content/truong.yaml:" in refused.stderr
    assert not (demo.root.parent / "may-chu").exists()
    assert b"canonical" not in (demo.output / "index.html").read_bytes()
    assert b"Sitemap" not in (demo.output / "robots.txt").read_bytes()


def test_a_line_of_approval_written_by_hand_counts_for_nothing_either(demo):
    start(demo)
    article = demo.root / ARTICLE
    text = article.read_text(encoding="utf-8")
    article.write_text(
        text.replace("nộp:", "duyệt: Nguyễn Thị Hoa, 21/11/2026\nnộp:"), encoding="utf-8"
    )

    checked = demo.invoke("check")

    assert checked.returncode == 0
    assert "Ban biên tập còn chỗ phải điền: content/ke-hoach/" in checked.stdout
    made = demo.publish("--allow-removals")
    assert made.returncode == 0, made.stderr
    assert not (demo.output / "tin-bai/2026/11/co-trang-tin-rieng").exists()


def test_the_demo_can_be_brought_back_by_the_line_that_is_said(demo):
    before = contents(demo)
    committed(demo)

    said = start(demo).stdout

    (line,) = (line for line in said.splitlines() if "git checkout" in line)
    git(demo.root, *line.partition("git ")[2].split())
    assert before.items() <= contents(demo).items()


def test_without_git_everything_goes_into_a_file_first(demo):
    before = contents(demo)

    said = start(demo).stdout

    (archive,) = (demo.root / "sao-luu").glob("*.zip")
    assert f"sao-luu/{archive.name}" in said
    with zipfile.ZipFile(archive) as kept:
        names = [name for name in kept.namelist() if name.startswith("content/")]
        assert {name[8:]: kept.read(name) for name in names} == before


def test_a_second_start_says_that_it_is_done_and_changes_nothing(demo):
    start(demo)
    before = contents(demo)

    again = start(demo, "--name", "Trường THCS Khác", "--level", "THCS", "--year", "2026-2027")

    assert again.returncode == 0
    assert "Đã làm xong từ trước: content/ là trang của Trường Tiểu học Hoa Mai" in again.stdout
    assert contents(demo) == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tin-bai/2026-11/bai-cua-truong.md", "của trường"),
        ("truong.yaml", "tên: Trường của tôi"),
        ("anh/em-be.jpg", "x"),
    ],
)
def test_what_somebody_wrote_is_never_put_away(demo, name, text):
    write_file(demo.content, name, text)
    before = contents(demo)

    refused = start(demo)

    assert refused.returncode == 1
    assert f"content/{name}" in refused.stderr
    assert contents(demo) == before


def test_windows_ends_of_lines_leave_the_demo_the_demo(demo):
    for path in demo.content.rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert start(demo).returncode == 0


def test_what_git_has_not_got_is_not_put_away(demo):
    committed(demo)
    write_file(demo.content, "anh/tet.jpg", (DEMO / "anh/tet.jpg").read_bytes())
    before = contents(demo)

    refused = start(demo)

    assert refused.returncode == 1
    assert "chưa lưu vào git (content/anh/tet.jpg" in refused.stderr
    assert contents(demo) == before


def test_an_empty_folder_is_begun_as_well(demo):
    shutil.rmtree(demo.content)

    assert start(demo).returncode == 0
    assert demo.invoke("check").returncode == 0


def silent(lines=None):
    said = [] if lines is None else lines
    return Talk(ask=lambda question: "", say=said.append)


GIVEN = StartOptions("Trường Tiểu học Hoa Mai", "tieu-hoc", "2026-2027")


@pytest.fixture
def on_that_day(monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)


@pytest.mark.parametrize("breaks", ["_put_away_what_was_made", "replace_output"])
def test_a_disk_that_is_full_leaves_the_demo(demo, monkeypatch, breaks, on_that_day):
    before = contents(demo)

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(starting, breaks, full)
    with pytest.raises(BuildRefused, match="No space left"):
        starting.begin(demo.root, GIVEN, silent(), may_ask=False)

    assert contents(demo) == before
    assert list(demo.root.glob(".newsroom-*")) == []


def test_one_that_was_killed_at_the_worst_moment_is_mended_by_the_next(demo, on_that_day):
    # The demo aside, the new content not in its place yet.
    demo.content.rename(demo.root / ".newsroom-content-old")
    (demo.root / ".newsroom-content-abc").mkdir()

    assert starting.begin(demo.root, GIVEN, silent(), may_ask=False) == 0

    assert (demo.content / "truong.yaml").read_text(encoding="utf-8").count("Hoa Mai") == 2
    assert list(demo.root.glob(".newsroom-*")) == []


def test_without_a_terminal_everything_that_lacks_is_said_at_once(demo):
    before = contents(demo)

    refused = start(demo, "--name", "Trường", "--year", "2026-2028")

    assert refused.returncode == 2
    for option in ("--name", "--level", "--year"):
        assert f"  {option}: " in refused.stdout
    assert contents(demo) == before


def test_five_questions_are_asked_and_what_is_typed_wrongly_is_asked_again():
    typed = iter(["x", "Trường THCS Hoa Mai", "", "2026", "", "hoamai.edu.vn", "Lê Thị Hoa"])
    said: list[str] = []
    from datetime import date

    answers = answers_asked(
        StartOptions(), Talk(ask=lambda q: next(typed), say=said.append), date(2026, 11, 21)
    )

    assert (answers.name, answers.beginning, answers.year) == (
        "Trường THCS Hoa Mai", "thcs", "2026-2027",
    )  # fmt: skip
    assert (answers.address, answers.head) == ("https://hoamai.edu.vn", "Lê Thị Hoa")
    assert "Xin ghi năm học như" in without_ids("\n".join(said))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Trường Tiểu học Hoa Mai", "tieu-hoc"),
        ("Trường TH Hoa Mai", ""),
        ("Trường Mẫu giáo Hoa Mai", "mam-non"),
        ("Trường THCS Hoa Mai", "thcs"),
        ("Trường Trung học phổ thông Hoa Mai", "thpt"),
        ("Trường TH và THCS Hoa Mai", "thcs"),
        ("Trường Tiểu học và THCS Hoa Mai", ""),
        ("Phòng Văn hóa - Xã hội phường Hoa Mai", "phong"),
        ("Sở Giáo dục và Đào tạo tỉnh Hoa Mai", "so"),
        ("Trung tâm Hoa Mai", ""),
    ],
)
def test_the_name_tells_the_kind_where_it_can(name, kind):
    assert beginning_told_by(name) == kind


@pytest.mark.parametrize(
    "address", ["https://truong.example", "truong", "ftp://a.vn", "https://a.vn/?x=1", "a b.vn"]
)
def test_an_address_that_leads_nowhere_is_not_taken(address):
    found, complaints = answers_from(GIVEN._replace(address=address))

    assert found is None
    assert len(complaints) == 1


REAL = (
    ("tên: Trường Tiểu học Sao Mẫu", "tên: Trường Tiểu học Hoa Mai"),
    ("https://saomau.example", "https://hoamai.edu.vn"),
)


def as_a_real_school(site):
    text = (site.content / "truong.yaml").read_text(encoding="utf-8")
    for old, new in REAL:
        text = text.replace(old, new)
    site.write("truong.yaml", text)


def test_a_site_that_mixes_the_demo_with_a_real_school_is_never_published(demo):
    assert demo.publish().returncode == 0
    before = demo.files()
    as_a_real_school(demo)

    checked = demo.invoke("check", "--format", "json")
    refused = demo.publish("--keep-going", "--allow-removals")

    assert checked.returncode == refused.returncode == 1
    assert "NR-BUILD-025" in refused.stderr
    for name in ("lich.yaml", "ke-hoach/2025-2026.yaml", "van-ban/2026/quy-che-phat-ngon.pdf",
                 "trang/lien-he.md", "tin-bai/2026-09/moi-tuan-mot-viec-nho.md"):  # fmt: skip
        assert f'"content/{name}"' in checked.stdout
    assert "“Nguyễn Thị Mẫu An” là của trang mẫu" in checked.stdout
    assert demo.files() == before
    # The board may still look at it.
    assert demo.invoke("build").returncode == 0


def test_bare_pelican_refuses_it_too(demo):
    as_a_real_school(demo)

    refused = demo.pelican()

    assert refused.returncode != 0
    assert "NR-BUILD-025" in refused.stderr
    assert not (demo.output / "index.html").exists()


def test_doctor_says_what_is_left_of_the_demo_and_what_is_to_be_filled_in(demo):
    assert "Đây là trang mẫu" in demo.invoke("doctor").stdout
    as_a_real_school(demo)
    mixed = demo.invoke("doctor").stdout
    assert f"Còn {len(OF_THE_DEMO) - 1} tệp của trang mẫu" in mixed
    assert "“Nguyễn Thị Mẫu An” là của trang mẫu" in mixed

    shutil.rmtree(demo.content)
    start(demo)

    begun = demo.invoke("doctor").stdout
    assert "trang mẫu" not in begun
    assert "Còn 37 chỗ phải điền" in begun
