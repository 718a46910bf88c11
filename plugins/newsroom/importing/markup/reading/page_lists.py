"""Lists of HTML as the page has them: items with their numbers, or with signs of their own."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from ....intake.typed_text import LETTERED
from ..page.blocks import PageBlock, PageList, PageListItem, Run, RunKind, WordsBlock
from ..page.run_order import in_order
from .html_tree import HtmlElement

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
          (1, "i"))  # fmt: skip
_KINDS = {
    "a": "a", "i": "i", "A": "A", "I": "I", "lower-alpha": "a", "lower-latin": "a",
    "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip


def list_of(
    element: HtmlElement, blocks_of: Callable[[Iterable[HtmlElement | str]], tuple[PageBlock, ...]]
) -> list[PageBlock]:
    """The list, and what stood in it without being an item of it."""
    counted = element.tag == "ol"
    sign = _sign_of(element) if counted else ""
    number = _whole(element.attributes.get("start", ""), 1)
    items: list[PageListItem] = []
    for child in element.children:
        if isinstance(child, str):
            if not child.strip():
                continue
            within = blocks_of([child])
        elif child.tag == "li":
            number = _whole(child.attributes.get("value", ""), number)
            within = blocks_of(child.children)
        else:
            within = blocks_of([child])
            if items and within:
                # Editors put the inner list behind the item instead of into it.
                last = items.pop()
                items.append(replace(last, blocks=(*last.blocks, *within)))
                continue
        if not within:
            continue
        if sign:
            within = _with_sign(within, _signed(number, sign))
        items.append(PageListItem(blocks=within, number=number if counted and not sign else 0))
        number += 1
    if not items:
        return []
    is_lettered = bool(sign) or LETTERED in element.classes
    kind = "lettered" if is_lettered else ("ol" if counted else "ul")
    return [PageList(kind=kind, items=tuple(items))]


def _whole(written: str, otherwise: int) -> int:
    written = written.strip()
    return int(written) if written.isdecimal() and len(written) < 10 else otherwise


def _sign_of(element: HtmlElement) -> str:
    """The kind of an enumeration by letters or Roman numbers: a, A, i or I; empty for others."""
    if kind := _KINDS.get(element.attributes.get("type", "")):
        return kind
    _, _, style = element.style.partition("list-style-type:")
    return _KINDS.get(style.partition(";")[0].strip(), "")


def _signed(number: int, kind: str) -> str:
    if kind in "aA":
        sign = _LETTERS[(number - 1) % len(_LETTERS)]
        return f"{sign}) " if kind == "a" else f"{sign.upper()}. "
    roman, left = "", max(number, 1)
    for value, letters in _ROMAN:
        roman += letters * (left // value)
        left %= value
    return f"{roman}) " if kind == "i" else f"{roman.upper()}. "


def _with_sign(blocks: tuple[PageBlock, ...], sign: str) -> tuple[PageBlock, ...]:
    first, *others = blocks
    run = Run(RunKind.WORDS, sign)
    if isinstance(first, WordsBlock):
        return (replace(first, runs=in_order((run, *first.runs))), *others)
    return (WordsBlock(tag="p", runs=in_order((run,))), *blocks)
