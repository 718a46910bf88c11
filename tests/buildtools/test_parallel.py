"""Work in several processes: the same results, the same errors."""

import os
import time

import pytest

from newsroom.buildtools.parallel import in_background, map_chunks


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def doubled(numbers):
    return [(number * 2, os.getpid()) for number in numbers]


def until(is_so):
    """Wait for another process, on a busy machine too."""
    deadline = time.monotonic() + 20
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.01)


def test_who_is_done_takes_the_next_part_until_every_thing_is_worked_on_once(tmp_path):
    last = tmp_path / "last"

    def slow_at_first(numbers):
        if 0 in numbers:
            until(last.exists)
        if 99 in numbers:
            last.touch()
        return doubled(numbers)

    parts = map_chunks(slow_at_first, range(100), at_least=10)

    assert [n for part in parts for n, _ in part] == [n * 2 for n in range(100)]
    (first,), (other,) = ({at for _, at in part} for part in (parts[0], parts[-1]))
    assert first != other
    assert all({at for _, at in part} == {other} for part in parts[1:])


def test_little_work_stays_here():
    parts = map_chunks(doubled, range(9), at_least=10)

    assert {process for part in parts for _, process in part} == {os.getpid()}


class Unsendable(Exception):
    def __init__(self, first, second):
        super().__init__("only one")


@pytest.mark.parametrize("where", [0, 1])
@pytest.mark.parametrize(
    ("error", "raised"), [(ValueError("x"), ValueError), (Unsendable(1, 2), Exception)]
)
def test_an_error_in_any_process_is_raised_here(where, error, raised):
    def fail(numbers):
        if where in numbers:
            raise error
        return "x" * 10_000_000

    with pytest.raises(raised):
        map_chunks(fail, range(100), at_least=10)


def test_what_runs_beside_gives_its_result_when_asked():
    first, second = in_background(os.getpid, lambda: "second")

    assert first() != os.getpid()
    assert second() == "second"


def test_where_nothing_can_be_forked_everything_is_done_here(monkeypatch):
    monkeypatch.delattr(os, "fork")

    assert [work() for work in in_background(os.getpid)] == [os.getpid()]
    assert map_chunks(doubled, range(100), at_least=10) == [doubled(range(100))]
