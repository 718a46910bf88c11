"""`check --against`: who approved an import, and who changed what it let out."""

import shutil
from datetime import date

import pytest
from sample import article_text, write_site
from test_against import CHIEF, LAN, PLAN_FILE, VICE, Repository, plan_text

from newsroom.commands.checking.against import problems_against
from newsroom.commands.deciding.import_decisions import approve_import, record_import

LIST, OLD = "nhap/2024-11-20.yaml", "tin-bai/2015-09/khai-giang.md"
TODAY = date(2024, 11, 20)
TEXT = article_text(
    ngày="05/09/2015", tổ="Tổ cũ", tác_giả="Ai Đó Mẫu", chuyên_mục="Bài cũ", duyet=None
)


@pytest.fixture(scope="module")
def moved_in(tmp_path_factory):
    """A board, and a technician's commit that brought an old article and a list nobody signed."""
    root = tmp_path_factory.mktemp("nhap")
    write_site(root, {PLAN_FILE: plan_text()})
    made = Repository(root)
    made.git("init", "-q", "--template=")
    made.commit(CHIEF)
    made.git("tag", "goc")
    made.write(OLD, TEXT)
    record_import(made.content, [OLD], source="truongcu.example", today=TODAY)
    made.commit(LAN)
    return root


@pytest.fixture
def repo(moved_in, tmp_path):
    shutil.copytree(moved_in, tmp_path / "kho")
    return Repository(tmp_path / "kho")


def sign(repo, name="Hiệu Trưởng Mẫu"):
    approve_import(repo.content, str(repo.content / LIST), name, TODAY, say=lambda words: None)


def test_a_list_that_a_technician_brought_asks_for_a_signature(repo):
    said = repo.said()

    assert f"content/{LIST}:1: lỗi" in said
    assert LAN in said
    assert "approve --import" in said


def test_whoever_has_the_last_word_signs_it_and_answers_for_the_list(repo):
    sign(repo)
    repo.commit(CHIEF)

    assert repo.said() == ""


def test_list_and_articles_may_come_in_the_commit_that_signs_them(repo):
    repo.git("reset", "-q", "--soft", "goc")
    sign(repo)
    repo.commit(CHIEF)

    assert repo.said() == ""


@pytest.mark.parametrize("who", [LAN, VICE])
def test_nobody_signs_in_the_name_of_another(repo, who):
    sign(repo)
    repo.commit(who)

    assert repo.kinds() == [(LIST, "error")]
    assert "Dòng duyệt của Hiệu Trưởng Mẫu" in repo.said()
    assert who in repo.said()


def test_whoever_signs_must_have_the_last_word_on_the_day_of_the_commit_too(repo):
    plan = plan_text().replace("chức vụ: Hiệu trưởng,", "chức vụ: Hiệu trưởng, đến: 25/11/2024,")
    repo.git("checkout", "-q", "goc")
    repo.write(PLAN_FILE, plan)
    repo.commit(CHIEF)
    repo.git("tag", "-f", "goc")
    repo.write(OLD, TEXT)
    record_import(repo.content, [OLD], source="cũ", today=TODAY, by="Hiệu Trưởng Mẫu")
    repo.commit(CHIEF, on="2024-11-26")

    assert "khi ấy người này không giữ quyền ấy" in repo.said()


@pytest.mark.parametrize(
    ("who", "found"), [(LAN, [("tin-bai/2015-09/khai-giang.md", "error")]), (VICE, [])]
)
def test_what_no_seal_covers_is_changed_by_the_board_alone(repo, who, found):
    sign(repo)
    repo.commit(CHIEF)
    repo.edit(who, OLD, "---\nNội", "đồng ý hình ảnh: có\n---\nNội")

    assert repo.kinds() == found


def test_an_edited_text_waits_by_its_seal_and_is_no_finding(repo):
    sign(repo)
    repo.commit(CHIEF)
    repo.edit(LAN, OLD, "Nội dung bài viết.", "Nội dung khác.")

    assert repo.said() == ""


def test_a_forged_list_is_told_once_however_many_articles_it_names(repo):
    for number in range(3):
        repo.write(f"tin-bai/2015-09/them-{number}.md", TEXT)
    repo.git("rm", "-q", f"content/{LIST}")
    record_import(
        repo.content,
        [f"tin-bai/2015-09/them-{n}.md" for n in range(3)],
        source="cũ",
        today=TODAY,
        by="Hiệu Trưởng Mẫu",
    )
    repo.commit(LAN)

    assert repo.kinds() == [(LIST, "error")]


@pytest.mark.parametrize(("who", "found"), [(LAN, [(LIST, "error"), (OLD, "error")]), (VICE, [])])
def test_an_approved_list_and_its_articles_are_deleted_by_the_board_alone(repo, who, found):
    sign(repo)
    repo.commit(CHIEF)
    repo.git("tag", "-f", "goc")
    repo.git("rm", "-q", f"content/{LIST}", f"content/{OLD}")
    repo.commit(who)

    assert repo.kinds() == found


def test_a_signature_on_the_disk_is_held_against_today(repo):
    sign(repo)
    gone = plan_text().replace("chức vụ: Hiệu trưởng,", "chức vụ: Hiệu trưởng, đến: 25/11/2024,")
    repo.git("stash", "-q")
    repo.write(PLAN_FILE, gone)
    repo.commit(CHIEF)
    repo.git("tag", "-f", "goc")
    repo.git("stash", "pop", "-q")

    found = problems_against(repo.content, "goc", date(2024, 12, 1))

    assert any("hôm nay người này không giữ quyền ấy" in problem.message for problem in found)
