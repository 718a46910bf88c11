"""Slips by which a whole text reads otherwise than it was meant, told before all others.

What follows from them is not told: it would hide the cause.
"""

import re

from ....domain.message import Message
from ....domain.text.conflict_marks import conflict_marks

_FENCE = re.compile(r"(`{3,}|~{3,})[^`\n]*")
# More are counted, not named.
_NAMED = 4


def conflict_in(text: str) -> tuple[Message, str, int] | None:
    """The message for git's conflict marks, the remedy, and the first line; None without any."""
    marks = conflict_marks(text)
    if not marks:
        return None
    named = ", ".join(f"“{m.words[:40]}” (dòng {m.line})" for m in marks[:_NAMED])
    more = f" và {len(marks) - _NAMED} dấu nữa" if len(marks) > _NAMED else ""
    return (
        Message("NR-FILE-029", f"Tệp còn dấu xung đột của git: {named}{more}."),
        "Hai người cùng sửa tệp này. So hai phần nằm giữa các dấu ấy, giữ lại phần đúng, xóa hẳn"
        " các dòng dấu rồi lưu.",
        marks[0].line,
    )


def unfenced(text: str) -> tuple[str, int] | None:
    """The text within a fence around the whole file, and the line of the fence's end.

    None for a file that begins as a file should. An unclosed fence ends behind the last line.

    >>> unfenced("```markdown\\n---\\ntiêu đề: A\\n---\\nChữ.\\n```\\n")
    ('---\\ntiêu đề: A\\n---\\nChữ.', 6)
    """
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    opened = _FENCE.fullmatch(lines[first].strip())
    if not opened:
        return None
    ends = (n for n in range(first + 1, len(lines)) if lines[n].strip() == opened[1])
    last = next((n for n in reversed(list(ends))), len(lines))
    return "\n".join(lines[first + 1 : last]), last + 1
