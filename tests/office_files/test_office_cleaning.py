"""Traces in office files besides what they show are found, and gone from the cleaned copy."""

import io
import zipfile
from html import unescape

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from office_samples import (
    changed,
    docx,
    jpeg,
    packed,
    pdf,
    pptx,
    told_docx,
    told_pdf,
    told_xlsx,
    unpacked,
    xlsx,
)
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader

from newsroom.images.image_traces import traces_of_picture, without_traces
from newsroom.office_files.cleaning.clean import clean
from newsroom.office_files.trace import TraceKind
from newsroom.office_files.traces import traces_of
from newsroom.office_files.words.words_of_file import Gap, read, words_of


def told(content):
    return {t.kind: (t.names, t.times) for t in traces_of(content).traces}


def test_a_document_tells_who_wrote_it_and_what_was_changed():
    found = told(told_docx())

    assert found[TraceKind.AUTHOR] == (("Cô Mẫu Lan",), 1)
    assert found[TraceKind.SAVED_BY] == (("Thầy Mẫu Hùng",), 1)
    assert found[TraceKind.COMPANY] == (("Trường Mẫu",), 1)
    assert found[TraceKind.COMMENTS] == (("Cô Mẫu Lan",), 1)
    assert found[TraceKind.CHANGES] == (("Thầy Mẫu Hùng",), 2)
    assert found[TraceKind.PICTURE_PLACE] == ((), 1)


def test_a_workbook_tells_what_it_does_not_show():
    found = told(told_xlsx())

    assert found[TraceKind.HIDDEN_SHEETS] == (("Danh sách riêng",), 1)
    assert found[TraceKind.HIDDEN_ROWS] == (("Điểm",), 1)
    assert found[TraceKind.HIDDEN_COLUMNS] == (("Điểm",), 1)
    assert found[TraceKind.COMMENTS] == (("Cô Mẫu Lan",), 1)


def test_a_pdf_tells_notes_files_and_scripts():
    found = told(told_pdf())

    assert found == {
        TraceKind.AUTHOR: (("Co Mau Lan",), 2),
        TraceKind.COMPANY: (("Truong Mau",), 1),
        TraceKind.COMMENTS: (("Thay Mau Hung",), 1),
        TraceKind.ATTACHED: ((), 1),
        TraceKind.SCRIPT: ((), 1),
        TraceKind.PICTURE_PLACE: ((), 1),
    }


SECRETS = {
    "docx": ("Mẫu Lan", "Mẫu Hùng", "Trường Mẫu", "Nhớ sửa", "mười", "May Mau", "2026-11-20"),
    "xlsx": ("Mẫu Lan", "mới chuyển", "Bí mật", "Danh sách riêng", "Giấu dòng", "0900000001"),
    "pptx": ("Nói riêng", "Trang giấu"),
    "pdf": ("Co Mau", "Truong Mau", "Thay Mau", "Nho sua", "Diem rieng", "app.alert", "diem.txt"),
}
FILES = {
    "docx": told_docx(),
    "xlsx": told_xlsx(),
    "pptx": pptx("Trang đầu", "Trang giấu", notes="Nói riêng", hidden=2),
    "pdf": told_pdf(),
}


def all_of(content):
    """Everything in a file, unpacked, as text."""
    if content[:2] == b"PK":
        return "\n".join(unescape(p.decode("utf-8", "replace")) for p in unpacked(content).values())
    reader = PdfReader(io.BytesIO(content))
    things = [reader.get_object(n) for n in range(1, reader.trailer["/Size"])]
    inside = [thing.get_data() for thing in things if hasattr(thing, "get_data")]
    return repr(things) + content.decode("latin-1") + repr(inside)


@pytest.mark.parametrize("kind", FILES)
def test_nothing_of_it_is_left_in_the_cleaned_copy(kind):
    before = all_of(FILES[kind])
    cleaned = clean(FILES[kind])

    assert all(secret in before for secret in SECRETS[kind])
    after = all_of(cleaned)
    assert [secret for secret in SECRETS[kind] if secret in after] == []
    assert told(cleaned) == {}
    assert read(cleaned).gaps == ()
    # Made twice, and of itself, it is the same.
    assert clean(FILES[kind]) == cleaned
    assert clean(cleaned) in (None, cleaned)


def test_a_cleaned_document_shows_what_word_shows_when_all_is_accepted():
    made = Document(io.BytesIO(clean(told_docx())))

    assert [line.text for line in made.paragraphs] == [
        "Lịch thi của khối Bốn.",
        "",
        "Phòng số hai",
    ]
    assert len(made.inline_shapes) == 1


ROW = (
    "<w:tr><w:trPr><w:{0} w:id='1'/></w:trPr>"
    "<w:tc><w:p><w:r><w:t>dòng</w:t></w:r></w:p></w:tc></w:tr>"
)


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
         "<w:p><w:r><w:t>b</w:t></w:r></w:p>", ["ab"]),
        ("<w:p><w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
         "<w:p><w:r><w:t>b</w:t></w:r></w:p>", ["a", "b"]),
        ("<w:p><w:moveFrom w:id='1'><w:r><w:t>a</w:t></w:r></w:moveFrom>"
         "<w:moveTo w:id='2'><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>", ["b"]),
        ("<w:p><w:ins w:id='1'><w:del w:id='2'><w:r><w:delText>a</w:delText></w:r></w:del>"
         "<w:r><w:t>b</w:t></w:r></w:ins></w:p>", ["b"]),
        (f"<w:tbl>{ROW.format('del')}{ROW.format('ins')}</w:tbl>", ["dòng"]),
        ("<w:p><w:pPr><w:pPrChange w:id='1'><w:pPr/></w:pPrChange></w:pPr>"
         "<w:r><w:t>a</w:t></w:r></w:p>", ["a"]),
    ],
)  # fmt: skip
def test_every_kind_of_change_is_accepted(line, texts):
    content = changed(docx(), "word/document.xml", "<w:body>", f"<w:body>{line}")

    cleaned = clean(content)

    assert [text for _, text, _ in words_of(cleaned)] == texts
    assert TraceKind.CHANGES not in told(cleaned)


def test_a_cleaned_workbook_shows_the_same_and_counts_nothing_anew():
    book = load_workbook(io.BytesIO(clean(told_xlsx())))

    assert [[cell.value for cell in row] for row in book["Điểm"].iter_rows()] == [
        ["Họ tên", "Lớp"],
        ["Mẫu An", "4A"],
        [None, None],
        ["Tổng", 2],
    ]
    assert book.sheetnames == ["Điểm", "an-1"]


def test_formulas_stay_where_nothing_was_hidden():
    content = changed(xlsx({"a": [[1, 2]]}), "xl/worksheets/sheet1.xml", "<v>2</v>",
                      "<f>A1+1</f><v>2</v>")  # fmt: skip

    assert load_workbook(io.BytesIO(clean(content)))["a"]["B1"].value == "=A1+1"


def test_what_hangs_on_values_that_were_never_counted_stays_and_is_told():
    content = xlsx({"a": [[1, "=b!A1"]], "b": [["giấu"]]}, hidden="b")

    cleaned = clean(content)

    assert told(cleaned) == {TraceKind.HIDDEN_SHEETS: (("b",), 1)}
    assert load_workbook(io.BytesIO(cleaned))["a"]["B1"].value == "=b!A1"


def test_a_cleaned_pdf_shows_the_same_pages():
    made = PdfReader(io.BytesIO(clean(told_pdf())))

    assert [page.extract_text() for page in made.pages] == ["Trang mot", "Trang hai"]
    assert [a.get_object()["/Contents"] for a in made.pages[1].annotations] == ["Chu tren trang"]
    [picture] = made.pages[0].images
    assert picture.image.size == (16, 12)


def signed_pdf():
    return pdf("Da ky").replace(b"/Type /Catalog", b"/AcroForm << /SigFlags 3 >>\n/Type /Catalog")


@pytest.mark.parametrize(
    "content",
    [
        signed_pdf(),
        packed({**unpacked(docx("Đã ký", author="Lan")), "_xmlsignatures/sig1.xml": "<a/>"}),
    ],
    ids=["pdf", "docx"],
)
def test_what_somebody_signed_is_told_and_not_touched(content):
    assert TraceKind.SIGNED in told(content)
    assert clean(content) is None


def test_files_in_a_zip_are_cleaned_too():
    content = packed({"a.docx": told_docx(), "b.jpg": jpeg(place=True), "c.txt": "chữ"})

    cleaned = clean(content)

    assert TraceKind.PICTURE_PLACE in told(content)
    assert told(cleaned) == {}
    assert zipfile.ZipFile(io.BytesIO(cleaned)).namelist() == ["a.docx", "b.jpg", "c.txt"]


@pytest.mark.parametrize("content", [b"%PDF-1.4 x\n%%EOF", b"PK\3\4xx", b"", b"chu"])
def test_what_cannot_be_read_cannot_be_cleaned(content):
    assert clean(content) is None


def test_a_file_with_a_password_is_told_to_be_locked():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

    assert traces_of(old).gaps == (Gap.LOCKED,)


@pytest.mark.parametrize("turned", [1, 6])
def test_a_picture_loses_all_but_how_it_was_held(turned):
    before = jpeg(place=True, camera="May Mau", turned=turned)

    after = without_traces(before)

    assert traces_of_picture(before).has_place
    assert not any(traces_of_picture(after))
    assert without_traces(after) == after
    with Image.open(io.BytesIO(after)) as picture, Image.open(io.BytesIO(before)) as was:
        assert picture.getexif().get(0x0112, 1) == turned
        assert picture.tobytes() == was.tobytes()
        assert not picture.getexif().get_ifd(0x8825)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_pictures_of_other_forms_lose_it_too(form):
    exif = Image.Exif()
    exif[0x010F] = "Máy Mẫu"
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (9, 9), (1, 2, 3)).save(out, form, exif=exif, lossless=True)

    after = without_traces(out.getvalue())

    assert traces_of_picture(out.getvalue()).has_place
    assert not any(traces_of_picture(after))
    with Image.open(io.BytesIO(after)) as picture:
        assert picture.convert("RGB").getpixel((4, 4)) == (1, 2, 3)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*FILES.values()]), st.data())
def test_a_hostile_file_is_cleaned_or_left_without_a_traceback(content, draw):
    place = draw.draw(st.integers(0, len(content)))
    altered = content[:place] + draw.draw(st.binary(max_size=8)) + content[place + 4 :]
    if content[:2] == b"PK" and draw.draw(st.booleans()):
        parts = unpacked(content)
        name = draw.draw(st.sampled_from(sorted(parts)))
        at = draw.draw(st.integers(0, len(parts[name])))
        parts[name] = parts[name][:at] + draw.draw(st.binary(max_size=6)) + parts[name][at + 3 :]
        altered = packed(parts)

    traces_of(altered)
    made = clean(altered)

    assert made is None or isinstance(made, bytes)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 700))
def test_a_hostile_picture_is_taken_as_it_is(noise, place):
    content = jpeg(place=True, turned=6)

    altered = content[:place] + noise + content[place + len(noise) // 2 :]

    traces_of_picture(altered)
    assert isinstance(without_traces(altered), bytes)
