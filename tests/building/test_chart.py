"""Bars are as tall as their counts, and a chart of nothing is none."""

from newsroom.pages.plan.chart import TALLEST, bar_chart


def test_the_largest_count_is_tallest_and_the_others_in_proportion():
    chart = bar_chart([("9/26", 2), ("10/26", 4), ("11/26", 0)])

    assert [bar.height for bar in chart.bars] == [TALLEST // 2, TALLEST, 0]
    assert all(bar.y + bar.height == chart.base for bar in chart.bars)
    assert all(bar.x + chart.bar_width <= chart.width for bar in chart.bars)
    assert chart.total == 6


def test_nothing_to_show_is_no_chart():
    assert bar_chart([]) is None
    assert bar_chart([("9/26", 0)]) is None
