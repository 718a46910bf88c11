"""A thing somebody has to mend, said so that they can."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much a problem weighs: an error stops what is approved, a warning stops nothing."""

    ERROR = "error"
    WARNING = "warning"


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
