"""An article as the site that it comes from kept it, whatever that site was made with."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from .old_sites.left_out import NotImported


class OldKind(Enum):
    """The place of an entry on its old site."""

    ARTICLE = "article"
    PAGE = "page"
    DOCUMENT = "document"


class OldState(Enum):
    """The standing of an entry with the readers of its old site; what they did not see is left."""

    PUBLIC = "public"
    HIDDEN = "hidden"


@dataclass(frozen=True, kw_only=True)
class OldCategory:
    """A category of the old site: `code` as in its addresses, `name` as readers saw it."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class OldArticle:
    """One entry of an old site, as its export tells it: claims, in NFC, but not yet cleaned.

    `entry` names it in messages (`wp_posts 812`, `tin-tuc/khai-giang.md`); `addresses` are all
    under which it was read, the canonical one first, whole or from the root (`/vi/news/a-12.html`);
    `published` and `updated` are Vietnamese time without a zone. `body` is the HTML or, where
    `is_markdown`, the Markdown of the text; `cover` and the addresses in it are those of the old
    site. `authors`, `categories` (the main one first) and `tags` are its own words. `left` is what
    its reader could not take of it. Relative addresses in the body begin at `base`
    (`/2019/09/khai-giang/`), else at the first of its own.
    """

    entry: str
    title: str
    published: datetime | None
    body: str
    addresses: tuple[str, ...] = ()
    kind: OldKind = OldKind.ARTICLE
    state: OldState = OldState.PUBLIC
    updated: datetime | None = None
    summary: str = ""
    is_markdown: bool = False
    authors: tuple[str, ...] = ()
    categories: tuple[OldCategory, ...] = ()
    tags: tuple[str, ...] = ()
    cover: str = ""
    cover_caption: str = ""
    source: str = ""
    files: tuple[str, ...] = ()
    left: tuple[NotImported, ...] = ()
    base: str = ""
