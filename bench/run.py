"""Measure builds of the same articles by several generators, in turn, and print the tables."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import measure
import report
from corpus import pieces
from report import Measured
from scenarios import SCENARIOS, TODAY, Scenario, Sight
from tools import PEERS, Ours, Tool

ENVIRONMENT = {"NEWSROOM_TODAY": TODAY.isoformat(), "PYTHONUTF8": "1"}
WEIGHED = ("cold", "one edit")
"""The scenarios whose memory is measured too, in a build of its own."""

T = TypeVar("T")
Measure = Callable[[tuple[str, ...], Path, dict[str, str]], float]


def main() -> None:
    chosen = _options()
    tools = [Ours(), *(peer() for peer in chosen.peers)]
    for tool in tools:
        tool.set_up()
    for line in facts(tools, chosen.runs):
        print(line, flush=True)
    base = "/dev/shm" if Path("/dev/shm").is_dir() else None
    by_size: dict[int, Measured] = {}
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory(prefix="newsroom-bench-", dir=base) as folder:
            by_size[size] = measure_size(size, tools, chosen.scenarios, chosen.runs, Path(folder))
        print(*report.size_table(by_size[size]), sep="\n", flush=True)
    print(*report.target_table(by_size), sep="\n")


def measure_size(
    size: int, tools: Sequence[Tool], scenarios: Sequence[Scenario], runs: int, folder: Path
) -> Measured:
    """Every scenario with every tool in turn, after one build of each that nobody measures."""
    corpus = list(pieces(size))
    measured = Measured(size=size, tools=[tool.name for tool in tools])
    for tool in tools:
        root = folder / tool.name
        root.mkdir()
        tool.lay_out(root)
        for piece in corpus:
            tool.write(root, piece)
        _progress(f"{size:,}, {tool.name}: warm-up", measure_build(tool, root, measure.seconds))
        output, middle = root / "output", corpus[size // 2]
        measured.pages["HTML pages", tool.name] = len(list(output.rglob("*.html")))
        for kind, page in (
            ("article", tool.article_page(middle)),
            ("month", tool.month_page(middle)),
        ):
            measured.pages[f"bytes of one {kind} page", tool.name] = (output / page).stat().st_size
    for scenario in scenarios:
        for run in range(runs):
            for tool in tools:
                root = folder / tool.name
                sight = scenario.change(tool, root, corpus)
                found = measure_build(tool, root, measure.seconds, sight)
                measured.seconds.setdefault((scenario.name, tool.name), []).append(found)
                _progress(f"{size:,}, {scenario.name}, {run + 1}/{runs}, {tool.name}", found)
        for tool in tools if scenario.name in WEIGHED else ():
            root = folder / tool.name
            sight = scenario.change(tool, root, corpus)
            found = measure_build(tool, root, measure.peak_megabytes, sight)
            measured.megabytes[scenario.name, tool.name] = found
            _progress(f"{size:,}, {scenario.name}, {tool.name}: peak", found, "MB")
    return measured


def measure_build(tool: Tool, root: Path, measured: Measure, sight: Sight | None = None) -> float:
    """A build that failed, or that did not do what the change asks for, ends everything."""
    try:
        found = measured(tool.command(), root, ENVIRONMENT)
    except measure.BuildFailed as error:
        sys.exit(f"{tool.name}, {' '.join(tool.command())}: {error}")
    if sight and not sight.is_there(root / "output"):
        sys.exit(f"{tool.name}: the build ended well, and yet the output misses {sight}")
    return found


def facts(tools: Sequence[Tool], runs: int) -> Iterator[str]:
    """The facts of the machine that one must know to read the numbers."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    yield f"# How long a build takes, {datetime.now():%Y-%m-%d %H:%M}\n"
    yield f"- {platform.platform()}, {os.cpu_count()} cores, load {load} at the start"
    yield f"- Python {platform.python_version()}; {runs} runs of each row, median"
    yield f"- ours: `{' '.join(tools[0].command())}`"
    yield from (f"- {tool.name} {tool.version()}" for tool in tools)
    if not measure.sees_shares():
        yield "- memory: the largest single process only, for want of /proc/PID/smaps_rollup"


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=_list_of(int), default=[1000], help="e.g. 1000,10000")
    options.add_argument("--peers", type=_list_of(_one_of(PEERS)), default=[],
                         help=f"any of {','.join(PEERS)}")  # fmt: skip
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--scenarios", type=_list_of(_one_of(SCENARIOS)),
                         default=list(SCENARIOS.values()),
                         help=f"any of {','.join(SCENARIOS)}")  # fmt: skip
    return options.parse_args()


def _list_of(kind: Callable[[str], T]) -> Callable[[str], list[T]]:
    return lambda words: [kind(word) for word in words.split(",") if word]


def _one_of(known: Mapping[str, T]) -> Callable[[str], T]:
    def find(word: str) -> T:
        if word not in known:
            raise argparse.ArgumentTypeError(
                f"Không biết “{word}”; hãy chọn trong {', '.join(known)}."
            )
        return known[word]

    return find


def _progress(what: str, found: float, unit: str = "s") -> None:
    print(f"{what}: {found:.2f} {unit}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
