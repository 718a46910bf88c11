"""Rendering many pictures on all cores, within a budget of pixels."""

import os
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import NamedTuple

from .image_file import Look
from .image_processing import render_renditions
from .rendition import Rendition

# What may be decoded at a time on all cores together; one larger picture is decoded alone.
_PIXELS_AT_ONCE = 120_000_000


class Budget:
    """Lets work begin while what is under way stays below a sum; what is larger works alone."""

    def __init__(self, most: int) -> None:
        self._most, self._taken = most, 0
        self._changed = threading.Condition()

    @contextmanager
    def of(self, cost: int) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._taken or self._taken + cost <= self._most)
            self._taken += cost
        try:
            yield
        finally:
            with self._changed:
                self._taken -= cost
                self._changed.notify_all()


class Job(NamedTuple):
    """A picture to be rendered: what it is called, how to read it, its size, its copies."""

    name: str
    read: Callable[[], bytes]
    seen: Look
    wanted: tuple[Rendition, ...]


def render_all(
    jobs: Sequence[Job],
    keep: Callable[[str, Rendition, bytes], None],
    told: Callable[[int], None],
    how: Callable[
        [bytes, Collection[Rendition]], Iterator[tuple[Rendition, bytes]]
    ] = render_renditions,
) -> list[str]:
    """Develop these on all cores; the names of those that cannot be decoded.

    `keep` is given each copy, in any thread; `told` the number of pictures done so far.
    """
    budget = Budget(_PIXELS_AT_ONCE)
    broken: list[str] = []

    def work(job: Job) -> str:
        with budget.of(job.seen.width * job.seen.height):
            try:
                made = list(how(job.read(), job.wanted))
            except Exception:
                # Decoders raise nearly everything, MemoryError among it.
                return job.name
        for copy, content in made:
            keep(job.name, copy, content)
        return ""

    cores = os.cpu_count() or 1
    waiting, under_way, done = iter(jobs), set[Future[str]](), 0
    with ThreadPoolExecutor(cores) as pool:
        try:
            while True:
                for job in waiting:
                    under_way.add(pool.submit(work, job))
                    if len(under_way) > 2 * cores:
                        break
                if not under_way:
                    break
                finished, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                done += len(finished)
                broken += filter(None, (one.result() for one in finished))
                told(done)
        finally:
            pool.shutdown(cancel_futures=True)
    return sorted(broken)
