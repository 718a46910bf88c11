"""The trials: what becomes of each mutant under the tests of the rules.

A mutant within a function takes the place of the function's code in a process forked from one that
has collected the tests. One that stands outside of all, or that only importing comes through, is
imported into a process without the software.
"""

import os
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from child import DOMAIN, KILLED, SURVIVED, UNREACHED, run_pytest
from imported import try_imported
from in_place import Round
from mutations import Mutant, mutants


@dataclass
class Trials:
    """The fates of every mutant of some modules."""

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
                self._keep(path, number, self._imported(path, number, answer.split()[1:]))

    def _imported(self, path: Path, number: int, files: list[str]) -> str:
        """The answer of the tests beside it, else of all that come through it, else of more."""
        near = [] if files else [[f"tests/{_room(path)}"]]
        attempts = [*near, files, [*self._rooms(), *files]]
        is_killed = any(try_imported(path, number, words) == KILLED for words in attempts)
        return KILLED if is_killed else SURVIVED

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
            status = run_pytest([Round(self.modules, write)], *self._rooms())
            os._exit(status)
        os.close(write)
        with open(read, encoding="utf-8") as lines:
            for line in lines:
                path, number, answer = line.rstrip("\n").split("\t")
                self._keep(Path(path), int(number), answer)
        if os.waitpid(child, 0)[1]:
            raise SystemExit("There is no trial where a test fails by itself.")

    def _rooms(self) -> list[str]:
        return [f"--and-all-of={room}" for room in sorted({_room(path) for path in self.modules})]

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


def _room(path: Path) -> str:
    """The folder of tests/ that is about a module's package; tests/site/ has whole sites."""
    package = path.relative_to(DOMAIN).parts[0]
    return "content" if package == "site" or package.endswith(".py") else package


def _name(path: Path) -> str:
    return path.relative_to(DOMAIN).as_posix()
