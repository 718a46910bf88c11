"""The dossier of a year: what it holds, and what it never holds."""

import io
import zipfile

import docx
import pytest
from paper_readers import Office, tables_of, words_of
from PIL import Image
from sample import article_text, document_text, pdf

from newsroom.commands.papers.dossier import write_dossier


@pytest.fixture
def office(site):
    out = io.BytesIO()
    Image.new("RGB", (900, 600), "blue").save(out, "JPEG")
    site.write("anh/bia.jpg", out.getvalue())
    site.write("tin-bai/mot.md", article_text(title="Bài một", ảnh="bia.jpg"))
    site.write("tin-bai/hai.md", article_text(title="Bài hai", tổ="Tổ 2", tác_giả="Hòa Mẫu"))
    site.write("tin-bai/cho.md", article_text(title="Bài bí mật", duyet=None))
    for n, (kind, on, more) in enumerate(
        [
            ("quyết định", "10/09/2023", {"trích_yếu": "Quyết định cũ"}),
            ("quyết định", "10/09/2024", {"trích_yếu": "Ban biên tập"}),
            ("quy chế", "01/02/2022", {"trích_yếu": "Quy chế phát ngôn"}),
            ("quy định", "01/02/2021", {"trích_yếu": "Đã hết", "hết_hiệu_lực": "01/08/2024"}),
            ("công văn", "12/10/2024", {"trích_yếu": "Công văn"}),
            ("kế hoạch", "12/10/2023", {"trích_yếu": "Kế hoạch năm cũ"}),
            ("báo cáo", "12/10/2024", {"trích_yếu": "Báo cáo chưa duyệt", "duyet": None}),
        ]
    ):
        site.write(f"van-ban/{n}/tep.pdf", pdf(str(n)))
        header = {"loại": kind, "ngày": on, "số_ký_hiệu": f"{n}/X", **more}
        site.write(f"van-ban/{n}/vb-{n}.md", document_text(**header))
    return Office(site)


def written(office):
    reports = office.site.root / "reports"
    write_dossier(office.evaluation, office.span(year="2024-2025"), office.content, reports)
    return office.site.files(reports / "ho-so-2024-2025")


def test_it_holds_the_decisions_that_hold_and_their_files(office):
    files = written(office)

    listed = tables_of(files["ho-so.docx"])[1]
    assert [row[5] for row in listed[1:]] == ["Quy chế phát ngôn", "Quyết định cũ", "Ban biên tập"]
    held = [content for name, content in files.items() if name.startswith("1-van-ban/")]
    assert held == [pdf("2"), pdf("0"), pdf("1")]


def test_a_decision_that_was_replaced_before_the_year_is_left_out(office):
    office.site.write(
        "van-ban/9/vb-9.md",
        document_text(loại="quyết định", ngày="20/05/2024", số_ký_hiệu="9/X", thay_thế="0/X"),
    )
    office.site.write("van-ban/9/tep.pdf", pdf("9"))

    listed = tables_of(written(office)["ho-so.docx"])[1]

    assert [row[2] for row in listed[1:]] == ["2/X", "9/X", "1/X"]


def test_it_holds_cover_contents_list_reports_and_a_sheet_for_each_group(office):
    files = written(office)
    text = words_of(files["ho-so.docx"])

    for words in ("HỒ SƠ", "MỤC LỤC HỒ SƠ", "III. DANH MỤC", "Bài một", "Số liệu tính đến ngày"):
        assert words in text
    assert {name for name in files if name.startswith("3-bao-cao/")} == {
        *("3-bao-cao/so-ket-1.docx", "3-bao-cao/tong-ket.docx")
    }
    assert {name for name in files if name.startswith("4-minh-chung/")} == {
        f"4-minh-chung/{code}.docx" for code in ("bgh", "to-1", "to-2", "doi")
    }
    assert "Không có." in words_of(files["4-minh-chung/doi.docx"])


def test_evidence_has_each_article_with_its_day_address_and_thumbnail(office):
    sheet = written(office)["4-minh-chung/to-1.docx"]
    [table] = tables_of(sheet)

    assert table[1][2].startswith("Bài một")
    assert "12/11/2024\nhttps://truongmau.example/tin-bai/2024/11/mot/" in table[1][3]
    paper = docx.Document(io.BytesIO(sheet))
    assert len(paper.inline_shapes) == 1
    pictures = [p for p in paper.part.package.iter_parts() if "/media/" in str(p.partname)]
    assert max(Image.open(io.BytesIO(p.blob)).size[0] for p in pictures) <= 320


def test_nothing_withheld_and_no_figure_of_individuals_is_in_it(office):
    files = written(office)

    for name, content in files.items():
        if name.endswith(".docx"):
            assert "bí mật" not in words_of(content)
            assert "chưa duyệt" not in words_of(content)
    assert not [name for name in files if "thong-ke" in name or "thi-dua" in name]


def test_it_is_the_same_twice_and_what_people_put_there_stays(office):
    first = written(office)
    folder = office.site.root / "reports/ho-so-2024-2025"
    archive = folder.with_name(f"{folder.name}.zip").read_bytes()
    (folder / "ban-ky.pdf").write_bytes(b"scan")

    again = written(office)

    assert again == {**first, "ban-ky.pdf": b"scan"}
    assert folder.with_name(f"{folder.name}.zip").read_bytes() == archive
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        assert {name: held.read(name) for name in held.namelist()} == first
