"""The index that the reader's browser searches. Its files: docs/dinh-dang/tim-kiem.md.

It is cut twice: by school year, so that a new article touches one year, and by word, so that a
query fetches only the files of its words.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from typing import NamedTuple

from ...domain.content.content_item import ContentKind
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.site.search_index import IndexedText, SearchIndex, label, search_index, shards_for
from ..article.views import UNTITLED, when
from ..build.page import Page, key_of, key_of_list
from ..build.site import Site, months_of
from .library import type_link
from .search_months import MonthlyIndexes

URL = Section.SEARCH.front
# Titles come in small files: the best results stand far apart.
ROWS = 16
# The parts beside the school years.
STANDING, DOCUMENTS = "trang", "van-ban"
# Words, and pairs of words.
_KINDS = ("tu", "cap")
_TAG = re.compile(r'<[^">]*(?:"[^"]*"[^">]*)*>')
_FIGURE = re.compile(r"<figure>.*?</figure>", re.DOTALL)


class SearchPart(NamedTuple):
    """One school year of the archive; or the standing pages or the documents, without a `name`.

    `months` have the records of each month, oldest first; `keys` tell what its words depend on.
    """

    code: str
    name: str
    months: Mapping[str, Sequence[ArticleRecord]]
    keys: Mapping[str, str]
    shards: int
    key: str


def parts_of(site: Site) -> list[SearchPart]:
    """Everything that is published, oldest first."""
    public = site.publication
    in_background = {STANDING: public.pages, DOCUMENTS: public.documents[::-1]}
    years = [
        _part(year.code, year.name, _oldest_first(articles))
        for year, articles in site.school_years_of(site.articles).items()
    ]
    return [
        *(_part(code, "", {code: texts}) for code, texts in in_background.items() if texts),
        *years[::-1],
    ]


def _oldest_first(articles: Sequence[ArticleRecord]) -> dict[str, Sequence[ArticleRecord]]:
    months = [(month.code, found[::-1]) for month, found in months_of(articles).items()]
    return dict(months[::-1])


def _part(code: str, name: str, months: Mapping[str, Sequence[ArticleRecord]]) -> SearchPart:
    keys = {month: _key(records) for month, records in months.items()}
    shards = shards_for(sum(map(len, months.values())))
    return SearchPart(code, name, months, keys, shards, key_of(shards, keys))


def _key(records: Sequence[ArticleRecord]) -> str:
    return hashlib.sha256("".join(d.page_key for d in records).encode()).hexdigest()[:16]


def index_pages(site: Site, parts: Sequence[SearchPart]) -> Iterator[Page]:
    records = {month: of_month for part in parts for month, of_month in part.months.items()}
    site.monthly_indexes.bring_up_to_date(
        {month: key for part in parts for month, key in part.keys.items()},
        lambda month: _search_index(records[month], site),
    )
    yield Page(
        f"{URL}muc-luc.json",
        key_of([part.key for part in parts]),
        partial(_contents, parts, site.monthly_indexes),
    )
    for month, of_month in records.items():
        for start in range(0, len(of_month), ROWS):
            rows = of_month[start : start + ROWS]
            url = f"{URL}bai/{month}/{start // ROWS}.json"
            yield Page(url, key_of_list("", rows), partial(_rows, rows))
    for part in parts:
        yield from _shards(part, site.monthly_indexes)


def _contents(parts: Sequence[SearchPart], monthly_indexes: MonthlyIndexes) -> str:
    """The parts that can be searched. A changed version makes browsers fetch the part anew."""
    return _json(
        {
            "code": part.code,
            "version": _version(part, monthly_indexes),
            "shards": part.shards,
            "months": [[month, len(records)] for month, records in part.months.items()],
        }
        for part in parts
    )


def _version(part: SearchPart, monthly_indexes: MonthlyIndexes) -> str:
    """The version of what its files say; a key of ours would change with our code alone."""
    rows = (_rows(records) for records in part.months.values())
    words = [_digests(part, monthly_indexes, n) for n in range(len(_KINDS))]
    return key_of(words, monthly_indexes.digests(f"{part.code} bai", part.key, rows))[:8]


def _rows(records: Sequence[ArticleRecord]) -> str:
    """The words that a result shows before its text is there."""
    return _json(
        (
            record.title or UNTITLED,
            record.url,
            when(record.on) if record.kind is not ContentKind.PAGE else "",
            type_link(record.document).name if record.paper else record.category.name,
            ", ".join(ref.name for ref in record.groups),
        )
        for record in records
    )


def _json(items: Iterator[object]) -> str:
    """A list with one item a line, which is no markup even where a host calls it HTML."""
    lines = (json.dumps(i, ensure_ascii=False, separators=(",", ":")) for i in items)
    return ("[\n" + ",\n".join(lines) + "\n]\n").replace("<", r"\u003c")


def _shards(part: SearchPart, monthly_indexes: MonthlyIndexes) -> Iterator[Page]:
    """The files of a part: the lines of some buckets, of all its months."""
    for n, kind in enumerate(_KINDS):
        make = partial(_shard, part, monthly_indexes, n)
        for shard, digest in enumerate(_digests(part, monthly_indexes, n)):
            yield Page(f"{URL}{kind}/{part.code}/{shard}.txt", digest, partial(make, shard))


def _digests(part: SearchPart, monthly_indexes: MonthlyIndexes, n: int) -> Sequence[str]:
    """A digest of each file of its words, or of its pairs of words."""
    make = partial(_shard, part, monthly_indexes, n)
    return monthly_indexes.digests(
        f"{part.code} {_KINDS[n]}", part.key, map(make, range(part.shards))
    )


def _shard(part: SearchPart, monthly_indexes: MonthlyIndexes, n: int, shard: int) -> str:
    return "".join(
        f"#{month}\n" + "".join(monthly_indexes.of(month)[n][shard :: part.shards])
        for month in part.months
    )


def _search_index(records: Sequence[ArticleRecord], site: Site) -> SearchIndex:
    return search_index([_leaf(record, site) for record in records])


def _leaf(record: ArticleRecord, site: Site) -> IndexedText:
    """The text that readers of its page see, and no word more."""
    html = "".join(part for part in site.text(record).parts if isinstance(part, str))
    if record.is_article and not record.pictures:
        # A refused consent takes the captions off the page too.
        html = _FIGURE.sub("", html)
    text = unescape(_TAG.sub(" ", html))
    labels = (("chuyen-muc", record.category), *(("to", group) for group in record.groups))
    names = [ref.name for ref in record.authors]
    return IndexedText(
        record.title,
        "\n".join((record.summary, *record.tags, *names, *_of_document(record))),
        "\n".join((text, *(one.reason for one in record.corrections))),
        tuple(label(kind, ref.code) for kind, ref in labels if ref.code and ref.url),
    )


def _of_document(record: ArticleRecord) -> Iterator[str]:
    """Its number, type, issuer, field and signer."""
    if record.paper:
        paper = record.document
        yield from (paper.number, type_link(paper).name, paper.issuer.name)
        yield from (paper.field, paper.signer)
