"""The deadlines, points and retention of a plan file."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator

from ...domain.content.document import DocumentType, Retention, RetentionKind, RetentionRule
from ...domain.message import Message
from ...domain.names.register import nearest
from ...domain.plan.category import Genre
from ...domain.plan.due import DueKind, DueRule, DueTime
from ...domain.plan.measure import Measure
from ...domain.plan.points import PointRule
from ...domain.text.dates import NotADate, parse_date
from ...domain.text.vietnamese import fold_key, slug, strip_marks
from ...vocabulary import things
from ...vocabulary.content import DOCUMENT_TYPES, RETENTIONS
from ...vocabulary.genres import GENRES
from ...vocabulary.measures import MEASURES
from ...vocabulary.plan import DUE_ENDS, DUE_EXAMPLES, EVERY_TIME, PUNCTUAL
from ...vocabulary.words import lookup
from .forms.form_types import (
    ALONE,
    DAY_OF_YEAR,
    SPLIT,
    Name,
    Texts,
    YesNo,
    as_typed,
    has_day,
    one_of,
    wrong,
)
from .forms.yaml_file import YamlForm
from .plan_names import PlanNames

_BEFORE = re.compile(r"\s*trước\s+", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"(?:ngay )?(\d{1,2}) (?:hang|moi|cac|cua moi) thang")
_POINTS = re.compile(r"([+-]?)\s*(\d{1,4}(?:[.,]\d{1,2})?)(?:\s*điểm)?", re.IGNORECASE)
_DAYS = re.compile(r"(\d{1,2})(?:\s*ngày)?", re.IGNORECASE)
_YEARS = re.compile(r"(\d{1,3})\s*năm", re.IGNORECASE)


def _due_time(value: Any) -> DueTime:
    """ngày 25 hằng tháng; cuối học kỳ; 31/5; trước ngày 31/05/2021."""
    if isinstance(value, DueTime):
        return value
    text, befores = _BEFORE.subn("", as_typed(value), count=1)
    is_before = bool(befores)
    if found := _DAY_OF_MONTH.fullmatch(_plainly(text)):
        if 1 <= int(found[1]) <= 31:
            return DueTime(kind=DueKind.DAY_OF_MONTH, day=int(found[1]), is_before=is_before)
    elif kind := lookup(DUE_ENDS, _without(EVERY_TIME, text)):
        return DueTime(kind=kind, is_before=is_before)
    else:
        try:
            return DueTime(kind=DueKind.ONCE, on=parse_date(text), is_before=is_before)
        except NotADate:
            day = DAY_OF_YEAR.search(text)
        if day and has_day(day):
            number, month = int(day[1]), int(day[2])
            return DueTime(kind=DueKind.DAY_OF_YEAR, day=number, month=month, is_before=is_before)
    raise wrong(
        Message("NR-PLAN-038", f"Không hiểu hạn “{as_typed(value)}”."),
        f"Ghi một trong:  {',  '.join(f'khi: {example}' for example in DUE_EXAMPLES)}.",
    )


def _plainly(text: str) -> str:
    return " ".join(strip_marks(text).casefold().split())


def _without(words: Sequence[str], text: str) -> str:
    """The text without these words: “cuối mỗi học kỳ” is “cuối học kỳ”."""
    left_out = set(map(fold_key, words))
    return " ".join(word for word in text.split() if fold_key(word) not in left_out)


def _points(value: Any) -> Decimal:
    found = _POINTS.fullmatch(as_typed(value).strip().replace("−", "-"))
    if not found:
        raise wrong(
            Message("NR-PLAN-039", f"“{as_typed(value)}” không phải là số điểm."),
            "Ghi bằng chữ số, ví dụ 2, 0,5 hoặc -1.",
        )
    return Decimal(found[1] + found[2].replace(",", "."))


def _days(value: Any) -> int:
    found = _DAYS.fullmatch(as_typed(value).strip())
    if not found:
        raise wrong(
            Message("NR-PLAN-040", f"“{as_typed(value)}” không phải là số ngày."),
            "Ghi bằng chữ số, ví dụ 3 hoặc 3 ngày.",
        )
    return int(found[1])


def _retention(value: Any) -> Retention:
    if isinstance(value, Retention):
        return value
    if years := _YEARS.fullmatch(as_typed(value).strip()):
        return Retention(kind=RetentionKind.YEARS, years=int(years[1]))
    kind = lookup(RETENTIONS, as_typed(value))
    if kind is None:
        raise wrong(
            Message("NR-PLAN-041", f"Không hiểu thời hạn lưu “{as_typed(value)}”."),
            "Ghi một trong:  lưu: vĩnh viễn,  lưu: 10 năm,  lưu: hủy cuối năm.",
        )
    return Retention(kind=kind)


class DeadlineEntry(YamlForm):
    name: Name
    when: Annotated[DueTime, BeforeValidator(_due_time)]
    code: str = ""
    who: Texts = ()
    destinations: Texts = ()
    quotas: Texts = ()
    notice_days: Annotated[int, BeforeValidator(_days)] = 3
    is_public: YesNo = False
    source: str = ""


class PointEntry(YamlForm):
    name: Name
    points: Annotated[Decimal, BeforeValidator(_points)]
    measure: Annotated[Measure | None, one_of(MEASURES)] = None
    genres: Annotated[tuple[Annotated[Genre, one_of(GENRES)], ...], SPLIT] = ()
    categories: Annotated[tuple[str, ...], ALONE] = ()
    destinations: Texts = ()
    punctual: Annotated[bool | None, one_of(PUNCTUAL)] = None
    source: str = ""


class RetentionEntry(YamlForm):
    name: Name
    keep: Annotated[Retention, BeforeValidator(_retention)]
    types: Annotated[tuple[Annotated[DocumentType, one_of(DOCUMENT_TYPES)], ...], SPLIT] = ()
    articles: YesNo = False
    source: str = ""


def due_rule(entry: DeadlineEntry, n: int, names: PlanNames, quota_codes: Sequence[str]) -> DueRule:
    """The deadline of the n-th entry; `quota_codes` are those of all quotas, broken ones too."""
    place, called = ("deadlines", n), things.DEADLINE_ENTRY
    return DueRule(
        code=slug(entry.code or entry.name),
        name=entry.name,
        when=entry.when,
        groups=names.groups(entry.who, (*place, "who"), called),
        offices=tuple(
            sorted(names.destinations(entry.destinations, (*place, "destinations"), called))
        ),
        quotas=frozenset(_quota_codes(entry, n, names, quota_codes)),
        notice_days=entry.notice_days,
        is_public=entry.is_public,
        source=entry.source,
    )


def _quota_codes(
    entry: DeadlineEntry, n: int, names: PlanNames, quota_codes: Sequence[str]
) -> list[str]:
    known = {slug(code): code for code in quota_codes}
    for written in entry.quotas:
        if slug(written) not in known:
            like = nearest(written, known)
            names.file.problem(
                names.file.line("deadlines", n, "quotas"),
                Message(
                    "NR-PLAN-042",
                    f"Hạn nói tới chỉ tiêu “{written}”, nhưng không có chỉ tiêu nào mã đó.",
                ),
                f"Có phải là “{like}”?" if like else "Ghi mã của một chỉ tiêu trong kế hoạch.",
            )
    return [known[slug(written)] for written in entry.quotas if slug(written) in known]


def point_rule(entry: PointEntry, n: int, names: PlanNames) -> PointRule:
    """The points of the n-th entry."""
    place, called = ("points", n), things.POINT_ENTRY
    by_default = Measure.PUBLISHED if entry.punctual is None else Measure.SUBMITTED
    return PointRule(
        name=entry.name,
        points=entry.points,
        measure=entry.measure or by_default,
        genres=frozenset(entry.genres),
        categories=names.categories(entry.categories, (*place, "categories"), called),
        destinations=names.destinations(entry.destinations, (*place, "destinations"), called),
        is_punctual=entry.punctual,
        source=entry.source,
    )


def retention_rule(entry: RetentionEntry) -> RetentionRule:
    return RetentionRule(
        name=entry.name,
        retention=entry.keep,
        types=frozenset(entry.types),
        holds_for_articles=entry.articles,
        source=entry.source,
    )
