"""Records as they are kept between builds, each with what it was made from."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from functools import partial
from itertools import chain
from operator import attrgetter, eq
from typing import Any, NamedTuple, get_type_hints

from ...buildtools.cache_columns import ColumnForm
from ...buildtools.cache_forms import CachedTable
from ...domain.approval.blocker import BlockerKind
from ...domain.content.content_item import ContentKind
from ...domain.content.document import DocumentType, RetentionKind
from ...domain.content.submission import SubmissionKind
from ...domain.plan.category import Genre
from ...domain.problem import Level
from ...domain.site.article_record import ArticleRecord


class Kept(NamedTuple):
    """A record in the records, and what it was made from.

    `digest` is that of the file, `asked` and `missed` what it looked for in the folder, `used`
    the pictures and attachments it read, with their digests.
    """

    digest: bytes
    asked: tuple[str, ...]
    missed: bool
    used: tuple[tuple[str, str], ...]
    record: ArticleRecord


_DAYS = ("on", "submitted", "approved", "pinned", "removed", "since", "until")
_KNOWN = frozenset(
    (of, member.value)
    for of in (
        *(ContentKind, Genre, SubmissionKind, BlockerKind, Level, DocumentType, RetentionKind),
    )
    for member in of
)


def _are_sound(found: Mapping[str, Kept]) -> bool:
    """True where each record is that of its path, its words and days are such; no type says so."""
    columns = _Columns([kept.record for kept in found.values()])
    return (
        all(map(eq, found, columns.all_of("path")))
        and _KNOWN.issuperset(_words_in(columns))
        and all(map(_is_day, {*_days_in(columns)}))
        and all(time.fromisoformat(at) for at in columns["at"] if at)
    )


class _Columns:
    """The values of ten thousand records in each place, each once: they are asked every time."""

    def __init__(self, records: Sequence[ArticleRecord]) -> None:
        self._records = records

    def all_of(self, name: str) -> Iterator[Any]:
        return map(attrgetter(name), self._records)

    def __getitem__(self, name: str) -> set[Any]:
        return set(self.all_of(name))


def _words_in(columns: _Columns) -> Iterator[tuple[type, str]]:
    yield from ((ContentKind, kind) for kind in columns["kind"])
    yield from ((Genre, genre) for genre in columns["genre"])
    yield from (
        (SubmissionKind, sent[0]) for all_sent in columns["submissions"] for sent in all_sent
    )
    yield from ((BlockerKind, reason[0]) for reasons in columns["reasons"] for reason in reasons)
    yield from ((Level, problem[4]) for problems in columns["problems"] for problem in problems)
    for paper in columns["paper"] - {None}:
        yield DocumentType, paper.type
        if paper.retention:
            yield RetentionKind, paper.retention


def _days_in(columns: _Columns) -> Iterator[str]:
    for name in _DAYS:
        yield from columns[name]
    yield from (sent[3] for all_sent in columns["submissions"] for sent in all_sent)
    yield from (reason[3] for reasons in columns["reasons"] for reason in reasons)
    yield from (day for corrections in columns["corrections"] for day, _ in corrections)
    yield from (f"{month}-01" for months in columns["months"] for month in months)
    for paper in columns["paper"] - {None}:
        yield from (paper.valid_from, paper.ends, paper.due)


def _is_day(day: str) -> bool:
    return not day or date.fromisoformat(day).isoformat() == day


def _parts(kept: Kept) -> Iterator[Any]:
    return chain(kept[:-1], kept.record)


def _rows(columns: Sequence[Sequence[Any]]) -> Iterator[Kept]:
    # Faster than their own functions, which count what is there already.
    records = map(partial(tuple.__new__, ArticleRecord), zip(*columns[_OWN:], strict=True))
    return map(partial(tuple.__new__, Kept), zip(*columns[:_OWN], records, strict=True))


# The columns that are not the record's.
_OWN = len(Kept._fields) - 1
_TYPES = [*list(get_type_hints(Kept).values())[:_OWN], *get_type_hints(ArticleRecord).values()]
KEPT_RECORDS = CachedTable[Kept](
    "records", Kept, _are_sound, ColumnForm[Kept](_TYPES, _parts, _rows)
)
