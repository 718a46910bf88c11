"""What templates are given of an article: ready words and links, nothing left to decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ..domain.approval import DecisionKind
from ..domain.article import NO_DATE, Article
from ..domain.dates import in_numbers, in_words
from ..domain.dispatch import DispatchKind
from ..vocabulary import GENRES, shown
from .body import body_html
from .pictures import MadePicture
from .site import Link, Site

UNTITLED = "(chưa có tiêu đề)"
UNDATED = "(chưa rõ ngày)"


@dataclass(frozen=True, kw_only=True)
class Card:
    """An article in a list."""

    title: str
    url: str
    summary: str
    day: date
    when: str
    category: Link
    groups: tuple[Link, ...]
    picture: MadePicture | None


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A correction that readers see (đính chính)."""

    when: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Carried:
    """One place above us where the article stands too."""

    name: str
    when: str
    link: str


@dataclass(frozen=True, kw_only=True)
class ArticleView:
    """An article on its own page."""

    title: str
    url: str
    summary: str
    day: date
    when: str
    genre: str
    category: Link
    groups: tuple[Link, ...]
    authors: tuple[Link, ...]
    cover: MadePicture | None
    body: Markup
    corrections: tuple[Correction, ...]
    carried: tuple[Carried, ...]


def card(article: Article, site: Site) -> Card:
    return Card(
        title=article.title or UNTITLED,
        url=article.url,
        summary=article.summary,
        day=article.on,
        when=_when(article.on),
        category=site.link_to(article.category),
        groups=tuple(site.link_to(group) for group in article.groups),
        picture=_cover(article, site),
    )


def cards(articles: Iterable[Article], site: Site) -> tuple[Card, ...]:
    return tuple(card(article, site) for article in articles)


def article_view(article: Article, site: Site, root: str) -> ArticleView:
    return ArticleView(
        title=article.title or UNTITLED,
        url=article.url,
        summary=article.summary,
        day=article.on,
        when=in_words(article.on) if article.on != NO_DATE else UNDATED,
        genre=shown(GENRES, article.genre),
        category=site.link_to(article.category),
        groups=tuple(site.link_to(group) for group in article.groups),
        authors=tuple(site.link_to(author) for author in article.authors),
        cover=_cover(article, site),
        body=body_html(article.body, site, root, with_pictures=article.shows_pictures),
        corrections=tuple(
            Correction(when=in_numbers(decision.on), text=decision.reason)
            for decision in article.decisions.of(DecisionKind.CORRECTED)
            if decision.on
        ),
        carried=tuple(
            Carried(name=dispatch.superior.name, when=in_numbers(dispatch.on), link=dispatch.link)
            for dispatch in article.sent(DispatchKind.CARRIED)
        ),
    )


def _cover(article: Article, site: Site) -> MadePicture | None:
    return site.picture(article.cover) if article.shows_pictures else None


def _when(day: date) -> str:
    return in_numbers(day) if day != NO_DATE else UNDATED
