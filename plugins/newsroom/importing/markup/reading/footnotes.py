"""Footnotes: signs in the text that lead to a note, from which a sign leads back.

So Word (mammoth, CKEditor's paste), Google Docs, WordPress and Python-Markdown write them, each
with names of its own.
"""

import re
from dataclasses import dataclass, field

from .html_tree import HtmlElement

_SIGN = re.compile(r"[\[(]?\s*(?:\d{1,3}|[ivx]{1,5}|[*†‡]{1,3})\s*[\])]?")
_HOLDERS = frozenset({"li", "p", "div", "dd", "aside", "section", "td"})


@dataclass(frozen=True, kw_only=True)
class Footnotes:
    """The elements that are notes, by number, and the links that lead to and from them."""

    elements: tuple[HtmlElement, ...]
    numbers: dict[int, int] = field(default_factory=dict)
    back: frozenset[int] = frozenset()
    holders: frozenset[int] = frozenset()

    def number_of(self, element: HtmlElement) -> int:
        """The number of the note to which an element leads; 0 where it is no such sign."""
        return self.numbers.get(id(element), 0)

    def leads_back(self, element: HtmlElement) -> bool:
        return id(element) in self.back

    def holds(self, element: HtmlElement) -> bool:
        """True for a note, and for what holds nothing but notes."""
        return id(element) in self.holders


def footnotes_of(tree: HtmlElement) -> Footnotes | None:
    """The footnotes of a text; None where it has none."""
    inner = {
        id(link): link
        for link in tree.descendants()
        if link.tag == "a" and link.attributes.get("href", "").startswith("#")
    }
    if not inner:
        return None
    parents = _parents(tree)
    named = _named(tree)
    order = {id(element): n for n, element in enumerate(tree.descendants())}
    notes: dict[int, HtmlElement] = {}
    ways: dict[int, frozenset[int]] = {}
    for link in inner.values():
        target = named.get(link.attributes["href"][1:])
        if target is None or not _SIGN.fullmatch(link.words.strip()):
            continue
        holder = _holder(target, parents)
        # The note is behind its sign: its own sign leads back in the same way.
        if holder is None or order[id(holder)] < order[id(link)]:
            continue
        if id(holder) not in ways:
            ways[id(holder)] = _ways_back(holder, named, parents)
        # It leads back to the sign, to what holds it, or to what stands beside it.
        near = (link, parents.get(id(link)))
        if any(id(one) in ways[id(holder)] for one in near if one is not None):
            notes[id(holder)] = holder
    if not notes:
        return None
    return _numbered(tree, inner, parents, named, notes)


def _numbered(
    tree: HtmlElement,
    inner: dict[int, HtmlElement],
    parents: dict[int, HtmlElement],
    named: dict[str, HtmlElement],
    notes: dict[int, HtmlElement],
) -> Footnotes:
    """The notes, counted as their signs come in the text."""
    counted: dict[int, int] = {}
    numbers: dict[int, int] = {}
    back: set[int] = set()
    for key, link in inner.items():
        target = named.get(link.attributes["href"][1:])
        holder = _holder(target, parents) if target is not None else None
        if holder is not None and id(holder) in notes and not _is_in_note(link, notes, parents):
            numbers[key] = counted.setdefault(id(holder), len(counted) + 1)
        elif _is_in_note(link, notes, parents):
            back.add(key)
    elements = tuple(notes[key] for key in counted)
    holders = {id(element) for element in elements}
    for element in reversed([*tree.descendants()]):
        within = [one for one in element.children if not isinstance(one, str) or one.strip()]
        rest = [one for one in within if isinstance(one, str) or (one.tag not in ("hr", "br")
                and id(one) not in holders)]  # fmt: skip
        if within and not rest and any(id(one) in holders for one in within):
            holders.add(id(element))
    return Footnotes(
        elements=elements, numbers=numbers, back=frozenset(back), holders=frozenset(holders)
    )


def _parents(tree: HtmlElement) -> dict[int, HtmlElement]:
    return {
        id(child): element
        for element in (tree, *tree.descendants())
        for child in element.children
        if isinstance(child, HtmlElement)
    }


def _named(tree: HtmlElement) -> dict[str, HtmlElement]:
    named: dict[str, HtmlElement] = {}
    for element in tree.descendants():
        for attribute in ("id", "name"):
            if name := element.attributes.get(attribute):
                named.setdefault(name, element)
    return named


def _holder(target: HtmlElement, parents: dict[int, HtmlElement]) -> HtmlElement | None:
    """The whole note of which the target of its sign is a part."""
    element: HtmlElement | None = target
    while element is not None and element.tag not in _HOLDERS:
        element = parents.get(id(element))
    if element is None:
        return None
    around = parents.get(id(element))
    # Word has a div around the paragraph of each note.
    while around is not None and around.tag in ("li", "div") and _is_alone(element, around):
        element, around = around, parents.get(id(around))
    return element


def _is_alone(element: HtmlElement, around: HtmlElement) -> bool:
    return all(
        one is element or (isinstance(one, str) and not one.strip()) for one in around.children
    )


def _is_in_note(
    link: HtmlElement,
    notes: dict[int, HtmlElement],
    parents: dict[int, HtmlElement],
) -> bool:
    one: HtmlElement | None = link
    while one is not None:
        if id(one) in notes:
            return True
        one = parents.get(id(one))
    return False


def _ways_back(
    holder: HtmlElement, named: dict[str, HtmlElement], parents: dict[int, HtmlElement]
) -> frozenset[int]:
    """The elements to which the links of a note lead, and those right around them."""
    found: set[int] = set()
    for one in holder.descendants():
        href = one.attributes.get("href", "")
        if one.tag != "a" or not href.startswith("#"):
            continue
        if target := named.get(href[1:]):
            around = parents.get(id(target))
            found |= {id(target), id(around)} if around is not None else {id(target)}
    return frozenset(found)
