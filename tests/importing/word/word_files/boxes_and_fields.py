"""Text boxes, fields, links, controls, and what cannot be shown."""

from importing_word_case import word_case
from importing_word_xml import NAMESPACES, field, para, run, table, text_box, word_file


@word_case("Word", "NR-WORD-002")
def text_box_once():
    """A box that Word writes twice is read once, behind its paragraph."""
    return word_file(para("Đoạn có khung.", text_box(para("Lời trong khung."))), para("Đoạn sau."))


@word_case("Word", "NR-WORD-002")
def text_box_above():
    """A box above the first line of the page stands above it."""
    place = '<wp:positionV relativeFrom="page"><wp:posOffset>300000</wp:posOffset></wp:positionV>'
    return word_file(
        para(text_box(para("BẢN TIN TRƯỜNG MẪU"), place=place), "Chào các em."), para("Đoạn sau.")
    )


@word_case("Word 2003 và trước", "NR-WORD-002")
def text_box_in_vml():
    """A box of an old Word, and words as a picture (WordArt)."""
    box = f"<w:txbxContent>{para('Khung cũ.')}</w:txbxContent>"
    shape = f"<v:shape><v:textbox>{box}</v:textbox></v:shape>"
    art = '<w:pict><v:shape><v:textpath string="CHÀO MỪNG"/></v:shape></w:pict>'
    return word_file(
        para(f"<w:r><w:pict>{shape}</w:pict></w:r>", "Lời."),
        para(f"<w:r>{art}</w:r>"),
    )  # fmt: skip


@word_case("Word", "NR-WORD-002")
def boxes_within_boxes_and_lists():
    """A box in a box, with a list in it."""
    inner = para("Trong cùng.")
    outer = para("- Một") + para("- Hai") + para("Ngoài", text_box(inner, fallback=False))
    return word_file(para("Đoạn.", text_box(outer, fallback=False)))


@word_case("Word", "NR-WORD-012")
def links():
    """Links of all three kinds, mail, and those that lead nowhere on the web."""
    return word_file(
        para(
            "Xem ", '<w:hyperlink r:id="rId7" w:history="1">', run("trang trường"),
            "</w:hyperlink>", ", ", field(' HYPERLINK "https://mau.example/a" \\o "Mách nước" ',
            run("bài này")), ", ", '<w:fldSimple w:instr=" HYPERLINK www.mau.example ">',
            run("trang kia"), "</w:fldSimple>", ", thư ",
            '<w:hyperlink r:id="rId8">', run("co.mau@mau.example"), "</w:hyperlink>", ".",
        ),
        para(
            '<w:hyperlink w:anchor="_Toc1">', run("mục trên"), "</w:hyperlink>", " và ",
            '<w:hyperlink r:id="rId9">', run("tệp"), "</w:hyperlink>", " và ",
            '<w:hyperlink r:id="rId10">', run("mã"), "</w:hyperlink>",
        ),
        links={
            "rId7": "https://truongmau.example/", "rId8": "mailto:co.mau@mau.example",
            "rId9": "file:///C:\\Users\\Mau\\ke-hoach.docx", "rId10": "javascript:alert(1)",
        },
    )  # fmt: skip


@word_case("Word", "NR-WORD-004")
def table_of_contents():
    """A table of contents is left out, in a control or as a field."""
    toc = para(field(' TOC \\o "1-3" ', run("Mục một") + "<w:r><w:tab/></w:r>" + run("2")))
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{para('Mục lục')}{toc}</w:sdtContent></w:sdt>"
    )
    return word_file(control, para("Lời bài."), toc)


@word_case("Word")
def fields_and_bookmarks():
    """Results of fields are words; bookmarks, dates and cross references leave no sign."""
    return word_file(
        para(
            '<w:bookmarkStart w:id="0" w:name="_Ref1"/>', "Ngày ",
            field(' DATE \\@ "dd/MM/yyyy" ', run("20/11/2026")), '<w:bookmarkEnd w:id="0"/>',
            ", xem ", field(" REF _Ref1 \\h ", run("mục 2")), ".",
        )
    )  # fmt: skip


@word_case("Word")
def controls_and_wrappers():
    """Content controls, smart tags and custom XML are opened, prompts to type are left out."""
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{run('Click or tap here to enter text.')}</w:sdtContent></w:sdt>"
    )
    return word_file(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{para('Trong ô điền.')}</w:sdtContent></w:sdt>",
        para(
            '<w:smartTag w:element="place"><w:smartTagPr/>', run("Xã Mẫu"), "</w:smartTag>",
            "<w:customXml w:element=\"x\">", run(" vui"), "</w:customXml>", prompt,
            '<w:bdo w:val="ltr">', run(" lắm"), "</w:bdo>", ".",
        ),
    )  # fmt: skip


@word_case("Word", "NR-WORD-005")
def equation():
    """Of an equation the letters stay, and it is said."""
    math = "<m:oMath><m:r><m:t>a+b=c</m:t></m:r></m:oMath>"
    return word_file(para("Ta có ", math, "."), para(f"<m:oMathPara>{math}</m:oMathPara>"))


@word_case("Word", "NR-WORD-006", "NR-WORD-007", "NR-WORD-008")
def charts_diagrams_objects():
    """Charts, SmartArt and embedded files are counted and named."""
    chart, art = (
        f"<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{one}</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
        for one in ('<c:chart r:id="x"/>', '<dgm:relIds r:dm="x"/>')
    )
    ole = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    return word_file(para("Số liệu:", chart, art, ole), para("Hết."))


@word_case("Word", "NR-WORD-003")
def headers_and_footers():
    """Words at the head of pages are left out and quoted; page numbers are not worth a word."""
    head = f"<w:hdr {NAMESPACES}>{para('Trường Tiểu học Mẫu')}</w:hdr>"
    foot = f"<w:ftr {NAMESPACES}>{para('Trang ', field(' PAGE ', run('1')))}</w:ftr>"
    return word_file(
        para("Lời bài."),
        parts={"header1.xml": ("header", head), "footer1.xml": ("footer", foot)},
    )


@word_case("Word")
def columns_and_sections():
    """Columns and sections end nothing."""
    section = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr>'
    return word_file(
        para("Đoạn một.", properties=section),
        para("Cột trái", '<w:r><w:br w:type="column"/></w:r>', "Cột phải"),
    )


@word_case("Word")
def box_in_a_cell():
    """A picture and a box in a cell of facts stay in it."""
    return word_file(table(("Lớp", "Giải"), ("5A", "Nhất"), ("5B", para(run("Nhì")))))


@word_case("Word")
def film_of_the_web():
    """A film that Word shows as a picture is its address, a line of its own."""
    film = (
        '<wp15:webVideoPr xmlns:wp15="http://schemas.microsoft.com/office/word/2012/'
        'wordprocessingDrawing" embeddedHtml="&lt;iframe src=&quot;https://www.youtube.com/embed/'
        'aBcDeFgHiJk?feature=oembed&quot;&gt;"/>'
    )
    shown = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Video"/><a:graphic><a:graphicData>'
        f"<pic:pic><pic:blipFill><a:blip>{film}</a:blip></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return word_file(para("Xem video:"), para(shown))
