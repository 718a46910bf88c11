"""The shortcodes of WordPress, [name key="value"]: what a page showed in their place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

# A word in brackets is a shortcode where it has values, an end, or the look of a plug-in's name.
_CODE = re.compile(
    r"\[(?P<end>/?)(?P<name>[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)(?P<values>(?:\s[^\[\]]*)?)\s*/?\]"
)
_CAPTION = re.compile(
    # One that is never closed ends where the next begins, and not by a look at all of the text.
    r"\[(?:wp_)?caption([^\]]*)\]((?:(?!\[/?(?:wp_)?caption\b).)*+)\[/(?:wp_)?caption\]",
    re.DOTALL | re.IGNORECASE,
)
_PICTURE = re.compile(r"\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL | re.I)
_EMBED = re.compile(r"\[embed[^\]]*\]\s*(\S+?)\s*\[/embed\]", re.IGNORECASE)
_VALUE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"([^"]*)"|(\S+)""")
_ESCAPED = re.compile(r"\[(\[[^\[\]]*\])\]")
_FORMS = re.compile(r"form|contact|wpforms|subscribe|mc4wp")
_OF_PLUGINS = frozenset(
    {"toc", "ez-toc", "product", "products", "woocommerce", "su", "divider", "clear", "sitemap"}
)


@dataclass(frozen=True, kw_only=True)
class AttachedPicture:
    """A picture of the library: its address, and the words that stood below it."""

    url: str
    caption: str = ""


@dataclass(frozen=True, kw_only=True)
class LeftCode:
    """A shortcode for which nothing can be shown."""

    words: str
    is_form: bool


def without_shortcodes(
    html: str, pictures: Callable[[Sequence[str]], Sequence[AttachedPicture]]
) -> tuple[str, list[LeftCode]]:
    """The HTML with pictures, captions and videos in the place of their codes; what was left.

    `pictures` gives those of the library by their numbers; for none, those of the article.
    """
    if "[" not in html:
        return html, []
    left: list[LeftCode] = []
    html = _CAPTION.sub(_captioned, html)
    html = _EMBED.sub(r"<p>\1</p>", html)
    ended = {found["name"] for found in _CODE.finditer(html) if found["end"]}

    def shown(found: re.Match[str]) -> str:
        name, values = found["name"], _values(found["values"])
        if found["end"]:
            return "" if _is_code(name, "", ended) else found[0]
        if name in ("gallery", "wp_gallery"):
            numbers = re.findall(r"\d+", values.get("ids") or values.get("include") or "")
            return "".join(figure(one) for one in pictures(numbers))
        if name in ("video", "audio", "playlist", "youtube", "vimeo", "fvplayer"):
            return _film(name, values)
        if not _is_code(name, found["values"], ended):
            return found[0]
        if name not in _LAYOUT and not name.startswith(_LAYOUT_OF):
            left.append(LeftCode(words=found[0], is_form=bool(_FORMS.search(name))))
        return ""

    whole = _ESCAPED.sub(lambda found: found[1].replace("[", "&#91;"), html)
    return _CODE.sub(shown, whole), left


# What only lays out the words between.
_LAYOUT = frozenset(
    {"row", "column", "columns", "col", "one_half", "one_third", "section", "center"}
)
_LAYOUT_OF = ("vc_", "et_pb_", "fusion_", "ux_", "col_")


def figure(picture: AttachedPicture) -> str:
    caption = f"<figcaption>{picture.caption}</figcaption>" if picture.caption else ""
    return f'<figure><img src="{escape(picture.url)}">{caption}</figure>'


def _captioned(found: re.Match[str]) -> str:
    inner = _PICTURE.match(found[2])
    if not inner:
        return found[2]
    words = inner[2].strip() or _values(found[1]).get("caption", "")
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    return f"<figure>{inner[1]}{caption}</figure>"


def _film(name: str, values: dict[str, str]) -> str:
    sources = ("src", "mp4", "webm", "mp3", "ogg", "m4a", "url", "0")
    address = next((values[key] for key in sources if values.get(key)), "")
    if name in ("youtube", "vimeo") and re.fullmatch(r"[\w-]{6,12}", address):
        host = "https://www.youtube.com/watch?v=" if name == "youtube" else "https://vimeo.com/"
        address = host + address
    if not address:
        return ""
    if name in ("youtube", "vimeo"):
        return f"<p>{escape(address)}</p>"
    return f'<p><a href="{escape(address)}">{escape(address.rpartition("/")[2] or address)}</a></p>'


def _is_code(name: str, values: str, ended: set[str]) -> bool:
    return (
        name in ended
        or "=" in values
        or "_" in name
        or name in _OF_PLUGINS
        or ("-" in name and name.isascii())
    )


def _values(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    bare = 0
    for one in _VALUE.finditer(text):
        if one[1]:
            found[one[1].lower()] = one[2] or one[3] or one[4] or ""
        else:
            found[str(bare)] = (one[5] or one[6] or "").strip("\"'=")
            bare += 1
    return found
