"""The findings of `check`, in the forms that other programs read."""

import json
import re
from pathlib import Path

import pytest
from sample import article_text, without_ids, write_file, write_site

from newsroom.commands.checking.check import FORMATS, CannotCheck, findings_of, said
from newsroom.domain.message import Message
from newsroom.domain.problem import CheckFindings, Level, Problem
from newsroom.exports.findings.findings_json import findings_as_json
from newsroom.exports.findings.forges import github_annotations, gitlab_code_quality

PAGE = Path(__file__).resolve().parents[2] / "docs/dinh-dang/kiem-tra.md"
FOUND = CheckFindings(
    checked=2,
    problems=(
        Problem("content/a,b.md", 3, Message("NR-TEST-001", "Sai 100%: một."), "Ghi:  tổ: Tổ 1"),
        Problem("content/c.md", 1, Message("NR-TEST-002", "Nên xem."), "", Level.WARNING),
        Problem(
            "content/c.md", 2, Message("NR-TEST-003", "Nên sửa.\nThật đấy."), "Viết.", Level.ADVICE
        ),
        Problem(
            "content/c.md", 9, Message("NR-TEST-003", "Nên sửa.\nThật đấy."), "Viết.", Level.ADVICE
        ),
    ),
)


def test_github_gets_a_command_a_problem_escaped_as_its_runner_undoes_it():
    lines = github_annotations(FOUND).split("\n")

    assert lines == [
        "::error file=content/a%2Cb.md,line=3,title=Lỗi::"
        "Sai 100%25: một. [NR-TEST-001]%0A→ Ghi:  tổ: Tổ 1",
        "::warning file=content/c.md,line=1,title=Cảnh báo::Nên xem. [NR-TEST-002]",
        "::notice file=content/c.md,line=2,title=Gợi ý::"
        "Nên sửa. [NR-TEST-003]%0AThật đấy.%0A→ Viết.",
        "::notice file=content/c.md,line=9,title=Gợi ý::"
        "Nên sửa. [NR-TEST-003]%0AThật đấy.%0A→ Viết.",
        "Đã kiểm tra 2 bài: 1 lỗi, 1 cảnh báo, 2 gợi ý.",
    ]


def test_gitlab_gets_the_keys_and_severities_it_knows():
    issues = json.loads(gitlab_code_quality(FOUND))

    assert issues[0]["description"] == "Sai 100%: một. [NR-TEST-001] → Ghi:  tổ: Tổ 1"
    assert issues[0]["check_name"] == "NR-TEST-001"
    assert issues[0]["location"] == {"path": "content/a,b.md", "lines": {"begin": 3}}
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info", "info"]


def test_a_gitlab_fingerprint_stays_when_lines_move_and_is_no_other_s():
    moved = CheckFindings(
        checked=2,
        problems=tuple(
            Problem(p.path, p.line + 7, p.message, p.hint, p.level) for p in FOUND.problems
        ),
    )

    def fingerprints(findings):
        return [issue["fingerprint"] for issue in json.loads(gitlab_code_quality(findings))]

    assert fingerprints(FOUND) == fingerprints(moved)
    assert len(set(fingerprints(FOUND))) == 4


def test_json_is_what_its_page_says():
    """Every key of the table is there and no other; the example is printed as it stands."""
    page = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", page.split("## The other")[0], re.MULTILINE)
    keys = [key for row in rows for key in re.findall(r"`([^`]+)`", row)]
    example = json.loads(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1])

    found = json.loads(findings_as_json(FOUND))

    assert {key.removesuffix("[]") for key in keys if not key.startswith(".")} == set(found)
    assert {key[1:] for key in keys if key.startswith(".")} == set(found["problems"][0])
    assert {level for level in ("error", "warning", "advice") if f"`{level}`" in page} == {
        problem["level"] for problem in found["problems"]
    }
    assert found["problems"][2] == {
        "path": "content/c.md",
        "line": 2,
        "level": "advice",
        "id": "NR-TEST-003",
        "message": "Nên sửa.\nThật đấy.",
        "hint": "Viết.",
    }
    assert set(example) == set(found)
    assert set(example["problems"][0]) == set(found["problems"][0])
    assert (found["errors"], found["warnings"], found["advice"], found["checked"]) == (1, 1, 2, 2)


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A content folder whose plan cannot be read."""
    monkeypatch.setenv("NEWSROOM_TODAY", "30/11/2024")
    content = write_site(tmp_path, {"tin-bai/bai.md": article_text(tổ="Tổ 11")})
    write_file(content, "ke-hoach/2024-2025.yaml", "tên: [")
    return content


@pytest.mark.parametrize("form", ["json", "gitlab"])
def test_the_machine_formats_are_json_also_behind_a_broken_plan(broken, tmp_path, form):
    findings = findings_of(broken, tmp_path / ".cache")

    found = json.loads(said(findings, form, tmp_path))

    paths = (
        [p["path"] for p in found["problems"]]
        if form == "json"
        else [issue["location"]["path"] for issue in found]
    )
    assert findings.has_errors
    assert "content/ke-hoach/2024-2025.yaml" in paths


@pytest.mark.parametrize("form", ["github", "gitlab"])
def test_forges_name_files_from_the_root_of_the_repository(broken, tmp_path, form):
    (tmp_path / ".git").mkdir()
    school = tmp_path / "truong/trang"
    school.mkdir(parents=True)

    assert "truong/trang/content/c.md" in said(FOUND, form, school)
    assert "truong/trang" not in said(FOUND, "json", school)
    (school / ".git").write_text("gitdir: elsewhere")
    assert "truong/trang" not in said(FOUND, form, school)


def test_a_format_that_there_is_not_is_answered_with_those_there_are(site):
    with pytest.raises(CannotCheck, match="text, github, gitlab, json"):
        said(FOUND, "xml", Path("."))

    made = site.invoke("check", "--format", "xml")

    assert (made.returncode, made.stdout) == (2, "")
    assert (
        without_ids(made.stderr)
        == "Không có dạng “xml”. Ghi một trong: text, github, gitlab, json.\n"
    )


def test_stdout_of_the_task_holds_nothing_but_json(site):
    site.write("tin-bai/bai.md", article_text(tổ="Tổ 11"))

    made = site.invoke("check", "--path", "content/tin-bai/bai.md", "--format", "json")

    found = json.loads(made.stdout)
    assert made.returncode == 1
    assert (found["checked"], found["errors"]) == (1, 1)
    assert set(FORMATS) == {"text", "github", "gitlab", "json"}


def test_a_task_that_there_is_not_is_answered_with_the_nearest(site):
    made = site.invoke("publsh")

    assert made.returncode == 2
    assert without_ids(made.stderr) == (
        "Không có lệnh “publsh”. Có phải là “publish”?"
        " Gõ  python3 tasks.py --list  để xem mọi lệnh.\n"
    )
