"""A suggestion is near, or is not made: measured on names as people type them.

`near_names.tsv` holds misspelled, shortened and titled names of people and groups of the demo, of
the five sample plans and of a staff with twins, with who is meant; an empty field means nobody.
"""

from functools import cache
from pathlib import Path

from demo_content import DEMO

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.domain.names.register import StaffRegister
from newsroom.domain.plan.group import Person
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.plan.site_config import read_site_config

REPOSITORY = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("near_names.tsv")
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
TWINS = ("Lan Mẫu", "Lân Mẫu", "Trần Thị Mai", "Lê Thị Mai", "Phạm Hồng Nhung")


@cache
def registers(plan):
    """The people and the groups of a plan."""
    if plan == "twins":
        people = [Person(code=f"p{n}", name=name) for n, name in enumerate(TWINS)]
        people += [
            Person(code=f"nvh-{subject}", name="Nguyễn Văn Hùng") for subject in ("toan", "ly")
        ]
        return {"person": StaffRegister(people)}
    folder = DEMO if plan == "demo" else REPOSITORY / f"docs/ke-hoach-mau/{plan}"
    plans = read_site_config(ContentFolder(folder), BuildCache(None, "")).plans
    read = max(plans, key=lambda one: one.code)
    return {"person": read.people, "group": read.group_register}


def answer(plan, kind, typed):
    """The codes of groups, the names of people, that are suggested (or found outright)."""
    register = registers(plan)[kind]
    named = [entry.name for entry in register.find(typed)] or register.near(typed)
    found = [entry for name in named for entry in register.find(name)]
    called = (
        entry.code if kind == "group" or entry.code in named else entry.name for entry in found
    )
    return set(called)


def test_suggestions_are_right_or_not_made():
    wrong = []
    for plan, kind, typed, meant in ROWS:
        expected, given = set(filter(None, meant.split("|"))), answer(plan, kind, typed)
        if given != expected:
            wrong.append(f"{plan} {kind} {typed!r}: {given or 'none'}, not {expected or 'none'}")

    assert len(ROWS) >= 300
    assert wrong == []
