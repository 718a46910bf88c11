"""Tables: of facts, joined cells, tables within tables, frames."""

from importing_word_case import word_case
from importing_word_xml import (
    abstract_list,
    bold,
    cell,
    level,
    list_number,
    numbered,
    para,
    run,
    table,
    word_file,
)

_DOWN, _ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@word_case("Word")
def table_of_facts():
    """A table whose first row is bold: that is its head."""
    return word_file(
        table(
            (bold("Lớp"), bold("Giải | cúp")), ("5A", "Nhất"), ("5B", para(run("Nhì", bold=True)))
        )
    )


@word_case("Word")
def table_whose_first_row_names_columns():
    """Three rows or more, the first of names only: that is its head."""
    return word_file(table(("Lớp", "Giải"), ("5A", "Nhất"), ("5B", "Nhì")))


@word_case("Word")
def joined_cells():
    """Cells joined sideways and down, as Word writes them."""
    return word_file(
        table(
            (cell("Khối", _DOWN), cell("Số giải", '<w:gridSpan w:val="2"/>')),
            (cell("", _ON), "Nhất", "Nhì"), ("4", "2", "1"), ("5", "1", "3"),
        )
    )  # fmt: skip


@word_case("Word 97")
def cells_joined_in_the_old_way():
    """`hMerge`, and a row that begins a column later."""
    begins_late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    late = table(("x",), ("a", "b")).replace("<w:tr>", begins_late, 1)
    return word_file(
        table((cell("Cả hai", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")), ("a", "b")),
        para("Và:"),
        late,
    )


@word_case("Word")
def column_of_counted_numbers():
    """A column whose numbers Word counts itself."""
    number = numbered("", 1)
    return word_file(
        table(("STT", "Họ tên"), (number, "Lan Mẫu"), (number, "Hòa Mẫu")),
        numbering=abstract_list(1, level(0, "decimal", "%1.")) + list_number(1, 1),
    )


@word_case("Word")
def several_lines_in_a_cell():
    """Paragraphs of a cell are lines of it."""
    return word_file(
        table((bold("Giờ"), bold("Việc")), ("7 giờ", para("- Chào cờ") + para("- Diễn văn")))
    )


@word_case("Word")
def letterhead():
    """A table without lines at the head of a paper stays a table, cell by cell."""
    return word_file(
        table((para("UBND XÃ MẪU") + bold("TRƯỜNG TIỂU HỌC MẪU"),
               bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + bold("Độc lập - Tự do - Hạnh phúc"))),
        para("Kính gửi thầy cô."),
    )  # fmt: skip


@word_case("Word")
def frame_around_text():
    """A table of one cell is a frame: its words are the text's."""
    return word_file(para("Trước."), table((para("Trong khung.") + para("Hết khung."),)))


@word_case("Word")
def table_in_a_table():
    """A layout opens; in a table of facts the inner one becomes lines."""
    inner = table(("Toán", "9"), ("Văn", "8"))
    return word_file(
        table((cell(para("Bên trái.")), cell(inner + para("")))), para("Giữa."),
        table((bold("Tên"), bold("Điểm")), ("Lan Mẫu", cell(inner + para("")))),
    )  # fmt: skip


@word_case("Google Docs")
def table_of_google_docs():
    """Google Docs writes a grid, headers by tblHeader, and empty cells with a paragraph."""
    head = table(("Ngày", "Việc"), ("20/11", "")).replace(
        "<w:tr>", '<w:tr><w:trPr><w:cantSplit w:val="0"/><w:tblHeader w:val="1"/></w:trPr>', 1
    )
    return word_file(head)


@word_case("Word")
def empty_table():
    """A table without words leaves nothing."""
    return word_file(para("Trước."), table(("", ""), ("", "")), para("Sau."))


@word_case("Word")
def pictures_beside_text():
    """A table of two columns that sets pictures beside the text: both come in order."""
    from importing_word_xml import photo, picture

    story = "Các em trồng hai mươi cây bàng quanh sân trường trong buổi sáng đẹp trời. " * 4
    return word_file(
        table((para(picture("image1-jpeg")), para(story)), (para(story), "")),
        media={"image1.jpeg": photo()},
    )
