"""The words of a text about its pictures."""

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

from ...domain.content.content_item import Body, Reference, ReferenceKind

_ALT = re.compile(r'\balt="([^"]*)"')
_CAPTION = re.compile(r"^(?:(?!<img|</figure).)*?<figcaption>(.*?)</figcaption>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class ImageWords(NamedTuple):
    """The description for who does not see the picture, and the caption below it."""

    description: str = ""
    caption: str = ""


def words_of_pictures(body: Body) -> Mapping[str, ImageWords]:
    """By the path of each picture that the text shows; the first time counts."""
    found: dict[str, ImageWords] = {}
    around = ("", *body.parts, "")
    for n, part in enumerate(around):
        if not isinstance(part, Reference) or part.attribute != "src":
            continue
        if part.kind is ReferenceKind.PICTURE and part.target not in found:
            found[part.target] = _words(around[n - 1], around[n + 1])
    return found


def _words(before: str | Reference, behind: str | Reference) -> ImageWords:
    before = before.rpartition("<img")[2] if isinstance(before, str) else ""
    behind = behind if isinstance(behind, str) else ""
    alt = _ALT.search(f"{before} {behind.partition('>')[0]}")
    caption = _CAPTION.search(behind)
    return ImageWords(unescape(alt[1]) if alt else "", _plain(caption[1]) if caption else "")


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()
