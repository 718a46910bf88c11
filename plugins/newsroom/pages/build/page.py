"""A page of the site, before it is made."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ...domain.site.article_record import ArticleRecord

_LIST_KEY = attrgetter("list_key")
# A template's context; the text or bytes of a file; or where a file lies that is copied.
Content = Mapping[str, Any] | str | bytes | Path


class Page(NamedTuple):
    """One file of the output, which `make` makes if it is asked for.

    `url` is relative to the root of the site: `thang/2024/11/` or `404.html`. What `make` returns
    depends only on what `key` was made from: while the key is the same, so is the page. With a
    `template` (a file of the theme; .html is left out) it returns the whole context, else the
    file's content. `updated` is the day of its newest content, for the site map; None where none
    is known.
    """

    url: str
    key: str
    make: Callable[[], Content]
    template: str = ""
    updated: date | None = None

    @property
    def save_as(self) -> str:
        url = self.url
        return f"{url}index.html" if not url or url[-1] == "/" else url

    @property
    def template_file(self) -> str:
        return self.template if "." in self.template else f"{self.template}.html"

    @property
    def root(self) -> str:
        return root_of(self.url)


def root_of(url: str) -> str:
    """The way from a page to the root of the site, without a slash at the end."""
    return "/".join([".."] * url.count("/")) or "."


def key_of(*inputs: object) -> str:
    """A key from values whose repr tells all of them."""
    return hashlib.sha256(repr(inputs).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def key_of_list(head: object, rows: "Iterable[ArticleRecord]") -> str:
    """A key of a list: what stands around it, and the articles in its rows."""
    keys = "".join(map(_LIST_KEY, rows))
    return hashlib.sha256(f"{head!r}{keys}".encode()).hexdigest()[:24]


def ready(url: str, template: str, context: Mapping[str, Any], updated: date | None = None) -> Page:
    """A page whose context is cheap: it is made at once and is its own key."""
    return Page(url, key_of(context), partial(_given, context), template, updated)


def text_file(url: str, text: str) -> Page:
    """A file of text that is there already."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Page(url, digest, partial(_given, text))


def _given(content: Content) -> Content:
    return content
