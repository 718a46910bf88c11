"""Every form of what is kept takes what is of it, and says Damaged to all else, never more."""

import inspect
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import msgpack, to_builtins
from sample import PLAN, make_article

from newsroom.building.inspection import _SOUGHT
from newsroom.building.offered_words import _HELD_WORDS
from newsroom.buildtools import version
from newsroom.buildtools.cache.cache_columns import ColumnForm
from newsroom.buildtools.cache.cache_forms import CachedTable, CacheForm, Damaged, _checksum
from newsroom.commands.checking.told_by_files import TRACES
from newsroom.domain.approval.blocker import Blocker
from newsroom.domain.content.ref import Ref
from newsroom.domain.plan.board import Role
from newsroom.domain.problem import Problem
from newsroom.domain.site.article_record import (
    ArticleRecord,
    ShownCorrection,
    ShownSubmission,
    TextLink,
)
from newsroom.domain.site.indexing import record_of
from newsroom.intake.content.item_cache import BODY, HEAD
from newsroom.intake.folder.cached_records import KEPT_RECORDS
from newsroom.intake.folder.loader import BASIS, IMPORT_BASIS, NAMES
from newsroom.intake.folder.scan import FILES, LOOKS
from newsroom.intake.imports.import_cache import IMPORT_LISTS
from newsroom.intake.plan.calendar_cache import CALENDAR
from newsroom.intake.plan.site_config import SITE_CONFIG
from newsroom.pages.build.output_files import OUTPUT_FILES
from newsroom.pages.lists.search_months import _DIGESTS, _KEYS, _fact
from newsroom.verification.inspector import SAID
from newsroom.verification.leak_patterns import KEPT_PATTERNS

TABLES = (
    TRACES,
    _HELD_WORDS,
    FILES,
    LOOKS,
    KEPT_RECORDS,
    OUTPUT_FILES,
    _SOUGHT,
    KEPT_PATTERNS,
    SAID,
    _KEYS,
    _DIGESTS,
)
FORMS = [CALENDAR, SITE_CONFIG, BASIS, NAMES, HEAD, BODY, _fact("2024-11"),
         IMPORT_LISTS, IMPORT_BASIS, *(table.piece for table in TABLES)]  # fmt: skip
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats() | st.text(max_size=12)
    | st.binary(max_size=12) | st.sampled_from(["2024-11-20", "picture", "error", b"x" * 32]),
    lambda inner: st.lists(inner, max_size=5)
    | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=20,
)  # fmt: skip


def read(form, content):
    """The value found in the cache, as a form or a table takes it; None where it is damaged."""
    try:
        return form.unpacked(content, "place")
    except Damaged:
        return None


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FORMS), PLAIN)
def test_any_value_is_of_the_form_or_damaged(form, value):
    found = read(form, CacheForm(object).packed(value, "place"))

    # What is taken is of the form: it is kept again as it was found.
    assert found is None or read(form, form.packed(found, "place")) == found


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FORMS), st.binary(max_size=60))
def test_any_bytes_are_damaged_or_of_the_form(form, content):
    read(form, content)
    read(form, sealed(content))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(TABLES), PLAIN)
def test_a_table_asks_more_than_its_types_and_says_damaged_alone(table, value):
    found = read(table.piece, CacheForm(object).packed({"key": value}, "place"))
    if found is not None:
        try:
            table.check(found)
        except Damaged:
            return


@pytest.mark.parametrize(
    "content", [None, 7, "text", b"", b"123", b"\0" * 40, memoryview(b"x" * 9)]
)
def test_what_no_row_of_ours_holds_is_damaged(content):
    with pytest.raises(Damaged):
        BASIS.unpacked(content, "place")


def test_a_value_belongs_to_its_place():
    packed = BASIS.packed(("a", "b"), "here")

    assert BASIS.unpacked(packed, "here") == ("a", "b")
    with pytest.raises(Damaged):
        BASIS.unpacked(packed, "there")


def test_what_cannot_be_kept_is_said_to_be_so():
    for value in (("\ud800", ""), (2**70, "")):
        with pytest.raises(ValueError, match=r"surrogates|64|int"):
            CacheForm(object).packed(value, "place")


def test_nesting_without_end_is_damaged():
    with pytest.raises(Damaged):
        NAMES.unpacked(sealed(b"\x91" * 100_000 + b"\xc0"), "place")


def sealed(content):
    """Any bytes under a checksum that is right."""
    return _checksum(content, "place") + content


def record(**changes):
    """A row of KEPT_RECORDS as it is kept, with these places of its record changed."""
    today = date(2024, 11, 30)
    whole = to_builtins(record_of(make_article("20/11/2024"), [PLAN], today))
    return [b"x" * 32, [], False, [], *{**whole, "path": "a.md", **changes}.values()]


def kept(row):
    table: CachedTable = KEPT_RECORDS
    columns = [[[value], b""] for value in row]
    found = table.piece.unpacked(CacheForm(object).packed([["a.md"], *columns], "place"), "place")
    table.check(found)
    return found


def test_rows_of_which_many_say_the_same_are_found_again():
    rows = {f"{n}.md": kept(record(order=n % 3))["a.md"] for n in range(700)}

    found = KEPT_RECORDS.piece.unpacked(KEPT_RECORDS.piece.packed(rows, "place"), "place")

    assert found == rows
    assert KEPT_RECORDS.piece.unpacked(KEPT_RECORDS.piece.packed({}, "place"), "place") == {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    role: Role


def test_values_that_compare_as_equal_and_are_spelt_differently_stay_two():
    form = ColumnForm(Named)
    rows = {name: Named(role=Role(name)) for name in ("Tài chính", "tài chính", "TÀI CHÍNH")}

    found = form.unpacked(form.packed(rows, "place"), "place")

    assert len(set(rows.values())) == 1
    assert [row.role.name for row in found.values()] == [*rows]


def test_a_value_that_would_check_itself_is_not_put_together_from_columns():
    with pytest.raises(TypeError):
        ColumnForm(Role)


@pytest.mark.parametrize(
    "column", [[[0], b"\0\0\0"], [[0, 1], b"\0\7"], [[0], b""], [[], b"\0\0"], [[0, 1, 2], b""]]
)
def test_columns_that_do_not_fit_together_are_damaged(column):
    form = ColumnForm(Counted)

    with pytest.raises(Damaged):
        form.unpacked(CacheForm(object).packed([["a", "b"], column], "place"), "place")
    with pytest.raises(Damaged):
        form.unpacked(CacheForm(object).packed([["a", "a"], [[0, 1], b""]], "place"), "place")


def test_a_record_is_taken_that_is_sound():
    assert kept(record())["a.md"].record.path == "a.md"


@pytest.mark.parametrize(
    "changes",
    [
        {"path": "b.md"},
        {"kind": "word"},
        {"genre": "word"},
        {"on": "20/11/2024"},
        {"until": "2024-13-01"},
        {"since": "20240101"},
        {"at": "25:00"},
        {"months": ["2024-11-01"]},
        {"months": ["2024-13"]},
        {"approved": "hôm qua"},
        {"reasons": [{"kind": "word"}]},
        {"reasons": [{"kind": "waiting", "role": "tài chính"}]},
        {"problems": [{"path": "a.md", "line": 1, "message": "x", "level": "word"}]},
        {"submissions": [{"kind": "sent", "office": {"code": "", "name": ""}, "on": "hôm qua"}]},
        {"submissions": [{"kind": "sent", "office": "so", "on": "2024-11-20"}]},
        {"corrections": [{"on": "hôm qua", "reason": "x"}]},
        {"links": [["a.md", 1]]},
        {"video": ["a", "b"]},
        {"paper": {"number": "12"}},
        {"order": "1"},
        {"category": {"code": ""}},
    ],
)
def test_a_record_with_nonsense_in_it_is_damaged(changes):
    with pytest.raises(Damaged):
        kept(record(**changes))


def test_packing_is_messagepack_that_other_programs_read():
    assert msgpack.decode(BASIS.packed(("a", "b"), "x")[4:]) == ["a", "b"]


def types_in(shape, seen):
    """Every class in the type of a kept value, however deep."""
    for part in get_args(shape):
        types_in(part, seen)
    if isinstance(shape, type) and not get_args(shape) and shape not in seen:
        seen.add(shape)
        for hint in get_type_hints(shape).values() if hasattr(shape, "__annotations__") else ():
            types_in(hint, seen)
    return seen


@pytest.mark.parametrize("form", FORMS)
def test_whatever_is_kept_is_of_types_of_our_code_or_of_python(form):
    found = types_in(getattr(form, "_kept", form)._shape, set())

    # A change of either changes the version, and under another one nothing is found.
    for kind in found:
        module = sys.modules[kind.__module__]
        is_ours = Path(getattr(module, "__file__", None) or "").is_relative_to(version.OURS)
        assert is_ours or kind.__module__.split(".")[0] in sys.stdlib_module_names, kind


def test_a_record_holds_no_nameless_tuple():
    found = types_in(KEPT_RECORDS.piece._kept._shape, set())
    parts = {ArticleRecord, ShownSubmission, ShownCorrection, TextLink, Ref, Blocker, Problem}

    assert parts - {ArticleRecord} <= found
    for kind in parts:
        for hint in get_type_hints(kind).values():
            # Of one kind throughout, and as many as there are: what stands where is in no doubt.
            inner = get_args(hint)
            assert get_origin(hint) is not tuple or inner[1:] == (...,), (kind, hint)
            assert all(get_origin(part) is not tuple for part in inner), (kind, hint)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("order: Listed[int]", "order: Listed[str]"),
        ("at: Listed[time | None]", "at: Listed[time | None]\n    byline: Listed[str]"),
        ("target: str\n    line: int", "line: int\n    target: str"),
    ],
)
def test_a_change_of_the_types_of_a_record_is_another_version(tmp_path, monkeypatch, was, becomes):
    file = tmp_path / "article_record.py"
    file.write_text(Path(inspect.getfile(ArticleRecord)).read_text())
    monkeypatch.setattr(version, "OURS", tmp_path)
    before = version.version.__wrapped__()

    text = file.read_text()
    assert was in text
    file.write_text(text.replace(was, becomes))

    assert version.version.__wrapped__() != before
