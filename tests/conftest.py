"""Small whole sites, built by Pelican as a user would build them."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from sample import write_file, write_site

REPOSITORY = Path(__file__).resolve().parents[1]


@dataclass
class SmallSite:
    """A repository of its own: settings, plugin, theme and a small content folder."""

    root: Path
    today: str = "2024-11-30"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def desk(self) -> Path:
        return self.root / "desk"

    def write(self, name: str, text: str | bytes) -> None:
        write_file(self.content, name, text)

    def pelican(self, *arguments: str, conf: str = "publishconf.py", **environment: str):
        """Bare Pelican, as anybody may run it."""
        return self.run("-m", "pelican", "-s", conf, *arguments, **environment)

    def publish(self, *arguments: str, **environment: str):
        """What `tasks.py publish` does, inside the environment."""
        return self.run("-m", "invoke", "publish", *arguments, **environment)

    def invoke(self, *arguments: str, **environment: str):
        return self.run("-m", "invoke", *arguments, **environment)

    def run(self, *arguments: str, **environment: str):
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**os.environ, "NEWSROOM_TODAY": self.today, "PYTHONUTF8": "1", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def files(self, folder: Path | None = None) -> dict[str, bytes]:
        """Every file of the output by its path."""
        folder = folder or self.output
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def site(tmp_path):
    """The software with the sample school and no article yet."""
    root = tmp_path / "Trang của trường"
    root.mkdir()
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        shutil.copy(REPOSITORY / name, root)
    for name in ("plugins", "theme"):
        shutil.copytree(
            REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    write_site(root)
    return SmallSite(root)
