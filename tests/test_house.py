"""The house has a cellar and three floors, and no import runs sideways or up."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1] / "plugins/newsroom"
ALLOWED = {
    "machinery": {"machinery"},
    "domain": {"domain"},
    "vocabulary": {"domain"},
    "intake": {"machinery", "domain", "vocabulary", "intake"},
    "history": {"machinery", "domain", "vocabulary", "intake", "history"},
    "pages": {"machinery", "domain", "vocabulary", "pages"},
    "exports": {"machinery", "domain", "vocabulary", "exports"},
    "verification": {"machinery", "domain", "verification"},
}
# plugin.py, publishing.py, tasks/, commands/ and deploy/ are doors, with engine.py, auditing.py,
# inspection.py, refusal.py, workshop.py, kept_editions.py and going_back.py in their hall: they may
# look into every room.
ROOMS = sorted(
    p for p in HOUSE.rglob("*.py") if p.relative_to(HOUSE).parts[0].removesuffix(".py") in ALLOWED
)


def imports(path):
    """The top rooms of our own that a module imports, and the packages of others."""
    depth = len(path.relative_to(HOUSE).parts) - 1
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level == 0:
                yield "other", node.module.split(".")[0]
            elif node.level == depth + 1:
                names = [node.module] if node.module else [a.name for a in node.names]
                yield from (("ours", name.split(".")[0]) for name in names)
        elif isinstance(node, ast.Import):
            yield from (("other", alias.name.split(".")[0]) for alias in node.names)


@pytest.mark.parametrize("path", ROOMS, ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_module_imports_only_its_own_floor_and_the_ground(path):
    room = path.relative_to(HOUSE).parts[0].removesuffix(".py")

    assert {name for whose, name in imports(path) if whose == "ours"} <= ALLOWED[room]


@pytest.mark.parametrize("path", sorted((HOUSE / "domain").glob("*.py")), ids=lambda p: p.name)
def test_the_ground_floor_stands_on_the_standard_library_alone(path):
    assert {name for whose, name in imports(path) if whose == "other"} <= sys.stdlib_module_names


def test_only_the_link_check_asks_the_network():
    asking = {"urllib.request", "http.client", "socket"}

    assert [path.name for path in HOUSE.rglob("*.py") if not asking.isdisjoint(_modules(path))] == [
        "links.py"
    ]


def _modules(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


ROOT_FILES = re.compile(
    r"(?:README|CHANGELOG|CONTRIBUTING|SECURITY)\.md|LICENSE|(?:pelicanconf|publishconf|tasks)\.py"
    r"|pyproject\.toml|requirements(?:-[a-z]+)?\.(?:in|txt)"
    r"|\.gitignore|\.gitattributes|\.gitlab-ci\.yml"
)
ROOT_FOLDERS = {
    *("content", "plugins", "theme", "tests", "bench", "docs"),
    *(".ci", ".github", ".gitlab"),
}


def test_everything_in_the_root_has_an_owner():
    root = HOUSE.parents[1]
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git here")
    tracked = [path for path in listed.stdout.split("\0") if path]

    assert {path.split("/")[0] for path in tracked if "/" in path} <= ROOT_FOLDERS
    assert [p for p in tracked if "/" not in p and not ROOT_FILES.fullmatch(p)] == []
