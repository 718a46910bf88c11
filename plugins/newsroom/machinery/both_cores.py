"""Work on many things at once, where the machine lets us."""

import os
import pickle
from collections.abc import Callable, Sequence
from functools import partial
from typing import IO, Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def in_parts(work: Callable[[Sequence[T]], R], things: Sequence[T], at_least: int) -> list[R]:
    """What `work` makes of the things, cut into one part for each core: neighbours stay together.

    Below `at_least` things, on one core, and where processes cannot be forked (Windows) there is
    one part, worked on here. Which part a thing falls into never depends on chance. What `work`
    remembers in one of the other processes is lost; what it returns must be picklable.
    """
    cores = (os.cpu_count() or 1) if hasattr(os, "fork") else 1
    if cores < 2 or len(things) < at_least:
        return [work(things)]
    size = -(-len(things) // cores)
    parts = [things[start : start + size] for start in range(0, len(things), size)]
    helpers = [_started([partial(work, part)]) for part in parts[1:]]
    results: list[R] = []
    try:
        results.append(work(parts[0]))
        results += [_result(pipe) for _, pipe in helpers]
    finally:
        for process, pipe in helpers:
            # Closed before waiting: a helper that still writes hears that nobody reads.
            pipe.close()
            os.waitpid(process, 0)
    return results


def beside(*works: Callable[[], Any]) -> list[Callable[[], Any]]:
    """Start these works, one after the other, in a process of their own.

    What comes back are functions, one for each, that wait for its result; they must be called in
    the same order, each once, and all of them. Where processes cannot be forked a work is done
    when its result is asked for.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
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
