"""Danh mục tin bài có tác giả: what came out, who wrote it and where it went. Requirement B1."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ...domain.content.ref import Ref
from ...domain.content.submission import SubmissionKind
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Evaluation
from ...domain.tally.reporting import Span, published_in
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.genres import GENRES
from ...vocabulary.publisher import nouns_of
from ...vocabulary.words import shown
from ..office.paper import Landscape, new_paper, paragraph, saved, table
from ..office.workbook import Book, Linked, Value

_XLSX_WIDTHS = (6, 60, 30, 24, 28, 12, 12, 12, 12, 36, 36, 46)
_DOCX_WIDTHS = (1.3, 4.8, 3.0, 2.2, 2.4, 1.3, 2.0, 2.0, 2.0, 2.5, 2.7)


def title_of(span: Span) -> str:
    return f"Danh mục tin bài – {span.period.name}"


def list_book(evaluation: Evaluation, span: Span) -> bytes:
    """The list as a workbook."""
    book = Book(title_of(span), evaluation.publication.today)
    sheet = book.sheet("Danh mục", _XLSX_WIDTHS)
    sheet.head(title_of(span), *_remarks(evaluation, span))
    own = evaluation.publication.school.site_url
    rows = [
        _sheet_row(number, article, own)
        for number, article in enumerate(published_in(span, evaluation.publication), start=1)
    ]
    sheet.table((*_head(evaluation), "Liên kết được đăng"), rows, is_filtered=True)
    for words in stand_ins_in_words(dict(enumerate(published_in(span, evaluation.publication), 1))):
        sheet.note(words, "remark")
    if not rows:
        sheet.note(labels.NOTHING_PUBLISHED, "remark")
    return book.finished()


def list_paper(evaluation: Evaluation, span: Span) -> bytes:
    """The list as a document, on its side."""
    today = evaluation.publication.today
    paper = new_paper(title_of(span), today, Landscape)
    school = evaluation.publication.school.on(span.day_of_papers(today))
    paragraph(paper, school.name.upper(), is_bold=True, is_indented=False)
    paragraph(paper, title_of(span).upper(), is_bold=True, align="center")
    for remark in _remarks(evaluation, span):
        paragraph(paper, remark, is_italic=True, align="center")
    articles = published_in(span, evaluation.publication)
    if articles:
        table(paper, _head(evaluation), list_rows(articles), _DOCX_WIDTHS, size=10)
        for words in stand_ins_in_words(dict(enumerate(articles, 1))):
            paragraph(paper, words, is_italic=True, is_indented=False)
    else:
        paragraph(paper, labels.NOTHING_PUBLISHED)
    return saved(paper, today)


def _head(evaluation: Evaluation) -> tuple[str, ...]:
    return (
        *(
            "STT",
            labels.TITLE,
            labels.AUTHOR,
            nouns_of(evaluation.publication.school).group_heading,
        ),
        *(
            labels.CATEGORIES,
            labels.GENRE,
            labels.DAY_SUBMITTED,
            "Ngày duyệt",
            labels.DAY_PUBLISHED,
            "Đã gửi",
            labels.CARRIED,
        ),
    )


def list_rows(articles: Sequence[ArticleRecord]) -> list[tuple[str, ...]]:
    """The rows as words, numbered from 1."""
    return [
        (
            *(str(number), article.title, _names(article.authors), _names(article.groups)),
            *(article.category.name, shown(GENRES, article.genre)),
            *(numbers(article.submitted), numbers(article.approved), numbers(article.on)),
            *(_ways(article, SubmissionKind.SENT), _ways(article, SubmissionKind.CARRIED)),
        )
        for number, article in enumerate(articles, start=1)
    ]


def stand_ins_in_words(articles: Mapping[int, ArticleRecord]) -> Iterator[str]:
    """A remark on each numbered article of which only authors held a role: decision 33."""
    for number, article in articles.items():
        for role in article.stand_ins:
            yield (
                f"Bài số {number}: ngoài tác giả không ai giữ quyền duyệt “{role.name}”, nên một"
                " người thứ hai trong ban biên tập duyệt thay."
            )


def numbers(day: date | None) -> str:
    """A day as 20/11/2024; nothing where there is none."""
    return in_numbers(day) if day else ""


def _sheet_row(number: int, article: ArticleRecord, own: str) -> tuple[Value, ...]:
    words = list_rows([article])[0]
    links = [sent.link for sent in article.sent(SubmissionKind.CARRIED) if sent.link]
    days = article.submitted, article.approved, article.on
    return (
        number,
        Linked(article.title, f"{own}/{article.url}"),
        *words[2:6],
        *days,
        *words[9:],
        Linked("\n".join(links), links[0] if len(links) == 1 else "") if links else "",
    )


def _remarks(evaluation: Evaluation, span: Span) -> tuple[str, str]:
    today = in_numbers(evaluation.publication.today)
    return span.plan.title, f"Số liệu tính đến ngày {today}. Tính theo ngày đăng."


def _names(refs: Sequence[Ref]) -> str:
    return ", ".join(ref.name for ref in refs)


def _ways(article: ArticleRecord, kind: SubmissionKind) -> str:
    return "; ".join(f"{sent.office.name}, {numbers(sent.on)}" for sent in article.sent(kind))
