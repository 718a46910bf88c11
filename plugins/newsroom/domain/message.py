"""The sentences said to people, each under the id of the rule that says it."""

import re
from typing import Any, SupportsIndex


class Message(str):
    """One sentence to people (lời máy nói) and the id of its rule, such as `NR-GATE-012`.

    It is the text itself; the id goes along, to be shown behind the first line, to be searched
    for, and to be silenced. An id stands once in the code, beside the words, and is never used for
    another rule: docs/huong-dan/ma-thong-bao.md lists them all, those given up too.
    """

    __slots__ = ("id",)
    id: str

    def __new__(cls, id: str, text: str) -> "Message":
        message = super().__new__(cls, text)
        message.id = id
        return message

    def __reduce__(self) -> tuple[type["Message"], tuple[str, str]]:
        return Message, self.kept_parts

    @property
    def kept_parts(self) -> tuple[str, str]:
        """Its id and its text: as it is kept between builds."""
        return self.id, str(self)

    @classmethod
    def from_parts(cls, parts: object) -> "Message":
        """The message of these parts, which are a claim. Raises ValueError."""
        match parts:
            case [str(id), str(text)]:
                return cls(id, text)
        raise ValueError("not the parts of a message")

    def __repr__(self) -> str:
        return f"Message({self.id!r}, {str(self)!r})"

    def format(self, *args: Any, **named: Any) -> "Message":
        """The same sentence with its places filled."""
        return Message(self.id, super().format(*args, **named))

    def replace(self, old: str, new: str, count: SupportsIndex = -1) -> "Message":
        """The same rule's sentence with other words in the place of some."""
        return Message(self.id, super().replace(old, new, count))

    def reworded(self, text: str) -> "Message":
        """Other words of the same rule."""
        return Message(self.id, text)

    @property
    def with_id(self) -> str:
        """The text as it is printed: the id in brackets at the end of its first line.

        >>> Message("NR-TEST-001", "“20/11” thiếu năm.").with_id
        '“20/11” thiếu năm. [NR-TEST-001]'
        """
        first, line_break, rest = self.partition("\n")
        return f"{first} [{self.id}]{line_break}{rest}"


_ID = re.compile(r"NR-[A-Z]+-\d{3}")


def message_id(typed: str) -> str:
    """The id that somebody typed or copied, brackets and all; empty for what is none.

    >>> message_id(" [nr-text-013] "), message_id("TEXT-13")
    ('NR-TEXT-013', '')
    """
    id = typed.strip().strip("[]").upper()
    return id if _ID.fullmatch(id) else ""


def about_no_id(typed: str) -> tuple[Message, str]:
    """The message, and the remedy, for what is no id of a message."""
    return (
        Message("NR-TASK-019", f"“{typed}” không phải là mã của một lời nhắn."),
        "Chép mã trong ngoặc vuông ở cuối lời nhắn, ví dụ  NR-TEXT-013 .",
    )


def in_words(*said: str) -> str:
    """The words as they are printed, a line or more each: every message with its id."""
    return "\n".join(one.with_id if isinstance(one, Message) else one for one in said if one)


class UserFacingError(Exception):
    """An error whose words reach people (lỗi nói với người): messages, and what stands around them.

    A literal of ours among them is a message; other words have their ids already.
    """

    def __init__(self, *said: str) -> None:
        super().__init__(in_words(*said))
