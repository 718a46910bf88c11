"""The line of words in a text, by search and by index."""

import pytest

from newsroom.intake.text import text_places
from newsroom.intake.text.text_places import TextPlaces

TEXT = "[a](x.pdf)\n\nax.pdf ./x.pdf\n[b](x.pdf) x.pdfx.pdf\n" + "y" * 300 + "1\n" + "y" * 300 + "2"


@pytest.fixture(params=["searched", "indexed"])
def places(request, monkeypatch):
    if request.param == "indexed":
        monkeypatch.setattr(text_places, "_SEARCHED_PLAINLY", 0)
    return TextPlaces(TEXT)


@pytest.mark.parametrize(
    ("words", "number", "line"),
    [
        ("x.pdf", 1, 0),
        ("x.pdf", 2, 3),
        ("x.pdf", 9, 3),
        ("x.pdf", 0, 0),
        ("ax.pdf", 1, 2),
        ("[b](x.pdf) x.pdfx.pdf", 1, 3),
        ("y" * 300 + "1", 1, 4),
        ("y" * 300 + "2", 1, 5),
        ("pdf", 1, None),
        ("nowhere", 1, None),
        ("", 1, None),
    ],
)
def test_words_are_met_where_they_begin(places, words, number, line):
    assert places.line(words, number) == line
