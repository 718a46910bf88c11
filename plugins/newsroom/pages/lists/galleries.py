"""The photo galleries: by school year, and in each year by event. Requirement H1 (S0)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from ...domain.plan.calendar import SchoolYear
from ...domain.site.article_record import ArticleRecord
from ..article.renditions import MadePicture
from ..article.views import UNTITLED, when
from ..build.link import Link
from ..build.page import Page, key_of
from ..build.site import Site
from ..build.site_frame import GALLERIES, GALLERIES_URL

# How many pictures of an event its strip shows; the others are at the article.
IN_STRIP = 6


class YearView(NamedTuple):
    """A school year on the first page, with the pictures of its newest event."""

    link: Link
    events: int
    pictures: int
    strip: tuple[MadePicture, ...]


class PhotoEventView(NamedTuple):
    """An event: its article, how many pictures that has, and the first of them."""

    title: str
    url: str
    day: str
    when: str
    groups: tuple[Link, ...]
    pictures: int
    strip: tuple[MadePicture, ...]


def gallery_pages(site: Site) -> Iterator[Page]:
    """The list of school years, newest first, and a page for each."""
    years = site.school_years_of(site.photo_events)
    newest = site.photo_events[0].on if site.photo_events else None
    yield Page(
        GALLERIES_URL,
        key_of([(year.code, _keys(events)) for year, events in years.items()]),
        partial(_list_of_years, site, years),
        "galleries",
        newest,
    )
    for year, events in years.items():
        yield Page(
            _link(year).url,
            key_of(list(map(_link, years)), _keys(events)),
            partial(_list_of_events, site, year, list(years), events),
            "gallery_year",
            events[0].on,
        )


def gallery_years(site: Site) -> Iterator[Link]:
    """The way to each year's gallery, newest first."""
    return map(_link, site.school_years_of(site.photo_events))


def _link(year: SchoolYear) -> Link:
    return Link(year.name, f"{GALLERIES_URL}{year.code}/")


def _keys(events: Sequence[ArticleRecord]) -> list[str]:
    """A list key tells of the cover alone: here all pictures count."""
    return [event.page_key for event in events]


def _list_of_years(
    site: Site, years: Mapping[SchoolYear, Sequence[ArticleRecord]]
) -> Mapping[str, Any]:
    views = [_year(site, year, events) for year, events in years.items()]
    return {"heading": GALLERIES, "years": views}


def _year(site: Site, year: SchoolYear, events: Sequence[ArticleRecord]) -> YearView:
    shown = [_pictures(event, site) for event in events]
    return YearView(_link(year), len(events), sum(map(len, shown)), shown[0][:IN_STRIP])


def _list_of_events(
    site: Site, year: SchoolYear, years: Sequence[SchoolYear], events: Sequence[ArticleRecord]
) -> Mapping[str, Any]:
    others = [_link(one) if one != year else Link(one.name, "") for one in years]
    return {
        "heading": f"{GALLERIES} {year.name.lower()}",
        "front": Link(GALLERIES, GALLERIES_URL),
        "years": others if len(others) > 1 else [],
        "events": [_event(event, site) for event in events],
    }


def _event(event: ArticleRecord, site: Site) -> PhotoEventView:
    shown = _pictures(event, site)
    return PhotoEventView(
        title=event.title or UNTITLED,
        url=event.url,
        day=event.on.isoformat(),
        when=when(event.on),
        groups=site.links(event.groups),
        pictures=len(shown),
        strip=shown[:IN_STRIP],
    )


def _pictures(event: ArticleRecord, site: Site) -> tuple[MadePicture, ...]:
    """Those of its gallery, then the others; a picture that lies there twice counts once."""
    made = (site.picture(path) for path in (*event.gallery, *event.pictures))
    return tuple(dict.fromkeys(filter(None, made)))
