"""Work that takes too long is stopped, whatever it is doing."""

import re
import signal
import threading
import time
from contextlib import suppress

import pytest

from newsroom.machinery.time_limit import TookTooLong, no_longer_than

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGVTALRM"), reason="Windows has no such")


def endless():
    while True:
        # As a library that tries one thing after another.
        with suppress(Exception):
            sum(range(1000))


def endless_in_c():
    re.match(r"(a|aa)+$", "a" * 100 + "b")


@pytest.mark.parametrize("work", [endless, endless_in_c])
def test_endless_work_is_stopped(work):
    with pytest.raises(TookTooLong), no_longer_than(0.05):
        work()


def test_what_is_done_in_time_goes_on_and_waiting_is_not_working():
    with no_longer_than(0.05):
        time.sleep(0.1)
        done = True

    assert done
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_another_thread_is_let_be():
    seen = []

    def work():
        with no_longer_than(0.001):
            seen.append(sum(range(500_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert seen
