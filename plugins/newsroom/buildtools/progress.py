"""Saying how far long work is."""

import sys
import time
from collections.abc import Callable

# Fewer than this are made before anybody wonders.
WORTH_TELLING = 12


def teller(total: int) -> Callable[[int], None]:
    """Says how far the work is and how long it will take, on one line where there is a screen."""
    started = said = time.monotonic()

    def tell(done: int) -> None:
        nonlocal said
        now = time.monotonic()
        on_screen = sys.stderr.isatty()
        if total < WORTH_TELLING or (now - said < (0.5 if on_screen else 10) and done < total):
            return
        said = now
        left = (now - started) / max(done, 1) * (total - done)
        words = f"Làm ảnh: {done}/{total}" + (f", còn {_in_words(left)}" if done < total else "")
        end = "\n" if done == total or not on_screen else ""
        print(f"\r{words:<60}" if on_screen else words, end=end, file=sys.stderr, flush=True)

    return tell


def _in_words(seconds: float) -> str:
    """
    >>> _in_words(42), _in_words(150)
    ('khoảng 42 giây', 'khoảng 3 phút')
    """
    if seconds < 100:
        return f"khoảng {seconds:.0f} giây"
    return f"khoảng {seconds / 60 + 0.49:.0f} phút"
