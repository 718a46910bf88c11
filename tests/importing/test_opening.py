"""A file that was handed in is told by its content; what is not read, or not safe, gets a word."""

import json
import os
import stat
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_files import (
    OLE,
    TYPES,
    USUAL,
    document,
    docx,
    macro_document,
    old_office,
    open_document,
    packed,
    patched,
    relationships,
    template,
)

from newsroom.importing.opening.archive import unpacked
from newsroom.importing.opening.handed_format import HandedFormat, format_of
from newsroom.importing.opening.libre_office import as_docx
from newsroom.importing.opening.refusals import FileNotTaken, refused_link
from newsroom.importing.opening.word_file import word_file

HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40
GDOC = json.dumps({"": "WARNING!", "doc_id": "1AbC", "email": "mau@example.com"}).encode()
DOCUMENT = "https://docs.google.com/document/d/1AbC/edit?usp=sharing"


@pytest.fixture(autouse=True)
def without_libre_office(monkeypatch):
    monkeypatch.setattr("newsroom.importing.opening.libre_office._PLACES", ())
    monkeypatch.setattr("newsroom.importing.opening.libre_office._PROGRAMS", ("no-such-program",))


def refusal(content: bytes, name: str = "bai.docx") -> str:
    with pytest.raises(FileNotTaken) as caught:
        word_file(content, name)
    return str(caught.value)


FORMATS = [
    ("bai.docx", docx(), HandedFormat.DOCX),
    ("bai", docx(), HandedFormat.DOCX),
    ("bai2.doc", docx(), HandedFormat.DOCX),
    ("bai.docm", macro_document(), HandedFormat.DOCM),
    ("bai.docx", macro_document(), HandedFormat.DOCM),
    ("bai.dotx", template(), HandedFormat.DOTX),
    ("bai.doc", old_office("WordDocument"), HandedFormat.DOC),
    ("bai.docx", old_office("WordDocument"), HandedFormat.DOC),
    ("bai.doc", OLE + b"\0" * 900, HandedFormat.DOC),
    ("bai.wps", old_office("WordDocument"), HandedFormat.WPS),
    ("bai.wps", old_office("MatOST") + b"MatOST", HandedFormat.WPS),
    ("bai.xls", old_office("Workbook"), HandedFormat.SHEET),
    ("bai.ppt", old_office("PowerPoint Document"), HandedFormat.SLIDES),
    ("bai.docx", old_office("EncryptedPackage"), HandedFormat.LOCKED),
    ("bai.doc", rb"{\rtf1\ansi Ng\'e0y h\'f4i}", HandedFormat.RTF),
    ("bai.odt", open_document("text"), HandedFormat.ODT),
    ("bai.ods", open_document("spreadsheet"), HandedFormat.SHEET),
    ("bai.odp", open_document("presentation"), HandedFormat.SLIDES),
    ("bai.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", HandedFormat.PDF),
    ("bai.docx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", HandedFormat.PDF),
    ("bai.pages", packed({"Index/Document.iwa": b"\0\1", "preview.jpg": b""}), HandedFormat.PAGES),
    ("bai.key", packed({"Index/Document.iwa": b"\0\1"}), HandedFormat.SLIDES),
    ("bai.numbers", packed({"Index/Document.iwa": b"\0\1"}), HandedFormat.SHEET),
    ("bai.epub", packed({"mimetype": "application/epub+zip"}), HandedFormat.EPUB),
    ("bai.gdoc", GDOC, HandedFormat.LINK),
    ("bai.gdoc", json.dumps({"url": DOCUMENT}).encode(), HandedFormat.LINK),
    ("bai.url", f"[InternetShortcut]\r\nURL={DOCUMENT}\r\n".encode(), HandedFormat.LINK),
    ("bai.txt", DOCUMENT.encode(), HandedFormat.LINK),
    ("bai.xlsx", packed({"xl/workbook.xml": "<a/>"}), HandedFormat.SHEET),
    ("bai.pptx", packed({"ppt/presentation.xml": "<a/>"}), HandedFormat.SLIDES),
    ("IMG_1.HEIC", HEIC, HandedFormat.PICTURE),
    ("bai.docx", b"\xff\xd8\xff\xe0" + b"\0" * 30, HandedFormat.PICTURE),
    ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", HandedFormat.PICTURE),
    ("a.mp4", b"\0\0\0\x18ftypisom" + b"\0" * 20, HandedFormat.VIDEO),
    ("a.rar", b"Rar!\x1a\x07\x01\x00", HandedFormat.OTHER_ARCHIVE),
    ("a.7z", b"7z\xbc\xaf\x27\x1c\0", HandedFormat.OTHER_ARCHIVE),
    ("bai.htm", b"<html><body>Tin</body></html>", HandedFormat.WEB_PAGE),
    ("bai.html", b"\n<p>Tin</p>", HandedFormat.WEB_PAGE),
    ("bai.doc", b"\xef\xbb\xbf<HTML xmlns:o=''>", HandedFormat.WEB_PAGE),
    ("bai.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; a", HandedFormat.WEB_PAGE),
    ("b.xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>',
     HandedFormat.WORD_XML),
    ("bai.zip", packed({"bai.txt": "a", "a.jpg": b""}), HandedFormat.ZIP),
    ("bai.docx", packed({"bai.txt": "a"}), HandedFormat.BROKEN),
    ("bai.docx", docx()[:-200], HandedFormat.BROKEN),
    ("bai.docx", b"", HandedFormat.EMPTY),
    ("bai.docx", b"\0" * 500, HandedFormat.EMPTY),
    ("bai.exe", b"MZ\x90" + bytes(range(1, 255)) * 2 + b"\0" * 60, HandedFormat.UNKNOWN),
    ("bai.txt", "Trường Mẫu tổ chức %PDF, {\\rtf} và https://a.vn".encode(), HandedFormat.TEXT),
    ("bai.doc", "Trường Tiểu học Mẫu".encode(), HandedFormat.TEXT),
    ("bai.txt", "Trường Tiểu học Mẫu".encode("utf-16"), HandedFormat.TEXT),
    ("bai.md", b"---\nti\xc3\xaau: a\n---\n", HandedFormat.TEXT),
    ("mau.txt", "Tr\xadêng TiÓu häc".encode("latin-1"), HandedFormat.TEXT),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "form"), FORMATS)
def test_a_file_is_told_by_its_content(name, content, form):
    assert format_of(content, name) is form


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [row for row in FORMATS if row[2] not in (HandedFormat.DOCX, HandedFormat.TEXT)],
)
def test_each_that_is_not_read_says_what_it_is_and_what_to_do(name, content, form):
    said = refusal(content, name)

    assert f"“{name}”" in said
    assert "[NR-OPEN-" in said
    assert any(word in said for word in (".docx", "gửi lại", "thư mục", "tải tệp", "bỏ mật khẩu"))


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("bai.doc", ("Máy tính", "Điện thoại", "Lưu thành", ".docx")),
        ("bai.gdoc", ("Tệp › Tải xuống › Microsoft Word (.docx)", "Điện thoại")),
        ("bai.pages", ("iPhone", "Xuất", "Word")),
        ("bai.pdf", ("bản Word gốc", "điện thoại")),
        ("bai.docm", ("macro", "Điện thoại")),
        ("bai.odt", ("LibreOffice", "Điện thoại")),
    ],
)
def test_the_word_names_the_menus_of_a_computer_and_a_phone(form, words):
    content = next(content for name, content, _ in FORMATS if name == form)

    said = refusal(content, form)

    assert [word for word in words if word not in said] == []


def test_a_good_file_comes_back_as_it_is_and_a_text_is_left_to_its_reader():
    assert word_file(docx(), "bai.docx").content == docx()
    assert word_file(docx(), "bai.docx").notes == ()
    assert word_file("Chữ thường".encode(), "bai.txt") is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        (DOCUMENT, "Google"),
        ("docs.google.com/document/d/1", "Google"),
        ("https:/drive.google.com/file/d/1", "Google"),
        ("<https://DOCS.google.com/document/d/1>", "Google"),
        ("https://1drv.ms/w/s!Ab", "OneDrive"),
        ("https://mau.sharepoint.com/:w:/r/a.docx", "OneDrive"),
        ("https://docs.google.com.mau.example/a", "trình duyệt"),
        ("http://[", "trình duyệt"),
    ],
)
def test_an_address_in_place_of_a_file_says_how_to_download_it(typed, word):
    assert word in str(refused_link(typed))


@pytest.mark.parametrize("typed", ["bai.docx", "thu-muc/https", "C:\\bai.docx", ""])
def test_a_path_is_no_address(typed):
    assert refused_link(typed) is None


def symlink(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


BOMB = b"\0" * 30_000_000
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
DEEP = "<w:p>" * 5_000 + "</w:p>" * 5_000
PICTURES = [(f"word/media/image{n}.png", b"\x89PNG") for n in range(500)]
REMOTE = relationships(("attachedTemplate", "https://example.com/x.dotm", True),
                       ("hyperlink", "https://example.com/a", True),
                       ("image", "https://example.com/a.png", True))  # fmt: skip


@pytest.mark.parametrize(
    ("content", "word"),
    [
        pytest.param(docx(("../../bai.md", "a")), "không an toàn", id="up"),
        pytest.param(docx(("/etc/passwd", "a")), "không an toàn", id="absolute"),
        pytest.param(docx(("..\\bai.md", "a")), "không an toàn", id="backslashes"),
        pytest.param(docx(("C:\\bai.md", "a")), "không an toàn", id="drive"),
        pytest.param(docx(("word/a\x01b.xml", "<a/>")), "không an toàn", id="control"),
        pytest.param(docx((symlink("word/a.xml"), "/etc/passwd")), "không an toàn", id="link"),
        pytest.param(docx(("WORD/document.xml", document())), "hai phần cùng tên", id="twins"),
        pytest.param(docx(("word/media/a.bmp", BOMB)), "quá lớn", id="zeros"),
        pytest.param(docx(("word/document2.xml", b" " * 13_000_000)), "quá lớn", id="long text"),
        pytest.param(
            patched(docx(("a.bin", b"\0" * 41_000_000)), "a.bin", 24, b"\x10\0\0\0"),
            "hỏng",
            id="size that lies",
        ),
        pytest.param(
            docx(*((f"word/p{n}.xml", "<a/>") for n in range(2_100))), "quá lớn", id="many parts"
        ),
        pytest.param(
            docx(("a.xml", "<a/>")).replace(b"a.xml", b"\0.xml"), "không an toàn", id="no name"
        ),
        pytest.param(docx(*PICTURES), "có 500 ảnh", id="pictures"),
        pytest.param(docx(("word/vbaProject.bin", b"\0")), "macro", id="hidden macro"),
        pytest.param(
            docx(**{"word/document.xml": document(before=LAUGHS)}), "DOCTYPE", id="laughs"
        ),
        pytest.param(
            docx(**{"word/document.xml": document(
                before='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')}),
            "DOCTYPE", id="entity",
        ),
        pytest.param(
            docx(**{"word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?>'
                                          + document(before=LAUGHS)).encode("utf-16")}),
            "DOCTYPE", id="entity in UTF-16",
        ),
        pytest.param(docx(**{"_rels/.rels": LAUGHS + USUAL["_rels/.rels"]}), "DOCTYPE", id="rels"),
        pytest.param(docx(**{"word/document.xml": document(DEEP)}), "hỏng", id="deep"),
        pytest.param(docx(**{"word/document.xml": document()[:-9]}), "hỏng", id="torn XML"),
        pytest.param(docx()[: len(docx()) // 2], "hỏng", id="truncated"),
        pytest.param(patched(docx(), TYPES, 8, b"\x01\x00"), "mật khẩu", id="locked entry"),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_package_is_refused_at_once(content, word):
    begun = time.process_time()

    said = refusal(content)

    assert word in said
    assert time.process_time() - begun < 5


def test_a_remote_template_is_named_and_not_fetched():
    opened = word_file(docx(("word/_rels/settings.xml.rels", REMOTE)), "bai.docx")

    assert "https://example.com/x.dotm" in opened.notes[0]
    # The reader tells of pictures where they stand, and links stay links.
    assert "a.png" not in opened.notes[0]


def test_a_template_on_the_writer_s_own_machine_is_nothing_to_tell():
    local = relationships(("attachedTemplate", "file:///C:\\Users\\Mau\\Normal.dotm", True))

    assert word_file(docx(("word/_rels/settings.xml.rels", local)), "bai.docx").notes == ()


@given(st.integers(0, len(docx()) - 1), st.binary(min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_a_damaged_package_is_read_or_refused_and_nothing_else(place, damage):
    content = docx()
    content = content[:place] + damage + content[place + len(damage) :]

    said = ""
    try:
        word_file(content, "bai.docx")
    except FileNotTaken as refused:
        said = str(refused)

    assert not said or "[NR-OPEN-" in said


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\3\4", OLE, b"%PDF", b"{\\rtf", b"<?xml"])
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_told(content, start):
    assert format_of(start + content, "bai.docx") in HandedFormat


def test_an_archive_gives_its_files_by_their_names():
    files = unpacked(packed({"Bài/bai.txt": "chữ", "anh\\1.jpg": b"\xff\xd8"}), "a.zip")

    assert [(file.name, file.content) for file in files] == [
        ("Bài/bai.txt", "chữ".encode()),
        ("anh/1.jpg", b"\xff\xd8"),
    ]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (packed({"bai.txt": "a"}, ("../bai.md", "a")), "không an toàn"),
        (packed({"bai.txt": "a"}, (symlink("anh.jpg"), "/etc/passwd")), "không an toàn"),
        (packed({"anh.jpg": "a", "ANH.jpg": "b"}), "hai phần cùng tên"),
        (packed({"bai.txt": "a" * 5_000})[:-60], "hỏng.*thư mục"),
        (patched(packed({"bai.txt": "a"}), "bai.txt", 8, b"\x01\x00"), "mật khẩu.*thư mục"),
        (packed({str(n): b"" for n in range(2_100)}), "quá lớn"),
    ],
)
def test_a_hostile_archive_is_refused(content, word):
    with pytest.raises(FileNotTaken, match=word):
        unpacked(content, "a.zip")


FAKE = """#!{python}
import os, pathlib, sys, time
arguments = sys.argv[1:]
out = pathlib.Path(arguments[arguments.index("--outdir") + 1])
profile = next(a for a in arguments if a.startswith("-env:UserInstallation=file:///"))
settings = pathlib.Path(profile.split("file://")[1]) / "user/registrymodifications.xcu"
assert "DisableMacrosExecution" in settings.read_text() and "--headless" in arguments
assert pathlib.Path(arguments[-1]).read_bytes() and pathlib.Path.cwd() == out.parent
{does}
"""
MAKES = "out.mkdir(); (out / 'bai.docx').write_bytes(open({!r}, 'rb').read())"


@pytest.fixture
def libre_office(tmp_path: Path, monkeypatch):
    """Puts a program in LibreOffice's place that does this."""
    place = tmp_path / "bin"
    place.mkdir()
    (tmp_path / "made.docx").write_bytes(docx())
    (tmp_path / "macro.docx").write_bytes(docx(("word/vbaProject.bin", b"\0")))

    def that(does: str) -> None:
        program = place / "soffice"
        program.write_text(FAKE.format(python=sys.executable, does=does))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setattr("newsroom.importing.opening.libre_office._PROGRAMS", ("soffice",))

    return that


@pytest.mark.parametrize("name", ["bai.doc", "bai.wps", "bai.odt"])
def test_libre_office_makes_a_docx_of_old_formats_where_it_is(name, libre_office, tmp_path):
    libre_office(MAKES.format(str(tmp_path / "made.docx")))
    content = next(content for known, content, _ in FORMATS if known == name)

    opened = word_file(content, name)

    assert opened.content == docx()
    assert "LibreOffice" in opened.notes[0]


@pytest.mark.parametrize(
    "does",
    [
        "sys.exit(1)",
        "pass",
        "out.mkdir(); (out / 'bai.docx').write_bytes(b'no zip')",
        "out.mkdir(); (out / 'bai.docx').symlink_to('/etc/passwd')",
        "raise SystemError",
    ],
)
def test_where_libre_office_fails_the_same_word_is_said(does, libre_office):
    libre_office(does)

    assert "tệp Word đời cũ" in refusal(old_office("WordDocument"), "bai.doc")


def test_what_libre_office_made_is_looked_at_like_any_other(libre_office, tmp_path):
    libre_office(MAKES.format(str(tmp_path / "macro.docx")))

    assert "macro" in refusal(old_office("WordDocument"), "bai.doc")


def _is_running(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_libre_office_is_stopped_with_all_that_it_started(libre_office, tmp_path):
    libre_office(
        "import subprocess\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(p.pid))\n"
        "time.sleep(60)"
    )
    begun = time.monotonic()

    assert as_docx(old_office("WordDocument"), ".doc", longest=1.5) is None

    assert time.monotonic() - begun < 20
    pid = int((tmp_path / "pid").read_text())
    # The end of what it started is the system's to carry out.
    while time.monotonic() - begun < 20 and _is_running(pid):
        time.sleep(0.05)
    assert not _is_running(pid)


def test_pdf_and_macros_are_never_given_to_libre_office(libre_office, tmp_path):
    libre_office(MAKES.format(str(tmp_path / "made.docx")))

    assert "macro" in refusal(macro_document(), "bai.docm")
    assert "PDF" in refusal(b"%PDF-1.7", "bai.pdf")
