"""Places that are still to be filled in, as `start` marks them: …(điền họ tên Hiệu trưởng)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .message import Message
from .problem import Level, Problem

# Not điền kinh, điền viên, điền trang, which are words of their own.
_ASKED = r"điền(?!\s+(?:kinh|viên|trang)\b)(?::\s*|\s+)(?P<asked>[^()\n]+)"
_MARK = re.compile(rf"(?:…|\.\.\.)\s?\({_ASKED}\)", re.IGNORECASE)
# A mark of which somebody deleted the dots or a bracket; what is to be written on a form
# (điền vào mẫu, điền đủ các mục) is none.
_ON_A_FORM = r"(?!điền\s+(?:vào|đủ|đầy|các|theo|mẫu|phiếu|biểu|bảng|số liệu|thông tin)\b)"
_REST_OF_A_MARK = re.compile(rf"(?:[….]{{1,6}}\s?\(?|[(\[])\s?{_ON_A_FORM}{_ASKED}", re.IGNORECASE)
# All signs of it gone, and only its words left: nobody's name begins with a small letter.
_BARE_WORDS = re.compile(rf"{_ON_A_FORM}{_ASKED}\)?")
_UNNAMED = "chữ thật"
_DOTS_ALONE = re.compile(r"[….\s]*(?:…|\.\.\.)[….\s]*")


@dataclass(frozen=True, kw_only=True)
class UnfilledPlace:
    """A place of a file that somebody has still to fill in (chỗ phải điền).

    `place` is that of the value in its file (“groups.2.head”), `asked` what belongs there. The
    value counts as not written at all, so no edition shows it and nothing waits for it.
    """

    path: str
    line: int
    place: str
    asked: str

    def is_within(self, place: str) -> bool:
        """True where it is that value, or one of those that the entry there holds."""
        return f"{self.place}.".startswith(f"{place}.")

    @property
    def label(self) -> str:
        """The place as people are told of it: content/truong.yaml:7 (số điện thoại)."""
        return f"{self.path}:{self.line} ({self.asked})"


def asked_by_mark(text: str) -> str:
    """The words that say what belongs there; empty for a text without a mark.

    >>> asked_by_mark("…(điền họ tên Hiệu trưởng)"), asked_by_mark("Điền đủ (điền vào mẫu)")
    ('họ tên Hiệu trưởng', '')
    """
    found = _MARK.search(text)
    return found["asked"].strip() if found else ""


def asked_by_value(text: str) -> str:
    """The same for a value of the school file or a plan, also where part of a mark is gone.

    >>> asked_by_value("(điền họ tên Hiệu trưởng)"), asked_by_value("Nộp phiếu (điền vào mẫu)")
    ('họ tên Hiệu trưởng', '')
    """
    if whole := asked_by_mark(text):
        return whole
    found = _REST_OF_A_MARK.search(text) or _BARE_WORDS.fullmatch(text)
    if found:
        return found["asked"].strip(" .…]")
    return _UNNAMED if _DOTS_ALONE.fullmatch(text) else ""


def marks_in(text: str) -> Iterator[tuple[int, str]]:
    """The whole marks of a text, each with its place."""
    return ((found.start(), found[0]) for found in _MARK.finditer(text))


def mark(asked: str) -> str:
    """The mark that asks for something."""
    return f"…(điền {asked})"


def within(places: Iterable[UnfilledPlace], *place: str | int) -> tuple[UnfilledPlace, ...]:
    """Those of a value and of what it holds."""
    asked = ".".join(map(str, place))
    return tuple(one for one in places if one.is_within(asked))


def advice_to_fill(places: Sequence[UnfilledPlace]) -> tuple[Problem, ...]:
    """One piece of advice for all of them; none where everything is filled in."""
    if not places:
        return ()
    message = Message("NR-START-001", f"Còn {len(places)} chỗ phải điền: {lines_in_words(places)}.")
    hint = (
        "Mở từng tệp, tìm chữ “(điền”, thay cả “…(điền …)” bằng chữ thật; không dùng tới thì xóa cả"
        " dòng. Chỗ chưa điền không lên trang nào và không chặn việc gì."
    )
    return (Problem(places[0].path, places[0].line, message, hint, Level.ADVICE),)


def lines_in_words(places: Iterable[UnfilledPlace]) -> str:
    """Every line, each file named once: `truong.yaml dòng 6, 8; ke-hoach/2026-2027.yaml dòng 5`."""
    lines: dict[str, list[int]] = {}
    for place in places:
        lines.setdefault(place.path, []).append(place.line)
    return "; ".join(
        f"{path} dòng {', '.join(map(str, sorted(set(numbers))))}"
        for path, numbers in lines.items()
    )


def places_in_words(places: Sequence[UnfilledPlace]) -> str:
    """The first three of them, and the number of the rest."""
    shown = ", ".join(place.label for place in places[:3])
    return f"{shown}, và {len(places) - 3} chỗ khác" if len(places) > 3 else shown
