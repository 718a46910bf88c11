"""HTML as an editor left it, read as browsers read it, into a tree that is never deep."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import Any

from ....domain.text.vietnamese import clean


def names_in(written: str) -> frozenset[str]:
    return frozenset(written.split())


# Elements within one another, in what is read and in what is kept of it. Nobody's article nests
# like this; without a bound a page of 100,000 open tags would take minutes, and then fail.
_DEEPEST_READ, _DEEPEST_KEPT = 200, 60
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)[^<>]*+>?")
_VOID = frozenset({"br", "hr", "img", "input", "source", "embed", "col", "wbr", "meta", "link"})
# A browser closes these by itself where the next begins.
_CLOSED_BY_THE_NEXT = frozenset({"p", "li", "td", "th", "tr", "dd", "dt", "option", "body", "html"})
_NO_WORDS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
_TOKEN = re.compile(
    r'<(?P<end>/?)(?P<name>[a-zA-Z][^\s<>/"]*+)(?P<attributes>(?:\s+[^\s<>="/]++(?:="[^"]*+")?)*+)'
    r"\s*+/?>|(?P<text>[^<]++)|<"
)
_ATTRIBUTE = re.compile(r'([^\s<>="/]++)(?:="([^"]*+)")?')
_READ_TAGS = names_in(
    "a abbr acronym address article aside audio b bdi bdo big blockquote br caption"
    " center cite code dd del details dfn dir div dl dt em embed fieldset figcaption"
    " figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd legend li"
    " main mark menu nav object ol p picture pre q s samp section small source span strike"
    " strong sub summary sup table tbody td tfoot th thead tr tt u ul var video"
)
_WITH_ALL_IN_THEM = names_in(
    "script style noscript template title xml svg math select button textarea datalist"
)
_READ_ATTRIBUTES = names_in(
    "href src alt title style class id name align start type value colspan rowspan scope"
    " face data data-src data-original data-lazy-src data-mce-src data width height hidden"
)


@dataclass(kw_only=True)
class HtmlElement:
    """One element: its attributes, and its children, elements and plain words."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["HtmlElement | str"] = field(default_factory=list)

    @property
    def style(self) -> str:
        return self.attributes.get("style", "").lower()

    @property
    def classes(self) -> set[str]:
        return {*self.attributes.get("class", "").lower().split()}

    def descendants(self) -> Iterator["HtmlElement"]:
        """All elements within this one, in their order."""
        waiting = [*reversed(self.children)]
        while waiting:
            child = waiting.pop()
            if isinstance(child, HtmlElement):
                yield child
                waiting += reversed(child.children)

    @property
    def words(self) -> str:
        """The text of all that is in it."""
        found: list[str] = []
        waiting: list[HtmlElement | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                found.append(one)
            else:
                waiting += reversed(one.children)
        return "".join(found)


def tree_of(html: str) -> HtmlElement:
    """The tree of a piece of HTML, as html5ever builds it, without scripts and styles.

    The characters of its words are those that were meant; see domain/text/characters.py.
    """
    root = HtmlElement(tag="")
    open_elements = [root]
    too_deep = 0
    for token in _TOKEN.finditer(_sanitiser().clean(_made_shallow(html))):
        if token["text"] is not None:
            # Between the rows of a table nobody looks for words.
            holder = _holder_of(open_elements) if too_deep else open_elements[-1]
            holder.children.append(clean(unescape(token["text"])))
            continue
        name = token["name"]
        if name is None:
            continue
        if token["end"]:
            if too_deep:
                too_deep -= 1
            elif len(open_elements) > 1:
                open_elements.pop()
            continue
        element = HtmlElement(tag=name, attributes=_attributes(token["attributes"]))
        if name in _VOID:
            holder = _holder_of(open_elements) if too_deep else open_elements[-1]
            holder.children.append(element)
        elif len(open_elements) < _DEEPEST_KEPT and not too_deep:
            open_elements[-1].children.append(element)
            open_elements.append(element)
        else:
            too_deep += 1
    return root


def _holder_of(open_elements: list[HtmlElement]) -> HtmlElement:
    """The innermost open element in which words may stand."""
    return next(one for one in reversed(open_elements) if one.tag not in _NO_WORDS)


def _attributes(written: str) -> dict[str, str]:
    return (
        {name: clean(unescape(value)).strip() for name, value in _ATTRIBUTE.findall(written)}
        if written
        else {}
    )


def _made_shallow(html: str) -> str:
    """The HTML without the tags that stand deeper than anybody nests."""
    if html.count("<") <= _DEEPEST_READ:
        return html
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        name = tag[2].lower()
        if name in _VOID or name in _CLOSED_BY_THE_NEXT:
            return tag[0]
        if tag[1]:
            depth = max(depth - 1, 0)
            return tag[0] if depth < _DEEPEST_READ else ""
        depth += 1
        return tag[0] if depth <= _DEEPEST_READ else ""

    return _TAG.sub(kept, html)


@cache
def _sanitiser() -> Any:
    import nh3

    return nh3.Cleaner(
        tags=set(_READ_TAGS),
        clean_content_tags=set(_WITH_ALL_IN_THEM),
        attributes={"*": set(_READ_ATTRIBUTES)},
        # What may stay of an address is judged when it is written; pictures may be in the text.
        url_schemes={"http", "https", "mailto", "tel", "data", "file", "blob", "cid"},
        link_rel=None,
        strip_comments=True,
    )
