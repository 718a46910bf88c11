"""The office's papers: opened again, held against the tally, the same twice."""

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from paper_readers import Office, cells_of, parse_of, tables_of, words_of
from sample import PLAN_YAML, SCHOOL_YAML, article_text

from newsroom.building.errors import BuildRefused
from newsroom.commands.papers.report import papers, write_reports, write_template
from newsroom.domain.plan.measure import Measure
from newsroom.domain.site.publication import evaluate_site
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.points_tally import scores_of_groups
from newsroom.domain.tally.tally import tally, tally_of_people
from newsroom.exports.reports.periods import span_asked
from newsroom.exports.reports.retention_papers import destruction_minutes, retention_book
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load
from newsroom.vocabulary.tally import count_in_words, verdict_in_words

DOCS = Path(__file__).resolve().parents[2] / "docs"
SAMPLES = sorted(file.parent for file in DOCS.glob("ke-hoach-mau/*/truong.yaml"))
RULES = """\
chỉ tiêu:
  - {mã: to, nội dung: Mỗi tổ nộp 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng,
     tính theo: nộp}
  - {mã: gui, nội dung: Gửi Sở 1 bài, ai: toàn trường, ít nhất: 1, mỗi: tháng, nơi: [so],
     tính theo: gửi}
điểm:
  - {nội dung: Bài được đăng, điểm: 2}
  - {nội dung: Được Sở đăng, tính theo: được đăng, nơi: [so], điểm: "1,5"}
lưu trữ:
  - {nội dung: Tin bài, lưu: hủy cuối năm, tin bài: có}
"""
NASTY = ("=SUM(1;2)", "+84 bước chân", "@mọi người", "-1 là số âm", "Dài " * 75, "Vui 🎉 👩 quá")
MONTH, YEAR = {"month": "2024-11"}, {"year": "2024-2025"}
# To one office in October, to another in November: one article all the same.
TWICE = "Bộ, 20/10/2024\ngửi: Báo Mẫu, 22/11/2024"
REPORTS = ("bao-cao-thang.docx", "so-ket.docx", "tong-ket.docx")
WITHHELD = "Bài đang chờ duyệt"


@pytest.fixture
def office(site):
    """A month of everything: strange titles, two groups, sent, carried, given back, waiting."""
    names = "địa danh: Mẫu\nviết tắt: TM\ncơ quan chủ quản: UBND\n"
    site.write("truong.yaml", SCHOOL_YAML + names)
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + RULES)
    for n, title in enumerate(NASTY):
        site.write(f"tin-bai/la-{n}.md", article_text(title=title, ngày=f"{n + 11}/11/2024"))
    site.write(
        "tin-bai/hai-to.md",
        article_text(
            title="Bài hai tổ",
            tổ="Tổ 1, Tổ 2",
            tác_giả="Lan Mẫu, Hòa Mẫu",
            gửi="Sở, 20/11/2024\ngửi: Báo Mẫu, 21/11/2024",
            được_đăng="Sở, 25/11/2024, https://so.example/tin/1",
        ),
    )
    site.write(
        "tin-bai/thang-10.md",
        article_text(title="Bài cũ", ngày="10/10/2024", duyet="Phó Mẫu, 10/10/2024", gửi=TWICE),
    )
    site.write("tin-bai/cho.md", article_text(title=WITHHELD, duyet=None, tổ="Đội Thiếu niên"))
    site.write(
        "tin-bai/tra.md",
        article_text(title="Bài trả", duyet=None, trả_lại="Phó Mẫu, 13/11/2024, =Thiếu ảnh"),
    )
    return Office(site)


def made(office, **asked):
    return dict(papers(office.evaluation, office.span(**asked), office.content))


def counts(office, who, measure):
    """The row of one group in the sheet of groups: the months, then the sum."""
    rows = parse_of(made(office, **YEAR)["thong-ke.xlsx"], "Theo tổ")
    start = next(n for n, row in enumerate(rows) if row[0] == f"Tính theo: {measure}")
    head = rows[start + 1]
    row = next(row for row in rows[start:] if row[0] == who)
    return dict(zip(head[1:], row[1:], strict=True))


@pytest.mark.parametrize("asked", [MONTH, {"semester": "1"}, YEAR], ids=str)
def test_the_papers_of_one_content_and_day_have_the_same_bytes(office, asked):
    first = made(office, **asked)

    assert first == made(office, **asked)
    for name in first:
        if not name.endswith(".csv"):
            with zipfile.ZipFile(io.BytesIO(first[name])) as held:
                # Two made in one breath would agree on the wrong moment too.
                assert {entry.date_time for entry in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
                about = held.read("docProps/core.xml").decode()
            assert set(re.findall(r">(\d{4}-\d\d-\d\d)T", about)) <= {"2024-11-30"}


@pytest.mark.parametrize("asked", [MONTH, YEAR], ids=["month", "year"])
def test_the_handbook_names_every_paper_that_report_writes(office, asked):
    page = Path(__file__).resolve().parents[2] / "docs/huong-dan/bao-cao.md"
    text = page.read_text(encoding="utf-8")

    assert [name for name in made(office, **asked) if f"`{name}`" not in text] == []


def test_the_quota_sheet_says_what_the_tally_says(office):
    found = parse_of(made(office, **YEAR)["thong-ke.xlsx"], "Chỉ tiêu")
    expected = [
        [
            *(row.quota.name, row.group.name if row.group else "Toàn trường", cell.period.name),
            *(count_in_words(cell), verdict_in_words(cell.verdict)),
        ]
        for row in tally(office.span(**YEAR).plan, EventLog.of(office.evaluation)).rows
        for cell in (*row.cells.values(), *row.totals.values())
    ]

    assert [row for row in found if row in expected] == expected


def test_the_group_sheet_counts_an_article_of_two_groups_once_for_the_school(office):
    assert counts(office, "Tổ 1", "đăng") | {"Cộng": 8} == counts(office, "Tổ 1", "đăng")
    assert counts(office, "Tổ 2", "đăng")["Tháng 11/2024"] == 1
    assert counts(office, "Toàn trường", "đăng")["Tháng 11/2024"] == 7
    assert counts(office, "Toàn trường", "đăng")["Cộng"] == 8
    assert counts(office, "Toàn trường", "nộp")["Cộng"] == 10
    assert counts(office, "Toàn trường", "gửi")["Tháng 11/2024"] == 2


def test_each_figure_is_a_formula_over_the_rows_that_name_its_articles(office):
    book = made(office, **MONTH)["thong-ke.xlsx"]
    values, formulas = (parse_of(book, "Theo tổ", formulas=f) for f in (False, True))
    source = parse_of(book, "Nguồn số liệu")[1:]

    checked = 0
    for value_row, formula_row in zip(values, formulas, strict=True):
        if str(formula_row[1]).startswith("=SUMIFS"):
            _, measure, _, month, *group = *formula_row[1].split('"')[:-1], ""
            code = group[1].strip("*") if len(group) > 2 else ""
            rows = [r for r in source if r[0] == measure and r[1] == month and code in (r[8] or "")]
            assert value_row[1] == sum(r[12] for r in rows), formula_row[1]
            assert formula_row[-1].endswith("'Nguồn số liệu'!$L:$L,\"1\")")
            checked += 1
    assert checked == 5 * len(Measure)


def test_the_author_sheet_says_what_the_desk_says_of_individuals(office):
    rows = parse_of(made(office, **YEAR)["thong-ke.xlsx"], "Theo tác giả")
    shown = {row[0]: row[1:6] for row in rows}
    order = (
        *(Measure.SUBMITTED, Measure.APPROVED, Measure.PUBLISHED, Measure.SENT, Measure.CARRIED),
    )

    for count in tally_of_people(office.span(**YEAR).plan, EventLog.of(office.evaluation)):
        assert shown[count.person.name] == [count.counts[m] for m in order]
    assert shown["Lan Mẫu"] == [10, 8, 8, 2, 1]


@pytest.mark.parametrize("name", ["thong-ke.xlsx", "danh-muc.xlsx"])
def test_a_title_is_never_a_formula(office, name):
    cells = cells_of(made(office, **MONTH)[name])
    shown = {cell.value for cell in cells if cell.data_type == "s"}

    assert {title.strip() for title in NASTY} <= shown
    formulas = [cell.value for cell in cells if cell.data_type == "f"]
    assert all(re.match(r"=(SUMIFS\('|SUM\([B-Z]\d)", formula) for formula in formulas)
    assert bool(formulas) is (name == "thong-ke.xlsx")


def test_the_csv_has_the_figures_of_the_workbook_and_no_individual(office):
    text = made(office, **YEAR)["thong-ke.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))

    published = next(row for row in rows if row[:2] == ["Toàn trường", "đăng"])
    assert int(published[-1]) == counts(office, "Toàn trường", "đăng")["Cộng"]
    assert "Lan Mẫu" not in text


def test_the_list_has_every_published_article_with_all_its_days_and_ways(office):
    [table] = tables_of(made(office, **MONTH)["danh-muc.docx"])
    rows = {row[1]: row for row in table[1:]}

    assert [row[0] for row in table[1:]] == [str(n) for n in range(1, 8)]
    assert set(rows) == {*(title.strip() for title in NASTY), "Bài hai tổ"}
    assert rows["Bài hai tổ"][2:] == [
        *("Lan Mẫu, Hòa Mẫu", "Tổ 1, Tổ 2", "Hoạt động", "bài"),
        *("12/11/2024", "12/11/2024", "12/11/2024"),
        "Sở GD&ĐT Mẫu, 20/11/2024; Báo Mẫu, 21/11/2024",
        "Sở GD&ĐT Mẫu, 25/11/2024",
    ]


def test_the_workbook_of_the_list_leads_to_the_article_and_to_where_it_was_carried(office):
    links = [
        c.hyperlink.target for c in cells_of(made(office, **MONTH)["danh-muc.xlsx"]) if c.hyperlink
    ]

    assert "https://truongmau.example/tin-bai/2024/11/hai-to/" in links
    assert "https://so.example/tin/1" in links


def test_a_report_has_the_form_of_the_decree(office):
    paper = docx.Document(io.BytesIO(made(office, **MONTH)["bao-cao-thang.docx"]))
    section = paper.sections[0]
    text = words_of(made(office, **MONTH)["bao-cao-thang.docx"])

    assert [round(side / Mm(1)) for side in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin / Mm(1)) for margin in margins] == [20, 20, 30, 15]
    assert paper.styles["Normal"].font.name == "Times New Roman"
    assert section.different_first_page_header_footer
    assert 'w:instr="PAGE"' in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    for words in (
        *("UBND\nTRƯỜNG MẪU", "Số: ……/BC-TM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *("Độc lập - Tự do - Hạnh phúc", "Mẫu, ngày 30 tháng 11 năm 2024", "BÁO CÁO"),
        *("Kết quả công tác truyền thông tháng 11/2024", "Nơi nhận:", "HIỆU TRƯỞNG"),
        *("Kính gửi: Phòng GD&ĐT Mẫu; Sở GD&ĐT Mẫu; Trung tâm Truyền thông của Bộ.", "………"),
    ):
        assert words in text
    assert "{{" not in text


def test_the_figures_of_a_report_are_those_of_the_tally_and_name_their_articles(office):
    report = made(office, **MONTH)["bao-cao-thang.docx"]
    _, groups, categories, quotas, carried, _, appendix = tables_of(report)

    assert "nhận 9 tin, bài; duyệt 7; đăng 7" in words_of(report)
    assert ["Tổ 1", "8", "7", "7", "2", "1"] in groups
    assert groups[-1] == ["Toàn trường", "9", "7", "7", "2", "1"]
    assert ["Hoạt động", "7", "1, 2, 3, 4, 5, 6, 7"] in categories
    [two] = [row[0] for row in appendix if row[1] == "Bài hai tổ"]
    assert ["Mỗi tổ nộp 1 bài", "Tổ 2", "1/1", "đạt", two] in quotas
    assert "1 không có trong Phụ lục" in quotas[1][4]
    assert ["Gửi Sở 1 bài", "Toàn trường", "1/1", "đạt", two] in quotas
    assert carried[1][1:] == [
        *("Bài hai tổ", "Sở GD&ĐT Mẫu", "25/11/2024", "https://so.example/tin/1")
    ]


def test_a_total_that_is_short_for_one_month_says_so(office):
    quotas = tables_of(made(office, **YEAR)["tong-ket.docx"])[3]

    assert ["Mỗi tổ nộp 1 bài", "Tổ 1", "9/9", "thiếu 1 (đạt 2/9 tháng)"] in [r[:4] for r in quotas]


def test_nothing_withheld_is_named_in_what_goes_upward(office):
    found = made(office, **MONTH)

    for name in ("bao-cao-thang.docx", "danh-muc.docx"):
        assert WITHHELD not in words_of(found[name])
    assert WITHHELD not in {cell.value for cell in cells_of(found["danh-muc.xlsx"])}
    # The board's own paper has it, and says that it is not out.
    board = parse_of(found["thong-ke.xlsx"], "Nguồn số liệu")
    assert [row[7] for row in board if row[3] == WITHHELD] == ["(chưa đăng) tin-bai/cho.md"]


def test_the_meeting_sheet_says_what_came_back_and_why(office):
    text = words_of(made(office, **MONTH)["phieu-hop.docx"])

    assert "=Thiếu ảnh" in text
    assert "“Bài hai tổ” được Sở GD&ĐT Mẫu đăng" in text
    assert "không đưa lên trang công khai" in text


def test_the_meeting_sheet_names_what_came_behind_the_deadline(office):
    deadline = "hạn:\n  - {mã: nop, nội dung: Nộp bài, hạn: ngày 10 hằng tháng, chỉ tiêu: [to]}\n"
    office.site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + RULES + deadline)

    late = tables_of(made(office, **MONTH)["phieu-hop.docx"])
    [table] = [table for table in late if table[0] == ["Bài", "Tổ", "Ngày nộp"]]

    # Of each group one was needed: those that came behind it were more than was asked.
    assert [row[0] for row in table[1:]] == [NASTY[0], "Bài hai tổ"]


def test_a_month_without_anything_has_papers_that_say_so(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + RULES)
    found = made(Office(site), **MONTH)

    assert "Chưa có tin, bài nào đăng" in words_of(found["bao-cao-thang.docx"])
    assert "Chưa có tin, bài nào đăng" in words_of(found["danh-muc.docx"])
    assert "Không có." in words_of(found["phieu-hop.docx"])
    assert [c.value for c in cells_of(found["danh-muc.xlsx"])][-1].startswith("Chưa có")
    assert {row[-1] for row in parse_of(found["thong-ke.xlsx"], "Theo chuyên mục")[6:9]} == {0}


def test_the_school_can_change_the_form_and_a_slip_in_it_is_named(office):
    template = write_template(office.content)
    with pytest.raises(BuildRefused, match="không ghi đè"):
        write_template(office.content)
    paper = docx.Document(template)
    paper.add_paragraph("Lời riêng của {{tên trường}}")
    paper.save(template)
    assert "Lời riêng của Trường Mẫu" in words_of(made(office, **MONTH)["bao-cao-thang.docx"])

    paper.add_paragraph("{{số bài đăgn}}")
    paper.save(template)
    with pytest.raises(
        BuildRefused, match=r"content/mau/bao-cao.docx: đoạn \d+: .*{{số bài đăgn}}"
    ):
        made(office, **MONTH)
    template.write_bytes(b"no docx")
    with pytest.raises(BuildRefused, match="không mở được tệp mẫu này"):
        made(office, **MONTH)


def test_a_form_of_its_own_goes_before_the_one_for_all(office):
    for name, words in (("bao-cao.docx", "Cho mọi báo cáo"), ("tong-ket.docx", "Chỉ cuối năm")):
        paper = docx.Document()
        paper.add_paragraph(words)
        (office.content / "mau").mkdir(exist_ok=True)
        paper.save(office.content / "mau" / name)

    assert words_of(made(office, **YEAR)["tong-ket.docx"]) == "Chỉ cuối năm"
    assert words_of(made(office, semester="1")["so-ket.docx"]) == "Cho mọi báo cáo"


def test_points_are_the_sums_of_rows_that_name_what_earned_them(office):
    book = made(office, **YEAR)["thi-dua.xlsx"]
    span = office.span(**YEAR)
    ranks = {row[1]: (row[0], row[3]) for row in parse_of(book, "Xếp hạng tổ")}
    terms = parse_of(book, "Cách tính")[1:]

    for score in scores_of_groups(span.plan, EventLog.of(office.evaluation), span.period):
        rows = [row for row in terms if row[:2] == ["tổ", score.who.code]]
        assert ranks[score.who.name][1] == sum(row[3] for row in rows) == float(score.points)
    assert ranks["Tổ 1"] == (1, 17.5)
    assert ranks["Tổ 2"] == (2, 3.5)
    assert ["cá nhân", "Được Sở đăng", "Bài hai tổ"] in [[r[0], r[4], r[5]] for r in terms]


def test_the_year_end_lists_what_may_go_and_removes_nothing(office):
    before = office.site.files(office.content)
    office.site.today = "2025-08-01"

    due = parse_of(retention_book(office.evaluation), "Đến hạn hủy")
    minutes = words_of(destruction_minutes(office.evaluation))

    assert [row[0] for row in due if isinstance(row[0], int)] == list(range(1, 9))
    assert "8 tài liệu" in minutes
    assert "BIÊN BẢN" in minutes
    assert "{{" not in minutes
    assert office.site.files(office.content) == before


@pytest.mark.parametrize("school", SAMPLES, ids=lambda folder: folder.name)
def test_every_sample_plan_has_its_papers_for_each_of_its_periods(school):
    folder = ContentFolder(school)
    [plan] = load(folder, date(2026, 1, 1)).plans
    on_last_day = evaluate_site(load(folder, plan.term.last), plan.term.last)
    asked = [
        {"month": plan.months[-1].code},
        *({"semester": str(n + 1), "year": plan.code} for n in range(len(plan.semesters))),
        *({"year": year.code} for year in plan.years),
    ]

    for period in asked:
        span = span_asked(on_last_day, **period)
        found = dict(papers(on_last_day, span, school))
        [report] = [made for name, made in found.items() if name in REPORTS]
        assert span.period.name.casefold() in words_of(report).casefold()


def test_the_command_writes_them_and_says_where(office):
    told = office.site.invoke("report", "--month", "2024-11")

    assert "Đã ghi reports/2024-11/bao-cao-thang.docx" in told.stdout
    written = {path.name for path in (office.site.root / "reports/2024-11").iterdir()}
    assert written == set(made(office, **MONTH))
    assert office.site.invoke("report", "--month", "2024-13").returncode == 2


def test_a_file_that_is_held_open_is_said_and_not_a_traceback(office):
    reports = office.site.root / "reports"
    (reports / "2024-11/danh-muc.xlsx").mkdir(parents=True)

    with pytest.raises(BuildRefused, match=r"Không ghi được .*danh-muc.xlsx"):
        write_reports(office.evaluation, office.span(**MONTH), office.content, reports)


def test_an_article_of_another_month_that_counts_in_this_one_is_in_the_annex(office):
    office.site.write(
        "tin-bai/cu-gui-sau.md",
        article_text(
            title="Bài cũ gửi sau",
            ngày="15/10/2024",
            duyet="Phó Mẫu, 15/10/2024",
            gửi="Sở, 18/11/2024",
        ),
    )

    tables = tables_of(made(office, **MONTH)["bao-cao-thang.docx"])

    published, others = tables[-2:]
    assert [row[1] for row in others[1:]] == ["Bài cũ gửi sau"]
    number = others[1][0]
    assert int(number) == len(published)
    (sent,) = [row for table in tables for row in table if row[0] == "Gửi Sở 1 bài"]
    assert sent[2:4] == ["2/1", "vượt 1"]
    assert number in sent[4].split(", ")
    # What was published in the month is counted without it.
    assert ["Hoạt động", "7", "1, 2, 3, 4, 5, 6, 7"] in tables[2]
