"""Records as they are kept between builds, each with what it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...buildtools.cache.cache_columns import ColumnForm
from ...buildtools.cache.cache_forms import CachedTable
from ...domain.plan.calendar import Month
from ...domain.site.article_record import ArticleRecord


class UsedFile(NamedTuple):
    """A picture or an attachment that an item shows, and its digest."""

    path: str
    digest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A record in the records, and what it was made from.

    `digest` is that of the file, `asked` and `missed` what it looked for in the folder, `used`
    the pictures and attachments it read.
    """

    digest: bytes
    asked: tuple[str, ...]
    missed: bool
    used: tuple[UsedFile, ...]
    record: ArticleRecord


def _are_sound(found: Mapping[str, Kept]) -> bool:
    """True where each record is that of its path and its months are such; no type says so."""
    records = [kept.record for kept in found.values()]
    months = {month for months in {record.months for record in records} for month in months}
    # With one in another zone no moment can be compared.
    spans = {(record.since.tzinfo, record.until.tzinfo) for record in records}
    return (
        spans <= {(None, None)}
        and all(path == kept.record.path for path, kept in found.items())
        and all(Month.parse(month).code == month for month in months)
    )


KEPT_RECORDS = CachedTable[Kept]("records", Kept, _are_sound, ColumnForm(Kept, inner="record"))
