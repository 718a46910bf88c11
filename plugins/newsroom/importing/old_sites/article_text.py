"""The file of an article of an old site: its header in the order of this house, and its text."""

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from urllib.parse import urljoin

from ...domain.content.content_item import ContentKind
from ...domain.plan.category import OLD_ARTICLES
from ...domain.text.dates import as_typed
from ...domain.text.vietnamese import clean, fold
from ...intake.folder.content_folder import FILE_ENDINGS
from ...intake.header.values import quoted_if_needed
from ...intake.text.markdown_text import BrokenMarkdown, fill, render
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import FIELDS
from ...vocabulary.labels import SOURCE
from ..markup.conversion import Converted, converted
from ..markup.old_addresses import PictureAddress
from ..old_article import OldArticle
from .files.article_files import ArticleFiles
from .files.larger_versions import PICTURE_FILE
from .former_addresses import address_key, is_inside
from .left_out import LeftKind, LeftLog
from .names.old_names import OldNames

# In letters. A title is one line of a list.
_LONGEST_TITLE, _LONGEST_SUMMARY = 300, 600
_FILE = re.compile(rf"(?:{'|'.join(map(re.escape, FILE_ENDINGS))})(?:[?#].*)?$", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_TAGS = re.compile(r"<[^<>]*>")
_TITLED = re.compile(r'(<img\b[^<>]*?) title="([^"<>]+)">')
_ITEM_OR_END = re.compile(r"[,;\n]")


@dataclass(frozen=True, kw_only=True)
class OldSiteContext:
    """All that the text of one article needs to know of the site around it.

    `paths` are those of the articles in content/, by the keys of their old addresses.
    """

    names: OldNames
    hosts: frozenset[str]
    paths: Mapping[str, str]
    left: LeftLog


def file_text(
    article: OldArticle, path: str, on: datetime, context: OldSiteContext, files: ArticleFiles
) -> str:
    """The whole file that stands at `path`. Pictures and attachments are put into `files`."""
    for one in article.left:
        context.left.leave(one.kind, article.entry, one.detail)
    made = _text_of(article, path, context, files)
    cover = files.picture(PictureAddress(source=article.cover)) if article.cover else None
    body = made.markdown
    for address in article.files:
        if (found := files.attachment(address)) and found not in made.links:
            body += f"\n\n[{posixpath.basename(found)}]({found})"
    if article.source:
        body += f"\n\n*{SOURCE}: {_escaped(article.source)}*"
    facts = _facts(article, on, context.names)
    if cover:
        facts[ArticleField.COVER] = [cover]
    lines = [
        f"{declaration.key}: {value}"
        for field, declaration in FIELDS[ContentKind.ARTICLE].items()
        for value in facts.get(field, ())
        if value
    ]
    header = "\n".join(lines)
    return f"---\n{header}\n---\n\n{body.strip()}\n"


def _escaped(words: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", one_line(words))


def one_line(text: str) -> str:
    """The words as they can stand in a header."""
    return " ".join(clean(text).split())


def plain_words(html: str) -> str:
    """The words of a short piece of HTML, on one line."""
    from html import unescape

    return one_line(unescape(unescape(_TAGS.sub(" ", html))))


def title_of(article: OldArticle) -> str:
    """The title in one line; where there is none, the beginning of its text; maybe empty."""
    title = plain_words(article.title)
    if not title:
        words = plain_words(article.summary or article.body[:4_000])
        sentence = re.split(r"(?<=[.!?…])\s", words)[0]
        title = sentence if len(sentence) <= 120 else " ".join(words.split()[:12])
    return title[:_LONGEST_TITLE].rstrip()


def _facts(article: OldArticle, on: datetime, names: OldNames) -> dict[HeaderField, list[str]]:
    meant = names.of_article(article.categories)
    category = meant.name if meant else OLD_ARTICLES.name
    authors: list[str] = []
    groups: list[str] = []
    for name in article.authors:
        found = names.author(name)
        authors += found.authors if found else (_as_name(name),)
        groups += found.groups if found else ()
    # What else the old site called its subject stays to be found.
    others = [one.name for one in article.categories if names.category(one.name) != meant]
    if not meant:
        others = [one.name for one in article.categories]
    tags = [*others, *article.tags]
    summary = plain_words(article.summary)[:_LONGEST_SUMMARY]
    hour = on.time().replace(second=0, microsecond=0)
    return {
        SharedField.TITLE: [quoted_if_needed(title_of(article))],
        SharedField.DATE: [as_typed(on.date(), hour if hour.hour or hour.minute else None)],
        SharedField.GROUPS: [_listed(groups)],
        ArticleField.AUTHORS: [_listed(authors)],
        ArticleField.CATEGORY: [category],
        ArticleField.SUMMARY: [quoted_if_needed(summary) if summary else ""],
        ArticleField.TAGS: [_listed([_ITEM_OR_END.sub(" ", tag) for tag in tags])],
        SharedField.FORMER_ADDRESSES: [quoted_if_needed(one) for one in article.addresses],
    }


def _as_name(name: str) -> str:
    return _ITEM_OR_END.sub(" ", one_line(name))


def _listed(names: Sequence[str]) -> str:
    once = {fold(name): one_line(name) for name in reversed(names) if name.strip()}
    return ", ".join(reversed(once.values()))


def _text_of(
    article: OldArticle, path: str, context: OldSiteContext, files: ArticleFiles
) -> Converted:
    html = _rendered(article.body) if article.is_markdown else article.body
    whole = partial(_whole, article.base or next(iter(article.addresses), ""))
    link = _links(article, path, context, files)
    made = converted(
        html,
        picture=lambda old: files.picture(
            replace(old, source=whole(old.source), leads_to=whole(old.leads_to))
        ),
        link=lambda address: link(whole(address)),
    )
    for one in made.left:
        kind = _KINDS.get(one.kind, LeftKind.EMBEDDED)
        # Of pictures and links the files and addresses tell more.
        if one.kind not in ("picture", "link"):
            detail = one.detail or f"<{one.kind}>"
            context.left.leave(kind, article.entry, detail, one.count)
    return made


def _whole(base: str, address: str) -> str:
    """The address from the root of its site, where it is told from a page."""
    if not address or _SCHEME.match(address) or address.startswith(("/", "#")):
        return address
    try:
        return urljoin(base, address) if base.startswith(("/", "http")) else address
    except ValueError:
        return address


_KINDS = {
    "hidden": LeftKind.HIDDEN_TEXT,
    **dict.fromkeys(("form", "input", "button", "select", "textarea"), LeftKind.FORM),
}


def _rendered(markdown: str) -> str:
    try:
        found = render(markdown)
        return _TITLED.sub(_captioned, fill(found.html, iter(found.finished)))
    except BrokenMarkdown:
        from html import escape

        return f"<pre>{escape(markdown)}</pre>"


def _captioned(picture: re.Match[str]) -> str:
    """The words behind a picture within a line: our text rules show them below it, never there."""
    return f"<figure>{picture[1]}><figcaption>{picture[2]}</figcaption></figure>"


def _links(
    article: OldArticle, path: str, context: OldSiteContext, files: ArticleFiles
) -> Callable[[str], str | None]:
    """The new address of a link; None where it leads to a page of the old site that is no more."""

    def link(address: str) -> str | None:
        if not _is_ours(address, context.hosts):
            return address
        if PICTURE_FILE.search(address):
            return files.picture(PictureAddress(source=address))
        if _FILE.search(address):
            return files.attachment(address)
        plain = address.partition("#")[0]
        # What is asked behind the page (?m=1, ?share=…) changes nothing of where it stands.
        asked = (plain, plain.partition("?")[0])
        found = next(
            filter(None, (context.paths.get(address_key(a, context.hosts)) for a in asked)), ""
        )
        if found:
            return posixpath.relpath(found, posixpath.dirname(path))
        context.left.leave(LeftKind.LINK_LOST, article.entry, address)
        return None

    return link


def _is_ours(address: str, hosts: frozenset[str]) -> bool:
    """True for a link within the old site; where nobody knows its host, for one without any."""
    return is_inside(address, hosts or frozenset({""}))
