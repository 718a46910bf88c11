"""A small bar chart, drawn at build as SVG that needs no script and no style of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

# In units of the drawing; the page scales it.
BAR, GAP, TALLEST, LETTER = 44, 12, 120, 16


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: where it stands, how tall it is, and what is written above and below it."""

    label: str
    count: int
    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        return self.x + BAR // 2


@dataclass(frozen=True, kw_only=True)
class BarChart:
    """Bars on one line; `width` and `height` are those of the whole drawing."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    base: int
    bar_width: int = BAR

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)


def bar_chart(counts: Sequence[tuple[str, int]]) -> BarChart | None:
    """Bars for these labels and counts, the largest TALLEST tall; None for nothing."""
    largest = max((count for _, count in counts), default=0)
    if not largest:
        return None
    base = LETTER + TALLEST
    heights = [round(TALLEST * count / largest) for _, count in counts]
    return BarChart(
        bars=tuple(
            Bar(label=label, count=count, x=GAP + n * (BAR + GAP), y=base - height, height=height)
            for n, ((label, count), height) in enumerate(zip(counts, heights, strict=True))
        ),
        width=GAP + len(counts) * (BAR + GAP),
        height=base + 2 * LETTER,
        base=base,
    )
