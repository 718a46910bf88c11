"""Whoever types a task wrongly, or asks how, is answered in Vietnamese."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.tasks.failures import failure_in_words
from newsroom.tasks.registry import TASKS
from newsroom.tasks.typed import all_tasks, help_of, options_of, run

REPOSITORY = Path(__file__).resolve().parents[2]
ENGLISH = re.compile(r"No idea|needed value|Usage|Options|Available|required positional|invalid")


@pytest.fixture(scope="module", autouse=True)
def every_task():
    from newsroom.tasks import papers, site, upkeep, writing  # noqa: F401


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("check --formt json", "Lệnh check không có tùy chọn “--formt”. Có phải là --format?"),
        ("check --format", "Tùy chọn --format của lệnh check còn thiếu giá trị ở sau."),
        ("check --against", "Tùy chọn --against của lệnh check còn thiếu giá trị ở sau."),
        ("quota -z", "Lệnh quota không có tùy chọn “-z”."),
        ("serve --port abc", "Sau --port phải là một con số"),
        ("deploy", "Lệnh deploy còn thiếu --to."),
        ("deploy --to", "Tùy chọn --to của lệnh deploy còn thiếu giá trị ở sau."),
        ("publish nhanh", "Lệnh publish không hiểu chữ “nhanh”."),
        ("publish --keep-going=yes", "Tùy chọn --keep-going của lệnh publish không có giá trị"),
        ("quota -- nhanh", "Lệnh quota không hiểu chữ “nhanh”."),
        ("--format json", "Chưa ghi lệnh trước “--format”."),
    ],
)
def test_a_slip_is_answered_in_vietnamese_and_nothing_runs(words, said, capsys):
    with pytest.raises(SystemExit) as stopped:
        run(words.split())

    told = capsys.readouterr().err
    assert stopped.value.code == 2
    assert told.startswith(said)
    assert not ENGLISH.search(told)


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("check a.md b", {"path": ["a.md", "b"]}),
        ("check --path a.md b", {"path": ["a.md", "b"]}),
        ("check a.md --format json b.md", {"path": ["a.md", "b.md"], "format": "json"}),
        ("check --format=json", {"path": [], "format": "json"}),
        ("publish --keep-going", {"keep_going": True, "verify_all": False}),
        ("quota --month 2026-11", {"month": "2026-11", "year": ""}),
        ("serve", {"port": 8000}),
        ("serve --port 8001", {"port": 8001}),
        ("approve b.md --by An --as duyệt", {"path": ["b.md"], "by": "An", "as_": "duyệt"}),
        ("back 3", {"edition": ["3"]}),
        ("check a.md -- -b.md --format", {"path": ["a.md", "-b.md", "--format"], "format": "text"}),
        ("quota --", {"month": ""}),
    ],
)
def test_words_become_the_options_of_the_task(words, options):
    task, *rest = words.split()

    found = options_of(task, rest)

    assert {name: found[name] for name in options} == options


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--list"], ["-l"]])
def test_help_names_every_task_with_its_purpose(words, capsys):
    run(words)

    told = capsys.readouterr().out
    assert all(f"\n  {name} " in told for name in TASKS)
    assert not ENGLISH.search(told)


def test_help_of_a_task_explains_every_option(capsys):
    run(["approve", "--help"])

    told = capsys.readouterr().out
    assert "--all-waiting" in told
    assert "họ tên người quyết định" in told
    for name, (_, options) in TASKS.items():
        assert all(words in help_of(name) for words in options.get("help", {}).values())
        assert not ENGLISH.search(help_of(name))
    assert "py tasks.py" in all_tasks()


def test_the_commands_file_can_be_read_by_pythons_that_are_too_old():
    """No annotation, f-string or unpacking that an old parser stops at; Python 2 reads it too."""
    text = (REPOSITORY / "tasks.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 4))

    assert text.startswith("# -*- coding: utf-8 -*-\n")
    for node in ast.walk(tree):
        assert not isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr)
        if isinstance(node, ast.FunctionDef):
            every = (*node.args.args, *node.args.kwonlyargs)
            assert node.returns is None
            assert not any(argument.annotation for argument in every)
        if isinstance(node, ast.Call):
            assert getattr(node.func, "id", "") != "print"


OLD = [
    path
    for version in ("2.7", "3.6", "3.8", "3.10")
    for path in sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
]


@pytest.mark.skipif(not OLD, reason="Không có Python cũ trên máy này.")
def test_an_old_python_says_which_one_is_needed(tmp_path):
    for python in OLD:
        made = subprocess.run(
            [python, REPOSITORY / "tasks.py", "check"],
            env={"PYTHONIOENCODING": "utf-8"},
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        told = made.stderr.decode()
        assert (made.returncode, "Cần Python 3.11 trở lên" in told) == (1, True), told


FAILS = (
    "import sys, tasks\n"
    "from newsroom.tasks.registry import TASKS\n"
    "def fail():\n"
    "    {}['x']\n"
    "TASKS['clean'] = (fail, {})\n"
    "tasks.start(sys.argv[1:])\n"
)


def test_a_failure_that_nobody_foresaw_is_told_without_a_traceback(site):
    made = site.run("-c", FAILS, "clean")

    assert made.returncode == 1
    assert "Chương trình gặp lỗi chưa lường trước: KeyError" in made.stderr
    assert "python3 tasks.py clean --debug" in made.stderr
    assert "Traceback" not in made.stderr


def test_the_line_to_type_again_quotes_what_has_blanks():
    words = ["new", "--from", "bài số 1.docx"]

    said = failure_in_words(KeyError("x"), words)

    assert 'python3 tasks.py new --from "bài số 1.docx" --debug' in said


def test_whoever_reads_along_may_go_at_any_time(site):
    code = "import sys, tasks; tasks.start(sys.argv[1:])"
    made = subprocess.Popen(
        [sys.executable, "-c", code, "--list"],
        cwd=site.root,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    made.stdout.close()

    said = made.stderr.read()

    assert (made.wait(), said) == (141, b"")


def test_debug_shows_the_traceback(site):
    made = site.run("-c", FAILS, "clean", "--debug")

    assert made.returncode == 1
    assert "Traceback" in made.stderr
    assert "KeyError: 'x'" in made.stderr


def test_invoke_leaves_the_reading_to_the_same_reader(site):
    made = site.run("-m", "invoke", "check", "--formt", "json")

    assert made.returncode == 2
    assert "Lệnh check không có tùy chọn “--formt”. Có phải là --format?" in made.stderr
    assert site.run("-m", "invoke", "quota").returncode == 0
