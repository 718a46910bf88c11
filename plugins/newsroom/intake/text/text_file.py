"""Bytes that somebody saved, as text."""

import codecs
from typing import NamedTuple

from ...domain.message import Message
from ...domain.problem import Problem
from ...domain.text.vietnamese import clean, size_in_words
from ...vocabulary import things
from .checks.character_checks import (
    briefly,
    character_problems,
    how_to_convert,
    invisible_in_lines,
    legacy_sentence,
)
from .checks.text_shape import conflict_in

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# More NULs than a text has by mistake.
_STRAY = 9
# In bytes; a novel has fewer.
LARGEST = 1_000_000
_HOW_TO_CONVERT = "Gõ  python3 tasks.py check --fix-encoding {}  để đổi (tệp cũ được giữ); hoặc "
_HOW_TO_SAVE_UTF16 = "mở bằng Notepad, chọn “Save as / Lưu thành”, mục Encoding chọn UTF-8."
_NEVER_SAVE = "Chữ đang hiện sai thì đừng lưu: lưu là mất chữ."
# Whoever saves what is shown wrongly loses the letters for good.
_HOW_TO_REOPEN = (
    "mở bằng VS Code, bấm tên mã ở góc dưới bên phải, chọn “Reopen with Encoding” →"
    " “Vietnamese (Windows 1258)”; thấy chữ đúng rồi mới chọn “Save with Encoding” → UTF-8."
    f" {_NEVER_SAVE}"
)


_HOW_TO_COPY = f"chép lại chữ từ bản Unicode. {_NEVER_SAVE}"


class UnreadableText(Exception):
    """The bytes are not UTF-8, no Vietnamese, or two texts in one.

    `guess` is what was meant, for looking only.
    """

    def __init__(self, reason: Message, hint: str, guess: str = "", line: int = 1) -> None:
        super().__init__(reason)
        self.reason, self.hint, self.guess, self.line = reason, hint, guess, line


def decode(content: bytes, label: str = things.A_FILE, largest: int = LARGEST) -> str:
    """The text of a file, without byte order marks, line ends as `\\n`.

    Raises UnreadableText with a message for the writer, in which the file is called `label`.
    UTF-16 and windows-1258 are never guessed into the site: a wrong guess would publish broken
    words. `largest` is the size in bytes beyond which no such file makes sense.
    """
    if not content or content.isspace():
        raise UnreadableText(
            Message("NR-ENCODING-008", "Tệp rỗng."), "Viết nội dung vào tệp, hoặc xóa tệp đi."
        )
    if len(content) > largest:
        raise UnreadableText(
            Message(
                "NR-ENCODING-009",
                f"Tệp nặng {size_in_words(len(content))}; máy chỉ nhận tới"
                f" {size_in_words(largest)}.",
            ),
            "Ảnh dán thẳng vào chữ thì lưu thành tệp riêng; bài quá dài thì chia ra, hoặc đính kèm"
            " tệp PDF.",
            content[:largest].decode("utf-8", errors="replace"),
        )
    if b"\x00" in content or content.startswith(_UTF16):
        _refuse_utf16(content, label)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _not_utf8(content, line, label) from None
    text = text.lstrip("\ufeff")
    # Most files have none; one letter is found much faster than two.
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if conflict := conflict_in(text):
        reason, hint, line = conflict
        raise UnreadableText(reason, hint, text, line)
    return text


def _refuse_utf16(content: bytes, label: str) -> None:
    """Raises UnreadableText, but for a text in which a few NULs have strayed."""
    from .encoding_fix import InDoubt, converted, is_utf16

    if is_utf16(content):
        try:
            guess = converted(content)
        except InDoubt:
            guess = None
        if guess:
            raise UnreadableText(
                Message("NR-ENCODING-010", "Tệp lưu bằng mã UTF-16, không phải UTF-8."),
                _HOW_TO_CONVERT.format(label) + _HOW_TO_SAVE_UTF16,
                guess.text,
            )
    if is_utf16(content) or content.count(0) > _STRAY or not _is_utf8(content):
        raise UnreadableText(
            Message(
                "NR-ENCODING-011",
                "Tệp không phải là văn bản (có thể là ảnh hoặc tệp Word đổi đuôi).",
            ),
            "Chép chữ trong tệp gốc vào một tệp .md mới.",
        )


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _not_utf8(content: bytes, line: int, label: str) -> UnreadableText:
    from .encoding_fix import InDoubt, converted

    said = f"Chữ ở dòng {line} không phải mã UTF-8"
    try:
        meant = converted(content)
    except InDoubt:
        meant = None
    if meant is None:
        near = content.decode("utf-8", errors="replace")
        if 9 * near.count("\ufffd") < sum(not letter.isascii() for letter in near):
            return UnreadableText(
                Message(
                    "NR-ENCODING-012",
                    f"Chữ ở dòng {line} bị hỏng khi lưu hay chép; phần còn lại là UTF-8.",
                ),
                "Mở bằng VS Code, gõ lại chữ ở dòng ấy rồi lưu.",
                near,
                line=line,
            )
        return UnreadableText(
            Message("NR-ENCODING-013", f"{said} (có thể là windows-1258, VNI hay TCVN3)."),
            _HOW_TO_REOPEN[:1].upper() + _HOW_TO_REOPEN[1:],
            content.decode("cp1258", errors="replace"),
            line=line,
        )
    shown = meant.text.split("\n")[line - 1] if line <= meant.text.count("\n") + 1 else ""
    return UnreadableText(
        Message("NR-ENCODING-014", f"{said} mà là {meant.was}; có phải là “{briefly(shown)}”?"),
        _HOW_TO_CONVERT.format(label)
        + (_HOW_TO_REOPEN if meant.was == "windows-1258" else _HOW_TO_COPY),
        meant.text,
        line=line,
    )


class ReadText(NamedTuple):
    """A text as it came, with what is wrong with its characters and which lines are concerned."""

    text: str
    problems: list[Problem]
    legacy: frozenset[int]


def read_text(content: bytes, label: str, largest: int = LARGEST) -> ReadText:
    """The text of a file, and every problem of its characters; `label` names it in messages.

    Raises UnreadableText where it is no UTF-8, or where most of it is in an old encoding.
    """
    text = decode(content, label, largest)
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


def read_plain(content: bytes, label: str, problems: list[Problem], largest: int = LARGEST) -> str:
    """The text of a plan, the school file, the calendar or a register, as it was meant.

    Adds what is wrong with its characters to the problems. Raises UnreadableText.
    """
    text, found, _ = read_text(content, label, largest)
    problems += found
    problems += invisible_in_lines(text, label)
    return clean(text)
