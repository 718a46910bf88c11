"""Places that are still to be filled in, as `start` marks them: …(điền họ tên Hiệu trưởng)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .message import Message
from .problem import Level, Problem

_MARK = re.compile(r"(?:…|\.\.\.)\s?\(điền(?::\s*|\s+)([^()\n]+)\)", re.IGNORECASE)


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
    return found[1].strip() if found else ""


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
