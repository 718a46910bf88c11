"""The register of tasks: what a task is, where it works, and what several of them begin with."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ..buildtools.terminal import Terminal
from ..domain.message import Message, in_words

if TYPE_CHECKING:
    from ..commands.deciding.decide import Desk
    from ..domain.site.publication import Evaluation

Task = Callable[..., None]
TASKS: dict[str, tuple[Task, dict[str, Any]]] = {}


@dataclass
class Project:
    """The folders of a school's repository."""

    root: Path = Path()

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def desk(self) -> Path:
        return self.root / "desk"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    @property
    def reports(self) -> Path:
        return self.root / "reports"


# tasks.py, which stands in the root, says where that is.
here = Project()


def task(**options: Any) -> Callable[[Task], Task]:
    """A command. Its parameters are its options; `options` holds what a signature cannot say.

    `name` is the word to type, `help` the words on each option, `iterable` names the options that
    may be given several times, or without their name.
    """

    def added(function: Task) -> Task:
        TASKS[options.get("name", function.__name__)] = (function, options)
        return function

    return added


def call(*command: str) -> int:
    """Run a program in the project's folder; its exit code."""
    import subprocess

    return subprocess.call(command, cwd=here.root)


def install_extra(name: str, package: str, *, is_needed: bool = True) -> None:
    """Install requirements-NAME.txt where its package is not there yet; stop where it has to be."""
    from importlib import invalidate_caches
    from importlib.util import find_spec

    from ..environment import install_command

    if find_spec(package) is not None:
        return
    print(f"Cài thêm {package}, một lần (vài giây)…", file=sys.stderr)
    code = call(*install_command(), "-r", str(here.root / f"requirements-{name}.txt"))
    invalidate_caches()
    if code and is_needed:
        stop(
            Message(
                "NR-TASK-023",
                f"Không cài được {package}: hãy kiểm tra mạng rồi chạy lại lệnh này. Chưa ghi gì.",
            ),
            code,
        )


def stop(message: str, code: int = 1) -> NoReturn:
    if message:
        print(in_words(message), file=sys.stderr)
    raise SystemExit(code)


def show(found: str, form: str) -> None:
    """Print what a check found; only what is meant for GitHub may command its runner."""
    terminal: Any = sys.stdout
    if form == "github" and isinstance(terminal, Terminal):
        terminal.annotate(found)
    else:
        print(found)


def unknown_task(word: str) -> Message:
    """The message for somebody who typed a task that there is not."""
    from ..domain.names.register import nearest

    close = nearest(word, TASKS)
    guess = f" Có phải là “{close}”?" if close else ""
    return Message(
        "NR-TASK-006",
        f"Không có lệnh “{word}”.{guess} Gõ  python3 tasks.py --list  để xem mọi lệnh.",
    )


def given(path: list[str]) -> list[str]:
    if not path:
        stop(
            Message("NR-TASK-007", "Thiếu tên tệp bài, ví dụ: content/tin-bai/2026-11/doc-sach.md"),
            code=2,
        )
    return path


def evaluation() -> "Evaluation":
    """The content as it stands today, held against the gate."""
    from ..building.publishing import evaluate_content

    return evaluate_content(here.content, here.cache)


def desk() -> "Desk":
    from ..commands.deciding.decide import Desk

    return Desk(here.content, evaluation())


def valid_evaluation() -> "Evaluation":
    """The same evaluation; it refuses where a plan is broken, on which every paper stands."""
    from ..commands.valid_plans import valid_evaluation

    return valid_evaluation(here.content, here.cache)


def sound_desk() -> "Desk":
    from ..commands.deciding.decide import Desk

    return Desk(here.content, valid_evaluation())
