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

here.root = ROOT


def __getattr__(name):  # type: (str) -> object
    """The collection of our tasks that Invoke looks for, made when it asks.

    Importing Invoke takes a third of a build without change, so a plain `publish` does without.
    """
    if name != "namespace":
        raise AttributeError(name)
    from newsroom.tasks.typed import collection

    return collection()


def main(words):  # type: (list[str]) -> None
    """Run what somebody typed."""
    if words[0] not in TASKS and not words[0].startswith("-"):
        stop(unknown_task(words[0]), 2)
    if words[0] != "serve":
        # What is garbage goes with the process: looking for it takes a tenth of a build.
        gc.disable()
    function, options = TASKS.get(words[0], (None, {}))
    told = len(options.get("iterable", ())) + len(function.__defaults__ or ()) if function else -2
    if len(words) == 1 and function and told + 1 == function.__code__.co_argcount:
        # A command without options needs nobody to read them.
        function(None, **{name: [] for name in options.get("iterable", ())})
        sys.stdout.flush()
        sys.stderr.flush()
        # Taking thousands of values apart one by one would be a tenth of a build.
        os._exit(0)
    from newsroom.tasks.typed import run

    run(words)


if __name__ == "__main__":
    try:
        main(sys.argv[1:] or ["--list"])
    except KeyboardInterrupt:
        stop("Đã dừng.", 130)
    except BrokenPipeError:
        # Whoever read along has seen enough.
        os._exit(141)
