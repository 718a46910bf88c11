"""Trials of mutants within a function: its living code is exchanged in a forked process."""

import ast
import contextlib
import functools
import gc
import importlib
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from _pytest.tmpdir import tmppath_result_key
from child import KILLED, SURVIVED, UNREACHED, is_killed
from memory import forget, remembering
from mutations import Mutant, mutants

# A mutant that turns a loop into one without end is to be given up some time.
MOST = 30


class Round:
    """A plugin of pytest that tries mutants in place of running the tests."""

    def __init__(self, modules: list[Path], answers: int) -> None:
        self.modules, self.answers = modules, answers
        self.by_import: set[tuple[str, str]] = set()
        self.seconds: dict[str, float] = {}
        # By file and line.
        self.through: dict[tuple[str, int], list[pytest.Item]] = defaultdict(list)
        sys.setprofile(self._noticing(self.by_import))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        sys.setprofile(None)
        gc.disable()
        self.memory = remembering()
        for item in session.items:
            self._look_at(item)
        forget(*remembering())
        gc.freeze()
        for path in self.modules:
            for mutant, tree in mutants(path.read_text(encoding="utf-8")):
                answer = self._answer(path, mutant, tree)
                os.write(self.answers, f"{path}\t{mutant.number}\t{answer}\n".encode())
        os._exit(0)

    def _noticing(self, found: set[tuple[str, str]]) -> Callable[..., None]:
        def notice(frame, event, argument):
            if event == "call" and "/newsroom/domain/" in frame.f_code.co_filename:
                found.add((frame.f_code.co_filename, frame.f_code.co_qualname))

        return notice

    def _look_at(self, item: pytest.Item) -> None:
        """Notes the lines of the rules that a test comes through, and how long it takes."""
        forget(*self.memory)
        found: set[tuple[str, int]] = set()

        def notice_line(frame, event, argument):
            found.add((frame.f_code.co_filename, frame.f_lineno))
            return notice_line

        def notice_call(frame, event, argument):
            is_rule = "/newsroom/domain/" in frame.f_code.co_filename
            return notice_line if is_rule else None

        begun = time.process_time()
        sys.settrace(notice_call)
        try:
            _pass(item)
        except BaseException:
            os.write(2, f"It fails without any change: {item.nodeid}\n".encode())
            raise
        finally:
            sys.settrace(None)
        self.seconds[item.nodeid] = time.process_time() - begun
        for key in found:
            self.through[key].append(item)

    def _answer(self, path: Path, mutant: Mutant, tree: ast.Module) -> str:
        key = str(path), mutant.function
        items = self._items(path, mutant.lines) if mutant.function else []
        function = items and _function(path, mutant.function)
        if function:
            code = _code(compile(tree, str(path), "exec"), mutant.function)
            if code.co_freevars == function.__code__.co_freevars:
                # Followed line by line they took longer than they will.
                seconds = min(5 + sum(self.seconds[item.nodeid] for item in items), MOST)
                if is_killed(functools.partial(_run, function, code, items), seconds):
                    return KILLED
                if key not in self.by_import:
                    return SURVIVED
        is_of_function = bool(mutant.function) and not mutant.function.endswith(".")
        if is_of_function and not items and key not in self.by_import:
            # No test comes through the place at all.
            return SURVIVED
        # What stands outside of all functions may show anywhere.
        return " ".join([UNREACHED, *{item.nodeid.partition("::")[0] for item in items}])

    def _items(self, path: Path, lines: range) -> list[pytest.Item]:
        """The tests that come through any of these lines, the quickest first."""
        found = {item for line in lines for item in self.through.get((str(path), line), ())}
        return sorted(found, key=lambda item: self.seconds[item.nodeid])


def _run(function: FunctionType, code: CodeType, items: Iterable[pytest.Item]) -> bool:
    function.__code__ = code
    for item in items:
        _pass(item)
    return True


def _pass(item: pytest.Item) -> None:
    """One test, without a word about it: that would take longer. Raises where it fails."""
    if hasattr(item, "_initrequest"):
        item._initrequest()
    # A report would leave it; the folders of a test ask for it.
    item.stash[tmppath_result_key] = {}
    state = item.session._setupstate
    with contextlib.suppress(pytest.skip.Exception):
        state.setup(item)
        item.runtest()
    state.teardown_exact(None)


def _function(path: Path, name: str) -> FunctionType | None:
    """The living function of a module, whatever property or cache it is wrapped in."""
    parts = path.with_suffix("").parts
    found = importlib.import_module(".".join(parts[parts.index("newsroom") :]))
    for part in name.split("."):
        found = vars(found).get(part)
        for wrapped in ("fget", "func", "__func__", "__wrapped__"):
            found = getattr(found, wrapped, None) or found
    return found if isinstance(found, FunctionType) else None


def _code(module: CodeType, name: str) -> CodeType:
    """The code of a function within its module's."""
    for constant in module.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_qualname == name:
                return constant
            if name.startswith(constant.co_qualname + "."):
                return _code(constant, name)
    raise LookupError(name)
