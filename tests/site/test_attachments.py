"""Traces in attachments besides what they show: said by `check`, taken out if the plan says so."""

import io
import json

import pytest
from office_samples import docx, packed, pdf, told_docx, told_pdf, told_xlsx
from pypdf import PdfReader
from sample import PLAN_YAML, article_text, document_text

from newsroom.office_files.trace import TraceKind
from newsroom.office_files.traces import traces_of

CLEANING = PLAN_YAML + "làm sạch tệp: có\n"
PAGE = "tin-bai/2024/11/a/index.html"
DOCX, PDF = told_docx(), told_pdf()
LINKS = "Chữ.\n\n[Đề cương](de-cuong.docx) và [điểm](diem.xlsx)"


@pytest.fixture
def school(site):
    site.write("tin-bai/de-cuong.docx", DOCX)
    site.write("tin-bai/diem.xlsx", told_xlsx())
    site.write("tin-bai/a.md", article_text(LINKS))
    site.write("van-ban/tep.pdf", PDF)
    site.write("van-ban/v.md", document_text())
    return site


def offered(site):
    return {n.rpartition("/")[2]: c for n, c in site.files().items() if n.startswith("tep/")}


def test_check_tells_of_each_file_at_its_line_what_it_tells_and_the_way_to_mend_it(school):
    said = school.invoke("check").stdout

    assert (
        "content/tin-bai/a.md:11: cảnh báo: Tệp “de-cuong.docx” còn kèm: người soạn “Cô Mẫu Lan”;"
        " người sửa cuối “Thầy Mẫu Hùng”; cơ quan “Trường Mẫu”; 1 lời nhận xét (“Cô Mẫu Lan”);"
        " 2 chỗ sửa còn theo dõi (“Thầy Mẫu Hùng”)" in said
    )
    assert "nơi chụp trong 1 ảnh" in said
    assert "Kiểm tra Tài liệu" in said
    assert "làm sạch tệp: có" in said
    assert "trang tính ẩn “Danh sách riêng”; 1 dòng ẩn (“Điểm”); 1 cột ẩn (“Điểm”)" in said
    assert (
        "content/van-ban/v.md:7: cảnh báo: Tệp “tep.pdf” còn kèm: người soạn “Co Mau Lan”" in said
    )
    assert "1 tệp nhúng bên trong; 1 mã lệnh chạy được" in said
    assert "0 lỗi" in said
    # From the second time on nobody opens the files again.
    assert school.invoke("check").stdout == said


def test_a_plan_that_says_nothing_lets_files_out_as_they_are(school):
    assert school.publish().returncode == 0

    files = offered(school)
    assert files["de-cuong.docx"] == DOCX
    assert files["tep.pdf"] == PDF


def test_a_plan_that_says_so_cleans_what_goes_out_and_the_seal_stays(school):
    from newsroom.intake.content.item_reader import read_item
    from newsroom.intake.folder.content_folder import ContentFolder

    file = read_item("tin-bai/a.md", ContentFolder(school.content))
    sealed = f"Phó Mẫu, 12/11/2024 dấu {file.fingerprint}"
    school.write("tin-bai/a.md", article_text(LINKS, duyet=sealed))
    school.publish()
    before = school.files()
    school.write("ke-hoach/2024-2025.yaml", CLEANING)

    made = school.publish()

    assert made.returncode == 0, made.stderr
    files = offered(school)
    assert sorted(files) == ["de-cuong.docx", "diem.xlsx", "tep.pdf"]
    assert all(not traces_of(content).traces for content in files.values())
    assert PdfReader(io.BytesIO(files["tep.pdf"])).pages[0].extract_text() == "Trang mot"
    # The page leads to the cleaned file and tells its size.
    [name] = [n for n in school.files() if n.endswith("/de-cuong.docx")]
    assert name not in before
    assert name in school.files()[PAGE].decode()
    said = school.invoke("check").stdout
    assert "còn kèm" not in said
    assert "0 lỗi, 0 cảnh báo" in said
    # Built from nothing it is the same, byte for byte.
    again = school.files()
    school.invoke("clean")
    assert school.publish().returncode == 0
    assert school.files() == again
    assert (school.content / "tin-bai/de-cuong.docx").read_bytes() == DOCX


def test_what_cannot_be_taken_out_goes_out_as_it_is_and_is_told(site):
    signed = pdf("Da ky", made={"/Author": "Co Mau Lan"})
    signed = signed.replace(b"/Type /Catalog", b"/AcroForm << /SigFlags 3 >>\n/Type /Catalog")
    site.write("ke-hoach/2024-2025.yaml", CLEANING)
    site.write("van-ban/tep.pdf", signed)
    site.write("van-ban/v.md", document_text())

    said = site.invoke("check").stdout

    assert site.publish().returncode == 0
    assert offered(site)["tep.pdf"] == signed
    assert "v.md:7: cảnh báo: Tệp “tep.pdf” đã ký số, sửa là mất chữ ký, nên máy không" in said
    # Nobody tries again at each build.
    assert [p.suffix for p in (site.root / ".cache/tep").iterdir()] == [".as-it-is"]


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FALSE = [
    ("a.pdf", b"PK\3\4", "không phải là PDF"),
    ("b.pdf", docx("x"), "không phải là PDF (thật ra là tệp Word .docx)"),
    ("a.docx", pdf("x"), "không phải là tệp Word .docx: thật ra là PDF"),
    ("a.xlsx", b"<html><table>", "không phải là tệp Excel .xlsx: thật ra là trang web lưu lại"),
    ("a.xls", b"<html><table>", "không phải là tệp Excel .xls: thật ra là trang web lưu lại"),
    ("a.doc", b"{\\rtf1", "thật ra là tệp RTF"),
    ("b.doc", docx("x"), "không phải là tệp Word .doc: thật ra là tệp Word .docx"),
    ("a.zip", b"Rar!\x1a\x07", "không phải là tệp nén .zip"),
    ("a.pptx", OLD, "thật ra là tệp Office đời cũ"),
    ("b.docx", b"", "rỗng"),
    ("a.mp3", pdf("x"), "không phải là tệp âm thanh .mp3"),
]
TRUE = [
    ("c.doc", OLD),
    ("c.zip", packed({"a.txt": "x"})),
    ("d.zip", docx("x")),
    ("c.docx", docx("x")),
    ("c.xlsx", OLD + "EncryptedPackage".encode("utf-16-le")),
]


def test_a_file_that_is_not_what_its_name_says_is_an_error_of_its_article(site):
    for name, content, *_ in (*FALSE, *TRUE):
        site.write(f"tin-bai/{name}", content)
        site.write(f"tin-bai/bai-{name}.md", article_text(f"[Tải về]({name})"))

    checked = site.invoke("check", "--format", "json")

    found = json.loads(checked.stdout)["problems"]
    of = {p["path"]: p["message"] for p in found if p["level"] == "error"}
    assert of.keys() == {f"content/tin-bai/bai-{name}.md" for name, *_ in FALSE}
    for name, _, words in FALSE:
        assert of[f"content/tin-bai/bai-{name}.md"].startswith(f"Tệp “{name}” ")
        assert words in of[f"content/tin-bai/bai-{name}.md"]
    # Each thing is said once.
    said = [p["path"] for p in found if "không soát được" in p["message"]]
    assert {*said} == {"content/tin-bai/bai-c.doc.md", "content/tin-bai/bai-c.xlsx.md"}


def test_files_that_nobody_can_look_into_are_told(site):
    site.write("tin-bai/a.xlsx", OLD + "EncryptedPackage".encode("utf-16-le"))
    site.write("tin-bai/b.doc", OLD)
    site.write("tin-bai/c.pdf", b"%PDF-1.4 x\n%%EOF")
    site.write("tin-bai/bai.md", article_text("[a](a.xlsx) [b](b.doc) [c](c.pdf)"))

    said = site.invoke("check").stdout

    assert "Tệp “a.xlsx” có mật khẩu" in said
    assert "Tệp “b.doc” thuộc kiểu Office cũ" in said
    assert "Tệp “c.pdf” bị hỏng hoặc chép chưa hết" in said


def test_kept_answers_that_make_no_sense_are_asked_again(school):
    from newsroom.buildtools.cache.build_cache import build_cache_in
    from newsroom.commands.checking.told_by_files import TRACES

    first = school.invoke("check").stdout
    build_cache = build_cache_in(school.root / ".cache")
    kept = build_cache.cached_rows(TRACES)
    for number, key in enumerate([*kept]):
        kept[key] = [None, (), ((("x", 1, 2),), ()), 7][number % 4]
    build_cache.save()
    build_cache.close()

    assert school.invoke("check").stdout == first


def test_every_kind_of_trace_has_words():
    from newsroom.exports.findings.file_traces import traces_in_words
    from newsroom.office_files.trace import Trace

    for kind in TraceKind:
        if kind is not TraceKind.SIGNED:
            assert traces_in_words([Trace(kind, ("Mẫu",), 2)])
