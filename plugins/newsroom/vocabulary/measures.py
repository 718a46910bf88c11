"""The words of measures: how they are typed and shown, and what is counted."""

from dataclasses import dataclass
from functools import cache
from typing import assert_never

from ..domain.plan.category import Genre
from ..domain.plan.measure import Measure, Narrowing, Unit, declaration_of, measures_narrowed_by
from ..domain.plan.quota import Quota
from .genres import words_of_genre
from .plan import PERIODS
from .words import Words, shown


@dataclass(frozen=True, kw_only=True)
class MeasureWords:
    """The words of a measure: `names` as plans spell it, the first of which we show.

    `unseen` says of a number of things that count and that no reader may open ("{}" the number).
    """

    names: tuple[str, ...]
    unseen: str


@cache
def words_of_measure(measure: Measure) -> MeasureWords:
    """The words of a measure."""
    waiting = "{} {unit} đã nộp, chưa đăng"
    match measure:
        case Measure.SUBMITTED:
            return MeasureWords(names=("nộp",), unseen=waiting)
        case Measure.APPROVED:
            return MeasureWords(names=("duyệt", "được duyệt"), unseen=waiting)
        case Measure.PUBLISHED:
            return MeasureWords(names=("đăng",), unseen=waiting)
        case Measure.SENT:
            return MeasureWords(names=("gửi",), unseen=waiting)
        case Measure.CARRIED:
            return MeasureWords(names=("được đăng",), unseen=waiting)
        case Measure.PHOTOS:
            return MeasureWords(names=("ảnh", "gói ảnh"), unseen="{} {unit}")
        case Measure.ON_UNIT_SITE:
            return MeasureWords(
                names=("đăng ở đơn vị", "đăng trên trang của đơn vị", "đăng ở trang của đơn vị"),
                unseen="{} {unit}",
            )
        case _:
            assert_never(measure)


MEASURES: Words[Measure] = {measure: words_of_measure(measure).names for measure in Measure}


@dataclass(frozen=True, kw_only=True)
class UnitWords:
    """The words of what is counted: `noun` for one of it, `untitled` where it has no title."""

    noun: str
    untitled: str


@cache
def words_of_unit(unit: Unit) -> UnitWords:
    """The words of what one of a count is."""
    match unit:
        case Unit.ARTICLE:
            return UnitWords(noun="bài", untitled="(bài)")
        case Unit.PHOTO_PACKAGE:
            return UnitWords(noun="gói ảnh", untitled="(gói ảnh)")
        case Unit.UNIT_ARTICLE:
            return UnitWords(noun="bài", untitled="(bài trên trang của đơn vị)")
        case _:
            assert_never(unit)


# What one article is called where only some genres count: the one, or these two.
_NEWS_AND_ARTICLES = frozenset({Genre.NEWS, Genre.ARTICLE})


def unit_of(quota: Quota) -> str:
    """The word for one of what a quota counts: bài, tin, gói ảnh."""
    declared, genres = declaration_of(quota.measure), quota.genres
    has_genre = Narrowing.GENRE in declared.narrowed_by
    if has_genre and (len(genres) == 1 or genres == _NEWS_AND_ARTICLES):
        return ", ".join(words_of_genre(genre).unit for genre in Genre if genre in genres)
    return words_of_unit(declared.unit).noun


def level_in_words(quota: Quota) -> str:
    """Ít nhất 1, phấn đấu 2 mỗi tháng. Empty for a quota without a number."""
    asked = [f"ít nhất {quota.at_least}"] if quota.at_least is not None else []
    asked += [f"phấn đấu {quota.aim}"] if quota.aim is not None else []
    words = f"{', '.join(asked)} mỗi {shown(PERIODS, quota.per)}"
    return words[:1].upper() + words[1:] if asked else ""


def unseen_in_words(quota: Quota, number: int) -> str:
    """The number of things that count and that no reader may open; nothing for none."""
    words = words_of_measure(quota.measure).unseen
    return words.format(number, unit=unit_of(quota)) if number else ""


def narrowed_in_words(narrowing: Narrowing) -> str:
    """The measures that may be narrowed so: gửi, được đăng hoặc ảnh."""
    *names, last = (shown(MEASURES, m) for m in measures_narrowed_by(narrowing))
    return f"{', '.join(names)} hoặc {last}" if names else last
