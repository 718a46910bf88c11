"""The messages to the board about files that git does not have as the disk has them."""

import re

from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.provenance.commit import SignedLine
from ...domain.text.dates import in_numbers
from ...provenance.uncommitted import Uncommitted
from ...vocabulary import things
from ...vocabulary.header import HEADER
from ...vocabulary.words import shown
from .against_words import KEYS

_PLAIN = re.compile(r"[\w./-]+")
_SAID = {
    Uncommitted.IGNORED: Message(
        "NR-GIT-017", "Git bỏ qua tệp này (.gitignore): máy khác dựng trang sẽ không có nó."
    ),
    Uncommitted.NEW: Message(
        "NR-GIT-018", "Tệp này chưa commit: máy khác dựng trang sẽ không có nó."
    ),
    Uncommitted.CHANGED: Message(
        "NR-GIT-019", "Tệp này đã sửa mà chưa commit: máy khác dựng trang sẽ có bản cũ."
    ),
    Uncommitted.DELETED: Message(
        "NR-GIT-020", "Tệp này đã xóa mà chưa commit: máy khác dựng trang vẫn còn nó."
    ),
    Uncommitted.UNWATCHED: Message(
        "NR-GIT-021",
        "Git được dặn đừng xem tệp này đổi hay không (assume-unchanged, skip-worktree): máy"
        " khác dựng trang có thể có bản khác.",
    ),
    Uncommitted.REPOSITORY: Message(
        "NR-GIT-022",
        "Thư mục này là một kho git riêng: máy khác dựng trang sẽ không có gì trong đó.",
    ),
}
_HINTS = {
    Uncommitted.IGNORED: (
        "Xem dòng nào che nó:  git check-ignore -v {label}  ; bỏ dòng ấy rồi commit tệp, hoặc xóa"
        " tệp."
    ),
    Uncommitted.NEW: "Gõ  git add {label}  rồi commit, hoặc xóa tệp.",
    Uncommitted.CHANGED: "Commit tệp này, hoặc lấy lại bản cũ:  git checkout -- {label}",
    Uncommitted.DELETED: "Commit việc xóa, hoặc lấy lại tệp:  git checkout -- {label}",
    Uncommitted.UNWATCHED: (
        "Gõ  git update-index --no-assume-unchanged --no-skip-worktree {label}  rồi chạy lại."
    ),
    Uncommitted.REPOSITORY: "Xóa thư mục .git trong đó, rồi git add và commit các tệp.",
}


def not_committed(kind: Uncommitted, label: str) -> Problem:
    """A warning for a file of which git has nothing, or other words."""
    message = _SAID[kind]
    if kind in _UNKNOWN:
        message = message.reworded(f"{message} Git cũng chưa biết ai viết.")
    typed = label if _PLAIN.fullmatch(label) else f'"{label}"'
    return Problem(label, 1, message, _HINTS[kind].format(label=typed), Level.WARNING)


_UNKNOWN = (Uncommitted.IGNORED, Uncommitted.NEW, Uncommitted.CHANGED)


def lapsed_on_the_disk(mark: SignedLine, label: str) -> Problem:
    """A decision for a day gone by, not committed yet, by somebody without the right today."""
    claimed = f" ghi ngày {in_numbers(mark.on)}" if mark.on else ""
    return Problem(
        label,
        mark.line,
        Message(
            "NR-GIT-023",
            f"Dòng {shown(HEADER, KEYS[mark.kind])} của {mark.by or things.NOBODY_NAMED}{claimed}"
            " chưa commit, mà hôm nay người này không giữ quyền ấy, nên commit rồi cũng không được"
            " tính.",
        ),
        "Bỏ dòng này; một người hôm nay có quyền ấy đọc lại, tự ghi dòng mới với ngày hôm nay và tự"
        " commit.",
    )
