"""Saying how far long work is."""

import sys
import time
from collections.abc import Callable

# Fewer than this are made before anybody wonders.
WORTH_TELLING = 12


def teller(total: int) -> Callable[[int], None]:
    """Says how far the making of pictures is."""
    return teller_of("Làm ảnh", total)


def teller_of(work: str, total: int = 0) -> Callable[[int], None]:
    """Says how far the work is and how long it will take, on one line where there is a screen.

    Without a total, which nobody may know, it says only how far it is.
    """
    started = said = time.monotonic()

    def tell(done: int) -> None:
        nonlocal said
        now = time.monotonic()
        on_screen = sys.stderr.isatty()
        is_short = 0 < total < WORTH_TELLING
        if is_short or (now - said < (0.5 if on_screen else 10) and (done < total or not total)):
            return
        said = now
        left = (now - started) / max(done, 1) * (total - done)
        how_far = f"{done}/{total}" if total else f"{done}"
        words = f"{work}: {how_far}" + (f", còn {_in_words(left)}" if done < total else "")
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
