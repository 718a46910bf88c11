"""`pytest --rules`: the tests of the rules alone, which touch no disk and take two seconds.

A test belongs to them by its folder and its imports: of ours it takes domain/, vocabulary/ and the
samples, and nothing else. (Those of domain/site/ are in tests/content/; tests/site/ has whole
sites.) What goes through every character or every sentence there is carries the mark `exhaustive`,
or is written with hypothesis, and is left to the whole suite.
"""

import re
import sys
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
RULES = TESTS.parent / "plugins/newsroom/domain"
# The folders of tests/ that are about the packages of domain/, by the same names.
ROOMS = {path.name for path in RULES.iterdir() if path.is_dir()} - {"site"} | {"lists"}
_OURS = re.compile(r"^\s*(?:from|import) newsroom(?:\.(\w+))?", re.MULTILINE)
_FUZZING = re.compile(r"^(?:from|import) hypothesis", re.MULTILINE)
# Whoever takes the domain alone has no need of these, and they cost more than all of its tests.
HEAVY = ("pelican", "PIL", "jinja2", "markdown", "docx", "pypdf", "lxml", "hypothesis")


def pytest_addoption(parser):
    parser.addoption("--rules", action="store_true", help="only the tests of domain/")
    parser.addoption("--and-all-of", action="append", default=[], help="a folder of tests/, whole")


def pytest_configure(config):
    config.addinivalue_line("markers", "exhaustive: a rule held to every input there is")


def pytest_ignore_collect(collection_path, config):
    if not config.getoption("--rules"):
        return None
    if collection_path.is_dir():
        return (collection_path.parent == TESTS and collection_path.name not in ROOMS) or None
    return not (belongs(collection_path) or _is_asked(collection_path, config)) or None


def pytest_collection_modifyitems(config, items):
    if config.getoption("--rules"):
        items[:] = [
            item
            for item in items
            if item.get_closest_marker("exhaustive") is None or _is_asked(item.path, config)
        ]


def _is_asked(path, config):
    return path.parent.name in config.getoption("--and-all-of") and path.name.startswith("test_")


def pytest_sessionfinish(session):
    """A test of the rules that imports a whole floor above them is slow for all."""
    is_alone = session.config.getoption("--rules") and not session.config.getoption("--and-all-of")
    if is_alone and (found := sys.modules.keys() & set(HEAVY)):
        raise pytest.UsageError(f"the tests of the rules import {', '.join(sorted(found))}")


@cache
def belongs(path: Path) -> bool:
    """A module of domain/, whose examples are tests, or a test that takes nothing above it."""
    if path.is_relative_to(RULES):
        return ">>>" in path.read_text(encoding="utf-8")
    if not (path.name.startswith("test_") and path.is_relative_to(TESTS)):
        return False
    if path.relative_to(TESTS).parts[0] not in ROOMS:
        return False
    text = path.read_text(encoding="utf-8")
    ours = set(_OURS.findall(text))
    return not _FUZZING.search(text) and {"domain"} <= ours <= {"domain", "vocabulary"}
