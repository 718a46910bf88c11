# -*- coding: utf-8 -*-
"""The commands: `python3 tasks.py TASK` on any machine with Python 3.11, `invoke TASK` inside.

The first run makes .venv from the hash-locked requirements.txt; a changed lock is installed again.
What each task does stands in plugins/newsroom/tasks/. Every Python since 2.7 can read this file, so
that an old one is told which is needed: no annotation and no f-string here.
"""

import sys

if sys.version_info < (3, 11):
    HAVE = ".".join(map(str, sys.version_info[:3]))
    if "utf" in (getattr(sys.stderr, "encoding", None) or "utf").lower():
        sys.stderr.write(
            "Cần Python 3.11 trở lên; lệnh này đang chạy bằng Python %s.\n"
            "    → Cài bản mới từ https://www.python.org/downloads/ rồi gõ lại:"
            "  python3 tasks.py …  (Windows:  py tasks.py …)\n" % HAVE
        )
    else:
        # A console that cannot show the marks.
        sys.stderr.write(
            "Can Python 3.11 tro len; lenh nay dang chay bang Python %s.\n"
            "    Cai ban moi tu https://www.python.org/downloads/ roi go lai lenh nay.\n" % HAVE
        )
    sys.exit(1)

import gc
import io
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.buildtools.terminal import Terminal
from newsroom.environment import enter_environment

if __name__ == "__main__":
    enter_environment(ROOT)

# Compiling our own modules anew would take longer than a small build, whatever the shell says.
sys.dont_write_bytecode = False
for name in ("stdout", "stderr"):
    stream = getattr(sys, name)
    # Windows would choke on Vietnamese in a pipe.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
        is_read_by_github = os.environ.get("GITHUB_ACTIONS") == "true"
        setattr(sys, name, Terminal(stream, is_log_of_commands=is_read_by_github))

from newsroom.tasks import papers, site, upkeep, writing  # noqa: F401
from newsroom.tasks.registry import TASKS, here, stop, unknown_task
from newsroom.tasks.typed import run

here.root = ROOT


def main(words):  # type: (list[str]) -> None
    """Run what somebody typed."""
    is_debugged = "--debug" in words
    words = [word for word in words if word != "--debug"] or ["--list"]
    if words[0] not in TASKS and not words[0].startswith("-"):
        stop(unknown_task(words[0]), 2)
    if words[0] != "serve":
        # Thousands of small values live to the end; looking for garbage takes a tenth of a build.
        gc.disable()
    try:
        run(words)
    except BrokenPipeError:
        # Of whoever reads along: no failure.
        raise
    except Exception as error:
        if is_debugged:
            raise
        from newsroom.tasks.failures import failure_in_words

        stop(failure_in_words(error, words))
    finally:
        # And the search at the end is spared what is there already.
        gc.freeze()


def start(words):  # type: (list[str]) -> None
    """Run what somebody typed, as the whole of this process."""
    try:
        main(words)
    except KeyboardInterrupt:
        stop("Đã dừng.", 130)
    except BrokenPipeError:
        # Whoever read along has seen enough; Python would say so once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


def __getattr__(name):  # type: (str) -> object
    """`invoke TASK`: Invoke asks for our tasks, and the one reader of the command line goes on."""
    if name != "namespace":
        raise AttributeError(name)
    start(sys.argv[1:])
    sys.exit(0)


if __name__ == "__main__":
    start(sys.argv[1:])
