"""The commands: `python3 tasks.py TASK` on any machine with Python 3.11, `invoke TASK` inside.

The first run makes .venv from the hash-locked requirements.txt; a changed lock is installed again.
What each task does stands in plugins/newsroom/tasks/.
"""

import gc
import io
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.environment import enter_environment
from newsroom.machinery.terminal import Terminal

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


def __getattr__(name: str) -> Any:
    """What Invoke looks for: the collection of our tasks, made when it asks.

    Importing Invoke takes a third of a build without change, so a plain `publish` does without.
    """
    if name != "namespace":
        raise AttributeError(name)
    import invoke

    made = (invoke.task(function, **options) for function, options in TASKS.values())
    return invoke.Collection(*made)


def main(words: list[str]) -> None:
    """Run what somebody typed."""
    if words[0] not in TASKS and not words[0].startswith("-"):
        stop(unknown_task(words[0]), 2)
    if words[0] != "serve":
        # What is garbage goes with the process: looking for it takes a tenth of a build.
        gc.disable()
    if len(words) > 1 and words[0] in TASKS:
        from newsroom.commands.words import as_options

        words = as_options(words, TASKS[words[0]][0])
    if len(words) == 1 and words[0] in TASKS:
        # A command without options needs nobody to read them.
        function, options = TASKS[words[0]]
        function(None, **{name: [] for name in options.get("iterable", ())})
        sys.stdout.flush()
        sys.stderr.flush()
        # Taking thousands of values apart one by one would be a tenth of a build.
        os._exit(0)
    from invoke import Program

    program = Program(name="tasks.py", namespace=__getattr__("namespace"))
    program.run(["tasks.py", *words])


if __name__ == "__main__":
    try:
        main(sys.argv[1:] or ["--list"])
    except KeyboardInterrupt:
        stop("Đã dừng.", 130)
    except BrokenPipeError:
        # Whoever read along has seen enough.
        os._exit(141)
