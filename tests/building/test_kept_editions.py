"""The editions that stood in an output are kept, and come back whole or not at all."""

import hashlib
import os
from datetime import date

import pytest

from newsroom.building.atomic_output import staging_folder_for
from newsroom.building.going_back import Incomplete, put_in_place, put_together
from newsroom.building.kept_editions import (
    KEPT,
    folder_of,
    keep_before,
    kept_editions,
    manifest_in,
    paths_to_change,
)
from newsroom.verification.manifest import manifest_text


@pytest.fixture
def target(tmp_path):
    return tmp_path / "output"


def stand(target, files, day=1):
    """Brings another edition into the target the way a build does: what stood there is kept."""
    prints = {path: ("", hashlib.sha256(c).hexdigest(), len(c)) for path, c in files.items()}
    content = manifest_text(prints, date(2024, 11, day), "")
    with staging_folder_for(target) as staging:
        for path, text in {**files, "manifest.json": content}.items():
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).write_bytes(text)
        put_in_place(staging, target)


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def back(target, edition):
    with staging_folder_for(target) as staging:
        put_together(target, edition, staging)
        put_in_place(staging, target)


EDITIONS = [{"index.html": b"%d" % n, "same.css": b"a{}", f"a/{n}.html": b"x"} for n in range(4)]


@pytest.fixture
def filled(target):
    for n, files in enumerate(EDITIONS, 1):
        stand(target, files, n)
    return target


def test_every_edition_comes_back_whole_and_in_any_order(filled):
    assert [one.manifest.date.day for one in kept_editions(filled)] == [3, 2, 1]

    for day in (1, 4, 2, 3):
        [edition] = [one for one in kept_editions(filled) if one.manifest.date.day == day][:1]
        back(filled, edition)

        assert tree(filled) == EDITIONS[day - 1]
        assert manifest_in(filled) == edition.manifest


def test_only_what_changes_takes_a_place_on_the_disk(filled):
    first = folder_of(filled) / "000001"

    # Both of its own say something else, or nothing, in the next edition.
    assert len(list(first.iterdir())) == 3
    assert (filled / "same.css").stat().st_nlink == 1


def test_few_are_kept(target):
    for n in range(KEPT + 4):
        stand(target, {"index.html": b"%d" % n})

    assert [one.number for one in kept_editions(target)] == list(range(KEPT + 3, 3, -1))
    back(target, kept_editions(target)[-1])
    assert tree(target) == {"index.html": b"3"}


def test_nobody_else_can_look_into_it(filled):
    folder = folder_of(filled)

    assert (folder / ".gitignore").read_text() == "*\n"
    assert "denied" in (folder / ".htaccess").read_text()
    if os.name != "nt":
        assert folder.stat().st_mode & 0o077 == 0


def test_a_change_that_never_came_is_kept_anew_for_the_next_one(filled):
    # Killed after keeping: of the edition that stands only one file is kept.
    keep_before(filled, ["index.html"], None)

    stand(filled, {"index.html": b"new"}, 9)
    back(filled, kept_editions(filled)[0])

    assert tree(filled) == EDITIONS[-1]
    assert [one.number for one in kept_editions(filled)] == [5, 4, 3, 2, 1]


def test_a_kill_while_keeping_leaves_nothing_half(filled, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    before = [one.number for one in kept_editions(filled)]
    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        keep_before(filled, ["index.html"], None)
    monkeypatch.undo()

    assert [one.number for one in kept_editions(filled)] == before
    stand(filled, {"index.html": b"new"}, 9)
    assert not list(folder_of(filled).glob(".part-*"))


def test_without_two_names_for_a_file_copies_are_kept(target, monkeypatch):
    def refused(*_args, **_more):
        raise PermissionError("FAT")

    monkeypatch.setattr(os, "link", refused)
    for n, files in enumerate(EDITIONS[:2], 1):
        stand(target, files, n)

    back(target, kept_editions(target)[0])

    assert tree(target) == EDITIONS[0]


def test_a_disk_that_takes_nothing_more_keeps_no_withdrawal_back(target, monkeypatch, capsys):
    stand(target, EDITIONS[0])
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(28, "No space")))
    monkeypatch.setattr("shutil.copy2", lambda *_: (_ for _ in ()).throw(OSError(28, "No space")))

    keep_before(target, ["index.html"], None)

    assert "Không giữ được bản cũ" in capsys.readouterr().err
    assert kept_editions(target) == []


def test_an_edition_of_which_only_the_day_is_new_is_not_kept(target):
    stand(target, EDITIONS[0], 1)

    stand(target, EDITIONS[0], 2)

    assert kept_editions(target) == []


def test_a_kept_file_that_somebody_wrote_into_never_comes_back(filled):
    edition = kept_editions(filled)[0]
    digest = edition.manifest.files["index.html"].sha256
    (folder_of(filled) / f"{edition.number:06}/{digest}").write_bytes(b"2?")

    with pytest.raises(Incomplete, match=r"index\.html"):
        back(filled, edition)
    assert tree(filled) == EDITIONS[-1]


@pytest.mark.parametrize(
    "path", ["../out.html", "/tmp/out.html", "a//b", "a\\..\\b", "C:x", "", "a\nb"]
)
def test_a_kept_manifest_is_but_a_claim(filled, path):
    edition = kept_editions(filled)[0]
    files = {path: edition.manifest.files["index.html"]}
    edition = edition._replace(manifest=edition.manifest._replace(files=files))

    with pytest.raises(Incomplete):
        back(filled, edition)
    assert not (filled.parent.parent / "out.html").exists()


@pytest.mark.parametrize("spoil", ["", "{", "[]", '{"schema": 2}'])
def test_a_broken_one_is_passed_over(filled, spoil):
    (folder_of(filled) / "000002/manifest.json").write_text(spoil)
    (folder_of(filled) / "12").mkdir()
    (folder_of(filled) / "khac.txt").write_text("x")

    assert [one.number for one in kept_editions(filled)] == [3, 1]
    back(filled, kept_editions(filled)[-1])
    assert tree(filled) == EDITIONS[0]


def test_prints_tell_what_goes_as_the_manifest_does(target):
    stand(target, EDITIONS[0])
    prints = {path: ("", e.sha256, e.size) for path, e in manifest_in(target).files.items()}
    keep_before(target, ["index.html", "new.html"], {**prints, "new.html": ("", "../../x", 1)})

    [edition] = kept_editions(target)
    assert len(list((folder_of(target) / f"{edition.number:06}").iterdir())) == 2
    assert paths_to_change(target, target) == []
