"""The look that an element gives to the words in it: by its name, its style or its class."""

import re

from .html_tree import HtmlElement

_BY_NAME = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("s", "strike", "del"), "del"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "code"),
    **{name: name for name in ("u", "sup", "sub", "mark")},
}
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)")
_SLANT = re.compile(r"(?<![\w-])font-style\s*:\s*(\w+)")
_LINE = re.compile(r"(?<![\w-])text-decoration(?:-line)?\s*:\s*([^;]+)")
_HEIGHT = re.compile(r"(?<![\w-])vertical-align\s*:\s*(super|sub)\b")
_CENTRED = re.compile(r"(?<![\w-])text-align\s*:\s*center")
# Words that the editor or somebody who broke in hides: nobody has read them.
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|)\b"
    r"(?!\.)|(?:left|top|text-indent)\s*:\s*-\d{3,}"
)


def formats_within(element: HtmlElement, around: frozenset[str]) -> frozenset[str]:
    """The formats of the words in an element, given those of the words around it."""
    formats = around
    if own := _BY_NAME.get(element.tag):
        formats = formats | {own}
    style = element.style
    if not style:
        return formats
    if weight := _WEIGHT.search(style):
        is_bold = weight[1] in ("bold", "bolder") or (
            weight[1].isdecimal() and int(weight[1]) >= 600
        )
        formats = formats | {"strong"} if is_bold else formats - {"strong"}
    if slant := _SLANT.search(style):
        formats = formats | {"em"} if slant[1] in ("italic", "oblique") else formats - {"em"}
    if line := _LINE.search(style):
        formats = formats | {"del"} if "line-through" in line[1] else formats
        formats = formats | {"u"} if "underline" in line[1] else formats
    if height := _HEIGHT.search(style):
        formats = formats | {"sup" if height[1] == "super" else "sub"}
    return formats


def is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attributes or bool(element.style and _HIDDEN.search(element.style))


def is_centred(element: HtmlElement) -> bool:
    return (
        element.tag == "center"
        or element.attributes.get("align", "").lower() in ("center", "middle")
        or bool(_CENTRED.search(element.style))
    )
