"""Fields: their last result is what the reader saw; those that link become links."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..left import Left, LeftThing
from ..xml_names import Element, R, W, found, local, remove, unwrap

# The address is quoted or one word; `\l` names a place in the file, `\o` a word that pops up.
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|((?!\\)\S+))?', re.IGNORECASE)
_FIELD = re.compile(r"\s*([A-Z]+)", re.IGNORECASE)
_OPEN = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_PLACE_IN_FILE = re.compile(r"#|_|$")
# Their results are made of pages, which the web has not.
_WITHOUT_WORDS = frozenset(("TOC", "INDEX", "TOA", "RD", "XE", "TC", "PAGE", "NUMPAGES"))


_HYPERLINK = "HYPERLINK"


@dataclass
class _Field:
    """A field that is open: what it asks for, and whether its result has begun."""

    asks: str = ""
    is_result: bool = False

    @property
    def kind(self) -> str:
        found = _FIELD.match(self.asks)
        return found[1].upper() if found else ""


def resolve_fields(root: Element, left: Left) -> None:
    """Put the result of each field into its place."""
    _resolve_simple(root, left)
    stack: list[_Field] = []
    for run in found(root, f"{W}r"):
        for piece in list(run):
            name = local(piece)
            if name == "fldChar":
                _turn(piece.get(f"{W}fldCharType", ""), stack, left)
                run.remove(piece)
            elif name == "instrText":
                if stack:
                    stack[-1].asks += piece.text or ""
                run.remove(piece)
            elif name != "rPr" and stack and not _is_shown(stack):
                run.remove(piece)
        links = [one.asks for one in stack if one.is_result and one.kind == _HYPERLINK]
        if links and (address := _address_in(links[-1])) and len(run) and not _is_in_link(run):
            _link(run, address)


def _turn(step: str, stack: list[_Field], left: Left) -> None:
    if step == "begin":
        stack.append(_Field())
    elif step == "separate" and stack:
        stack[-1].is_result = True
        _count(stack[-1].kind, left)
    elif step == "end" and stack:
        ended = stack.pop()
        if not ended.is_result:
            _count(ended.kind, left)


def _count(kind: str, left: Left) -> None:
    if kind == "TOC":
        left.add(LeftThing.TABLE_OF_CONTENTS)
    elif kind == "EQ":
        left.add(LeftThing.EQUATION)


def _is_shown(stack: list[_Field]) -> bool:
    return all(one.is_result and one.kind not in _WITHOUT_WORDS for one in stack)


def _resolve_simple(root: Element, left: Left) -> None:
    for simple in found(root, f"{W}fldSimple"):
        one = _Field(asks=simple.get(f"{W}instr", ""))
        _count(one.kind, left)
        if one.kind in _WITHOUT_WORDS:
            remove(simple)
            continue
        if one.kind == _HYPERLINK and (address := _address_in(one.asks)):
            for run in found(simple, f"{W}r"):
                _link(run, address)
        unwrap(simple)


def _address_in(asks: str) -> str:
    match = _LINK.match(asks)
    return (match[1] or match[2] or "").strip() if match else ""


def _is_in_link(run: Element) -> bool:
    return any(local(one) == "hyperlink" for one in run.iterancestors())


def _link(run: Element, address: str) -> None:
    parent = run.getparent()
    link = parent.makeelement(f"{W}hyperlink", {"address": address})
    parent.replace(run, link)
    link.append(run)


def resolve_links(
    root: Element, relations: Mapping[str, tuple[str, str]], left: Left
) -> dict[str, str]:
    """Keep the links that lead to the open web, under new ids; the words of all others stay.

    Returns the addresses by their ids.
    """
    addresses: dict[str, str] = {}
    for link in found(root, f"{W}hyperlink"):
        kind, target = relations.get(link.get(f"{R}id", ""), ("", ""))
        address = link.get("address") or (target if kind == "hyperlink" else "")
        address = _mended(address)
        if not _OPEN.match(address):
            if not _PLACE_IN_FILE.match(address) and not _SCRIPT.match(address):
                left.add(LeftThing.PLACE_ON_A_COMPUTER, re.split(r"[\\/]", address)[-1])
            unwrap(link)
            continue
        if (place := link.get(f"{W}anchor")) and "#" not in address:
            address = f"{address}#{place}"
        link.attrib.clear()
        id = addresses.setdefault(address, f"link{len(addresses) + 1}")
        link.set(f"{R}id", id)
    return {id: address for address, id in addresses.items()}


def _mended(address: str) -> str:
    """An address as its writer meant it: `www.mau.example`, `co.mau@mau.example`."""
    address = address.strip().replace(" ", "%20")
    if re.match(r"www\.[^/\s]+\.", address, re.IGNORECASE):
        return f"http://{address}"
    if re.fullmatch(r"[^@\s:/\\]+@[^@\s/\\]+\.\w+", address):
        return f"mailto:{address}"
    return address
