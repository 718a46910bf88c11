"""Work that may not take longer than so much."""

import ctypes
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# In seconds; who swallows the first stop gets another so much later.
_AGAIN = 0.2


class TookTooLong(BaseException):
    """No Exception: whoever tries one thing after another shall not catch it and go on."""


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in what is done inside after so many seconds of the processor's time.

    A busy machine takes nothing off; what the system does for us counts too, for copying a long
    text again and again is mostly its work. It is raised again and again until the inside is
    left: a callback's caller may swallow it. On Windows, and outside of the main thread, a second
    thread keeps watch: it can stop whatever is written in Python, but a single call of a library
    written in C only when that returns.
    """
    if hasattr(signal, "SIGPROF") and threading.current_thread() is threading.main_thread():
        watched = _by_signal(seconds)
    else:
        watched = _WATCH.over_this_thread(seconds)
    with watched:
        yield


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGPROF, _stop)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        yield
    finally:
        try:
            signal.setitimer(signal.ITIMER_PROF, 0)
        finally:
            # Again, for the alarm may have rung just then.
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise TookTooLong


class _Watch:
    """One thread that stops the others when their time is over."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # By thread: the processor's time at which it is to be stopped.
        self._ends: dict[int, float] = {}
        self._thread: threading.Thread | None = None

    @contextmanager
    def over_this_thread(self, seconds: float) -> Iterator[None]:
        me = threading.get_ident()
        with self._lock:
            self._ends[me] = time.process_time() + seconds
            # After a fork the thread is there no more.
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._keep_watch, daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                self._ends.pop(me, None)
                # What was raised but did not arrive yet belongs to nothing any more.
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(me), None)

    def _keep_watch(self) -> None:
        while True:
            time.sleep(_AGAIN / 4)
            now = time.process_time()
            with self._lock:
                for thread, end in self._ends.items():
                    if now >= end:
                        self._ends[thread] = now + _AGAIN
                        ctypes.pythonapi.PyThreadState_SetAsyncExc(
                            ctypes.c_ulong(thread), ctypes.py_object(TookTooLong)
                        )


_WATCH = _Watch()
