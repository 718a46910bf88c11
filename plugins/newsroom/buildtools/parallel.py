"""Work on many things at once, where the machine lets us."""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import IO, Any, TypeVar

from .operating_system import can_fork

T = TypeVar("T")
R = TypeVar("R")


# A byte tells the number of a part.
MOST_PARTS = 256
# Each core begins with a small part and takes another when it is done: some take longer.
PARTS_PER_CORE = 8


def map_chunks(work: Callable[[Sequence[T]], R], things: Sequence[T], at_least: int) -> list[R]:
    """The results of `work` on the things, cut into parts in which neighbours stay together.

    The results come in the order of the things. Below `at_least` things, on one core, and where
    processes cannot be forked (Windows) there is one part, worked on here. How things are cut
    never depends on chance, which process takes a part does: what `work` remembers may only save
    time. What it returns must be picklable.
    """
    cores = (os.cpu_count() or 1) if can_fork() else 1
    if cores < 2 or len(things) < at_least:
        return [work(things)]
    size = -(-len(things) // min(cores * PARTS_PER_CORE, MOST_PARTS))
    parts = [things[start : start + size] for start in range(0, len(things), size)]
    waiting = _numbers(len(parts))

    def take() -> list[tuple[int, R]]:
        return [(number, work(parts[number])) for number in _taken(waiting)]

    helpers = [_started([take]) for _ in range(min(cores, len(parts)) - 1)]
    results: list[tuple[int, R]] = []
    try:
        results += take()
        for _, pipe in helpers:
            results += _result(pipe)
    finally:
        # After an error nobody need begin what is left.
        [*_taken(waiting)]
        os.close(waiting)
        for process, pipe in helpers:
            # Closed before waiting: a helper that still writes hears that nobody reads.
            pipe.close()
            os.waitpid(process, 0)
    return [result for _, result in sorted(results, key=itemgetter(0))]


def _numbers(count: int) -> int:
    """A pipe that holds the numbers from 0, a byte each: whoever reads one has it alone."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(count)))
    os.close(writing)
    return reading


def _taken(numbers: int) -> Iterator[int]:
    while taken := os.read(numbers, 1):
        yield taken[0]


def in_background(*works: Callable[[], Any]) -> list[Callable[[], Any]]:
    """Start these works, one after the other, in a process of their own.

    What comes back are functions, one for each, that wait for its result; they must be called in
    the same order, each once, and all of them. Where processes cannot be forked a work is done
    when its result is asked for.
    """
    if not can_fork() or (os.cpu_count() or 1) < 2:
        return list(works)
    process, pipe = _started(works)
    return [partial(_result, pipe, 0 if work is not works[-1] else process) for work in works]


def _started(works: Sequence[Callable[[], Any]]) -> tuple[int, IO[bytes]]:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    os.close(reading)
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            for work in works:
                try:
                    pickle.dump((True, work()), pipe, pickle.HIGHEST_PROTOCOL)
                except Exception as error:
                    pickle.dump((False, _portable(error)), pipe)
                pipe.flush()
        status = 0
    finally:
        # Not sys.exit: what the parent registered to do at its end is not ours to do.
        os._exit(status)


def _portable(error: Exception) -> Exception:
    """The error as another process can read it; what cannot be sent is sent as its traceback."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        import traceback

        return RuntimeError("".join(traceback.format_exception(error)))
    return error


def _result(pipe: IO[bytes], last_of: int = 0) -> Any:
    """The next result; `last_of` is the process that ends with it."""
    try:
        is_well, result = pickle.load(pipe)
    finally:
        if last_of:
            pipe.close()
            os.waitpid(last_of, 0)
    if not is_well:
        raise result
    return result
