"""A thing somebody has to mend, said so that they can."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much a problem weighs.

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
    `message` and `hint` are Vietnamese: what is wrong, and what to do about it.
    """

    path: str
    line: int
    message: str
    hint: str = ""
    level: Level = Level.ERROR

    @property
    def place(self) -> tuple[str, int, str]:
        """The order in which problems are shown: by file, line and words."""
        return (self.path, self.line, self.message)

    @property
    def is_error(self) -> bool:
        return self.level is Level.ERROR


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What one `check` found, in the order shown, and how many articles it looked at."""

    checked: int
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    def count(self, level: Level) -> int:
        return sum(problem.level is level for problem in self.problems)
