"""The reading of pip-audit's answer. The question needs the network: nobody asks it here."""

import json
from pathlib import Path

import pytest

from newsroom.commands.upkeep import audit as command
from newsroom.commands.upkeep.audit import LOCKS, answer_in
from newsroom.tasks import upkeep

ROOT = Path(__file__).resolve().parents[2]
SOUND = {"name": "nh3", "version": "1.0", "vulns": []}
UNKNOWN = {"name": "invoke", "skip_reason": "Dependency not found on PyPI"}
HOLE = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["12.1"]}
UNSAFE = {"name": "pillow", "version": "12.0", "vulns": [HOLE]}


def told(*packages):
    return json.dumps({"dependencies": packages, "fixes": []})


def test_a_known_hole_is_told_with_the_version_that_mends_it():
    found = answer_in(told(SOUND, UNSAFE), "Found 1 known vulnerability")

    assert str(found).splitlines() == [
        "- pillow 12.0: PYSEC-2026-1, CVE-2026-1; bản đã sửa: 12.1.",
        "    → Lấy bản mới của phần mềm; chưa có thì báo cho người làm phần mềm (SECURITY.md).",
        "Đã soát 2 thư viện, 1 lỗ hổng đã biết.",
    ]


def test_a_package_that_is_not_known_there_is_told_and_no_hole():
    found = answer_in(told(SOUND, UNKNOWN), "")

    assert not found.holes
    assert str(found).splitlines() == [
        "Đã soát 1 thư viện, 0 lỗ hổng đã biết.",
        "Nơi hỏi không có dữ liệu về 1 thư viện: invoke.",
    ]


@pytest.mark.parametrize(
    ("answer", "complaint", "why"),
    [
        ("", "Traceback …\nConnectionError: pypi.org", "ConnectionError: pypi.org"),
        ("", "", "pip-audit không trả lời"),
        ("<html>", "", "pip-audit không trả lời"),
        (told(UNKNOWN), "", "nơi hỏi không có dữ liệu về thư viện nào."),
    ],
)
def test_no_answer_is_said_and_never_taken_for_a_good_one(answer, complaint, why):
    found = answer_in(answer, complaint)

    assert not found.holes
    assert str(found) == f"Không hỏi được dữ liệu về lỗ hổng, lần này chưa soát: {why}"


def test_the_task_fails_on_a_hole_only(monkeypatch):
    monkeypatch.setattr(upkeep, "call", lambda *words: 0)
    for answer, code in ((told(UNSAFE), 1), (told(SOUND), 0), ("", 0)):
        monkeypatch.setattr(command, "audit", lambda root, told=answer: answer_in(told, ""))
        if code:
            with pytest.raises(SystemExit, match=str(code)):
                upkeep.audit()
        else:
            upkeep.audit()


def test_what_is_asked_of_is_every_lock_that_a_school_installs():
    locks = {lock.name for lock in ROOT.glob("requirements*.txt")}

    assert set(LOCKS) == locks - {"requirements-dev.txt", "requirements-audit.txt"}
