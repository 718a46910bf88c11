"""The content folder before a school begins: the demo, nothing, or somebody's own work."""

import shutil
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from ...building.errors import BuildRefused
from ...domain.message import Message
from ...intake.folder.demo_files import is_demo_file
from ...intake.folder.scan import SCHOOL_FILE, is_passed_over
from ...provenance.answers import NotUnderstood, file_states
from ...provenance.git import FAILED, Git, NoHistory

_NAMED = 8
# In bytes; no file of the demo is nearly so large.
_LARGEST = 2_000_000


class ContentState(Enum):
    """The states of a content folder, as `start` tells them apart."""

    DEMO = "the demo, untouched"
    EMPTY = "nothing"
    OWN = "a school's own site"
    MIXED = "files of somebody beside the demo's"


def files_below(content: Path) -> Iterator[Path]:
    """Every file of the folder but those that programs put there for themselves."""
    for path in sorted(content.rglob("*")):
        inside = path.relative_to(content).parts
        if not path.is_dir() and not any(map(is_passed_over, inside)):
            yield path


class FoundContent(NamedTuple):
    """The state of a content folder, with the files of the demo and the others, by path in it."""

    state: ContentState
    demo: list[str]
    others: list[str]


def state_of(content: Path) -> FoundContent:
    """The state of the folder, by every file of it."""
    demo: list[str] = []
    others: list[str] = []
    for path in files_below(content):
        name = path.relative_to(content).as_posix()
        (demo if _is_of_the_demo(path) else others).append(name)
    if not others:
        return FoundContent(ContentState.DEMO if demo else ContentState.EMPTY, demo, others)
    is_own = not demo and SCHOOL_FILE in others
    return FoundContent(ContentState.OWN if is_own else ContentState.MIXED, demo, others)


def _is_of_the_demo(path: Path) -> bool:
    is_small = not path.is_symlink() and path.stat().st_size <= _LARGEST
    return is_small and is_demo_file(path.name, path.read_bytes())


def refuse_what_is_not_the_demo(others: list[str]) -> None:
    """Raises BuildRefused: nobody's work is put away."""
    named = ", ".join(f"content/{path}" for path in others[:_NAMED])
    more = f" và {len(others) - _NAMED} tệp khác" if len(others) > _NAMED else ""
    raise BuildRefused(
        Message(
            "NR-START-010",
            f"Trong content/ có {len(others)} tệp không phải của trang mẫu, hoặc đã sửa: {named}"
            f"{more}. Chưa đổi gì.\n    → Tệp nào của trường thì chuyển ra ngoài content/ (chuyển"
            " lại sau khi start xong); tệp mẫu lỡ sửa thì trả về:  git checkout -- content",
        )
    )


def git_that_holds(content: Path) -> Git | None:
    """The repository from which every file there can be brought back; None where there is none.

    Raises BuildRefused where git is there and some are not committed.
    """
    if not shutil.which("git"):
        return None
    try:
        git = Git(content)
        if git.commit("HEAD") is None or not git.ask("ls-files", "--", git.place):
            return None
        status = ("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all")
        states = file_states(git.tell(*status, "--", git.place))
        loose = [one.name.decode("utf-8", "replace") for one in states if "D" not in one.state]
    except NotUnderstood as error:
        raise BuildRefused(FAILED.format(word="status", said=error).with_id) from None
    except NoHistory:
        return None
    if loose:
        raise BuildRefused(
            Message(
                "NR-START-011",
                f"Trong content/ còn {len(loose)} tệp chưa lưu vào git ({loose[0]}…), nên chưa cất"
                ' đi được. Chưa đổi gì.\n    → Gõ  git add -A  rồi  git commit -m "Trang mẫu"  và'
                " chạy lại start.",
            )
        )
    return git
