"""A cache that is damaged, altered or written by somebody else costs time, and nothing more."""

import os
import random
import shutil
import sqlite3
import sys
from contextlib import closing, redirect_stderr
from io import StringIO

import pytest
from msgspec import msgpack
from sample import PLAN_YAML, article_text, document_text, pdf
from test_incremental import DEADLINES, ITEMS, QUOTAS, TOPICS, files, picture

from newsroom.building.publishing import build_edition
from newsroom.buildtools.cache.build_cache import build_cache_in
from newsroom.buildtools.cache.cache_forms import CacheForm
from newsroom.commands.checking.check import findings_of
from newsroom.pages.build.output_files import OUTPUT_FILES, OutputFile

TODAY = "2024-11-30"
SEEDS = int(os.environ.get("NEWSROOM_SEEDS", "6"))
WORD = "Bộ nhớ đệm (.cache) có chỗ hỏng hoặc lạ"
CALENDAR = "- {ngày: 20/11/2024, việc: Lễ kỷ niệm, công khai: có}\n"
# Nothing that any of our forms takes, in whatever place.
POISON = ({"x": 1.5}, 1.5, [[1.5]], {"__class__": "os.system"}, [[[[[[]]]]]] * 3, 2**63 + 1)


@pytest.fixture(scope="module")
def office(site_at, tmp_path_factory):
    """A site of everything that is remembered, built once in both editions, and one edit of it
    with what a clean build makes of it."""
    patch = pytest.MonkeyPatch()
    patch.setenv("NEWSROOM_TODAY", TODAY)
    site = site_at(tmp_path_factory.mktemp("hostile") / "site")
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + QUOTAS + ITEMS + DEADLINES + TOPICS)
    site.write("lich.yaml", CALENDAR)
    site.write("tin-bai/2024-11/a.jpg", picture(90))
    site.write("van-ban/tep.pdf", pdf())
    site.write("van-ban/mot.md", document_text())
    site.write("tin-bai/2024-11/mot.md", article_text("Bài một. ![x](a.jpg)", ảnh="a.jpg"))
    site.write("tin-bai/2024-11/hai.md", article_text("Bài hai. [Một](mot.md)", tác_giả="Lan Mẫu"))
    site.write(
        "tin-bai/2024-11/cho.md",
        article_text(
            "Bài này chưa ai duyệt nên không ai ngoài ban biên tập được đọc câu này cả.",
            title="Bài còn chờ ban biên tập duyệt",
            duyet=None,
        ),
    )
    built(site)
    edited = site.copied(tmp_path_factory.mktemp("clean"))
    shutil.rmtree(edited.cache)
    edit(edited)
    built(edited)
    yield site, made_by(edited)
    patch.undo()
    for name in ("pelicanconf", "publishconf"):
        sys.modules.pop(name, None)


def edit(site):
    """Something that has the next build look at everything it remembers."""
    site.write("tin-bai/2024-11/hai.md", article_text("Bài hai, sửa. [Một](mot.md)"))
    site.write("tin-bai/2024-11/ba.md", article_text("Bài ba.", title="Ba"))


def built(site):
    said = StringIO()
    with redirect_stderr(said):
        build_edition(site.root / "publishconf.py", site.output)
        build_edition(site.root / "pelicanconf.py", site.desk)
        found = findings_of(site.content, site.cache)
    return said.getvalue(), found


def made_by(site):
    made = {name: files(folder) for name, folder in (("o", site.output), ("d", site.desk))}
    return made, findings_of(site.content, site.cache)


@pytest.fixture
def altered(office, tmp_path, monkeypatch):
    """Alters a copy of the cache, edits the site, and builds it; what was said, and the site."""
    site, clean = office
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)

    def alter(how):
        copy = site.copied(tmp_path)
        # The outputs are known under their place.
        with closing(sqlite3.connect(copy.cache / "newsroom.sqlite")) as file, file:
            rename(file, str(site.root), str(copy.root))
            how(file)
        edit(copy)
        said, _ = built(copy)
        assert made_by(copy) == clean
        return said, copy

    return alter


def rename(file, old, new):
    """Make what was kept under a folder's name that of another folder."""
    kept = file.execute("SELECT shelf, number, value FROM piece").fetchall()
    for cached_rows, number, value in kept:
        if old in cached_rows:
            name = cached_rows.replace(old, new)
            again = (name, number, resealed(value, f"{name} {number}"))
            file.execute("DELETE FROM piece WHERE shelf = ? AND number = ?", (cached_rows, number))
            file.execute("INSERT INTO piece VALUES (?, ?, ?)", again)
    for name, value in file.execute("SELECT name, value FROM fact").fetchall():
        if old in name:
            again = (name.replace(old, new), resealed(value, name.replace(old, new)))
            file.execute("UPDATE fact SET name = ?, value = ? WHERE name = ?", (*again, name))


def resealed(value, place):
    """The same bytes for another place: whoever writes a cache can count a checksum too."""
    return sealed(msgpack.decode(value[4:]), place)


def sealed(value, place):
    return CacheForm(object).packed(value, place)


COLUMNS = [("fact", "value"), ("piece", "value"), ("sheet", "head"), ("sheet", "body")]
ROWS = {"fact": "name", "piece": "shelf || ' ' || number", "sheet": "path"}


def all_rows(file):
    """Table, column, place and bytes of everything that is kept."""
    for table, column in COLUMNS:
        for place, value in file.execute(f"SELECT {ROWS[table]}, {column} FROM {table}"):
            yield table, column, place, value


def test_nothing_but_plain_values_is_kept(office):
    site, _ = office
    with closing(sqlite3.connect(site.cache / "newsroom.sqlite")) as file:
        kept = [*all_rows(file)]

    for *_, value in kept:
        assert_plain(msgpack.decode(value[4:]))
    assert len({table for table, *_ in kept}) == 3
    assert {path.name for path in site.cache.iterdir()} == {
        *("newsroom.sqlite", "newsroom.lock", "anh", "chu"),
    }


def assert_plain(value):
    """Text, numbers, bytes that are digests or words, and lists and mappings of these."""
    if isinstance(value, dict):
        assert_plain([*value.keys(), *value.values()])
    elif isinstance(value, list):
        for one in value:
            assert_plain(one)
    else:
        assert value is None or type(value) in (str, int, bool, bytes)
        # A digest, or a word that is looked for: no pickle, no code.
        assert not isinstance(value, bytes) or len(value) == 32 or value.decode().isprintable()


def test_what_was_not_altered_is_used(altered):
    said, _ = altered(lambda file: None)

    assert WORD not in said


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_value_of_another_form_is_made_anew(altered, seed):
    chance = random.Random(seed)

    def poison(file):
        rows = sorted(all_rows(file), key=lambda row: row[:3])
        found = {(table, column, place.split()[0]) for table, column, place, _ in rows}
        groups = sorted(group for group in found if group[0] != "sheet")
        groups += [("sheet", "head", ""), ("sheet", "body", "")]
        for group in groups[seed::SEEDS]:
            table, column, first = group
            mine = [row for row in rows if row[:2] == (table, column) and row[2].startswith(first)]
            *_, place, value = chance.choice(mine)
            wrong = poisoned(msgpack.decode(value[4:]), chance)
            file.execute(
                f"UPDATE {table} SET {column} = ? WHERE {ROWS[table]} = ?",
                (sealed(wrong, place), place),
            )

    altered(poison)


def poisoned(value, chance):
    """The same value with something in it that cannot be there."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        return {**value, key: poisoned(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.8:
        at = chance.randrange(len(value))
        return [*value[:at], poisoned(value[at], chance), *value[at + 1 :]]
    return chance.choice(POISON)


def everywhere(content):
    def alter(file):
        for table, column in COLUMNS:
            file.execute(f"UPDATE {table} SET {column} = {content}")

    return alter


def one_kind(column, content):
    return lambda file: file.execute(f"UPDATE {column[0]} SET {column[1]} = {content}")


ALTERATIONS = {
    **{f"all {content}": everywhere(content) for content in ("NULL", "'chữ'")},
    **{
        f"{column} {content}": one_kind(column, content)
        for column in COLUMNS
        for content in ("randomblob(200)", f"{column[1]} || x'00'")
    },
    "rows swapped": lambda file: file.execute(
        "UPDATE sheet SET head = (SELECT head FROM sheet ORDER BY path LIMIT 1)"
    ),
    "pieces swapped": lambda file: file.executescript(
        "UPDATE piece SET number = 63 - number + 100; UPDATE piece SET number = number - 100;"
    ),
    "pieces beyond number": lambda file: file.execute("UPDATE piece SET number = number + 64"),
    "a table gone": lambda file: file.execute("DROP TABLE sheet"),
    "a view in its place": lambda file: file.executescript(
        "ALTER TABLE sheet RENAME TO sheet2; CREATE VIEW sheet AS WITH RECURSIVE n(x) AS"
        " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS path, x AS head, x AS body FROM n;"
    ),
    "a trigger": lambda file: file.execute(
        "CREATE TRIGGER t AFTER INSERT ON sheet BEGIN DELETE FROM fact; END"
    ),
    "another format": lambda file: file.execute("PRAGMA user_version = 1"),
    "no rows": lambda file: file.executescript(
        "DELETE FROM fact WHERE name != 'version'; DELETE FROM sheet;"
    ),
    "half of the rows": lambda file: file.execute("DELETE FROM piece WHERE number % 2"),
    "no text": lambda file: file.execute("DELETE FROM sheet"),
    "a huge value": lambda file: file.execute(
        "UPDATE fact SET value = zeroblob(70000000) WHERE name = 'foundation'"
    ),
}


@pytest.mark.parametrize("name", ALTERATIONS)
def test_an_altered_cache_gives_what_a_clean_build_gives(altered, name):
    altered(ALTERATIONS[name])


def test_one_line_tells_of_it_and_the_next_build_is_well(altered):
    said, copy = altered(everywhere("x'00'"))

    assert said.count(WORD) == 1
    assert WORD not in built(copy)[0]


@pytest.mark.parametrize("kind", ["rubbish", "empty", "folder", "link", "pipe"])
def test_whatever_lies_in_the_place_of_the_cache(office, tmp_path, monkeypatch, kind):
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)
    copy = office[0].copied(tmp_path)
    place, others = copy.cache / "newsroom.sqlite", tmp_path / "nhật ký.sqlite"
    with closing(sqlite3.connect(others)) as file, file:
        file.execute("CREATE TABLE fact (name TEXT)")
    before = others.read_bytes()
    place.unlink()
    match kind:
        case "rubbish":
            place.write_bytes(b"rubbish" * 1000)
        case "empty":
            place.touch()
        case "folder":
            place.mkdir()
        case "link":
            place.symlink_to(others)
        case "pipe":
            os.mkfifo(place)
    edit(copy)

    built(copy)

    assert made_by(copy) == office[1]
    assert others.read_bytes() == before


@pytest.mark.parametrize(
    "path", ["../../luận văn.docx", "/etc/x", "a/../../../luận văn.docx", "", "a//b", "\0", ".."]
)
def test_a_cache_that_names_files_of_others_has_none_of_them_removed(altered, path, tmp_path):
    theirs = tmp_path / "luận văn.docx"
    theirs.write_text("của tôi")

    def claim(file):
        (name,) = file.execute(
            "SELECT DISTINCT shelf FROM piece WHERE shelf LIKE 'output files%output'"
        ).fetchone()
        piece = {path: OutputFile("key", "0" * 64, 1, 1)}
        row = (name, 63, OUTPUT_FILES.piece.packed(piece, f"{name} 63"))
        file.execute("INSERT OR REPLACE INTO piece VALUES (?, ?, ?)", row)

    altered(claim)

    assert theirs.read_text() == "của tôi"


def test_a_file_in_the_place_of_a_made_picture_is_not_published(office, tmp_path, monkeypatch):
    import hashlib

    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)
    copy = office[0].copied(tmp_path)
    evil = b"RIFF\x10\0\0\0WEBP<script>alert(1)</script>"
    for made in (copy.cache / "anh").iterdir():
        stem, _, ending = made.name.split(".")
        made.unlink()
        digest = hashlib.sha256(evil).hexdigest()[:16]
        (made.parent / f"{stem}.{digest}.{ending}").write_bytes(evil)
    shutil.rmtree(copy.output)
    (copy.cache / "newsroom.sqlite").unlink()
    edit(copy)

    built(copy)

    assert made_by(copy) == office[1]


def test_a_link_or_pipe_among_made_pictures_is_passed_over(office, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)
    copy = office[0].copied(tmp_path)
    for n, made in enumerate(sorted((copy.cache / "anh").iterdir())):
        made.unlink()
        if n % 2:
            made.symlink_to("/etc/hostname")
        else:
            os.mkfifo(made)
    shutil.rmtree(copy.output)
    (copy.cache / "newsroom.sqlite").unlink()
    edit(copy)

    built(copy)

    assert made_by(copy) == office[1]


def test_what_is_read_later_heals_too(office, tmp_path, monkeypatch):
    """Commands ask for texts when all else is read, and cannot begin again."""
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)
    copy = office[0].copied(tmp_path)
    from newsroom.building.publishing import evaluate_content

    evaluation = evaluate_content(copy.content, copy.cache)
    with closing(sqlite3.connect(copy.cache / "newsroom.sqlite")) as file, file:
        file.execute("UPDATE sheet SET head = x'00', body = x'00'")

    texts = [
        "".join(map(str, evaluation.newsroom.text(d.path).parts))
        for d in evaluation.newsroom.articles
    ]

    assert any("Bài một." in text for text in texts)
    assert build_cache_in(copy.cache).cached_rows(OUTPUT_FILES.of(str(copy.output))) == {}
