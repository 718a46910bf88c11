"""`check --against`: who approved and who changed what, on real git repositories."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sample import PLAN_YAML, article_text, document_text, pdf, webm, write_file, write_site

from newsroom.commands.checking.against import NoHistory, problems_against
from newsroom.exports.findings.terminal import problem_lines

CHIEF, VICE, ACCOUNTANT = "ht@mau.example", "pho@mau.example", "kt@mau.example"
LAN, HOA = "lan@mau.example", "hoa@mau.example"
EMAILS = {"Hiệu Trưởng Mẫu": CHIEF, "Phó Mẫu": VICE, "Kế Toán Mẫu": ACCOUNTANT}
PLAN_FILE = "ke-hoach/2024-2025.yaml"
APPROVED, WAITING, FINANCE = "tin-bai/da-duyet.md", "tin-bai/cho.md", "tin-bai/tien.md"
BOARD_LINE = "duyệt: Phó Mẫu, 12/11/2024"


def plan_text():
    text = PLAN_YAML
    for name, email in EMAILS.items():
        text = text.replace(
            f"{{tên: {name}, chức vụ", f"{{tên: {name}, thư điện tử: {email}, chức vụ"
        )
    return text


@dataclass
class Repository:
    """A repository with a content folder, and whoever commits to it."""

    root: Path
    folder: str = ""

    @property
    def content(self) -> Path:
        return self.root / self.folder / "content"

    def git(self, *words, who=CHIEF, on="2024-11-20"):
        person = {
            f"GIT_{role}_{fact}": value
            for role in ("AUTHOR", "COMMITTER")
            for fact, value in (("NAME", "x"), ("EMAIL", who), ("DATE", f"{on}T08:00:00+07:00"))
        }
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        return subprocess.run(
            ["git", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", *words],
            cwd=self.root,
            env={**os.environ, **settings, **person},
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def write(self, name, text):
        write_file(self.content, name, text)

    def replace(self, name, old, new):
        text = (self.content / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def commit(self, who, **options):
        self.git("add", "-A")
        self.git("commit", "-qm", "Sửa", who=who, **options)

    def edit(self, who, name, old, new):
        """One commit that replaces words in one file."""
        self.replace(name, old, new)
        self.commit(who)

    def branch(self, name, start="main"):
        self.git("checkout", "-q", "-b", name, start)

    def merge(self, name, who, *options, into="main"):
        self.git("checkout", "-q", into)
        self.git("merge", "-q", "--no-ff", "-m", "Gộp", *options, name, who=who)

    def said(self, ref="goc"):
        return problem_lines(problems_against(self.content, ref))

    def kinds(self, ref="goc"):
        """The path and level of every problem."""
        found = problems_against(self.content, ref)
        return [(p.path.removeprefix("content/"), p.level.value) for p in found]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    """A board, three articles (approved, waiting, approved by two) and a picture."""
    root = tmp_path_factory.mktemp("mau")
    write_site(
        root,
        {
            PLAN_FILE: plan_text(),
            APPROVED: article_text("Nội dung.\n\n![Ảnh](hinh.jpg)"),
            "tin-bai/hinh.jpg": b"anh mot",
            WAITING: article_text(duyet=None),
            FINANCE: article_text(
                chuyên_mục="Tài chính",
                duyet="Phó Mẫu, 12/11/2024\nduyệt: Kế Toán Mẫu, 12/11/2024, tài chính",
            ),
        },
    )
    made = Repository(root)
    made.git("init", "-q", "--template=")
    made.commit(CHIEF)
    made.git("tag", "goc")
    return root


@pytest.fixture
def repo(pattern, tmp_path):
    shutil.copytree(pattern, tmp_path / "kho")
    return Repository(tmp_path / "kho")


def test_the_giver_of_an_approval_commits_it(repo):
    repo.edit(VICE, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")

    assert repo.said() == ""


def test_an_address_is_compared_without_case(repo):
    repo.edit(VICE.upper(), WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")

    assert repo.said() == ""


def test_a_teacher_who_approves_his_own_article_in_the_commit_that_brings_it(repo):
    repo.write("tin-bai/moi.md", article_text(duyet="Phó Mẫu, 12/11/2024"))
    repo.commit(LAN)

    said = repo.said()

    commit = repo.git("rev-parse", "--short=7", "HEAD").strip()
    assert (
        f"content/tin-bai/moi.md:7: lỗi: Dòng duyệt của Phó Mẫu do {LAN} (commit {commit})" in said
    )
    assert "thư điện tử của người ấy trong kế hoạch" in said


def test_a_teacher_who_approves_in_an_earlier_commit_than_a_board_members_edit(repo):
    repo.edit(LAN, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    repo.edit(VICE, WAITING, "Nội dung", "Nội dung đã soát")

    assert repo.kinds() == [(WAITING, "error")]


def test_a_teacher_who_approves_on_a_branch_that_a_board_member_merges(repo):
    repo.branch("nhanh")
    repo.edit(LAN, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    repo.git("checkout", "-q", "main")
    repo.write("tin-bai/khac.md", article_text(duyet=None))
    repo.commit(HOA)
    repo.merge("nhanh", VICE)

    assert repo.kinds() == [(WAITING, "error")]


def test_a_teacher_who_approves_while_merging(repo):
    repo.branch("nhanh")
    repo.edit(LAN, WAITING, "Nội dung", "Nội dung khác")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "--no-commit", "nhanh")
    repo.replace(WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    repo.commit(LAN)

    assert repo.kinds() == [(WAITING, "error")]


def test_a_merge_that_drops_what_the_board_decided_is_the_mergers_doing(repo):
    repo.branch("nhanh")
    repo.write("tin-bai/khac.md", article_text(duyet=None))
    repo.commit(LAN)
    repo.git("checkout", "-q", "main")
    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE}\ntrả lại: Phó Mẫu, 13/11/2024, Sai số")
    repo.git("tag", "moi")
    repo.git("checkout", "-q", "nhanh")
    repo.git("merge", "-q", "-s", "ours", "-m", "Gộp", "main", who=LAN)

    assert repo.kinds("moi") == [(APPROVED, "error")]
    assert "Dòng trả lại của Phó Mẫu bị lan@mau.example" in repo.said("moi")


def test_a_merge_that_takes_a_file_from_before_what_the_board_decided(repo):
    repo.branch("nhanh")
    repo.write("tin-bai/khac.md", article_text(duyet=None))
    repo.commit(LAN)
    repo.git("checkout", "-q", "main")
    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE}\ntrả lại: Phó Mẫu, 13/11/2024, Sai số")
    repo.git("tag", "moi")
    repo.git("merge", "-q", "--no-ff", "--no-commit", "nhanh")
    repo.git("checkout", "nhanh", "--", f"content/{APPROVED}")
    repo.commit(LAN)

    assert repo.kinds("moi") == [(APPROVED, "error")]


def test_a_commit_that_calls_itself_a_merge_with_the_past_brings_nothing_back(repo):
    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE}\ntrả lại: Phó Mẫu, 13/11/2024, Sai số")
    repo.git("tag", "moi")
    tree = "goc^{tree}"
    made = repo.git("commit-tree", tree, "-p", "moi", "-p", "goc", "-m", "Gộp", who=LAN).strip()
    repo.git("reset", "-q", "--hard", made)

    assert repo.kinds("moi") == [(APPROVED, "error")]


def test_what_stood_at_the_beginning_is_not_judged_again_for_an_old_branch(repo):
    repo.branch("nhanh")
    repo.edit(VICE, WAITING, "chuyên mục", "gửi: Sở, 14/11/2024\nchuyên mục")
    repo.git("checkout", "-q", "main")
    repo.edit(LAN, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    repo.git("tag", "moi")
    repo.merge("nhanh", LAN)

    assert repo.said("moi") == ""
    assert repo.kinds("goc") == [(WAITING, "error")]


def test_a_merge_of_what_the_board_decided_meanwhile_is_nobodys_doing(repo):
    repo.branch("nhanh")
    for name in (APPROVED, FINANCE):
        repo.edit(ACCOUNTANT, name, "chuyên mục", "gửi: Sở, 14/11/2024\nchuyên mục")
    repo.git("checkout", "-q", "main")
    repo.edit(VICE, FINANCE, "\nduyệt: Kế Toán Mẫu, 12/11/2024, tài chính", "")
    repo.edit(VICE, APPROVED, "Nội dung.", "Nội dung đúng.")
    repo.edit(VICE, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    repo.git("tag", "moi")
    repo.merge("main", LAN, into="nhanh")

    assert repo.said("moi") == ""
    assert repo.said("goc") == ""


def test_a_renamed_article_keeps_its_approval_only_in_a_board_members_commit(repo):
    repo.git("mv", "content/" + APPROVED, "content/tin-bai/ten-moi.md")
    repo.commit(VICE)
    assert repo.said() == ""

    repo.git("mv", "content/tin-bai/ten-moi.md", "content/tin-bai/ten-khac.md")
    repo.commit(LAN)
    assert repo.kinds() == [("tin-bai/ten-khac.md", "error")]
    assert "Bài bị sửa (tên tệp) sau khi Phó Mẫu duyệt" in repo.said()


def test_a_teacher_cannot_bring_an_approval_along_by_renaming_another_article(repo):
    (repo.content / APPROVED).unlink()
    repo.write("tin-bai/moi.md", article_text("Chuyện khác hẳn. " * 60, tác_giả="Lân Mẫu 2"))
    repo.commit(LAN)

    assert ("tin-bai/moi.md", "error") in repo.kinds()


@pytest.mark.parametrize("name", ["content/nhap/bai.md", "content/tin-bai/bai.md.bak", "bai.md"])
def test_what_was_no_article_brings_no_approval_along(repo, name):
    write_file(repo.root, name, article_text("Một bài dài. " * 50))
    repo.commit(LAN)
    repo.git("tag", "-f", "goc")
    repo.git("mv", name, "content/tin-bai/bai.md")
    repo.commit(CHIEF)

    assert repo.kinds() == [("tin-bai/bai.md", "error")]


def test_a_branch_without_a_common_beginning_is_its_authors(repo):
    repo.git("checkout", "-q", "--orphan", "la")
    repo.git("rm", "-rqf", ".")
    repo.write("tin-bai/la.md", article_text())
    repo.commit(LAN)
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--allow-unrelated-histories", "-m", "Gộp", "la", who=VICE)

    assert repo.kinds() == [("tin-bai/la.md", "error")]


def test_a_picture_that_an_approved_article_was_waiting_for(repo):
    repo.write("tin-bai/thieu.md", article_text("![Ảnh](h%C3%ACnh%20m%E1%BB%9Bi.jpg)"))
    repo.commit(VICE)
    repo.git("tag", "-f", "goc")
    repo.write("tin-bai/hình mới.jpg", b"x")
    repo.commit(LAN)

    assert repo.kinds() == [("tin-bai/thieu.md", "error")]


def test_a_copy_of_an_approved_article_is_not_approved(repo):
    shutil.copy(repo.content / APPROVED, repo.content / "tin-bai/ban-sao.md")
    repo.commit(LAN)

    assert repo.kinds() == [("tin-bai/ban-sao.md", "error")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{tên: Phó Mẫu, thư điện tử: ", f"{{tên: Phó Mẫu, thư điện tử: {LAN}, bí danh: "),
        (
            "ban biên tập:\n",
            f"ban biên tập:\n  - {{tên: Lan Mẫu, thư điện tử: {LAN},"
            " chức vụ: Giáo viên, quyền: [duyệt]}\n",
        ),
    ],
)
def test_a_teacher_cannot_become_the_board_by_editing_the_plan(repo, old, new):
    text = plan_text().replace(", bí danh: [cô Phó]", "").replace(old, new)
    name = "Lan Mẫu" if "Lan Mẫu, thư" in text else "Phó Mẫu"
    repo.write(PLAN_FILE, text)
    repo.commit(LAN)
    repo.write("tin-bai/moi.md", article_text(duyet=f"{name}, 12/11/2024", tác_giả="Hòa Mẫu"))
    repo.commit(LAN)

    assert repo.kinds() == [(PLAN_FILE, "error"), ("tin-bai/moi.md", "error")]
    assert f"Kế hoạch bị sửa do {LAN}" in repo.said()


def test_the_editor_in_chief_changes_the_board_and_the_new_member_approves(repo):
    line = f"  - {{tên: Lan Mẫu, thư điện tử: {LAN}, chức vụ: Thư ký, quyền: [duyệt]}}\n"
    repo.edit(CHIEF, PLAN_FILE, "tổ:\n", f"{line}tổ:\n")
    repo.write("tin-bai/moi.md", article_text(duyet="Lan Mẫu, 12/11/2024", tác_giả="Hòa Mẫu"))
    repo.commit(LAN)

    assert repo.said() == ""


def test_another_member_of_the_board_does_not_change_the_plan(repo):
    repo.edit(VICE, PLAN_FILE, "Kế hoạch mẫu", "Kế hoạch khác")
    assert repo.kinds() == [(PLAN_FILE, "error")]

    repo.edit(HOA, PLAN_FILE, "Kế hoạch khác", "Kế hoạch mẫu")
    assert repo.said() == ""


def test_an_edit_of_the_editor_in_chief_does_not_cover_for_a_teachers_before_it(repo):
    repo.edit(LAN, PLAN_FILE, VICE, LAN)
    repo.edit(CHIEF, PLAN_FILE, "Kế hoạch mẫu", "Kế hoạch khác")

    assert repo.kinds() == [(PLAN_FILE, "error")]


def test_before_there_is_a_plan_whoever_brings_it_is_trusted(repo):
    repo.git("checkout", "-q", "--orphan", "dau")
    repo.git("rm", "-rq", "--cached", ".")
    repo.git("add", "content/truong.yaml")
    repo.git("commit", "-qm", "Đầu", who=LAN)
    repo.git("tag", "dau-tien")
    repo.write(APPROVED, article_text())
    repo.commit(VICE)

    assert ("truong.yaml", "error") not in repo.kinds("dau-tien")
    assert [path for path, _ in repo.kinds("dau-tien")] == [FINANCE]


def test_a_squash_is_its_authors(repo):
    repo.branch("nhanh")
    repo.write("tin-bai/moi.md", article_text(duyet=None))
    repo.commit(LAN)
    repo.edit(VICE, "tin-bai/moi.md", "---\nNội", f"{BOARD_LINE}\n---\nNội")
    for who, expected in ((LAN, [("tin-bai/moi.md", "error")]), (VICE, [])):
        repo.git("checkout", "-q", "-B", "gop", "main")
        repo.git("merge", "-q", "--squash", "nhanh")
        repo.commit(who)

        assert repo.kinds() == expected
        assert not expected or "merge commit" in repo.said()


def test_a_wrong_commit_that_was_taken_back_is_no_problem(repo):
    repo.replace(APPROVED, "Nội dung.", "Nội dung khác.")
    repo.edit(LAN, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    assert len(repo.kinds()) == 2

    repo.git("revert", "--no-edit", "HEAD", who=LAN)
    assert repo.said() == ""


def test_what_the_board_took_back_a_teacher_cannot_put_back(repo):
    repo.edit(VICE, APPROVED, "Nội dung.", "Nội dung đúng.")
    repo.git("revert", "--no-edit", "HEAD", who=LAN)

    assert repo.kinds() == [(APPROVED, "error")]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("Nội dung.", "Nội dung khác.", "lời bài"),
        ("Tiêu đề bài", "Tiêu đề khác", "lời bài"),
        ("Hoạt động", "Người tốt việc tốt", "phần đầu bài"),
        ("Lan Mẫu", "Hòa Mẫu", "phần đầu bài"),
        ("ngày: 12/11/2024", "ngày: 11/11/2024", "phần đầu bài"),
    ],
)
def test_a_teachers_change_of_what_was_approved_needs_a_new_approval(repo, old, new, part):
    repo.edit(LAN, APPROVED, old, new)
    assert f"content/{APPROVED}:1: lỗi: Bài bị sửa ({part}) sau khi Phó Mẫu duyệt" in repo.said()

    repo.edit(CHIEF, APPROVED, BOARD_LINE, f"{BOARD_LINE}\nduyệt: Hiệu Trưởng Mẫu, 20/11/2024")
    assert repo.said() == ""


def test_a_board_members_own_change_needs_none(repo):
    repo.edit(ACCOUNTANT, APPROVED, "Nội dung.", "Nội dung khác.")

    assert repo.said() == ""


def test_a_board_members_change_of_what_they_wrote_needs_a_new_approval(repo):
    mine = article_text(tác_giả="Lan Mẫu và Hiệu Trưởng Mẫu", duyet=None)
    repo.write("tin-bai/cua-toi.md", mine)
    repo.commit(CHIEF)
    repo.edit(VICE, "tin-bai/cua-toi.md", "---\nNội", f"{BOARD_LINE}\n---\nNội")
    assert repo.said() == ""

    repo.edit(CHIEF, "tin-bai/cua-toi.md", "Nội dung", "Nội dung khác")
    assert repo.kinds() == [("tin-bai/cua-toi.md", "error")]

    repo.edit(VICE, "tin-bai/cua-toi.md", "---\nNội", "duyệt: Phó Mẫu, 13/11/2024\n---\nNội")
    assert repo.said() == ""


def test_a_picture_swapped_by_its_author_on_the_board_needs_a_new_approval(repo):
    repo.write("tin-bai/rieng.jpg", b"anh mot")
    repo.write("tin-bai/k.md", article_text("![A](rieng.jpg)", tác_giả="Hiệu Trưởng Mẫu"))
    repo.commit(VICE)
    repo.write("tin-bai/rieng.jpg", b"anh hai")
    repo.commit(CHIEF)

    assert repo.kinds() == [("tin-bai/k.md", "error")]


def test_a_film_that_changes_after_the_approval_needs_a_new_one(repo):
    repo.write("tin-bai/phim.webm", webm("mot"))
    repo.edit(VICE, APPROVED, BOARD_LINE, f"video: phim.webm\n{BOARD_LINE}")
    repo.git("tag", "-f", "goc")
    repo.write("tin-bai/phim.webm", webm("hai"))
    repo.commit(LAN)
    assert "Bài bị sửa (ảnh, tệp) sau khi Phó Mẫu duyệt" in repo.said()

    repo.git("tag", "-f", "goc")
    repo.edit(LAN, APPROVED, "video: phim.webm", "video: https://youtu.be/abcDEF_-123")
    assert "Bài bị sửa (phần đầu bài, ảnh, tệp) sau khi Phó Mẫu duyệt" in repo.said()


def test_only_whom_it_names_selects_an_article_to_be_sent(repo):
    repo.edit(VICE, APPROVED, "---\nNội", "chọn gửi: Phó Mẫu, 13/11/2024, Sở\n---\nNội")
    assert repo.said() == ""

    repo.edit(LAN, FINANCE, "---\nNội", "chọn gửi: Phó Mẫu, 13/11/2024, Sở\n---\nNội")
    assert f"Dòng chọn gửi của Phó Mẫu do {LAN}" in repo.said()


LEDGER = "gửi: Sở, 14/11/2024\nđược đăng: Sở, 15/11/2024, https://so.example/a"


def test_what_was_sent_and_carried_any_board_member_writes(repo):
    repo.edit(ACCOUNTANT, APPROVED, BOARD_LINE, f"{LEDGER}\n{BOARD_LINE}")

    assert repo.said() == ""


def test_a_strangers_line_of_carrying_on_an_approved_article_is_named(repo):
    line = "được đăng: Sở, 15/11/2024, https://evil.example/"
    repo.edit(LAN, APPROVED, BOARD_LINE, f"{line}\n{BOARD_LINE}")

    said = repo.said()
    assert f"content/{APPROVED}:7: lỗi: Dòng được đăng (Sở) ở bài đã duyệt do {LAN}" in said

    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE}\nduyệt: Phó Mẫu, 13/11/2024")
    assert repo.said() == ""

    repo.edit(LAN, APPROVED, "https://evil.example/", "https://evil.example/2")
    assert repo.kinds() == [(APPROVED, "error")]


def test_a_strangers_line_is_taken_out_and_written_anew_by_the_board(repo):
    repo.edit(LAN, APPROVED, BOARD_LINE, f"{LEDGER}\n{BOARD_LINE}")
    repo.edit(VICE, APPROVED, f"{LEDGER}\n", "")
    assert repo.said() == ""

    repo.edit(VICE, APPROVED, BOARD_LINE, f"{LEDGER}\n{BOARD_LINE}")
    assert repo.said() == ""

    repo.edit(LAN, APPROVED, f"{LEDGER}\n", "")
    assert "Dòng gửi của Sở bị lan@mau.example" in repo.said()


def test_what_an_article_says_of_its_sending_before_it_is_approved_its_approver_reads(repo):
    repo.edit(LAN, WAITING, "---\nNội", f"{LEDGER}\n---\nNội")
    assert repo.said() == ""

    repo.edit(VICE, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    assert repo.said() == ""


def test_a_line_of_sending_that_nobody_can_read_is_seen_too(repo):
    repo.edit(LAN, APPROVED, BOARD_LINE, f"gửi: đâu đó\n{BOARD_LINE}")

    assert "Dòng gửi (đâu đó) ở bài đã duyệt" in repo.said()


@pytest.mark.parametrize(
    ("name", "before", "after", "called"),
    [
        ("lich.yaml", "- {ngày: 05/09/2024, việc: Khai giảng}", "- {ngày: 05/09/2024, việc: Họp}",
         "Lịch"),
        ("lich.yaml", "", "- {ngày: 05/09/2024, việc: Khai giảng}", "Lịch"),
        ("anh/goi-anh.yaml", "- {tổ: Tổ 1, ngày: 12/11/2024, số ảnh: 2}",
         "- {tổ: Tổ 1, ngày: 12/11/2024, số ảnh: 24}", "Sổ nhận gói ảnh"),
    ],
)  # fmt: skip
def test_the_calendar_and_the_registers_are_the_boards(repo, name, before, after, called):
    if before:
        repo.write(name, before)
        repo.commit(ACCOUNTANT)
        assert repo.said() == ""
        repo.git("tag", "-f", "goc")
    repo.write(name, after)
    repo.commit(LAN)

    assert f"content/{name}:1: lỗi: {called} bị sửa do {LAN} (commit " in repo.said()

    (repo.content / name).unlink()
    repo.commit(LAN)
    assert bool(repo.said()) is bool(before)

    repo.write(name, before or after)
    repo.commit(VICE)
    assert repo.said() == ""


def test_the_school_file_is_the_editor_in_chiefs(repo):
    repo.edit(VICE, "truong.yaml", "cổng: https://so.example", "cổng: https://evil.example")

    assert f"content/truong.yaml:1: lỗi: Tệp truong.yaml bị sửa do {VICE} (commit " in repo.said()

    repo.git("revert", "--no-edit", "HEAD", who=VICE)
    repo.edit(CHIEF, "truong.yaml", "Trường Mẫu", "Trường Mẫu B")
    assert repo.said() == ""


LAST_YEAR = PLAN_FILE
THIS_YEAR = "ke-hoach/2025-2026.yaml"


@pytest.fixture
def after_the_summer(repo):
    """The vice-principal was on last year's board only."""
    text = plan_text()
    for year in (2025, 2024):
        text = text.replace(str(year), str(year + 1))
    line = next(line for line in text.splitlines(keepends=True) if "Phó Mẫu, thư điện tử" in line)
    repo.write(THIS_YEAR, text.replace(line, "").replace(", Phó Mẫu]", "]"))
    repo.commit(CHIEF, on="2025-08-01")
    repo.git("tag", "-f", "goc")
    return repo


LATE = {"on": "2025-11-20"}
BACKDATED = "Phó Mẫu, 20/05/2025"


def test_an_approval_for_a_day_of_last_year_by_somebody_who_has_left(after_the_summer):
    repo = after_the_summer
    repo.write("tin-bai/moi.md", article_text(ngày="20/11/2025", duyet=BACKDATED))
    repo.commit(VICE, **LATE)

    said = repo.said()

    assert (
        f"content/tin-bai/moi.md:7: lỗi: Dòng duyệt của Phó Mẫu ghi ngày 20/05/2025, nhưng {VICE}"
        in said
    )
    assert "ghi nó vào ngày 20/11/2025: khi ấy người này không giữ quyền ấy" in said
    assert "một người hôm nay có quyền ấy đọc lại" in said


def test_an_approval_of_last_year_that_was_written_last_year_stands(repo):
    repo.edit(VICE, WAITING, "---\nNội", "duyệt: Phó Mẫu, 20/05/2025\n---\nNội")
    repo.git("commit", "-q", "--amend", "--no-edit", who=VICE, on="2025-05-21")
    text = plan_text()
    for year in (2025, 2024):
        text = text.replace(str(year), str(year + 1))
    repo.write(THIS_YEAR, text.replace("tên: Phó Mẫu,", "tên: Người Khác Mẫu,"))
    repo.commit(CHIEF, on="2025-08-01")

    assert repo.said() == ""


@pytest.mark.parametrize("dates", ["author", "both"])
def test_a_forged_author_date_does_not_bring_the_right_back(after_the_summer, dates):
    repo = after_the_summer
    repo.write("tin-bai/khac.md", article_text(ngày="20/11/2025", duyet=None))
    repo.commit(LAN, on="2025-11-19")
    repo.write("tin-bai/moi.md", article_text(ngày="20/11/2025", duyet=BACKDATED))
    repo.git("add", "-A")
    committed = {"on": "2025-05-20"} if dates == "both" else LATE
    repo.git("commit", "-qm", "Sửa", "--date", "2025-05-20T08:00:00+07:00", who=VICE, **committed)

    said = repo.said()

    assert "content/tin-bai/moi.md:7: lỗi: Dòng duyệt của Phó Mẫu" in said
    assert "(commit ấy tự nhận là ngày 20/05/2025, trước khi nó được tạo)" in said


def test_whoever_still_has_the_right_may_write_down_an_approval_late(after_the_summer):
    repo = after_the_summer
    repo.write("tin-bai/moi.md", article_text(duyet="Hiệu Trưởng Mẫu, 20/05/2025"))
    repo.commit(CHIEF, **LATE)

    assert repo.said() == ""


def test_a_right_that_somebody_gave_up_is_not_used_for_the_time_before(after_the_summer):
    repo = after_the_summer
    text = (repo.content / THIS_YEAR).read_text()
    for old, new in (
        ("[tài chính]", "[x]"),
        ("[kiểm định]", "[tài chính]"),
        ("[x]", "[kiểm định]"),
    ):
        text = text.replace(f"quyền: {old}", f"quyền: {new}")
    repo.write(THIS_YEAR, text)
    repo.commit(CHIEF)
    repo.git("tag", "-f", "goc")
    finance = "Phó Mẫu, 12/11/2024\nduyệt: Kế Toán Mẫu, 20/05/2025, tài chính"
    repo.write(FINANCE, article_text(chuyên_mục="Tài chính", duyet=finance))
    repo.commit(ACCOUNTANT, **LATE)

    assert "Dòng duyệt của Kế Toán Mẫu ghi ngày 20/05/2025" in repo.said()


@pytest.mark.parametrize("key", ["đính chính", "chọn gửi"])
def test_nor_are_corrections_and_selections_written_for_a_day_before_one_left(
    after_the_summer, key
):
    repo = after_the_summer
    line = f"{key}: Phó Mẫu, 20/05/2025, Sở"
    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE}\n{line}")
    repo.git("commit", "-q", "--amend", "--no-edit", who=VICE, **LATE)

    assert f"Dòng {key} của Phó Mẫu ghi ngày 20/05/2025" in repo.said()


def test_an_approval_that_lapsed_covers_for_no_edit(after_the_summer):
    repo = after_the_summer
    repo.edit(LAN, APPROVED, "Nội dung.", "Nội dung khác.")
    repo.replace(APPROVED, BOARD_LINE, f"{BOARD_LINE}\nduyệt: {BACKDATED}")
    repo.commit(VICE, **LATE)

    assert repo.kinds() == [(APPROVED, "error"), (APPROVED, "error")]


def test_a_change_between_the_first_and_the_second_approval_needs_the_first_again(repo):
    second = "\nduyệt: Kế Toán Mẫu, 12/11/2024, tài chính"
    repo.edit(ACCOUNTANT, FINANCE, second, "")
    repo.git("tag", "-f", "goc")
    repo.edit(LAN, FINANCE, "Nội dung", "Nội dung khác")
    assert repo.kinds() == [(FINANCE, "error")]

    repo.edit(ACCOUNTANT, FINANCE, BOARD_LINE, BOARD_LINE + second)
    assert repo.kinds() == [(FINANCE, "error")]
    assert "sau khi Phó Mẫu duyệt" in repo.said()


def test_a_category_changed_to_escape_the_second_approver(repo):
    repo.edit(LAN, FINANCE, "chuyên mục: Tài chính", "chuyên mục: Hoạt động")

    assert repo.kinds() == [(FINANCE, "error")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tin-bai/hinh.jpg", b"anh hai"),
        # Beside the text goes before the folder of pictures.
        ("tin-bai/2024/hinh.jpg", b"anh hai"),
    ],
)
def test_a_picture_swapped_after_the_approval(repo, name, content):
    if "/2024/" in name:
        repo.git("mv", f"content/{APPROVED}", "content/tin-bai/x.md")
        (repo.content / "tin-bai/2024").mkdir()
        repo.git("mv", "content/tin-bai/x.md", "content/tin-bai/2024/x.md")
        (repo.content / "anh").mkdir()
        repo.git("mv", "content/tin-bai/hinh.jpg", "content/anh/hinh.jpg")
        repo.commit(VICE)
        repo.git("tag", "-f", "goc")
    repo.write(name, content)
    repo.commit(LAN)

    assert [level for _, level in repo.kinds()] == ["error"]
    assert "Bài bị sửa (ảnh, tệp)" in repo.said()


def test_the_file_of_an_approved_document_swapped(repo):
    repo.write("van-ban/a.md", document_text())
    repo.write("van-ban/tep.pdf", pdf())
    repo.commit(VICE)
    repo.git("tag", "-f", "goc")
    repo.write("van-ban/tep.pdf", pdf("khác"))
    repo.commit(LAN)

    assert repo.kinds() == [("van-ban/a.md", "error")]
    assert "Bài bị sửa (ảnh, tệp)" in repo.said()


def test_a_document_that_a_teacher_approves_for_the_board(repo):
    repo.write("van-ban/a.md", document_text())
    repo.write("van-ban/tep.pdf", pdf())
    repo.commit(LAN)

    assert repo.kinds() == [("van-ban/a.md", "error")]


def test_a_picture_that_no_approved_article_shows_is_anybodys(repo):
    repo.write("tin-bai/khac.jpg", b"x")
    repo.commit(LAN)

    assert repo.said() == ""


def test_an_approved_article_is_deleted_by_the_board_alone(repo):
    (repo.content / WAITING).unlink()
    repo.commit(LAN)
    assert repo.said() == ""

    (repo.content / APPROVED).unlink()
    repo.commit(LAN)
    assert repo.kinds() == [(APPROVED, "error")]

    repo.git("revert", "--no-edit", "HEAD", who=LAN)
    (repo.content / APPROVED).unlink()
    repo.commit(VICE)
    assert repo.said() == ""


def test_a_decision_is_taken_out_by_the_board_alone(repo):
    line = "gỡ: Phó Mẫu, 13/11/2024, Gia đình đề nghị"
    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE}\n{line}")
    repo.git("tag", "-f", "goc")
    repo.edit(LAN, APPROVED, f"\n{line}", "")
    assert repo.kinds() == [(APPROVED, "error")]

    repo.edit(LAN, APPROVED, BOARD_LINE, f"{BOARD_LINE}\n{line}")
    repo.edit(CHIEF, APPROVED, f"\n{line}", "")
    assert repo.said() == ""


def test_an_approval_is_taken_out_by_the_board_alone_or_given_anew(repo):
    repo.edit(LAN, APPROVED, f"{BOARD_LINE}\n", "")
    assert repo.kinds() == [(APPROVED, "error")]

    repo.edit(CHIEF, APPROVED, "---\nNội", "duyệt: Hiệu Trưởng Mẫu, 20/11/2024\n---\nNội")
    assert repo.said() == ""


def test_a_changed_approval_is_one_problem(repo):
    repo.edit(LAN, APPROVED, "Phó Mẫu, 12/11/2024", "Phó Mẫu, 14/11/2024")

    assert repo.kinds() == [(APPROVED, "error")]


def test_anybody_may_close_the_gate_and_is_named(repo):
    repo.edit(LAN, APPROVED, BOARD_LINE, f"{BOARD_LINE}\ngỡ: Phó Mẫu, 13/11/2024, Gấp")

    assert repo.kinds() == [(APPROVED, "warning")]
    assert LAN in repo.said()


def test_an_approval_is_not_moved_below_a_return_of_its_day(repo):
    back = "trả lại: Phó Mẫu, 12/11/2024, Sai số"
    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE}\n{back}")
    repo.git("tag", "-f", "goc")
    repo.edit(LAN, APPROVED, f"{BOARD_LINE}\n{back}", f"{back}\n{BOARD_LINE}")

    assert repo.kinds() == [(APPROVED, "error")]


def test_what_is_withheld_anyway_may_be_worked_on(repo):
    back = "trả lại: Phó Mẫu, 13/11/2024, Sai số"
    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE}\n{back}")
    repo.edit(LAN, APPROVED, "Nội dung.", "Nội dung khác.")

    assert repo.said() == ""


def test_a_correction_is_written_by_whom_it_names(repo):
    line = "đính chính: Phó Mẫu, 13/11/2024, Số đúng là 5"
    repo.edit(LAN, APPROVED, BOARD_LINE, f"{BOARD_LINE}\n{line}")

    assert repo.kinds() == [(APPROVED, "error")]


def test_a_link_is_told(repo):
    (repo.content / "tin-bai/duong.md").symlink_to("cho.md")
    repo.commit(VICE)

    assert repo.kinds() == [("tin-bai/duong.md", "error")]


@pytest.mark.parametrize("name", ["tin-bai/\u200b.gia.md", "tin-bai/\u200b~kin/gia.md"])
def test_no_invisible_letter_hides_a_file_from_git_that_the_disk_shows(repo, name):
    repo.write(name, article_text(duyet="Phó Mẫu, 12/11/2024"))
    repo.commit(LAN)

    assert repo.kinds() == [(name.replace("\u200b", ""), "error")]


@pytest.mark.parametrize(
    "rule", ["gia.md working-tree-encoding=ISO-8859-1", "gia.md filter=lfs", "* filter=lfs"]
)
def test_a_text_that_git_changes_on_its_way_to_the_disk_is_told(repo, rule):
    repo.write("tin-bai/gia.md", "lời khác")
    repo.write("tin-bai/.gitattributes", f"{rule}\n")
    repo.commit(LAN)

    said = repo.said()

    assert "content/tin-bai/gia.md:1: lỗi: Git đổi chữ của tệp này khi chép ra đĩa" in said
    assert "hinh.jpg" not in said


def test_so_it_is_where_nothing_changed_but_the_rule(repo):
    (repo.root / ".gitattributes").write_text("*.yaml filter=khac\n")
    repo.commit(LAN)

    assert (PLAN_FILE, "error") in repo.kinds()


def test_a_content_folder_that_is_a_link_is_refused(repo):
    repo.content.rename(repo.root / "khac")
    repo.content.symlink_to("khac")
    repo.replace(PLAN_FILE, VICE, LAN)
    repo.commit(LAN)

    with pytest.raises(NoHistory, match="chỉ là một liên kết"):
        repo.said()


def test_a_commit_of_a_day_that_no_calendar_has(repo):
    repo.write("tin-bai/gia.md", article_text(duyet="Phó Mẫu, 12/11/2024"))
    repo.commit(LAN)
    forged = repo.git("cat-file", "commit", "HEAD").replace("17320", "9999917320")
    (repo.root / "commit.txt").write_text(forged)
    repo.git("reset", "-q", repo.git("hash-object", "-t", "commit", "-w", "commit.txt").strip())

    assert repo.kinds() == [("tin-bai/gia.md", "error")]


def test_a_folder_that_windows_would_take_for_another_is_told(repo):
    repo.write("Tin-Bai/moi.md", article_text())
    repo.commit(LAN)

    assert repo.kinds() == [("Tin-Bai/moi.md", "error")]


@pytest.mark.parametrize(
    ("stored", "expected"), [(b"", []), (b"version https://git-lfs", ["error"])]
)
def test_a_seal_that_does_not_hold_asks_for_a_new_approval_unless_git_cannot_tell(
    repo, stored, expected
):
    repo.write("tin-bai/hinh.jpg", stored or b"anh")
    repo.edit(VICE, APPROVED, BOARD_LINE, f"{BOARD_LINE} dấu 0123456789ab")
    repo.git("tag", "-f", "goc")
    repo.edit(LAN, APPROVED, "Nội dung.", "Nội dung khác.")

    assert [level for _, level in repo.kinds()] == expected


def test_names_in_vietnamese_and_a_content_folder_below_the_root(repo, tmp_path):
    root = tmp_path / "kho khác"
    shutil.copytree(repo.content, root / "Trang của trường/content")
    other = Repository(root, "Trang của trường")
    other.git("init", "-q")
    other.commit(CHIEF)
    other.git("tag", "goc")
    # NFD, as a Mac writes it.
    other.write("tin-bai/Nga\u0300y ho\u0323\u0302i.md", article_text(duyet="Phó Mẫu, 12/11/2024"))
    (other.root / "ngoai.md").write_text("x")
    other.commit(LAN)

    assert other.kinds() == [("tin-bai/Ngày hội.md", "error")]


def lines(said):
    """The lines of a report that name a file."""
    return [line for line in said.splitlines() if not line.startswith("    ")]


def test_files_that_git_ignores_or_has_not_got_yet_are_named(repo):
    for name in ("bo-qua.md", "moi.md", "hình ảnh.jpg", "Thumbs.db", ".DS_Store", "ghi.txt.bak"):
        repo.write(f"tin-bai/{name}", article_text(duyet=None))
    (repo.root / ".gitignore").write_text("bo-qua.md\nlich.yaml\n")
    repo.write("lich.yaml", "- {ngày: 05/09/2024, việc: Khai giảng}")
    (repo.root / "ngoai.md").write_text("x")

    said = repo.said()

    assert [line.split(": ")[0] for line in lines(said)] == [
        "content/lich.yaml:1",
        "content/tin-bai/bo-qua.md:1",
        "content/tin-bai/hình ảnh.jpg:1",
        "content/tin-bai/moi.md:1",
    ]
    assert all("cảnh báo: " in line for line in lines(said))
    assert said.count("Git bỏ qua tệp này (.gitignore)") == 2
    assert 'git add "content/tin-bai/hình ảnh.jpg"' in said


def test_files_that_are_not_as_the_last_commit_has_them_are_named(repo):
    repo.replace(WAITING, "Nội dung", "Nội dung khác")
    (repo.content / FINANCE).unlink()
    repo.write("tin-bai/hinh.jpg", b"anh hai")
    repo.git("add", f"content/{WAITING}")

    assert [line.split(": ")[::2] for line in lines(repo.said())] == [
        ["content/tin-bai/cho.md:1", "Tệp này đã sửa mà chưa commit"],
        ["content/tin-bai/hinh.jpg:1", "Tệp này đã sửa mà chưa commit"],
        ["content/tin-bai/tien.md:1", "Tệp này đã xóa mà chưa commit"],
    ]


@pytest.mark.parametrize("bit", ["--assume-unchanged", "--skip-worktree"])
def test_a_file_that_git_was_told_not_to_look_at_is_named(repo, bit):
    repo.git("update-index", bit, f"content/{WAITING}")
    repo.replace(WAITING, "Nội dung", "Nội dung khác")

    assert "content/tin-bai/cho.md:1: cảnh báo: Git được dặn đừng xem tệp này" in repo.said()


def test_a_repository_within_the_content_is_named(repo):
    repo.write("tin-bai/con/a.md", article_text())
    repo.git("init", "-q", str(repo.content / "tin-bai/con"))

    assert "content/tin-bai/con:1: cảnh báo: Thư mục này là một kho git riêng" in repo.said()


def test_an_approval_that_is_not_committed_is_held_against_the_board_of_today(after_the_summer):
    repo = after_the_summer
    repo.write("tin-bai/moi.md", article_text(ngày="20/11/2025", duyet=BACKDATED))

    def said(today):
        return problem_lines(problems_against(repo.content, "goc", date(*today)))

    assert "content/tin-bai/moi.md:7: lỗi: Dòng duyệt của Phó Mẫu ghi ngày 20/05/2025 chưa" in said(
        (2025, 11, 20)
    )
    assert "lỗi" not in said((2025, 5, 21))


def test_a_commit_of_a_day_to_come_gives_nobody_a_right_before_that_day(repo):
    leaving = ", chức vụ: Phó hiệu trưởng, từ: 01/12/2024"
    repo.edit(CHIEF, PLAN_FILE, ", chức vụ: Phó hiệu trưởng", leaving)
    repo.git("tag", "-f", "goc")
    repo.edit(VICE, WAITING, "---\nNội", "duyệt: Phó Mẫu, 02/12/2024\n---\nNội")
    repo.git("commit", "-q", "--amend", "--no-edit", "--reset-author", who=VICE, on="2024-12-03")

    found = problems_against(repo.content, "goc", date(2024, 11, 25))

    assert [(p.path, p.is_error) for p in found] == [(f"content/{WAITING}", True)]
    assert not problems_against(repo.content, "goc", date(2024, 12, 5))


def test_a_name_of_the_folders_that_looks_hidden_but_is_scanned_is_looked_at(repo):
    repo.write("tin-bai/.x.md/gia.md", article_text())
    repo.commit(LAN)

    assert ("tin-bai/.x.md/gia.md", "error") in repo.kinds()


@pytest.mark.parametrize(
    "settings",
    [
        {"core.quotePath": "true", "log.showSignature": "true", "color.ui": "always"},
        {"diff.noprefix": "true", "diff.renames": "false", "diff.relative": "true"},
        {"diff.external": "false", "diff.algorithm": "patience", "core.abbrev": "4"},
        {"status.relativePaths": "true", "status.showUntrackedFiles": "no", "status.short": "true"},
        {"i18n.logOutputEncoding": "UTF-16", "log.date": "relative", "format.pretty": "oneline"},
        {"core.fsmonitor": "false-program", "status.branch": "true", "log.decorate": "full"},
        {"log.mailmap": "true", "diff.orderFile": "x", "log.follow": "true"},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_whatever_somebody_set_for_themselves_git_is_understood(repo, settings):
    for name, value in settings.items():
        repo.git("config", name, value)
    (repo.root / ".mailmap").write_text(f"P <{VICE}> <{LAN}>\n")
    (repo.root / "x").write_text("")
    repo.write("tin-bai/Ngày hội.md", article_text())
    repo.commit(LAN)
    repo.write("tin-bai/chưa.md", article_text(duyet=None))

    assert repo.kinds() == [("tin-bai/Ngày hội.md", "error"), ("tin-bai/chưa.md", "warning")]


@pytest.mark.parametrize(
    "variables",
    [
        {"GIT_GLOB_PATHSPECS": "1"},
        {"GIT_NOGLOB_PATHSPECS": "1", "GIT_ICASE_PATHSPECS": "1"},
        {"GIT_DIR": "/khong-co", "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "/khong-co"},
        {"GIT_NAMESPACE": "x", "GIT_REPLACE_REF_BASE": "refs/x", "GIT_ATTR_SOURCE": "HEAD~9"},
        {"GIT_TRACE": "1", "GIT_EXTERNAL_DIFF": "false", "GIT_DIFF_OPTS": "-u0"},
    ],
    ids=lambda variables: next(iter(variables)),
)
def test_whatever_stands_in_the_environment_git_is_understood(repo, variables, monkeypatch):
    repo.write("tin-bai/gia.md", article_text())
    repo.commit(LAN)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert repo.kinds() == [("tin-bai/gia.md", "error")]


def test_neither_grafts_nor_replaced_objects_hide_a_commit(repo):
    repo.write("tin-bai/gia.md", article_text())
    repo.commit(LAN)
    repo.edit(CHIEF, WAITING, "Nội dung", "Nội dung khác")
    head, start = (repo.git("rev-parse", name).strip() for name in ("HEAD", "goc"))
    write_file(repo.root / ".git", "info/grafts", f"{head} {start}\n")
    assert repo.kinds() == [("tin-bai/gia.md", "error")]

    (repo.root / ".git/info/grafts").unlink()
    tree = f"{head}^{{tree}}"
    other = repo.git("commit-tree", tree, "-p", start, "-m", "x", who=VICE).strip()
    repo.git("replace", head, other)
    assert repo.kinds() == [("tin-bai/gia.md", "error")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_that_no_scan_reads_stop_nothing_and_hide_nothing(repo):
    for name in (b"tin-bai/\xff\xfe.md", "tin-bai/xuống\ndòng: \t.md".encode()):
        (Path(os.fsdecode(os.fsencode(repo.content) + b"/" + name))).write_text(article_text())
    repo.write("tin-bai/gia.md", article_text())
    repo.commit(LAN)

    assert repo.kinds() == [("tin-bai/gia.md", "error")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", [b"tr\xff\xfeng", "Xuống\ndòng".encode(), b"*[a]?"])
def test_a_folder_of_whatever_name_is_looked_at(repo, tmp_path, name):
    root = tmp_path / "kho khác"
    place = os.fsdecode(name)
    shutil.copytree(repo.content, root / place / "content")
    other = Repository(root, place)
    other.git("init", "-q")
    other.commit(CHIEF)
    other.git("tag", "goc")
    other.write("tin-bai/gia.md", article_text())
    other.commit(LAN)

    assert other.kinds() == [("tin-bai/gia.md", "error")]


@pytest.mark.parametrize(
    "email", ["", "a b@c", "\u00e9@x", "x>@y", "<x", "%ae%n", "pho@mau.example "]
)
def test_odd_addresses_are_nobodys(repo, email):
    repo.write("tin-bai/gia.md", article_text())
    repo.commit(CHIEF)
    raw = repo.git("cat-file", "commit", "HEAD").replace(f"<{CHIEF}>", f"<{email}>")
    (repo.root / "commit.txt").write_text(raw)
    words = ("hash-object", "--literally", "-t", "commit", "-w", "commit.txt")
    repo.git("reset", "-q", repo.git(*words).strip())

    assert repo.kinds() == [("tin-bai/gia.md", "error")]


def test_a_repository_that_lost_objects_is_no_clean_one(repo):
    repo.edit(LAN, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    tree = repo.git("rev-parse", "HEAD^{tree}").strip()
    lost = repo.root / ".git/objects" / tree[:2] / tree[2:]
    lost.chmod(0o600)
    lost.unlink()

    with pytest.raises(NoHistory, match="git fsck"):
        problems_against(repo.content, "goc")


def test_a_branch_behind_is_compared_with_where_it_left(repo):
    repo.branch("nhanh")
    repo.edit(LAN, WAITING, "Nội dung", "Nội dung khác")
    repo.git("checkout", "-q", "main")
    repo.edit(VICE, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    repo.git("checkout", "-q", "nhanh")

    assert repo.said("main") == ""


def test_a_branch_behind_does_not_keep_a_member_whom_the_plan_has_lost(repo):
    repo.branch("nhanh")
    repo.edit(VICE, WAITING, "---\nNội", f"{BOARD_LINE}\n---\nNội")
    assert repo.said("main") == ""

    repo.git("checkout", "-q", "main")
    repo.edit(CHIEF, PLAN_FILE, VICE, "pho-moi@mau.example")
    repo.git("checkout", "-q", "nhanh")
    assert repo.kinds("main") == [(WAITING, "error")]


def refusal(content, ref):
    with pytest.raises(NoHistory) as caught:
        problems_against(content, ref)
    return str(caught.value)


def test_a_shallow_clone_is_told_how_to_get_the_rest(repo, tmp_path):
    for n in range(3):
        repo.edit(LAN, WAITING, "Nội dung", f"Nội dung {n}")
    repo.git("clone", "-q", "--depth", "2", repo.root.as_uri(), str(tmp_path / "can"))

    said = refusal(tmp_path / "can/content", "origin/khong-co")
    assert "git fetch --unshallow" in said
    Repository(tmp_path / "can").git("fetch", "-q", "--depth", "1", "origin", "tag", "goc")
    assert "fetch-depth: 0" in refusal(tmp_path / "can/content", "goc")


def test_a_name_that_git_does_not_know_is_told(repo):
    for ref in ("khong-co", "--all", "0" * 40):
        assert f"Không có “{ref}”" in refusal(repo.content, ref)


def test_a_folder_without_git_is_told(repo, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    shutil.rmtree(repo.root / ".git")
    assert "không nằm trong một kho git" in refusal(repo.content, "goc")

    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Cài git" in refusal(repo.content, "goc")


def test_plans_that_cannot_be_read_decide_nothing(repo):
    repo.edit(CHIEF, PLAN_FILE, "Kế hoạch mẫu", "[a")
    repo.git("tag", "-f", "goc")
    repo.edit(CHIEF, PLAN_FILE, "[a", "Kế hoạch mẫu")

    assert "còn lỗi" in refusal(repo.content, "goc")


def test_check_prints_it_with_the_rest(site):
    site.write(PLAN_FILE, plan_text())
    repo = Repository(site.root)
    repo.git("init", "-q")
    repo.commit(CHIEF)
    repo.git("tag", "goc")
    site.write("tin-bai/moi.md", article_text())
    repo.commit(LAN)

    made = site.invoke("check", "--against", "goc")
    assert (made.returncode, f"do {LAN} (commit " in made.stdout) == (1, True)
    assert "1 lỗi" in made.stdout

    made = site.invoke("check", "--against", "khong-co")
    assert (made.returncode, "Traceback" in made.stderr) == (2, False)
