"""The words for a failure that nobody foresaw: no traceback, and how to get one."""

from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb

from ..domain.message import Message

_OURS = Path(__file__).resolve().parents[1]


def failure_in_words(error: Exception, words: Sequence[str]) -> Message:
    """The kind of the error, the place in our code where it arose, and what to do now."""
    frames = [f for f in extract_tb(error.__traceback__) if Path(f.filename).is_relative_to(_OURS)]
    place = ""
    if frames:
        last = frames[-1]
        place = f" ({Path(last.filename).relative_to(_OURS).as_posix()}:{last.lineno})"
    # Both Windows and Unix take these quotes.
    typed = " ".join(f'"{word}"' if " " in word else word for word in words)
    return Message(
        "NR-TASK-018",
        f"Chương trình gặp lỗi chưa lường trước{place}: {type(error).__name__}: {error}"
        "\n    → Bài viết vẫn nguyên. Chạy lại, thêm --debug, rồi gửi những gì hiện ra cho người"
        f" giữ phần mềm:  python3 tasks.py {typed} --debug",
    )
