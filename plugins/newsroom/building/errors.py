"""The errors that stop a build, and what is said of them."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.message import Message, in_words

if TYPE_CHECKING:
    from ..pages.build.theme import ThemeError


class BuildRefused(SystemExit):
    """The build stops before a byte is written; the message says why, in Vietnamese.

    A SystemExit, because Pelican turns other exceptions into tracebacks. `said` are messages, and
    words that have their ids already.
    """

    def __init__(self, *said: str) -> None:
        super().__init__(in_words(*said))


def now_or_refused() -> datetime:
    from ..intake.clock import now

    try:
        return now()
    except ValueError as error:
        raise BuildRefused(str(error)) from None


def today_or_refused() -> date:
    return now_or_refused().date()


def theme_refused(mistake: "ThemeError") -> BuildRefused:
    """The refusal for a mistake of the theme: its file and line."""
    from ..domain.problem import Problem
    from ..exports.findings.terminal import problem_lines

    problem = Problem(
        mistake.path,
        mistake.line,
        Message("NR-BUILD-015", f"Giao diện có lỗi: {mistake.reason}."),
        "Sửa tệp này, hoặc lấy lại bản cũ của thư mục theme. Chưa đăng gì cả.",
    )
    return BuildRefused(problem_lines([problem]))


def not_written(error: OSError, target: Path) -> BuildRefused:
    """The refusal of a disk that is full, or of a folder in which nobody may write."""
    return BuildRefused(
        Message(
            "NR-BUILD-012",
            f"Máy không ghi được: {error.strerror or error} ({error.filename or target.name})."
            " Xem đĩa còn chỗ không và thư mục có cho ghi không, rồi chạy lại; trang cũ vẫn giữ"
            " nguyên.",
        )
    )
