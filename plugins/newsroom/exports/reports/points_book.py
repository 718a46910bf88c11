"""Emulation points as a workbook: each score is the sum of rows that name what earned it.

Requirements E1 to E5. For the board only: it ranks individuals.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ...domain.site.publication import Evaluation
from ...domain.tally.contributions import EventLog
from ...domain.tally.points_tally import Score, Term, ranking, scores_of_groups, scores_of_people
from ...domain.tally.reporting import Span
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.publisher import nouns_of
from ...vocabulary.tally import thing_in_words
from ..office.workbook import Book, Formula, Linked, Value
from .source_sheet import literal
from .tally_book import FOR_THE_BOARD

TERMS = "Cách tính"
PEOPLE = "cá nhân"


def emulation_book(evaluation: Evaluation, span: Span) -> bytes:
    """Groups and individuals ranked by the plan's points, and every point with its reason."""
    today, ledger = evaluation.publication.today, EventLog.of(evaluation)
    title, groups = (
        f"Điểm thi đua – {span.period.name}",
        nouns_of(evaluation.publication.school).group,
    )
    book = Book(title, today)
    every: tuple[tuple[str, str, Sequence[Score[Any]]], ...] = (
        (groups, f"Xếp hạng {groups}", scores_of_groups(span.plan, ledger, span.period)),
        (PEOPLE, "Xếp hạng cá nhân", scores_of_people(span.plan, ledger, span.period)),
    )
    remarks = (
        f"{span.plan.title}. Số liệu tính đến ngày {in_numbers(today)}.",
        FOR_THE_BOARD,
        f"Mỗi điểm số cộng từ các dòng của trang “{TERMS}”; lọc trang ấy theo mã để thấy từng bài.",
        *(("Kế hoạch chưa có mục “điểm”, nên chưa có gì để tính.",) * (not span.plan.points)),
    )
    for kind, name, scores in every:
        sheet = book.sheet(name, (8, 40, 24, 12, 12))
        sheet.head(f"{name} – {span.period.name}", *remarks)
        top, bottom = sheet.row + 2, sheet.row + 1 + len(scores)
        rows = [
            (
                Formula(f"=RANK(D{at},D${top}:D${bottom})", placed.place),
                *(placed.score.who.name, placed.score.who.code),
                _sum_of(kind, placed.score),
                len(placed.score.terms),
            )
            for at, placed in enumerate(ranking(scores), start=top)
        ]
        sheet.table(("Hạng", "Tên", "Mã", "Điểm", "Số dòng tính"), rows)
    rules = book.sheet("Thang điểm", (60, 12, 16))
    rules.head("Thang điểm của kế hoạch")
    rules.table(
        (labels.SUBJECT, "Điểm", labels.BASIS),
        [(rule.name, number(rule.points), rule.source) for rule in span.plan.points],
    )
    names = {s.code: s.short_name for s in evaluation.publication.school.offices}
    site = evaluation.publication.school.site_url
    sheet = book.sheet(TERMS, (12, 24, 34, 10, 46, 60, 12, 30))
    sheet.table(
        (
            "Đối tượng",
            "Mã",
            "Tên",
            "Điểm",
            labels.BECAUSE,
            labels.ARTICLE,
            labels.DAY,
            labels.PLACE,
        ),
        [
            (kind, score.who.code, score.who.name, *_term(term, site, names))
            for kind, _, scores in every
            for score in scores
            for term in score.terms
        ],
        is_filtered=True,
    )
    return book.finished()


def _sum_of(kind: str, score: Score[Any]) -> Formula:
    terms = f"'{TERMS}'!"
    asked = f'{terms}$A:$A,"{kind}",{terms}$B:$B,"{literal(score.who.code)}"'
    return Formula(f"=SUMIFS({terms}$D:$D,{asked})", float(score.points))


def _term(term: Term, site: str, names: dict[str, str]) -> tuple[Value, ...]:
    event = term.event
    title = thing_in_words(event, term.rule.measure)
    url = event.elsewhere.link if event.elsewhere else ""
    if event.article and event.article.is_public:
        url = f"{site}/{event.article.url}"
    shown: Value = Linked(title, url) if url else title
    place = names.get(event.destination, event.destination)
    return number(term.points), term.rule.name, shown, event.on, place


def number(points: Decimal) -> float | int:
    """A whole number where it is one."""
    return int(points) if points == int(points) else float(points)
