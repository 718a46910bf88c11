"""Word documents in the form of Decree 30/2020/NĐ-CP, appendix I: page, letters, tables.

A4; margins 20-25 mm at top and bottom, 30-35 left, 15-20 right; Times New Roman; body of 13-14 pt,
justified; page numbers from the second page, in the middle of the upper margin.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from ..packages.zip_archive import with_fixed_dates

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

FONT, SIZE = "Times New Roman", 14
# What somebody has to complete by hand.
BLANK = "………"


class Sides(NamedTuple):
    """A sheet and its margins, in millimetres."""

    width: int
    height: int
    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 15


Portrait = Sides(210, 297)
Landscape = Sides(297, 210, left=20)


def new_paper(title: str, today: date, sides: Sides = Portrait) -> "Document":
    """An empty document of that form."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    paper = docx.Document()
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
        fonts.set(qn(script), FONT)
    normal.paragraph_format.space_after = Pt(0)
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(sides.width), Mm(sides.height)
    section.top_margin, section.bottom_margin = Mm(sides.top), Mm(sides.bottom)
    section.left_margin, section.right_margin = Mm(sides.left), Mm(sides.right)
    section.header_distance = Mm(10)
    if sides.width > sides.height:
        section.orientation = WD_ORIENT.LANDSCAPE
    _number_pages(section)
    paper.core_properties.title = title
    return paper


def _number_pages(section: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)


def paragraph(
    place: Any,
    words: str,
    *,
    align: str = "justify",
    size: float = SIZE,
    is_bold: bool = False,
    is_italic: bool = False,
    is_indented: bool = True,
    space: float = 6,
    is_heading: bool = False,
) -> "Paragraph":
    """A paragraph at the end of a document or cell. Sizes and spaces in points.

    A heading never stands alone at the foot of a page.
    """
    made = place.add_paragraph()
    made.paragraph_format.keep_with_next = is_heading or None
    is_bold = is_bold or is_heading
    return set_in(
        made,
        words,
        align=align,
        size=size,
        is_bold=is_bold,
        is_italic=is_italic,
        is_indented=is_indented and align == "justify",
        space=space,
    )


def set_in(
    made: "Paragraph",
    words: str,
    *,
    align: str = "left",
    size: float = SIZE,
    is_bold: bool = False,
    is_italic: bool = False,
    is_indented: bool = False,
    space: float = 0,
) -> "Paragraph":
    """Words at the end of a paragraph, and its form."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    made.alignment = WD_ALIGN_PARAGRAPH[align.upper()]
    made.paragraph_format.space_after = Pt(space)
    if is_indented:
        made.paragraph_format.first_line_indent = Mm(10)
    run = made.add_run(words)
    run.bold, run.italic, run.font.size = is_bold, is_italic, Pt(size)
    return made


def table(
    paper: "Document",
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
    *,
    size: float = 12,
) -> "Table":
    """A ruled table at the end; its head is repeated on each page. Widths in centimetres."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    made = paper.add_table(rows=0, cols=len(head))
    made.style, made.autofit = "Table Grid", False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for n, values in enumerate([head, *rows]):
        row = made.add_row()
        for cell, value, width in zip(row.cells, values, widths, strict=True):
            cell.width = Cm(width)
            set_in(
                cell.paragraphs[0],
                value,
                size=size,
                is_bold=n == 0,
                align="center" if n == 0 else "left",
            )
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if n == 0:
            properties.append(OxmlElement("w:tblHeader"))
    paper.add_paragraph()
    return made


def saved(paper: "Document", today: date) -> bytes:
    """The document's bytes, which depend on its content and the day alone."""
    moment = datetime(today.year, today.month, today.day, tzinfo=UTC)
    properties = paper.core_properties
    properties.created = properties.modified = moment
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.revision = 1
    out = io.BytesIO()
    paper.save(out)
    return with_fixed_dates(out.getvalue())
