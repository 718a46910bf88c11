"""The register of Word files whose Markdown and HTML stand in read_back/."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

READ_BACK = Path(__file__).parent / "read_back"


@dataclass(frozen=True, kw_only=True)
class WordCase:
    """A Word file: who wrote it so, what it shows, and the ids of what is said to be left."""

    name: str
    written_by: str
    shows: str
    make: Callable[[], bytes]
    left: tuple[str, ...] = ()

    @property
    def markdown(self) -> Path:
        return READ_BACK / f"{self.name}.md"

    @property
    def html(self) -> Path:
        return READ_BACK / f"{self.name}.html"


CASES: dict[str, WordCase] = {}
_SUBJECTS = sorted(path.stem for path in (Path(__file__).parent / "word_files").glob("*.py"))


def all_cases() -> dict[str, WordCase]:
    """The cases of all subjects by name."""
    for subject in _SUBJECTS:
        importlib.import_module(f"word_files.{subject}")
    return CASES


def word_case(written_by: str, *left: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register a function that makes a Word file; its docstring says what the file shows."""

    def registered(make: Callable[[], bytes]) -> Callable[[], bytes]:
        name = make.__name__
        # pytest looks for doctests in the same module under another name.
        known = CASES.get(name)
        assert not known or known.make.__code__.co_filename == make.__code__.co_filename, name
        shows = (make.__doc__ or "").strip()
        CASES[name] = WordCase(name=name, written_by=written_by, shows=shows, make=make, left=left)
        return make

    return registered
