"""rsync over ssh: its own program sends, in the order that sending.py says."""

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ...buildtools.terminal import printed_briefly
from ...domain.message import Message
from ...domain.site.site_path import folders_of
from .host import CannotDeploy, Host, Kind

# -rw-r--r--          1,234 2026/11/20 10:15:00 tin-bai/2026/11/a/index.html
_LISTED = re.compile(r"([a-zA-Z-])\S{9,}\s+[\d.,]+\s+\d{4}/\d\d/\d\d \d\d:\d\d:\d\d (.+)")
_KINDS = {"-": Kind.FILE, "d": Kind.FOLDER, "l": Kind.LINK}
# 23: some file could not be sent, 24: some was gone. There, that it is not there.
_MISSING = (23, 24)
_WILD = re.compile(r"([*?\[\\])")


class RsyncHost(Host):
    """A target as rsync writes it: user@host:folder, or a folder of this machine."""

    at_once = 0

    def __init__(self, target: str, ssh_key: str | None = None, port: int = 22) -> None:
        super().__init__()
        self._target = target.rstrip("/")
        key = f" -i '{ssh_key}'" if ssh_key else ""
        # A stranger's host key is refused, and nobody is asked for a password.
        ssh = f"ssh -p {port} -o BatchMode=yes -o StrictHostKeyChecking=yes{key}"
        self._command = ["rsync", "-rt", "-8"]
        if ":" in target.partition("/")[0]:
            self._command += ["-e", ssh]

    def _run(self, *words: str, may_fail: bool = False, given: Iterable[str] = ()) -> bytes:
        """The answer of rsync. `given` are the names of the files that the call is about."""
        try:
            made = subprocess.run(
                [*self._command, *words],
                input="\0".join(given).encode(),
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-021",
                    "Chưa có chương trình rsync trên máy này: hãy cài rồi chạy lại.",
                )
            ) from None
        if made.returncode and not (may_fail and made.returncode in _MISSING):
            said = made.stderr.decode("utf-8", "replace").strip()[-300:]
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-022",
                    f"rsync không gửi được (mã {made.returncode}): {printed_briefly(said, 300)}."
                    " Chạy lại lệnh: máy gửi tiếp phần còn lại.",
                )
            )
        return made.stdout

    def get(self, path: str, most: int | None = None) -> bytes | None:
        return dict(self.contents([path], most)).get(path)

    def contents(self, paths: Iterable[str], most: int | None) -> Iterator[tuple[str, bytes]]:
        """All of them are fetched at once; rsync leaves out what is larger."""
        paths = list(paths)
        if not paths:
            return
        limit = [f"--max-size={most}"] if most is not None else []
        with tempfile.TemporaryDirectory() as folder:
            self._run(
                *("--from0", "--files-from=-", *limit, f"{self._target}/", f"{folder}/"),
                may_fail=True,
                given=paths,
            )
            for path in paths:
                place = Path(folder) / path
                if place.is_file():
                    yield path, place.read_bytes()

    def put(self, path: str, content: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
            list(self.put_all(Path(folder), [path]))

    def put_all(self, folder: Path, paths: Sequence[str]) -> Iterator[str]:
        told = self._run(
            *("--checksum", "--delay-updates", "--chmod=D755,F644", "--out-format=%i %n"),
            *("--from0", "--files-from=-", f"{folder}/", f"{self._target}/"),
            given=paths,
        )
        for line in told.decode("utf-8", "surrogateescape").split("\n"):
            mark, _, name = line.partition(" ")
            if mark.startswith("cd+++") and name.strip("/") not in ("", "."):
                self.made_folders.add(name.rstrip("/"))
        yield from paths

    def delete(self, path: str) -> None:
        list(self.delete_all([path]))

    def delete_all(self, paths: Sequence[str]) -> Iterator[str]:
        """Files that are named here and lie in no folder of ours are deleted there."""
        if paths:
            self._without(paths)
        yield from paths

    def _without(self, paths: Sequence[str]) -> None:
        with tempfile.TemporaryDirectory() as empty:
            for path in paths:
                (Path(empty) / path).parent.mkdir(parents=True, exist_ok=True)
            self._run(
                *("--from0", "--files-from=-", "--delete-missing-args"),
                *(f"{empty}/", f"{self._target}/"),
                may_fail=True,
                given=paths,
            )

    def remove_empty(self, folder: str) -> bool:
        return bool(self.remove_all_empty([folder]))

    def remove_all_empty(self, folders: Iterable[str]) -> set[str]:
        folders = set(folders)
        there = self.kinds(folders)
        gone: set[str] = set()
        for folder in sorted(folders, key=lambda f: (-f.count("/"), f)):
            inside = (path for path in there if path.startswith(f"{folder}/"))
            if there.get(folder) is Kind.FOLDER and gone.issuperset(inside):
                gone.add(folder)
        for depth in sorted({folder.count("/") for folder in gone}, reverse=True):
            self._without([folder for folder in sorted(gone) if folder.count("/") == depth])
        return gone

    def kinds(self, paths: Iterable[str]) -> Mapping[str, Kind]:
        """All that stands in the folders in which these paths lie, told at once."""
        firsts = {(*folders_of(path), path)[0] for path in paths}
        if not firsts:
            return {}
        plain = [_WILD.sub(r"\\\1", first) for first in sorted(firsts)]
        # *** stands for a folder and all that is in it.
        filters = [f"--include=/{name}{end}" for name in plain for end in ("", "/***")]
        told = self._run(
            *("--list-only", *filters, "--exclude=/*", f"{self._target}/"), may_fail=True
        )
        return parse_rsync_listing(told)

    def close(self) -> None:
        """Nothing is open."""


def parse_rsync_listing(answer: bytes) -> dict[str, Kind]:
    """The entries below a folder, by path, from `rsync --list-only`.

    Names in which rsync wrote a character as a number are left out: none of ours is such.
    """
    found: dict[str, Kind] = {}
    for line in answer.decode("utf-8", "surrogateescape").split("\n"):
        listed = _LISTED.fullmatch(line)
        if listed and listed[2] != ".":
            kind = _KINDS.get(listed[1], Kind.OTHER)
            path = listed[2].partition(" -> ")[0] if kind is Kind.LINK else listed[2]
            found[path] = kind
    return found
