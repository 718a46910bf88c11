"""Our own typeface, for every Vietnamese letter, and little of it."""

import re
import unicodedata

import pytest

from browser.page_kinds import TEMPLATES

THEME = TEMPLATES.parent
FONTS = sorted((THEME / "static/fonts").glob("*.woff2"))
VOWELS = "aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ"
LETTERS = "đĐ" + "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in VOWELS
    for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
)
# With the font of a letter missing, the browser takes that letter from the second family.
WIDTHS = """
const [letters, family, weight] = arguments;
const pen = document.createElement("canvas").getContext("2d");
const wide = (letter, second) => {
  pen.font = `${weight} 100px "${family}", ${second}`;
  return pen.measureText(letter).width;
};
return [...letters].filter(letter => wide(letter, "monospace") !== wide(letter, "serif"));
"""


def test_two_files_of_at_most_fifteen_kilobytes_with_their_licence():
    assert len(FONTS) == 2
    assert all(font.stat().st_size <= 15_000 for font in FONTS)
    assert "SIL OPEN FONT LICENSE" in (THEME / "static/fonts/OFL.txt").read_text("utf-8")


def test_the_style_sheet_names_the_files_that_are_there():
    named = re.findall(r'url\("fonts/([^"]+)"\)', (THEME / "styles/fonts.css").read_text("utf-8"))

    assert sorted(named) == [font.name for font in FONTS]


@pytest.mark.parametrize("weight", [400, 700])
def test_every_vietnamese_letter_and_sign_is_in_the_typeface(visitor, addresses, weight):
    visitor.goes_to(addresses["public"])
    visitor.driver.execute_async_script(
        "document.fonts.load(`${arguments[0]} 20px 'Be Vietnam Pro'`, 'ệ').then(arguments[1])",
        weight,
    )

    letters = LETTERS + "–—“”‘’…·₫0123456789%&@()"
    assert visitor.driver.execute_script(WIDTHS, letters, "Be Vietnam Pro", weight) == []
    assert visitor.driver.execute_script(WIDTHS, "ж", "Be Vietnam Pro", weight) == ["ж"]
