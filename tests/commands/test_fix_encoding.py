"""`check --fix-encoding` converts what is in no doubt, keeps what was, and says what it did."""

import pytest
from legacy_samples import tcvn3, viqr, vni, windows_1258
from sample import article_text

from newsroom.building.errors import BuildRefused
from newsroom.commands.checking.fix_encoding import fix_encodings
from newsroom.intake.text.encoding_fix import InDoubt, converted
from newsroom.intake.text.text_file import UnreadableText, decode, read_text

TEXT = article_text(
    "Trường Tiểu học Mẫu tổ chức ngày hội đọc sách.\r\n\r\nHọc sinh cả trường rất vui, đọc được"
    " nhiều chuyện hay.\r\nLớp 5A kể chuyện.\r\n",
    title="Ngày hội đọc sách của trường",
)
BYTES = {
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 BE": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-16 without a mark": TEXT.encode("utf-16-le"),
    "windows-1258": windows_1258(TEXT),
    "TCVN3": tcvn3(TEXT).encode("latin-1"),
    "VNI": vni(TEXT).encode("cp1252"),
    "TCVN3 as text": tcvn3(TEXT).encode(),
    "VNI as text": vni(TEXT).encode(),
    "UTF-8 twice": TEXT.encode().decode("latin-1").encode(),
}
ONLY_WORDS = TEXT.replace(
    "Trường Tiểu học Mẫu tổ chức ngày hội đọc sách",
    tcvn3("trường Tiểu học Mẫu tổ chức ngày hội đọc sách"),
)


def same(text, meant):
    return text.lower().removeprefix("\ufeff") == meant.lower()


@pytest.mark.parametrize("name", BYTES)
def test_each_encoding_is_converted_to_what_was_meant(name):
    made = converted(BYTES[name])

    assert same(made.text, TEXT)
    assert made.was.split()[0].rstrip("…") in name or made.was.startswith("UTF-8 bị đọc nhầm")


@pytest.mark.parametrize("name", [name for name in BYTES if name != "UTF-8 twice"])
def test_each_is_refused_by_the_reader_with_a_way_that_destroys_nothing(name):
    with pytest.raises(UnreadableText) as refused:
        read_text(BYTES[name], "content/a.md")

    assert "check --fix-encoding content/a.md" in refused.value.hint
    if not name.startswith("UTF-16"):
        assert "Notepad" not in refused.value.hint
        assert "có phải là “" in refused.value.reason


def test_a_broken_letter_in_utf_8_is_no_old_encoding():
    with pytest.raises(UnreadableText) as refused:
        decode(TEXT.encode().replace("chuyện".encode(), b"chuy\xe1\xbbn", 1), "content/a.md")

    assert refused.value.reason.startswith("Chữ ở dòng 11 bị hỏng")
    assert refused.value.line == 11
    assert "fix-encoding" not in refused.value.hint


def test_windows_1258_is_opened_again_before_it_is_saved():
    with pytest.raises(UnreadableText) as refused:
        decode(BYTES["windows-1258"], "content/a.md")

    assert "mà là windows-1258; có phải là “tiêu đề: Ngày hội" in refused.value.reason
    assert "Reopen with Encoding" in refused.value.hint
    assert "đừng lưu" in refused.value.hint


def test_lines_in_an_old_encoding_within_a_real_text_are_converted_alone():
    made = converted(ONLY_WORDS.encode())

    assert same(made.text, TEXT)
    assert made.text.count("Trường Mẫu") == TEXT.count("Trường Mẫu")


@pytest.mark.parametrize(
    "content",
    [
        f"{tcvn3('Trường Tiểu học Mẫu tổ chức')}\n{vni('Trường Tiểu học Mẫu tổ chức')}".encode(),
        f"Sáng nay thầy cô dự, {tcvn3('trường Tiểu học Mẫu tổ chức lễ')}, được khen".encode(),
        "Müller, Köln, Straße, für, schön, größte".encode("cp1252"),
        "Où est le garçon? À l'école, théâtre".encode("cp1252"),
        TEXT.encode()[:-3] + b"\xff\xfe\xe9\xe9",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x00\x00\x00\x00\x00",
    ],
)
def test_what_is_in_doubt_is_not_converted(content):
    with pytest.raises(InDoubt):
        converted(content)


@pytest.mark.parametrize("content", [TEXT.encode(), b"", b"abc", "Chữ\x00 thường".encode()])
def test_what_is_unicode_already_is_left(content):
    assert converted(content) is None


def test_files_are_replaced_and_what_they_were_is_kept_under_a_name_that_is_not_read(site):
    site.write("tin-bai/a.md", BYTES["windows-1258"])
    site.write("tin-bai/b.md", viqr(TEXT))
    site.write("tin-bai/c.md", article_text())
    site.write("tin-bai/~a.md.bak", b"older")
    (site.content / "tin-bai/a.md").chmod(0o600)
    before = (site.content / "tin-bai/c.md").stat().st_mtime_ns

    checked = site.invoke("check")
    fixed = site.invoke("check", "--fix-encoding", "content/tin-bai/a.md")
    again = site.invoke("check", "content/tin-bai/a.md")

    assert checked.returncode == 1
    assert fixed.returncode == 0, fixed.stdout + fixed.stderr
    assert "content/tin-bai/a.md: đã đổi từ windows-1258 sang UTF-8" in fixed.stdout
    assert "tệp cũ: ~a.md.2.bak" in fixed.stdout
    assert "Đọc lại: “tiêu đề: Ngày hội đọc sách của trường”" in fixed.stdout
    assert again.returncode == 0, again.stdout
    assert (site.content / "tin-bai/a.md").read_bytes() == TEXT.encode()
    assert (site.content / "tin-bai/a.md").stat().st_mode & 0o777 == 0o600
    assert (site.content / "tin-bai/~a.md.2.bak").read_bytes() == BYTES["windows-1258"]
    assert (site.content / "tin-bai/~a.md.bak").read_bytes() == b"older"
    assert (site.content / "tin-bai/c.md").stat().st_mtime_ns == before
    assert sorted(p.name for p in (site.content / "tin-bai").iterdir()) == [
        *("a.md", "b.md", "c.md", "~a.md.2.bak", "~a.md.bak"),
    ]


def test_plans_are_converted_and_doubt_is_said_with_exit_1(tmp_path):
    content = tmp_path / "content"
    (content / "ke-hoach").mkdir(parents=True)
    plan = "tên: Kế hoạch truyền thông của trường\ntổ: Tổ chuyên môn\n"
    (content / "ke-hoach/a.yaml").write_bytes(windows_1258(plan))
    (content / "ke-hoach/b.yaml").write_bytes(b"t\xeat: M\xfcller\n")

    lines, is_doubted = fix_encodings(content, [])

    assert is_doubted
    assert (content / "ke-hoach/a.yaml").read_text("utf-8") == plan
    assert (content / "ke-hoach/b.yaml").read_bytes() == b"t\xeat: M\xfcller\n"
    assert [line.split(":")[0] for line in lines] == [
        "content/ke-hoach/a.yaml",
        "content/ke-hoach/b.yaml",
    ]
    assert "chưa đổi" in lines[1]


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path, monkeypatch):
    content = tmp_path / "content"
    (content / "tin-bai").mkdir(parents=True)
    file = content / "tin-bai/a.md"
    file.write_bytes(BYTES["windows-1258"])
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("đầy đĩa")))

    lines, is_doubted = fix_encodings(content, [])

    assert is_doubted
    assert "đầy đĩa" in lines[0]
    assert file.read_bytes() == BYTES["windows-1258"]
    assert not list(content.rglob("*.moi"))


def test_a_path_that_is_none_is_refused(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "x.txt").write_text("x")

    for path in ("nowhere.md", "x.txt"):
        with pytest.raises(BuildRefused):
            fix_encodings(tmp_path / "content", [str(tmp_path / path)])
