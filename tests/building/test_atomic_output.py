"""A folder of files is changed in one step, by a shadow copy that shares its files."""

import os

import pytest

from newsroom.building import atomic_output
from newsroom.building.errors import BuildRefused
from newsroom.buildtools import operating_system

MARKER = "manifest.json"


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "output"
    write(folder, {"a/index.html": "a1", "b/index.html": "b1", MARKER: "1"})
    return folder


def write(folder, files):
    for name, words in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words)


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def shadow_copy_of(target):
    return target.with_name(".newsroom-output-shadow")


def change_to(target, number):
    """b is gone, a says something new."""
    new = target.with_name("new")

    def change(folder, put):
        (folder / "b/index.html").unlink(missing_ok=True)
        for name in ("a/index.html", MARKER):
            put(new / name, folder / name)

    write(new, {"a/index.html": f"a{number}", MARKER: str(number)})
    return atomic_output.changed_as_one(target, MARKER, change)


def test_the_target_is_changed_and_its_twin_is_ready_for_the_next_time(target):
    write(target, {"c/index.html": "c1"})
    kept = (target / "c/index.html").stat().st_ino

    assert change_to(target, 2)
    first = shadow_copy_of(target).stat().st_ino
    assert change_to(target, 3)

    assert tree(target) == {"a/index.html": "a3", "c/index.html": "c1", MARKER: "3"}
    assert tree(shadow_copy_of(target)) == tree(target)
    assert (target / "c/index.html").stat().st_ino == kept
    # They changed places, and nothing was made again.
    assert target.stat().st_ino == first


def test_every_file_is_new_before_the_first_one_is_seen(target, monkeypatch):
    seen = []
    real = atomic_output._exchange

    def watched(one, other):
        seen.append((tree(other), tree(one)))
        real(one, other)

    monkeypatch.setattr(atomic_output, "_exchange", watched)
    change_to(target, 2)

    before = {"a/index.html": "a1", "b/index.html": "b1", MARKER: "1"}
    assert seen == [(before, {"a/index.html": "a2", MARKER: "2"})]


def test_a_twin_of_another_edition_is_not_used(target):
    write(shadow_copy_of(target), {"secret.html": "unapproved", MARKER: "1"})

    change_to(target, 2)

    assert "secret.html" not in tree(target)
    assert "secret.html" not in tree(shadow_copy_of(target))


@pytest.mark.parametrize("when", ["linking", "changing", "after"])
def test_a_change_that_was_killed_leaves_no_half_twin(target, monkeypatch, when):
    change_to(target, 2)
    if when == "linking":
        (shadow_copy_of(target) / MARKER).unlink()
        monkeypatch.setattr(os, "link", killed)
    elif when == "changing":
        monkeypatch.setattr(atomic_output, "_link", killed)
    else:
        monkeypatch.setattr(os, "replace", killed_at_the_witness(os.replace))
    with pytest.raises(KeyboardInterrupt):
        change_to(target, 3)
    monkeypatch.undo()

    assert tree(target)[MARKER] == ("3" if when == "after" else "2")
    assert not shadow_copy_of(target).exists()
    atomic_output.tidy_up(target)
    assert not list(target.parent.glob(".newsroom-*"))
    assert change_to(target, 4)
    assert tree(target) == tree(shadow_copy_of(target)) == {"a/index.html": "a4", MARKER: "4"}


def killed(*_args, **_kwargs):
    raise KeyboardInterrupt


def killed_at_the_witness(replace):
    def put(file, place):
        if os.path.basename(place) == MARKER:
            raise KeyboardInterrupt
        replace(file, place)

    return put


def test_where_no_file_has_two_names_nothing_is_touched(target, monkeypatch):
    def refused(*_args, **_kwargs):
        raise PermissionError("FAT")

    before = tree(target)
    monkeypatch.setattr(os, "link", refused)

    assert not change_to(target, 2)
    assert tree(target) == before
    assert not list(target.parent.glob(".newsroom-*"))


def test_without_an_exchange_in_one_step_two_renames_do_it(target, monkeypatch):
    monkeypatch.setattr(operating_system, "NAME", "darwin")

    assert change_to(target, 2)
    assert tree(target) == tree(shadow_copy_of(target)) == {"a/index.html": "a2", MARKER: "2"}


def test_a_whole_new_edition_leaves_no_twin_of_the_old_one(target, tmp_path):
    change_to(target, 2)
    write(tmp_path / "whole", {"index.html": "all new"})

    atomic_output.replace_output(tmp_path / "whole", target)

    assert tree(target) == {"index.html": "all new"}
    assert not shadow_copy_of(target).exists()


def test_a_disk_of_its_own_cannot_change_places_and_is_told(target, monkeypatch):
    monkeypatch.setattr(os.path, "ismount", lambda path: path == target)

    with pytest.raises(BuildRefused, match="“output” là một ổ đĩa gắn riêng"):
        atomic_output.tidy_up(target)
