"""The words of office files, each with the place in which people find it."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_samples import changed, docx, packed, pdf, pptx, unpacked, xlsx

from newsroom.office_files.words.words_of_file import Gap, read, words_of

DOCX = docx("Chào các em", rows=[["STT", "Họ tên"], ["1", "Mẫu An"]])
XLSX = xlsx(
    {"Lớp 4A": [["Họ tên", "Ngày sinh"], ["Mẫu An", date(2016, 5, 12)], [None, None, 3.5]],
     "Ẩn": [["giấu"]]},
    hidden="Ẩn",
)  # fmt: skip
PPTX = pptx("Một", "Hai", notes="Nói thêm", hidden=2)


def told(content):
    return [(place, text) for place, text, _ in words_of(content)]


def test_a_document_is_read_by_paragraphs_and_rows():
    assert told(DOCX) == [
        ("đoạn 1", "Chào các em"),
        ("bảng 1, dòng 1", "STT\tHọ tên"),
        ("bảng 1, dòng 2", "1\tMẫu An"),
    ]
    assert words_of(DOCX)[2].cells == ("1", "Mẫu An")


def test_words_that_word_cut_into_pieces_are_one_again():
    cut = changed(DOCX, "word/document.xml", "Chào các em", "Chào</w:t></w:r><w:r><w:t> các em")

    assert told(cut)[0] == ("đoạn 1", "Chào các em")


def test_a_table_in_a_table_is_told_once():
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    nested = changed(DOCX, "word/document.xml", "<w:t>Mẫu An</w:t></w:r></w:p>",
                     f"<w:t>Mẫu An</w:t></w:r></w:p>{inner}")  # fmt: skip

    assert told(nested)[2] == ("bảng 1, dòng 2", "1\tMẫu An\ntrong")


def test_a_workbook_is_read_by_rows_with_days_as_people_write_them():
    assert told(XLSX) == [
        ("trang tính “Lớp 4A”, dòng 1", "Họ tên\tNgày sinh"),
        ("trang tính “Lớp 4A”, dòng 2", "Mẫu An\t12/05/2016"),
        ("trang tính “Lớp 4A”, dòng 3", "\t\t3.5"),
        ("trang tính “Ẩn”, dòng 1", "giấu"),
    ]


def test_a_presentation_is_read_with_its_notes_and_hidden_slides():
    assert told(PPTX) == [
        ("trang chiếu 1", "Một"),
        ("ghi chú của trang chiếu 1", "Nói thêm"),
        ("trang chiếu 2", "Hai"),
    ]


def test_a_pdf_is_read_by_pages():
    assert told(pdf("Hoi trai xuan")) == [("trang 1", "Hoi trai xuan")]


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        ("\ufeffHọ tên,Lớp\r\nMẫu An,4A", ("Họ tên", "Lớp")),
        ("Họ tên;Lớp\nMẫu An;4A", ("Họ tên", "Lớp")),
        ("Chào em, đây là thư.\nHết", ()),
    ],
)
def test_a_table_in_plain_text_has_cells(content, cells):
    assert words_of(content.encode())[0].cells == cells


def test_files_in_a_zip_are_read_with_their_names():
    assert told(packed({"a.txt": "Xin chào", "b.docx": docx("Trong")})) == [
        ("tên tệp", "a.txt"),
        ("a.txt, dòng 1", "Xin chào"),
        ("tên tệp", "b.docx"),
        ("b.docx, đoạn 1", "Trong"),
    ]


def test_the_office_of_before_2007_is_read_as_far_as_it_goes():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Danh sách học sinh lớp Bốn".encode("utf-16-le")

    found = read(old)

    assert "Danh sách học sinh lớp Bốn" in found.passages[0].text
    assert found.gaps == (Gap.OLD,)


BOMB = packed({"word/document.xml": b"<a>" + b" " * 45_000_000 + b"</a>"})
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("content", "gap"),
    [
        (b"%PDF-1.4 x\n%%EOF", Gap.BROKEN),
        (b"PK\3\4xx", Gap.BROKEN),
        (DOCX[:-200], Gap.BROKEN),
        (BOMB, Gap.TOO_LARGE),
        (packed({f"a{n}.zip": BOMB for n in range(9)}), Gap.TOO_LARGE),
        (packed({f"{n}.txt": "" for n in range(5_001)}), Gap.TOO_LARGE),
        (packed({"word/document.xml": LAUGHS}), Gap.BROKEN),
        (packed({"xl/workbook.xml": LAUGHS}), Gap.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Gap.LOCKED),
    ],
    ids=["no PDF", "no ZIP", "torn", "bomb", "bombs", "many", "entities", "entities 2", "locked"],
)
def test_what_cannot_be_read_is_told_and_not_raised(content, gap):
    started = time.process_time()

    assert gap in read(content).gaps
    assert time.process_time() - started < 10


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([DOCX, XLSX, PPTX, pdf("Mot", "Hai")]), st.data())
def test_a_torn_or_altered_file_is_read_or_told(content, draw):
    place = draw.draw(st.integers(0, len(content)))
    altered = content[:place] + draw.draw(st.binary(max_size=8)) + content[place + 4 :]

    assert isinstance(words_of(altered), tuple)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([DOCX, XLSX, PPTX]), st.data())
def test_altered_parts_are_read_or_told(content, draw):
    parts = unpacked(content)
    name = draw.draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    place = draw.draw(st.integers(0, len(part)))
    parts[name] = part[:place] + draw.draw(st.binary(max_size=8)) + part[place + 3 :]

    assert isinstance(words_of(packed(parts)), tuple)
