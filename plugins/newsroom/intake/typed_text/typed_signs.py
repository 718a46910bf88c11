"""Signs of markup as they were typed: curly quotes, characters spelt by number, attributes."""

import re
import sys
from collections.abc import Iterator

from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.text.characters import CharacterKind, name_of, odd_characters

_CURLY_TITLE = re.compile(r"(\]\([^\s()]++[ \t]+)[“”]([^“”\"\n]*)[“”](\s*\))")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_CURLY_VALUE = re.compile(r"=[“”]([^“”\"<>]*)[“”]")
_SPELT = re.compile(r"&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,9});?")
_WITH_ATTRIBUTES = re.compile(r"<([a-zA-Z][\w-]*)\s+([^<>]*)>")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_ATTRIBUTE_NAME = re.compile(r"([a-zA-Z][\w:-]*)\s*=")
# Of different characters that one text spells these many are named.
_NAMED = 5
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
    """A problem for each character of the HTML that the text spells, as &#xFFFF;, and none may.

    The first few are named: what stands in the text itself is told with the others of the file.
    """
    odd = {one.character: one for one in odd_characters(html)}
    if not odd:
        return
    spelt: dict[str, re.Match[str]] = {}
    for entity in _SPELT.finditer(text):
        spelt.setdefault(_spelt(entity), entity)
    found = [(spelt[character], one) for character, one in odd.items() if character in spelt]
    for entity, one in found[:_NAMED]:
        yield Problem(
            label,
            first_line + text.count("\n", 0, entity.start()),
            Message(
                "NR-TEXT-030",
                f"“{entity[0]}” ghi {name_of(one.character)}, ký tự không lên trang được.",
            ),
            "Xóa mã ấy đi, gõ thẳng chữ cần viết.",
            Level.WARNING if one.kind is CharacterKind.PRIVATE else Level.ERROR,
        )


def _spelt(entity: re.Match[str]) -> str:
    """The character of a number; for what is none the one that is shown instead."""
    code = int(entity[1][1:], 16) if entity[1][0] in "xX" else int(entity[1])
    is_none = code == 0 or 0xD800 <= code < 0xE000 or code > sys.maxunicode
    return "\ufffd" if is_none else chr(code)
