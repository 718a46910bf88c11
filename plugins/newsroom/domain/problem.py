"""A thing somebody has to mend, said so that they can."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from .message import Message


class Level(Enum):
    """The level of a problem: error, warning or advice.

    An error stops what is approved. A warning stops nothing. Advice (gợi ý) would make the article
    better; only `check` gives it, and no build.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True)
class Problem:
    """One finding in one file.

    `path` is relative to the content folder's parent, with `/`; `line` counts from 1.
    `message` and `hint` are Vietnamese: what is wrong, under the id of the rule that says so, and
    what to do about it.
    """

    path: str
    line: int
    message: Message
    hint: str = ""
    level: Level = Level.ERROR

    @property
    def id(self) -> str:
        """The id of the rule that speaks: `NR-GATE-012`."""
        return self.message.id

    @property
    def place(self) -> tuple[str, int, str]:
        """The order in which problems are shown: by file, line and words."""
        return (self.path, self.line, self.message)

    @property
    def is_error(self) -> bool:
        return self.level is Level.ERROR


def line_in(lines: Mapping[str, int], place: tuple[str | int, ...]) -> int:
    """The line of a place, or of the nearest thing around it; 1 where nothing is known."""
    for length in range(len(place), 0, -1):
        if line := lines.get(".".join(map(str, place[:length]))):
            return line
    return 1


_LINES_NAMED = 8


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in their order, warnings of one kind in one file as one with their number.

    Of one kind are those that one remedy answers. At one and the same line each says its own.
    """
    every = tuple(problems)
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in every:
        if problem.level is Level.WARNING and problem.hint:
            kinds.setdefault((problem.path, problem.hint), []).append(problem)
    together = {
        id(first): replace(first, message=_with_others(first.message, others))
        for first, *others in kinds.values()
        if len({problem.line for problem in (first, *others)}) > 1
    }
    gone = {
        id(other) for first, *others in kinds.values() if id(first) in together for other in others
    }
    return tuple(together.get(id(one), one) for one in every if id(one) not in gone)


def without_others(message: str) -> str:
    """The message of a gathered problem without the number and the lines of the others."""
    return _OTHERS.sub("", message)


_OTHERS = re.compile(r" Còn \d+ chỗ như vậy: dòng [\d, …]+\.?$")


def _with_others(message: Message, others: Sequence[Problem]) -> Message:
    return message.reworded(f"{message} {_others_in_words(others)}")


def _others_in_words(others: Sequence[Problem]) -> str:
    """Còn 12 chỗ như vậy: dòng 15, 20, …"""
    lines = list(dict.fromkeys(problem.line for problem in others))
    rest = ", …" if len(lines) > _LINES_NAMED else "."
    named = ", ".join(map(str, lines[:_LINES_NAMED]))
    return f"Còn {len(others)} chỗ như vậy: dòng {named}{rest}"


def silenced(problems: Iterable[Problem], ids: Collection[str]) -> tuple[Problem, ...]:
    """The problems without the advice of these ids. An error or a warning is never silenced."""
    return tuple(p for p in problems if p.level is not Level.ADVICE or p.id not in ids)


@dataclass(frozen=True, kw_only=True)
class CheckFindings:
    """The findings of one `check`, in the order shown, and the number of articles it looked at.

    `silenced` is the number of pieces of advice that nobody wants to hear.
    """

    checked: int
    problems: tuple[Problem, ...] = ()
    silenced: int = 0

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    def count(self, level: Level) -> int:
        return sum(problem.level is level for problem in self.problems)
