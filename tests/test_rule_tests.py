"""The command that runs the tests of the rules alone."""

import os
import subprocess
import sys

from rule_tests import RULES, TESTS, belongs


def test_a_test_of_the_rules_is_told_by_its_imports():
    assert belongs(TESTS / "approval/test_gate.py")
    assert belongs(RULES / "records/photo_archive.py")
    assert not belongs(TESTS / "plan/test_plan_file.py")
    assert not belongs(TESTS / "plan/test_portal_fuzzing.py")
    assert not belongs(RULES.parent / "intake/clock.py")


def test_the_rules_are_tested_without_what_pages_and_pictures_need():
    env = {**os.environ, "PYTHONUTF8": "1"}
    words = ("tasks.py", "test", "--rules", "--args", "--collect-only tests/records tests/site")

    done = subprocess.run(
        [sys.executable, *words],
        cwd=TESTS.parent,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "tests/records/test_retention.py::" in done.stdout
    assert "tests/site/" not in done.stdout
