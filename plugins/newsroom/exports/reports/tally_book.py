"""The tally as a workbook, for the board: each figure is counted from the rows of one sheet."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...buildtools.csv_file import csv_for_excel
from ...domain.content.submission import SubmissionKind
from ...domain.plan.calendar import Month
from ...domain.plan.measure import Measure, declaration_of, measures_by_author
from ...domain.site.publication import Review
from ...domain.tally.contributions import Contribution, EventLog
from ...domain.tally.reporting import ReportLine, Span, lines_of, ways_up
from ...domain.tally.tally import tally
from ...domain.text.dates import in_numbers
from ...vocabulary.measures import MEASURES, UNTITLED_THINGS
from ...vocabulary.publisher import nouns_of
from ...vocabulary.tally import COUNT_OF_TARGET, count_in_words, result_in_words, who
from ...vocabulary.words import shown
from ..office.workbook import Book, Formula, Linked, Value, WorkbookSheet, column_letter, linked

FOR_THE_BOARD = "Tài liệu của ban biên tập: có số liệu từng người, không đưa lên trang công khai."
SOURCE = "Nguồn số liệu"
# The columns of the sheet that all others count.
_MEASURE, _MONTH, _GROUPS, _CATEGORY, _AUTHORS, _FIRST, _AMOUNT = "ABIJKLM"


def tally_book(review: Review, span: Span) -> bytes:
    """The workbook of one span. Requirements Q1 to Q10, E5, C7."""
    return _TallyBook(review, span).made()


def tally_csv(review: Review, span: Span) -> str:
    """The figures by group and month as CSV: one row a group and measure. No individuals."""
    found = _TallyBook(review, span)
    head = (found.nouns.group_heading, "Tính theo", *(month.code for month in span.months), "Cộng")
    rows = [
        (
            *(name, shown(MEASURES, measure)),
            *(str(found.count(measure, m.code, By(group=code))) for m in span.months),
            str(found.count(measure, "", By(group=code, first=True))),
        )
        for measure in Measure
        for name, code in found.groups
    ]
    return csv_for_excel([head, *rows])


class By(NamedTuple):
    """Of whom or what something is counted, in codes; empty for any. `first`: once a span."""

    group: str = ""
    category: str = ""
    author: str = ""
    first: bool = False


class _TallyBook:
    def __init__(self, review: Review, span: Span) -> None:
        self.review, self.span, self.plan = review, span, span.plan
        self.today, self.ledger = review.publication.today, EventLog.of(review)
        self.lines = lines_of(span, self.ledger)
        self.nouns = nouns_of(review.publication.school)
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
        self._by_author(book)
        self._dispatches(book)
        self._source(book)
        return book.finished()

    def count(self, measure: Measure, month: str = "", by: "By | None" = None) -> int:
        group, category, author, first = by or By()
        return sum(
            line.event.amount
            for line in self.lines
            if line.measure is measure
            and month in ("", line.month)
            and (not group or group in line.event.groups)
            and (not category or line.event.category == category)
            and (not author or author in line.event.authors)
            and (not first or line.is_first)
        )

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
        sheet = self._sheet(book, "Chỉ tiêu", (56, 26, 18, 19, 28))
        result = tally(self.plan, self.ledger)
        sheet.table(
            ("Chỉ tiêu", "Đơn vị", "Thời gian", COUNT_OF_TARGET, "Kết quả"),
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
        for measure in Measure:
            sheet.note(f"Tính theo: {shown(MEASURES, measure)}")
            rows = [
                self._row(name, [(measure, m.code) for m in months], By(group=code))
                for name, code in self.groups
            ]
            head = (self.nouns.group_heading, *(m.name for m in months), "Cộng")
            sheet.table(head, rows[:-1], foot=rows[-1])

    def _by_category(self, book: Book) -> None:
        months = self.span.months
        sheet = self._sheet(book, "Theo chuyên mục", (36, *(10 for _ in months), 10))
        top = sheet.row + 2
        rows = [
            self._row(
                category.name,
                [(Measure.PUBLISHED, m.code) for m in months],
                By(category=category.code),
            )
            for category in self.plan.categories
        ]
        bottom = top + len(rows) - 1
        totals = [
            sum(v.value for row in rows for v in [row[n]] if isinstance(v, Formula))
            for n in range(1, len(months) + 2)
        ]
        foot: list[Value] = ["Cộng"]
        for n, total in enumerate(totals, start=1):
            letter = column_letter(n)
            foot.append(Formula(f"=SUM({letter}{top}:{letter}{bottom})", total))
        sheet.table(("Chuyên mục (bài đã đăng)", *(m.name for m in months), "Cộng"), rows, foot)

    def _by_author(self, book: Book) -> None:
        measures = measures_by_author()
        sheet = self._sheet(book, "Theo tác giả", (32, *(12 for _ in measures)))
        rows: list[list[Value]] = []
        for person in self.plan.people_in_order:
            by = By(author=person.code, first=True)
            rows.append([person.name, *(self._counted(measure, "", by) for measure in measures)])
        sheet.table(("Tác giả", *(shown(MEASURES, m).capitalize() for m in measures)), rows)

    def _dispatches(self, book: Book) -> None:
        sheet = self._sheet(book, "Gửi cấp trên", (14, 14, 40, 60, 46))
        articles, page = self.review.newsroom.articles, self.review.publication.school.site_url
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
        head = ("Việc", "Ngày", "Nơi", "Bài", "Liên kết nơi đăng")
        sheet.table(head, rows, is_filtered=True)

    def _source(self, book: Book) -> None:
        widths = (12, 10, 12, 60, 30, 28, 28, 40, 20, 14, 24, 10, 10)
        sheet = book.sheet(SOURCE, widths)
        # Whole columns are counted, so nothing above the table may look like one of its rows.
        sheet.table(
            (
                *("Tính theo", "Tháng", "Ngày", "Bài", self.nouns.group_heading, "Chuyên mục"),
                *("Tác giả", "Địa chỉ", f"Mã {self.nouns.group}", "Mã chuyên mục", "Mã tác giả"),
                *("Lần đầu", "Số lượng"),
            ),
            [self._source_row(line) for line in self.lines],
            is_filtered=True,
        )

    def _source_row(self, line: ReportLine) -> tuple[Value, ...]:
        event, names = line.event, {g.code: g.name for g in self.plan.groups}
        article, own = event.article, self.review.publication.school.site_url
        groups = sorted(event.groups)
        return (
            *(shown(MEASURES, line.measure), Month.parse(line.month).name, event.on),
            article.title if article else UNTITLED_THINGS[declaration_of(line.measure).unit],
            "; ".join(names.get(code, code) for code in groups),
            article.category.name if article else "",
            "; ".join(author.name for author in article.authors) if article else "",
            _place(event, own),
            _codes(groups),
            event.category,
            _codes(event.authors),
            int(line.is_first),
            event.amount,
        )

    def _row(self, name: str, counts: Sequence[tuple[Measure, str]], by: By) -> list[Value]:
        """A row of counts by month, and behind them each thing once."""
        cells = [self._counted(measure, month, by) for measure, month in counts]
        total = self._counted(counts[0][0], "", by._replace(first=True))
        return [name, *cells, total]

    def _counted(self, measure: Measure, month: str, by: By) -> Formula:
        conditions = [(_MEASURE, shown(MEASURES, measure)), *_conditions(month, by)]
        asked = ",".join(f'{_column(c)},"{what}"' for c, what in conditions)
        return Formula(f"=SUMIFS({_column(_AMOUNT)},{asked})", self.count(measure, month, by))


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
    if by.first:
        yield _FIRST, "1"


def literal(text: str) -> str:
    """A code inside a condition, where * ? ~ and quotes mean something."""
    return "".join(f"~{c}" if c in "*?~" else c for c in text).replace('"', '""')


def _codes(codes: Sequence[str]) -> str:
    return f"|{'|'.join(codes)}|" if codes else ""


def _place(event: Contribution, own: str) -> Value:
    if event.article is None:
        return ""
    url = f"{own}/{event.article.url}"
    return Linked(url, url) if event.article.is_public else f"(chưa đăng) {event.article.path}"
