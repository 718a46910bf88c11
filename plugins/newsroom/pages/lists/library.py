"""The published documents in the orders in which pages need them."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from ...domain.content.document import DocumentType, Paper, Validity, replacements, validity
from ...domain.site.article_record import Docket
from ...domain.site.publication import Publication
from ...domain.text.vietnamese import slug
from ...vocabulary import DOCUMENT_TYPES, shown
from ..build.link import Link

ALL = "van-ban/"


class Around(NamedTuple):
    """What other documents and the day make of one: whether it holds, and what it stands for."""

    validity: Validity
    replaces: tuple[Link, ...]
    replaced_by: tuple[Link, ...]


class Part(NamedTuple):
    """The documents of one type, issuer or year."""

    link: Link
    documents: tuple[Docket, ...]


def type_link(paper: Paper) -> Link:
    name = shown(DOCUMENT_TYPES, DocumentType(paper.type))
    return Link(name.capitalize(), f"{ALL}loai/{slug(name)}/")


def issuer_link(paper: Paper) -> Link:
    """A missing or unwritable name, as a preview can have it, leads nowhere."""
    code, name, url = paper.issuer
    return Link(name, url if code else "")


def named(docket: Docket) -> str:
    """Kế hoạch số 52/KH-THSM"""
    paper = docket.document
    return f"{type_link(paper).name} số {paper.number}"


class Library:
    """Only what is public, newest first, as everything in a publication."""

    def __init__(self, publication: Publication) -> None:
        self.documents, self._today = publication.documents, publication.today
        self._papers = {docket.path: docket.document for docket in self.documents}
        self._dockets = {docket.path: docket for docket in self.documents}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Part, ...]]:
        """The lists under each way of parting: by type, by issuer, by year."""
        years: dict[Link, list[Docket]] = defaultdict(list)
        for docket in self.documents:
            years[Link(docket.on[:4], f"{ALL}nam/{docket.on[:4]}/")].append(docket)
        return {
            "Loại": self._parted(type_link),
            "Cơ quan ban hành": self._parted(issuer_link),
            "Năm": tuple(Part(link, tuple(dockets)) for link, dockets in years.items()),
        }

    def around(self, docket: Docket) -> Around:
        path = docket.path
        replaced_by = self._links(self._replaced_by.get(path, ()))
        return Around(
            validity(docket.document, self._today, is_replaced=bool(replaced_by)),
            self._links(self._replaces.get(path, ())),
            replaced_by,
        )

    def _parted(self, link_of: Callable[[Paper], Link]) -> tuple[Part, ...]:
        """By address: the newest of its documents names it."""
        found: dict[str, list[Docket]] = defaultdict(list)
        for docket in self.documents:
            found[link_of(docket.document).url].append(docket)
        parts = (Part(link_of(d[0].document), tuple(d)) for d in found.values())
        return tuple(sorted(parts, key=lambda part: (-len(part.documents), part.link.url)))

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
        dockets = (self._dockets[path] for path in paths)
        return tuple(Link(named(docket), docket.url) for docket in dockets)
