"""Pasted words and text files come out in Unicode, also where only some lines were not."""

import pytest
from legacy_samples import read_as, windows_1258
from old_encoders import write_tcvn3, write_viqr, write_vni

from newsroom.importing.opening.typed_words import words_in
from newsroom.intake.text.encoding_fix import InDoubt

TEXT = "Trường Tiểu học Mẫu tổ chức lễ khai giảng năm học mới; các em đều vui, phụ huynh cũng vậy."
MORE = "Ngày hội đọc sách của khối Năm có đông đảo thầy cô và học sinh tham gia."
MIXED = f"{write_tcvn3(TEXT)}\n{MORE}\n{write_vni(TEXT)}"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        windows_1258(TEXT),
        write_tcvn3(TEXT).encode("latin-1"),
        write_tcvn3(TEXT).encode(),
        write_tcvn3(TEXT).encode("utf-16"),
        write_vni(TEXT).encode("latin-1"),
        write_vni(TEXT).encode(),
        write_viqr(TEXT).encode(),
        read_as("cp1252", TEXT.encode()).encode(),
    ],
)
def test_words_of_every_encoding_are_the_same_words(content):
    read = words_in(content)

    assert (read.text, read.sure) == (TEXT, True)


def test_some_lines_may_be_in_old_encodings():
    assert words_in(MIXED.encode()).text == f"{TEXT}\n{MORE}\n{TEXT}"
    old = f"{write_tcvn3(TEXT)}\n{write_vni(TEXT)}".encode("latin-1")
    assert words_in(old).text == f"{TEXT}\n{TEXT}"


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0" * 30, bytes(range(128, 256))])
def test_bytes_that_are_no_words_are_in_doubt(content):
    with pytest.raises(InDoubt):
        words_in(content)
