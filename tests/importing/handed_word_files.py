"""Word files as teachers hand them in, made with python-docx: a name, and what stands in it."""

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as SIDE
from handed_pictures import picture

LEFT, CENTRE, RIGHT = SIDE.LEFT, SIDE.CENTER, SIDE.RIGHT
FIRST = (
    "Sáng 17/11, thầy và trò khối 1 ra gốc bàng giữa sân Trường Tiểu học Sao Mẫu đọc sách."
    " Mỗi em mang theo một cuốn sách mình thích nhất."
)
SECOND = "Em nào cũng háo hức kể lại cho bạn nghe câu chuyện vừa đọc, rồi đổi sách cho nhau."
THIRD = "Tuần sau, lớp 1A sẽ mang giỏ sách sang thăm các anh chị khối 2."


class Paper:
    """A Word file while it is written."""

    def __init__(self) -> None:
        self.document: Document = docx.Document()

    def line(self, text: str, side=LEFT, *, bold=False, italic=False, style=None) -> None:
        """A paragraph; `|` in it is a line break of Word's own (Shift and Enter)."""
        paragraph = self.document.add_paragraph(style=style)
        paragraph.alignment = side
        for number, part in enumerate(text.split("|")):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(part)
            run.bold, run.italic = bold or None, italic or None

    def beside(self, left: str, right: str) -> None:
        """A table of two cells without borders."""
        cells = self.document.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = left, right

    def photo(self, number: int, width: int = 900, height: int = 600) -> None:
        content = io.BytesIO(picture(number, width, height))
        self.document.add_paragraph().add_run().add_picture(content)

    def saved(self) -> bytes:
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()


def whole_paper(paper: Paper) -> None:
    paper.beside(
        "UBND XÃ HẢI MẪU\nTRƯỜNG TIỂU HỌC SAO MẪU\n──────",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n────────",
    )
    paper.line("Hải Mẫu, ngày 18 tháng 11 năm 2026", RIGHT, italic=True)
    paper.line("TIN BÀI", CENTRE, bold=True)
    paper.line("TRƯỜNG TIỂU HỌC SAO MẪU TỔ CHỨC NGÀY HỘI ĐỌC SÁCH", CENTRE, bold=True)
    paper.line("CHÀO MỪNG NGÀY NHÀ GIÁO VIỆT NAM 20/11", CENTRE, bold=True)
    paper.line("Ba mươi hai em lớp 1A đọc sách mỗi sáng dưới gốc bàng.", bold=True)
    paper.line(FIRST)
    paper.photo(3)
    paper.line("Các em lớp 1A kể chuyện cho nhau nghe", CENTRE, italic=True)
    paper.line(SECOND)
    paper.photo(5, 600, 900)
    paper.line(THIRD)
    paper.line("Nguồn ảnh: Đinh Văn Mẫu Phúc", RIGHT, italic=True)
    paper.beside(
        "DUYỆT CỦA BGH\n(Ký, đóng dấu)\n\n\nNguyễn Thị Mẫu An",
        "NGƯỜI VIẾT\n(Ký, ghi rõ họ tên)\n\n\nBùi Thị Mẫu Hà",
    )


def mark_of_the_school(paper: Paper) -> None:
    cells = paper.document.add_table(1, 2).rows[0].cells
    cells[0].text = "TRƯỜNG TIỂU HỌC SAO MẪU"
    cells[0].add_paragraph().add_run().add_picture(io.BytesIO(picture(9)))
    cells[1].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc"
    paper.line("ĐỌC SÁCH DƯỚI GỐC BÀNG", CENTRE, bold=True)
    paper.line(FIRST)
    paper.line(SECOND)
    paper.line("Khối 4,5", RIGHT)


def photos_below_the_signature(paper: Paper) -> None:
    paper.line("TRƯỜNG TIỂU HỌC SAO MẪU|TỔ 1", bold=True)
    paper.line("ĐỌC SÁCH DƯỚI GỐC BÀNG", bold=True)
    paper.line(FIRST)
    paper.line("Thời gian: 7 giờ 30|Địa điểm: sân trường")
    paper.line(SECOND)
    paper.line("Người viết: Bùi Thị Mẫu Hà", RIGHT)
    paper.photo(5)
    paper.photo(6, 600, 900)


def style_of_a_title(paper: Paper) -> None:
    paper.line("Lớp 1A đọc sách dưới gốc bàng: “mỗi ngày một trang”", style="Title")
    paper.line("Bùi Thị Mẫu Hà", italic=True)
    paper.line(FIRST)
    paper.line("Kể cho nhau nghe", style="Heading 1")
    paper.line(SECOND)
    paper.line("Sang thăm khối 2", style="Heading 1")
    paper.line(THIRD)


def letterhead_set_by_tabs(paper: Paper) -> None:
    paper.line("PHÒNG GD&ĐT HẢI MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    paper.line("TRƯỜNG TH SAO MẪU\tĐộc lập - Tự do - Hạnh phúc")
    paper.line("Số: 15/BC-THSM\tHải Mẫu, ngày 18 tháng 11 năm 2026")
    paper.line("BÀI DỰ THI VIẾT VỀ THẦY CÔ", CENTRE, bold=True)
    paper.line(FIRST)
    paper.line(SECOND)
    paper.line("Nơi nhận:")
    paper.line("Ban tổ chức;", style="List Bullet")
    paper.line("Lưu: VT.", style="List Bullet")
    paper.line("TỔ TRƯỞNG", RIGHT, bold=True)
    paper.line("(đã ký)", RIGHT, italic=True)
    paper.line("Đặng Thị Mẫu Giang", RIGHT, bold=True)


def approval_in_the_text(paper: Paper) -> None:
    paper.line("ĐỌC SÁCH DƯỚI GỐC BÀNG", CENTRE, bold=True)
    paper.line(FIRST)
    paper.line(SECOND)
    paper.line("BGH duyệt: Nguyễn Thị Mẫu An")
    paper.line("Thực hiện: cô Bùi Thị Mẫu Hà và thầy Vũ Văn Mẫu Long", RIGHT, italic=True)


def table_and_list(paper: Paper) -> None:
    paper.line("KẾT QUẢ HỘI THI ĐỌC SÁCH KHỐI 1", CENTRE, bold=True)
    paper.line(FIRST)
    paper.line("Kể chuyện", style="List Number")
    paper.line("Vẽ bìa sách", style="List Number")
    table = paper.document.add_table(3, 2)
    for row, cells in enumerate((("Lớp", "Điểm"), ("1A", "10"), ("1B", "9"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    paper.line("Tổ 1", RIGHT, bold=True)


def old_fonts(paper: Paper) -> None:
    headline = paper.document.add_paragraph()
    headline.alignment = CENTRE
    run = headline.add_run("§äc s¸ch d\xadíi gèc bµng")
    run.font.name, run.bold = ".VnTimeH", True
    for text in (
        "S¸ng thø s¸u, thÇy vµ trß líp 1A ra gèc bµng gi÷a s©n tr\xadêng ®äc s¸ch.",
        "Em nµo còng h¸o høc kÓ l¹i c©u chuyÖn võa ®äc, råi ®æi s¸ch cho nhau.",
        "Ng\xadêi viÕt: Bïi ThÞ MÉu Hµ",
    ):
        paper.document.add_paragraph().add_run(text).font.name = ".VnTime"


def signatures_set_by_tabs(paper: Paper) -> None:
    paper.line("CHÀO MỪNG NGÀY NHÀ GIÁO VIỆT NAM", CENTRE, bold=True)
    paper.line("(20/11/1982 – 20/11/2026)", CENTRE, bold=True)
    paper.line(FIRST.replace("Trường Tiểu học Sao Mẫu", "trường"))
    paper.line(SECOND)
    paper.line("Hải Mẫu, 18/11/2026", RIGHT, italic=True)
    paper.line("DUYỆT CỦA BGH\t\t\tNGƯỜI VIẾT", bold=True)
    paper.line("Nguyễn Thị Mẫu An\t\t      Bùi Thị Mẫu Hà")


def own_school_in_the_headline(paper: Paper) -> None:
    paper.line("TRƯỜNG TH SAO MẪU THI ĐỌC SÁCH", CENTRE, bold=True)
    paper.line(FIRST.replace("Trường Tiểu học Sao Mẫu", "trường"))
    paper.line(SECOND)
    paper.line("DUYỆT CỦA BGH                  NGƯỜI VIẾT", bold=True)
    paper.line("Nguyễn Thị Mẫu An              Bùi Thị Mẫu Hà")


WORD_FILES: dict[str, Callable[[Paper], None]] = {
    function.__name__: function
    for function in (
        *(
            whole_paper,
            mark_of_the_school,
            photos_below_the_signature,
            style_of_a_title,
            letterhead_set_by_tabs,
        ),
        *(approval_in_the_text, table_and_list, old_fonts),
        *(signatures_set_by_tabs, own_school_in_the_headline),
    )
}


def word_file(name: str) -> bytes:
    paper = Paper()
    WORD_FILES[name](paper)
    return paper.saved()
