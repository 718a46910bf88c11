"""Workbooks as Excel and LibreOffice open them: text stays text, figures can be recalculated."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

# A cell holds no more; a longer link would be dropped with a warning.
LONGEST_TEXT, LONGEST_LINK = 32_000, 2_000


@dataclass(frozen=True)
class Formula:
    """A formula, and its value as of today for whoever cannot calculate (a phone, a preview)."""

    text: str
    value: float


@dataclass(frozen=True)
class Linked:
    """Words that lead to an address."""

    words: str
    url: str


Value = str | int | float | date | Formula | Linked | None


def linked(url: str) -> Value:
    """An address that leads there; nothing where there is none."""
    return Linked(url, url) if url else None


class WorkbookSheet:
    """One sheet, written from the top down: head lines, then tables."""

    def __init__(self, book: "Book", name: str, widths: Sequence[int]) -> None:
        self.name, self.row = name, 0
        self._book, self._page = book, book.made.add_worksheet(name)
        for n, width in enumerate(widths):
            self._page.set_column(n, n, width)
        self._page.set_landscape()
        self._page.set_paper(9)
        self._page.fit_to_pages(1, 0)
        self._page.set_footer("&C&P/&N")

    def head(self, title: str, *remarks: str) -> None:
        self._page.write_string(self.row, 0, title, self._book.style("title"))
        for n, remark in enumerate(remarks, start=1):
            self._page.write_string(self.row + n, 0, remark, self._book.style("remark"))
        self.row += len(remarks) + 2

    def note(self, words: str, style: str = "section") -> None:
        self._page.write_string(self.row, 0, words, self._book.style(style))
        self.row += 1

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[Value]],
        foot: Sequence[Value] = (),
        *,
        is_filtered: bool = False,
    ) -> None:
        """A table below what is there, and an empty row below it."""
        top = self.row
        self._write(head, "head")
        for row in rows:
            self._write(row, "cell")
        if is_filtered and self.row > top + 1:
            self._page.autofilter(top, 0, self.row - 1, len(head) - 1)
            self._page.freeze_panes(top + 1, 0)
            self._page.repeat_rows(top)
        if foot:
            self._write(foot, "foot")
        self.row += 1

    def _write(self, values: Sequence[Value], style: str) -> None:
        for column, value in enumerate(values):
            self._cell(self.row, column, value, style)
        self.row += 1

    def _cell(self, row: int, column: int, value: Value, style: str) -> None:
        page, plain = self._page, self._book.style(style)
        match value:
            case None | "":
                page.write_blank(row, column, None, plain)
            case Formula(text, result):
                page.write_formula(row, column, text, plain, result)
            case Linked(words, url) if url.startswith(("http://", "https://")) and (
                len(url) <= LONGEST_LINK
            ):
                page.write_url(row, column, url, self._book.style("link"), words[:LONGEST_TEXT])
            case Linked(words, _):
                page.write_string(row, column, words[:LONGEST_TEXT], plain)
            case date():
                page.write_datetime(row, column, _moment(value), self._book.style("date"))
            case int() | float():
                page.write_number(row, column, value, plain)
            case _:
                page.write_string(row, column, str(value)[:LONGEST_TEXT], plain)


_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "remark": {"italic": True},
    "section": {"bold": True},
    "head": {"bold": True, "border": 1, "bg_color": "#E8EEF4", "text_wrap": True, "valign": "top"},
    "cell": {"border": 1, "text_wrap": True, "valign": "top"},
    "date": {"border": 1, "num_format": "dd/mm/yyyy", "align": "left", "valign": "top"},
    "link": {"border": 1, "text_wrap": True, "valign": "top", "underline": 1, "color": "#0B5394"},
    "foot": {"bold": True, "border": 1},
}


class Book:
    """A workbook whose bytes depend on its content and the day alone."""

    def __init__(self, title: str, today: date) -> None:
        import xlsxwriter

        self._out = io.BytesIO()
        self.made = xlsxwriter.Workbook(self._out, {"in_memory": True})
        self.made.set_properties({"title": title, "created": _moment(today)})
        self._styles: dict[str, Any] = {}

    def style(self, name: str) -> Any:
        if name not in self._styles:
            font = {"font_name": "Times New Roman", "font_size": 12}
            self._styles[name] = self.made.add_format({**font, **_STYLES[name]})
        return self._styles[name]

    def sheet(self, name: str, widths: Sequence[int]) -> WorkbookSheet:
        return WorkbookSheet(self, name, widths)

    def finished(self) -> bytes:
        self.made.close()
        return self._out.getvalue()


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def column_letter(number: int) -> str:
    """A, B … Z, AA … of a column counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
