"""The sheet of single things from which every figure of a workbook is counted."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...domain.plan.calendar import Month
from ...domain.plan.category import Genre
from ...domain.plan.measure import Measure
from ...domain.site.publication import Evaluation
from ...domain.tally.contributions import Contribution, EventLog
from ...domain.tally.reporting import ReportLine, Span, groups_in_order, lines_of
from ...vocabulary import labels
from ...vocabulary.genres import GENRES
from ...vocabulary.measures import MEASURES
from ...vocabulary.publisher import PublisherNouns
from ...vocabulary.tally import thing_in_words
from ...vocabulary.words import shown
from ..office.workbook import Book, Formula, Linked, Value, linked

SOURCE = "Nguồn số liệu"
# The columns that are counted.
_MEASURE, _MONTH, _GROUPS, _CATEGORY, _AUTHORS, _FIRST, _AMOUNT, _GENRE = "ABIJKLMN"
_WIDTHS = (12, 10, 12, 60, 30, 28, 28, 40, 20, 14, 24, 10, 10, 14)


class By(NamedTuple):
    """Of whom or what something is counted, in codes; empty for any. `first`: once a span."""

    group: str = ""
    category: str = ""
    author: str = ""
    genre: Genre | None = None
    first: bool = False

    def wants(self, line: ReportLine) -> bool:
        event = line.event
        return (
            (not self.group or self.group in event.groups)
            and (not self.category or event.category == self.category)
            and (not self.author or self.author in event.authors)
            and (self.genre is None or event.genre is self.genre)
            and (not self.first or line.is_first)
        )


class SourceSheet:
    """All that counts in a span, and the figures that follow from it."""

    def __init__(self, evaluation: Evaluation, span: Span, ledger: EventLog) -> None:
        self._span, self._own = span, evaluation.publication.school.site_url
        self.lines = lines_of(span, ledger)

    def count(self, measure: Measure, month: str, by: By) -> int:
        """The number of a measure in a month (2026-11), or in the whole span (no month)."""
        return sum(
            line.event.amount
            for line in self.lines
            if line.measure is measure and month in ("", line.month) and by.wants(line)
        )

    def row(self, name: str, measure: Measure, by: By) -> list[Value]:
        """A row of counts by month, and behind them each thing once."""
        cells = [self.formula(measure, month.code, by) for month in self._span.months]
        return [name, *cells, self.formula(measure, "", by._replace(first=True))]

    def formula(self, measure: Measure, month: str, by: By) -> Formula:
        """The same number as a formula over the sheet."""
        conditions = [(_MEASURE, shown(MEASURES, measure)), *_conditions(month, by)]
        asked = ",".join(f'{_column(c)},"{what}"' for c, what in conditions)
        return Formula(f"=SUMIFS({_column(_AMOUNT)},{asked})", self.count(measure, month, by))

    def write(self, book: Book, nouns: PublisherNouns) -> None:
        """Put the sheet into a workbook."""
        sheet = book.sheet(SOURCE, _WIDTHS)
        # Whole columns are counted, so nothing above the table may look like one of its rows.
        sheet.table(
            (
                *(
                    labels.MEASURED_ON,
                    labels.MONTH,
                    labels.DAY,
                    labels.ARTICLE,
                    nouns.group_heading,
                    labels.CATEGORIES,
                ),
                *(
                    labels.AUTHOR,
                    labels.ADDRESS,
                    f"Mã {nouns.group}",
                    "Mã chuyên mục",
                    "Mã tác giả",
                ),
                *("Lần đầu", "Số lượng", labels.GENRE),
            ),
            [self._row_of(line) for line in self.lines],
            is_filtered=True,
        )

    def _row_of(self, line: ReportLine) -> tuple[Value, ...]:
        event, plan = line.event, self._span.plan
        categories = {category.code: category.name for category in plan.categories}
        article, groups = event.article, groups_in_order(event, plan)
        return (
            *(shown(MEASURES, line.measure), Month.parse(line.month).name, event.on),
            thing_in_words(event, line.measure),
            "; ".join(groups.values()),
            article.category.name if article else categories.get(event.category, event.category),
            "; ".join(author.name for author in article.authors) if article else "",
            _place(event, self._own),
            _codes(tuple(groups)),
            event.category,
            _codes(event.authors),
            int(line.is_first),
            event.amount,
            shown(GENRES, event.genre) if event.genre else "",
        )


def _column(letter: str) -> str:
    return f"'{SOURCE}'!${letter}:${letter}"


def _conditions(month: str, by: By) -> Iterator[tuple[str, str]]:
    if month:
        # A bare 2026-11 would be taken for a day.
        yield _MONTH, Month.parse(month).name
    if by.group:
        yield _GROUPS, f"*|{literal(by.group)}|*"
    if by.category:
        yield _CATEGORY, literal(by.category)
    if by.author:
        yield _AUTHORS, f"*|{literal(by.author)}|*"
    if by.genre:
        yield _GENRE, shown(GENRES, by.genre)
    if by.first:
        yield _FIRST, "1"


def literal(text: str) -> str:
    """A code inside a condition, where * ? ~ and quotes mean something."""
    return "".join(f"~{c}" if c in "*?~" else c for c in text).replace('"', '""')


def _codes(codes: Sequence[str]) -> str:
    return f"|{'|'.join(codes)}|" if codes else ""


def _place(event: Contribution, own: str) -> Value:
    if event.elsewhere:
        return linked(event.elsewhere.link)
    if event.article is None:
        return ""
    url = f"{own}/{event.article.url}"
    return Linked(url, url) if event.article.is_public else f"(chưa đăng) {event.article.path}"
