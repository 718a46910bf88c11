"""The differences between operating systems that the software knows of, each behind one function.

Tests fake the others by `NAME`. A table of them stands in docs/operating-systems.md.
"""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

# As sys.platform has it: linux, darwin, win32.
NAME = sys.platform
_AT_HERE, _EXCHANGE = -100, 2


def is_windows() -> bool:
    return NAME == "win32"


def can_fork() -> bool:
    """True where a process may be copied as it runs.

    Windows cannot. On macOS the system's own libraries may have threads, which a copy lacks.
    """
    return hasattr(os, "fork") and NAME not in ("win32", "darwin")


def python_in(environment: Path) -> Path:
    """The Python of a virtual environment."""
    return environment / ("Scripts/python.exe" if is_windows() else "bin/python")


def locked(file: int, *, wait: bool) -> bool:
    """Lock an open file for this process; False where another has it, or files have no locks."""
    try:
        if is_windows():
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system has no such step."""
    if NAME != "linux":
        return False
    import ctypes

    names = os.fsencode(one), os.fsencode(other)
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_AT_HERE, names[0], _AT_HERE, names[1], _EXCHANGE) == 0)


def already_there(place: Path) -> FileExistsError:
    """The error for a name that somebody has."""
    return FileExistsError(17, "đã có tệp này", str(place))


def named_if_free(part: Path, place: Path) -> None:
    """Give a finished file its name. Raises FileExistsError where somebody took it meanwhile."""
    if is_windows():
        # There, renaming never replaces a file.
        os.rename(part, place)
        return
    try:
        os.link(part, place)
    except FileExistsError:
        raise
    except OSError:
        # A disk on which no file has two names.
        if place.exists():
            raise already_there(place) from None
        os.replace(part, place)


def stop_all(process: "subprocess.Popen[bytes]") -> None:
    """End a process that leads a session of its own, and all that it started there."""
    if is_windows():
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def become(command: list[str]) -> None:
    """Go on as another program, with its exit code."""
    if not is_windows():
        os.execv(command[0], command)
    import subprocess

    # On Windows the terminal would not wait for what takes our place.
    sys.exit(subprocess.call(command))
