"""The annex of a report (phụ lục): every article behind its figures, under a number."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...domain.site.article_record import ArticleRecord, newest_first
from ...domain.site.publication import Evaluation
from ...domain.tally.contributions import EventLog
from ...domain.tally.reporting import Span, published_in
from ...domain.tally.tally import tally
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.publisher import nouns_of
from ..office.paper import paragraph, table
from .article_list import stand_ins_in_words

if TYPE_CHECKING:
    from docx.document import Document


def annex(evaluation: Evaluation, span: Span, paper: "Document") -> None:
    articles = numbered(evaluation, span)
    if articles:
        _listed(articles, evaluation, paper)
    else:
        paragraph(paper, labels.NOTHING_PUBLISHED)
    if others := _others(evaluation, span, len(articles)):
        paragraph(
            paper,
            "Bài đăng ngoài thời gian báo cáo, được tính ở trên vì nộp, gửi hoặc được đăng lại"
            " trong thời gian ấy:",
            is_heading=True,
        )
        _listed(others, evaluation, paper)


def _listed(
    articles: Mapping[int, ArticleRecord], evaluation: Evaluation, paper: "Document"
) -> None:
    """A table of articles with their numbers, and where somebody stood in for an approver."""
    site = evaluation.publication.school.site_url
    rows = [
        (
            *(str(n), article.title, ", ".join(ref.name for ref in article.authors)),
            *(", ".join(ref.name for ref in article.groups), in_numbers(article.on)),
            f"{site}/{article.url}",
        )
        for n, article in articles.items()
    ]
    head = (
        "Số",
        labels.TITLE,
        labels.AUTHOR,
        nouns_of(evaluation.publication.school).group_heading,
        labels.DAY_PUBLISHED,
        labels.ADDRESS,
    )
    table(paper, head, rows, (1.0, 4.9, 3.0, 2.2, 2.2, 3.2), size=11)
    for words in stand_ins_in_words(articles):
        paragraph(paper, words, is_italic=True, is_indented=False)


def numbered(evaluation: Evaluation, span: Span) -> Mapping[int, ArticleRecord]:
    """The published articles of the span by their numbers in the list."""
    return dict(enumerate(published_in(span, evaluation.publication), start=1))


def _others(evaluation: Evaluation, span: Span, published: int) -> Mapping[int, ArticleRecord]:
    """The other public articles behind the figures, with the numbers that follow those."""
    inside = {article.path for article in published_in(span, evaluation.publication)}
    cells = (row.over(span.period) for row in tally(span.plan, EventLog.of(evaluation)).rows)
    found = {a.path: a for cell in cells if cell for a in cell.articles if a.path not in inside}
    return dict(enumerate(reversed(newest_first(found.values())), start=published + 1))


def places(evaluation: Evaluation, span: Span) -> Mapping[str, str]:
    """The number of every article of the annex, by its path. Requirement E5: each can be traced."""
    published = numbered(evaluation, span)
    every = {**published, **_others(evaluation, span, len(published))}
    return {article.path: str(number) for number, article in every.items()}
