"""Whole articles, as each office writes them."""

import io

from importing_word_case import word_case
from importing_word_xml import bold, para, photo, picture, run, style, table, word_file

_TEXT = "Sáng 20/11, trường Tiểu học Mẫu tổ chức lễ kỉ niệm trong không khí ấm áp."


@word_case("python-docx")
def article_of_python_docx():
    """An article made with python-docx: headings, list styles, a table, a picture."""
    import docx

    document = docx.Document()
    document.add_heading("Lễ kỉ niệm 20/11", 0)
    document.add_paragraph(_TEXT)
    document.add_heading("Phần lễ", 1)
    document.add_paragraph("Chào cờ", style="List Bullet")
    document.add_paragraph("Diễn văn", style="List Bullet")
    document.add_paragraph("Một", style="List Number")
    document.add_paragraph("Hai", style="List Number")
    document.add_paragraph().add_run().add_picture(io.BytesIO(photo()))
    document.add_paragraph("Toàn cảnh buổi lễ", style="Caption")
    rows = document.add_table(2, 2)
    for at, words in enumerate(("Lớp", "Giải", "5A", "Nhất")):
        rows.cell(at // 2, at % 2).text = words
    document.add_paragraph("Lời hay.", style="Intense Quote")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@word_case("Word")
def article_of_a_teacher():
    """Letterhead, headline in capitals, lead, headings in bold, photos with captions, signature."""
    return word_file(
        table((para("UBND XÃ MẪU") + bold("TRƯỜNG TH MẪU"),
               bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))),
        para(run("Xã Mẫu, ngày 20 tháng 11 năm 2026", italic=True), side="right"),
        bold("TIN BÀI", side="center"),
        bold("TRƯỜNG MẪU KỈ NIỆM NGÀY NHÀ GIÁO", side="center"),
        para("<w:r><w:tab/></w:r>", run(_TEXT, bold=True), side="both"),
        para("<w:r><w:tab/></w:r>", "Dự lễ có đông đủ thầy cô và các em học sinh.", side="both"),
        para(picture("image1-jpeg"), side="center"),
        para(run("Thầy cô dự lễ", italic=True), side="center"),
        bold("1. Phần lễ"), para("<w:r><w:tab/></w:r>", "Mở đầu là chào cờ."),
        bold("2. Phần hội"), para("- Kéo co"), para("- Nhảy dây"),
        table((para(""), bold("NGƯỜI VIẾT", side="center") + bold("Lan Mẫu", side="center"))),
        media={"image1.jpeg": photo()},
    )  # fmt: skip


@word_case("Google Docs")
def article_of_google_docs():
    """Google Docs: every run with rtl, lists of its own, pictures inline, empty paragraphs."""
    rtl = '<w:rtl w:val="0"/>'
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return word_file(
        para(run("Ngày hội đọc sách", style=rtl), style="Title"), para(),
        para(run(_TEXT, style=rtl)), para(run("Sách thiếu nhi", style=rtl), properties=mark),
        para(run("Truyện tranh", style=rtl), properties=mark), para(),
        para(picture("image1-png", name="image1.png", description="Góc đọc sách")),
        para(run("Góc đọc sách của lớp 3A", italic=True, style=rtl), side="center"),
        styles=style("Title", "Title"), numbering=lists,
        media={"image1.png": photo("blue", "PNG")},
    )  # fmt: skip


@word_case("WPS")
def article_of_wps():
    """WPS: styles by number, East Asian fonts, its own wrappers."""
    hint = '<w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    return word_file(
        para(run("Hội khỏe Phù Đổng", style=hint), style="2"), para(run(_TEXT, style=hint)),
        para(run("Kết quả", bold=True, style=hint)), para(run("Lớp 5A đứng đầu.", style=hint)),
        styles=style("1", "Normal", more=' w:default="1"') + style("2", "heading 1", based_on="1"),
    )  # fmt: skip


@word_case("LibreOffice")
def article_of_libreoffice():
    """LibreOffice: every look said in full, switched off where it does not hold."""
    off = '<w:b w:val="false"/><w:bCs/><w:i w:val="0"/>'
    return word_file(
        para(run("Hội thi vẽ tranh"), style="Title"),
        para(run(_TEXT, style=off), style="TextBody", properties='<w:ind w:firstLine="567"/>'),
        para(run("Tranh đẹp nhất", style="<w:b/><w:bCs/>"), style="TextBody"),
        para("Tranh của lớp 2B.", style="TextBody"),
        styles=style("Title", "Title", of_runs="<w:b/>") + style("TextBody", "Text body"),
    )  # fmt: skip


@word_case("Word (Strict)")
def article_of_the_strict_edition():
    """A file saved as Strict Open XML says the same under other names."""
    import zipfile

    source = zipfile.ZipFile(
        io.BytesIO(
            word_file(para("Phần lễ", style="Heading1"), para(run("Đậm", bold=True), " rồi thôi."),
                      para("Phần hội", style="Heading1"), para(_TEXT),
                      styles=style("Heading1", "heading 1"))
        )
    )  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in source.namelist():
            text = source.read(name)
            for old, new in (
                (b"schemas.openxmlformats.org/wordprocessingml/2006/main",
                 b"purl.oclc.org/ooxml/wordprocessingml/main"),
                (b"schemas.openxmlformats.org/officeDocument/2006/relationships",
                 b"purl.oclc.org/ooxml/officeDocument/relationships"),
            ):  # fmt: skip
                text = text.replace(old, new)
            file.writestr(name, text)
    return made.getvalue()


@word_case("Word")
def document_elsewhere_in_the_package():
    """The main part is where the package says, not where it mostly is."""
    return word_file(para("Lời bài."), main="tai-lieu/than.xml")
