"""Headings: by style in each language, by outline, typed in bold."""

from importing_word_case import word_case
from importing_word_xml import bold, para, run, style, word_file

_TEXT = "Sáng nay toàn trường dự lễ khai giảng trong nắng ấm, ai cũng vui."


@word_case("Word")
def headings_by_style():
    """Title, Heading 1 and 2 as Word writes them, whatever its language shows."""
    return word_file(
        para("Lễ khai giảng", style="Title"), para(_TEXT),
        para("Phần lễ", style="Heading1"), para(_TEXT), para("Chào cờ", style="Heading2"),
        para(_TEXT), para("Phần hội", style="Heading1"), para(_TEXT),
        styles=style("Title", "Title") + style("Heading1", "heading 1", of_runs="<w:b/>")
        + style("Heading2", "heading 2"),
    )  # fmt: skip


@word_case("Word")
def headings_of_a_vietnamese_word():
    """Ids in Vietnamese, as a Vietnamese Word makes them; the names stay English."""
    return word_file(
        para("Lễ khai giảng", style="Tiu"), para(_TEXT), para("Phần lễ", style="u1"), para(_TEXT),
        styles=style("Tiu", "Title") + style("u1", "heading 1"),
    )  # fmt: skip


@word_case("WPS")
def headings_of_own_styles():
    """Styles that a school made and named in Vietnamese, or based on a heading."""
    return word_file(
        para("Lễ khai giảng", style="10"), para(_TEXT), para("Phần lễ", style="11"), para(_TEXT),
        para("Chào cờ", style="12"), para(_TEXT),
        styles=style("10", "Tiêu đề") + style("11", "Đầu đề 1") + style("2", "heading 2")
        + style("12", "Mục nhỏ của tổ", based_on="2"),
    )  # fmt: skip


@word_case("Google Docs")
def headings_of_google_docs():
    """Google Docs writes Title, Subtitle and Heading1 with keepNext and a look of their own."""
    keep = '<w:keepNext w:val="0"/><w:pageBreakBefore w:val="0"/>'
    return word_file(
        para(run("Ngày hội đọc sách", style='<w:rtl w:val="0"/>'), style="Title", properties=keep),
        para("Một ngày vui", style="Subtitle"), para(_TEXT),
        para("Buổi sáng", style="Heading1", properties=keep), para(_TEXT),
        styles=style("Title", "Title") + style("Subtitle", "Subtitle")
        + style("Heading1", "heading 1"),
    )  # fmt: skip


@word_case("LibreOffice")
def headings_of_libreoffice():
    """LibreOffice: `Heading 1` with a capital, based on `Heading`; body text as `Text body`."""
    return word_file(
        para("Phần lễ", style="Heading1"), para(_TEXT, style="TextBody"),
        para("Phần hội", style="Heading1"), para(_TEXT, style="TextBody"),
        styles=style("Heading", "Heading") + style("Heading1", "Heading 1", based_on="Heading",
        of_paragraphs='<w:outlineLvl w:val="0"/>') + style("TextBody", "Text body"),
    )  # fmt: skip


@word_case("Word")
def headings_by_outline():
    """A level of the outline makes a heading without any style."""
    mark = '<w:outlineLvl w:val="1"/>'
    return word_file(para(_TEXT), para("Phần lễ", properties=mark), para(_TEXT))


@word_case("Word")
def one_heading_is_the_title():
    """A single Heading 1 above all text is the title; Heading 2 then comes right below it."""
    return word_file(
        para("Lễ khai giảng", style="Heading1"), para(_TEXT), para("Phần lễ", style="Heading2"),
        para(_TEXT), para("Phần hội", style="Heading2"), para(_TEXT),
        styles=style("Heading1", "heading 1") + style("Heading2", "heading 2"),
    )  # fmt: skip


@word_case("Word")
def headings_typed_in_bold():
    """Short lines all in bold, with figures, Roman or none, above words that are not."""
    return word_file(
        para(_TEXT), bold("I. PHẦN LỄ"), bold("1. Khai mạc"), para(_TEXT), bold("2. Bế mạc"),
        para(_TEXT), bold("II. PHẦN HỘI"), para(_TEXT), bold("Lời kết"), para(_TEXT),
    )  # fmt: skip


@word_case("Word")
def bold_lines_that_are_no_headings():
    """The headline, a lead, a question, a label, a signature: bold, but no headings."""
    return word_file(
        bold("LỄ KHAI GIẢNG", side="center"), bold(_TEXT), para(_TEXT), bold("Người viết: Lan Mẫu"),
        para(_TEXT), bold("Cô thấy buổi lễ thế nào?"), para(_TEXT), bold("Lan Mẫu", side="right"),
    )  # fmt: skip


@word_case("Word")
def paragraph_in_the_style_of_a_heading():
    """A whole paragraph that somebody gave the style of a heading is a paragraph."""
    return word_file(
        para(" ".join([_TEXT] * 5), style="Heading1"), para(_TEXT),
        styles=style("Heading1", "heading 1"),
    )  # fmt: skip


@word_case("Word")
def quotation():
    """Paragraphs of the style Quote, or Trích dẫn."""
    return word_file(
        para(_TEXT), para("Trăm năm trồng người.", style="Quote"),
        para("Lời xưa.", style="Quote"), para(_TEXT),
        styles=style("Quote", "Trích dẫn", of_runs="<w:i/>"),
    )  # fmt: skip


@word_case("Word")
def title_of_two_lines():
    """A title of two paragraphs is one; its style further down makes a heading."""
    return word_file(
        para("Lễ khai giảng", style="Title"), para("năm học 2026–2027", style="Title"),
        para(_TEXT), para("Phần lễ", style="Title"), para(_TEXT), styles=style("Title", "Title"),
    )  # fmt: skip


@word_case("Word")
def headings_with_a_star():
    """A star before a line in bold, one level below what is numbered."""
    return word_file(
        para(_TEXT), bold("1. Kết quả"), bold("* Về học tập:"), para(_TEXT),
        bold("*Về phong trào"), para("- Kéo co"), para("- Nhảy dây"), para(_TEXT),
        para("* Không in đậm thì là danh sách"), para("* như dòng này"), para(_TEXT),
    )  # fmt: skip
