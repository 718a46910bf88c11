"""Signs of markup as they were typed: curly quotes, characters spelt by number, attributes."""

import re
import sys
from collections.abc import Iterator

from ..domain.characters import CharacterKind, OddCharacter, name_of, odd_characters
from ..domain.problem import Level, Problem

_CURLY_TITLE = re.compile(r"(\]\([^\s()]++[ \t]+)[“”]([^“”\"\n]*)[“”](\s*\))")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_CURLY_VALUE = re.compile(r"=[“”]([^“”\"<>]*)[“”]")
_SPELT = re.compile(r"&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,9});?")
_WITH_ATTRIBUTES = re.compile(r"<([a-zA-Z][\w-]*)\s+([^<>]*)>")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_ATTRIBUTE_NAME = re.compile(r"([a-zA-Z][\w:-]*)\s*=")
_TYPED_NAME = re.compile(r"([a-z][\w:-]*+)=")


def straightened(text: str) -> str:
    """The text with straight quotes where a phone or Word made the quotes of markup curly.

    >>> straightened('“Học” ![a](b.jpg “Chú thích”) <img src=“b.jpg”>')
    '“Học” ![a](b.jpg "Chú thích") <img src="b.jpg">'
    """
    if "](" in text and ("“" in text or "”" in text):
        text = _CURLY_TITLE.sub(r'\1"\2"\3', text)
    if "=“" in text or "=”" in text:
        text = _TAG.sub(lambda tag: _CURLY_VALUE.sub(r'="\1"', tag[0]), text)
    return text


def typed_attributes(text: str, html: str) -> Iterator[tuple[str, str]]:
    """Each tag and attribute of the HTML whose name somebody typed in the text, once."""
    if "<" not in text:
        return
    typed = set(_TYPED_NAME.findall(text.lower()))
    found = dict.fromkeys(
        (tag.lower(), name.lower())
        for tag, rest in _WITH_ATTRIBUTES.findall(html)
        for name in _ATTRIBUTE_NAME.findall(_QUOTED.sub('""', rest))
    )
    # Markdown has attributes of its own, which nobody typed.
    yield from ((tag, name) for tag, name in found if name in typed)


def spelt_by_number(html: str, text: str, label: str, first_line: int) -> Iterator[Problem]:
    """A problem for each character of the HTML that the text spells, as &#xFFFF;, and none may."""
    for odd in {odd.character: odd for odd in odd_characters(html)}.values():
        spelt = next((e for e in _SPELT.finditer(text) if _spells(e, odd)), None)
        # What stands in the text itself is told with the characters of the file.
        if spelt:
            yield Problem(
                label,
                first_line + text.count("\n", 0, spelt.start()),
                f"“{spelt[0]}” ghi {name_of(odd.character)}, ký tự không lên trang được.",
                "Xóa mã ấy đi, gõ thẳng chữ cần viết.",
                Level.WARNING if odd.kind is CharacterKind.PRIVATE else Level.ERROR,
            )


def _spells(entity: re.Match[str], odd: OddCharacter) -> bool:
    """Whether a number spells that character, or none, which is shown as a lost one."""
    code = int(entity[1][1:], 16) if entity[1][0] in "xX" else int(entity[1])
    is_none = code == 0 or 0xD800 <= code < 0xE000 or code > sys.maxunicode
    return code == ord(odd.character) or (odd.kind is CharacterKind.LOST and is_none)
