"""The trials: each mutant in a process forked from one that has collected the tests.

A mutant within a function takes the place of the function's code there. One that stands outside
of all, or that only importing comes through, is imported into a process without the software.
"""

import ast
import contextlib
import functools
import gc
import importlib
import importlib.abc
import importlib.util
import os
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from _pytest.tmpdir import tmppath_result_key
from mutations import Mutant, mutants

KILLED, SURVIVED, UNREACHED = "killed", "survived", "unreached"
# Of a processor, for one mutant: some turn a loop into one without end.
SECONDS, BYTES = 5, 3 << 30
DOMAIN = Path(__file__).resolve().parents[2] / "plugins/newsroom/domain"
QUIET = ("logging", "unraisableexception", "threadexception", "warnings", "cacheprovider")


@dataclass
class Trials:
    """What became of every mutant of some modules."""

    root: Path
    modules: list[Path]
    answers: dict[tuple[Path, int], str] = field(default_factory=dict)
    tried: dict[tuple[Path, int], Mutant] = field(default_factory=dict)

    def run(self) -> None:
        os.chdir(self.root)
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        sys.dont_write_bytecode = False
        for path in self.modules:
            for mutant, _ in mutants(path.read_text(encoding="utf-8")):
                self.tried[path, mutant.number] = mutant
        self._in_place()
        for (path, number), answer in sorted(self.answers.items()):
            if answer.startswith(UNREACHED):
                files = answer.split()[1:]
                answer = _imported(path, number, files)
                if answer == SURVIVED:
                    answer = _imported(path, number, [*self._rooms(), *files])
                self._keep(path, number, answer)

    def _keep(self, path: Path, number: int, answer: str) -> None:
        """Takes an answer down, and says at once which mutant none noticed."""
        self.answers[path, number] = answer
        if answer == SURVIVED:
            mutant = self.tried[path, number]
            place = f"{_name(path)}:{mutant.lines.start} {mutant.function}"
            print(f"{place}: {mutant.before}  =>  {mutant.after}", flush=True)

    def _in_place(self) -> None:
        """The answers of the first round, from a process that may import the software."""
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            # The rooms of these modules with all their tests, from every character to whole files.
            status = _pytest([_Round(self.modules, write)], *self._rooms())
            os._exit(status)
        os.close(write)
        with open(read, encoding="utf-8") as lines:
            for line in lines:
                path, number, answer = line.rstrip("\n").split("\t")
                self._keep(Path(path), int(number), answer)
        if os.waitpid(child, 0)[1]:
            raise SystemExit("There is no trial where a test fails by itself.")

    def _rooms(self) -> Iterable[str]:
        rooms = {path.relative_to(DOMAIN).parts[0] for path in self.modules}
        return (f"--and-all-of={room}" for room in sorted(rooms))

    def said(self) -> str:
        """The sums of each module: tried, killed, left."""
        sums: dict[str, Counter[str]] = defaultdict(Counter)
        for (path, _), answer in sorted(self.answers.items()):
            sums[_name(path)][answer] += 1
        total = sum(sums.values(), Counter())
        rows = [*sorted(sums.items()), ("all", total)]
        return "\n".join(
            f"{n:40}{sum(c.values()):6} {c[KILLED]:6} {c[SURVIVED]:6}" for n, c in rows
        )


def _name(path: Path) -> str:
    return path.relative_to(DOMAIN).as_posix()


def _pytest(plugins: list[object], *words: str) -> int:
    without = (word for name in QUIET for word in ("-p", f"no:{name}"))
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing):
        return int(
            pytest.main(
                ["--rules", "--assert=plain", "--tb=native", *without, *words], plugins=plugins
            )
        )


class _Round:
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
        self.memory = _remembering()
        for item in session.items:
            self._look_at(item)
        _forget(*_remembering())
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
        _forget(*self.memory)
        found: set[tuple[str, int]] = set()

        def notice_line(frame, event, argument):
            found.add((frame.f_code.co_filename, frame.f_lineno))
            return notice_line

        def notice_call(frame, event, argument):
            is_rule = "/newsroom/domain/" in frame.f_code.co_filename
            return notice_line if is_rule else None

        begun = time.perf_counter()
        sys.settrace(notice_call)
        try:
            _pass(item)
        except BaseException:
            os.write(2, f"It fails without any change: {item.nodeid}\n".encode())
            raise
        finally:
            sys.settrace(None)
        self.seconds[item.nodeid] = time.perf_counter() - begun
        for key in found:
            self.through[key].append(item)

    def _answer(self, path: Path, mutant: Mutant, tree: ast.Module) -> str:
        key = str(path), mutant.function
        items = self._items(path, mutant.lines) if mutant.function else []
        function = items and _function(path, mutant.function)
        if function:
            code = _code(compile(tree, str(path), "exec"), mutant.function)
            if code.co_freevars == function.__code__.co_freevars:
                if _is_killed(functools.partial(_run, function, code, items)):
                    return KILLED
                if key not in self.by_import:
                    return SURVIVED
        # Where no test comes through the place, one may still come through its module.
        items = items or self._items(path, range(1, 1_000))
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


def _imported(path: Path, number: int, words: list[str]) -> str:
    """The answer for a mutant that has to be there from the start."""

    def passes() -> bool:
        _, tree = next(
            pair for pair in mutants(path.read_text(encoding="utf-8")) if pair[0].number == number
        )
        sys.meta_path.insert(0, _Changed(path, compile(tree, str(path), "exec")))
        return _pytest([], "-x", *words) == 0

    return KILLED if _is_killed(passes) else SURVIVED


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


def _is_killed(passes: Callable[[], bool]) -> bool:
    """True where the work fails, hangs or dies, in a process of its own."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        try:
            os._exit(0 if passes() else 1)
        except BaseException:
            os._exit(1)
    return os.waitpid(child, 0)[1] != 0


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


def _remembering() -> tuple[list, list]:
    """The caches of functions, and the values with cached properties, that there are by now."""
    things = gc.get_objects()
    caches = [
        thing
        for thing in things
        if isinstance(thing, functools._lru_cache_wrapper)
        and thing.__module__.partition(".")[0] not in sys.stdlib_module_names
    ]
    values = [
        thing
        for thing in things
        if str(type(thing).__module__).startswith("newsroom.domain") and _cached_names(type(thing))
    ]
    return caches, values


def _forget(caches: list, values: list) -> None:
    """Nothing is known of earlier calls: each test comes through all that it needs."""
    for cache in caches:
        cache.cache_clear()
    for value in values:
        for name in _cached_names(type(value)) & value.__dict__.keys():
            del value.__dict__[name]


@functools.cache
def _cached_names(kind: type) -> set[str]:
    return {
        name
        for parent in kind.__mro__
        for name, value in vars(parent).items()
        if isinstance(value, functools.cached_property)
    }
