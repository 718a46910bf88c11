"""One build: its wall time, or the memory of all its processes together."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.02
PSS = re.compile(rb"^Pss:\s+(\d+)", re.MULTILINE)


class BuildFailed(Exception):
    """A build ended with an error; the message is the end of what it printed."""


def seconds(command: tuple[str, ...], root: Path, environment: dict[str, str]) -> float:
    """Wall seconds of the whole command, with nobody looking at it meanwhile."""

    def wait(process: subprocess.Popen[bytes]) -> float:
        process.wait()
        return time.perf_counter() - start

    start = time.perf_counter()
    return _run(command, root, environment, wait)


def peak_megabytes(command: tuple[str, ...], root: Path, environment: dict[str, str]) -> float:
    """The most memory that the command and its descendants held together at one moment.

    Proportional set size: a page that forked processes share counts once. Where the system has no
    /proc/PID/smaps_rollup, the largest resident set of a single process instead.
    """
    return _run(command, root, environment, _peak if sees_shares() else _largest)


def sees_shares() -> bool:
    return (PROC / "self/smaps_rollup").exists()


def _run(
    command: tuple[str, ...],
    root: Path,
    environment: dict[str, str],
    wait: Callable[["subprocess.Popen[bytes]"], float],
) -> float:
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command,
            cwd=root,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        found = wait(process)
        if process.returncode:
            log.seek(0)
            said = log.read().decode(errors="replace")
            raise BuildFailed(f"exit code {process.returncode}\n{said[-4000:]}")
    return found


def _peak(process: "subprocess.Popen[bytes]") -> float:
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_share, _family(process.pid))))
        time.sleep(EVERY)
    return peak / 1024


def _family(pid: int) -> set[int]:
    """The process and all its descendants that still live."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            children.setdefault(_parent(entry), []).append(int(entry.name))
    family, found = set(), [pid]
    while found:
        family.update(found)
        found = [child for parent in found for child in children.get(parent, ())]
    return family


def _parent(entry: Path) -> int:
    """0 for one that has vanished; a name in brackets may itself hold spaces and brackets."""
    try:
        return int((entry / "stat").read_bytes().rpartition(b")")[2].split()[1])
    except OSError:
        return 0


def _share(pid: int) -> int:
    """Kilobytes; 0 for a process that has vanished or is only waited for."""
    try:
        found = PSS.search((PROC / str(pid) / "smaps_rollup").read_bytes())
    except OSError:
        return 0
    return int(found[1]) if found else 0


def _largest(process: "subprocess.Popen[bytes]") -> float:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
