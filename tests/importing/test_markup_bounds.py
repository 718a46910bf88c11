"""Hostile and endless HTML: it takes time in proportion to its length, and never fails."""

import time

import pytest

from newsroom.importing.markup.conversion import converted

MANY = 1_600
HOSTILE = {
    "open divs": lambda n: "<div>" * n + "chữ",
    "open lists": lambda n: "<ul><li>" * n + "chữ",
    "open quotes": lambda n: "<blockquote>" * n + "chữ",
    "tables in tables": lambda n: "<table><tr><td>" * n + "chữ",
    "open bold paragraphs": lambda n: "<p><b>chữ" * n,
    "looks by turns": lambda n: "<p>" + "<b>a</b>c" * n + "</p>",
    "crossing tags": lambda n: "<p>" + "<b>a<i>b</b>c</i>" * n + "</p>",
    "line ends": lambda n: "<p>" + "a<br>" * n + "</p>",
    "items": lambda n: "<ul>" + "<li>a" * n + "</ul>",
    "typed items": lambda n: "<p>- a</p>" * n,
    "typed kinds by turns": lambda n: "<p>1. a</p><p>- b</p>" * (n // 2),
    "brackets": lambda n: "<p>" + "[a](b " * n + "</p>",
    "backslashes": lambda n: "<p>" + "C:\\a\\_b* " * n + "</p>",
    "half tags": lambda n: "<" * n + '<a href="' * n + "<!--" * n,
    "signs of one note": lambda n: (
        '<p>x<a href="#n" id="r">[1]</a></p>' * n + '<p id="n">y<a href="#r">^</a></p>'
    ),
    "pictures in a line": lambda n: "<p>" + 'a <img src="a.jpg"> b ' * n + "</p>",
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_longer_html_takes_time_in_proportion(made):
    converted(made(20))
    short, long = (_seconds(made(many)) for many in (MANY // 4, MANY))

    # Quadratic would be sixteen times as long; a busy machine may double either.
    assert long < 1.5 or long < 10 * short


def _seconds(html):
    start = time.process_time()
    converted(html)
    return time.process_time() - start


def test_words_that_stand_too_deep_are_not_lost():
    for within in ("<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<b><p>"):
        assert "Chữ" in converted(within * 1000 + "Chữ").markdown
