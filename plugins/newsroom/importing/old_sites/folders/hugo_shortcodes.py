"""The shortcodes of Hugo, {{< name key="value" >}}, as the HTML or Markdown that they made."""

import re
from collections.abc import Callable
from html import escape

from ..left_out import LeftKind, NotImported

_CODE = re.compile(
    r"\{\{([<%])\s*(?P<end>/?)\s*(?P<name>[\w./-]+)(?P<values>.*?)/?\s*[>%]\}\}", re.S
)
_VALUE = re.compile(
    r"""([\w-]+)\s*=\s*(?:"([^"]*)"|`([^`]*)`|([^\s"`]+))|"([^"]*)"|`([^`]*)`|(\S+)"""
)
_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
}
# What only lays out or marks the words between.
_LAYOUT = frozenset(
    {"details", "notice", "alert", "center", "columns", "column", "raw", "highlight"}
)


def without_codes(
    text: str, address_of: Callable[[str], str]
) -> tuple[str, tuple[NotImported, ...]]:
    """The text without shortcodes, and those for which nothing can be shown.

    `address_of` gives the address of another text by its path.
    """
    left: list[NotImported] = []

    def shown(found: re.Match[str]) -> str:
        name, values = found["name"], _values(found["values"])
        if found["end"] or name in _LAYOUT:
            return ""
        if name in ("figure", "img", "image"):
            return _figure(values)
        if name in _VIDEOS and (code := values.get("id") or values.get("0")):
            return f"\n\n{_VIDEOS[name].format(code)}\n\n"
        if name in ("ref", "relref"):
            return address_of(values.get("path") or values.get("0", ""))
        is_form = "form" in name
        kind = LeftKind.FORM if is_form else LeftKind.SHORTCODE
        left.append(NotImported(kind=kind, detail=found[0]))
        return ""

    return _CODE.sub(shown, text), tuple(left)


def _figure(values: dict[str, str]) -> str:
    source = values.get("src") or values.get("0", "")
    if not source:
        return ""
    words = values.get("caption") or values.get("title", "")
    caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    picture = f'<img src="{escape(source)}" alt="{escape(values.get("alt", ""))}">'
    return f"\n\n<figure>{picture}{caption}</figure>\n\n"


def _values(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    bare = 0
    for one in _VALUE.finditer(text):
        if one[1]:
            found[one[1].lower()] = one[2] or one[3] or one[4] or ""
        else:
            found[str(bare)] = one[5] or one[6] or one[7] or ""
            bare += 1
    return found
