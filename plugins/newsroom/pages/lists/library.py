"""The published documents in the orders in which pages need them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ...domain.content.document import Paper, Validity, replacements, validity
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Publication
from ...domain.text.alphabet import alphabetical
from ...domain.text.vietnamese import slug
from ...vocabulary import labels
from ...vocabulary.content import DOCUMENT_TYPES
from ...vocabulary.words import shown
from ..build.link import Link

ALL = Section.DOCUMENTS.front


class Around(NamedTuple):
    """The state of a document on a day: whether it holds, what it replaces, what replaces it."""

    validity: Validity
    replaces: tuple[Link, ...]
    replaced_by: tuple[Link, ...]


class LibraryPart(NamedTuple):
    """The documents of one type, issuer or year."""

    link: Link
    documents: tuple[ArticleRecord, ...]


def type_link(paper: Paper) -> Link:
    name = shown(DOCUMENT_TYPES, paper.type)
    return Link(name.capitalize(), f"{ALL}loai/{slug(name)}/")


def issuer_link(paper: Paper) -> Link:
    """A missing or unwritable name, as a preview can have it, leads nowhere."""
    issuer = paper.issuer
    return Link(issuer.name, issuer.url if issuer.code else "")


def last_handed_in(documents: Iterable[ArticleRecord]) -> date | None:
    """The day of the newest approval among these."""
    return max((record.submitted for record in documents if record.submitted), default=None)


def named(record: ArticleRecord) -> str:
    """Kế hoạch số 52/KH-THSM"""
    paper = record.document
    return f"{type_link(paper).name} số {paper.number}"


class Library:
    """Only what is public, newest first, as everything in a publication."""

    def __init__(self, publication: Publication) -> None:
        self.documents, self._today = publication.documents, publication.today
        self._papers = {record.path: record.document for record in self.documents}
        self._records = {record.path: record for record in self.documents}

    @cached_property
    def parts(self) -> Mapping[str, tuple[LibraryPart, ...]]:
        """The lists under each way of parting: by type, by issuer, by year."""
        years: dict[Link, list[ArticleRecord]] = defaultdict(list)
        for record in self.documents:
            year = record.on.year
            years[Link(str(year), f"{ALL}nam/{year}/")].append(record)
        return {
            labels.TYPE: self._parted(type_link),
            labels.ISSUER: self._parted(issuer_link),
            labels.YEAR: tuple(
                LibraryPart(link, tuple(records)) for link, records in years.items()
            ),
        }

    def around(self, record: ArticleRecord) -> Around:
        path = record.path
        replaced_by = self._links(self._replaced_by.get(path, ()))
        return Around(
            validity(record.document, self._today, is_replaced=bool(replaced_by)),
            self._links(self._replaces.get(path, ())),
            replaced_by,
        )

    def _parted(self, link_of: Callable[[Paper], Link]) -> tuple[LibraryPart, ...]:
        """By address: the newest of its documents names it."""
        found: dict[str, list[ArticleRecord]] = defaultdict(list)
        for record in self.documents:
            found[link_of(record.document).url].append(record)
        parts = (LibraryPart(link_of(d[0].document), tuple(d)) for d in found.values())
        return tuple(
            sorted(parts, key=lambda part: (-len(part.documents), alphabetical(part.link.name)))
        )

    @cached_property
    def _replaces(self) -> Mapping[str, tuple[str, ...]]:
        return replacements(self._papers)

    @cached_property
    def _replaced_by(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for newer, olds in self._replaces.items():
            for old in olds:
                found[old] = (*found.get(old, ()), newer)
        return found

    def _links(self, paths: tuple[str, ...]) -> tuple[Link, ...]:
        records = (self._records[path] for path in paths)
        return tuple(Link(named(record), record.url) for record in records)
