"""The project's own .venv: made on the first run, mended when the lock changes.

Runs under whatever Python the machine has, before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from .buildtools.operating_system import become, python_in


def enter_environment(root: Path) -> None:
    """Go on inside .venv, making it first where it is missing or the lock has changed."""
    if sys.version_info < (3, 11):
        sys.exit(f"Cần Python 3.11 trở lên; đây là Python {sys.version.split()[0]}. [NR-TASK-020]")
    home, lock = root / ".venv", root / "requirements.txt"
    stamp = home / ".installed"
    python = python_in(home)
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    # Behind a link lies an environment that others use too: making it anew would empty theirs.
    if not home.is_symlink() and (not stamp.exists() or stamp.read_text() != wanted):
        _make(home, python, lock)
        stamp.write_text(wanted)
    if Path(sys.prefix).resolve() != home.resolve():
        command = [str(python), str(root / "tasks.py"), *sys.argv[1:]]
        os.environ["PYTHONUTF8"] = "1"
        become(command)


def _make(home: Path, python: Path, lock: Path) -> None:
    import subprocess
    import venv

    print("Chuẩn bị môi trường lần đầu (khoảng nửa phút)…", file=sys.stderr)
    try:
        venv.create(home, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError):
        sys.exit(
            "Không tạo được .venv: hãy cài gói python3-venv (Debian, Ubuntu) rồi chạy lại."
            " [NR-TASK-021]"
        )
    if subprocess.call([*install_command(str(python)), "-r", str(lock)]):
        sys.exit("Không cài được thư viện: hãy kiểm tra mạng rồi chạy lại lệnh này. [NR-TASK-022]")


def install_command(python: str = sys.executable) -> list[str]:
    """The command that installs hash-locked requirements; the lock's name goes behind it."""
    quietly = ["install", "-q", "--disable-pip-version-check", "--require-hashes"]
    return [python, "-m", "pip", *quietly]
