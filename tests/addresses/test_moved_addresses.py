"""A public address that moves is told, with the line that keeps it: by check, publish and git."""

import os
import re
import subprocess
from dataclasses import replace

import pytest
from sample import PLAN_YAML, article_text, make_article, make_evaluation, withdrawn

from newsroom.domain.addresses.lost_address import LostAddress, lost_addresses
from newsroom.domain.site.takedown import ShownEdition

TODAY = "30/11/2024"
WORDS = "Một đoạn dài.\n\nMột đoạn nữa.\n\nVà thêm một đoạn."


def asked_of_nobody(lost, new):
    raise AssertionError("nothing is lost whose name is not new")


def last_with(*addresses):
    return ShownEdition(on=None, addresses=frozenset(addresses))


def test_nothing_is_asked_of_git_while_nothing_is_lost():
    articles = [make_article("12/11/2024") for _ in range(3)]
    last = last_with(*(article.url for article in articles))

    assert lost_addresses(last, make_evaluation(articles, TODAY), asked_of_nobody) == ()


def test_a_date_corrected_into_another_month_is_known_by_the_name():
    article = make_article("12/11/2024")
    old = f"tin-bai/2024/10/{article.slug}/"

    found = lost_addresses(last_with(old), make_evaluation([article], TODAY), asked_of_nobody)

    assert found == (LostAddress(address=old, moved_to=article.path),)


def test_two_new_items_of_one_name_are_no_answer_and_git_is_asked():
    one, other = make_article("12/11/2024"), make_article("12/10/2024")
    twins = [one, replace(other, slug=one.slug)]
    old = f"tin-bai/2024/09/{one.slug}/"
    asked = []

    def renamed(lost, new):
        asked.append((set(lost), set(new)))
        return {old: other.path}

    found = lost_addresses(last_with(old), make_evaluation(twins, TODAY), renamed)

    assert asked == [({old}, {one.path, other.path})]
    assert found == (LostAddress(address=old, moved_to=other.path),)


def test_what_is_withheld_says_why_and_what_was_decided_says_nothing():
    waits = make_article("12/12/2024")
    gone = make_article("12/11/2024")
    decided = replace(gone.decisions, others=(withdrawn("Phó Mẫu", "20/11/2024"),))
    items = [waits, replace(gone, decisions=decided)]

    [found] = lost_addresses(
        last_with(waits.url, gone.url), make_evaluation(items, TODAY), asked_of_nobody
    )

    assert (found.address, found.moved_to) == (waits.url, "")
    assert found.why is not None


# Whole sites


@pytest.fixture(scope="module")
def published(module_site):
    """A site of three articles that was published, in git."""
    site = module_site
    for name in ("mot", "hai", "ba"):
        body = "\n\n".join(f"{part} của bài {name}." for part in WORDS.split("\n\n"))
        site.write(f"tin-bai/{name}.md", article_text(body, title=f"Tiêu đề {name}"))
    git(site, "init", "-q")
    commit(site)
    assert site.publish().returncode == 0
    return site


@pytest.fixture
def stood(published, tmp_path):
    return published.copied(tmp_path)


def git(site, *words):
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    person = {
        f"GIT_{role}_{fact}": value
        for role in ("AUTHOR", "COMMITTER")
        for fact, value in (("NAME", "x"), ("EMAIL", "pho@mau.example"))
    }
    subprocess.run(
        ["git", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", *words],
        cwd=site.root,
        env={**os.environ, **settings, **person},
        check=True,
        capture_output=True,
    )


def commit(site):
    git(site, "add", "content")
    git(site, "commit", "-qm", "Sửa")


def date_changes(site):
    path = site.content / "tin-bai/mot.md"
    path.write_text(path.read_text().replace("ngày: 12/11/2024", "ngày: 12/10/2024"))
    return "content/tin-bai/mot.md", "/tin-bai/2024/11/mot/"


def file_is_renamed(site):
    (site.content / "tin-bai/hai.md").rename(site.content / "tin-bai/ten-khac.md")
    return "content/tin-bai/ten-khac.md", "/tin-bai/2024/11/hai/"


def slug_changes(site):
    path = site.content / "tin-bai/ba.md"
    path.write_text(path.read_text().replace("---\n", "---\nslug: hoan-toan-khac\n", 1))
    return "content/tin-bai/ba.md", "/tin-bai/2024/11/ba/"


def renamed_and_edited(site):
    text = (site.content / "tin-bai/hai.md").read_text().replace("Tiêu đề hai", "Tiêu đề mới hẳn")
    (site.content / "tin-bai/hai.md").unlink()
    site.write("tin-bai/2024-11/moi.md", text)
    return "content/tin-bai/2024-11/moi.md", "/tin-bai/2024/11/hai/"


MOVES = [date_changes, file_is_renamed, slug_changes, renamed_and_edited]


@pytest.mark.parametrize(
    ("move", "committed"),
    [
        (date_changes, False),
        (file_is_renamed, False),
        (file_is_renamed, True),
        (slug_changes, False),
        (renamed_and_edited, True),
    ],
)
def test_check_offers_the_line_and_with_it_the_old_address_leads_on(stood, move, committed):
    site = stood
    label, old = move(site)
    if committed:
        commit(site)

    said = site.invoke("check").stdout

    assert f"{label}:1: gợi ý: Bài này trước đây ở {old};" in said
    [line] = re.findall(r"Thêm dòng  (địa chỉ cũ: \S+)  vào", said)
    assert line == f"địa chỉ cũ: {old}"
    path = site.root / label
    path.write_text(path.read_text().replace("---\n", f"---\n{line}\n", 1))
    assert "NR-ADDRESS" not in site.invoke("check").stdout
    made = site.publish()
    assert "không còn mở được" not in made.stderr
    page = site.files()[f"{old.strip('/')}/index.html"].decode()
    assert 'content="newsroom redirect"' in page


def test_publish_says_once_which_public_addresses_are_gone(stood):
    site = stood
    date_changes(site)
    (site.content / "tin-bai/hai.md").unlink()
    path = site.content / "tin-bai/ba.md"
    path.write_text(path.read_text().replace("duyệt: Phó Mẫu, 12/11/2024\n", ""))

    first, second = site.publish(), site.publish()

    assert first.returncode == 0
    assert "3 địa chỉ công khai không còn mở được:" in first.stderr
    assert (
        "/tin-bai/2024/11/mot/ → thêm vào content/tin-bai/mot.md dòng"
        "  địa chỉ cũ: /tin-bai/2024/11/mot/" in first.stderr
    )
    assert "/tin-bai/2024/11/hai/: tệp bài không còn, hoặc đã đổi tên" in first.stderr
    assert "/tin-bai/2024/11/ba/: không còn lời duyệt" in first.stderr
    assert "không còn mở được" not in second.stderr


def test_bare_pelican_says_the_same(stood):
    date_changes(stood)

    made = stood.pelican()

    assert "1 địa chỉ công khai không còn mở được:" in made.stderr
    assert "địa chỉ cũ: /tin-bai/2024/11/mot/" in made.stderr


def test_what_was_taken_down_is_meant_and_is_no_loss(stood):
    path = stood.content / "tin-bai/mot.md"
    line = "---\ngỡ: Phó Mẫu, 20/11/2024, Gia đình đề nghị\n"
    path.write_text(path.read_text().replace("---\n", line, 1))

    assert "NR-ADDRESS" not in stood.invoke("check").stdout
    assert "không còn mở được" not in stood.publish().stderr


def test_a_deleted_file_is_told_as_one_piece_of_advice(stood):
    for name in ("mot", "hai"):
        (stood.content / f"tin-bai/{name}.md").unlink()

    said = stood.invoke("check").stdout

    assert "output/manifest.json:1: gợi ý: Lần đăng tới, 2 địa chỉ đang mở" in said


@pytest.mark.parametrize("move", MOVES)
def test_on_a_fresh_clone_git_tells_what_a_proposal_moves(stood, tmp_path, move):
    """No output stands there: CI has the commits alone."""
    from newsroom.commands.checking.against import problems_against
    from newsroom.domain.problem import Level

    site = stood
    plan = PLAN_YAML.replace(
        "{tên: Phó Mẫu, chức vụ", "{tên: Phó Mẫu, thư điện tử: pho@mau.example, chức vụ"
    )
    site.write("ke-hoach/2024-2025.yaml", plan)
    commit(site)
    git(site, "branch", "before")
    label, old = move(site)
    commit(site)
    clone = tmp_path / "clone"
    git(site, "clone", "-q", ".", str(clone))

    found = problems_against(clone / "content", "origin/before")

    advised = [one for one in found if one.level is Level.ADVICE]
    assert [(one.path, f"địa chỉ cũ: {old}" in one.hint) for one in advised] == [(label, True)]

    path = site.root / label
    path.write_text(path.read_text().replace("---\n", f"---\nđịa chỉ cũ: {old}\n", 1))
    commit(site)
    git(site, "-C", str(clone), "pull", "-q")
    found = problems_against(clone / "content", "origin/before")
    assert [one for one in found if one.level is Level.ADVICE] == []
