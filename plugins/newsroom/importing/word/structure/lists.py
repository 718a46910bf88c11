"""Lists: what Word numbers itself and what was typed with signs, nested as people nest them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from ....intake.typed_text.markers import marker_of
from .inline import lines_of, text_of, without_start
from .piece import Line, Piece

_DASH = re.compile(r"[–—−]\s*(?=\S)")
# Typed without a blank behind it: `-Tổ 1`, `+Lớp 5A`, `•Học sinh`.
_TIGHT = re.compile(r"([-+•●▪■◦○➢❖✓✔])\s*(?=[^\W\d_])")
_LETTER = re.compile(r"([a-zđ])[.)]\s+(?=\S)")
_DASHED, _LETTERED_BY_HAND = "–", "a)"
_SPOKEN = re.compile(r"[!?”\"…]$")
_NUMBER, _LETTERED, _BULLET = 0, 1, 2
# In twentieths of a point: set in by less is set in by nothing.
_STEP = 120


@dataclass(frozen=True, kw_only=True)
class Item:
    """A line as an item of a list: its sign and its words behind it.

    `family` is equal for the items of one list; `rank` orders signs as papers nest them, `depth`
    is Word's own, `number` the one that readers saw; `is_tight` for a sign
    that begins a list only where another follows.
    """

    family: str
    rank: int
    depth: int | None
    indent: int
    number: int
    inner: str
    text: str
    is_tight: bool = False


@dataclass
class _Node:
    item: Item
    below: list["_Node"] = field(default_factory=list)


def split_typed_lines(line: Line) -> list[Line]:
    """A paragraph whose lines were broken by hand to make a list, cut into these lines."""
    if "<br>" not in line.inner:
        return [line]
    parts = lines_of(line.inner)
    texts = [text_of(part) for part in parts]
    if sum(_sign(text) is not None for text in texts) < 2:
        return [line]
    known = line.known
    cut = []
    for part, text in zip(parts, texts, strict=True):
        if text:
            cut.append(Line(inner=part, text=text, known=known))
            known = replace(known, counted=None)
    return cut


def items_at(pieces: Sequence[Piece], start: int, headings: dict[int, int]) -> list[Item]:
    """The items of the list that begins there; none where no list does."""
    items: list[Item] = []
    for n in range(start, len(pieces)):
        piece = pieces[n]
        if n in headings or not isinstance(piece, Line) or not _may_be_item(piece):
            break
        item = _item(piece)
        if item is None:
            break
        items.append(item)
    return _sound(items)


def _may_be_item(line: Line) -> bool:
    from ..looks.style_sheet import StyleRole

    return line.known.role in (StyleRole.BODY, StyleRole.QUOTE)


def _sound(items: list[Item]) -> list[Item]:
    """As many of the items as are a list indeed: no dialogue, and no lone letter or dash."""
    unsound = {family for family in {one.family for one in items} if _is_no_list(family, items)}
    return list(takewhile(lambda one: one.family not in unsound, items))


def _is_no_list(family: str, items: list[Item]) -> bool:
    run = [one for one in items if one.family == family]
    if family == _DASHED:
        spoken = sum(bool(_SPOKEN.search(one.text)) for one in run)
        return len(run) < 2 or spoken * 2 >= len(run)
    return len(run) < 2 and (family == _LETTERED_BY_HAND or run[0].is_tight)


def _item(line: Line) -> Item | None:
    counted = line.known.counted
    if counted is None:
        return _typed(line)
    if counted.is_bullet:
        family, rank, inner = f"{counted.list_id}/{counted.depth}", _BULLET, line.inner
    elif counted.is_plain:
        family, rank, inner = f"{counted.list_id}/{counted.depth}", _NUMBER, line.inner
    elif re.fullmatch(r"\(?[a-zđ][.)]?", counted.label):
        letter = counted.label.strip("().")
        family, rank = f"{counted.list_id}/{counted.depth}", _LETTERED
        inner = f"{letter}) {line.inner}"
    else:
        return None
    return Item(
        family=family,
        rank=rank,
        depth=counted.depth,
        indent=line.known.indent,
        number=counted.place,
        inner=inner,
        text=line.text,
    )


def _sign(text: str) -> tuple[str, int, int, int] | None:
    """The family, rank and number of a typed sign, and how many letters it takes."""
    first = text.split("\n", 1)[0]
    if found := _LETTER.match(first):
        return _LETTERED_BY_HAND, _LETTERED, ord(found[1]), found.end()
    if marker := marker_of(first):
        if not marker.words.strip():
            return None
        if marker.is_number:
            return "1", _NUMBER, marker.number, marker.offset
        if not marker.is_letter:
            return marker.kind, marker.rank, 0, len(first) - len(marker.words)
    if found := _DASH.match(first):
        return _DASHED, _BULLET + 1, 0, found.end()
    if found := _TIGHT.match(first):
        return found[1], _BULLET + (found[1] in "-") + 2 * (found[1] in "+◦○"), 0, found.end()
    return None


def _typed(line: Line) -> Item | None:
    sign = _sign(line.text)
    if sign is None:
        return None
    family, rank, number, length = sign
    inner = without_start(line.inner, length)
    if rank == _LETTERED:
        inner = f"{line.text[0]}) {inner}"
    return Item(
        family=family,
        rank=rank,
        depth=None,
        indent=line.known.indent,
        number=number,
        inner=inner,
        text=line.text,
        is_tight=marker_of(line.text.split("\n", 1)[0]) is None,
    )


def html_of_lists(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """The lists that these items make, one after the other: as HTML, and as plain lines."""
    top: list[_Node] = []
    path: list[_Node] = []
    for n, item in enumerate(items):
        node = _Node(item)
        path = _path_for(item, path, items[n + 1 :])
        (path[-1].below if path else top).append(node)
        path = [*path, node]
    for group in _grouped(top):
        yield _html(group), "\n".join(_texts(group))


def _path_for(item: Item, path: list[_Node], after: Sequence[Item]) -> list[_Node]:
    """The items within which this one stands."""
    for n in range(len(path) - 1, -1, -1):
        if path[n].item.family == item.family and not _is_deeper(item, path[n].item):
            return path[:n]
    while path and not _is_within(item, path[-1].item, after):
        path = path[:-1]
    return path


def _is_deeper(item: Item, above: Item) -> bool:
    """True for the same typed sign set in further."""
    return item.depth is None and item.indent - above.indent > 2 * _STEP


def _is_within(item: Item, above: Item, after: Sequence[Item]) -> bool:
    if item.depth is not None and above.depth is not None:
        if item.depth != above.depth:
            return item.depth > above.depth
        goes_on = any(one.family == above.family for one in after)
        return item.rank > above.rank and (goes_on or item.indent > above.indent + _STEP)
    if item.indent + _STEP < above.indent:
        return False
    return item.rank > above.rank or _is_deeper(item, above)


def _grouped(nodes: Sequence[_Node]) -> Iterator[list[_Node]]:
    group: list[_Node] = []
    for node in nodes:
        if group and not _follows(node.item, group[-1].item):
            yield group
            group = []
        group.append(node)
    if group:
        yield group


def _follows(item: Item, above: Item) -> bool:
    if item.rank == _NUMBER == above.rank:
        return item.number == above.number + 1
    is_bullet = item.rank >= _BULLET and above.rank >= _BULLET
    return item.rank == above.rank or is_bullet


def _html(nodes: Sequence[_Node]) -> str:
    first = nodes[0].item
    opening, closing = "<ul>", "</ul>"
    if first.rank == _NUMBER:
        start = f' start="{first.number}"' if first.number != 1 else ""
        opening, closing = f"<ol{start}>", "</ol>"
    elif first.rank == _LETTERED:
        opening = '<ul class="lettered">'
    items = "".join(
        f"<li>{node.item.inner}{''.join(map(_html, _grouped(node.below)))}</li>" for node in nodes
    )
    return f"{opening}{items}{closing}"


def _texts(nodes: Sequence[_Node]) -> Iterator[str]:
    for node in nodes:
        yield text_of(node.item.inner)
        yield from _texts(node.below)
