"""The dossier of a year (hồ sơ) and its contents. Requirements B2, B3 (S4)."""

from collections.abc import Mapping, Sequence

from ..content.document import DossierPlace, Validity, replacements, validity
from ..site.article_record import ArticleRecord
from ..tally.reporting import Span


def documents_of(span: Span, documents: Sequence[ArticleRecord]) -> tuple[ArticleRecord, ...]:
    """The decisions and regulations that held in the span, and its plans and reports, oldest first.

    `documents` are those the public may see.
    """
    papers = {record.path: record.document for record in documents}
    by_path = {record.path: record for record in documents}
    replaced = {
        old
        for path, olds in replacements(papers).items()
        if by_path[path].on <= span.period.first
        for old in olds
    }
    found = [d for d in documents if _belongs(d, span) and d.path not in replaced]
    return tuple(sorted(found, key=lambda record: (record.on, record.path)))


def _belongs(record: ArticleRecord, span: Span) -> bool:
    paper = record.document
    match paper.type.place_in_dossier:
        case DossierPlace.YEAR_OF_ISSUE:
            return span.contains(record.on)
        case DossierPlace.WHILE_IN_FORCE:
            state = validity(paper, span.period.first, is_replaced=False)
            return record.on <= span.period.last and state is not Validity.ENDED
        case DossierPlace.NOWHERE:
            return False


def by_group(
    span: Span, articles: Sequence[ArticleRecord]
) -> Mapping[str, tuple[ArticleRecord, ...]]:
    """The articles of each group of the plan, by its code; groups without any are there too."""
    return {
        group.code: tuple(a for a in articles if group.code in (ref.code for ref in a.groups))
        for group in span.plan.groups
    }
