"""The parts around the body of an official paper: Decree 30/2020/NĐ-CP, appendix I.

Written with marked places ({{…}}) into a template, which `placeholders` fills.
"""

from typing import TYPE_CHECKING, Any

from .paper import paragraph, set_in

if TYPE_CHECKING:
    from docx.document import Document

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def head(paper: "Document", sign: str) -> None:
    """The names of the school and its parent office body, the national title and the motto with
    their rules; the number with its `sign` (BC), the place and date."""
    left, right = _two_columns(paper, 7.1, 9.4)
    _line(left, "{{CƠ QUAN CHỦ QUẢN}}", size=12)
    _line(left, "{{TÊN ĐƠN VỊ}}", size=12, is_bold=True)
    # A third to a half as long as the line above it.
    _rule(left, 7.1, 2.3)
    _line(left, f"Số: ……/{sign}-{{{{viết tắt}}}}", size=13)
    _line(right, NATION, size=12, is_bold=True)
    _line(right, MOTTO, size=13, is_bold=True)
    # As long as the motto.
    _rule(right, 9.4, 5.3)
    _line(right, "{{địa danh}}, {{ngày tháng năm}}", size=13, is_italic=True)
    paragraph(paper, "", space=0)


def title(paper: "Document", kind: str, about: str) -> None:
    """BÁO CÁO, and what it is about, with the rule below."""
    paragraph(paper, kind, align="center", is_bold=True, space=0)
    paragraph(paper, about, align="center", is_bold=True, space=0)
    _rule(paper, 16.5, 4.5)


def signature(paper: "Document", *receivers: str, place: str = "{{CHỨC VỤ NGƯỜI KÝ}}") -> None:
    """Nơi nhận on the left, who signs on the right."""
    paragraph(paper, "", space=0).paragraph_format.keep_with_next = True
    left, right = _two_columns(paper, 8.0, 8.5)
    set_in(left.paragraphs[0], "Nơi nhận:", size=12, is_bold=True, is_italic=True)
    for words in receivers:
        set_in(left.add_paragraph(), words, size=11)
    _line(right, place, size=14, is_bold=True)
    for _ in range(4):
        right.add_paragraph()
    _line(right, "{{người ký}}", size=14, is_bold=True)


def _two_columns(paper: "Document", *widths: float) -> tuple[Any, Any]:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    made = paper.add_table(rows=1, cols=2)
    made.autofit = False
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    # The long names need the whole width.
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    made._tbl.tblPr.append(margins)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = column.cells[0].width = Cm(width)
    left, right = made.rows[0].cells
    return left, right


def _line(cell: Any, words: str, **form: Any) -> None:
    last = cell.paragraphs[-1]
    # A fresh cell has an empty line; a rule is a line with a form.
    line = cell.add_paragraph() if len(last._p) else last
    set_in(line, words, align="center", **form)


def _rule(place: Any, room: float, length: float) -> None:
    """A line in the middle of `room`, both in centimetres: the lower edge of an empty line."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    line = place.add_paragraph()
    form = line.paragraph_format
    form.left_indent = form.right_indent = Cm((room - length) / 2)
    form.line_spacing, form.space_after = Pt(2), Pt(6)
    borders, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)
    # The order of these is the schema's.
    properties = line._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
