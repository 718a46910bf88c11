"""Bytes that somebody saved, as text."""

import codecs
from typing import NamedTuple

from ..domain.problem import Problem
from ..domain.vietnamese import clean, size_in_words
from .character_checks import (
    character_problems,
    how_to_convert,
    invisible_in_lines,
    legacy_sentence,
)

_BOMS = {
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}
# In bytes; a novel has fewer.
LARGEST = 1_000_000
HOW_TO_SAVE = (
    "Mở tệp bằng Notepad hoặc VS Code, chọn “Save as / Lưu thành”, mục Encoding chọn UTF-8."
)


class UnreadableText(Exception):
    """The bytes are not UTF-8, or no Vietnamese. `guess` is what was meant, for looking only."""

    def __init__(self, reason: str, hint: str, guess: str = "", line: int = 1) -> None:
        super().__init__(reason)
        self.reason, self.hint, self.guess, self.line = reason, hint, guess, line


def decode(content: bytes) -> str:
    """The text of a file, without byte order marks, line ends as `\\n`.

    Raises UnreadableText with a message for the writer. UTF-16 and windows-1258 are never
    guessed into the site: a wrong guess would publish broken words.
    """
    if not content or content.isspace():
        raise UnreadableText("Tệp rỗng.", "Viết nội dung vào tệp, hoặc xóa tệp đi.")
    if len(content) > LARGEST:
        raise UnreadableText(
            f"Tệp nặng {size_in_words(len(content))}; máy chỉ nhận tới {size_in_words(LARGEST)}.",
            "Ảnh dán thẳng vào chữ thì lưu thành tệp riêng; bài quá dài thì chia ra, hoặc đính kèm"
            " tệp PDF.",
            content[:LARGEST].decode("utf-8", errors="replace"),
        )
    for mark, (codec, name) in _BOMS.items():
        if content.startswith(mark):
            guess = content.decode(codec, errors="replace")
            raise UnreadableText(f"Tệp lưu bằng mã {name}, không phải UTF-8.", HOW_TO_SAVE, guess)
    if b"\x00" in content:
        raise UnreadableText(
            "Tệp không phải là văn bản (có thể là ảnh hoặc tệp Word đổi đuôi).",
            "Chép chữ trong tệp gốc vào một tệp .md mới.",
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = content.decode("cp1258", errors="replace")
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableText(
            f"Chữ ở dòng {line} không phải mã UTF-8 (có thể là windows-1258, VNI hay TCVN3).",
            HOW_TO_SAVE,
            guess,
        ) from None
    text = text.lstrip("\ufeff")
    # Most files have none; one letter is found much faster than two.
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class ReadText(NamedTuple):
    """A text as it came, with what is wrong with its characters and which lines are concerned."""

    text: str
    problems: list[Problem]
    legacy: frozenset[int]


def read_text(content: bytes, label: str) -> ReadText:
    """The text of a file, and every problem of its characters; `label` names it in messages.

    Raises UnreadableText where it is no UTF-8, or where most of it is in an old encoding.
    """
    text = decode(content)
    problems, legacy = character_problems(text, label)
    if legacy and 2 * len(legacy) > sum(not line.isascii() for line in text.split("\n")):
        meant = text.split("\n")
        for line in legacy:
            meant[line.number] = line.decoded
        raise UnreadableText(
            legacy_sentence(legacy),
            how_to_convert(label),
            "\n".join(meant),
            line=legacy[0].number + 1,
        )
    return ReadText(text, problems, frozenset(line.number + 1 for line in legacy))


def read_plain(content: bytes, label: str, problems: list[Problem]) -> str:
    """The text of a plan, the school file, the calendar or a register, as it was meant.

    Adds what is wrong with its characters to the problems. Raises UnreadableText.
    """
    text, found, _ = read_text(content, label)
    problems += found
    problems += invisible_in_lines(text, label)
    return clean(text)
