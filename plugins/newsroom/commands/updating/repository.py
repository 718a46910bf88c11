"""The school's repository, written to by git's own program. Reading is in provenance/git.py."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from ...building.errors import BuildRefused
from ...domain.message import Message
from ...provenance.git import Git, NoHistory

# In seconds: a line that is slow is waited for, one that is dead is not.
_PATIENCE = 300


class Repository:
    """A repository whose root is the school's folder. Raises BuildRefused where it is none."""

    def __init__(self, root: Path) -> None:
        self.root = root
        try:
            self.git = Git(root)
        except NoHistory:
            raise BuildRefused(
                Message(
                    "NR-UPDATE-004",
                    "Thư mục này không nằm trong kho git (hoặc máy chưa có git), nên máy không tự"
                    " cập nhật được.\n    → Cách làm bằng tệp zip: docs/huong-dan/cap-nhat.md",
                )
            ) from None
        if self.git.prefix or self.git.commit("HEAD") is None:
            raise BuildRefused(
                Message(
                    "NR-UPDATE-005",
                    "Kho git này chứa nhiều thứ khác ngoài trang, hoặc chưa có commit nào, nên máy"
                    " không tự cập nhật được.\n    → Cách làm bằng tệp zip:"
                    " docs/huong-dan/cap-nhat.md",
                )
            )

    @property
    def head(self) -> str:
        return self.told("rev-parse", "HEAD")

    def told(self, *words: str) -> str:
        """The answer of git, without the end of its line. Raises BuildRefused."""
        made = self.run(*words)
        if made.returncode:
            raise self.failed(words[0], made)
        return made.stdout.strip()

    def lines(self, *words: str) -> list[str]:
        """The answer of git as a list of paths or the like, which git ends with NUL."""
        return [line for line in self.told(*words).split("\0") if line]

    def run(
        self, *words: str, place: Path | None = None, given: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        """Git's program, in the folder or in `place`; whatever it answers. Raises BuildRefused."""
        quiet = ("core.quotePath=false", "color.ui=false", "advice.detachedHead=false")
        settings = (word for setting in quiet for word in ("-c", setting))
        kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or "SSH" in k}
        names = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
        kept |= {name: os.environ[name] for name in names if name in os.environ}
        try:
            return subprocess.run(
                ["git", *settings, *words],
                cwd=place or self.root,
                env={**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true"},
                input=given,
                capture_output=True,
                encoding="utf-8",
                errors="surrogateescape",
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise BuildRefused(
                Message(
                    "NR-UPDATE-006",
                    f"Git không trả lời sau {_PATIENCE // 60} phút ({words[0]}). Kiểm tra mạng rồi"
                    " chạy lại; chưa đổi gì.",
                )
            ) from None

    def failed(self, word: str, made: "subprocess.CompletedProcess[str]") -> BuildRefused:
        said = [line for line in made.stderr.splitlines() if line.strip()]
        return BuildRefused(
            Message(
                "NR-UPDATE-007",
                f"Git không làm được việc này ({word}: {said[-1] if said else '?'}). Chưa đổi gì."
                "\n    → Gõ  git status  để xem kho đang ở đâu, rồi chạy lại.",
            )
        )

    def changed(self, before: str, after: str) -> list[str]:
        """The paths that differ between two commits."""
        return self.lines("diff", "--name-only", "--no-renames", "-z", before, after)

    def file_in(self, commit: str, path: str) -> str:
        """The text of a file in a commit; empty where it has none."""
        made = self.run("show", f"{commit}:{path}")
        return "" if made.returncode else made.stdout


def refuse_what_is_not_committed(repository: Repository) -> None:
    """Raises BuildRefused: work that is not committed could not be taken apart from the update."""
    status = ("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=no")
    # The state, two letters and a blank, stands before each.
    loose = [line[3:] for line in repository.run(*status).stdout.split("\0") if line]
    if loose:
        raise BuildRefused(
            Message(
                "NR-UPDATE-008",
                f"Còn {len(loose)} tệp đã sửa mà chưa lưu vào git: {named(loose)}. Chưa đổi gì."
                '\n    → Gõ  git add -A  rồi  git commit -m "Lưu lại"  và chạy lại.',
            )
        )


def named(paths: Iterable[str], most: int = 6) -> str:
    """The first of these paths, and the number of the rest."""
    every = list(paths)
    rest = f" và {len(every) - most} tệp khác" if len(every) > most else ""
    return ", ".join(every[:most]) + rest
