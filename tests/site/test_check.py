"""Bad input: each slip a message with file, line and remedy, all together, and exit code 1."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from sample import PLAN_YAML, SCHOOL_YAML, article_text

from newsroom.domain.problem import CheckFindings
from newsroom.domain.site.publication import evaluate_site
from newsroom.domain.text.dates import parse_date
from newsroom.exports.findings.check import all_problems
from newsroom.exports.findings.terminal import findings_in_words
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass
class Said:
    """The words and exit code of `check`, asked for without starting a process."""

    returncode: int
    stdout: str


def said(site):
    day = parse_date(site.today)
    found = all_problems(evaluate_site(load(ContentFolder(site.content), day), day))
    findings = CheckFindings(checked=len(found), problems=found)
    return Said(int(findings.has_errors), findings_in_words(findings))


def said_in_the_terminal(site, *arguments):
    made = site.invoke("check", *arguments)
    assert "Traceback" not in made.stdout + made.stderr
    return made


SLIPS = {
    "no group": (article_text(tổ=None), 1, "Bài chưa ghi tổ.", "Thêm dòng  tổ: Tổ 1"),
    "unknown group": (
        article_text(tổ="Tổ 11"),
        4,
        "Không có tổ “Tổ 11” trong content/ke-hoach/2024-2025.yaml.",
        "Có phải là “Tổ 1”?  Ghi:  tổ: Tổ 1",
    ),
    "unknown category": (
        article_text(chuyên_mục="Hoạt độg"),
        6,
        "Không có chuyên mục “Hoạt độg” trong content/ke-hoach/2024-2025.yaml.",
        "Có phải là “Hoạt động”?",
    ),
    "unknown author": (
        article_text(tác_giả="Lan Mâu"),
        5,
        "Không có người “Lan Mâu” trong content/ke-hoach/2024-2025.yaml.",
        "Có phải là “Lan Mẫu”?",
    ),
    "no author": (article_text(tác_giả=None), 1, "Bài chưa ghi tác giả.", "Thêm dòng  tác giả:"),
    "no title": (article_text(title=None), 1, "Bài chưa có tiêu đề.", "Thêm dòng  tiêu đề: …"),
    "impossible date": (
        article_text(ngày="31/02/2024"),
        3,
        "“31/02/2024” không phải là một ngày có thật.",
        "Tháng 2 có 29 ngày. Ghi:  ngày: 29/02/2024",
    ),
    "a month before its day": (
        article_text(ngày="11/20/2024"),
        3,
        "“11/20/2024” không phải là một ngày có thật.",
        "Ngày đứng trước tháng. Ghi:  ngày: 20/11/2024",
    ),
    "a date without its year": (
        article_text(ngày="ngày 20 tháng 11"),
        3,
        "“ngày 20 tháng 11” thiếu năm.",
        "Ghi:  ngày: 20/11/2024",
    ),
    "a day handed in that is none": (
        article_text(nộp="31/11/2024"),
        8,
        "Ngày nộp “31/11/2024” không phải là một ngày có thật.",
        "Ghi:  nộp: 30/11/2024",
    ),
    "a title that stands below": (
        article_text("# Hội thu kế hoạch nhỏ\n\nNội dung.", title=None),
        1,
        "Bài chưa có tiêu đề.",
        "Thêm dòng  tiêu đề: Hội thu kế hoạch nhỏ  vào đầu bài.",
    ),
    "a date without its day": (
        article_text(ngày="11/2024"),
        3,
        "“11/2024” không phải là một ngày có thật.",
        "Ghi ngày trước",
    ),
    "a date without a plan": (
        article_text(ngày="12/11/2030"),
        3,
        "Chưa có kế hoạch nào cho ngày 12/11/2030.",
        "Sửa ngày của bài",
    ),
    "a key twice": (
        article_text(tieu_de="Lần hai"),
        8,
        "Khóa “tiêu đề” ghi hai lần (lần đầu ở dòng 2).",
        "Giữ lại một dòng.",
    ),
    "UTF-16": (article_text().encode("utf-16"), 1, "Tệp lưu bằng mã UTF-16", "UTF-8"),
    "windows-1258": (
        article_text("Đường").encode("utf-8").replace("Đường".encode(), b"\xd0\xfd\xf6ng"),
        9,
        "Chữ ở dòng 9 không phải mã UTF-8",
        "UTF-8",
    ),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "Tệp không phải là văn bản", "Chép chữ"),
    "empty": (b"  \n", 1, "Tệp rỗng.", "Viết nội dung"),
    "a header never closed": (
        article_text("Thân bài không hề ngắn.").replace("\n---\nThân", "\n\nThân"),
        7,
        "Phần đầu bài mở bằng --- nhưng chưa đóng.",
        "Thêm một dòng ---",
    ),
    "an unknown key": (article_text(save_as="index.html"), 8, "Không có khóa “save as”.", "Các"),
    "a missing picture": (
        article_text("Một\n\n![Mô tả](khong-co.jpg)"),
        11,
        "Không tìm thấy ảnh “khong-co.jpg”.",
        "Kiểm tra tên tệp",
    ),
    "a missing cover": (article_text(ảnh="x.jpg"), 8, "Không tìm thấy ảnh “x.jpg”.", "→"),
    "a broken picture": (
        article_text("![Mô tả](zz9.jpg)"),
        9,
        "Ảnh “tin-bai/zz9.jpg” bị hỏng hoặc không phải là ảnh.",
        "Chép lại ảnh",
    ),
    "a link to no article": (
        article_text("[x](khong-co.md)"),
        9,
        "Không tìm thấy bài hoặc tệp “khong-co.md”.",
        "Kiểm tra tên tệp",
    ),
    "a link to no address": (
        article_text("[x](/tin-bai/2024/11/khong-co/)"),
        9,
        "Không có bài nào ở địa chỉ /tin-bai/2024/11/khong-co/.",
        "→",
    ),
    "an approval without a date": (
        article_text(duyet="Phó Mẫu"),
        7,
        "Dòng duyệt “Phó Mẫu” thiếu tên hoặc ngày.",
        "Ghi:  duyệt: Phó Mẫu, 12/11/2024",
    ),
    "an office that has ended": (
        article_text(ngày="12/07/2025", duyet="Phó Mẫu, 12/07/2025", gửi="phong, 13/07/2025"),
        8,
        "“Phòng GD&ĐT Mẫu” không hoạt động vào ngày 13/07/2025.",
        "Nơi kế tục: Phòng VH-XH xã Mẫu.",
    ),
    "a selection for nobody": (
        article_text(chọn_gửi="Phó Mẫu, 13/11/2024"),
        8,
        "Dòng “chọn gửi: Phó Mẫu, 13/11/2024” chưa ghi gửi cho ai.",
        "Ghi:  chọn gửi: Phó Mẫu, 13/11/2024, Phòng",
    ),
    "a selection for an unknown office": (
        article_text(chọn_gửi="Phó Mẫu, 13/11/2024, Vụ Mẫu"),
        8,
        "Không có cơ quan “Vụ Mẫu” trong truong.yaml.",
        "→",
    ),
    "a genre that does not exist": (
        article_text(thể_loại="phóng sư ký"),
        8,
        "Không có thể loại “phóng sư ký”.",
        "Có phải là “phóng sự”?",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_said_with_file_line_and_remedy(site, name):
    text, line, message, hint = SLIPS[name]
    site.write("tin-bai/zz9.jpg", b"khong phai anh")
    site.write("tin-bai/bai.md", text)

    made = said(site)

    assert made.returncode == 1
    found = made.stdout.split("content/tin-bai/bai.md")[1:]
    assert any(f":{line}: lỗi: {message}" in part and hint in part for part in found), made.stdout


def test_all_problems_are_shown_at_once(site):
    site.write("tin-bai/mot.md", article_text(tổ="Tổ 11", ngày="31/02/2024"))
    site.write("tin-bai/hai.md", b"")
    site.write("tin-bai/ba.MD", article_text())
    site.write(
        "ke-hoach/2024-2025.yaml",
        (site.content / "ke-hoach/2024-2025.yaml").read_text() + "chuyen mụt: x\n",
    )

    made = said_in_the_terminal(site)

    assert made.returncode == 1
    for place in ("mot.md:3:", "hai.md:1:", "ba.MD:1:", "2024-2025.yaml:30:"):
        assert place in made.stdout


@pytest.mark.parametrize("name", ["bai.MD", "bai.markdown", "bai.txt"])
def test_a_file_of_another_ending_is_read_and_told_its_right_name(site, name):
    site.write(f"tin-bai/{name}", article_text())

    made = said(site)

    assert made.returncode == 1
    assert "Đổi tên tệp thành bai.md" in made.stdout


@pytest.mark.parametrize("name", [".md", ".bai-viet.MD"])
def test_a_file_that_computers_hide_is_told(site, name):
    site.write(f"tin-bai/{name}", article_text())
    site.write("tin-bai/._bai.md", b"\x00\x05\x16\x07 macOS")

    made = said(site)

    assert made.returncode == 1
    assert f"content/tin-bai/{name}:1: lỗi: Tên tệp “{name}” bắt đầu bằng dấu chấm" in made.stdout
    assert "._bai" not in made.stdout


def test_a_word_file_among_the_articles_is_told_unless_an_article_offers_it(site):
    site.write("tin-bai/bai-viet.docx", b"PK")
    site.write("tin-bai/mau-don.docx", b"PK")
    site.write("tin-bai/bai.md", article_text("[Mẫu đơn](mau-don.docx)"))

    made = said(site)

    assert made.returncode == 0
    assert "content/tin-bai/bai-viet.docx:1: cảnh báo: Máy không đọc tệp Word" in made.stdout
    assert "mau-don.docx:1" not in made.stdout


def test_two_files_of_one_address_are_a_problem_of_the_newcomer(site):
    site.write("tin-bai/z/bai.md", article_text())
    site.write("tin-bai/a/bai.md", article_text(duyet=None))

    made = said(site)

    assert "content/tin-bai/a/bai.md:1: lỗi: Trùng địa chỉ /tin-bai/2024/11/bai/" in made.stdout
    assert site.publish().returncode == 0
    assert "tin-bai/2024/11/bai/index.html" in site.files()


def test_a_sound_folder_checks_clean(site):
    site.write("tin-bai/bai.md", article_text())
    site.write("tin-bai/cho.md", article_text(duyet=None))

    made = said_in_the_terminal(site)

    assert (made.returncode, "Đã kiểm tra 2 bài: 0 lỗi, 0 cảnh báo, 2 gợi ý." in made.stdout) == (
        0,
        True,
    )


def test_check_can_look_at_one_file(site):
    site.write("tin-bai/mot.md", article_text(tổ="Tổ 11"))
    site.write("tin-bai/hai.md", article_text(tổ="Tổ 12"))

    made = said_in_the_terminal(site, "--path", "content/tin-bai/hai.md")

    assert "hai.md" in made.stdout
    assert "mot.md" not in made.stdout


@pytest.mark.parametrize("missing", ["truong.yaml", "ke-hoach/2024-2025.yaml"])
def test_a_folder_without_school_or_plan_says_what_to_add(site, missing):
    (site.content / missing).unlink()

    made = said(site)

    assert made.returncode == 1
    assert "docs/huong-dan/truong-va-ke-hoach.md" in made.stdout


def test_quota_prints_the_tally_of_a_month_a_semester_and_a_year(site):
    plan = site.content / "ke-hoach/2024-2025.yaml"
    plan.write_text(
        plan.read_text() + "chỉ tiêu:\n  - {mã: a, nội dung: Mỗi tổ nộp 1 bài,"
        " ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
    )
    site.write("tin-bai/bai.md", article_text())

    for arguments, words in (
        ((), "1/1     đạt"),
        (("--month", "2024-10"), "0/1     thiếu 1"),
        (("--semester", "1"), "1/5     thiếu 2"),
        (("--year", "2024-2025"), "1/9     thiếu 2"),
    ):
        assert words in site.invoke("quota", *arguments).stdout
    assert "Đang có: 2024-2025" in site.invoke("quota", "--year", "2030").stderr


def test_a_decision_below_the_header_withholds_and_is_never_printed(site):
    lines = [
        "gỡ: Phó Mẫu, 13/11/2024, x",
        "gỡ: gấp",
        "* gỡ: Phó Mẫu, 13/11/2024",
        "**gỡ:** Phó Mẫu, 13/11/2024",
        "> gỡ: Phó Mẫu, 13/11/2024",
        "go: Pho Mau, 13/11/2024",
        "Trả lại: Phó Mẫu, 13/11/2024",
        "đính chính: Phó Mẫu, 13/11/2024, sửa số",
        "đồng ý hình ảnh: không",
    ]
    for number, line in enumerate(lines):
        site.write(f"tin-bai/bai-{number}.md", article_text(f"{line}\n\nNội dung."))

    made = said(site)

    for number, line in enumerate(lines):
        told = re.search(rf"content/tin-bai/bai-{number}\.md:9: lỗi: (.*)", made.stdout)
        assert told, line
        assert "nằm dưới phần đầu bài" in told[1], line
    assert site.publish("--keep-going").returncode == 0
    assert not [name for name in site.files() if name.startswith("tin-bai/2024/11/")]


def test_nothing_in_an_article_makes_a_traceback(site):
    texts = [
        article_text(title="Một\x0bhai\x1b", tóm_tắt="Ba\x08"),
        article_text(ngày="2024-11-10T10:00:00+25:00"),
        article_text(ngày="31/12/9999 20:00Z"),
        article_text('href="&#xE010;0&#xE011;"'),
        article_text("- a\n" * 3 + "\n".join("  " * n + "- b" for n in range(600))),
    ]
    for number, text in enumerate(texts):
        site.write(f"tin-bai/bai-{number}.md", text)
    site.write("trang/to.md", "---\ntiêu đề: A\nthứ tự: " + "9" * 5000 + "\n---\nx\n")
    (site.content / "tin-bai/mat.md").symlink_to(site.content / "khong-co.md")

    said(site)
    made = site.publish("--keep-going")

    assert made.returncode == 0, made.stderr
    assert "Traceback" not in made.stderr


def test_a_date_that_is_none_for_today_is_said(site):
    for task in ("check", "quota", "publish", "build"):
        made = site.invoke(task, NEWSROOM_TODAY="abc")

        assert made.returncode != 0
        assert "NEWSROOM_TODAY=abc" in made.stderr
        assert "Traceback" not in made.stderr


def test_check_of_a_file_that_is_not_there_is_an_error(site):
    made = said_in_the_terminal(site, "--path", "khong/co.md")

    assert (made.returncode, "Không có tệp" in made.stderr) == (2, True)


def test_one_slip_in_a_plan_does_not_bury_itself_under_every_article(site):
    plan = (site.content / "ke-hoach/2024-2025.yaml").read_text()
    site.write("ke-hoach/2024-2025.yaml", plan.replace("31/07/2025", "31/02/2025"))
    for n in range(3):
        site.write(f"tin-bai/{n}.md", article_text())

    assert "1 lỗi" in said(site).stdout


def test_an_approval_without_effect_is_pointed_at_with_the_nearest_name(site):
    site.write("tin-bai/bai.md", article_text(duyet="Phó Mâu, 12/11/2024"))

    made = said(site)

    assert "content/tin-bai/bai.md:7: cảnh báo: Lần duyệt này chưa có hiệu lực" in made.stdout
    assert "Có phải là “Phó Mẫu”?" in made.stdout


@pytest.mark.parametrize(
    "prose",
    [
        "Gỗ: 2 khối",
        "- Gõ: xin chào",
        "Trả lại: em Lan nhặt được ví và mang nộp cô giáo ngay trong buổi sáng 12/11/2024",
        "Người duyệt: Hiệu trưởng",
        "Đính chính: bài hôm trước ghi nhầm.",
        "Gửi: các bậc phụ huynh,",
        "Thời gian: 7h30, ngày 20/11/2024",
    ],
)
def test_prose_that_begins_like_a_decision_is_prose(site, prose):
    site.write("tin-bai/bai.md", article_text(f"{prose}\n\nNội dung."))

    assert said(site).returncode == 0


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("[x](www.truong.vn)", "https://"),
        ("[x](a@b.vn)", "mailto:"),
        ("[x](0912345678)", "tel:"),
        ("![x](<C:\\Users\\Lan\\anh.jpg>)", "cạnh bài"),
        ("![x](data:image/png;base64,AAAA)", "cạnh bài"),
        ("[x](file:///C:/k.pdf)", "cạnh bài"),
        ("[x](/chuyen-muc/khong-co/)", "→"),
    ],
)
def test_an_address_that_leads_nowhere_is_said_with_the_way_to_write_it(site, link, hint):
    site.write("tin-bai/bai.md", article_text(link))

    made = said(site)

    assert (made.returncode, hint in made.stdout) == (1, True), made.stdout


@pytest.mark.parametrize(
    "link", ["/", "/ban-bien-tap/", "/chuyen-muc/hoat-dong/", "/tin-bai/2024/11/bai/index.html"]
)
def test_links_to_pages_of_the_site_are_understood(site, link):
    site.write("tin-bai/bai.md", article_text(f"[x]({link})"))

    assert said(site).returncode == 0


def test_no_build_gives_advice(site):
    site.write("tin-bai/bai.md", article_text("TODO", duyet=None))

    checked, built = said_in_the_terminal(site), site.invoke("build")

    assert "gợi ý: Còn chỗ viết dở" in checked.stdout
    assert built.returncode == 0
    assert "gợi ý" not in built.stdout + built.stderr


REMEDIES = {
    "a wrong role": (
        {"duyet": "Phó Mẫu, 12/11/2024, tài chính"},
        "Người này được duyệt: ban biên tập. Ghi:  duyệt: Phó Mẫu, 12/11/2024",
    ),
    "an author": (
        {"tác_giả": "Phó Mẫu", "tổ": "BGH"},
        "Nhờ người khác trong ban biên tập duyệt: Hiệu Trưởng Mẫu.",
    ),
    "a stranger": (
        {"duyet": "Người Lạ Hoắc, 12/11/2024"},
        "Nhờ người khác trong ban biên tập duyệt: Hiệu Trưởng Mẫu hoặc Phó Mẫu.",
    ),
    "a day to come": (
        {"duyet": "Phó Mẫu, 12/12/2024"},
        "Sửa lại ngày duyệt; nếu ghi đúng thì chờ đến ngày ấy.",
    ),
    "another text": (
        {"duyet": "Phó Mẫu, 12/11/2024 dấu 0123456789ab"},
        "Nhờ người duyệt xem lại bản mới rồi thêm một dòng duyệt",
    ),
    "a day before it was handed in": (
        {"duyet": "Phó Mẫu, 08/11/2024", "nộp": "10/11/2024"},
        "Bài nộp ngày 10/11/2024 (dòng nộp). Ghi nhầm ngày thì người ấy sửa ngày ở dòng này;"
        " không nhầm thì người duyệt đọc lại bài rồi ghi:  duyệt: Phó Mẫu, 30/11/2024",
    ),
    "a day long before its own": (
        {"duyet": "Phó Mẫu, 12/10/2024"},
        "Bài đề ngày 12/11/2024 nên được duyệt sớm nhất 30 ngày trước, từ 13/10/2024.",
    ),
    "a day before the one on which it is to be handed in": (
        {"duyet": "Phó Mẫu, 12/11/2024", "nộp": "25/12/2024"},
        "Dòng nộp ghi ngày 25/12/2024, chưa tới. Bài đã nộp rồi thì người viết sửa dòng ấy:"
        "  nộp: 30/11/2024  rồi nhờ người duyệt đọc bài, duyệt lại.",
    ),
    "a day that today is long before": (
        {"duyet": "Phó Mẫu, 12/11/2024", "ngày": "01/06/2025"},
        "Theo ngày của bài thì từ 02/05/2025 mới duyệt được. Bài đã nộp rồi thì người viết ghi ở"
        " phần đầu bài:  nộp: 30/11/2024  rồi nhờ người duyệt đọc bài, duyệt lại.",
    ),
    "a day without a plan": (
        {"duyet": "Phó Mẫu, 12/11/2023"},
        "Kiểm tra ngày duyệt: chưa có kế hoạch nào cho ngày ấy.",
    ),
}


@pytest.mark.parametrize("name", REMEDIES)
def test_an_approval_that_does_not_count_is_answered_with_the_way_out(site, name):
    lines, hint = REMEDIES[name]
    site.write("tin-bai/bai.md", article_text(**lines))

    assert f"→ {hint}" in said(site).stdout


def test_of_two_people_of_one_name_the_remedy_names_the_one_by_code(site):
    plan = PLAN_YAML.replace("Lân Mẫu 2]", "{tên: Phó Mẫu, mã: pho-2}]").replace(
        "{tên: Phó Mẫu, chức", "{tên: Phó Mẫu, mã: pho-1, chức"
    )
    site.write("ke-hoach/2024-2025.yaml", plan.replace("Hiệu Trưởng Mẫu, Phó", "Hiệu Trưởng"))
    site.write("tin-bai/bai.md", article_text(duyet="pho-2, 12/11/2024"))

    assert (
        "→ Nhờ người khác trong ban biên tập duyệt: Hiệu Trưởng Mẫu hoặc pho-1."
        in said(site).stdout
    )


def test_an_empty_ref_does_not_make_the_check_of_git_pass(site):
    site.write("tin-bai/bai.md", article_text())

    made = said_in_the_terminal(site, "--against", "")

    assert made.returncode == 2
    assert "Sau --against phải có tên nhánh hay commit" in made.stderr


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        (
            {"trả_lại": "Hiệu Trưởng Mẫu, 20/11/2024, thiếu ảnh", "duyet": "Phó Mẫu, 06/11/2024"},
            8,
            "Lời duyệt này đứng dưới dòng trả lại (dòng 7) nhưng ghi ngày 06/11/2024",
        ),
        (
            {"duyet": "Phó Mẫu, 20/11/2024", "trả_lại": "Hiệu Trưởng Mẫu, 13/11/2024, thiếu ảnh"},
            7,
            "Lời duyệt này đứng trên dòng trả lại (dòng 8) nhưng ghi ngày 20/11/2024",
        ),
    ],
)
def test_where_days_and_lines_of_decisions_disagree_check_gives_advice(site, lines, line, words):
    text = article_text(**lines)
    if line == 8:
        first, second = (f"{key}: {value}" for key, value in (
            ("trả lại", lines["trả_lại"]), ("duyệt", lines["duyet"])))  # fmt: skip
        text = text.replace(f"{second}\n{first}", f"{first}\n{second}")
    site.write("tin-bai/bai.md", text)

    made = said(site)

    assert f"content/tin-bai/bai.md:{line}: gợi ý: {words}" in made.stdout
    assert made.returncode == 0


def test_behind_a_broken_school_file_no_office_is_called_unknown(site):
    sent = {
        "gửi": "Sở, 25/11/2024",
        "được_đăng": "Sở, 26/11/2024",
        "chọn_gửi": "Phó Mẫu, 20/11/2024, Sở",
    }
    site.write("tin-bai/a.md", article_text(**sent))
    quota = "chỉ tiêu:\n  - {mã: q, nội dung: Q, ai: Tổ 1, mỗi: tháng, tính theo: gửi, nơi: [sở]}\n"
    deadline = "hạn:\n  - {việc: Gửi bài, khi: cuối tháng, nơi: [Sở], chỉ tiêu: [q]}\n"
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + quota + deadline)
    site.write("truong.yaml", SCHOOL_YAML.replace("tên: Trường Mẫu", "tên: ["))

    made = said(site)

    assert made.stdout.count("lỗi:") == 1, made.stdout
    assert "truong.yaml:" in made.stdout


def test_a_deadline_of_a_broken_quota_is_not_called_wrong(site):
    quota = "chỉ tiêu:\n  - {mã: q, nội dung: Q, ai: Tổ 9, mỗi: tháng, tính theo: nộp}\n"
    deadline = "hạn:\n  - {việc: Nộp bài, khi: cuối tháng, chỉ tiêu: [q]}\n"
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + quota + deadline)

    made = said(site)

    assert made.stdout.count("lỗi:") == 1, made.stdout
    assert "“Tổ 9”" in made.stdout
