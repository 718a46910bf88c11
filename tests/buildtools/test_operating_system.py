"""The other operating systems, faked: NAME says which one it is."""

import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from newsroom.buildtools import operating_system, parallel


@pytest.fixture(params=["win32", "darwin"])
def elsewhere(request, monkeypatch):
    monkeypatch.setattr(operating_system, "NAME", request.param)
    return request.param


def test_work_is_shared_out_only_where_processes_may_be_forked(elsewhere, monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"), raising=False)

    assert parallel.map_chunks(sum, [1, 2, 3], 1) == [6]
    assert [wait() for wait in parallel.in_background(lambda: "a", lambda: "b")] == ["a", "b"]


def test_no_folders_change_places_in_one_step(elsewhere, tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()

    assert not operating_system.exchanged(tmp_path / "one", tmp_path / "other")


def test_the_environment_has_its_python_where_the_system_puts_it(elsewhere):
    where = {"win32": "Scripts/python.exe", "darwin": "bin/python"}[elsewhere]

    assert operating_system.python_in(Path("x")) == Path("x", where)


@pytest.mark.parametrize("name", ["linux", "win32", "darwin"])
def test_a_finished_file_never_takes_the_place_of_another(name, monkeypatch, tmp_path):
    monkeypatch.setattr(operating_system, "NAME", name)
    part, place = tmp_path / "part", tmp_path / "place"
    if name == "win32":
        monkeypatch.setattr(os, "rename", renamed_as_on_windows)
    part.write_text("new")
    operating_system.named_if_free(part, place)
    assert place.read_text() == "new"
    part.unlink(missing_ok=True)
    part.write_text("newer")

    with pytest.raises(FileExistsError):
        operating_system.named_if_free(part, place)

    assert place.read_text() == "new"


def renamed_as_on_windows(part, place):
    if os.path.exists(place):
        raise FileExistsError(17, "exists", str(place))
    os.replace(part, place)


def test_windows_locks_a_byte_of_the_file(monkeypatch):
    taken = []

    def locking(file, how, size):
        if how == "try" and taken:
            raise OSError(36, "deadlock")
        taken.append((file, how, size))

    fake = types.SimpleNamespace(LK_LOCK="wait", LK_NBLCK="try", locking=locking)
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr(operating_system, "NAME", "win32")

    assert operating_system.locked(7, wait=False)
    assert not operating_system.locked(7, wait=False)
    assert operating_system.locked(7, wait=True)
    assert taken == [(7, "try", 1), (7, "wait", 1)]


def test_two_processes_do_not_hold_one_lock(tmp_path):
    with open(tmp_path / "lock", "w") as one, open(tmp_path / "lock", "w") as other:
        assert operating_system.locked(one.fileno(), wait=False)
        assert not operating_system.locked(other.fileno(), wait=False)


def test_the_terminal_of_windows_waits_for_the_program_that_goes_on(monkeypatch):
    monkeypatch.setattr(operating_system, "NAME", "win32")
    monkeypatch.setattr(subprocess, "call", lambda command: 3 if command == ["py", "x"] else 0)

    with pytest.raises(SystemExit) as left:
        operating_system.become(["py", "x"])

    assert left.value.code == 3
