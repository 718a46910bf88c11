"""Trials of mutants that have to be there from the start: imported in place of the module."""

import importlib.abc
import importlib.util
import sys
from pathlib import Path
from types import CodeType

from child import KILLED, SURVIVED, is_killed, run_pytest
from mutations import mutants

# The import and all tests of a room.
SECONDS = 90


def try_imported(path: Path, number: int, words: list[str]) -> str:
    """The answer for a mutant that has to be there from the start."""

    def passes() -> bool:
        _, tree = next(
            pair for pair in mutants(path.read_text(encoding="utf-8")) if pair[0].number == number
        )
        sys.meta_path.insert(0, _Changed(path, compile(tree, str(path), "exec")))
        return run_pytest([], "-x", *words) == 0

    return KILLED if is_killed(passes, SECONDS) else SURVIVED


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Imports one module from other code than its file's."""

    def __init__(self, path: Path, code: CodeType) -> None:
        self.path, self.code = path, code
        parts = path.with_suffix("").parts
        self.name = ".".join(parts[parts.index("newsroom") :])

    def find_spec(self, name, path=None, target=None):
        if name == self.name:
            return importlib.util.spec_from_file_location(name, self.path, loader=self)
        return None

    def get_source(self, name):
        return self.path.read_text(encoding="utf-8")

    def get_code(self, name):
        return self.code
