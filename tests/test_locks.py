"""The locks: everything installed is pinned by digest, and no lock names a host."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NPM = ROOT / "tests/browser/package-lock.json"


PARTS = ("", "-audit", "-dev", "-keyring", "-sftp", "-word")
LOCKS = [*(f"requirements{part}.txt" for part in PARTS), NPM]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_host(lock):
    assert not re.search(r"https?://", (ROOT / lock).read_text(encoding="utf-8"))


def test_what_the_browser_tests_fetch_is_pinned_by_digest():
    packages = json.loads(NPM.read_text(encoding="utf-8"))["packages"]

    assert all(name == "" or package["integrity"] for name, package in packages.items())
