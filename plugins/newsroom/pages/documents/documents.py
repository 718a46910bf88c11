"""Documents: one page each, and lists by type, issuer and year. Requirement N7 (S4)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from ...domain.content.document import Paper, Retention, RetentionKind, Validity
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...vocabulary import labels
from ...vocabulary.content import RETENTIONS, VALIDITIES
from ...vocabulary.publisher import PublisherNouns
from ...vocabulary.words import shown
from ..article.body import addresses_in, body_html
from ..article.files import FileLink, file_link
from ..article.views import UNTITLED, Correction, when
from ..build.link import Link
from ..build.page import Page, key_of_list, root_of
from ..build.site import Site
from ..lists.library import ALL, LibraryPart, issuer_link, last_handed_in, type_link


class DocumentRow(NamedTuple):
    """A document in a list. `ended` says why it no longer holds, empty while it does."""

    number: str
    title: str
    url: str
    day: str
    when: str
    type: Link
    issuer: Link
    ended: str
    file: FileLink | None


class Fact(NamedTuple):
    """One line of what is known of a document."""

    name: str
    value: Link


class DocumentView(NamedTuple):
    """A document on its own page."""

    title: str
    type: Link
    facts: tuple[Fact, ...]
    files: tuple[FileLink, ...]
    replaces: tuple[Link, ...]
    replaced_by: tuple[Link, ...]
    corrections: tuple[Correction, ...]
    body: Markup


def document_pages(site: Site) -> Iterator[Page]:
    """All documents, newest first, the same parted three ways, and each of them."""
    library = site.library
    yield _list_page(site, LibraryPart(Link(labels.DOCUMENTS, ALL), library.documents))
    for parts in library.parts.values():
        for part in parts:
            yield _list_page(site, part)
    for record in library.documents:
        yield document_page(record, site)


def document_page(
    record: ArticleRecord, site: Site, *, url: str = "", reasons: tuple[str, ...] = ()
) -> Page:
    """The page of one document, at its own address or, for a preview, at another."""
    around = (site.library.around(record), addresses_in(record, site))
    return Page(
        url or record.url,
        f"{record.page_key} {around}",
        partial(_context, record, site, url, reasons),
        "document",
        record.submitted,
    )


def _context(
    record: ArticleRecord, site: Site, url: str, reasons: tuple[str, ...]
) -> Mapping[str, Any]:
    return {"document": _view(record, site, root_of(url or record.url)), "reasons": reasons}


def _view(record: ArticleRecord, site: Site, root: str) -> DocumentView:
    paper, around = record.document, site.library.around(record)
    return DocumentView(
        title=record.title or UNTITLED,
        type=type_link(paper),
        facts=tuple(_facts(record, paper, around.validity, site.nouns)),
        files=tuple(file_link(path, site) for path in paper.files),
        replaces=around.replaces,
        replaced_by=around.replaced_by,
        corrections=tuple(Correction(when(one.on), one.reason) for one in record.corrections),
        body=body_html(site.text(record), site, root),
    )


def _facts(
    record: ArticleRecord, paper: Paper, validity: Validity, nouns: PublisherNouns
) -> Iterator[Fact]:
    yield Fact(labels.NUMBER, Link(paper.number, ""))
    yield Fact(labels.TYPE, type_link(paper))
    yield Fact(labels.ISSUER, issuer_link(paper))
    year = f"{ALL}nam/{record.on.year}/" if record.is_dated else ""
    yield Fact(labels.ISSUED, Link(when(record.on), year))
    if paper.field:
        yield Fact(labels.FIELD, Link(paper.field, ""))
    if paper.signer:
        yield Fact(labels.SIGNER, Link(paper.signer, ""))
    for group in record.groups:
        yield Fact(f"{nouns.group_heading} phụ trách", Link(group.name, group.url))
    yield Fact(labels.VALIDITY, Link(_in_words(paper, validity), ""))
    if paper.retention:
        yield Fact(labels.RETENTION, Link(_retention(paper.retention), ""))
    for item in paper.disclosed_under:
        yield Fact(labels.DISCLOSURE, Link(item.name, Section.DISCLOSURE.front))


def _in_words(paper: Paper, validity: Validity) -> str:
    """Còn hiệu lực (từ 01/09/2026, hết hiệu lực từ 01/07/2027)."""
    since = f"từ {when(paper.valid_from)}" if paper.valid_from else ""
    until = f"hết hiệu lực từ {when(paper.ends)}" if paper.ends else ""
    around = ", ".join(filter(None, (since, until)))
    return VALIDITIES[validity].capitalize() + (f" ({around})" if around else "")


def _retention(retention: Retention) -> str:
    if retention.kind is RetentionKind.YEARS:
        return f"{retention.years} năm"
    return shown(RETENTIONS, retention.kind).capitalize()


def _list_page(site: Site, part: LibraryPart) -> Page:
    head = {
        "heading": part.link.name if part.link.url == ALL else f"Văn bản: {part.link.name}",
        "filters": _filters(site, part.link.url),
    }
    around = [site.library.around(record) for record in part.documents]
    return Page(
        part.link.url,
        key_of_list((head, around), part.documents),
        partial(_rows, site, head, part.documents),
        "documents",
        last_handed_in(part.documents),
    )


def _rows(
    site: Site, head: Mapping[str, Any], records: Sequence[ArticleRecord]
) -> Mapping[str, Any]:
    return {**head, "rows": [row(record, site) for record in records]}


def row(record: ArticleRecord, site: Site) -> DocumentRow:
    paper, validity = record.document, site.library.around(record).validity
    return DocumentRow(
        number=paper.number,
        title=record.title,
        url=record.url,
        day=record.on.isoformat(),
        when=when(record.on),
        type=type_link(paper),
        issuer=issuer_link(paper),
        ended="" if validity is Validity.IN_FORCE else VALIDITIES[validity],
        file=file_link(paper.files[0], site) if paper.files else None,
    )


def _filters(site: Site, url: str) -> list[tuple[str, list[tuple[Link, int]]]]:
    """The ways to part the list, each with its links and counts; the present one leads nowhere."""

    def link(part: LibraryPart) -> Link:
        return Link(part.link.name, "") if part.link.url == url else part.link

    return [
        (name, [(link(part), len(part.documents)) for part in parts])
        for name, parts in site.library.parts.items()
        if parts
    ]
