"""Work in a process of its own, and pytest over the tests of the rules."""

import contextlib
import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

KILLED, SURVIVED, UNREACHED = "killed", "survived", "unreached"
DOMAIN = Path(__file__).resolve().parents[2] / "plugins/newsroom/domain"
BYTES = 3 << 30
_QUIET = ("logging", "unraisableexception", "threadexception", "warnings", "cacheprovider")


def run_pytest(plugins: list[object], *words: str) -> int:
    without = (word for name in _QUIET for word in ("-p", f"no:{name}"))
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing):
        return int(
            pytest.main(
                ["--rules", "--assert=plain", "--tb=native", *without, *words], plugins=plugins
            )
        )


def is_killed(passes: Callable[[], bool], seconds: float) -> bool:
    """True where the work fails or dies, or takes longer than these seconds of a processor.

    Some mutants turn a loop into one without end.
    """
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        try:
            os._exit(0 if passes() else 1)
        except BaseException:
            os._exit(1)
    return os.waitpid(child, 0)[1] != 0
