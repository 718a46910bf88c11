"""The tally as a workbook, for the board: each figure is counted from the rows of one sheet."""

from collections.abc import Sequence

from ...buildtools.csv_file import csv_for_excel
from ...domain.content.submission import SubmissionKind
from ...domain.plan.category import Genre
from ...domain.plan.measure import Measure, measures_by_author
from ...domain.site.publication import Evaluation
from ...domain.tally.contributions import EventLog
from ...domain.tally.reporting import Span, shared_things, ways_up
from ...domain.tally.tally import tally
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.genres import GENRES
from ...vocabulary.measures import MEASURES
from ...vocabulary.publisher import nouns_of
from ...vocabulary.tally import (
    COUNT_OF_TARGET,
    count_in_words,
    result_in_words,
    shared_in_words,
    who,
)
from ...vocabulary.words import shown
from ..office.workbook import Book, Formula, Linked, Value, WorkbookSheet, column_letter, linked
from .source_sheet import SOURCE, By, SourceSheet

FOR_THE_BOARD = "Tài liệu của ban biên tập: có số liệu từng người, không đưa lên trang công khai."


def tally_book(evaluation: Evaluation, span: Span) -> bytes:
    """The workbook of one span. Requirements Q1 to Q10, E5, C7."""
    return _TallyBook(evaluation, span).made()


def tally_csv(evaluation: Evaluation, span: Span) -> str:
    """The figures by group and month as CSV: one row a group and measure. No individuals."""
    found = _TallyBook(evaluation, span)
    head = (
        found.nouns.group_heading,
        labels.MEASURED_ON,
        *(month.code for month in span.months),
        "Cộng",
    )
    rows = [
        (
            *(name, shown(MEASURES, measure)),
            *(str(found.source.count(measure, m.code, By(group=code))) for m in span.months),
            str(found.source.count(measure, "", By(group=code, first=True))),
        )
        for measure in Measure
        for name, code in found.groups
    ]
    return csv_for_excel([head, *rows])


class _TallyBook:
    def __init__(self, evaluation: Evaluation, span: Span) -> None:
        self.evaluation, self.span, self.plan = evaluation, span, span.plan
        self.today, self.ledger = evaluation.publication.today, EventLog.of(evaluation)
        self.source = SourceSheet(evaluation, span, self.ledger)
        self.nouns = nouns_of(evaluation.publication.school)
        # The whole school is none of its groups: an article of two counts once.
        self.groups = [
            *((g.name, g.code) for g in self.plan.groups),
            (self.nouns.whole_heading, ""),
        ]

    def made(self) -> bytes:
        book = Book(f"Thống kê {self.span.period.name}", self.today)
        self._quotas(book)
        self._by_group(book)
        self._by_category(book)
        self._by_genre(book)
        self._by_author(book)
        self._dispatches(book)
        self.source.write(book, self.nouns)
        return book.finished()

    def _sheet(self, book: Book, name: str, widths: Sequence[int]) -> WorkbookSheet:
        sheet = book.sheet(name, widths)
        sheet.head(
            f"{name} – {self.span.period.name}",
            f"{self.plan.title}. Số liệu tính đến ngày {in_numbers(self.today)}.",
            FOR_THE_BOARD,
            f"Mỗi con số đếm từ các dòng của trang “{SOURCE}”; lọc trang ấy để thấy từng bài.",
        )
        return sheet

    def _quotas(self, book: Book) -> None:
        sheet = self._sheet(book, labels.QUOTA, (56, 26, 18, 19, 28))
        result = tally(self.plan, self.ledger)
        sheet.table(
            (labels.QUOTA, labels.UNIT, "Thời gian", COUNT_OF_TARGET, labels.RESULT),
            [
                (
                    *(row.quota.name, who(row, self.nouns)),
                    *(cell.period.name, count_in_words(cell), result_in_words(cell)),
                )
                for row in result.rows
                for cell in {**row.cells, **row.totals}.values()
                if self.span.period.first <= cell.period.first
                and cell.period.last <= self.span.period.last
            ],
            is_filtered=True,
        )

    def _by_group(self, book: Book) -> None:
        months = self.span.months
        sheet = self._sheet(book, f"Theo {self.nouns.group}", (30, *(10 for _ in months), 10))
        if words := shared_in_words(shared_things(self.source.lines), self.nouns):
            sheet.note(words, "remark")
        for measure in Measure:
            sheet.note(f"Tính theo: {shown(MEASURES, measure)}")
            rows = [self.source.row(name, measure, By(group=code)) for name, code in self.groups]
            head = (self.nouns.group_heading, *(m.name for m in months), "Cộng")
            sheet.table(head, rows[:-1], foot=rows[-1])

    def _by_category(self, book: Book) -> None:
        rows = [
            self.source.row(category.name, Measure.PUBLISHED, By(category=category.code))
            for category in self.plan.categories
        ]
        self._published_by(book, "chuyên mục", rows)

    def _by_genre(self, book: Book) -> None:
        """Requirement K1 (S3): each form is counted by itself."""
        rows = [
            self.source.row(shown(GENRES, genre).capitalize(), Measure.PUBLISHED, By(genre=genre))
            for genre in Genre
        ]
        self._published_by(book, "thể loại", rows)

    def _published_by(self, book: Book, what: str, rows: Sequence[Sequence[Value]]) -> None:
        """A sheet of what was published, with a sum below each column."""
        months = self.span.months
        sheet = self._sheet(book, f"Theo {what}", (36, *(10 for _ in months), 10))
        top, bottom = sheet.row + 2, sheet.row + 1 + len(rows)
        totals = [
            sum(v.value for row in rows for v in [row[n]] if isinstance(v, Formula))
            for n in range(1, len(months) + 2)
        ]
        foot: list[Value] = ["Cộng"]
        for n, total in enumerate(totals, start=1):
            letter = column_letter(n)
            foot.append(Formula(f"=SUM({letter}{top}:{letter}{bottom})", total))
        head = (f"{what.capitalize()} (bài đã đăng)", *(m.name for m in months), "Cộng")
        sheet.table(head, rows, foot)

    def _by_author(self, book: Book) -> None:
        measures = measures_by_author()
        sheet = self._sheet(book, "Theo tác giả", (32, *(12 for _ in measures)))
        rows: list[list[Value]] = []
        for person in self.plan.people_in_order:
            by = By(author=person.code, first=True)
            rows.append(
                [person.name, *(self.source.formula(measure, "", by) for measure in measures)]
            )
        sheet.table((labels.AUTHOR, *(shown(MEASURES, m).capitalize() for m in measures)), rows)

    def _dispatches(self, book: Book) -> None:
        sheet = self._sheet(book, "Gửi cấp trên", (14, 14, 40, 60, 46))
        articles, page = (
            self.evaluation.newsroom.articles,
            self.evaluation.publication.school.site_url,
        )
        ways = [
            (shown(MEASURES, measure), way)
            for measure, kind in (
                (Measure.SENT, SubmissionKind.SENT),
                (Measure.CARRIED, SubmissionKind.CARRIED),
            )
            for way in ways_up(kind, self.span, articles)
        ]
        rows: list[Sequence[Value]] = [
            (
                what,
                way.sent.on,
                way.sent.office.name,
                Linked(way.article.title, f"{page}/{way.article.url}"),
                linked(way.sent.link),
            )
            for what, way in ways
        ]
        head = ("Việc", labels.DAY, labels.PLACE, labels.ARTICLE, "Liên kết nơi đăng")
        sheet.table(head, rows, is_filtered=True)
