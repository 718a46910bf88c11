"""Articles sent upward, and their carrying that comes back."""

import io
import re
import threading
import time
import zipfile
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import docx
import pytest
from paper_readers import Office, words_of
from PIL import Image
from sample import PLAN_YAML, SCHOOL_YAML, article_text

from newsroom.building.errors import BuildRefused
from newsroom.commands.checking.links import fault_of, link_findings, links_in_words
from newsroom.commands.deciding.decide import Desk, approve
from newsroom.commands.papers.dispatch import carried, dispatch
from newsroom.domain.content.submission import SubmissionKind
from newsroom.exports.findings.check import all_problems
from newsroom.exports.reports.periods import NoSuchPeriod

CHOSEN = "Hiệu Trưởng Mẫu, 14/11/2024, Sở"


def photo(width=60):
    """A picture that says where it was taken."""
    made, out = Image.new("RGB", (width, 40), "green"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Nhà em Lan"
    exif.get_ifd(0x8825)[1] = "N"
    made.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def office(site):
    site.write("anh/bia.jpg", photo())
    site.write("anh/hai.jpg", photo(70))
    body = "Mở đầu.\n\n![Cô và trò](/anh/hai.jpg)\n\nKết thúc **đậm**."
    site.write(
        "tin-bai/chon.md",
        article_text(
            body, title="=Bài chọn", ảnh="bia.jpg", đồng_ý_hình_ảnh="có", chọn_gửi=CHOSEN
        ).replace("\n", "\r\n"),
    )
    site.write("tin-bai/khong.md", article_text(title="Bài không chọn"))
    site.write("tin-bai/cho.md", article_text(title="Bài chờ", duyet=None, chọn_gửi=CHOSEN))
    return Office(site)


def desk(office, told=None):
    return Desk(office.content, office.evaluation, (told if told is not None else []).append)


def sent(office, to="Sở", month="", *paths):
    reports = office.site.root / "reports"
    return dispatch(desk(office), reports, to, month, [str(office.content / p) for p in paths])


def test_a_package_has_each_selected_article_as_word_text_and_clean_photos_in_order(office):
    folder = sent(office)

    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert files == {
        *("danh-sach.docx", "thu-dien-tu.txt", "zalo.txt"),
        *("01-chon/01-chon.docx", "01-chon/01-chon.txt"),
        *("01-chon/anh-01.jpg", "01-chon/anh-02.jpg"),
    }
    widths = [Image.open(folder / f"01-chon/anh-0{n}.jpg").size[0] for n in (1, 2)]
    assert widths == [60, 70]
    for n in (1, 2):
        content = (folder / f"01-chon/anh-0{n}.jpg").read_bytes()
        assert not Image.open(io.BytesIO(content)).getexif()
        assert b"Exif" not in content


def test_the_word_file_and_the_text_hold_the_whole_article(office):
    folder = sent(office)

    words = words_of((folder / "01-chon/01-chon.docx").read_bytes())
    text = (folder / "01-chon/01-chon.txt").read_bytes().decode("utf-8-sig")
    for part in (
        "=Bài chọn",
        "Lan Mẫu – Tổ 1",
        "Mở đầu.",
        "Kết thúc đậm.",
        "[anh-02.jpg] Cô và trò",
    ):
        assert part in words
    assert text.index("[Ảnh: anh-01.jpg]") < text.index("Mở đầu.") < text.index("anh-02.jpg")
    assert "https://truongmau.example/tin-bai/2024/11/chon/" in text
    assert len(docx.Document(folder / "01-chon/01-chon.docx").inline_shapes) == 2


def test_the_zip_is_the_folder_and_its_bytes_do_not_change(office):
    before = (office.content / "tin-bai/chon.md").read_bytes()
    folder = sent(office)
    archive = folder.with_name(f"{folder.name}.zip")
    first = archive.read_bytes()

    with zipfile.ZipFile(archive) as held:
        assert {name: held.read(name) for name in held.namelist()} == {
            p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")
        }
        assert {entry.date_time[0] for entry in held.infolist()} == {1980}
    (office.content / "tin-bai/chon.md").write_bytes(before)
    again = sent(office)
    assert again.name.endswith("-so-2")
    assert again.with_name(f"{again.name}.zip").read_bytes() == first
    assert archive.read_bytes() == first


def test_the_headers_get_one_line_each_and_every_other_byte_stays(office):
    before = (office.content / "tin-bai/chon.md").read_bytes()
    others = {p: p.read_bytes() for p in office.content.rglob("*.*") if p.name != "chon.md"}

    sent(office)

    after = (office.content / "tin-bai/chon.md").read_bytes()
    (line,) = set(after.split(b"\r\n")) - set(before.split(b"\r\n"))
    assert re.fullmatch("gửi: Sở GD&ĐT Mẫu, 30/11/2024 dấu [0-9a-f]{12}", line.decode())
    assert after.replace(line + b"\r\n", b"", 1) == before
    assert {p: p.read_bytes() for p in others} == others
    [article] = [a for a in office.evaluation.newsroom.articles if a.path == "tin-bai/chon.md"]
    assert not article.reasons
    assert not article.to_send
    assert [(s.kind, s.office.code) for s in article.submissions] == [(SubmissionKind.SENT, "so")]


@pytest.mark.parametrize("month", ["13/2024", "2024-13", "11", "tháng 11"])
def test_a_month_that_is_none_is_told_as_by_the_other_papers(office, month):
    with pytest.raises(NoSuchPeriod, match=f"“{month}” không phải là một tháng; ghi như 2026-11."):
        sent(office, "Sở", month)


def test_a_month_may_be_typed_without_its_nought(office):
    office.site.write("tin-bai/chin.md", article_text(ngày="5/9/2024", chọn_gửi=CHOSEN))

    assert (sent(office, "Sở", "2024-9") / "01-chin").is_dir()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("Sở", "", "tin-bai/khong.md"), 'chưa chọn gửi.*\n.*select .*khong.md .*--to "Sở GD&ĐT'),
        (("Sở", "", "tin-bai/cho.md"), "chưa được đăng"),
        (("Sở", "2024-10"), "Chưa có bài nào được chọn gửi .* trong tháng 2024-10"),
        (("Báo Mẫu",), "Chưa có bài nào được chọn gửi Báo Mẫu"),
        (("Sơ",), "Không có cơ quan “Sơ”"),
        (("",), "--to"),
    ],
)
def test_what_the_board_did_not_select_does_not_go(office, asked, said):
    with pytest.raises(BuildRefused, match=said):
        sent(office, *asked)

    assert not (office.site.root / "reports").exists()


def test_what_went_does_not_go_again(office):
    sent(office)

    with pytest.raises(BuildRefused, match="đã gửi Sở GD&ĐT Mẫu ngày 30/11/2024"):
        sent(office, "Sở", "", "tin-bai/chon.md")


def test_refused_pictures_stay_at_home(office):
    text = (office.content / "tin-bai/chon.md").read_text(encoding="utf-8")
    office.site.write("tin-bai/chon.md", text.replace("hình ảnh: có", "hình ảnh: không"))

    folder = sent(office)

    assert not list(folder.rglob("*.jpg"))
    assert not docx.Document(folder / "01-chon/01-chon.docx").inline_shapes


def test_an_office_whose_short_name_is_shared_is_written_so_that_it_is_found(site):
    two = SCHOOL_YAML.replace("mã: bao,", "mã: bao, tên ngắn: Sở GD&ĐT Mẫu,")
    site.write("truong.yaml", two)
    site.write("tin-bai/a.md", article_text(chọn_gửi="Hiệu Trưởng Mẫu, 14/11/2024, bao"))
    office = Office(site)

    sent(office, "bao")

    [article] = office.evaluation.publication.articles
    assert [s.office.code for s in article.submissions] == ["bao"]


def carry(office, path="tin-bai/khong.md", by="Sở", link="https://so.example/1", on=""):
    told = []
    carried(desk(office, told), [str(office.content / path)], by, link, on)
    return "\n".join(told)


def test_carried_writes_where_and_when_once(office):
    said = carry(office, on="25/11/2024")

    assert "được đăng: Sở GD&ĐT Mẫu, 25/11/2024, https://so.example/1" in said
    assert "chưa có dòng gửi" in said
    assert "đã ghi liên kết này rồi" in carry(office, on="26/11/2024")
    assert (office.content / "tin-bai/khong.md").read_text(encoding="utf-8").count(
        "so.example"
    ) == 1
    [article] = [a for a in office.evaluation.publication.articles if a.path == "tin-bai/khong.md"]
    sent = article.submissions[0]
    assert (sent.on, sent.link) == (date(2024, 11, 25), "https://so.example/1")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"link": "so.example/1"}, "không phải là một đường liên kết"),
        ({"link": ""}, "không phải là một đường liên kết"),
        ({"link": "https://[so.example/1"}, "không phải là một đường liên kết"),
        ({"link": "https://so.example/1\t2"}, "không phải là một đường liên kết"),
        ({"on": "1/12/2024"}, "chưa tới"),
        ({"on": "hôm qua"}, "không phải là một ngày"),
        ({"by": "Sơ"}, "Không có cơ quan"),
        ({"by": "Phòng VH-XH xã Mẫu"}, "Không có cơ quan .* vào ngày 30/11/2024"),
        ({"path": "tin-bai/cho.md"}, "chỉ ghi được cho tin, bài đã đăng"),
    ],
)
def test_carried_refuses_what_could_not_be_read_again(office, asked, said):
    before = office.site.files(office.content)

    with pytest.raises(BuildRefused, match=said):
        carry(office, **asked)

    assert office.site.files(office.content) == before


class Pages(BaseHTTPRequestHandler):
    """A web of four pages."""

    def do_GET(self):
        if self.path == "/cham":
            time.sleep(20)
        self.send_response({"/mat": 404, "/cam": 403}.get(self.path, 200))
        self.end_headers()

    def log_message(self, *arguments):
        """Nobody reads along."""


@pytest.fixture
def web():
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_links_are_asked_and_the_dead_ones_named_with_their_lines(office, web):
    so = "https://so.example"
    office.site.write("truong.yaml", SCHOOL_YAML.replace(so, f"{so}/mat"))
    carry(office, link=f"{so}/tin")
    carry(office, link=f"{so}/cam")
    carry(office, link=f"{so}/mat?2")

    # No address of this machine may stand in the content.
    findings = link_findings(
        office.evaluation, office.content, lambda url: fault_of(url.replace(so, web))
    )

    found = {(p.path, p.line): p.message for p in findings.problems}
    assert findings.checked == 4
    assert f"{so}/mat đã hỏng (mã 404)" in found["content/truong.yaml", 7]
    assert len(found) == 1
    assert "Đã hỏi 4 liên kết: 1 liên kết không mở được." in links_in_words(findings)


def test_a_slow_page_costs_its_time_and_no_more(web):
    began = time.monotonic()

    assert fault_of(f"{web}/cham", seconds=0.2) == "không trả lời kịp"
    assert time.monotonic() - began < 10


def test_a_web_that_never_answers_is_left_in_time(office):
    carry(office)

    found = link_findings(office.evaluation, office.content, lambda url: time.sleep(5) or "", 0.2)

    assert all("chưa kịp hỏi" in problem.message for problem in found.problems)
    assert len(found.problems) == 2


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/x", "http://[bad/", "http://ă â/"])
def test_what_is_no_page_is_said_and_not_a_traceback(url):
    assert fault_of(url, seconds=1).startswith("không mở được")


def test_the_commands_do_it(office):
    path = "content/tin-bai/chon.md"

    told = office.site.invoke("dispatch", "--to", "Sở", "--path", path)
    assert "gửi: Sở GD&ĐT Mẫu, 30/11/2024" in told.stdout
    told = office.site.invoke(
        "carried", "--path", path, "--by", "Sở", "--link", "https://so.example/9"
    )
    assert "được đăng: Sở GD&ĐT Mẫu, 30/11/2024, https://so.example/9" in told.stdout


def test_a_broken_plan_stops_every_paper(office):
    office.site.write("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("tên: Kế hoạch mẫu", "tên:"))

    for command in (["report"], ["dossier"], ["dispatch", "--to", "Sở"], ["quota"], ["remind"]):
        told = office.site.invoke(*command)
        assert told.returncode == 1
        assert "Tệp truong.yaml hoặc kế hoạch còn lỗi" in told.stderr
        assert "Traceback" not in told.stderr


def test_what_dispatch_and_carried_write_is_read_back_and_counts_where_seals_are_asked_for(office):
    sealed = PLAN_YAML + "dấu duyệt: bắt buộc\n"
    office.site.write("ke-hoach/2024-2025.yaml", sealed)
    office.site.write("tin-bai/chon.md", article_text(duyet=None, chọn_gửi=CHOSEN))
    approve(desk(office), [str(office.content / "tin-bai/chon.md")], "Phó Mẫu")
    sent(office)
    path = str(office.content / "tin-bai/chon.md")
    carried(desk(office), [path], "Sở", "https://so.example/tin/1", "")

    [article] = [a for a in office.evaluation.newsroom.articles if a.path == "tin-bai/chon.md"]

    assert [sent.kind for sent in article.submissions] == [*SubmissionKind]
    assert not article.has_unshown


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("gửi: Sở, 20/11/2024", "chưa có dấu mà kế hoạch bắt buộc"),
        ("gửi: Sở, 20/11/2024 dấu 0123456789ab", "bị sửa sau khi đóng dấu"),
    ],
)
def test_a_line_of_the_ledger_without_its_seal_is_told_with_the_line_to_type(office, line, words):
    office.site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + "dấu duyệt: bắt buộc\n")
    text = article_text(duyet=None).replace("\n---\nNội", f"\n{line}\n---\nNội")
    office.site.write("tin-bai/tay.md", text)
    approve(desk(office), [str(office.content / "tin-bai/tay.md")], "Phó Mẫu")

    (problem,) = [p for p in all_problems(office.evaluation) if p.path.endswith("tay.md")]

    assert words in problem.message
    right = problem.hint.partition("ghi:  ")[2]
    office.site.write("tin-bai/tay.md", (office.content / "tin-bai/tay.md").read_text().replace(
        line, right))  # fmt: skip
    [article] = [a for a in office.evaluation.newsroom.articles if a.path == "tin-bai/tay.md"]
    assert [sent.office.code for sent in article.submissions] == ["so"]
    assert not [p for p in all_problems(office.evaluation) if p.path.endswith("tay.md")]
