"""A page of the site, before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Page:
    """One file of the output.

    `url` is relative to the root of the site: `thang/2024/11/` or `404.html`. A page is either a
    `template` with its whole `context`, or ready `text`. What a page shows depends on these
    alone. `updated` is the day of its newest content, for the site map; None keeps it out.
    """

    url: str
    template: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    updated: date | None = None

    @property
    def save_as(self) -> str:
        return f"{self.url}index.html" if not self.url or self.url.endswith("/") else self.url

    @property
    def root(self) -> str:
        """The way from this page to the root of the site, without a slash at the end."""
        return "/".join([".."] * self.url.count("/")) or "."
