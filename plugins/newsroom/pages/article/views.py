"""The views of an article for templates: ready words and links, nothing left to decide."""

from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

from markupsafe import Markup

from ...domain.content.content_item import NO_DATE
from ...domain.content.submission import SubmissionKind
from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import in_numbers, in_words
from ...vocabulary import labels
from ...vocabulary.genres import GENRES
from ...vocabulary.words import shown
from ..build.link import Link
from ..build.site import Site
from .body import body_html
from .renditions import MadePicture
from .video import VideoView, video_view

UNTITLED = labels.UNTITLED
NO_DAY = labels.UNDATED


class Card(NamedTuple):
    """An article in a list."""

    title: str
    url: str
    summary: str
    day: str
    when: str
    category: Link
    groups: tuple[Link, ...]
    picture: MadePicture | None
    has_video: bool


class Correction(NamedTuple):
    """A correction that readers see (đính chính)."""

    when: str
    text: str


class Carried(NamedTuple):
    """One place above us where the article stands too."""

    name: str
    when: str
    link: str


class ArticleView(NamedTuple):
    """An article on its own page. `shared` is the picture that goes along where it is shared."""

    title: str
    url: str
    summary: str
    day: str
    when: str
    genre: str
    category: Link
    groups: tuple[Link, ...]
    authors: tuple[Link, ...]
    published: str
    cover: MadePicture | None
    # The cover, unless the text shows it with its caption.
    opening: MadePicture | None
    has_pictures: bool
    shared: MadePicture | None
    video: VideoView | None
    body: Markup
    gallery: tuple[MadePicture, ...]
    corrections: tuple[Correction, ...]
    carried: tuple[Carried, ...]


def card(article: ArticleRecord, site: Site) -> Card:
    return Card(
        title=article.title or UNTITLED,
        url=article.url,
        summary=article.summary,
        day=article.on.isoformat(),
        when=when(article.on),
        category=site.link(article.category),
        groups=site.links(article.groups),
        picture=site.cover(article),
        has_video=bool(article.video),
    )


def cards(articles: Iterable[ArticleRecord], site: Site) -> tuple[Card, ...]:
    return tuple(card(article, site) for article in articles)


def article_view(article: ArticleRecord, site: Site, root: str) -> ArticleView:
    text, cover = site.text(article), site.cover(article)
    shown_in_text = {ref.target for ref in text.references if ref.attribute == "src"}
    opening = cover if article.cover not in shown_in_text else None
    return ArticleView(
        title=article.title or UNTITLED,
        url=article.url,
        summary=article.summary,
        day=article.on.isoformat(),
        when=in_words(article.on) if article.is_dated else NO_DAY,
        genre=shown(GENRES, article.genre),
        category=site.link(article.category),
        groups=site.links(article.groups),
        authors=site.links(article.authors, are_people=True),
        published=moment(article),
        cover=cover,
        opening=opening,
        has_pictures=bool(article.pictures),
        shared=site.shared(article),
        video=video_view(article, site),
        body=body_html(
            text,
            site,
            root,
            with_pictures=bool(article.pictures),
            leads=not opening,
        ),
        gallery=tuple(made for path in article.gallery if (made := site.picture(path))),
        corrections=tuple(Correction(when(one.on), one.reason) for one in article.corrections),
        carried=tuple(
            Carried(sent.office.name, when(sent.on), sent.link)
            for sent in article.sent(SubmissionKind.CARRIED)
        ),
    )


def when(day: date) -> str:
    """A day as people write it: 20/11/2024."""
    return in_numbers(day) if day != NO_DATE else NO_DAY


def moment(article: ArticleRecord) -> str:
    """The time when the article came out, as RFC 3339 writes it."""
    return in_vietnam(article.on, article.at)


def updated(article: ArticleRecord) -> str:
    """The time when it came out or was last corrected; of a correction only the day is known."""
    corrected = (in_vietnam(one.on, time(23, 59, 59)) for one in article.corrections)
    return max((moment(article), *corrected))


def in_vietnam(day: date, at: time | None = None) -> str:
    """A moment in Vietnam, which has kept one hour of the world since 1975."""
    return f"{day.isoformat()}T{at.isoformat() if at else '00:00:00'}+07:00"
