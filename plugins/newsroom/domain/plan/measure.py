"""The measures: everything that a quota or a rule of points can count, each declared once.

What follows from a measure is asked of its declaration and never of the measure itself. A new one
is a type error until `declaration_of`, its words (`vocabulary.measures`) and the events behind its
count (`domain.tally.contributions`) are written; `docs/adding.md` leads through it.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import assert_never


class Measure(Enum):
    """A thing that is counted, each on its own date (tính theo)."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"
    SENT = "sent"
    CARRIED = "carried"
    PHOTOS = "photos"
    ON_UNIT_SITE = "on unit site"


class Unit(Enum):
    """The thing that one of a count is."""

    ARTICLE = "article"
    PHOTO_PACKAGE = "photo package"
    UNIT_ARTICLE = "article of a unit"


class Narrowing(Enum):
    """A property by which a quota or a rule of points may narrow what counts."""

    GENRE = "genre"
    CATEGORY = "category"
    DESTINATION = "destination"


class Sum(Enum):
    """The way in which papers add up things that count more than once in a stretch of time."""

    # A thing counts once, however often and to however many offices it went.
    EACH_THING = "each thing"
    # Points pay once for every office; a count of things still counts it once.
    POINTS_BY_DESTINATION = "points by destination"


@dataclass(frozen=True, kw_only=True)
class MeasureDeclaration:
    """All that follows from a measure, but for its words.

    `unit` is what one of them counts, `narrowed_by` what may narrow it, `sum` how papers add it up.
    `can_be_late` tells that what answers a quota can come after its day, `has_authors` that each
    person has a count of their own, and `is_in_every_paper` that tables of papers have its column
    also where nothing counts.
    """

    unit: Unit
    narrowed_by: frozenset[Narrowing]
    sum: Sum = Sum.EACH_THING
    can_be_late: bool = False
    has_authors: bool = True
    is_in_every_paper: bool = True


_BY_CONTENT = frozenset({Narrowing.GENRE, Narrowing.CATEGORY})


@cache
def declaration_of(measure: Measure) -> MeasureDeclaration:
    """The declaration of a measure."""
    match measure:
        case Measure.SUBMITTED:
            return MeasureDeclaration(unit=Unit.ARTICLE, narrowed_by=_BY_CONTENT, can_be_late=True)
        case Measure.APPROVED | Measure.PUBLISHED:
            return MeasureDeclaration(unit=Unit.ARTICLE, narrowed_by=_BY_CONTENT)
        case Measure.SENT | Measure.CARRIED:
            return MeasureDeclaration(
                unit=Unit.ARTICLE,
                narrowed_by=_BY_CONTENT | {Narrowing.DESTINATION},
                sum=Sum.POINTS_BY_DESTINATION,
            )
        case Measure.PHOTOS:
            return MeasureDeclaration(
                unit=Unit.PHOTO_PACKAGE,
                narrowed_by=frozenset({Narrowing.DESTINATION}),
                can_be_late=True,
                has_authors=False,
                is_in_every_paper=False,
            )
        case Measure.ON_UNIT_SITE:
            return MeasureDeclaration(
                unit=Unit.UNIT_ARTICLE,
                narrowed_by=_BY_CONTENT,
                has_authors=False,
                is_in_every_paper=False,
            )
        case _:
            assert_never(measure)


def measures_by_author() -> tuple[Measure, ...]:
    """The measures of which each person has a count, in their order."""
    return tuple(measure for measure in Measure if declaration_of(measure).has_authors)


def measures_narrowed_by(narrowing: Narrowing) -> tuple[Measure, ...]:
    """The measures that may be narrowed so, in their order."""
    return tuple(m for m in Measure if narrowing in declaration_of(m).narrowed_by)
