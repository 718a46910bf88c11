"""rsync over ssh: its own program sends, in the order that sending.py says."""

import subprocess
import tempfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from ..verification.manifest import Manifest
from .sending import ON_HOST, CannotDeploy, Steps, noted, rank, steps, there_on


class _Left:
    """What we left in the target, fetched by rsync."""

    def __init__(self, rsync: "Rsync") -> None:
        self._rsync = rsync

    def get(self, path: str) -> bytes | None:
        with tempfile.TemporaryDirectory() as folder:
            made = self._rsync.run(f"{self._rsync.target}/{path}", f"{folder}/", may_fail=True)
            place = Path(folder) / path
            if not made and not place.is_file():
                return None
            return place.read_bytes() if place.is_file() else None

    def put(self, path: str, content: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / path).write_bytes(content)
            self._rsync.run(f"{folder}/{path}", f"{self._rsync.target}/")

    def delete(self, path: str) -> None:
        raise NotImplementedError

    def close(self) -> None:
        """Nothing is open."""


class Rsync:
    """A target as rsync writes it: user@host:folder, or a folder of this machine."""

    def __init__(self, target: str, ssh_key: str | None = None, port: int = 22) -> None:
        self.target = target.rstrip("/")
        key = f" -i '{ssh_key}'" if ssh_key else ""
        # A stranger's host key is refused, and nobody is asked for a password.
        ssh = f"ssh -p {port} -o BatchMode=yes -o StrictHostKeyChecking=yes{key}"
        self._command = ["rsync", "-rt", "--checksum", "--delay-updates", "--chmod=D755,F644"]
        if ":" in target.partition("/")[0]:
            self._command += ["-e", ssh]

    def run(self, *words: str, may_fail: bool = False, given: str | None = None) -> bool:
        try:
            made = subprocess.run(
                [*self._command, *words], input=given, capture_output=True, text=True, check=False
            )
        except FileNotFoundError:
            raise CannotDeploy(
                "Chưa có chương trình rsync trên máy này: hãy cài rồi chạy lại."
            ) from None
        # 23: some file could not be sent; there a list that is not there yet.
        if made.returncode and not (may_fail and made.returncode == 23):
            raise CannotDeploy(
                f"rsync không gửi được (mã {made.returncode}): {made.stderr.strip()[-300:]}."
                " Chạy lại lệnh: máy gửi tiếp phần còn lại."
            )
        return not made.returncode

    def plan(self, told: Manifest) -> Steps:
        return steps(told.files, there_on(_Left(self)))

    def send(self, folder: Path, told: Manifest) -> Steps:
        left = _Left(self)
        there = there_on(left)
        todo = steps(told.files, there)
        try:
            for _, some in groupby(todo.send, key=lambda p: (rank(p), p in there)):
                paths = list(some)
                self._send_some(folder, paths)
                there.update((path, told.files[path].sha256) for path in paths)
            if todo.delete:
                self._delete(todo.delete)
                for path in todo.delete:
                    del there[path]
        finally:
            if todo.send or todo.delete:
                left.put(ON_HOST, noted(there))
        return todo

    def _delete(self, paths: Sequence[str]) -> None:
        """Files that are named here and lie in no folder of ours are deleted there."""
        with tempfile.TemporaryDirectory() as empty:
            for path in paths:
                (Path(empty) / path).parent.mkdir(parents=True, exist_ok=True)
            self._send_some(Path(empty), paths, "--delete-missing-args")

    def _send_some(self, folder: Path, paths: Sequence[str], *options: str) -> None:
        names = "\0".join(paths)
        self.run(
            "--from0", "--files-from=-", *options, f"{folder}/", f"{self.target}/", given=names
        )
