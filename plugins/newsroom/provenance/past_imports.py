"""The lists of imports as each commit has them: which articles they name, and who signed them."""

from collections.abc import Sequence
from functools import cached_property

from ..domain.content.import_decision import Imported, ImportList, import_of
from ..domain.provenance.commit import SignedLine, import_mark
from ..intake.folder.scan import IMPORTS, PLAN_ENDINGS
from ..intake.imports.import_cache import in_order, read_list
from .git_history import History


def is_import(path: str) -> bool:
    """True for the file in which the board decides about an import."""
    return path.startswith(f"{IMPORTS}/") and path.lower().endswith(PLAN_ENDINGS)


class PastImports:
    """Every list of every import in a history; each file is parsed once."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._read: dict[tuple[str, str], ImportList] = {}
        self._at: dict[str, tuple[ImportList, ...]] = {}

    @cached_property
    def _paths(self) -> Sequence[str]:
        return sorted(filter(is_import, self._history.now.keys() | self._history.touched))

    def at(self, commit: str, path: str) -> ImportList | None:
        """The list in one file; None where the commit has no such file."""
        code = self._history.code(commit, path)
        if code is None:
            return None
        if (path, code) not in self._read:
            self._read[path, code] = read_list(path, path, self._history.git.blob(code))[0]
        return self._read[path, code]

    def lists(self, commit: str) -> tuple[ImportList, ...]:
        """All of them, in the order in which they count."""
        if commit not in self._at:
            found = (self.at(commit, path) for path in self._paths)
            self._at[commit] = in_order(one for one in found if one)
        return self._at[commit]

    def imported(self, commit: str, path: str) -> Imported | None:
        """The import that brought an article, as that commit knows it."""
        return import_of(path, self.lists(commit)) if self._paths else None

    def mark(self, commit: str, path: str) -> SignedLine | None:
        """The approval that its import gives an article; None where it gives none."""
        for one in self.lists(commit) if self._paths else ():
            if path in one.files:
                return import_mark(one) if one.files[path] else None
        return None
