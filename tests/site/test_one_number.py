"""Every measure shows one number, whichever page, paper, workbook or program asks.

A small site in which each measure has a number of its own in November. A new measure is not in
KNOWN, and fails here until it has one; what reads the outputs knows no measure by name.
"""

import csv
import io
import json
import re
import shutil

import docx
import pytest
from paper_readers import Office, parse_of, tables_of, words_of
from sample import PLAN_YAML, article_text

from newsroom.commands.papers.report import papers
from newsroom.domain.plan.calendar import Month
from newsroom.domain.plan.measure import Measure, declaration_of, measures_by_author
from newsroom.exports.findings.terminal import quota_table
from newsroom.exports.reports.points_book import emulation_book
from newsroom.exports.reports.reminder import reminders
from newsroom.exports.reports.report import report
from newsroom.vocabulary.measures import MEASURES
from newsroom.vocabulary.words import shown

# What each measure counts of Tổ 1 in November.
KNOWN = {
    Measure.SUBMITTED: 7,
    Measure.APPROVED: 6,
    Measure.PUBLISHED: 5,
    Measure.SENT: 4,
    Measure.CARRIED: 3,
    Measure.PHOTOS: 2,
    Measure.ON_UNIT_SITE: 8,
}
ASKED = 10
MONTH = "2024-11"


def code_of(measure):
    return f"q-{measure.value.replace(' ', '-')}"


def plan():
    quotas = "".join(
        f"  - {{mã: {code_of(m)}, nội dung: Tính {shown(MEASURES, m)}, ai: Tổ 1, ít nhất: {ASKED},"
        f" mỗi: tháng, tính theo: {shown(MEASURES, m)}}}\n"
        for m in Measure
    )
    points = "".join(
        f"  - {{nội dung: Điểm {shown(MEASURES, m)}, tính theo: {shown(MEASURES, m)}, điểm: 1}}\n"
        for m in Measure
    )
    return f"{PLAN_YAML}chỉ tiêu:\n{quotas}điểm:\n{points}"


def write_november(site):
    site.write("ke-hoach/2024-2025.yaml", plan())
    for n in range(1, 6):
        way = {}
        if n <= KNOWN[Measure.SENT]:
            way["gửi"] = f"Sở, {n + 14}/11/2024"
        if n <= KNOWN[Measure.CARRIED]:
            way["được_đăng"] = f"Báo Mẫu, {n + 20}/11/2024"
        site.write(
            f"tin-bai/nam-{n}.md",
            article_text(
                title=f"Bài {n}",
                ngày=f"{n + 9}/11/2024",
                duyet=f"Phó Mẫu, {n + 9}/11/2024",
                **way,
            ),
        )
    # Approved in November and published in December; then both in December.
    for name, approval in (("sau", "29/11/2024"), ("bay", "02/12/2024")):
        site.write(
            f"tin-bai/{name}.md",
            article_text(
                title=name, ngày="03/12/2024", nộp="28/11/2024", duyet=f"Phó Mẫu, {approval}"
            ),
        )
    packages = "".join(
        f"- {{tổ: Tổ 1, ngày: 1{n}/11/2024, số ảnh: 20}}\n" for n in range(KNOWN[Measure.PHOTOS])
    )
    site.write("anh/goi-anh.yaml", packages)
    of_units = "".join(
        f"- {{đơn vị: Tổ 1, ngày: {n + 11}/11/2024, bài: Bài ở trường {n},"
        f" liên kết: https://to1.example/tin/{n}}}\n"
        for n in range(KNOWN[Measure.ON_UNIT_SITE])
    )
    site.write("dang-o-don-vi.yaml", of_units)


@pytest.fixture(scope="module")
def november(module_site):
    """Everything that says a number, by its name: from it, a reader that gives one by measure."""
    site = module_site
    site.today = "2024-11-30"
    write_november(site)
    assert site.invoke("build").returncode == 0
    people = (site.root / "desk/ca-nhan/2024-2025/index.html").read_text()
    desk = (site.root / "desk/index.html").read_text()
    shutil.rmtree(site.root / "desk")
    # From here on November is over.
    site.today = "2024-12-05"
    assert site.invoke("publish").returncode == 0
    office = Office(site)
    evaluation = office.evaluation
    span = office.span(month=MONTH)
    made = dict(papers(evaluation, span, site.content))
    year = (site.output / "chi-tieu/2024-2025/index.html").read_text()
    month = (site.output / "chi-tieu/2024/11/index.html").read_text()
    messages = dict(reminders(evaluation, Month(2024, 11)))
    book = made["thong-ke.xlsx"]
    points = parse_of(emulation_book(evaluation, span), "Cách tính")
    table = quota_table(evaluation, MONTH)
    file = json.loads((site.output / "thong-ke/2024-2025.json").read_text())
    comma = list(csv.reader(io.StringIO(made["thong-ke.csv"].decode("utf-8-sig")), delimiter=";"))
    if len(comma[0]) == 1:
        comma = list(csv.reader(io.StringIO(made["thong-ke.csv"].decode("utf-8-sig"))))
    return {
        "year page": lambda m: of_cell(year, f"chi-tieu/2024/11/#{code_of(m)}--to-1"),
        "month page": lambda m: of_cell(month, f'id="{code_of(m)}--to-1'),
        "things on the month page": lambda m: things(month, code_of(m)),
        "json": lambda m: of_json(file, m),
        "terminal": lambda m: of_terminal(table, m),
        "csv": lambda m: of_rows(comma, lambda r: r[:2] == ["Tổ 1", shown(MEASURES, m)])[2],
        "csv, sum": lambda m: of_rows(comma, lambda r: r[:2] == ["Tổ 1", shown(MEASURES, m)])[-1],
        "workbook, quotas": lambda m: of_rows(
            parse_of(book, "Chỉ tiêu"), lambda r: r[0] == f"Tính {shown(MEASURES, m)}"
        )[3].split("/")[0],
        "workbook, groups": lambda m: of_groups(book, m)[1],
        "workbook, groups, sum": lambda m: of_groups(book, m)[-1],
        "workbook, authors": lambda m: of_authors(book, m),
        "workbook, source": lambda m: sum(
            row[12] for row in parse_of(book, "Nguồn số liệu") if row[0] == shown(MEASURES, m)
        ),
        "report, groups": lambda m: of_table(made["bao-cao-thang.docx"], m),
        "report, quotas": lambda m: of_quotas(made["bao-cao-thang.docx"], m, 2),
        "report, words": lambda m: words_of(report(evaluation, span, template(m))).split()[-1],
        "meeting sheet": lambda m: of_quotas(made["phieu-hop.docx"], m, 2),
        "reminder": lambda m: (
            ASKED - int(re.search(rf"Tính {shown(MEASURES, m)}: còn (\d+) ", messages["Tổ 1"])[1])
        ),
        "points": lambda m: sum(
            row[3] for row in points[1:] if row[:2] == ["tổ", "to-1"] and row[4] == point_of(m)
        ),
        "points of people": lambda m: of_authors_points(points, m),
        "desk": lambda m: of_cell(desk, f"chi-tieu/2024/11/#{code_of(m)}--to-1"),
        "people": lambda m: of_people(people, m),
    }


def point_of(measure):
    return f"Điểm {shown(MEASURES, measure)}"


def of_cell(page, sign):
    (count,) = set(re.findall(rf'{sign}".*?verdict__count">(\d+)/{ASKED}<', page.replace("\n", "")))
    return count


def things(page, code):
    """The articles that a month names below a number, and those of which it says only how many."""
    item = (
        page[page.index(f'id="{code}--to-1"') :].split('class="delivery"')[0].split("</section>")[0]
    )
    links = len(re.findall(r"<li><a ", item))
    unseen = re.search(r"<li>(\d+) ", item)
    return links + (int(unseen[1]) if unseen else 0)


def of_json(file, measure):
    (row,) = [row for row in file["quotas"] if row["measure"] == shown(MEASURES, measure)]
    (cell,) = [cell for cell in row["cells"] if cell["period"] == MONTH]
    return cell["count"]


def of_terminal(table, measure):
    return re.search(rf"^Tính {shown(MEASURES, measure)}\n.*? (\d+)/{ASKED} ", table, re.M)[1]


def of_rows(rows, wanted):
    (row,) = [row for row in rows if wanted(row)]
    return row


def of_groups(book, measure):
    rows = parse_of(book, "Theo tổ")
    start = next(
        n for n, row in enumerate(rows) if row[0] == f"Tính theo: {shown(MEASURES, measure)}"
    )
    return next(row for row in rows[start:] if row[0] == "Tổ 1")


def of_authors(book, measure):
    rows = parse_of(book, "Theo tác giả")
    head = next(row for row in rows if row[0] == "Tác giả")
    column = head.index(shown(MEASURES, measure).capitalize())
    return of_rows(rows, lambda row: row[0] == "Lan Mẫu")[column]


def of_authors_points(rows, measure):
    return sum(row[3] for row in rows[1:] if row[2] == "Lan Mẫu" and row[4] == point_of(measure))


def of_table(made, measure):
    (table,) = [t for t in tables_of(made) if t[0][0].startswith("Tổ, đoàn thể")]
    column = table[0].index(shown(MEASURES, measure).capitalize())
    return of_rows(table, lambda row: row[0] == "Tổ 1")[column]


def of_quotas(made, measure, column):
    name = f"Tính {shown(MEASURES, measure)}"
    (row,) = [row for table in tables_of(made) for row in table if name in row]
    return row[column].split("/")[0]


def template(measure):
    paper = docx.Document()
    paper.add_paragraph(f"{{{{số bài {shown(MEASURES, measure)}}}}}")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def of_people(page, measure):
    heads = re.findall(r'<th scope="col">([^<]*)</th>', page)[1:]
    (row,) = re.findall(r"Lan Mẫu.*?</tr>", page.replace("\n", ""))
    counts = re.findall(r"<td>(\d+)</td>", row)
    return counts[heads.index(shown(MEASURES, measure).capitalize())]


OF_PEOPLE = {"workbook, authors", "points of people", "people"}


def test_every_measure_has_a_number_of_its_own():
    assert set(KNOWN) == set(Measure)
    assert len(set(KNOWN.values())) == len(KNOWN)


@pytest.mark.parametrize("measure", Measure, ids=lambda m: m.value)
def test_every_output_shows_the_same_number_of_a_measure(november, measure):
    outputs = {
        name: read
        for name, read in november.items()
        if name not in OF_PEOPLE or declaration_of(measure).has_authors
    }

    assert {name: int(read(measure)) for name, read in outputs.items()} == dict.fromkeys(
        outputs, KNOWN[measure]
    )
    assert (measure in measures_by_author()) is (len(outputs) == len(november))
