"""The people in one line of a header as they are typed: with titles, credits, signs between.

`Bài và ảnh: Cô Bùi Thị Mẫu Hà – GV lớp 1A / Đinh Văn Mẫu Phúc` names two people. What has exactly
one reading is understood; a name that is not in the plan is never taken for one that is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from ...domain.names.register import Register
from ...domain.names.titles import CREDIT, is_outsider, is_remark, without_comrade, without_titles
from ...domain.plan.group import Group, Person
from ...domain.text.vietnamese import clean
from ..header.lines import split_list, split_names

_BETWEEN_PEOPLE = re.compile(
    r"(\s*[,;，&+|·/]\s*|\s+(?:và|cùng|với)\s+|\s+[-–—]\s+|\s*[-–—]\s*(?=(?:gv|ht|tpt)\b))",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\([^()]*\)")
_AT_END = re.compile(r"\s*\(([^()]*)\)$")
_HIDDEN = "\ue010"
_CLASS = re.compile(r"^lớp\s*\d", re.IGNORECASE)


class Meant(Enum):
    """The meaning of a piece of the line."""

    PERSON = "person"
    SEVERAL = "several people of one name"
    REMARK = "remark"
    CLASS = "class"
    GROUP = "group"
    OUTSIDER = "outsider"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class NamePiece:
    """One piece of the line as typed, and whom it names."""

    text: str
    meant: Meant
    found: tuple[Person, ...] = ()


def people_in(value: str, people: Register[Person], groups: Register[Group]) -> list[NamePiece]:
    """Everybody whom a line of authors names, in its order, with what stands around them."""
    pieces: list[NamePiece] = []
    for text in _cut(value, lambda name: bool(people.find(name))):
        piece = _read(text, people, groups)
        before = pieces[-1] if pieces else None
        if piece.meant is Meant.CLASS and before and before.meant is not Meant.PERSON:
            pieces[-1] = NamePiece(text=f"{before.text}, {text}", meant=Meant.OUTSIDER)
        elif piece.meant is Meant.GROUP and before:
            pieces.append(NamePiece(text=text, meant=Meant.REMARK))
        else:
            pieces.append(piece)
    return pieces


def _read(text: str, people: Register[Person], groups: Register[Group]) -> NamePiece:
    found = people.find(text)
    bracket = _AT_END.search(text)
    if not found and bracket and groups.find(bracket[1]):
        return _read(text[: bracket.start()], people, groups)
    if not found and _CLASS.match(text):
        return NamePiece(text=text, meant=Meant.CLASS)
    if not found and is_outsider(text):
        return NamePiece(text=text, meant=Meant.OUTSIDER)
    found = found or people.find(without_titles(text))
    if found:
        return NamePiece(text=text, meant=Meant.SEVERAL if found[1:] else Meant.PERSON, found=found)
    if groups.find(text):
        return NamePiece(text=text, meant=Meant.GROUP)
    return NamePiece(text=text, meant=Meant.REMARK if is_remark(text) else Meant.UNKNOWN)


def _cut(value: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    if is_known(value.strip()):
        yield value.strip()
        return
    parts = split_list(value) if "\n" in value or value.startswith("[") else [value]
    for part in parts:
        if is_known(part):
            yield part
            continue
        # What stands in brackets is not cut.
        brackets = _BRACKET.findall(text := CREDIT.sub(", ", without_comrade(clean(part))))
        plain = _BRACKET.sub(_HIDDEN, text)
        for name in split_names(plain, is_known, _BETWEEN_PEOPLE):
            whole = name
            for _ in range(name.count(_HIDDEN)):
                whole = whole.replace(_HIDDEN, brackets.pop(0), 1)
            if whole := whole.strip(" ,;:-–—"):
                yield whole


def writers_typed(value: str) -> Iterator[str]:
    """Every name that a line of authors may hold, without knowing any: with titles and without."""
    for name in (value, *_cut(value, lambda name: False), *split_names(value, lambda name: False)):
        yield from (name, without_titles(name))
