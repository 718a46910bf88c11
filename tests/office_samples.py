"""Office files as teachers make them, small, with what the tests plant in them."""

import io
import zipfile

from docx import Document
from openpyxl import Workbook


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def changed(content: bytes, name: str, old: str, new: str) -> bytes:
    """The file with one part edited as text; the part is made where it is not there."""
    parts = unpacked(content)
    text = parts.get(name, b"").decode()
    assert old in text
    return packed({**parts, name: text.replace(old, new, 1)})


def saved(thing: object) -> bytes:
    out = io.BytesIO()
    thing.save(out)
    return out.getvalue()


def docx(*paragraphs: str, rows: list[list[str]] = (), author: str = "") -> bytes:
    """A Word document; its properties tell nothing unless an author is given."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if rows:
        table = made.add_table(rows=0, cols=len(rows[0]))
        for line in rows:
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.text = text
    made.core_properties.author = author
    made.core_properties.comments = ""
    return saved(made)


def xlsx(sheets: dict[str, list[list[object]]], *, author: str = "", hidden: str = "") -> bytes:
    """A workbook; `hidden` is the name of a sheet that is not shown."""
    made = Workbook()
    made.remove(made.active)
    for name, lines in sheets.items():
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(line)
        if name == hidden:
            sheet.sheet_state = "hidden"
    made.properties.creator = author
    return saved(made)


_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"


def pptx(*slides: str, notes: str = "", hidden: int = 0) -> bytes:
    """A presentation of as many slides, with notes below the first; `hidden` counts from 1."""
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="r{n}"/>' for n, _ in enumerate(slides, 1))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": relationships(r1=("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{_P}" xmlns:r="{_R}">'
        f"<p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relationships(
            **{f"r{n}": ("slide", f"slides/slide{n}.xml") for n, _ in enumerate(slides, 1)}
        ),
    }
    for n, text in enumerate(slides, 1):
        shown = ' show="0"' if n == hidden else ""
        parts[f"ppt/slides/slide{n}.xml"] = _slide("sld", text, shown)
    if notes:
        parts["ppt/slides/_rels/slide1.xml.rels"] = relationships(
            r1=("notesSlide", "../notesSlides/notesSlide1.xml")
        )
        parts["ppt/notesSlides/notesSlide1.xml"] = _slide("notes", notes)
    return packed(parts)


def _slide(kind: str, text: str, shown: str = "") -> str:
    return (
        f'<p:{kind} xmlns:p="{_P}" xmlns:a="{_A}"{shown}><p:cSld><p:spTree>'
        "<p:nvGrpSpPr/><p:grpSpPr/>"
        f"<p:sp><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        f"</p:spTree></p:cSld></p:{kind}>"
    )


def relationships(**targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="{code}" Type="{_R}/{kind}" Target="{target}"/>'
        for code, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_REL}">{lines}</Relationships>'


def pdf(*pages: str, made: dict[str, str] | None = None) -> bytes:
    """A PDF of these pages, each of one line without diacritics; `made` is its Info dictionary."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
    )
    for text in pages:
        page = writer.add_blank_page(595, 842)
        drawn = DecodedStreamObject()
        drawn.set_data(f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(drawn)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    writer.metadata = made
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def jpeg(*, place: bool = False, turned: int = 1, camera: str = "") -> bytes:
    """A photograph with what a phone writes into it."""
    from PIL import Image

    exif = Image.Exif()
    if camera:
        exif[0x010F] = camera
    if turned != 1:
        exif[0x0112] = turned
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.6), 3: "E", 4: (105.0, 51.0, 15.1)})
    out = io.BytesIO()
    Image.new("RGB", (16, 12), (200, 60, 60)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def told_docx() -> bytes:
    """A Word document that tells all that one can tell."""
    made = Document()
    made.core_properties.author = "Cô Mẫu Lan"
    made.core_properties.last_modified_by = "Thầy Mẫu Hùng"
    made.core_properties.comments = ""
    line = made.add_paragraph("Lịch thi của khối Bốn.")
    made.add_comment(line.runs[0], "Nhớ sửa lại ngày.", author="Cô Mẫu Lan")
    made.add_picture(io.BytesIO(jpeg(place=True, camera="May Mau")))
    made.add_paragraph("CHỖ ĐÃ SỬA")
    content = saved(made)
    old = "<w:t>CHỖ ĐÃ SỬA</w:t></w:r>"
    who = 'w:id="7" w:author="Thầy Mẫu Hùng" w:date="2026-11-20T00:00:00Z"'
    new = (
        f"<w:t>Phòng số </w:t></w:r><w:del {who}><w:r><w:delText>mười</w:delText></w:r></w:del>"
        f"<w:ins {who}><w:r><w:t>hai</w:t></w:r></w:ins>"
    )
    content = changed(content, "word/document.xml", old, new)
    app = "<Company>Trường Mẫu</Company><Application>"
    return changed(content, "docProps/app.xml", "<Application>", app)


def told_xlsx() -> bytes:
    """A workbook with a hidden sheet, row and column, a comment and a formula that counts."""
    from openpyxl.comments import Comment

    made = Workbook()
    sheet = made.active
    sheet.title = "Điểm"
    for line in (["Họ tên", "Lớp", "Điện thoại"], ["Mẫu An", "4A", "0900000001"],
                 ["Giấu dòng", "4B", "0900000002"], ["Tổng", 2, None]):  # fmt: skip
        sheet.append(line)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["A2"].comment = Comment("Em này mới chuyển về.", "Cô Mẫu Lan")
    other = made.create_sheet("Danh sách riêng")
    other.append(["Bí mật của lớp"])
    other.sheet_state = "hidden"
    made.properties.creator = "Cô Mẫu Lan"
    content = saved(made)
    return changed(content, "xl/worksheets/sheet1.xml", "<v>2</v>",
                   "<f>COUNTA(A2:A3)</f><v>2</v>")  # fmt: skip


def told_pdf() -> bytes:
    """A PDF with a note, a file, a script, a photograph, properties and XMP."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import FreeText, Text
    from pypdf.generic import (
        DecodedStreamObject,
        DictionaryObject,
        NameObject,
        NumberObject,
        StreamObject,
        TextStringObject,
    )

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Trang mot", "Trang hai"))))
    writer.metadata = {"/Author": "Co Mau Lan", "/Company": "Truong Mau", "/Title": "De"}
    writer.add_attachment("diem.txt", b"Diem rieng cua lop")
    script = {NameObject("/S"): NameObject("/JavaScript"),
              NameObject("/JS"): TextStringObject("app.alert('chao')")}  # fmt: skip
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    note = Text(rect=(50, 50, 90, 90), text="Nho sua lai", open=True)
    note[NameObject("/T")] = TextStringObject("Thay Mau Hung")
    writer.add_annotation(0, note)
    writer.add_annotation(1, FreeText(text="Chu tren trang", rect=(50, 150, 200, 170)))
    photograph = StreamObject()
    photograph._data = jpeg(place=True)
    for key, value in (("/Type", "/XObject"), ("/Subtype", "/Image"), ("/Filter", "/DCTDecode"),
                       ("/ColorSpace", "/DeviceRGB")):  # fmt: skip
        photograph[NameObject(key)] = NameObject(value)
    for key, number in (("/Width", 16), ("/Height", 12), ("/BitsPerComponent", 8)):
        photograph[NameObject(key)] = NumberObject(number)
    page = writer.pages[0]
    page["/Resources"][NameObject("/XObject")] = DictionaryObject(
        {NameObject("/P"): writer._add_object(photograph)}
    )
    metadata = DecodedStreamObject()
    metadata.set_data(b"<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Co Mau Lan</rdf:li></rdf:Seq>"
                      b"</dc:creator></x:xmpmeta>")  # fmt: skip
    writer.root_object[NameObject("/Metadata")] = writer._add_object(metadata)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
