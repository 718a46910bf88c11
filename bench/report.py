"""The tables, from what was measured."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

OURS, HUGO = "ours", "Hugo"
COLD, EDIT, NEW, NONE = "cold", "one edit", "one new article", "no change"


@dataclass(frozen=True, kw_only=True)
class Measured:
    """All builds of one size; the keys are the names of scenario and tool."""

    size: int
    tools: Sequence[str]
    seconds: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    megabytes: dict[tuple[str, str], float] = field(default_factory=dict)
    pages: dict[tuple[str, str], int] = field(default_factory=dict)
    """Number of HTML pages, and bytes of some, under the name of the row."""

    def median(self, scenario: str, tool: str) -> float | None:
        found = self.seconds.get((scenario, tool))
        return median(found) if found else None

    def ratio(self, scenario: str) -> float | None:
        """Our median to Hugo's of the same row.

        Hugo knows full builds only, so every row of it is one; and what is built in turn shares
        what else the machine does in those minutes.
        """
        return _quotient(self.median(scenario, OURS), self.median(scenario, HUGO))

    def memory_ratio(self, scenario: str) -> float | None:
        """Our peak to the peak of Hugo's cold build."""
        return _quotient(self.megabytes.get((scenario, OURS)), self.megabytes.get((COLD, HUGO)))


@dataclass(frozen=True, kw_only=True)
class Target:
    """A limit that was promised, and what was found of it; nothing where it was not measured."""

    what: str
    limit: float
    found: float | None

    @property
    def verdict(self) -> str:
        if self.found is None:
            return "not measured"
        return "reached" if self.found <= self.limit else "**not reached**"


def size_table(measured: Measured) -> Iterator[str]:
    """Markdown: a row a scenario, a column a tool, and the ratio behind ours."""
    head, *peers = measured.tools
    yield f"\n## {measured.size:,} articles\n"
    yield _row(["median s (min–max)", head, f"{head} ÷ Hugo", *peers])
    yield _row(["---"] * (len(measured.tools) + 2))
    for scenario in dict.fromkeys(name for name, _ in measured.seconds):
        cells = [_range(measured.seconds[scenario, tool]) for tool in measured.tools]
        yield _row([scenario, cells[0], _number(measured.ratio(scenario)), *cells[1:]])
    for scenario in dict.fromkeys(name for name, _ in measured.megabytes):
        cells = [f"{measured.megabytes[scenario, tool]:.0f}" for tool in measured.tools]
        ratio = _number(measured.memory_ratio(scenario))
        yield _row([f"{scenario}, peak MB", cells[0], ratio, *cells[1:]])
    for row in dict.fromkeys(name for name, _ in measured.pages):
        cells = [f"{measured.pages[row, tool]:,}" for tool in measured.tools]
        yield _row([row, cells[0], "", *cells[1:]])


def targets(by_size: Mapping[int, Measured]) -> tuple[Target, ...]:
    """The promises of the project on its builds, beside what this run found."""
    thousand, ten = (by_size.get(size) or Measured(size=size, tools=()) for size in (1_000, 10_000))
    return (
        Target(what="one edit, 10,000 ÷ Hugo", limit=0.10, found=ten.ratio(EDIT)),
        Target(what="one new, 10,000 ÷ Hugo", limit=0.10, found=ten.ratio(NEW)),
        Target(what="one edit, 1,000 ÷ Hugo", limit=0.80, found=thousand.ratio(EDIT)),
        Target(what="no change, 10,000 ÷ Hugo", limit=0.06, found=ten.ratio(NONE)),
        Target(what="cold, 10,000 ÷ Hugo", limit=0.85, found=ten.ratio(COLD)),
        Target(
            what="growth of one edit, 1,000 → 20,000",
            limit=4,
            found=growth(by_size, 1_000, 20_000),
        ),
        Target(what="peak memory, cold, 10,000 ÷ Hugo's", limit=0.35, found=ten.memory_ratio(COLD)),
    )


def target_table(by_size: Mapping[int, Measured]) -> Iterator[str]:
    small, large = min(by_size), max(by_size)
    if small < large and (factor := growth(by_size, small, large)):
        yield f"\nOur one-edit build grows {factor:.2f} times from {small:,} to {large:,} articles."
    yield "\n## Targets\n"
    yield _row(["target", "at most", "found", ""])
    yield _row(["---"] * 4)
    for target in targets(by_size):
        yield _row([target.what, f"{target.limit:.2f}", _number(target.found), target.verdict])


def growth(by_size: Mapping[int, Measured], small: int, large: int) -> float | None:
    """The growth of our one-edit build at the large size."""
    if small not in by_size or large not in by_size:
        return None
    return _quotient(by_size[large].median(EDIT, OURS), by_size[small].median(EDIT, OURS))


def _quotient(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None


def _number(found: float | None) -> str:
    return "–" if found is None else f"{found:.3f}"


def _range(found: Sequence[float]) -> str:
    if len(found) == 1:
        return f"{found[0]:.2f}"
    return f"{median(found):.2f} ({min(found):.2f}–{max(found):.2f})"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
