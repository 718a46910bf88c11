"""The packages that only some publishers install, each with its own lock, and the line to type."""

import shlex
from importlib.util import find_spec

from ..buildtools.operating_system import is_windows


def is_installed(package: str) -> bool:
    return find_spec(package) is not None


def to_install(extra: str) -> str:
    """The line that installs requirements-EXTRA.txt."""
    return to_run("pip", "install", "--require-hashes", "-r", f"requirements-{extra}.txt")


def to_run(*words: str) -> str:
    """The line that runs a module of the project's own Python."""
    python = r".venv\Scripts\python" if is_windows() else ".venv/bin/python"
    return f"{python} -m {shlex.join(words)}"
