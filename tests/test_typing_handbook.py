"""The handbook's page on typing: what it shows is what the reader makes of what it says to type."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typed_html import to_html

from newsroom.domain.text.vietnamese import clean

PAGE = Path(__file__).resolve().parents[1] / "docs/huong-dan/go-chu.md"
_PAIR = re.compile(r"``` gõ\n(.*?)\n```\n\n``` hiện\n(.*?)\n```\n", re.DOTALL)


class Drawing(HTMLParser):
    """A page drawn in letters, as the handbook draws it."""

    def __init__(self):
        super().__init__()
        self.lines, self.lists, self.cells = [""], [], None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in ("p", "tr", "h2", "hr", "br"):
            self.lines.append("")
        if tag in ("ul", "ol"):
            sign = "" if given.get("class") else "• "
            self.lists.append(int(given.get("start", 1)) if tag == "ol" else sign)
        elif tag == "li":
            number = given.get("value", self.lists[-1])
            sign = number if isinstance(number, str) and tag == "ul" else self._sign(number)
            self.lines.append("  " * (len(self.lists) - 1) + sign)
        elif tag == "hr":
            self.lines[-1] = "────"
        self.lines[-1] += {
            "a": "⟨", "strong": "⟦", "em": "⟦", "del": "⟦", "h2": "## ", "tr": "|",
            "td": " ", "th": " ",
        }.get(tag, "")  # fmt: skip

    def _sign(self, number):
        if isinstance(number, str) and not number.isdecimal():
            return number
        if number == "":
            return ""
        self.lists[-1] = int(number) + 1
        return f"{number}. "

    def handle_endtag(self, tag):
        if tag in ("ul", "ol"):
            self.lists.pop()
        self.lines[-1] += {
            "a": "⟩", "strong": "⟧", "em": "⟧", "del": "⟧", "td": " |", "th": " |",
        }.get(tag, "")  # fmt: skip

    def handle_data(self, words):
        if words.strip():
            self.lines[-1] += words.strip("\n").replace("\n", " ")


def drawn(html):
    drawing = Drawing()
    drawing.feed(html)
    return [line.rstrip() for line in drawing.lines if line.strip()]


PAIRS = _PAIR.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("typed", "shown"), PAIRS, ids=[typed[:30] for typed, _ in PAIRS])
def test_the_page_shows_what_the_handbook_draws(typed, shown):
    assert drawn(to_html(clean(typed.replace("⇥", "\t")))) == shown.split("\n")


def test_every_box_of_the_page_has_its_drawing():
    text = PAGE.read_text(encoding="utf-8")

    assert text.count("``` gõ") == text.count("``` hiện") == len(PAIRS) > 12
