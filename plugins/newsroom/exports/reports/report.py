"""The reports of a month, a semester (sơ kết) and a year (tổng kết). Requirements B1, B4, B5, B6.

The figures are filled in; what only people can judge is marked for them to complete. No
individual is judged, and no withheld article is named: the paper goes upward.
"""

import io
from collections.abc import Mapping
from datetime import date

from ...domain.plan.calendar import PeriodKind
from ...domain.plan.measure import Measure
from ...domain.plan.plan import Plan
from ...domain.plan.school import OfficeLevel, School
from ...domain.site.publication import Evaluation
from ...domain.tally.contributions import EventLog
from ...domain.tally.reporting import Span, lines_of, number_in
from ...domain.text.dates import in_numbers
from ...vocabulary.measures import MEASURES
from ...vocabulary.words import shown
from ..office import decree_30
from ..office.paper import BLANK, new_paper, paragraph, saved
from ..office.placeholders import fill
from .report_tables import blocks_of

# The files with which a school replaces our form, in content/mau/; the second serves for all.
TEMPLATES = {
    PeriodKind.MONTH: ("bao-cao-thang.docx", "bao-cao.docx"),
    PeriodKind.SEMESTER: ("so-ket.docx", "bao-cao.docx"),
    PeriodKind.YEAR: ("tong-ket.docx", "bao-cao.docx"),
}
_ABOUT = {
    PeriodKind.MONTH: "Kết quả công tác truyền thông {}",
    PeriodKind.SEMESTER: "Sơ kết công tác truyền thông {}",
    PeriodKind.YEAR: "Tổng kết công tác truyền thông {}",
}


def report(evaluation: Evaluation, span: Span, template: bytes | None = None) -> bytes:
    """The report of a span, in the school's own template or in ours. Raises UnknownPlace."""
    import docx

    today = evaluation.publication.today
    paper = docx.Document(io.BytesIO(template or default_template()))
    fill(paper, _words(evaluation, span), blocks_of(evaluation, span))
    paper.core_properties.title = _about(span)
    return saved(paper, today)


def default_template() -> bytes:
    """Our form of the report, with its marked places; a school may change it and keep it."""
    paper = new_paper("Báo cáo", date(2026, 1, 1))
    decree_30.head(paper, "BC")
    decree_30.title(paper, "BÁO CÁO", "{{về việc}}")
    paragraph(paper, "Kính gửi: {{kính gửi}}.", align="center", space=10)
    for kind, words in _BODY:
        paragraph(paper, words, is_heading=kind == "heading", is_italic=kind == "remark")
    # A signature does not stand on a page of its own.
    paper.paragraphs[-1].paragraph_format.keep_with_next = True
    decree_30.signature(paper, "- Như trên;", "- Ban biên tập;", "- Lưu: VT.")
    paper.add_page_break()
    paragraph(paper, "PHỤ LỤC", align="center", is_bold=True, space=0)
    paragraph(paper, "Danh mục tin bài đã đăng", align="center", is_bold=True)
    paragraph(paper, "{{danh mục tin bài}}")
    return saved(paper, date(2026, 1, 1))


_BODY = (
    ("", "Thực hiện {{kế hoạch}}, {{tên đơn vị}} báo cáo {{việc báo cáo}} như sau:"),
    ("heading", "I. KẾT QUẢ THỰC HIỆN"),
    ("heading", "1. Công tác chỉ đạo, triển khai"),
    ("", f"{BLANK}{BLANK}{BLANK}"),
    ("heading", "2. Số lượng tin, bài"),
    (
        "",
        "{{tên đơn vị}} nhận {{số bài nộp}} tin, bài; duyệt {{số bài duyệt}}; đăng {{số bài đăng}}"
        " trên trang thông tin của mình; gửi cấp trên {{số bài gửi}} bài, được đăng"
        " {{số bài được đăng}} bài.",
    ),
    ("", "{{bảng theo đơn vị}}"),
    ("", "{{bảng theo chuyên mục}}"),
    ("heading", "3. Thực hiện chỉ tiêu của kế hoạch"),
    ("", "{{bảng chỉ tiêu}}"),
    ("", "{{bảng nội dung}}"),
    ("heading", "4. Tin, bài được cấp trên và báo, đài đăng"),
    ("", "{{bảng được đăng}}"),
    (
        "remark",
        "Số liệu tính đến ngày {{ngày số liệu}}; “Bài số” là số trong Phụ lục."
        " Chỉ tiêu hằng tháng đếm trọn những tháng thuộc thời gian báo cáo.",
    ),
    ("heading", "II. ĐÁNH GIÁ CHUNG"),
    ("", f"1. Ưu điểm: {BLANK}{BLANK}"),
    ("", f"2. Hạn chế, nguyên nhân: {BLANK}{BLANK}"),
    ("heading", "III. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI"),
    ("", f"{BLANK}{BLANK}{BLANK}"),
    ("heading", "IV. ĐỀ XUẤT, KIẾN NGHỊ"),
    ("", f"{BLANK}{BLANK}{BLANK}"),
    ("", "Trên đây là báo cáo {{việc báo cáo}} của {{tên đơn vị}}./."),
)


def _about(span: Span) -> str:
    name = span.period.name[:1].lower() + span.period.name[1:]
    if span.period in span.plan.semesters:
        name = f"{span.period.name} {_small(span.plan.term.name)}"
    return _ABOUT[span.kind].format(name)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _words(evaluation: Evaluation, span: Span) -> Mapping[str, str]:
    plan, lines = span.plan, lines_of(span, EventLog.of(evaluation))
    number = f" số {plan.number}" if plan.number else ""
    issued = f" ngày {in_numbers(plan.issued)}" if plan.issued else ""
    return {
        **{
            f"số bài {shown(MEASURES, m)}": str(number_in(lines, m, lambda event: True))
            for m in Measure
        },
        **words_of_school(evaluation, plan, span.day_of_papers(evaluation.publication.today)),
        "về việc": _about(span),
        "việc báo cáo": _small(_about(span)),
        "kế hoạch": f"{plan.title}{number}{issued}",
        "thời gian": span.period.name,
    }


def words_of_school(evaluation: Evaluation, plan: Plan | None, day: date) -> Mapping[str, str]:
    """The words of papers about the school and who signs, as they were on that day.

    An old paper bears its old head, and then the day on which it is signed is left open.
    """
    today = evaluation.publication.today
    school = evaluation.publication.school.on(day)
    is_old = school != evaluation.publication.school.on(today)
    signer, title = _signer(school, plan, day)
    return {
        "tên đơn vị": school.name,
        "tên trường": school.name,
        "cơ quan chủ quản": school.parent or BLANK,
        "viết tắt": school.initials or BLANK,
        "địa danh": school.place or BLANK,
        "ngày tháng năm": f"ngày … tháng … năm {day.year}" if is_old else _dated(today),
        "ngày số liệu": in_numbers(today),
        "kính gửi": _addressees(school, day),
        "chức vụ người ký": title or BLANK,
        "người ký": signer or BLANK,
    }


def _dated(day: date) -> str:
    """Numbers below ten, and the months 1 and 2, are written with a nought."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _signer(school: School, plan: Plan | None, day: date) -> tuple[str, str]:
    """The name and title of who signs: as the school file says, else the plan's chief editor."""
    board = plan.board if plan else ()
    if told := school.signer_on(day):
        titles = (m.title for m in board if m.person.name == told.name and m.serves_on(day))
        return told.name, told.title or next(titles, "")
    chiefs = plan.editors_in_chief if plan else ()
    chief = next((member for member in chiefs if member.serves_on(day)), None)
    return (chief.person.name, chief.title) if chief else ("", "")


def _addressees(school: School, day: date) -> str:
    """The offices above the school on that day; a newspaper is none."""
    names = [
        office.name
        for office in school.offices
        if office.level is not OfficeLevel.PRESS and office.exists_on(day)
    ]
    return "; ".join(names) or BLANK
