"""BuildCache: found again, written whole or not at all, and forgotten when anything is wrong."""

import os
import sqlite3
from datetime import date
from functools import partial

import pytest

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.buildtools.cache.cache_forms import CachedTable, CachedValue, CacheForm
from newsroom.buildtools.cache.cached_rows import PIECES

DAY = CachedValue("day", str)
KEPT_RECORDS = CachedTable("records", tuple[str, int])
OUTPUT_FILES = CachedTable("prints", int)
TEXT = CacheForm(str)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache/newsroom.sqlite"


def kept(path, version="1"):
    """BuildCache with a fact, a shelf and a sheet, saved."""
    build_cache = BuildCache(path, version)
    build_cache.set_fact(DAY, "2024-11-30")
    build_cache.cached_rows(KEPT_RECORDS)["a.md"] = ("A", 1)
    build_cache.store_parse("a.md", (TEXT.packed("head", "a.md"), TEXT.packed("body", "a.md")))
    build_cache.save()
    build_cache.close()


def test_what_was_saved_is_found_again(path):
    kept(path)

    build_cache = BuildCache(path, "1")

    assert build_cache.fact(DAY) == "2024-11-30"
    assert build_cache.cached_rows(KEPT_RECORDS) == {"a.md": ("A", 1)}
    assert (build_cache.head(TEXT, "a.md"), build_cache.body(TEXT, "a.md")) == ("head", "body")


def test_what_was_not_saved_is_not_found(path):
    kept(path)
    build_cache = BuildCache(path, "1")
    build_cache.set_fact(DAY, "2025-01-01")
    build_cache.cached_rows(KEPT_RECORDS)["b.md"] = ("B", 2)
    build_cache.store_parse("a.md", None)
    build_cache.close()

    build_cache = BuildCache(path, "1")

    assert build_cache.fact(DAY) == "2024-11-30"
    assert list(build_cache.cached_rows(KEPT_RECORDS)) == ["a.md"]
    assert build_cache.head(TEXT, "a.md") == "head"


def test_another_version_finds_nothing(path):
    kept(path)

    build_cache = BuildCache(path, "2")

    assert build_cache.fact(DAY) is None
    assert build_cache.cached_rows(KEPT_RECORDS) == {}
    assert build_cache.head(TEXT, "a.md") is None


def test_a_file_that_is_no_database_is_made_anew(path):
    path.parent.mkdir()
    path.write_bytes(b"not a database" * 100)

    kept(path)

    assert BuildCache(path, "1").fact(DAY) == "2024-11-30"


@pytest.mark.parametrize(
    "table", [b"CREATE \xff\xfeBLE piece", b"CREATE TABLE \xff\xfeece", b"\xff" * 18]
)
def test_tables_that_are_no_text_are_forgotten(path, table, capsys):
    kept(path)
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE piece", table))

    assert BuildCache(path, "1").fact(DAY) is None

    assert "Bộ nhớ đệm (.cache) có chỗ hỏng" in capsys.readouterr().err
    assert BuildCache(path, "1", only_read=True).fact(DAY) is None
    kept(path)
    assert BuildCache(path, "1").fact(DAY) == "2024-11-30"


def test_an_empty_folder_in_the_place_of_the_file_goes(path):
    path.mkdir(parents=True)

    kept(path)

    assert BuildCache(path, "1").fact(DAY) == "2024-11-30"


def test_a_changed_value_is_found_out_and_everything_forgotten(path, capsys):
    kept(path)
    with sqlite3.connect(path) as file:
        file.execute("UPDATE sheet SET head = ?", (TEXT.packed("head", "a.md")[:-1] + b"X",))
    build_cache = BuildCache(path, "1")

    assert build_cache.head(TEXT, "a.md") is None
    assert build_cache.fact(DAY) is None
    assert capsys.readouterr().err.count("Bộ nhớ đệm") == 1
    assert BuildCache(path, "1").fact(DAY) is None


def test_work_that_meets_damage_begins_again_with_nothing(path):
    kept(path)
    with sqlite3.connect(path) as file:
        file.execute("UPDATE sheet SET body = 7")
    build_cache = BuildCache(path, "1")
    seen = []

    def work():
        seen.append(build_cache.fact(DAY))
        return build_cache.body(TEXT, "a.md")

    assert build_cache.whole(work) is None
    assert seen == ["2024-11-30", None]


def test_nonsense_of_the_right_form_is_forgotten_too(path):
    kept(path)
    build_cache = BuildCache(path, "1")

    assert (
        build_cache.whole(lambda: build_cache.cached_rows(KEPT_RECORDS).get("a.md") and 1 / 0)
        is None
    )


def test_an_error_that_comes_of_nothing_remembered_is_an_error(path):
    build_cache = BuildCache(path, "1")

    with pytest.raises(ZeroDivisionError):
        build_cache.whole(lambda: 1 / 0)
    kept(path)
    build_cache = BuildCache(path, "1")
    for error in (OSError(), KeyError("theme")):
        with pytest.raises(type(error)):
            build_cache.whole(partial(fails, build_cache, error), lambda e: isinstance(e, KeyError))
    assert BuildCache(path, "1").fact(DAY) == "2024-11-30"


def fails(build_cache, error):
    build_cache.fact(DAY)
    raise error


def test_another_program_at_work_means_doing_without(path, monkeypatch):
    kept(path)
    monkeypatch.setattr(sqlite3, "connect", quick(sqlite3.connect))
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")

    build_cache = BuildCache(path, "1")
    build_cache.set_fact(DAY, "2025-01-01")
    build_cache.save()

    other.rollback()
    assert BuildCache(path, "1").fact(DAY) == "2024-11-30"


def quick(connect):
    return lambda *args, **named: connect(*args, **{**named, "timeout": 0})


def test_a_file_that_cannot_be_written_means_doing_without(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    build_cache = BuildCache(blocked / "newsroom.sqlite", "1")
    build_cache.set_fact(DAY, "2024-11-30")
    build_cache.save()

    assert build_cache.fact(DAY) == "2024-11-30"
    assert blocked.read_text() == "in the way"


def test_only_reading_leaves_the_file_as_it_is(path):
    kept(path)
    before = path.read_bytes()

    build_cache = BuildCache(path, "2", only_read=True)
    build_cache.set_fact(DAY, "2025-01-01")
    build_cache.save()

    assert path.read_bytes() == before


def test_only_the_pieces_that_changed_are_written(path):
    build_cache = BuildCache(path, "1")
    cached_rows = build_cache.cached_rows(OUTPUT_FILES)
    for n in range(1000):
        cached_rows[f"page-{n}"] = n
    build_cache.save()
    build_cache.close()

    cached_rows = BuildCache(path, "1").cached_rows(OUTPUT_FILES)
    assert len(cached_rows) == 1000
    cached_rows["page-7"] = 8
    del cached_rows["page-8"]

    pieces = dict(cached_rows.changed())
    assert len(pieces) <= 2 < PIECES
    assert {"page-7": 8}.items() <= {k: v for p in pieces.values() for k, v in p.items()}.items()
    assert not any("page-8" in piece for piece in pieces.values())


def test_a_cleared_shelf_is_empty_next_time(path):
    kept(path)
    build_cache = BuildCache(path, "1")
    build_cache.cached_rows(KEPT_RECORDS).clear()
    build_cache.save()

    assert BuildCache(path, "1").cached_rows(KEPT_RECORDS) == {}


def test_reading_in_a_forked_process_is_reading_anew(path):
    kept(path)
    build_cache = BuildCache(path, "1")
    reading, writing = os.pipe()
    if not os.fork():
        os.write(writing, build_cache.head(TEXT, "a.md").encode())
        os._exit(0)
    os.close(writing)
    os.wait()

    assert os.read(reading, 100) == b"head"


def test_values_survive_packing():
    form = CacheForm(tuple[str, int, str | None, bytes, bool, dict[str, tuple[str, ...]], date])
    value = ("a", 1, None, b"x", True, {"k": ("v",)}, date(2026, 11, 20))

    assert form.unpacked(form.packed(value, "place"), "place") == value


def test_what_is_put_on_a_shelf_by_update_is_kept_too(tmp_path):
    build_cache = BuildCache(tmp_path / "r.sqlite", "1")
    build_cache.cached_rows(OUTPUT_FILES).update({"a": 1}, b=2)
    build_cache.save()

    assert BuildCache(tmp_path / "r.sqlite", "1").cached_rows(OUTPUT_FILES) == {"a": 1, "b": 2}
