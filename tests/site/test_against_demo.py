"""The demo as its board would have committed it: `--against` finds nothing to say."""

import os
import re
import shutil
import subprocess

import pytest
from demo_content import DEMO

from newsroom.commands.checking.against import problems_against
from newsroom.domain.text.dates import parse_date

TODAY = "21/11/2026"
CHIEF = "hieutruong@saomau.example"
EMAILS = {
    "Nguyễn Thị Mẫu An": CHIEF,
    "Trần Văn Mẫu Bình": "phohieutruong@saomau.example",
    "Lê Thị Mẫu Chi": "truyenthong@saomau.example",
    "Phạm Thị Mẫu Dung": "ketoan@saomau.example",
    "Hoàng Văn Mẫu Em": "kiemtra@saomau.example",
}
_LINE = re.compile(r"^(?:duyệt|trả lại|gỡ|đính chính|chọn gửi|gửi|được đăng): ([^,\n]+),.*\n", re.M)


def signers():
    """Everybody who signs a line of the demo; parent offices are the chief's to write."""
    texts = (path.read_text(encoding="utf-8") for path in DEMO.rglob("*.md"))
    names = {name for text in texts for name in _LINE.findall(text)}
    return sorted(names & EMAILS.keys())


def commit(root, email):
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Mẫu"), ("EMAIL", email), ("DATE", "2026-11-20T10:00"))
    }
    environment = {**os.environ, **who}
    for words in (("add", "-A"), ("commit", "-qm", "Bài", "--allow-empty")):
        subprocess.run(["git", *words], cwd=root, env=environment, check=True)


@pytest.fixture(scope="module")
def signed_demo(tmp_path_factory):
    """The demo without a single decision; then the lines of each member in a commit of theirs."""
    root = tmp_path_factory.mktemp("mau")
    no_images = shutil.ignore_patterns("*.jpg", "*.png", "*.webp")
    content = shutil.copytree(DEMO, root / "content", ignore=no_images)
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(content.rglob("*.md"))}

    def write(signed):
        def kept(line):
            signer = line[1] if line[1] in EMAILS else ""
            return line[0] if signer in signed else ""

        for path, text in texts.items():
            path.write_text(_LINE.sub(kept, text), encoding="utf-8")

    subprocess.run(["git", "init", "-q", "--template="], cwd=root, check=True)
    write(())
    commit(root, CHIEF)
    subprocess.run(["git", "tag", "goc"], cwd=root, check=True)
    names = ["", *signers()]
    for count in range(1, len(names) + 1):
        write(names[:count])
        commit(root, EMAILS.get(names[count - 1], CHIEF))
    assert {path: path.read_text(encoding="utf-8") for path in texts} == texts
    return root


def test_the_demo_signed_by_its_board_is_without_a_finding(signed_demo):
    assert problems_against(signed_demo / "content", "goc", parse_date(TODAY)) == ()


def test_one_line_written_for_somebody_else_is_told_with_both_names(signed_demo, tmp_path):
    root = shutil.copytree(signed_demo, tmp_path / "kho")
    article = next(iter(sorted((root / "content/tin-bai/2026-11").glob("*.md"))))
    text = article.read_text(encoding="utf-8")
    line = "duyệt: Nguyễn Thị Mẫu An, 20/11/2026\n---\n"
    head, _, body = text.rpartition("\n---\n")
    article.write_text(f"{head}\n{line}{body}", encoding="utf-8")
    commit(root, EMAILS["Lê Thị Mẫu Chi"])

    (problem,) = problems_against(root / "content", "goc", parse_date(TODAY))

    assert "Dòng duyệt của Nguyễn Thị Mẫu An do truyenthong@saomau.example (commit " in (
        problem.message
    )
    assert "là của Lê Thị Mẫu Chi, người ghi thay Nguyễn Thị Mẫu An." in problem.message
