"""The reports of a month, a semester (sơ kết) and a year (tổng kết). Requirements B1, B4, B5, B6.

The figures are filled in; what only people can judge is marked for them to complete. No
individual is weighed, and no withheld article is named: the paper goes upward.
"""

import io
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from ..domain.calendar import PeriodKind
from ..domain.content_plan import content_plan
from ..domain.counting import Ledger
from ..domain.dates import in_numbers
from ..domain.dispatch import DispatchKind
from ..domain.docket import Docket
from ..domain.newsroom import Review
from ..domain.plan import Plan
from ..domain.quota import Measure, Quota
from ..domain.reporting import Span, lines_of, published_in, ways_up
from ..domain.school import SuperiorLevel
from ..domain.tally import Cell, tally
from ..vocabulary import MEASURES, count_in_words, months_met_in_words, shown, verdict_in_words
from . import decree_30
from .article_list import numbers
from .paper import BLANK, new_paper, paragraph, saved, table
from .placeholders import Block, fill

if TYPE_CHECKING:
    from docx.document import Document

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
_COUNTED = (
    *(Measure.SUBMITTED, Measure.APPROVED, Measure.PUBLISHED, Measure.SENT, Measure.CARRIED),
)


def report(review: Review, span: Span, template: bytes | None = None) -> bytes:
    """The report of a span, in the school's own template or in ours. Raises UnknownPlace."""
    import docx

    today = review.publication.today
    paper = docx.Document(io.BytesIO(template or default_template()))
    fill(paper, _words(review, span), _blocks(review, span))
    paper.core_properties.title = _about(span)
    return saved(paper, today)


def default_template() -> bytes:
    """Our form of the report, with its marked places; a school may change it and keep it."""
    from datetime import date

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
    ("", "Thực hiện {{kế hoạch}}, {{tên trường}} báo cáo {{việc báo cáo}} như sau:"),
    ("heading", "I. KẾT QUẢ THỰC HIỆN"),
    ("heading", "1. Công tác chỉ đạo, triển khai"),
    ("", f"{BLANK}{BLANK}{BLANK}"),
    ("heading", "2. Số lượng tin, bài"),
    (
        "",
        "Nhà trường nhận {{số bài nộp}} tin, bài; duyệt {{số bài duyệt}}; đăng {{số bài đăng}} trên"
        " trang thông tin của trường; gửi cấp trên {{số bài gửi}} bài, được đăng"
        " {{số bài được đăng}} bài.",
    ),
    ("", "{{bảng theo tổ}}"),
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
    ("", "Trên đây là báo cáo {{việc báo cáo}} của {{tên trường}}./."),
)


def _about(span: Span) -> str:
    name = span.period.name[:1].lower() + span.period.name[1:]
    if span.kind is PeriodKind.SEMESTER:
        name = f"{span.period.name} {_small(span.plan.term.name)}"
    return _ABOUT[span.kind].format(name)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _words(review: Review, span: Span) -> Mapping[str, str]:
    plan, lines = span.plan, lines_of(span, Ledger.of(review))
    number = f" số {plan.number}" if plan.number else ""
    issued = f" ngày {in_numbers(plan.issued)}" if plan.issued else ""
    return {
        **{
            f"số bài {shown(MEASURES, m)}": str(sum(x.measure is m and x.is_first for x in lines))
            for m in _COUNTED
        },
        **words_of_school(review, plan),
        "về việc": _about(span),
        "việc báo cáo": _small(_about(span)),
        "kế hoạch": f"{plan.title}{number}{issued}",
        "thời gian": span.period.name,
    }


def words_of_school(review: Review, plan: Plan | None) -> Mapping[str, str]:
    """What papers say of the school, of today and of who signs."""
    school, today = review.publication.school, review.publication.today
    chiefs = plan.editors_in_chief if plan else ()
    signer = next((member for member in chiefs if member.serves_on(today)), None)
    return {
        "tên trường": school.name,
        "cơ quan chủ quản": school.parent or BLANK,
        "viết tắt": school.initials or BLANK,
        "địa danh": school.place or BLANK,
        # Numbers below ten, and the months 1 and 2, are written with a nought.
        "ngày tháng năm": f"ngày {today.day:02} tháng {_month(today.month)} năm {today.year}",
        "ngày số liệu": in_numbers(today),
        "kính gửi": _addressees(review),
        "chức vụ người ký": signer.title if signer else BLANK,
        "người ký": signer.person.name if signer else BLANK,
    }


def _month(number: int) -> str:
    return f"{number:02}" if number < 3 else str(number)


def _addressees(review: Review) -> str:
    """The offices above the school today; a newspaper is none."""
    today = review.publication.today
    names = [
        superior.name
        for superior in review.publication.school.superiors
        if superior.level is not SuperiorLevel.PRESS and superior.exists_on(today)
    ]
    return "; ".join(names) or BLANK


def _blocks(review: Review, span: Span) -> Mapping[str, Block]:
    return {
        "bảng theo tổ": partial(_by_group, review, span),
        "bảng theo chuyên mục": partial(_by_category, review, span),
        "bảng chỉ tiêu": partial(_quotas, review, span),
        "bảng nội dung": partial(_topics, review, span),
        "bảng được đăng": partial(_carried, review, span),
        "danh mục tin bài": partial(_list, review, span),
    }


def _by_group(review: Review, span: Span, paper: "Document") -> None:
    lines = [line for line in lines_of(span, Ledger.of(review)) if line.is_first]
    groups = [*((g.name, g.code) for g in span.plan.groups), ("Toàn trường", "")]
    rows = [
        (
            name,
            *(
                str(sum(x.measure is m and (not code or code in x.groups) for x in lines))
                for m in _COUNTED
            ),
        )
        for name, code in groups
    ]
    head = ("Tổ, đoàn thể, bộ phận", *(shown(MEASURES, m).capitalize() for m in _COUNTED))
    table(paper, head, rows, (6.0, 2.1, 2.1, 2.1, 2.1, 2.1))


def _by_category(review: Review, span: Span, paper: "Document") -> None:
    articles = numbered(review, span)
    rows = [
        (category.name, str(len(found)), ", ".join(found))
        for category in span.plan.categories
        for found in [
            [str(n) for n, article in articles.items() if article.category[0] == category.code]
        ]
    ]
    table(paper, ("Chuyên mục", "Số bài đăng", "Bài số"), rows, (7.5, 2.5, 6.5))


def _result(cell: Cell) -> str:
    """thiếu 1 (đạt 9/10 tháng)"""
    words, months = verdict_in_words(cell.verdict), months_met_in_words(cell)
    return f"{words} ({months})" if months and cell.shortfall else words


def _quotas(review: Review, span: Span, paper: "Document") -> None:
    places = {a.path: str(n) for n, a in numbered(review, span).items()}
    rows = [
        (
            row.quota.name,
            row.group.name if row.group else "Toàn trường",
            count_in_words(cell),
            _result(cell),
            _behind_quota(row.quota, cell, places),
        )
        for row in tally(span.plan, Ledger.of(review)).rows
        if (cell := row.cell(span.period.code))
    ]
    if not rows:
        paragraph(paper, "Kế hoạch không đặt chỉ tiêu cho thời gian này.")
        return
    head = ("Chỉ tiêu", "Đơn vị", "Đạt", "Kết quả", "Bài số")
    table(paper, head, rows, (5.7, 3.2, 1.6, 2.4, 3.6))


def _topics(review: Review, span: Span, paper: "Document") -> None:
    """What the content plan wanted told by now; nothing where it wanted nothing."""
    places = {a.path: str(n) for n, a in numbered(review, span).items()}
    rows = [
        (
            planned.topic.name,
            planned.month.name.removeprefix("Tháng "),
            ", ".join(span.plan.group(code).name for code in planned.topic.groups) or "Toàn trường",
            _behind(len(planned.told), planned.told, places) or "chưa có",
        )
        for planned in content_plan(span.plan, review)
        if planned.month in span.months and planned.month.first <= review.publication.today
    ]
    if rows:
        paragraph(paper, "Nội dung theo kế hoạch:", is_heading=True)
        head = ("Nội dung", "Tháng", "Đơn vị", "Bài số")
        table(paper, head, rows, (6.2, 2.3, 4.5, 3.5))


def _behind_quota(quota: Quota, cell: Cell, places: Mapping[str, str]) -> str:
    # A package of photos is no article.
    is_photos = quota.measure is Measure.PHOTOS
    return "" if is_photos else _behind(cell.count, cell.articles, places)


def _behind(count: int, articles: Iterable[Docket], places: Mapping[str, str]) -> str:
    """The numbers of the articles behind a count, and how many have none here."""
    found = [places[article.path] for article in articles if article.path in places]
    others = count - len(found)
    words = [", ".join(sorted(found, key=int))] if found else []
    return "; ".join([*words, f"{others} không có trong Phụ lục"] if others else words)


def _carried(review: Review, span: Span, paper: "Document") -> None:
    ways = ways_up(DispatchKind.CARRIED.value, span, review.publication.articles)
    if not ways:
        paragraph(paper, "Chưa có tin, bài nào được đăng trong thời gian này.")
        return
    rows = [
        (str(n), way.article.title, way.name, numbers(way.on), way.link)
        for n, way in enumerate(ways, start=1)
    ]
    table(
        paper, ("STT", "Tin, bài", "Nơi đăng", "Ngày", "Liên kết"), rows, (1.3, 5.4, 3.5, 2.4, 3.9)
    )


def _list(review: Review, span: Span, paper: "Document") -> None:
    articles = numbered(review, span)
    if not articles:
        paragraph(paper, "Chưa có tin, bài nào đăng trong thời gian này.")
        return
    site = review.publication.school.site_url
    rows = [
        (
            *(str(n), article.title, ", ".join(name for _, name, _ in article.authors)),
            *(", ".join(name for _, name, _ in article.groups), numbers(article.on)),
            f"{site}/{article.url}",
        )
        for n, article in articles.items()
    ]
    head = ("Số", "Tiêu đề", "Tác giả", "Tổ", "Ngày đăng", "Địa chỉ")
    table(paper, head, rows, (1.0, 4.9, 3.0, 2.2, 2.2, 3.2), size=11)


def numbered(review: Review, span: Span) -> Mapping[int, Docket]:
    """The published articles of the span by their numbers in the list."""
    return dict(enumerate(published_in(span, review.publication), start=1))
