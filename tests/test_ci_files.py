"""The jobs of GitHub and GitLab for a school: the files parse, and open no door."""

import importlib.util
import re
from fnmatch import fnmatch
from inspect import signature
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
CHECK, PUBLISH = ROOT / ".github/workflows/kiem-tra.yml", ROOT / ".github/workflows/dang-trang.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
_TASK = re.compile(r"python3 tasks\.py ([\w-]+)([^\n|>]*)")


def parsed(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path):
    """Every step of every job of a workflow."""
    return [step for job in parsed(path)["jobs"].values() for step in job["steps"]]


def scripts(path):
    """Every line that a shell will run."""
    if path == GITLAB:
        jobs = (job for job in parsed(path).values() if isinstance(job, dict))
        return [line for job in jobs for line in job.get("script", ())]
    return [step["run"] for step in steps(path) if "run" in step]


@pytest.fixture(scope="module")
def tasks():
    spec = importlib.util.spec_from_file_location("tasks", ROOT / "tasks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.TASKS


@pytest.mark.parametrize("path", [CHECK, PUBLISH, GITLAB], ids=lambda path: path.name)
def test_every_task_that_is_run_exists_with_its_options(path, tasks):
    runs = [found for line in scripts(path) for found in _TASK.findall(line)]

    assert runs
    for name, words in runs:
        function, _ = tasks[name]
        known = {f"--{option.replace('_', '-')}" for option in signature(function).parameters}
        assert set(re.findall(r"--[a-z-]+", words)) <= known


@pytest.mark.parametrize("path", [CHECK, PUBLISH], ids=lambda path: path.name)
def test_no_text_of_others_is_pasted_into_a_shell(path):
    assert not [line for line in scripts(path) if "${{" in line]


@pytest.mark.parametrize("path", [CHECK, PUBLISH], ids=lambda path: path.name)
def test_the_whole_history_is_fetched_and_no_key_stays_behind(path):
    checkouts = [
        s["with"] for s in steps(path) if s.get("uses", "").startswith("actions/checkout@")
    ]

    assert checkouts
    assert all(w["persist-credentials"] is False for w in checkouts)
    # The audit of the packages asks nothing of the history.
    audits = sum("tasks.py audit" in line for line in scripts(path))
    assert [w.get("fetch-depth") for w in checkouts].count(0) == len(checkouts) - audits


def test_gitlab_fetches_the_whole_history():
    assert parsed(GITLAB)["variables"]["GIT_DEPTH"] == "0"


def test_a_pull_request_may_only_read():
    workflow = parsed(CHECK)

    # YAML 1.1 reads the key “on” as true.
    assert list(workflow[True]) == ["pull_request"]
    assert workflow["permissions"] == {"contents": "read"}
    assert not [job for job in workflow["jobs"].values() if "permissions" in job]
    assert "secrets." not in CHECK.read_text(encoding="utf-8")


def test_a_pull_request_takes_from_the_cache_and_never_writes_it():
    uses = [step["uses"] for step in steps(CHECK) if "cache" in step.get("uses", "")]

    assert [name.split("@")[0] for name in uses] == ["actions/cache/restore"]
    assert not [s for s in steps(CHECK) if "cache" in s.get("with", {})]


def test_both_workflows_mean_the_same_cache():
    def place(path):
        return next(
            (s["with"]["path"], s["with"]["key"], s["with"]["restore-keys"])
            for s in steps(path)
            if "cache" in s.get("uses", "")
        )

    assert place(CHECK) == place(PUBLISH)


def test_the_desk_is_kept_for_the_board_only_where_the_repository_is_private():
    [upload] = [s for s in steps(CHECK) if "upload" in s.get("uses", "")]

    assert upload["with"]["path"] == "desk/"
    assert upload["with"]["retention-days"] <= 7
    assert "github.event.repository.private" in upload["if"].split(" && ")[-1]


def test_only_the_public_edition_of_the_main_branch_is_deployed():
    workflow = parsed(PUBLISH)
    [upload] = [s for s in steps(PUBLISH) if "upload" in s.get("uses", "")]

    assert upload["with"]["path"] == "output"
    assert not [line for line in scripts(PUBLISH) if "build" in line or "desk" in line]
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["dung-trang"]["if"] == "github.ref == 'refs/heads/main'"
    assert "permissions" not in workflow["jobs"]["dung-trang"]
    assert workflow["jobs"]["dang-trang"]["permissions"] == {
        "pages": "write",
        "id-token": "write",
    }
    assert set(workflow[True]) == {"push", "schedule", "workflow_dispatch"}
    assert workflow[True]["push"] == {"branches": ["main"]}


def test_the_site_is_made_anew_just_after_midnight_in_vietnam():
    [schedule] = parsed(PUBLISH)[True]["schedule"]
    minute, hour, *every_day = schedule["cron"].split()

    assert ((int(hour) + 7) % 24, every_day) == (0, ["*", "*", "*"])
    assert int(minute) > 0


def test_gitlab_deploys_only_the_public_edition_and_shows_the_desk_to_members_only():
    jobs = parsed(GITLAB)

    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert not [line for line in jobs["pages"]["script"] if "desk" in line or "build" in line]
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert jobs["ban-xem-truoc"]["artifacts"]["access"] == "developer"
    assert "expire_in" in jobs["ban-xem-truoc"]["artifacts"]
    assert [name for name, job in jobs.items() if "cache" in job] == ["pages"]


def test_a_broken_article_that_waits_does_not_stop_the_site():
    [check] = [s for s in steps(PUBLISH) if "tasks.py check" in s.get("run", "")]

    assert check["continue-on-error"] is True
    assert "python3 tasks.py check || true" in parsed(GITLAB)["pages"]["script"]


def test_every_action_is_pinned_to_a_version():
    uses = [s["uses"] for path in (CHECK, PUBLISH) for s in steps(path) if "uses" in s]

    assert all(re.fullmatch(r"actions/[\w/-]+@(v\d+|[0-9a-f]{40})", name) for name in uses)


def test_packages_are_audited_each_night_and_no_hole_in_one_keeps_the_site_back():
    jobs, gitlab = parsed(PUBLISH)["jobs"], parsed(GITLAB)

    assert jobs["thu-vien"]["steps"][-1]["run"] == "python3 tasks.py audit"
    assert jobs["thu-vien"]["if"] == "github.event_name != 'push'"
    assert jobs["dang-trang"]["needs"] == "dung-trang"
    assert gitlab["thu-vien"]["script"] == ["python3 tasks.py audit"]
    assert gitlab["thu-vien"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    assert gitlab["thu-vien"]["stage"] == gitlab["pages"]["stage"]


@pytest.mark.parametrize(
    ("path", "is_software"),
    [
        ("plugins/newsroom/plugin.py", True),
        ("pelicanconf.py", True),
        ("requirements-dev.txt", True),
        ("bench/run.py", True),
        (".github/workflows/software.yml", True),
        (".gitlab-ci.yml", True),
        ("README.md", True),
        ("docs/glossary.md", True),
        ("docs/decisions/0037-pelican-and-our-engine.md", True),
        ("docs/ke-hoach-mau/README.md", True),
        ("content/tin-bai/2026-11/bai.md", False),
        ("docs/huong-dan/viet-bai.md", False),
    ],
)
def test_gitlab_tests_whatever_the_tests_look_at_and_no_article(path, is_software):
    patterns = parsed(GITLAB)["phan-mem"]["rules"][0]["changes"]

    # A * of GitLab stays in its folder, **/ goes into all below.
    found = [
        pattern
        for pattern in patterns
        if path.startswith(pattern.removesuffix("**/*"))
        or (path.count("/") == pattern.count("/") and fnmatch(path, pattern))
    ]

    assert bool(found) == is_software
