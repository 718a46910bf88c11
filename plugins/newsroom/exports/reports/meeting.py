"""The sheet for the staff meeting of the month. Requirement P7 (S4); for the board only."""

from collections.abc import Iterable, Iterator
from functools import partial

from ...domain.content.ref import Ref
from ...domain.content.submission import SubmissionKind
from ...domain.plan.measure import declaration_of
from ...domain.site.publication import Evaluation
from ...domain.tally.arrivals import arrivals_of
from ...domain.tally.cell import Cell
from ...domain.tally.contributions import EventLog
from ...domain.tally.reporting import Span, groups_in_order, lines_of, returned_in, ways_up
from ...domain.tally.tally import QuotaRow, tally
from ...domain.tally.verdict import VerdictKind
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.publisher import PublisherNouns, nouns_of
from ...vocabulary.tally import (
    COUNT_OF_TARGET,
    count_in_words,
    result_in_words,
    thing_in_words,
    who,
)
from ..office.paper import BLANK, new_paper, paragraph, saved, table

FOR_THE_BOARD = "Tài liệu họp nội bộ, không đưa lên trang công khai."


def meeting_sheet(evaluation: Evaluation, span: Span) -> bytes:
    """The sheet: deliveries, shortfalls, returns with reasons, what was carried, whom to praise."""
    today, nouns = evaluation.publication.today, nouns_of(evaluation.publication.school)
    title = f"Phiếu họp công tác truyền thông – {span.period.name}"
    paper = new_paper(title, today)
    paragraph(paper, title.upper(), align="center", is_bold=True, space=0)
    remark = f"{FOR_THE_BOARD} Số liệu tính đến ngày {in_numbers(today)}."
    paragraph(paper, remark, align="center", is_italic=True)
    cells = list(_cells(evaluation, span))
    met = [pair for pair in cells if pair[1].is_met]
    short = [pair for pair in cells if pair[1].verdict.kind is VerdictKind.SHORT]
    running = [pair for pair in cells if pair[1].verdict.kind is VerdictKind.RUNNING]
    aims = [pair for pair in cells if pair[1].verdict.kind is VerdictKind.NOT_REACHED]
    owed = (labels.UNIT, labels.QUOTA, COUNT_OF_TARGET, labels.RESULT)
    widths = (3.8, 7.3, 2.2, 3.2)
    rows_of = partial(map, partial(_owed, nouns))
    parts = (
        ("Đúng hạn, đủ chỉ tiêu", owed, rows_of(met), widths),
        ("Còn thiếu khi hết hạn", owed, rows_of(short), widths),
        ("Đang trong hạn, chưa đủ", owed, rows_of(running), widths),
        *((("Mức phấn đấu chưa đạt", owed, rows_of(aims), widths),) if aims else ()),
        (
            "Nộp sau hạn của kế hoạch",
            (labels.ARTICLE, nouns.group_heading, labels.DAY_SUBMITTED),
            _late(evaluation, span),
            (9.5, 4.6, 2.4),
        ),
        (
            "Trả lại để sửa, và lý do",
            (labels.ARTICLE, nouns.group_heading, labels.DAY, "Lý do"),
            _returned(evaluation, span),
            (5.6, 2.8, 2.4, 5.7),
        ),
        (
            "Được cấp trên và báo, đài đăng",
            (labels.ARTICLE, labels.PLACE_OF_REPUBLICATION, labels.DAY, labels.LINK),
            _carried(evaluation, span),
            (5.6, 3.6, 2.4, 4.9),
        ),
        (
            "Đề nghị biểu dương",
            (f"{nouns.group_heading}, cá nhân", labels.BECAUSE),
            _praised(evaluation, span, met),
            (6.0, 10.5),
        ),
    )
    for number, (heading, head, rows, size) in enumerate(parts, start=1):
        paragraph(paper, f"{number}. {heading}", is_heading=True, is_indented=False)
        if found := list(rows):
            table(paper, head, found, size)
        else:
            paragraph(paper, labels.NOTHING, is_indented=False)
    paragraph(
        paper,
        f"{len(parts) + 1}. Ý kiến và kết luận của cuộc họp",
        is_heading=True,
        is_indented=False,
    )
    for _ in range(3):
        paragraph(paper, BLANK * 10, is_indented=False)
    return saved(paper, today)


def _cells(evaluation: Evaluation, span: Span) -> Iterator[tuple[QuotaRow, Cell]]:
    for row in tally(span.plan, EventLog.of(evaluation)).rows:
        if cell := row.over(span.period):
            yield row, cell


def _owed(nouns: PublisherNouns, pair: tuple[QuotaRow, Cell]) -> tuple[str, ...]:
    row, cell = pair
    return who(row, nouns), row.quota.name, count_in_words(cell), result_in_words(cell)


def _late(evaluation: Evaluation, span: Span) -> Iterator[tuple[str, ...]]:
    """The articles that a quota needed and got after its day, each once."""
    ledger = EventLog.of(evaluation)
    arrivals = arrivals_of(span.plan, ledger)
    for line in lines_of(span, ledger):
        event, declared = line.event, declaration_of(line.measure)
        if declared.can_be_late and line.is_first and arrivals.is_on_time(event) is False:
            title = thing_in_words(event, line.measure)
            groups = ", ".join(groups_in_order(event, span.plan).values())
            yield title, groups, in_numbers(event.came)


def _returned(evaluation: Evaluation, span: Span) -> Iterator[tuple[str, ...]]:
    for record, decision in returned_in(span, evaluation.newsroom):
        on = in_numbers(decision.on) if decision.on else ""
        yield record.title, _names(record.groups), on, decision.reason


def _carried(evaluation: Evaluation, span: Span) -> Iterator[tuple[str, ...]]:
    for way in ways_up(SubmissionKind.CARRIED, span, evaluation.publication.articles):
        sent = way.sent
        yield way.article.title, sent.office.name, in_numbers(sent.on), sent.link


def _praised(
    evaluation: Evaluation, span: Span, met: Iterable[tuple[QuotaRow, Cell]]
) -> Iterator[tuple[str, ...]]:
    """Groups above their quota, and whoever wrote what was carried. Requirement E4 (S1)."""
    for row, cell in met:
        verdicts = (cell.verdicts.of_target, cell.verdicts.of_aim)
        kinds = {verdict.kind for verdict in verdicts if verdict}
        if kinds & {VerdictKind.OVER, VerdictKind.REACHED} and row.group:
            yield row.group.name, f"{result_in_words(cell)}: {row.quota.name}"
    for way in ways_up(SubmissionKind.CARRIED, span, evaluation.publication.articles):
        for author in way.article.authors:
            yield author.name, f"“{way.article.title}” được {way.sent.office.name} đăng"


def _names(refs: Iterable[Ref]) -> str:
    return ", ".join(ref.name for ref in refs)
