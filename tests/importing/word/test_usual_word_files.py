"""Word files as a teacher writes them, read as a whole. What each thing becomes: word_cases/."""

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from PIL import Image

from newsroom.importing.block import Alignment, BlockKind

pytest.importorskip("mammoth", reason="mammoth: requirements-dev.txt")


@pytest.fixture(scope="module")
def handed():
    from newsroom.importing.word.read_word import read_word_content

    document = docx.Document()
    headline = document.add_paragraph()
    headline.alignment = WD_ALIGN_PARAGRAPH.CENTER
    headline.add_run("LỄ KHAI GIẢNG").bold = True
    document.add_paragraph("Sáng 5/9, trường Tiểu học Mẫu tổ chức lễ khai giảng năm học mới.")
    document.add_paragraph().add_run("1. Khai mạc").bold = True
    for item in ("- Đón học sinh lớp 1", "- Chào cờ", "+ Hát Quốc ca"):
        document.add_paragraph(item)
    photo = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 30, 40)).save(photo, "JPEG")
    document.add_paragraph().add_run().add_picture(io.BytesIO(photo.getvalue()))
    document.add_paragraph().add_run("Học sinh múa hát").italic = True
    signed = document.add_paragraph("Người viết: Lan Mẫu")
    signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    file = io.BytesIO()
    document.save(file)
    return read_word_content(file.getvalue(), "bai.docx")


def test_the_blocks_come_in_order_each_as_what_it_is(handed):
    assert [block.kind for block in handed.blocks] == [
        *(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST),
        *(BlockKind.PICTURE, BlockKind.PARAGRAPH),
    ]


def test_looks_are_told(handed):
    headline, *_, signature = handed.blocks

    assert (headline.bold, headline.capitals, headline.alignment) == (True, True, Alignment.CENTRE)
    assert (signature.bold, signature.alignment) == (False, Alignment.RIGHT)


def test_a_typed_list_is_a_list_and_the_line_below_a_picture_its_caption(handed):
    listed, picture = handed.blocks[3:5]

    assert listed.html == (
        "<ul><li>Đón học sinh lớp 1</li><li>Chào cờ<ul><li>Hát Quốc ca</li></ul></li></ul>"
    )
    assert "<figcaption>Học sinh múa hát</figcaption>" in picture.html
    assert [one.name for one in handed.pictures] == ["image1.jpg"]
    assert handed.left == ()


@pytest.mark.parametrize(
    ("name", "is_needed"), [("bai.docx", True), ("bai.odt", True), ("bai.txt", False), ("x", False)]
)
def test_mammoth_is_wanted_for_what_is_read_as_word(tmp_path, name, is_needed):
    from newsroom.importing.word.extra import needs_mammoth

    if name != "x":
        (tmp_path / name).write_text("x", encoding="utf-8")

    assert needs_mammoth(str(tmp_path / name)) is is_needed
    assert needs_mammoth(str(tmp_path)) is is_needed


def test_a_zip_with_a_word_file_wants_mammoth(tmp_path):
    import zipfile

    from newsroom.importing.word.extra import needs_mammoth

    with zipfile.ZipFile(tmp_path / "bai.zip", "w") as file:
        file.writestr("bai/Bài.DOCX", "x")
    (tmp_path / "hong.zip").write_bytes(b"PK\3\4")

    assert needs_mammoth(str(tmp_path / "bai.zip"))
    assert not needs_mammoth(str(tmp_path / "hong.zip"))


@pytest.mark.parametrize(("pictures", "is_line"), [(1, False), (2, True)])
def test_the_photographer_of_several_pictures_is_a_line_of_its_own(pictures, is_line):
    from importing_word_xml import para, photo, picture, run, word_file

    from newsroom.importing.word.read_word import read_word_content

    media = {f"image{n}.png": photo(("red", "blue")[n], "PNG") for n in range(pictures)}
    shown = [
        one for n in range(pictures) for one in (para(picture(f"image{n}-png")), para("Lời bài."))
    ]
    credit = para(run("Ảnh: Hòa Mẫu", italic=True))

    handed = read_word_content(word_file(*shown[:-1], credit, media=media), "bai.docx")

    assert (handed.blocks[-1].kind is BlockKind.PARAGRAPH) is is_line
