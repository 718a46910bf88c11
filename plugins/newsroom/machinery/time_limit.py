"""Work that may not take longer than so much."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TookTooLong(BaseException):
    """No Exception: whoever tries one thing after another shall not catch it and go on."""


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in what is done inside after so many seconds of the processor's time.

    A busy machine takes nothing off. Where there is no such signal (Windows), and outside of the
    main thread, nothing is measured.
    """
    if not hasattr(signal, "SIGVTALRM") or (
        threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise TookTooLong
