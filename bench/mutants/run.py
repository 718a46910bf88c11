"""Finds slips in a rule that no test notices: `python3 bench/mutants/run.py [FOLDER or MODULE …]`.

Takes modules of domain/, changes one place at a time and runs those tests of the rules
(`tasks.py test --rules`, and all of the same folder of tests/) that come through the changed line,
the quickest first, until one fails. Prints the mutants that none noticed, and for each module how
many were tried, killed and left. One process at a time; POSIX only.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = ROOT / "plugins/newsroom/domain"
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests"), str(Path(__file__).parent)]


def modules(words: list[str]) -> list[Path]:
    """The modules meant: `plan`, `plan/deadline.py`, or all of them."""
    places = [DOMAIN / word for word in words] or [DOMAIN]
    found = [
        path for place in places for path in ([place] if place.is_file() else place.rglob("*.py"))
    ]
    return sorted(path for path in found if path.name != "__init__.py")


def main(words: list[str]) -> None:
    from trials import Trials

    trials = Trials(ROOT, modules(words))
    trials.run()
    print(trials.said())


if __name__ == "__main__":
    main(sys.argv[1:])
