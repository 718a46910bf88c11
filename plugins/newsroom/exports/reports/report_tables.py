"""The tables of a report: each figure with the numbers of its articles in the list at its end."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from ...domain.content.submission import SubmissionKind
from ...domain.desk.content_plan import content_plan
from ...domain.plan.measure import Unit, declaration_of
from ...domain.plan.quota import Quota
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Evaluation
from ...domain.tally.cell import Cell
from ...domain.tally.contributions import Contribution, EventLog
from ...domain.tally.reporting import (
    Span,
    lines_of,
    measures_shown,
    number_in,
    shared_things,
    ways_up,
)
from ...domain.tally.tally import tally
from ...domain.tally.verdict import VerdictKind
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.measures import MEASURES
from ...vocabulary.publisher import PublisherNouns, nouns_of
from ...vocabulary.tally import (
    COUNT_OF_TARGET,
    count_in_words,
    periods_met_in_words,
    result_in_words,
    shared_in_words,
    who,
)
from ...vocabulary.words import shown
from ..office.paper import paragraph, table
from ..office.placeholders import Block
from .annex import annex, numbered, places

if TYPE_CHECKING:
    from docx.document import Document

# The whole width of a page's text, and the least that a column of numbers takes, in centimetres.
_WIDTH, _OF_NUMBER = 16.5, 2.1


def blocks_of(evaluation: Evaluation, span: Span) -> Mapping[str, Block]:
    """The block for each place of the form."""
    return {
        "bảng theo đơn vị": partial(_by_group, evaluation, span),
        "bảng theo tổ": partial(_by_group, evaluation, span),
        "bảng theo chuyên mục": partial(_by_category, evaluation, span),
        "bảng chỉ tiêu": partial(_quotas, evaluation, span),
        "bảng nội dung": partial(_topics, evaluation, span),
        "bảng được đăng": partial(_carried, evaluation, span),
        "danh mục tin bài": partial(annex, evaluation, span),
    }


def _nouns(evaluation: Evaluation) -> PublisherNouns:
    return nouns_of(evaluation.publication.school)


def _by_group(evaluation: Evaluation, span: Span, paper: "Document") -> None:
    lines, nouns = lines_of(span, EventLog.of(evaluation)), _nouns(evaluation)
    measures = measures_shown(span.plan, lines)
    groups = [*((g.name, g.code) for g in span.plan.groups), (nouns.whole_heading, "")]
    rows = [
        (name, *(str(number_in(lines, m, partial(_is_of, code))) for m in measures))
        for name, code in groups
    ]
    heading = evaluation.publication.school.groups_called or nouns.groups
    head = (heading, *(shown(MEASURES, m).capitalize() for m in measures))
    of_number = min(_OF_NUMBER, (_WIDTH - 4) / len(measures))
    name_width = _WIDTH - of_number * len(measures)
    table(paper, head, rows, (name_width, *(of_number for _ in measures)))
    if words := shared_in_words(shared_things(lines), nouns):
        paragraph(paper, words, is_italic=True)


def _is_of(group: str, event: Contribution) -> bool:
    """True where an event is the group's; every one is the whole school's (no code)."""
    return not group or group in event.groups


def _by_category(evaluation: Evaluation, span: Span, paper: "Document") -> None:
    articles = numbered(evaluation, span)
    rows = [
        (category.name, str(len(found)), ", ".join(found))
        for category in span.plan.categories
        for found in [
            [str(n) for n, article in articles.items() if article.category.code == category.code]
        ]
    ]
    table(paper, (labels.CATEGORIES, "Số bài đăng", "Bài số"), rows, (7.5, 2.5, 6.5))


def _result(cell: Cell) -> str:
    """thiếu 1 (đạt 9/10 tháng)"""
    words, periods = result_in_words(cell), periods_met_in_words(cell)
    is_lacking = cell.shortfall or cell.verdict.kind is VerdictKind.NOT_REACHED
    return f"{words} ({periods})" if periods and is_lacking else words


def _quotas(evaluation: Evaluation, span: Span, paper: "Document") -> None:
    numbers, nouns = places(evaluation, span), _nouns(evaluation)
    rows = [
        (
            row.quota.name,
            who(row, nouns),
            count_in_words(cell),
            _result(cell),
            _behind_quota(row.quota, cell, numbers),
        )
        for row in tally(span.plan, EventLog.of(evaluation)).rows
        if (cell := row.over(span.period))
    ]
    if not rows:
        paragraph(paper, labels.NO_QUOTAS)
        return
    head = (labels.QUOTA, labels.UNIT, COUNT_OF_TARGET, labels.RESULT, "Bài số")
    table(paper, head, rows, (5.5, 2.9, 2.1, 2.6, 3.4))


def _topics(evaluation: Evaluation, span: Span, paper: "Document") -> None:
    """The topics that the content plan wanted told by now; nothing where it wanted none."""
    numbers, nouns = places(evaluation, span), _nouns(evaluation)
    rows = [
        (
            planned.topic.name,
            planned.month.name.removeprefix("Tháng "),
            ", ".join(span.plan.group(code).name for code in planned.topic.groups)
            or nouns.whole_heading,
            _behind(len(planned.told), planned.told, numbers) or labels.NONE_YET,
        )
        for planned in content_plan(span.plan, evaluation)
        if planned.month in span.months and planned.month.first <= evaluation.publication.today
    ]
    if rows:
        paragraph(paper, "Nội dung theo kế hoạch:", is_heading=True)
        head = (labels.SUBJECT, labels.MONTH, labels.UNIT, "Bài số")
        table(paper, head, rows, (6.2, 2.3, 4.5, 3.5))


def _behind_quota(quota: Quota, cell: Cell, places: Mapping[str, str]) -> str:
    # A package of photos is no article.
    has_articles = declaration_of(quota.measure).unit is Unit.ARTICLE
    return _behind(cell.count, cell.articles, places) if has_articles else ""


def _behind(count: int, articles: Iterable[ArticleRecord], places: Mapping[str, str]) -> str:
    """The numbers of the articles behind a count, and how many have none here."""
    found = [places[article.path] for article in articles if article.path in places]
    others = count - len(found)
    words = [", ".join(sorted(found, key=int))] if found else []
    return "; ".join([*words, f"{others} không có trong Phụ lục"] if others else words)


def _carried(evaluation: Evaluation, span: Span, paper: "Document") -> None:
    ways = ways_up(SubmissionKind.CARRIED, span, evaluation.publication.articles)
    if not ways:
        paragraph(paper, "Chưa có tin, bài nào được đăng trong thời gian này.")
        return
    rows = [
        (str(n), way.article.title, way.sent.office.name, in_numbers(way.sent.on), way.sent.link)
        for n, way in enumerate(ways, start=1)
    ]
    table(
        paper,
        ("STT", "Tin, bài", labels.PLACE_OF_REPUBLICATION, labels.DAY, labels.LINK),
        rows,
        (1.3, 5.4, 3.5, 2.4, 3.9),
    )
