"""Work that takes too long is stopped, whatever it is doing."""

import re
import signal
import sys
import threading
import time
from contextlib import suppress

import pytest

from newsroom.buildtools import time_limit
from newsroom.buildtools.time_limit import TookTooLong, no_longer_than

# A tracer (coverage) takes the stop that was sent to a thread, and the work goes on for ever.
pytestmark = pytest.mark.skipif(sys.gettrace() is not None, reason="not under a tracer")
needs_signal = pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="Windows has no such")


def endless():
    while True:
        # As a library that tries one thing after another.
        with suppress(Exception):
            sum(range(1000))


def endless_in_the_system():
    """Long texts copied again and again: their memory is asked for, and given back, each time."""
    text = "a" * 50_000_000
    while text:
        text = text[:-1] or text


def endless_in_c():
    re.match(r"(a|aa)+$", "a" * 100 + "b")


def endless_and_swallowing():
    """As a callback of a library that prints what is raised in it, and goes on."""
    for _ in range(2):
        with suppress(BaseException):
            endless()
    endless()


@pytest.fixture(params=["signal", "watch"])
def way(request, monkeypatch):
    if request.param == "watch":
        monkeypatch.delattr(time_limit.signal, "SIGPROF", raising=False)
    elif not hasattr(signal, "SIGPROF"):
        pytest.skip("Windows has no such signal")


@pytest.mark.parametrize("work", [endless, endless_and_swallowing, endless_in_the_system])
def test_endless_work_is_stopped(work, way):
    with pytest.raises(TookTooLong), no_longer_than(0.05):
        work()


@needs_signal
def test_endless_work_within_a_library_is_stopped():
    with pytest.raises(TookTooLong), no_longer_than(0.05):
        endless_in_c()


def test_what_is_done_in_time_goes_on_and_waiting_is_not_working(way):
    with no_longer_than(0.05):
        time.sleep(0.3)
        done = True

    assert done


@needs_signal
def test_no_alarm_is_left_behind():
    with pytest.raises(TookTooLong), no_longer_than(0.05):
        endless()

    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_another_thread_is_stopped_too():
    seen = []

    def work():
        try:
            with no_longer_than(0.05):
                endless()
        except TookTooLong:
            seen.append("stopped")
        seen.append(sum(range(1000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)

    assert seen == ["stopped", 499500]
