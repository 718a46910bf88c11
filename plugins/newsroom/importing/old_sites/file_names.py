"""The paths of what comes from an old site: its month, and a name that every machine can hold."""

import re
from collections.abc import Container
from datetime import datetime
from urllib.parse import unquote, urlsplit

from ...domain.site.file_names import fault_of
from ...domain.text.vietnamese import slug
from ...intake.folder.scan import ARTICLES
from ..old_article import OldArticle
from .article_text import plain_words

_LONGEST = 80
_ENDING = re.compile(r"\.(?:html?|php|aspx?|md)$", re.IGNORECASE)
_OF_NO_PAGE = re.compile(r"^(?:index|default|node|post|article|bai-viet)?-?\d*$")


def stem_of(article: OldArticle) -> str:
    """The name of an entry's file, from its old address, else from its title; never empty."""
    for address in article.addresses:
        path = unquote(urlsplit(address).path)
        last = _ENDING.sub("", path.rstrip("/").rpartition("/")[2])
        if (found := slug(last)) and not _OF_NO_PAGE.match(found):
            return _short(found)
    return _short(slug(plain_words(article.title))) or "bai-cu"


def _short(name: str) -> str:
    words = name[: _LONGEST + 1].rpartition("-")[0] if len(name) > _LONGEST else name
    short = (words or name[:_LONGEST]).strip("-")
    return f"bai-{short}" if short and fault_of(short) else short


def free_path(stem: str, on: datetime, taken: Container[str]) -> str:
    """The first path of that name, in the month of that moment, which nobody has."""
    folder, number = f"{ARTICLES}/{on:%Y-%m}", 1
    while True:
        path = f"{folder}/{stem}{f'-{number}' if number > 1 else ''}.md"
        if path not in taken:
            return path
        number += 1
