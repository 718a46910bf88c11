"""Runs tasks like `tasks.py TASK`, each in a process of its own, forked from one that is ready.

Half of the time of a small build is the import of modules, which are the same for every test.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

# What `publish` and `check` import sooner or later.
MODULES = (
    *("building.publishing", "building.engine", "building.inspection", "building.errors"),
    *("intake.plan.plan_file", "intake.plan.school_file", "intake.content.item_reader"),
    *("pages.build.edition", "pages.build.renderer", "verification.inspector"),
    *("verification.leak_patterns", "exports.findings.check", "exports.findings.terminal"),
)


class ReadyProcess:
    """A Python that has imported the software at `root` and waits for work. POSIX only."""

    def __init__(self, root: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            cwd=root,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(root / "plugins")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, words: list[str], cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess:
        """One task, to its end."""
        with tempfile.TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            work = {"words": words, "cwd": str(cwd), "env": env, "out": str(out), "err": str(err)}
            self._process.stdin.write(json.dumps(work) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            return subprocess.CompletedProcess(words, code, out.read_text(), err.read_text())

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


def wait_for_work() -> list[str] | None:
    """In each forked process the words to run; None in the first one, when all is done."""
    for line in sys.stdin:
        work = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(work)
            return work["words"]
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(code, flush=True)
    return None


def _become(work: dict) -> None:
    os.environ.clear()
    os.environ.update(work["env"])
    os.chdir(work["cwd"])
    sys.path[0] = work["cwd"]
    for name, number in (("out", 1), ("err", 2)):
        file = os.open(work[name], os.O_WRONLY | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)


if __name__ == "__main__":
    import importlib

    for module in MODULES:
        importlib.import_module(f"newsroom.{module}")
    words = wait_for_work()
    if words is not None:
        import tasks

        tasks.main(words)
