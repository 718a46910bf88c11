"""The list of what is kept for ever and what may be destroyed at year end; a form of minutes.

Requirements L1, L2 (S4, IV.2). A list only: nothing here deletes anything.
"""

from collections.abc import Sequence

from ...domain.content.content_item import ContentKind
from ...domain.records.retention import (
    Custody,
    custody,
    due_for_destruction,
    kept_for_ever,
    undecided,
)
from ...domain.site.publication import Evaluation
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.content import DOCUMENT_TYPES, retention_in_words
from ...vocabulary.words import shown
from ..office import decree_30
from ..office.paper import BLANK, new_paper, paragraph, saved, table
from ..office.placeholders import fill
from ..office.workbook import Book, Value
from .report import words_of_school

NOTHING_DELETED = "Máy chỉ lập danh sách, không xóa gì. Danh mục tin bài luôn được giữ lại."
_HEAD = (
    "STT",
    labels.TYPE,
    labels.NUMBER,
    "Tên, trích yếu",
    labels.DAY,
    "Thời hạn lưu",
    "Hết hạn",
    "Tệp",
)


def retention_book(evaluation: Evaluation) -> bytes:
    """Every record of the site by what is to become of it, as of today."""
    today = evaluation.publication.today
    book = Book("Danh sách lưu trữ, hủy", today)
    every = _every(evaluation)
    for name, found in (
        ("Đến hạn hủy", due_for_destruction(every, today)),
        ("Lưu vĩnh viễn", kept_for_ever(every)),
        ("Chưa ghi thời hạn", undecided(every)),
    ):
        sheet = book.sheet(name, (6, 16, 20, 70, 12, 18, 12, 46))
        sheet.head(f"{name} – tính đến ngày {in_numbers(today)}", NOTHING_DELETED)
        sheet.table(_HEAD, [_row(n, one) for n, one in enumerate(found, start=1)], is_filtered=True)
        if not found:
            sheet.note(labels.NOTHING, "remark")
    return book.finished()


def destruction_minutes(evaluation: Evaluation) -> bytes:
    """The form of minutes for the council that decides on the destruction."""
    today = evaluation.publication.today
    found = due_for_destruction(_every(evaluation), today)
    paper = new_paper("Biên bản xét hủy tài liệu hết giá trị", today)
    decree_30.head(paper, "BB")
    decree_30.title(paper, "BIÊN BẢN", "Xét hủy tài liệu hết thời hạn lưu")
    for words in (
        f"Hôm nay, hồi …… giờ …… ngày …… tháng …… năm ……, tại {BLANK}, chúng tôi gồm:",
        f"1. Ông (bà) {BLANK}{BLANK}, chức vụ {BLANK}, chủ trì;",
        f"2. Ông (bà) {BLANK}{BLANK}, chức vụ {BLANK}, phụ trách lưu trữ;",
        f"3. Ông (bà) {BLANK}{BLANK}, chức vụ {BLANK}, thư ký;",
        "đã xem xét các tài liệu về công tác truyền thông hết thời hạn lưu dưới đây"
        f" (danh sách tính đến ngày {in_numbers(today)}, {len(found)} tài liệu):",
    ):
        paragraph(paper, words)
    if found:
        rows = [_words(n, one) for n, one in enumerate(found, start=1)]
        head = (
            "STT",
            labels.TYPE,
            labels.NUMBER,
            "Tên, trích yếu",
            labels.DAY,
            "Thời hạn lưu",
            "Ý kiến",
        )
        table(paper, head, rows, (1.3, 1.7, 2.2, 5.1, 2.2, 2.0, 2.0), size=11)
    else:
        paragraph(paper, "Không có tài liệu nào đến hạn.")
    for words in (
        f"Ý kiến khác: {BLANK}{BLANK}{BLANK}",
        "Kết luận: đồng ý hủy các tài liệu ghi “hủy” ở cột Ý kiến; các tài liệu còn lại tiếp tục"
        f" lưu đến {BLANK}. Cách hủy: {BLANK}.",
        "Biên bản lập thành …… bản, đã đọc cho mọi người cùng nghe và cùng ký./.",
    ):
        paragraph(paper, words)
    decree_30.signature(paper, "- Lưu: VT, hồ sơ hủy tài liệu.")
    fill(paper, words_of_school(evaluation, evaluation.newsroom.plan_on(today), today), {})
    return saved(paper, today)


def _every(evaluation: Evaluation) -> tuple[Custody, ...]:
    newsroom = evaluation.newsroom
    return custody(newsroom.content_items, newsroom.plans, newsroom.school.year_starts_in)


def _row(number: int, one: Custody) -> Sequence[Value]:
    kind, sign, title, _, kept = _named(one)
    on = one.record.on
    return (number, kind, sign, title, on, kept, one.due, one.record.path)


def _words(number: int, one: Custody) -> Sequence[str]:
    return (str(number), *_named(one), "")


def _named(one: Custody) -> tuple[str, str, str, str, str]:
    """Its kind, number, title, day and time of keeping. What was taken down stays unnamed."""
    record = one.record
    is_document = record.kind is ContentKind.DOCUMENT
    kind = shown(DOCUMENT_TYPES, record.document.type) if is_document else "tin, bài"
    return (
        kind,
        record.document.number if is_document else "",
        record.title if record.is_public else "(bài đã gỡ)",
        in_numbers(record.on),
        retention_in_words(one.retention) if one.retention else "",
    )
