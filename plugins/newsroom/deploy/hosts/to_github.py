"""GitHub Pages from a branch: ghp-import makes the commit and pushes it."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from contextlib import chdir
from pathlib import Path
from urllib.parse import urlsplit

from ...buildtools.terminal import printed_briefly
from ...domain.message import Message
from ...domain.site.site_path import path_fault
from ...verification.manifest import Manifest
from ..host_list import HostList
from ..sending import Steps, steps
from .host import CannotDeploy

# 100644 blob 8baef1b4abc478178b004d62031cf7fe6db6f903	index.html
_IN_TREE = re.compile(r"(\d{6}) (blob|tree|commit) ([0-9a-f]{40}|[0-9a-f]{64})\t(.+)", re.DOTALL)
# What ghp-import writes besides the edition.
_ITS_OWN = (".nojekyll", "CNAME")
# What a branch holds that people write in, and no site does.
_OF_A_PROJECT = ("tasks.py", "publishconf.py", "content/truong.yaml")


class GitHub:
    """A branch of a remote of the repository that holds the project.

    The branch is the site's alone: a commit holds the edition and nothing else, and what it held
    before stays in its history.
    """

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
            # Names in a tree need not be UTF-8.
            return subprocess.run(
                ["git", *words], cwd=self._root, capture_output=True, check=False,
                text=True, encoding="utf-8", errors="surrogateescape",
                env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
            )  # fmt: skip
        except FileNotFoundError:
            raise CannotDeploy(
                Message("NR-DEPLOY-014", "Chưa có chương trình git trên máy này.")
            ) from None

    def _fetch(self) -> None:
        if self._git("remote", "get-url", self._remote).returncode:
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-015",
                    f"Kho git này không có “{self._remote}”. Gõ:  git remote add {self._remote}"
                    " ĐỊA_CHỈ",
                )
            )
        if self._git("symbolic-ref", "--short", "HEAD").stdout.strip() == self._branch:
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-016",
                    f"“{self._branch}” là nhánh đang mở để viết bài; đăng lên đó là thay hết bài."
                    " Ghi một nhánh khác ở DEPLOY[“github”], ví dụ “gh-pages”.",
                )
            )
        found = self._git("ls-remote", "--heads", self._remote, f"refs/heads/{self._branch}")
        if found.returncode:
            said = printed_briefly(found.stderr.strip()[-300:], 300)
            raise CannotDeploy(Message("NR-DEPLOY-017", f"Không tới được {self._remote}: {said}"))
        if found.stdout.strip():
            # Somebody else may have deployed from another machine: theirs is what we go on from.
            into = f"+refs/heads/{self._branch}:refs/heads/{self._branch}"
            fetched = self._git("fetch", "--no-tags", self._remote, into)
            if fetched.returncode:
                said = printed_briefly(fetched.stderr.strip()[-300:], 300)
                raise CannotDeploy(
                    Message("NR-DEPLOY-018", f"Không lấy được nhánh {self._branch} về: {said}")
                )

    def there(self, folder: Path, told: Manifest) -> HostList:
        """The files on the branch; of a file that is the edition's, its SHA-256, else nothing."""
        self._fetch()
        listed = self._git("ls-tree", "-r", "-z", f"refs/heads/{self._branch}")
        ids, rejected = parse_tree("" if listed.returncode else listed.stdout)
        if any(path in ids for path in _OF_A_PROJECT):
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-019",
                    f"Nhánh “{self._branch}” giữ bài viết và phần mềm, không phải trang đã dựng;"
                    " đăng lên đó là thay hết. Ghi một nhánh khác ở DEPLOY[“github”], ví dụ"
                    " “gh-pages”.",
                )
            )
        files = {path: "" for path in ids if path not in _ITS_OWN}
        for path in files.keys() & told.files.keys():
            if ids[path] == _git_id((folder / path).read_bytes(), len(ids[path])):
                files[path] = told.files[path].sha256
        return HostList(files=files, rejected=rejected)

    def plan(self, folder: Path, told: Manifest) -> Steps:
        return steps(told.files, self.there(folder, told).files)

    def send(self, folder: Path, told: Manifest) -> None:
        from ghp_import import GhpError, ghp_import

        try:
            with tempfile.TemporaryDirectory() as made, chdir(self._root):
                for path in told.files:
                    place = Path(made) / path
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(folder / path, place)
                ghp_import(
                    made, remote=self._remote, branch=self._branch, push=True, nojekyll=True,
                    cname=self._cname or None, mesg=f"Trang ngày {told.date.isoformat()}",
                )  # fmt: skip
        except (GhpError, subprocess.CalledProcessError, OSError) as error:
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-020",
                    f"Không đẩy được lên {self._remote}: {error}. Kiểm tra mạng và quyền, rồi chạy"
                    " lại.",
                )
            ) from None


def parse_tree(answer: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The ids of git by path, from `git ls-tree -r -z`; and of each entry that is none, why."""
    ids: dict[str, str] = {}
    rejected = []
    for line in filter(None, answer.split("\0")):
        entry = _IN_TREE.fullmatch(line)
        path = entry[4] if entry else line
        fault = path_fault(path) if entry else "không phải là dòng của git ls-tree"
        if entry and entry[2] == "blob" and not fault:
            ids[path] = entry[3]
        elif fault:
            rejected.append(f"“{printed_briefly(path)}” {fault}")
    return ids, tuple(rejected)


def _git_id(content: bytes, length: int) -> str:
    """The name that git gives to a file, in as many digits as those of its repository have."""
    digest = hashlib.sha1 if length == 40 else hashlib.sha256
    return digest(b"blob %d\0%b" % (len(content), content)).hexdigest()
