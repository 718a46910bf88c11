"""The layers of the software: no import runs sideways or up, and no package grows without end."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "plugins/newsroom"
BELOW = {"buildtools", "images", "media", "office_files"}
GROUND = {*BELOW, "domain", "vocabulary"}
ALLOWED = {
    **dict.fromkeys(BELOW, BELOW),
    "domain": {"domain"},
    "vocabulary": {"domain"},
    "intake": {*GROUND, "intake"},
    "importing": {*GROUND, "intake", "importing"},
    "provenance": {*GROUND, "intake", "provenance"},
    "pages": {*GROUND, "pages"},
    "exports": {*GROUND, "exports"},
    "verification": {*GROUND, "verification"} - {"vocabulary"},
}
# building/, deploy/, commands/, tasks/ and plugin.py stand on top: they may import every package.
# Modules in a package; what has more wants to be two.
MOST_MODULES = 13
LAYERED = sorted(
    p
    for p in PACKAGE.rglob("*.py")
    if p.relative_to(PACKAGE).parts[0].removesuffix(".py") in ALLOWED
)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path):
    """The top packages of our own that a module imports, and the packages of others."""
    depth = len(path.relative_to(PACKAGE).parts) - 1
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom):
            if node.level == 0:
                yield "other", node.module.split(".")[0]
            elif node.level == depth + 1:
                names = [node.module] if node.module else [a.name for a in node.names]
                yield from (("ours", name.split(".")[0]) for name in names)
        elif isinstance(node, ast.Import):
            yield from (("other", alias.name.split(".")[0]) for alias in node.names)


@pytest.mark.parametrize("path", LAYERED, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_its_own_layer_and_those_below(path):
    package = path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    assert {name for whose, name in imports(path) if whose == "ours"} <= ALLOWED[package]


@pytest.mark.parametrize("path", sorted((PACKAGE / "domain").rglob("*.py")), ids=lambda p: p.name)
def test_the_domain_stands_on_the_standard_library_alone(path):
    assert {name for whose, name in imports(path) if whose == "other"} <= sys.stdlib_module_names


def test_the_records_that_every_build_loads_bring_no_rule_along():
    asked = "import sys, newsroom.intake.folder.cached_records; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    # A build without change does not judge anything: importing the gate takes 3 ms.
    assert not {f"newsroom.domain.{name}" for name in ("approval.gate", "site.indexing")} & {
        *loaded
    }


def test_only_the_link_check_and_import_with_fetch_ask_the_network():
    asking = {"urllib.request", "http.client", "socket"}

    assert {
        path.name for path in PACKAGE.rglob("*.py") if not asking.isdisjoint(_modules(path))
    } == {"links.py", "fetching.py"}


def _modules(path):
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_no_module_needs_itself_on_the_way():
    """Imports inside of functions are asked too: a circle stays one, however late it closes."""
    modules = {path.relative_to(PACKAGE).with_suffix(""): path for path in PACKAGE.rglob("*.py")}

    order = TopologicalSorter({name: [*_needed(name, modules)] for name in modules})

    assert set(order.static_order()) == modules.keys()


def _needed(name: Path, modules: dict[Path, Path]) -> Iterator[Path]:
    for node in ast.walk(parsed(modules[name])):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = name.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            asked = [base, *(base / alias.name for alias in node.names)]
            yield from (place for place in asked if place in modules)


def test_no_two_test_files_share_a_name():
    """pytest takes them for one module and stops, where their folders are no packages."""
    tests = [p for p in Path(__file__).parent.rglob("test_*.py") if p.parent.name != "browser"]

    assert sorted(p.name for p in tests) == sorted({p.name for p in tests})


RIDDLE = re.compile(r"(?:What|Who|Whom|Whose|Whether|Where|Which|How|When)(?:ever)?\b")
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def test_a_docstring_begins_with_the_thing_not_with_a_question():
    assert [
        f"{path.relative_to(PACKAGE)}: {words.splitlines()[0]}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, DOCUMENTED) and (words := ast.get_docstring(node))
        if RIDDLE.match(words)
    ] == []


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
    root = PACKAGE.parents[1]
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git here")
    tracked = [path for path in listed.stdout.split("\0") if path]

    assert {path.split("/")[0] for path in tracked if "/" in path} <= ROOT_FOLDERS
    assert [p for p in tracked if "/" not in p and not ROOT_FILES.fullmatch(p)] == []


@pytest.mark.parametrize(
    "folder", sorted(p.parent for p in PACKAGE.rglob("__init__.py")), ids=lambda p: p.name
)
def test_a_package_can_be_surveyed(folder):
    assert len(list(folder.glob("*.py"))) <= MOST_MODULES + 1


def test_every_package_says_what_it_is():
    for place in PACKAGE.rglob("__init__.py"):
        assert ast.get_docstring(parsed(place)), place


def test_no_public_class_shares_its_name_with_another():
    places: dict[str, list[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in parsed(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(str(path.relative_to(PACKAGE)))

    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}
