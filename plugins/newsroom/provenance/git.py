"""Git, asked by its own program. What it cannot tell is said in words, with the line to type."""

import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ..domain.message import Message, UserFacingError

_INSTALL = Message(
    "NR-GIT-024",
    "Chưa có chương trình git trên máy này. Cài git (https://git-scm.com) rồi chạy lại.",
)
_NO_REPOSITORY = Message(
    "NR-GIT-025",
    "Thư mục {folder} không nằm trong một kho git, nên không biết ai đã sửa gì."
    " Chạy lệnh này ở bản lấy về bằng git clone, hoặc bỏ --against.",
)
_NOT_OURS = Message(
    "NR-GIT-026",
    "Git không đọc kho này vì thư mục thuộc về người dùng khác. Gõ:\n"
    "    git config --global --add safe.directory '{folder}'",
)
SHALLOW = Message(
    "NR-GIT-027",
    "Bản git này lấy về thiếu lịch sử (shallow), nên không thấy hết các lần sửa từ “{ref}”."
    " Lấy đủ lịch sử rồi chạy lại:\n"
    "    git fetch --unshallow\n"
    "Trên GitHub Actions ghi fetch-depth: 0 ở bước actions/checkout; trên GitLab ghi GIT_DEPTH: 0.",
)
NO_REF = Message(
    "NR-GIT-028",
    "Không có “{ref}” trong kho git này. Xem tên nhánh bằng  git branch -a , lấy về bằng"
    "  git fetch origin , rồi ghi ví dụ  --against origin/main .",
)
NOTHING_COMMON = Message(
    "NR-GIT-029",
    "“{ref}” và bản hiện nay không có lịch sử chung, nên không so được. Chọn một nhánh hay commit"
    " mà bản này bắt nguồn, ví dụ  --against origin/main .",
)

FAILED = Message(
    "NR-GIT-030",
    "Git không trả lời trọn ({word}: {said}). Chạy  git fsck  để kiểm tra kho rồi thử lại.",
)


class NoHistory(UserFacingError):
    """The history cannot be read; the message says why and what to do, in Vietnamese."""


class Git:
    """The repository that holds a folder.

    `top` is its root, `prefix` the way from there to the folder: empty, or with `/` at its end.
    """

    def __init__(self, folder: Path) -> None:
        self.top = folder
        try:
            found = self._run("rev-parse", "--show-toplevel")
        except (FileNotFoundError, NotADirectoryError):
            message = _NO_REPOSITORY if not folder.is_dir() else _INSTALL
            raise NoHistory(message.format(folder=folder)) from None
        if found.returncode:
            is_foreign = b"dubious ownership" in found.stderr
            raise NoHistory((_NOT_OURS if is_foreign else _NO_REPOSITORY).format(folder=folder))
        self.prefix = os.fsdecode(_line(self.tell("rev-parse", "--show-prefix")))
        self.top = Path(os.fsdecode(_line(found.stdout)))
        self._blobs: dict[str, bytes] = {}
        self._reader: subprocess.Popen[bytes] | None = None

    @property
    def place(self) -> str:
        """The folder as git's commands take it."""
        return self.prefix or "."

    def ask(self, *words: str, given: bytes = b"") -> bytes:
        """The answer of git; nothing where it says no."""
        made = self._run(*words, given=given)
        return b"" if made.returncode else made.stdout

    def tell(self, *words: str, given: bytes = b"") -> bytes:
        """The answer of git where it cannot say no. Raises NoHistory where it fails all the same.

        Half an answer would look like a history in which nobody did wrong.
        """
        made = self._run(*words, given=given)
        if made.returncode:
            said = made.stderr.decode("utf-8", "replace").strip().splitlines()
            raise NoHistory(FAILED.format(word=words[0], said=said[-1] if said else "?"))
        return made.stdout

    def commit(self, name: str) -> str | None:
        """The full id of a commit; None where there is none of that name."""
        found = self.ask(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
        return found.decode().strip() or None

    def blob(self, code: str) -> bytes:
        """The content of a file, by its id."""
        if code not in self._blobs:
            reader = self._reader = self._reader or subprocess.Popen(
                _command("cat-file", "--batch"),
                cwd=self.top,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            self._blobs[code] = _read_blob(reader, code)
        return self._blobs[code]

    def close(self) -> None:
        if self._reader:
            with suppress(OSError):
                self._reader.communicate()
            self._reader = None

    def _run(self, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            _command(*words),
            cwd=self.top,
            env=_environment(),
            input=given,
            capture_output=True,
            check=False,
        )


def _line(answer: bytes) -> bytes:
    # A folder may have a line end in its name: only the last one is git's.
    return answer.removesuffix(b"\n").removesuffix(b"\r")


def _read_blob(reader: "subprocess.Popen[bytes]", code: str) -> bytes:
    """The content that `git cat-file --batch` tells of one file. Raises NoHistory."""
    assert reader.stdin
    assert reader.stdout
    try:
        reader.stdin.write(f"{code}\n".encode())
        reader.stdin.flush()
        head = reader.stdout.readline().split()
        size = int(head[2]) if len(head) == 3 and head[1] == b"blob" else -1
        content = reader.stdout.read(size + 1) if size >= 0 else b""
    except (OSError, ValueError):
        content, size = b"", -1
    if len(content) != size + 1 or size < 0:
        raise NoHistory(
            Message("NR-GIT-031", f"Git không đọc được {code}. Chạy  git fsck  để kiểm tra kho.")
        )
    return content[:-1]


# What a user's own settings add to the answers, or leave out, would be read as part of them.
_SETTINGS = (
    *("core.quotePath=false", "log.showSignature=false", "i18n.logOutputEncoding=UTF-8"),
    *("diff.ignoreSubmodules=none", "status.showUntrackedFiles=all", "core.fsmonitor=false"),
    *("color.ui=false", "advice.graftFileDeprecated=false"),
)
# Inside a hook these point to the repository by a way that holds only there; others have git read
# another history, other attributes or other names than those of the folder.
_IGNORED = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_ATTR_SOURCE"),
    *("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)


def _command(*words: str) -> Sequence[str]:
    settings = (word for setting in _SETTINGS for word in ("-c", setting))
    return ("git", *settings, *words)


def _environment() -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name not in _IGNORED},
        "LC_ALL": "C",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        # A file of this machine that gives commits other parents.
        "GIT_GRAFT_FILE": os.devnull,
    }
