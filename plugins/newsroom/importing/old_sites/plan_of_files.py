"""The first reading of an old site: which entries become files, where, and which names it knows."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from ...domain.text.vietnamese import fold
from ..old_article import OldArticle, OldKind, OldState
from .article_text import one_line, plain_words, title_of
from .file_names import free_path, stem_of
from .former_addresses import address_key, canonical
from .left_out import LeftKind, LeftLog
from .names.old_names import OldNames
from .old_encoding import as_unicode
from .old_site import OldSite, OldSiteRefused

# In letters: what intake would refuse to read.
_LONGEST_TEXT = 900_000
_HAS_FIGURE = ("<img", "<iframe", "<video", "<audio", "<embed", "<object", "![", "<source")


@dataclass(frozen=True, kw_only=True)
class Known:
    """The title (folded) and the day of an article that is there already."""

    title: str
    on: date


@dataclass(frozen=True, kw_only=True)
class ExistingFiles:
    """The articles that are there: paths by the keys of their old addresses, and all paths taken.

    `known` tells more of these articles, by their paths. `listed` are the paths in the lists of
    earlier imports: what is listed and not there was removed by somebody. `unfinished` are those
    that an interrupted import had begun.
    """

    by_address: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()


@dataclass(kw_only=True)
class PlannedFiles:
    """The files to be written: the path of each entry by its number in the export.

    `paths` are those of all articles by old address, the ones that are there already included.
    `categories` and `authors` count the articles of each old name. `broken` says why the export
    ends too early.
    """

    files: dict[int, str] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    entries: int = 0
    already: int = 0
    unmapped: int = 0
    categories: Counter[str] = field(default_factory=Counter)
    authors: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    broken: OldSiteRefused | None = None


def plan_files(
    site: OldSite,
    names: OldNames,
    existing: ExistingFiles,
    left: LeftLog,
    tell: Callable[[int], None] = lambda done: None,
) -> PlannedFiles:
    """Read an export once, and say what is to be written where. Never raises OldSiteRefused."""
    planned = PlannedFiles()
    taken = set(existing.taken)
    seen: dict[str, str] = {}
    try:
        for number, entry in enumerate(site.entries(left)):
            planned.entries = number + 1
            tell(number + 1)
            _plan(number, entry, site, names, existing, left, planned, taken, seen)
    except OldSiteRefused as error:
        planned.broken = error
    # Another site that moved in before may have had the same addresses: its own go first.
    planned.paths = {**existing.by_address, **planned.paths}
    return planned


def _plan(
    number: int,
    entry: OldArticle,
    site: OldSite,
    names: OldNames,
    existing: ExistingFiles,
    left: LeftLog,
    planned: PlannedFiles,
    taken: set[str],
    seen: dict[str, str],
) -> None:
    entry, encoding = as_unicode(entry)
    if encoding:
        left.leave(LeftKind.ENCODING, entry.entry, encoding)
    article = normal(entry, site.hosts)
    reason = reason_to_leave(article, names)
    keys = [address_key(address) for address in article.addresses]
    if reason:
        left.leave(reason, article.entry, plain_words(article.title))
        return
    if there := _there(article, keys, existing):
        planned.already += 1
        for key in keys:
            planned.paths.setdefault(key, there)
        return
    if keys and keys[0] in seen:
        left.leave(LeftKind.TWICE, article.entry, seen[keys[0]])
        return
    on = day_of(article)
    assert on is not None
    path = free_path(stem_of(article), on, taken)
    if path in existing.listed and path not in existing.unfinished:
        left.leave(LeftKind.REMOVED_SINCE, article.entry, path)
        taken.add(path)
        return
    taken.add(path)
    planned.files[number] = path
    for key in keys:
        seen.setdefault(key, article.entry)
        planned.paths.setdefault(key, path)
    if not plain_words(article.title):
        left.leave(LeftKind.TITLE_MADE, article.entry, title_of(article))
    _count(article, on, names, planned)


def _count(article: OldArticle, on: datetime, names: OldNames, planned: PlannedFiles) -> None:
    planned.years[on.year] += 1
    for category in {fold(one.name): one.name for one in article.categories}.values():
        planned.categories[category] += 1
    for author in {fold(name): name for name in article.authors}.values():
        planned.authors[author] += 1
    is_known = names.of_article(article.categories) and all(map(names.author, article.authors))
    planned.unmapped += not is_known


def _there(article: OldArticle, keys: list[str], existing: ExistingFiles) -> str:
    """The path of an article that came before; empty where it did not.

    Numbers (/?p=12) are used again by each site of its kind: there the title or the day must agree.
    """
    title, on = fold(title_of(article)), day_of(article)
    for key in keys:
        path = existing.by_address.get(key, "")
        known = existing.known.get(path)
        is_a_number = "?" in key or key != keys[0]
        if path and (
            not is_a_number or not known or known.title == title or (on and known.on == on.date())
        ):
            return path
    return ""


def normal(entry: OldArticle, hosts: frozenset[str]) -> OldArticle:
    """The entry with its addresses from the root, and names on one line, each once."""
    categories = {fold(one.name): one for one in reversed(entry.categories) if one.name.strip()}
    return replace(
        entry,
        addresses=canonical(entry.addresses, hosts),
        authors=tuple(dict.fromkeys(filter(None, map(plain_words, entry.authors)))),
        categories=tuple(
            replace(one, name=plain_words(one.name)) for one in reversed(categories.values())
        ),
        tags=tuple(dict.fromkeys(filter(None, map(plain_words, entry.tags)))),
        source=one_line(entry.source),
    )


def day_of(article: OldArticle) -> datetime | None:
    """The moment at which it came out; else when it was changed last; None for neither."""
    return article.published or article.updated


def reason_to_leave(article: OldArticle, names: OldNames) -> LeftKind | None:
    """The reason for which an entry becomes no article; None where it does."""
    if article.state is OldState.HIDDEN:
        return LeftKind.DRAFT
    if article.kind is not OldKind.ARTICLE:
        return LeftKind.PAGE if article.kind is OldKind.PAGE else LeftKind.DOCUMENT
    day = day_of(article)
    if day is None or not 1990 <= day.year <= 2100:
        return LeftKind.NO_DATE
    has_figure = any(sign in article.body for sign in _HAS_FIGURE)
    if not (has_figure or article.files or plain_words(article.body[:20_000])):
        return LeftKind.EMPTY
    if not title_of(article):
        return LeftKind.NO_TITLE
    if len(article.body) > _LONGEST_TEXT and "data:image" not in article.body:
        return LeftKind.TOO_LONG
    meant = names.of_article(article.categories)
    return LeftKind.BY_TABLE if meant and not meant.name else None
