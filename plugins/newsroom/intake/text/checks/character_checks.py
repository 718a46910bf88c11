"""Checks of the characters of a file: forbidden, lost, private, or of an old encoding."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ....domain.message import Message
from ....domain.problem import Level, Problem
from ....domain.text.characters import (
    CharacterKind,
    OddCharacter,
    invisible_in,
    name_of,
    needs_mending,
    odd_characters,
)
from ....domain.text.encodings.legacy_signs import may_be_legacy
from ....vocabulary.header import FIELDS
from ...header.header import HeaderEntry

if TYPE_CHECKING:
    from ....domain.text.encodings.encoding_guess import LegacyLine

# Of different odd characters in one file these many are named, each at its first place.
_NAMED = 5
_SHOWN_WORDS = 8
_OF_ADDRESSES = ("](", "://", "www.", "mailto:", "@")
_OF_NAMES: frozenset[str] = frozenset(
    field for declared in FIELDS.values() for field in declared if field.names_something
)
_SAID = {
    CharacterKind.FORBIDDEN: (
        Message(
            "NR-TEXT-021",
            "Cột {column}: {name} là ký tự không có trong chữ viết nào, trang và nguồn tin không"
            " nhận{more}.",
        ),
        "Xóa ký tự ấy đi (thường không nhìn thấy: xóa cả chữ hai bên rồi gõ lại).",
        Level.ERROR,
    ),
    CharacterKind.LOST: (
        Message(
            "NR-TEXT-022",
            "Cột {column}: {name} thay cho một chữ đã mất khi lưu hoặc chép tệp{more}.",
        ),
        "Gõ lại chữ ấy theo bản gốc; tệp sai cả thì lấy lại bản gốc, đừng lưu đè.",
        Level.ERROR,
    ),
    CharacterKind.PRIVATE: (
        Message(
            "NR-TEXT-023",
            "Cột {column}: {name} là ký tự riêng của một phông chữ; máy người đọc hiện ô"
            " vuông{more}.",
        ),
        "Thay bằng dấu thường, ví dụ  •  →  ✓ .",
        Level.WARNING,
    ),
}


def character_problems(text: str, label: str) -> "tuple[list[Problem], tuple[LegacyLine, ...]]":
    """The problems of the characters of a text as it came, and its lines in an old encoding.

    On a line in an old encoding only that is said: odd characters are what comes of it.
    """
    legacy = _legacy_lines(text)
    told = {line.number for line in legacy}
    ends = [place for place, letter in enumerate(text) if letter == "\n"] if told else []
    odd = [
        one for one in odd_characters(text) if not told or bisect_left(ends, one.place) not in told
    ]
    problems = [_legacy_problem(legacy, label)] if legacy else []
    return [*problems, *_odd_problems(odd, text, label)], legacy


def _legacy_lines(text: str) -> "tuple[LegacyLine, ...]":
    if not may_be_legacy(text):
        return ()
    # The tables of the encodings take long to make, and hardly a text needs them.
    from ....domain.text.encodings.encoding_guess import legacy_lines

    return legacy_lines(text)


def _odd_problems(found: Sequence[OddCharacter], text: str, label: str) -> Iterator[Problem]:
    """A problem for each character that is met, at its first place."""
    first = {one.character: one for one in reversed(found)}
    counts = Counter(one.character for one in found)
    # An error is never left out for a warning.
    worst = sorted(
        first.values(), key=lambda one: (_SAID[one.kind][2] is not Level.ERROR, one.place)
    )
    for number, one in enumerate(worst[:_NAMED], 1):
        message, hint, level = _SAID[one.kind]
        others, more = counts[one.character] - 1, ""
        if number == _NAMED:
            others = sum(counts[last.character] for last in worst[_NAMED - 1 :]) - 1
        if others:
            more = f" (còn {others} chỗ nữa trong tệp)"
        column = one.place - text.rfind("\n", 0, one.place)
        said = message.format(column=column, name=name_of(one.character), more=more)
        yield Problem(label, text.count("\n", 0, one.place) + 1, said, hint, level)


def legacy_sentence(legacy: "Sequence[LegacyLine]") -> Message:
    """The message for lines in an old encoding: which one, and how the first would read."""
    first = legacy[0]
    others = f" ({len(legacy)} dòng như vậy)" if len(legacy) > 1 else ""
    return Message(
        "NR-ENCODING-001",
        f"Chữ viết bằng mã cũ {first.encoding.name}{others}, lên trang không đọc được;"
        f" có phải là “{briefly(first.words)}”?",
    )


def briefly(line: str) -> str:
    """The first words of a line."""
    words = line.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def how_to_convert(label: str) -> str:
    return (
        f"Gõ  python3 tasks.py check --fix-encoding {label}  để đổi sang Unicode (tệp cũ được giữ);"
        " hoặc chép lại chữ từ bản Unicode."
    )


def _legacy_problem(legacy: "Sequence[LegacyLine]", label: str) -> Problem:
    line = legacy[0].number + 1
    return Problem(label, line, legacy_sentence(legacy), how_to_convert(label))


def invisible_in_names(
    lines: Sequence[str], entries: Iterable[HeaderEntry], body_line: int, label: str
) -> Iterator[Problem]:
    """A warning for what was taken out of a name, a slug or an address, because nobody sees it.

    `lines` are those of the file as they came. Elsewhere it is taken out without a word.
    """
    named = {entry.line - 1 for entry in entries if entry.field in _OF_NAMES}
    places = [(n, line) for n, line in enumerate(lines) if not line.isascii()]
    touched = [
        (n, found)
        for n, line in places
        if (n in named or n >= body_line - 1)
        and (found := invisible_in(line if n in named else _addresses(line)))
    ]
    if touched:
        line, found = touched[0]
        others = f" ({len(touched)} dòng như vậy)" if len(touched) > 1 else ""
        names = ", ".join(map(name_of, found))
        yield Problem(
            label,
            line + 1,
            Message(
                "NR-TEXT-024",
                f"Tên hoặc địa chỉ ở dòng này có ký tự không nhìn thấy {names}{others}; máy đã bỏ"
                " đi.",
            ),
            "Xem lại tên, địa chỉ; muốn tệp sạch thì gõ lại bằng tay chỗ ấy.",
            Level.WARNING,
        )


def _addresses(line: str) -> str:
    """The words of a line that are, or hold, an address."""
    words = line.split(" ")
    return " ".join(word for word in words if any(sign in word for sign in _OF_ADDRESSES))


def invisible_in_lines(text: str, label: str) -> Iterator[Problem]:
    """The same of a plan, the school file, the calendar or a register: all of it is names."""
    if not needs_mending(text):
        return iter(())
    lines = text.split("\n")
    entries = [HeaderEntry("slug", "", number) for number in range(1, len(lines) + 1)]
    return invisible_in_names(lines, entries, len(lines) + 1, label)
