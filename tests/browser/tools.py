"""axe-core and the Nu HTML checker, fetched once by npm into .cache/ as the lock file says."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache/browser-tools"


def axe() -> str:
    """The source of axe-core; skips the test where it cannot be had."""
    return (_packages() / "axe-core/axe.min.js").read_text(encoding="utf-8")


def nu_checker() -> list[str]:
    """The command that starts the Nu HTML checker; skips the test where it cannot be had."""
    if not shutil.which("java"):
        pytest.skip("cần Java để chạy bộ kiểm HTML: apt-get install default-jre-headless")
    return ["java", "-Xss8m", "-jar", str(_packages() / "vnu-jar/build/dist/vnu.jar")]


def _packages() -> Path:
    lock = (HERE / "package-lock.json").read_bytes()
    place = CACHE / hashlib.sha256(lock).hexdigest()[:12]
    if not place.is_dir():
        _install(place)
    return place / "node_modules"


def _install(place: Path) -> None:
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("cần npm để lấy axe-core và bộ kiểm HTML: apt-get install npm")
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as staging:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, staging)
        # Without install scripts: the packages hold all that we run.
        fetched = subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=staging,
            capture_output=True,
            text=True,
            check=False,
        )
        if fetched.returncode:
            pytest.skip(f"npm không lấy được axe-core: {fetched.stderr.strip()[-300:]}")
        try:
            os.rename(staging, place)
        except OSError:
            # Another process of the same run was quicker.
            assert place.is_dir()
        else:
            Path(staging).mkdir()
