"""GitHub Pages from a branch: ghp-import makes the commit and pushes it."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from contextlib import chdir
from pathlib import Path
from urllib.parse import urlsplit

from ..verification.manifest import Manifest
from .sending import CannotDeploy, Steps, steps


class GitHub:
    """A branch of a remote of the repository that holds the project."""

    def __init__(
        self, root: Path, site_url: str, remote: str = "origin", branch: str = "gh-pages",
        cname: str | None = None,
    ) -> None:  # fmt: skip
        self._root, self._remote, self._branch = root, remote, branch
        host = urlsplit(site_url).hostname or ""
        own = "" if host.endswith(("github.io", ".example")) else host
        self._cname = own if cname is None else cname

    def _git(self, *words: str) -> "subprocess.CompletedProcess[str]":
        try:
            return subprocess.run(
                ["git", *words], cwd=self._root, capture_output=True, text=True, check=False,
                env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
            )  # fmt: skip
        except FileNotFoundError:
            raise CannotDeploy("Chưa có chương trình git trên máy này.") from None

    def _fetch(self) -> None:
        if self._git("remote", "get-url", self._remote).returncode:
            raise CannotDeploy(
                f"Kho git này không có “{self._remote}”. Gõ:  git remote add {self._remote} ĐỊA_CHỈ"
            )
        found = self._git("ls-remote", "--heads", self._remote, self._branch)
        if found.returncode:
            raise CannotDeploy(f"Không tới được {self._remote}: {found.stderr.strip()[-300:]}")
        if found.stdout.strip():
            # Somebody else may have deployed from another machine: theirs is what we go on from.
            into = f"+refs/heads/{self._branch}:refs/heads/{self._branch}"
            self._git("fetch", "--no-tags", self._remote, into)

    def plan(self, folder: Path, told: Manifest) -> Steps:
        """Told by git's own ids: what the branch holds against what it would hold."""
        self._fetch()
        listed = self._git("ls-tree", "-r", "-z", f"refs/heads/{self._branch}")
        there = {}
        for line in filter(None, listed.stdout.split("\0")) if not listed.returncode else ():
            about, _, path = line.partition("\t")
            if path in told.files and about.split()[2] == _git_id((folder / path).read_bytes()):
                there[path] = told.files[path].sha256
            elif path not in (".nojekyll", "CNAME"):
                there[path] = ""
        return steps(told.files, there)

    def send(self, folder: Path, told: Manifest) -> None:
        from ghp_import import GhpError, ghp_import

        self._fetch()
        with tempfile.TemporaryDirectory() as made, chdir(self._root):
            for path in told.files:
                place = Path(made) / path
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / path, place)
            try:
                ghp_import(
                    made, remote=self._remote, branch=self._branch, push=True, nojekyll=True,
                    cname=self._cname or None, mesg=f"Trang ngày {told.date}",
                )  # fmt: skip
            except (GhpError, subprocess.CalledProcessError, OSError) as error:
                raise CannotDeploy(
                    f"Không đẩy được lên {self._remote}: {error}."
                    " Kiểm tra mạng và quyền, rồi chạy lại."
                ) from None


def _git_id(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content)).hexdigest()
