"""`new --from` on what nobody should hand in: one clear word, and nothing written."""

import pytest
from handed_sources import TODAY, hand_in, write_school
from opening_files import docx, macro_document, old_office, packed

PARAGRAPH = "Sáng 17/11, thầy và trò khối 1 ra gốc bàng giữa sân trường đọc sách. " * 5


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)
    monkeypatch.setattr("newsroom.importing.opening.libre_office._PLACES", ())
    monkeypatch.setattr("newsroom.importing.opening.libre_office._PROGRAMS", ("no-such-program",))


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("bai.docx", old_office("EncryptedPackage"), "mật khẩu"),
        ("bai.docx", docx()[:300], "hỏng"),
        ("bai.docx", macro_document(), "macro"),
        ("bai.docx", docx(("../../tin-bai/2026-11/a.md", "a")), "không an toàn"),
        ("bai.docx", docx(*((f"word/media/{n}.png", b"a") for n in range(500))), "500 ảnh"),
        ("bai.doc", old_office("WordDocument"), "Lưu thành"),
        ("bai.zip", packed({"bai.txt": PARAGRAPH, "../a.md": "a"}), "không an toàn"),
        ("bai.zip", packed({"bai.docx": docx(("word/vbaProject.bin", b"a"))}), "macro"),
        ("bai.zip", packed({"bai.txt": PARAGRAPH})[:-30], "hỏng"),
        ("bai.rar", b"Rar!\x1a\x07\x01\x00", "Giải nén"),
    ],
)
def test_it_is_refused_with_a_word_and_nothing_is_written(name, content, word, tmp_path):
    school = write_school(tmp_path)
    (tmp_path / name).write_bytes(content)
    before = sorted(tmp_path.rglob("*"))

    found = hand_in(school, tmp_path / name)

    assert (found.code, word in found.said) == (1, True)
    assert "[NR-OPEN-" in found.said
    assert sorted(tmp_path.rglob("*")) == before


def test_a_word_file_that_is_called_an_archive_is_read(tmp_path):
    (tmp_path / "bai.zip").write_bytes(docx())

    found = hand_in(write_school(tmp_path), tmp_path / "bai.zip")

    assert "Ngày hội Mẫu" in found.article
