"""Word files that were handed in, each with the whole file of the article that comes out of it."""

from pathlib import Path

import pytest
from handed_sources import TODAY, hand_in, write_school

pytest.importorskip("mammoth", reason="mammoth: requirements-dev.txt")
from handed_word_files import WORD_FILES, word_file

ARTICLES = Path(__file__).parent / "handed_word"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)


@pytest.mark.parametrize("name", WORD_FILES)
def test_the_article_of_a_word_file_comes_out_to_the_byte(name, tmp_path):
    place = tmp_path / "bai.docx"
    place.write_bytes(word_file(name))

    found = hand_in(write_school(tmp_path), place, options="--category=Chuyên môn")

    expected = ARTICLES / f"{name.replace('_', '-')}.md"
    assert found.code == 0, found.said
    assert found.article == expected.read_text(encoding="utf-8")


def test_a_picture_of_the_file_and_its_original_beside_it_are_one(tmp_path):
    from handed_pictures import picture

    goi = tmp_path / "goi"
    goi.mkdir()
    (goi / "bai.docx").write_bytes(word_file("photos_below_the_signature"))
    (goi / "IMG_2031.jpg").write_bytes(picture(5))
    (goi / "image1.jpg").write_bytes(picture(7))

    found = hand_in(write_school(tmp_path), goi, options="--category=Chuyên môn")

    pictures = {path: held for path, held in found.files.items() if not path.endswith(".md")}
    assert "Ảnh “IMG_2031.jpg” trùng với “image1.jpg”: chỉ giữ một." in found.said
    assert [*pictures] == [
        "2026-11/doc-sach-duoi-goc-bang/bo-anh/doc-sach-duoi-goc-bang-03.jpg",
        "2026-11/doc-sach-duoi-goc-bang/doc-sach-duoi-goc-bang-01.jpg",
        "2026-11/doc-sach-duoi-goc-bang/doc-sach-duoi-goc-bang-02.jpg",
    ]
    assert next(iter(pictures.values())) == picture(7)
