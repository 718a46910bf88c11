"""docs/glossary.md: its names are in the code, and its Vietnamese keys in the vocabulary."""

import importlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from newsroom.vocabulary import header, plan_files

ROOT = Path(__file__).resolve().parents[1]
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (ROOT / "docs/glossary.md").read_text("utf-8").splitlines()
    if line.startswith("| ")
][1:]
QUOTED = re.compile(r"`([^`]+)`")
PACKAGE = ROOT / "plugins/newsroom"


def _module_of(name: str) -> tuple[str, list[str]]:
    """The longest part of a dotted name that is a module, and what is left."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        place = PACKAGE.joinpath(*parts[:end])
        if place.with_suffix(".py").is_file() or place.is_dir():
            return ".".join(parts[:end]), parts[end:]
    return "", parts


@pytest.mark.parametrize("name", sorted({n for row in ROWS for n in QUOTED.findall(row[1])}))
def test_a_name_of_the_glossary_is_in_the_code(name):
    module, rest = _module_of(name)
    assert module, name

    found = importlib.import_module(f"newsroom.{module}")
    for part in rest:
        # A field of a dataclass without a default is no attribute of its class.
        assert hasattr(found, part) or part in vars(found).get("__annotations__", ()), name
        found = getattr(found, part, None)


def test_a_row_has_three_cells_and_names_something_in_the_code():
    assert [row for row in ROWS if len(row) != 3 or not QUOTED.search(row[1])] == []


def test_a_word_stands_once():
    fields = [re.match(r"\*\*(.+?)\*\*: ", row[2]) for row in ROWS]
    words = Counter(found[1] for found in fields if found)
    vietnamese = Counter(row[0] for row in ROWS if row[0] != "–")

    assert None not in fields
    assert [word for word, count in (words + vietnamese).items() if count > 1] == []


def test_what_people_type_is_in_the_vocabulary():
    typed = {word for row in ROWS for word in QUOTED.findall(row[0])}

    assert typed
    modules = [
        importlib.import_module(f"newsroom.vocabulary.{path.stem}")
        for path in (PACKAGE / "vocabulary").glob("*.py")
    ]
    assert typed - {word for module in modules for word in _words(vars(module))} == set()


def _words(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for part in value.values():
                yield from _words(part)
        case tuple():
            for part in value:
                yield from _words(part)


@pytest.mark.parametrize(
    "field", sorted(header.REPEATABLE | {"groups", "category", "genre", "consent"})
)
def test_decisions_and_what_an_article_counts_for_are_in_the_glossary(field):
    typed = {word for row in ROWS for word in QUOTED.findall(row[0])}

    assert header.HEADER[field][0] in typed


PARTS_OF_A_PLAN = (
    *("board", "groups", "categories", "quotas", "topics", "disclosures"),
    *("deadlines", "points", "retention", "seal_required", "consent_required"),
)


@pytest.mark.parametrize("field", PARTS_OF_A_PLAN)
def test_the_parts_of_a_plan_are_in_the_glossary(field):
    typed = {word for row in ROWS for word in QUOTED.findall(row[0])}

    assert typed & set(plan_files.PLAN_FILES["PlanFile"][field])


PATHS = re.compile(
    r"\b((?:tests|plugins/newsroom|domain|intake|pages|exports|provenance|verification|building"
    r"|deploy|commands|buildtools|images|media|office_files)/[\w/.-]+\.(?:py|tsv))\b"
)
TECHNICAL = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "bench/README.md")),
    *(ROOT / "docs").glob("*.md"),
    *(ROOT / "docs/decisions").glob("*.md"),
    *(ROOT / "docs/dinh-dang").glob("*.md"),
]


@pytest.mark.parametrize("page", TECHNICAL, ids=lambda page: page.name)
def test_a_module_or_test_that_a_page_names_exists(page):
    named = set(PATHS.findall(page.read_text("utf-8")))

    assert [
        path
        for path in sorted(named)
        if not (ROOT / path).exists() and not (PACKAGE / path).exists()
    ] == []


def test_each_promise_of_security_names_its_tests():
    promises = re.findall(
        r"^\| (?!Promise|--).+ \| (.+) \|$", (ROOT / "SECURITY.md").read_text("utf-8"), re.MULTILINE
    )

    assert len(promises) > 20
    assert [shown for shown in promises if not re.search(r"`tests/[\w/]+\.py`", shown)] == []
