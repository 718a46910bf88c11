"""Places of an item that its writer marked to be filled in later: it waits until they are."""

from collections.abc import Iterator

from ....domain.message import Message
from ....domain.problem import Problem
from ....domain.unfilled import marks_in
from ...header.header import Header
from ...text.checks.typing_faults import words_of


def unfilled_problems(header: Header, label: str) -> Iterator[Problem]:
    """An error for the first mark of each line; code and remarks hold none."""
    lines = {entry.line: entry.value for entry in header.entries}
    if "(" in header.body:
        words = words_of(header.body).split("\n")
        lines |= {header.body_line + n: line for n, line in enumerate(words) if "(" in line}
    for number, words_of_line in lines.items():
        for _, mark in marks_in(words_of_line):
            yield Problem(
                label,
                number,
                Message("NR-START-015", f"Chỗ “{mark}” chưa điền, nên bài còn chờ."),
                "Thay cả cụm, từ ba chấm tới hết ngoặc, bằng chữ thật; không dùng tới thì xóa đi.",
            )
            break
