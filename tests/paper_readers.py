"""Reading papers back, each with a reader that did not write it where there is one."""

import io
from dataclasses import dataclass

import docx
import openpyxl

from newsroom.domain.site.publication import evaluate_site
from newsroom.domain.text.dates import parse_date
from newsroom.exports.reports.periods import span_asked
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load


@dataclass
class Office:
    """A small site on one day, and whoever makes its papers."""

    site: object

    @property
    def content(self):
        return self.site.content

    @property
    def evaluation(self):
        day = parse_date(self.site.today)
        return evaluate_site(load(ContentFolder(self.content), day), day)

    def span(self, **asked):
        return span_asked(self.evaluation, **asked)


def words_of(made):
    """Every word of a Word document, tables included, a line a paragraph or cell."""
    paper = docx.Document(io.BytesIO(made))
    return "\n".join(_lines(paper))


def _lines(place):
    for part in place.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                for cell in row.cells:
                    yield from _lines(cell)
        else:
            yield part.text


def tables_of(made):
    """The tables of a Word document: rows of texts."""
    paper = docx.Document(io.BytesIO(made))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in paper.tables]


def parse_of(made, name, *, formulas=False):
    """The rows of one sheet, with values or with formulas."""
    book = openpyxl.load_workbook(io.BytesIO(made), data_only=not formulas)
    return [list(row) for row in book[name].iter_rows(values_only=True)]


def cells_of(made):
    """Every cell of a workbook that holds something."""
    book = openpyxl.load_workbook(io.BytesIO(made))
    return [c for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]
